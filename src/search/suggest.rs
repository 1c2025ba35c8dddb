//! What somebody who is still typing may mean: themes, entry points, places, partners, offers and words.
//!
//! Takes the beginning of a text; gives a few [`Suggestion`]s, best first. All of them come from the catalog: what others
//! looked for is kept nowhere, so it cannot be suggested. Like the results, equals stand in the neutral order of the day.

use super::Search;
use super::day::Day;
use super::distance::distance;
use super::query::MAX_TEXT;
use super::wanted::is_number;
use crate::catalog::choice::Status;
use crate::catalog::region::Concern;
use crate::catalog::{Catalog, Language, Localized, Vocabulary};
use crate::index::split::pieces;
use crate::index::stop_words::is_stop_word;
use crate::index::{Analyzer, Cursor, Entry, Field, View, fold};
use jiff::Zoned;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

/// Most suggestions in all.
pub const MOST: usize = 8;
/// Most suggestions of one kind.
pub const MOST_OF_A_KIND: usize = 3;
/// Fewest letters that say anything, after folding.
const FEWEST_LETTERS: usize = 2;

/// One thing somebody may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: Kind,
    /// What visitors read, in the language asked for.
    pub label: String,
    /// Where it leads: slug of a theme or place, query of an entry point, id of a partner, `partner/offer`, or the words
    /// to search for.
    pub target: String,
    /// Name of the partner of an offer; many offers have the same title.
    pub of: Option<String>,
}

/// What a suggestion is, in the order of their worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A theme or sub-theme.
    Theme,
    /// An entry point: "Mein Rücken tut weh".
    Concern,
    /// A town or district of the region.
    Place,
    /// A partner that has not ended.
    Partner,
    /// An offer that has not ended.
    Offer,
    /// A word of the catalog, or a word or phrase of the thesaurus, to search for.
    Word,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: &'static [Self] = &[Self::Theme, Self::Concern, Self::Place, Self::Partner, Self::Offer, Self::Word];
}

impl Search {
    /// What `text` may become: at most [`MOST`], at most [`MOST_OF_A_KIND`] of a kind. Every word typed must begin a word
    /// of the label; labels that begin with the whole text come first, then the order of [`Kind`] counts. Labels are
    /// compared in `language` and in German; where that finds nothing, in every language, then with one typing error
    /// forgiven in the last word. Text beyond [`MAX_TEXT`] characters is not read.
    #[must_use]
    pub fn suggest(&self, text: &str, language: Language, now: &Zoned) -> Vec<Suggestion> {
        let text: String = text.chars().take(MAX_TEXT).collect();
        let analyzer = self.index.analyzer().whole();
        let typed = Typed::new(&text);
        if typed.start.chars().filter(|c| *c != ' ').count() < FEWEST_LETTERS {
            return Vec::new();
        }
        let prepared = self.suggestions.get_or_init(|| Prepared::new(&self.catalog, &analyzer));
        let day = self.day(now.date());
        let finder = Finder { search: self, prepared, day: &day, analyzer, language, written: &typed.start };
        let spoken = |l: Language| l == language || l == Language::De;
        let mut found = finder.all(&typed, &spoken);
        if found.is_empty() {
            found = finder.all(&typed, &|_| true);
        }
        if found.is_empty() {
            let corrected = finder.corrected(&text, &typed);
            let mut all = corrected.into_iter().map(|text| finder.all(&Typed::new(&text), &spoken));
            found = all.find(|found| !found.is_empty()).unwrap_or_default();
        }
        found
    }
}

/// Labels and phrases in the form they are compared in, made by the first request for a suggestion.
#[derive(Debug)]
pub(super) struct Prepared {
    labels: Vec<Label>,
    phrases: Vec<Phrase>,
    /// Keys of words that find, but are never shown.
    coarse: HashSet<String>,
}

/// The label of something.
#[derive(Debug)]
struct Label {
    kind: Kind,
    /// Its number in its list of the catalog.
    at: usize,
    /// Its folded words with a blank between, in each language it has.
    texts: Vec<(Language, String)>,
}

/// A word or phrase of the thesaurus.
#[derive(Debug)]
struct Phrase {
    text: String,
    folded: String,
    /// Slugs of the languages it is in; none for German.
    languages: Vec<String>,
}

