//! How people say what they need, as bags of stems: examples of needs, of themes, of target groups and of single offers.
//!
//! Takes a catalog (`suche/alltag.yaml`, `suche/fragen/`, labels and search words of themes, one-way synonyms of a theme's
//! label, search words of offers); gives [`Examples`], worked out when the index is built and kept beside it as lines of
//! text.

use super::analyzer::{Analyzer, Word};
use super::fold::fold;
use super::needs::Holding;
use super::stop_words::{is_small, is_stop_word};
use super::word_list::WordList;
use crate::catalog::Catalog;
use std::collections::{BTreeMap, HashMap};
use std::io;

/// What a part of a compound weighs beside a whole word.
const PART: f32 = 0.6;
/// What says less than that.
const LIGHT: f32 = 0.4;
/// How many letters of a word that is not German are compared by themselves, and what they weigh: other languages inflect,
/// too, and words cut off find nearly as well as stems made for each language (McNamee & Mayfield 2004).
const BEGINNINGS: &[(usize, f32)] = &[(4, LIGHT), (6, PART)];
/// Put before them, so that they are no words.
const BEGINNING: char = '~';
/// How the weights below 1 are written.
const WEIGHTS: &[(char, f32)] = &[('-', PART), ('=', LIGHT)];
/// In so many examples a word that the lexicon does not know is no slip of the pen.
pub const NO_SLIP: usize = 3;

/// All examples.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Examples {
    /// Every stem that stands in one.
    pub stems: Vec<String>,
    /// Each with its stems, as positions in `stems`.
    pub all: Vec<Example>,
    /// What people need.
    pub needs: Vec<Answered>,
    /// German words of examples, folded and as written, that stand in no offer: what a mistyped word may be, too.
    pub words: Vec<(String, String)>,
}

/// A need, with the offers that answer it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answered {
    /// Positions of its themes.
    pub themes: Vec<usize>,
    /// Offers, each with what it is worth, from 0 to 1, in catalog order.
    pub answers: Vec<(usize, f32)>,
    /// Offers that would be wrong for whoever has it.
    pub never: Vec<usize>,
    /// Texts (`meint`, then `auch`, then `nicht`, counted from 0) that no offer of its themes holds.
    pub idle: Vec<usize>,
}

/// One example.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// What it is an example of.
    pub about: About,
    /// Its stems, each once, with what they weigh.
    pub bag: Vec<(usize, f32)>,
    /// Whether it is in another language.
    pub foreign: bool,
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
    /// A need, by its place in [`Examples::needs`].
    Need(usize),
}

impl Examples {
    /// Gathers the examples of a catalog.
    pub(super) fn of(catalog: &Catalog, analyzer: &Analyzer, holding: &Holding) -> Self {
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
            gathering.examples.needs.push(holding.answers(catalog, analyzer, &need));
        }
        gathering.finish()
    }

    /// Leaves out words that stand in offers.
    pub(super) fn without(mut self, list: &WordList) -> Self {
        self.words.retain(|(exact, _)| list.get(exact).is_none());
        self
    }

    /// One line a word (`w`), a stem (`s`), an example (`t`, `z`, `a`, `f`: what it is one of, then its stems; a capital in
    /// another language) or a need (`b`: themes, offers that would be wrong, texts that lead to nothing, then offers with
    /// per cents).
    pub(super) fn write(&self) -> Vec<u8> {
        let mut text = String::new();
        self.words.iter().for_each(|(exact, surface)| text.extend(["w", exact, "\t", surface, "\n"]));
        self.stems.iter().for_each(|stem| text.extend(["s", stem, "\n"]));
        for example in &self.all {
            let (kind, position) = match example.about {
                About::Theme(position) => ('t', position),
                About::TargetGroup(position) => ('z', position),
                About::Offer(position) => ('a', position),
                About::Need(position) => ('f', position),
            };
            let kind = if example.foreign { kind.to_ascii_uppercase() } else { kind };
            text.push_str(&format!("{kind}{position}"));
            for (stem, weight) in &example.bag {
                text.push_str(&format!(" {stem}"));
                text.extend(WEIGHTS.iter().filter(|(_, known)| known == weight).map(|(sign, _)| sign));
            }
            text.push('\n');
        }
        for need in &self.needs {
            text.push_str(&format!("b{} {} {}", list(&need.themes), list(&need.never), list(&need.idle)));
            need.answers.iter().for_each(|(offer, worth)| text.push_str(&format!(" {offer}:{:.0}", 100.0 * worth)));
            text.push('\n');
        }
        text.into_bytes()
    }

    /// Reads what [`Self::write`] wrote.
    pub(super) fn read(bytes: &[u8]) -> io::Result<Self> {
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "die Beispiele sind beschädigt");
        let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
        let mut examples = Self::default();
        for line in text.lines() {
            examples.line(line).ok_or_else(wrong)?;
        }
        Ok(examples)
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let kind = line.chars().next()?;
        let rest = line.strip_prefix(kind)?;
        if kind == 's' {
            self.stems.push(rest.to_owned());
            return Some(());
        }
        if kind == 'w' {
            let (exact, surface) = rest.split_once('\t')?;
            self.words.push((exact.to_owned(), surface.to_owned()));
            return Some(());
        }
        let mut cells = rest.split(' ');
        let position = cells.next()?;
        if kind == 'b' {
            let answer = |cell: &str| {
                let (offer, worth) = cell.split_once(':')?;
                Some((offer.parse().ok()?, worth.parse::<f32>().ok()? / 100.0))
            };
            let (themes, never, idle) = (positions(position)?, positions(cells.next()?)?, positions(cells.next()?)?);
            self.needs.push(Answered { themes, answers: cells.map(answer).collect::<Option<_>>()?, never, idle });
            return Some(());
        }
        let position = position.parse().ok()?;
        let about = match kind.to_ascii_lowercase() {
            't' => About::Theme(position),
            'z' => About::TargetGroup(position),
            'a' => About::Offer(position),
            'f' => About::Need(position),
            _ => return None,
        };
        let stem = |cell: &str| {
            let light = WEIGHTS.iter().find_map(|(sign, weight)| Some((cell.strip_suffix(*sign)?, *weight)));
            let (stem, weight) = light.unwrap_or((cell, 1.0));
            Some((stem.parse().ok()?, weight))
        };
        let bag: Vec<(usize, f32)> = cells.map(stem).collect::<Option<_>>()?;
        bag.iter().all(|(at, _)| *at < self.stems.len()).then(|| {
            self.all.push(Example { about, bag, foreign: kind.is_ascii_uppercase() });
        })
    }
}

/// Positions in one cell.
fn list(positions: &[usize]) -> String {
    positions.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// Reads what [`list`] wrote.
fn positions(cell: &str) -> Option<Vec<usize>> {
    cell.split(',').filter(|position| !position.is_empty()).map(|position| position.parse().ok()).collect()
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

    /// The examples, with those of their words that are no slips.
    fn finish(self) -> Examples {
        let Self { words, times, mut examples, .. } = self;
        let right = words.into_iter().filter(|(_, said)| said.listed || times.get(&said.stem) >= Some(&NO_SLIP));
        examples.words = right.map(|(exact, said)| (exact, said.surface)).collect();
        examples
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
