//! How people say what they need, as bags of stems: examples of needs, of themes, of target groups and of single offers.
//!
//! Takes a catalog (`suche/alltag.yaml`, `suche/fragen/`, labels and search words of themes, one-way synonyms of a theme's
//! label, search words of offers); gives [`Examples`], gathered when the index is built.

use super::analyzer::{Analyzer, Word};
use super::fold::fold;
use super::stop_words::{is_small, is_stop_word};
use super::word_list::{Entry, WordList};
use crate::catalog::Catalog;
use std::collections::{BTreeMap, HashMap};

/// What a part of a compound weighs beside a whole word.
const PART: f32 = 0.6;
/// What says less than that.
const LIGHT: f32 = 0.4;
/// How many letters of a word that is not German are compared by themselves, and what they weigh: other languages inflect,
/// too, and words cut off find nearly as well as stems made for each language (McNamee & Mayfield 2004).
const BEGINNINGS: &[(usize, f32)] = &[(4, LIGHT), (6, PART)];
/// Put before them, so that they are no words.
const BEGINNING: char = '~';
/// All that a stem can weigh in an example.
pub(super) const WEIGHTS: &[f32] = &[1.0, PART, LIGHT];
/// In so many examples a word that the lexicon does not know is no slip of the pen.
pub(super) const NO_SLIP: usize = 3;

/// All examples.
#[derive(Debug, Default)]
pub(super) struct Examples {
    /// Every stem that stands in one.
    pub(super) stems: Vec<String>,
    /// Each with its stems, as positions in `stems`.
    pub(super) all: Vec<Example>,
}

/// One example.
#[derive(Debug)]
pub(super) struct Example {
    /// What it is an example of.
    pub(super) about: About,
    /// Its stems, each once, with what they weigh.
    pub(super) bag: Vec<(usize, f32)>,
    /// Whether it is in another language.
    pub(super) foreign: bool,
}

/// What an example is about: a position in the list of themes or target groups, or an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A theme of the second level.
    Theme(usize),
    /// A target group.
    TargetGroup(usize),
    /// An offer.
    Offer(usize),
    /// A need, by its place in [`super::Index::needs`].
    Need(usize),
}

impl About {
    /// What it is and its position, as two numbers.
    pub(super) const fn numbers(self) -> [usize; 2] {
        match self {
            Self::Theme(position) => [0, position],
            Self::TargetGroup(position) => [1, position],
            Self::Offer(position) => [2, position],
            Self::Need(position) => [3, position],
        }
    }

    /// What [`Self::numbers`] gave.
    pub(super) const fn of([kind, position]: [usize; 2]) -> Option<Self> {
        Some(match kind {
            0 => Self::Theme(position),
            1 => Self::TargetGroup(position),
            2 => Self::Offer(position),
            3 => Self::Need(position),
            _ => return None,
        })
    }
}

impl Examples {
    /// Gathers the examples of a catalog, and their German words that are in no offer: what a mistyped word may be, too.
    pub(super) fn of(catalog: &Catalog, analyzer: &Analyzer, in_offers: &WordList) -> (Self, WordList) {
        let mut gathering = Gathering {
            places: HashMap::new(),
            words: BTreeMap::new(),
            times: HashMap::new(),
            analyzer,
            examples: Self::default(),
        };
        let everyday = catalog.everyday();
        let (themes, groups) = (&catalog.vocabularies.themes, &catalog.vocabularies.target_groups);
        for theme in themes.iter().filter(|theme| theme.parent.is_some()) {
            let labels = theme.label.iter().map(|(_, label)| label);
            let texts = labels.chain(theme.search_words.iter().map(String::as_str));
            gathering.add(About::Theme(theme.position), texts, false);
        }
        let german = everyday.themes.iter().map(|said| (said, false));
        for ((slug, texts), foreign) in german.chain(everyday.other_languages.iter().map(|said| (said, true))) {
            if let Some(theme) = themes.get(slug) {
                gathering.add(About::Theme(theme.position), texts.iter().map(String::as_str), foreign);
            }
        }
        let of_label = |label: &str| themes.iter().find(|t| t.parent.is_some() && fold(t.label.de()) == fold(label));
        for one_way in &catalog.synonyms.one_way {
            for theme in one_way.to.iter().filter_map(|to| of_label(to)) {
                // Of a phrase that counts as a whole, a single word must not say the same.
                let whole = one_way.from.iter().filter(|text| {
                    let words = analyzer.words(text);
                    words.len() == 1 || bag(analyzer, &words.iter().collect::<Vec<_>>()).len() > 1
                });
                gathering.add(About::Theme(theme.position), whole.map(String::as_str), false);
            }
        }
        for (slug, texts) in &everyday.target_groups {
            if let Some(group) = groups.get(slug) {
                gathering.add(About::TargetGroup(group.position), texts.iter().map(String::as_str), false);
            }
        }
        for (number, offer) in catalog.offers.iter().enumerate() {
            gathering.add(About::Offer(number), offer.search_words.iter().map(String::as_str), false);
        }
        for (number, need) in catalog.needs().into_iter().enumerate() {
            gathering.add(About::Need(number), need.said.iter().map(String::as_str), false);
            gathering.add(About::Need(number), need.other_languages.iter().map(String::as_str), true);
        }
        gathering.finish(in_offers)
    }
}

