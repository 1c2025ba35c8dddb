//! Words that act as filters: places, postal codes, weekdays, "kostenlos", "für Frauen", "ab 60".
//!
//! Takes the places and filter words of a catalog, then the words of a query; gives the filters among them, each with the
//! words it was read from. Which words are filters is data (`filter:` in `suche/synonyme.yaml`); ages, postal codes and
//! "heute" are read by rule.

use super::Search;
use super::day::Day;
use super::facets::{Facet, FacetKey};
use super::lists::ValueList;
use super::phrases::Phrases;
use super::query::{MAX_AGE, Query};
use super::results::Understood;
use super::understanding::{Token, exact};
use crate::catalog::Catalog;
use crate::catalog::choice::Weekday;
use crate::catalog::vocabulary::PlaceFacts;
use crate::index::stop_words::is_negation;
use crate::index::{Analyzer, Word, fold};
use fixedbitset::FixedBitSet;
use std::ops::Range;

/// Fewest letters of the beginning of a place.
const SHORTEST_PLACE: usize = 4;
/// Words around a number that make it an age.
const WORD_BEFORE_AGE: &[&str] = &["ab", "uber", "mit", "u"];
const WORD_AFTER_AGE: &[&str] =
    &["jahr", "jahre", "jahren", "jahrig", "jahrige", "jahriger", "jahrigen", "jahriges", "plus", "j"];
/// Words after a number that make it something else, and words before years that make them a time.
const NO_AGE: &[&str] = &[
    "uhr", "prozent", "euro", "kilo", "kg", "meter", "km", "stunden", "minuten", "tage", "tagen", "wochen", "monate",
    "monaten", "personen", "leute", "leuten", "kinder", "kindern",
];
const TIME_BEFORE_YEARS: &[&str] = &["seit", "nach", "vor", "habe", "hab", "hatte", "fast"];
/// Words before a time of which somebody tells what happens then, and those that do so only before a time of day: a course
/// is held every Tuesday.
const TELLING: &[&str] = &["seit", "letzte", "letzten", "gestern", "bis"];
const EVERY: &[&str] = &["jede", "jeden", "jeder", "jedes"];
/// Days that move; who asks for tonight needs a bed, not an opening hour.
const TODAY: &str = "heute";
const NIGHT: &str = "nacht";

/// The filter words of a catalog.
#[derive(Debug, Default)]
pub(super) struct FilterWords {
    phrases: Phrases<Meaning>,
    /// Names of places of one word: folded, as written, and the position of the town.
    places: Vec<(String, String, usize)>,
}

/// A filter that words stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    facets: Vec<(FacetKey, String)>,
    age: Option<u8>,
    postal_code: Option<String>,
}

/// A query as it was typed.
pub(super) struct Typed<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) text: &'a str,
}

/// Places of words, and what they mean.
pub(super) type Conditions = Vec<(Vec<usize>, Meaning)>;

impl FilterWords {
    /// Learns them; `whole` need not know compounds.
    pub(super) fn new(catalog: &Catalog, whole: &Analyzer) -> Self {
        let mut phrases = Phrases::default();
        for place in catalog.vocabularies.places.iter() {
            let facets = vec![(FacetKey::Place, place.slug.clone())];
            let meaning = Meaning { facets, ..Meaning::default() };
            let labels = place.label.iter().map(|(_, label)| label);
            let names = labels.chain(place.search_words.iter().map(String::as_str));
            names.for_each(|name| phrases.add(whole, name, true, meaning.clone()));
        }
        for entry in &catalog.synonyms.filters {
            let query = Query::parse(&entry.query);
            let values = query.facets.iter().flat_map(|(key, values)| values.iter().map(|v| (*key, v.clone())));
            let meaning = Meaning { facets: values.collect(), age: query.age, postal_code: None };
            entry.words.iter().for_each(|word| phrases.add(whole, word, true, meaning.clone()));
        }
        let named = |text: &str| text.split_whitespace().count() == 1;
        let list = &catalog.vocabularies.places;
        let places = list.iter().flat_map(|place| {
            let names = place.search_words.iter().map(String::as_str).chain([place.label.de()]);
            let town = place.parent.unwrap_or(place.position);
            names.filter(|name| named(name)).map(move |name| (fold(name), name.to_owned(), town))
        });
        let places = places.collect();
        Self { phrases, places }
    }