impl Prepared {
    fn new(catalog: &Catalog, analyzer: &Analyzer) -> Self {
        let mut labels = Vec::new();
        let mut add = |kind, at, texts: &mut dyn Iterator<Item = (Language, &str)>| {
            let texts = texts.map(|(language, text)| (language, folded(text))).collect();
            labels.push(Label { kind, at, texts });
        };
        let vocabularies = &catalog.vocabularies;
        vocabularies.themes.iter().for_each(|term| add(Kind::Theme, term.position, &mut term.label.iter()));
        concerns(catalog).enumerate().for_each(|(at, concern)| add(Kind::Concern, at, &mut concern.text.iter()));
        let inside = vocabularies.places.iter().filter(|place| !super::values::outside(&vocabularies.places, place));
        inside.for_each(|place| add(Kind::Place, place.position, &mut place.label.iter()));
        for (at, partner) in catalog.partners.iter().enumerate().filter(|(_, p)| p.status != Status::Ended) {
            add(Kind::Partner, at, &mut std::iter::once((Language::De, partner.name.as_str())));
        }
        for (at, offer) in catalog.offers.iter().enumerate().filter(|(_, o)| o.status != Status::Ended) {
            add(Kind::Offer, at, &mut std::iter::once((Language::De, offer.title.as_str())));
        }
        let synonyms = &catalog.synonyms;
        let (coarse, plain): (Vec<_>, Vec<_>) =
            synonyms.one_way.iter().partition(|one_way| one_way.coarse.is_some_and(bool::from));
        let groups = synonyms.groups.iter().flatten().map(|text| (text, [].as_slice()));
        let one_way = plain.into_iter().flat_map(|o| o.from.iter().map(|text| (text, o.languages.as_slice())));
        let phrases = groups.chain(one_way).map(|(text, languages)| {
            let folded = Typed::new(text).start;
            Phrase { text: text.clone(), folded, languages: languages.to_vec() }
        });
        let coarse = coarse.into_iter().flat_map(|o| &o.from).map(|text| key(analyzer, text)).collect();
        Self { phrases: phrases.collect(), coarse, labels }
    }
}

/// What was typed, as words.
struct Typed {
    words: Vec<Spelled>,
    /// Folded words as they follow each other, hyphenated ones in parts, with a blank between.
    start: String,
}

/// A word in its folded spellings. Labels are many, so it is neither stemmed nor taken apart.
struct Spelled {
    /// Bytes of the text it stands in.
    span: Range<usize>,
    /// Readings of each part of a hyphenated word, of the only one of any other; none empty.
    parts: Vec<Vec<String>>,
    /// A hyphenated word without its hyphens.
    joined: Option<String>,
}

impl Typed {
    fn new(text: &str) -> Self {
        let words = spelled(text);
        let first: Vec<&str> =
            words.iter().flat_map(|w| &w.parts).filter_map(|p| p.first()).map(String::as_str).collect();
        Self { start: first.join(" "), words }
    }

    /// Whether a label holds every word typed as the beginning of one of its own, and then whether it begins with them.
    fn fits(&self, label: &str) -> Option<bool> {
        let all = self.words.iter().all(|word| word.begins_in(label));
        all.then(|| label.starts_with(&self.start))
    }
}

/// Everything one request needs.
struct Finder<'a> {
    search: &'a Search,
    prepared: &'a Prepared,
    day: &'a Day,
    analyzer: Analyzer,
    language: Language,
    /// Folded text as typed, whatever was corrected since.
    written: &'a str,
}

