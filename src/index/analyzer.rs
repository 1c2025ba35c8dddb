//! German words as terms: the same way for what is indexed and what is asked.
//!
//! Takes a text; gives [`Word`]s with byte ranges into it and, per word, its forms in three views: exact (spelling that
//! never matters folded away), stem, and the parts of a compound. As a tantivy tokenizer it emits all views of a word at
//! the same position, parts with the offsets of the part.

use super::compound::Compounds;
use super::fold::fold;
use super::inflection::Inflection;
use super::split::{Piece, pieces};
use crate::catalog::region::Decomposition;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Most parts of a hyphenated word that are also read as one, and of a compound that are read at all.
const MAX_PARTS: usize = 6;
/// Words whose reading is kept while one text collection is analyzed; far more than a catalog has.
const MAX_KEPT: usize = 1 << 18;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text it stands in.
    pub span: Range<usize>,
    /// What it may be read as; one, or two for gender forms (`Berater:innen`). Never empty.
    pub forms: Vec<Form>,
    /// The words a hyphenated word is made of; empty for any other.
    pub parts: Vec<Word>,
}

/// One reading of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Folded, otherwise as written.
    pub exact: String,
    /// Key of all its inflected forms.
    pub stem: String,
    /// The words a compound is made of, in order; empty for any other word.
    pub parts: Vec<Part>,
    /// What several neighbouring parts make together, short of the whole (`Suchtberatung` in `Suchtberatungsstelle`).
    pub spans: Vec<Part>,
}

/// A word inside a compound, without the letters that link it to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the text it stands in.
    pub span: Range<usize>,
    /// Key of all its inflected forms.
    pub stem: String,
}

impl Part {
    /// The part as a word of its own, known by its stem only.
    #[must_use]
    pub fn as_word(&self) -> Word {
        let (exact, stem) = (self.stem.clone(), self.stem.clone());
        let form = Form { exact, stem, parts: Vec::new(), spans: Vec::new() };
        Word { span: self.span.clone(), forms: vec![form], parts: Vec::new() }
    }
}

/// Which form of a word a term stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// As written, folded.
    Exact,
    /// Any inflected form.
    Stem,
    /// Any inflected form, inside a compound.
    Part,
}

impl View {
    /// The term of a text in this view. Texts hold letters and digits only, so the mark keeps views apart.
    #[must_use]
    pub fn term(self, text: &str) -> String {
        match self {
            Self::Exact => text.to_owned(),
            Self::Stem => ["=", text].concat(),
            Self::Part => ["+", text].concat(),
        }
    }
}

/// The German analyzer; clones share everything.
#[derive(Clone)]
pub struct Analyzer {
    inflection: Arc<Inflection>,
    /// `None` where compounds are of no interest.
    compounds: Option<Arc<Compounds>>,
    /// Spellings read before, while many texts are analyzed: most words of a catalog stand there many times.
    memory: Option<Memory>,
}

/// Readings by spelling, shared by clones.
type Memory = Arc<Mutex<HashMap<String, Arc<Reading>>>>;

/// What a spelling is read as; parts with bytes of the spelling.
struct Reading {
    exact: String,
    stem: String,
    parts: Vec<(Range<usize>, String)>,
    spans: Vec<(Range<usize>, String)>,
}

impl Analyzer {
    /// An analyzer with the editors' corrections.
    #[must_use]
    pub fn new(corrections: &Decomposition) -> Self {
        Self {
            inflection: Arc::new(Inflection::new(corrections)),
            compounds: Some(Arc::new(Compounds::new(&corrections.keep_whole, &corrections.parts))),
            memory: None,
        }
    }

    /// The same analyzer for a whole collection of texts: every spelling is read once.
    #[must_use]
    pub fn remembering(&self) -> Self {
        Self { memory: Some(Arc::default()), ..self.clone() }
    }

