//! What is looked for: a word or phrase of a query with every way in which an offer can hold it.
//!
//! Takes analyzed words; gives `Wanted`s. User text never becomes query syntax. Every way has its [`Tier`]: exact,
//! inflected, inside a compound, by the parts of a compound, by a synonym, by its beginning.

use super::thesaurus::Lead;
use crate::index::stop_words::is_stop_word;
use crate::index::{Analyzer, Form, Index, Part, View, Word, fold};

/// How close a match is to the word as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The word itself, in any spelling.
    Exact,
    /// Another inflected form.
    Inflected,
    /// Inside a compound: `Rücken` in `Rückenschule`.
    Part,
    /// All parts of a compound or hyphenated word, wherever they stand: `Rückenschule` by `Schule für den Rücken`.
    Parts,
    /// A word that stands for it.
    Synonym,
    /// A longer word that begins with it.
    Beginning,
}

impl Tier {
    /// What a match of this tier counts. In a sentence another form of a word says as much as the word; what stands inside
    /// other words says less, as there are enough words that stand by themselves.
    #[must_use]
    pub const fn factor(self, sentence: bool) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Inflected if sentence => 0.95,
            Self::Part if sentence => 0.7,
            Self::Inflected => 0.85,
            Self::Part => 0.8,
            Self::Parts => 0.7,
            Self::Synonym => 0.6,
            Self::Beginning => 0.35,
        }
    }
}

/// A term of the index, and how close it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lookup {
    pub(super) view: View,
    pub(super) text: String,
    /// How close the term is to the word it is looked for in place of.
    pub(super) form: Tier,
    /// Whether that word is another one that stands for the one typed.
    pub(super) synonym: bool,
}

impl Lookup {
    /// What it counts.
    pub(super) const fn factor(&self, sentence: bool) -> f32 {
        let synonym = if self.synonym { Tier::Synonym.factor(sentence) } else { 1.0 };
        self.form.factor(sentence) * synonym
    }
}

/// One way of holding a word: for each of `all`, any of its terms.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    pub(super) tier: Tier,
    pub(super) all: Vec<Vec<Lookup>>,
}

/// What somebody meant by a word: itself, or another word that stands for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sense {
    /// Ways of holding it, best tier first.
    pub(super) ways: Vec<Way>,
    /// The other word; `None` for the word itself.
    pub(super) via: Option<Via>,
}

/// Another word that stands for the one typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Via {
    /// As editors wrote it.
    pub(super) word: String,
    /// Whether it may be shown as a reason.
    pub(super) shown: bool,
}

/// A word or phrase of a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wanted {
    /// As typed.
    pub(super) surface: String,
    /// What it may mean; the word itself first.
    pub(super) senses: Vec<Sense>,
    /// What is looked for instead if no offer holds it: the parts of a compound, each by itself.
    pub(super) instead: Vec<Wanted>,
}

/// Most words that one beginning stands for.
const MAX_ENDINGS: usize = 40;
/// Shortest beginning that is completed, in characters.
pub(super) const SHORTEST_BEGINNING: usize = 3;

impl Wanted {
    /// A word as it stands.
    pub(super) fn word(word: &Word, surface: &str) -> Self {
        let parts = word.forms.iter().find(|form| !form.parts.is_empty()).map_or(&[][..], |form| &form.parts);
        let instead = |part: &Part| {
            let start = part.span.start - word.span.start;
            let surface = surface.get(start..start + part.span.len()).unwrap_or(surface);
            let ways = vec![Way { tier: Tier::Parts, all: vec![stem(&part.stem).to_vec()] }];
            Self { surface: surface.to_owned(), senses: vec![Sense { ways, via: None }], instead: Vec::new() }
        };
        Self {
            surface: surface.to_owned(),
            senses: vec![Sense { ways: own_ways(word), via: None }],
            instead: parts.iter().map(instead).collect(),
        }
    }

    /// Several words that mean something together: all of them, in any form.
    pub(super) fn phrase(words: &[&Word], surface: &str) -> Self {
        let telling: Vec<&Word> = telling(words).collect();
        let all = telling.iter().map(|word| inflected(word)).collect();
        let way = Way { tier: Tier::Exact, all };
        Self { surface: surface.to_owned(), senses: vec![Sense { ways: vec![way], via: None }], instead: Vec::new() }
    }

    /// Adds a word that stands for it.
    pub(super) fn add_synonym(&mut self, analyzer: &Analyzer, target: &str, shown: bool) {
        let known = |sense: &Sense| sense.via.as_ref().is_some_and(|via| via.word == target);
        if self.senses.iter().any(known) {
            return;
        }
        let words = analyzer.words(target);
        let all: Vec<Vec<Lookup>> = telling(&words.iter().collect::<Vec<_>>()).map(inflected).collect();
        let ways = vec![Way { tier: Tier::Synonym, all }];
        self.senses.push(Sense { ways, via: Some(Via { word: target.to_owned(), shown }) });
    }

