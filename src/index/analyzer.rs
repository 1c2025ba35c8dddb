//! German words as terms: the same way for what is indexed and what is asked.
//!
//! Takes a text; gives [`Word`]s with byte ranges into it and, per word, its forms in two views: exact (spelling that never
//! matters folded away) and stem. As a tantivy tokenizer it emits both views of a word at the same position.

use super::fold::fold;
use super::inflection::Inflection;
use super::split::{Piece, pieces};
use crate::catalog::region::Decomposition;
use std::ops::Range;
use std::sync::Arc;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Most parts of a hyphenated word that are also read as one.
const MAX_PARTS: usize = 6;

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
}

/// Which form of a word a term stands for. Compound parts get a view of their own beside these two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// As written, folded.
    Exact,
    /// Any inflected form.
    Stem,
}

impl View {
    /// The term of a text in this view. Texts hold letters and digits only, so the mark keeps views apart.
    #[must_use]
    pub fn term(self, text: &str) -> String {
        match self {
            Self::Exact => text.to_owned(),
            Self::Stem => format!("={text}"),
        }
    }
}

/// The German analyzer; clones share everything.
#[derive(Clone)]
pub struct Analyzer {
    inflection: Arc<Inflection>,
}

impl Analyzer {
    /// An analyzer with the editors' corrections.
    #[must_use]
    pub fn new(corrections: &Decomposition) -> Self {
        Self { inflection: Arc::new(Inflection::new(corrections)) }
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
            let parts: Vec<Word> = chain.iter().filter_map(|piece| self.word(piece)).collect();
            if (2..=MAX_PARTS).contains(&parts.len()) {
                let end = chain.last().map_or(first.span.end, |p| p.span.end);
                let readings = joined(&parts);
                words.push(Word { span: first.span.start..end, forms: self.forms(readings.into_iter()), parts });
            } else {
                words.extend(parts);
            }
        }
        words
    }

    /// A word without parts; `None` if nothing of it is left after folding.
    fn word(&self, piece: &Piece) -> Option<Word> {
        let forms = self.forms(piece.readings.iter().map(|r| fold(r)));
        (!forms.is_empty()).then(|| Word { span: piece.span.clone(), forms, parts: Vec::new() })
    }

    fn forms(&self, readings: impl Iterator<Item = String>) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        for exact in readings.filter(|r| !r.is_empty()) {
            if forms.iter().all(|f| f.exact != exact) {
                forms.push(Form { stem: self.inflection.stem(&exact), exact });
            }
        }
        forms
    }

    /// The output for a probe text: changes whenever the analyzer does.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        const PROBE: &str = "Rückenschulen, Berater:innen für Kochkurse & Mutter-Kind-Kur, Beraterinnen, geht’s, Straße 16k \
                             Café Ärztin Patientinnen Suchtberatungsstellen häuslicher Pflegende getrunken aktuell Quelle";
        let mut terms = String::new();
        self.clone().token_stream(PROBE).process(&mut |token| {
            terms.push_str(&format!("{}@{}:{}-{} ", token.text, token.position, token.offset_from, token.offset_to));
        });
        terms
    }
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

/// Both views of every form, at one position.
fn push(tokens: &mut Vec<Token>, word: &Word, position: usize) {
    let start = tokens.len();
    for form in &word.forms {
        for text in [View::Exact.term(&form.exact), View::Stem.term(&form.stem)] {
            if tokens[start..].iter().all(|t| t.text != text) {
                tokens.push(Token {
                    offset_from: word.span.start,
                    offset_to: word.span.end,
                    position,
                    text,
                    position_length: word.parts.len().max(1),
                });
            }
        }
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