impl Finder<'_> {
    /// Suggestions from labels of some languages, and words.
    fn all(&self, typed: &Typed, reads: &dyn Fn(Language) -> bool) -> Vec<Suggestion> {
        let fits = |label: &Label| {
            let texts = label.texts.iter().filter(|(language, _)| reads(*language));
            texts.filter_map(|(_, text)| typed.fits(text)).max()
        };
        let labels = self.prepared.labels.iter();
        let mut fitting: Vec<(bool, &Label)> = labels.filter_map(|l| fits(l).map(|begins| (!begins, l))).collect();
        fitting.sort_by_cached_key(|(later, label)| (*later, label.kind, self.lot(label)));
        let mut counts = [0; Kind::ALL.len()];
        fitting.retain(|(_, label)| {
            counts[label.kind as usize] += 1;
            counts[label.kind as usize] <= MOST_OF_A_KIND
        });
        let mut found: Vec<(bool, Suggestion)> =
            fitting.into_iter().filter_map(|(later, label)| Some((later, self.suggestion(label)?))).collect();
        let taken: HashSet<String> = found.iter().map(|(_, s)| key(&self.analyzer, &s.label)).collect();
        found.extend(self.words(typed, taken).into_iter().map(|word| (false, word)));
        found.sort_by_key(|(later, suggestion)| (*later, suggestion.kind));
        found.into_iter().map(|(_, suggestion)| suggestion).take(MOST).collect()
    }

    /// The place among equals: of the list, or today's neutral order.
    fn lot(&self, label: &Label) -> usize {
        let neutral = &self.day.neutral;
        match label.kind {
            Kind::Partner => {
                let offers = self.search.catalog.partners[label.at].offers.clone();
                offers.map(|offer| neutral[offer]).min().unwrap_or(usize::MAX)
            }
            Kind::Offer => neutral[label.at],
            _ => label.at,
        }
    }

    fn suggestion(&self, label: &Label) -> Option<Suggestion> {
        let catalog = &self.search.catalog;
        let suggestion = |text: &str, target: &str| {
            Some(Suggestion { kind: label.kind, label: text.to_owned(), target: target.to_owned(), of: None })
        };
        let localized = |text: &Localized, target: &str| suggestion(text.get(self.language), target);
        let term = |list: &Vocabulary| list.at(label.at).and_then(|term| localized(&term.label, &term.slug));
        match label.kind {
            Kind::Theme => term(&catalog.vocabularies.themes),
            Kind::Place => term(&catalog.vocabularies.places),
            Kind::Concern => concerns(catalog).nth(label.at).and_then(|c| localized(&c.text, &c.query)),
            Kind::Partner => suggestion(&catalog.partners[label.at].name, &catalog.partners[label.at].id),
            Kind::Offer => {
                let offer = &catalog.offers[label.at];
                let partner = catalog.partner_of(offer);
                let made = suggestion(&offer.title, &format!("{}/{}", partner.id, offer.id))?;
                Some(Suggestion { of: Some(partner.name.clone()), ..made })
            }
            Kind::Word => None,
        }
    }

    /// Words that begin with the text: those of the catalog, the most frequent first, then the thesaurus. One of each
    /// inflection, none that a label says already, and not the text itself: it only has to be sent.
    fn words(&self, typed: &Typed, mut taken: HashSet<String>) -> Vec<Suggestion> {
        let start = match &typed.words[..] {
            [word] => self.search.index.words().beginning_with(word.whole()),
            _ => &[],
        };
        let mut entries: Vec<&Entry> =
            start.iter().filter(|entry| !is_stop_word(&entry.exact) && !is_number(&entry.exact)).collect();
        entries.sort_by_key(|entry| Reverse(entry.offers));
        let entries = entries.into_iter().filter(|entry| self.leads(entry)).map(|entry| &entry.surface);
        let mut phrases: Vec<&Phrase> =
            self.prepared.phrases.iter().filter(|phrase| phrase.folded.starts_with(&typed.start)).collect();
        let own = self.language.key();
        phrases.sort_by_key(|p| !p.languages.is_empty() && p.languages.iter().all(|language| language != own));
        let words = entries.chain(phrases.into_iter().map(|phrase| &phrase.text)).filter(|word| {
            let key = key(&self.analyzer, word);
            let new = Typed::new(word).start != self.written;
            new && !self.prepared.coarse.contains(&key) && taken.insert(key)
        });
        let word = |word: &String| Suggestion { kind: Kind::Word, label: word.clone(), target: word.clone(), of: None };
        words.take(MOST_OF_A_KIND).map(word).collect()
    }

    /// Whether a word of the catalog finds an offer that has not ended, in a language this page speaks: themes are
    /// indexed by their labels in all languages.
    fn leads(&self, entry: &Entry) -> bool {
        let index = &self.search.index;
        let words = self.analyzer.words(&entry.surface);
        let stem = words.first().and_then(|word| word.forms.first()).map_or("", |form| form.stem.as_str());
        [(View::Exact, entry.exact.as_str()), (View::Part, stem)].into_iter().any(|(view, text)| {
            let term = view.term(text);
            index.fields(&term).any(|field| {
                let read = !matches!(field, Field::Theme | Field::Themes) || self.in_a_theme(&entry.exact);
                read && self.alive(field, &term)
            })
        })
    }

    /// Whether an offer that has not ended holds a term.
    fn alive(&self, field: Field, term: &str) -> bool {
        let mut alive = false;
        if let Some(postings) = self.search.index.postings(&mut Cursor::default(), field, term) {
            postings.each(|posting| alive |= self.day.alive.contains(posting.offer));
        }
        alive
    }

    /// Whether a word stands in the label of a theme, in the language of the page or in German.
    fn in_a_theme(&self, exact: &str) -> bool {
        let themes = self.prepared.labels.iter().filter(|label| label.kind == Kind::Theme);
        let texts = themes.flat_map(|label| &label.texts);
        let mut read = texts.filter(|(language, _)| [self.language, Language::De].contains(language));
        read.any(|(_, text)| text.split(' ').any(|word| word == exact))
    }

    /// The text with one letter of its last word put right, best first. Who is still typing has written the first letter
    /// as it should be, and a German word there is was not mistyped.
    fn corrected(&self, text: &str, typed: &Typed) -> Vec<String> {
        let Some(word) = typed.words.last() else { return Vec::new() };
        let exact = word.whole();
        if self.search.index.analyzer().is_german(&text[word.span.clone()]) {
            return Vec::new();
        }
        let near = self.search.understanding().spelling.nearest(exact).into_iter().filter(|entry| {
            let same_start = entry.exact.as_bytes().first() == exact.as_bytes().first();
            same_start && distance(entry.exact.as_bytes(), exact.as_bytes(), 1) == Some(1)
        });
        near.map(|entry| format!("{}{}", &text[..word.span.start], entry.surface)).collect()
    }
}