/// A German word of an example.
struct Said {
    /// As first written.
    surface: String,
    stem: String,
    /// Whether the lexicon knows it, or its parts.
    listed: bool,
}

struct Gathering<'a> {
    examples: Examples,
    places: HashMap<String, usize>,
    /// German words by their folded form.
    words: BTreeMap<String, Said>,
    /// How often words of each stem stand in them.
    times: HashMap<String, usize>,
    analyzer: &'a Analyzer,
}

impl Gathering<'_> {
    fn add<'t>(&mut self, about: About, texts: impl Iterator<Item = &'t str>, foreign: bool) {
        for text in texts {
            let words = self.analyzer.words(text);
            let bag = bag(self.analyzer, &words.iter().collect::<Vec<_>>());
            if !bag.is_empty() {
                let bag = bag.into_iter().map(|(stem, weight)| (self.place(stem), weight)).collect();
                self.examples.all.push(Example { about, bag, foreign });
            }
            for word in words.iter().filter(|word| !foreign && word.parts.is_empty()) {
                if let Some(form) = word.forms.first().filter(|form| !is_stop_word(&form.exact)) {
                    *self.times.entry(form.stem.clone()).or_default() += 1;
                    let listed = || !form.parts.is_empty() || self.analyzer.is_german(&form.exact);
                    let surface = &text[word.span.clone()];
                    let said = || Said { surface: surface.to_owned(), stem: form.stem.clone(), listed: listed() };
                    self.words.entry(form.exact.clone()).or_insert_with(said);
                }
            }
        }
    }

    /// The examples, and those of their words that are no slips and in no offer.
    fn finish(self, in_offers: &WordList) -> (Examples, WordList) {
        let Self { words, times, examples, .. } = self;
        let right = words.into_iter().filter(|(_, said)| said.listed || times.get(&said.stem) >= Some(&NO_SLIP));
        let others = right.filter(|(exact, _)| in_offers.get(exact).is_none());
        let words = others.map(|(exact, said)| Entry { exact, surface: said.surface, offers: 0 }).collect();
        (examples, words)
    }

    fn place(&mut self, stem: String) -> usize {
        let next = self.examples.stems.len();
        let at = *self.places.entry(stem.clone()).or_insert(next);
        if at == next {
            self.examples.stems.push(stem);
        }
        at
    }
}

/// The stems of some words and of their parts, each once, without those that say nothing.
#[must_use]
pub fn bag(analyzer: &Analyzer, words: &[&Word]) -> Vec<(String, f32)> {
    let mut bag: Vec<(String, f32)> = Vec::new();
    let mut add = |stem: &str, weight: f32| match bag.iter_mut().find(|(known, _)| known == stem) {
        Some((_, known)) => *known = known.max(weight),
        None => bag.push((stem.to_owned(), weight)),
    };
    for word in words {
        let telling = word.forms.iter().filter(|form| !is_small(&form.exact));
        for form in telling.take(1) {
            add(&root(&form.exact).unwrap_or_else(|| form.stem.clone()), 1.0);
            form.parts.iter().for_each(|part| add(&part.stem, PART));
            if form.parts.is_empty() && !analyzer.is_german(&form.exact) {
                beginnings(&form.exact).for_each(|(beginning, weight)| add(&beginning, weight));
            }
        }
        let parts = word.parts.iter().filter_map(|part| part.forms.first());
        parts.for_each(|form| add(&form.stem, PART));
    }
    bag
}

/// The first letters of a word that is long enough.
fn beginnings(word: &str) -> impl Iterator<Item = (String, f32)> {
    BEGINNINGS.iter().filter_map(move |(letters, weight)| {
        let (last, letter) = word.char_indices().nth(letters - 1)?;
        Some((format!("{BEGINNING}{}", &word[..last + letter.len_utf8()]), *weight))
    })
}

/// Prefixes that stand before the `ge` or `zu` of a verb.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "", "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "her", "hin", "los", "mit", "nach", "raus", "rein", "um",
    "vor", "weg", "weiter", "zu", "zuruck", "zusammen",
];
/// Fewest letters of a verb's stem.
const VERB: usize = 3;

/// The stem of the verb that a participle or an infinitive with "zu" is made of: `umgebaut`, `umzubauen` → `umbau`.
/// Nouns that only look like one lose letters, too; they do so in every example alike.
fn root(exact: &str) -> Option<String> {
    PREFIXES.iter().find_map(|prefix| {
        let rest = exact.strip_prefix(prefix)?;
        let participle = rest.strip_prefix("ge").and_then(|rest| {
            let bare = rest.strip_suffix("et").or_else(|| rest.strip_suffix('t')).or_else(|| rest.strip_suffix("en"));
            bare.filter(|bare| bare.len() >= VERB)
        });
        let infinitive = || {
            let bare = rest.strip_prefix("zu").filter(|_| !prefix.is_empty())?.strip_suffix("en")?;
            (bare.len() >= VERB).then_some(bare)
        };
        participle.or_else(infinitive).map(|verb| format!("{prefix}{verb}"))
    })
}