    /// Adds a compound's parts once more, each also by the single words that stand for it.
    pub(super) fn add_parts(&mut self, analyzer: &Analyzer, parts: &[Word], leads: &[Lead]) {
        let single = |target: &String| {
            let words = analyzer.words(target);
            (words.len() == 1).then(|| inflected(&words[0]))
        };
        let synonyms = |at: usize| -> Vec<Lookup> {
            let leads = leads.iter().filter(|lead| lead.words == [at]);
            let terms = leads.flat_map(|lead| &lead.targets).filter_map(single).flatten();
            terms.map(|term| Lookup { synonym: true, ..term }).collect()
        };
        let more: Vec<Vec<Lookup>> = (0..parts.len()).map(synonyms).collect();
        if more.iter().all(Vec::is_empty) {
            return;
        }
        let own = parts.iter().filter_map(|part| part.forms.first()).map(|form| stem(&form.stem).to_vec());
        let all = own.zip(more).map(|(own, more)| own.into_iter().chain(more).collect()).collect();
        self.senses[0].ways.push(Way { tier: Tier::Parts, all });
    }

    /// Adds every word of the catalog that begins with it, those of most offers first.
    pub(super) fn add_endings(&mut self, index: &Index, word: &Word) {
        for form in word.forms.iter().filter(|f| f.exact.chars().count() >= SHORTEST_BEGINNING) {
            let mut longer: Vec<_> = index.words().beginning_with(&form.exact).iter().collect();
            longer.sort_by_key(|entry| std::cmp::Reverse(entry.offers));
            let terms = longer.iter().take(MAX_ENDINGS).map(|entry| exact(&entry.exact)).collect::<Vec<_>>();
            if !terms.is_empty() {
                self.senses[0].ways.push(Way { tier: Tier::Beginning, all: vec![terms] });
            }
        }
    }
}

/// Words that say something; all of them if none does.
pub(super) fn telling<'a>(words: &[&'a Word]) -> impl Iterator<Item = &'a Word> {
    let says = |word: &Word| !word.forms.iter().any(|form| is_stop_word(&form.exact));
    let any = words.iter().any(|word| says(word));
    words.iter().copied().filter(move |word| !any || says(word)).collect::<Vec<_>>().into_iter()
}

/// The ways of holding a word itself.
fn own_ways(word: &Word) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    let mut add = |tier: Tier, all: Vec<Vec<Lookup>>| {
        let way = Way { tier, all };
        if !ways.contains(&way) {
            ways.push(way);
        }
    };
    for form in &word.forms {
        add(Tier::Exact, vec![vec![exact(&form.exact)]]);
        add(Tier::Inflected, vec![vec![lookup(View::Stem, &form.stem, Tier::Exact)]]);
        add(Tier::Part, vec![vec![lookup(View::Part, &form.stem, Tier::Exact)]]);
    }
    for form in word.forms.iter().filter(|f| !f.parts.is_empty()) {
        add(Tier::Parts, form.parts.iter().map(part).collect());
        form.spans.iter().for_each(|span| add(Tier::Parts, vec![part(span)]));
    }
    if !word.parts.is_empty() {
        add(Tier::Parts, word.parts.iter().map(inflected).collect());
    }
    ways
}

/// A word in any form, alone or inside another.
fn inflected(word: &Word) -> Vec<Lookup> {
    let forms = |form: &Form| {
        let mut terms = vec![exact(&form.exact)];
        terms.extend(stem(&form.stem));
        terms
    };
    word.forms.iter().flat_map(forms).collect()
}

fn part(part: &Part) -> Vec<Lookup> {
    stem(&part.stem).to_vec()
}

fn stem(stem: &str) -> [Lookup; 2] {
    [lookup(View::Stem, stem, Tier::Inflected), lookup(View::Part, stem, Tier::Part)]
}

fn exact(text: &str) -> Lookup {
    lookup(View::Exact, text, Tier::Exact)
}

fn lookup(view: View, text: &str, form: Tier) -> Lookup {
    Lookup { view, text: text.to_owned(), form, synonym: false }
}

/// The words of a text that say something, each by itself: for texts editors wrote, without corrections or synonyms.
pub(super) fn plain(analyzer: &Analyzer, text: &str) -> Vec<Wanted> {
    let words = analyzer.words(text);
    let words: Vec<&Word> = words.iter().collect();
    telling(&words).map(|word| Wanted::word(word, &text[word.span.clone()])).collect()
}

/// Whether a text is a single number: postal codes and ages are no words to complete or correct.
pub(super) fn is_number(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty() && folded.bytes().all(|b| b.is_ascii_digit())
}