    /// The name of a place that begins with a folded word, if all that do are in one town.
    pub(super) fn place_beginning_with(&self, start: &str) -> Option<&str> {
        let mut beginning = self.places.iter().filter(|(folded, ..)| folded.starts_with(start));
        let (_, name, town) = beginning.next().filter(|_| start.len() >= SHORTEST_PLACE)?;
        beginning.all(|(.., other)| other == town).then_some(name)
    }

    /// Whether a word is part of one.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.phrases.knows(word)
    }

    /// Places, filter words and ages among the words that are not taken.
    pub(super) fn conditions(&self, catalog: &Catalog, day: &Day, typed: &Typed<'_>, taken: &[bool]) -> Conditions {
        let tokens = typed.tokens;
        let words: Vec<&Word> = tokens.iter().map(|t| &t.word).collect();
        let mut taken = taken.to_vec();
        let mut conditions: Conditions = Vec::new();
        for found in self.phrases.find(&words) {
            if found.words.iter().all(|i| !taken[*i]) {
                found.words.iter().for_each(|i| taken[*i] = true);
                conditions.push((found.words, found.meaning.clone()));
            } else if let Some((_, meaning)) = conditions.iter_mut().find(|(places, _)| *places == found.words) {
                // The same words mean several values of a list: any of them.
                meaning.facets.extend(
                    found.meaning.facets.iter().filter(|f| !meaning.facets.contains(f)).cloned().collect::<Vec<_>>(),
                );
            }
        }
        for (i, token) in tokens.iter().enumerate().filter(|(i, _)| !taken[*i]) {
            let word = exact(&token.word);
            let tonight = tokens.get(i + 1).is_some_and(|next| exact(&next.word) == NIGHT);
            if word == TODAY && !tonight {
                let today = Weekday::of(day.date).word().to_owned();
                conditions.push((vec![i], Meaning { facets: vec![(FacetKey::When, today)], ..Meaning::default() }));
            } else if let Some((places, age)) = age(typed, i) {
                conditions.push((places, Meaning { age: Some(age), ..Meaning::default() }));
            } else if let Some(facets) = towns_of(catalog, word) {
                conditions.push((vec![i], Meaning { facets, age: None, postal_code: Some(word.to_owned()) }));
            }
        }
        conditions.retain(|(places, meaning)| asks(tokens, places, meaning));
        conditions.sort_by_key(|(places, _)| places.first().copied());
        day_and_time(&mut conditions);
        conditions
    }
}

impl Meaning {
    pub(super) fn understood(self, places: &[usize], tokens: &[Token], text: &str) -> Understood {
        let typed = |i: &usize| text[tokens[*i].typed.clone()].to_owned();
        Understood {
            words: places.iter().map(typed).collect::<Vec<_>>().join(" "),
            rest: without(text, places.iter().map(|i| tokens[*i].typed.clone())),
            facets: self.facets,
            age: self.age,
            postal_code: self.postal_code,
            lifts: false,
        }
    }
}

impl Understood {
    /// The offers it fits; an age also those that state none.
    pub(super) fn bits(&self, search: &Search, day: &Day) -> FixedBitSet {
        self.each(search, day, |list, values| list.any(values, search.len()))
    }

    /// The offers of which nobody knows whether it fits them; `None` if its facets know no "unknown".
    pub(super) fn unknown(&self, search: &Search, day: &Day) -> Option<FixedBitSet> {
        let has_unknown = self.facets.iter().any(|(key, _)| Facet::of(*key).has_unknown);
        let known_or_not = |list: &ValueList, values: &[String]| {
            let mut bits = list.any(values, search.len());
            bits.union_with(&list.unknown(values, search.len()));
            bits
        };
        has_unknown.then(|| self.each(search, day, known_or_not))
    }

    /// Offers that pass every facet and the age. Most offers for grown-ups state no age, and hardly any of them is closed
    /// to somebody who names theirs; a ticked age is stricter.
    fn each(&self, search: &Search, day: &Day, passing: impl Fn(&ValueList, &[String]) -> FixedBitSet) -> FixedBitSet {
        let mut bits = day.alive.clone();
        let mut keys: Vec<FacetKey> = self.facets.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let values: Vec<String> = self.facets.iter().filter(|(k, _)| *k == key).map(|(_, v)| v.clone()).collect();
            bits.intersect_with(&passing(&day.lists[key as usize], &values));
        }
        if let Some(age) = self.age {
            let fits = |i: &usize| search.catalog.offers[*i].age.is_none_or(|range| range.contains(age));
            bits.intersect_with(&search.bits((0..search.len()).filter(fits)));
        }
        bits
    }
}