impl Spelled {
    /// The whole word in its first reading.
    fn whole(&self) -> &str {
        let first = self.parts.first().and_then(|readings| readings.first());
        self.joined.as_ref().or(first).map_or("", String::as_str)
    }

    /// Whether it begins a word of a folded label: as a whole, or with every part.
    fn begins_in(&self, label: &str) -> bool {
        let begins = |start: &String| label.split(' ').any(|word| word.starts_with(start.as_str()));
        self.joined.iter().any(begins) || self.parts.iter().all(|readings| readings.iter().any(begins))
    }
}

/// The words of a text.
fn spelled(text: &str) -> Vec<Spelled> {
    let mut words: Vec<Spelled> = Vec::new();
    for piece in pieces(text) {
        let mut readings: Vec<String> = piece.readings.iter().map(|r| fold(r)).filter(|r| !r.is_empty()).collect();
        readings.dedup();
        let Some(first) = readings.first() else { continue };
        match words.last_mut().filter(|_| piece.joined) {
            Some(word) => {
                word.joined = Some(fold(&format!("{}{first}", word.whole())));
                word.span.end = piece.span.end;
                word.parts.push(readings);
            }
            None => words.push(Spelled { span: piece.span, parts: vec![readings], joined: None }),
        }
    }
    words
}

/// A label in the form it is compared in: its words in order, then other ways to write them.
fn folded(text: &str) -> String {
    let Typed { words, start } = Typed::new(text);
    let others = words.iter().flat_map(|word| word.parts.iter().flat_map(|p| &p[1..]).chain(&word.joined));
    others.fold(start, |label, other| format!("{label} {other}"))
}

/// What is the same for every inflection of a text.
fn key(analyzer: &Analyzer, text: &str) -> String {
    let words = analyzer.words(text);
    words.iter().filter_map(|word| word.forms.first()).map(|form| form.stem.as_str()).collect::<Vec<_>>().join(" ")
}

fn concerns(catalog: &Catalog) -> impl Iterator<Item = &Concern> {
    catalog.concerns.groups.iter().flat_map(|group| &group.concerns)
}