    /// The same analyzer without a look into compounds, for texts that are only compared as they are.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { compounds: None, ..self.clone() }
    }

    /// The words of a text, in order.
    #[must_use]
    pub fn words(&self, text: &str) -> Vec<Word> {
        let pieces = pieces(text);
        let mut words = Vec::new();
        let mut rest = &pieces[..];
        while let Some(first) = rest.first() {
            let length = 1 + rest[1..].iter().take_while(|p| p.joined).count();
            let (chain, after) = rest.split_at(length);
            rest = after;
            let parts: Vec<Word> = chain.iter().filter_map(|piece| self.word(piece, text)).collect();
            if (2..=MAX_PARTS).contains(&parts.len()) {
                let end = chain.last().map_or(first.span.end, |p| p.span.end);
                let mut forms: Vec<Form> = Vec::new();
                for exact in joined(&parts).into_iter().filter(|r| !r.is_empty()) {
                    let stem = self.inflection.stem(&exact);
                    forms.push(Form { exact, stem, parts: Vec::new(), spans: Vec::new() });
                }
                words.push(Word { span: first.span.start..end, forms, parts });
            } else {
                words.extend(parts);
            }
        }
        words
    }

    /// Whether the lexicon knows a word, whatever the catalog says.
    #[must_use]
    pub fn is_german(&self, word: &str) -> bool {
        self.compounds.as_ref().is_some_and(|compounds| compounds.knows(&fold(word)))
    }

    /// A word without hyphens; `None` if nothing of it is left after folding.
    fn word(&self, piece: &Piece, text: &str) -> Option<Word> {
        let mut forms: Vec<Form> = Vec::new();
        for spelling in &piece.readings {
            let reading = self.read(spelling);
            if reading.exact.is_empty() || forms.iter().any(|f| f.exact == reading.exact) {
                continue;
            }
            // Where the reading is not what stands there (`Berater*innen`), parts are marked as the whole word.
            let as_written = text[piece.span.clone()].starts_with(spelling.as_str());
            let part = |(bytes, stem): &(Range<usize>, String)| Part {
                span: if as_written { at(bytes, piece.span.start) } else { piece.span.clone() },
                stem: stem.clone(),
            };
            forms.push(Form {
                exact: reading.exact.clone(),
                stem: reading.stem.clone(),
                parts: reading.parts.iter().map(part).collect(),
                spans: reading.spans.iter().map(part).collect(),
            });
        }
        (!forms.is_empty()).then(|| Word { span: piece.span.clone(), forms, parts: Vec::new() })
    }

    /// Reads one spelling, or remembers it.
    fn read(&self, spelling: &str) -> Arc<Reading> {
        let Some(memory) = &self.memory else { return Arc::new(self.read_anew(spelling)) };
        let mut memory = memory.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = memory.get(spelling) {
            return Arc::clone(known);
        }
        let reading = Arc::new(self.read_anew(spelling));
        if memory.len() < MAX_KEPT {
            memory.insert(spelling.to_owned(), Arc::clone(&reading));
        }
        reading
    }

    fn read_anew(&self, spelling: &str) -> Reading {
        let exact = fold(spelling);
        let stem = self.inflection.stem(&exact);
        let lower = spelling.to_lowercase();
        // Where lower case is longer (`İ`), bytes of one are not bytes of the other.
        let compounds = self.compounds.as_ref().filter(|_| lower.len() == spelling.len());
        let pieces = compounds.map(|compounds| compounds.split(&lower)).unwrap_or_default();
        let count = pieces.len();
        if !(2..=MAX_PARTS).contains(&count) {
            return Reading { exact, stem, parts: Vec::new(), spans: Vec::new() };
        }
        let part = |from: usize, to: usize| {
            let bytes = pieces[from].span.start..pieces[to].span.end - pieces[to].linking;
            let stem = self.inflection.stem(&fold(&lower[bytes.clone()]));
            (bytes, stem)
        };
        let spans = (2..count).flat_map(|length| (0..=count - length).map(move |from| (from, from + length - 1)));
        Reading {
            exact,
            stem,
            parts: (0..count).map(|i| part(i, i)).collect(),
            spans: spans.map(|(from, to)| part(from, to)).collect(),
        }
    }

    /// The output for a probe text: changes whenever the analyzer does.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        const PROBE: &str = "Rückenschulen, Berater:innen für Kochkurse & Mutter-Kind-Kur, Beraterinnen, geht’s, l’aide, \
                             Straße 16k Café Ärztin Patientinnen Suchtberatungsstellen häuslicher Pflegende getrunken aktuell Quelle";
        let mut terms = String::new();
        self.clone().token_stream(PROBE).process(&mut |token| {
            terms.push_str(&format!("{}@{}:{}-{} ", token.text, token.position, token.offset_from, token.offset_to));
        });
        terms
    }
}

/// Bytes of a word as bytes of the text it stands in.
const fn at(bytes: &Range<usize>, start: usize) -> Range<usize> {
    start + bytes.start..start + bytes.end
}

/// Hyphenated parts read as one word: the first reading of each, and the last reading of the last.
fn joined(parts: &[Word]) -> Vec<String> {
    let Some((last, before)) = parts.split_last() else { return Vec::new() };
    let start: String = before.iter().filter_map(|p| p.forms.first()).map(|f| f.exact.as_str()).collect();
    last.forms.iter().map(|form| format!("{start}{}", form.exact)).map(|word| fold(&word)).collect()
}

impl Tokenizer for Analyzer {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let mut tokens = Vec::new();
        let mut position = 0;
        for word in self.words(text) {
            push(&mut tokens, &word, position);
            for (i, part) in word.parts.iter().enumerate() {
                push(&mut tokens, part, position + i);
            }
            position += word.parts.len().max(1);
        }
        Tokens { tokens, next: 0 }
    }
}

/// All views of every form, at one position.
fn push(tokens: &mut Vec<Token>, word: &Word, position: usize) {
    let start = tokens.len();
    let mut push = |text: String, span: &Range<usize>| {
        if tokens[start..].iter().all(|t| t.text != text) {
            tokens.push(Token {
                offset_from: span.start,
                offset_to: span.end,
                position,
                text,
                position_length: word.parts.len().max(1),
            });
        }
    };
    for form in &word.forms {
        push(View::Exact.term(&form.exact), &word.span);
        push(View::Stem.term(&form.stem), &word.span);
        form.parts.iter().chain(&form.spans).for_each(|part| push(View::Part.term(&part.stem), &part.span));
    }
}

/// The terms of one text.
pub struct Tokens {
    tokens: Vec<Token>,
    next: usize,
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}