/// Whether somebody asks for it: not if it is denied ("die Kasse zahlt nicht"), nor if a time is only told ("jeden Abend").
fn asks(tokens: &[Token], places: &[usize], meaning: &Meaning) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| exact(&token.word));
    let before = word(places.first().and_then(|first| first.checked_sub(1)));
    let after = word(places.last().map(|last| last + 1));
    let time = meaning.facets.iter().all(|(key, _)| *key == FacetKey::When) && meaning.age.is_none();
    let day = meaning.facets.iter().any(|(_, value)| is_day(value));
    let told = time && (TELLING.contains(&before) || (!day && EVERY.contains(&before)));
    !told && !is_negation(after)
}

/// The towns that have a postal code; `None` if none does.
fn towns_of(catalog: &Catalog, code: &str) -> Option<Vec<(FacetKey, String)>> {
    let towns = catalog.vocabularies.places.roots();
    let has = |place: &PlaceFacts| place.postal_codes.iter().any(|c| c == code);
    let facets: Vec<_> =
        towns.filter(|town| town.place.as_ref().is_some_and(has)).map(|t| (FacetKey::Place, t.slug.clone())).collect();
    (!facets.is_empty()).then_some(facets)
}

/// "montags abends" is Monday evening, not Monday and any evening.
fn day_and_time(conditions: &mut Conditions) {
    let single = |m: &Meaning| match &m.facets[..] {
        [(FacetKey::When, value)] if m.age.is_none() => Some(value.clone()),
        _ => None,
    };
    let at = |test: &dyn Fn(&str) -> bool| conditions.iter().position(|(_, m)| single(m).is_some_and(|v| test(&v)));
    let (Some(day), Some(time)) = (at(&is_day), at(&|v| !is_day(v) && !v.contains('/'))) else { return };
    let (Some(d), Some(t)) = (single(&conditions[day].1), single(&conditions[time].1)) else { return };
    let (words, _) = conditions.remove(time.max(day));
    let kept = &mut conditions[time.min(day)];
    kept.0.extend(words);
    kept.0.sort_unstable();
    kept.1.facets = vec![(FacetKey::When, format!("{d}/{t}"))];
}

fn is_day(value: &str) -> bool {
    Weekday::ALL.iter().any(|day| day.word() == value)
}

/// An age that begins or stands at a word: "ab 60", "60 Jahre", "60+", "Ü60".
fn age(typed: &Typed<'_>, at: usize) -> Option<(Vec<usize>, u8)> {
    let Typed { tokens, text } = typed;
    let word = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| exact(&t.word));
    let this = word(Some(at));
    let years = |digits: &str| digits.parse().ok().filter(|age| (1..=MAX_AGE).contains(age));
    if let Some(age) = this.strip_prefix('u').and_then(years) {
        // "U25" is younger than that, "Ü60" is not.
        let under = text[tokens[at].typed.clone()].to_lowercase().strip_prefix('u').and_then(years).is_some();
        return Some((vec![at], age - u8::from(under)));
    }
    let age = years(this)?;
    let mut places = vec![at];
    let plus = text[tokens[at].typed.end..].starts_with('+');
    // Not "lehnt ab, 4 Kinder" and not "6 u. 8 Jahre".
    let next_to = |b: &usize| text[tokens[*b].typed.end..tokens[at].typed.start].chars().all(char::is_whitespace);
    let before = at.checked_sub(1).filter(|b| WORD_BEFORE_AGE.contains(&word(Some(*b))) && next_to(b));
    let after = WORD_AFTER_AGE.contains(&word(Some(at + 1)));
    let other = NO_AGE.contains(&word(Some(at + 1)));
    places.extend(before);
    places.extend(after.then_some(at + 1));
    let old = after && word(Some(at + 2)) == "alt";
    places.extend(old.then_some(at + 2));
    places.sort_unstable();
    let time = after && !old && at.checked_sub(1).is_some_and(|b| TIME_BEFORE_YEARS.contains(&word(Some(b))));
    ((plus || before.is_some() || after) && !other && !time).then_some((places, age))
}

/// A text without some of its words.
fn without(text: &str, words: impl Iterator<Item = Range<usize>>) -> String {
    let words: Vec<Range<usize>> = words.collect();
    let kept = text.char_indices().filter(|(i, _)| !words.iter().any(|range| range.contains(i)));
    let kept: String = kept.map(|(_, c)| c).collect();
    kept.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}
