//! Words and phrases that mean something, found in what somebody typed.
//!
//! Takes phrases with their meaning, then the words of a query; gives every phrase that stands in them. Words are compared
//! by stem, so inflection never matters. In a phrase of several telling words small words may be missing and others stand
//! between ("kann nachts einfach nicht schlafen" holds "nicht schlafen"); otherwise every word counts, in order.

use crate::index::stop_words::{is_negation, is_stop_word};
use crate::index::{Analyzer, Word};
use std::collections::HashMap;
use std::ops::Range;

/// Words that may stand between those of a phrase.
const GAP: usize = 2;

/// Phrases by one of their stems.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_stem: HashMap<String, Vec<Phrase<T>>>,
}

#[derive(Debug)]
struct Phrase<T> {
    /// The words that must be there.
    stems: Vec<String>,
    /// Place among them of the one it is looked up by.
    anchor: usize,
    /// Whether order and neighbourhood are free within reach.
    loose: bool,
    /// Words of the whole phrase.
    length: usize,
    meaning: T,
}

/// A phrase found.
#[derive(Debug)]
pub(super) struct Found<'a, T> {
    /// Places of its words in the query, ascending.
    pub(super) words: Vec<usize>,
    /// What it means.
    pub(super) meaning: &'a T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_stem: HashMap::new() }
    }
}

impl<T: Clone> Phrases<T> {
    /// Adds a phrase; a text without words is none. `strict` phrases always count word by word.
    pub(super) fn add(&mut self, analyzer: &Analyzer, text: &str, strict: bool, meaning: T) {
        let words = analyzer.words(text);
        self.insert(&words.iter().collect::<Vec<_>>(), strict, meaning.clone());
        // What is written with a hyphen is typed in two words, too.
        if words.iter().any(|word| !word.parts.is_empty()) {
            let apart = words.iter().flat_map(|w| if w.parts.is_empty() { vec![w] } else { w.parts.iter().collect() });
            self.insert(&apart.collect::<Vec<_>>(), strict, meaning);
        }
    }

    fn insert(&mut self, words: &[&Word], strict: bool, meaning: T) {
        let readable: Vec<_> = words.iter().filter_map(|word| word.forms.first()).collect();
        let telling = |exact: &str| !is_stop_word(exact) || is_negation(exact);
        let essential: Vec<_> = readable.iter().filter(|form| telling(&form.exact)).collect();
        let loose = !strict && essential.len() >= 2;
        let stems: Vec<String> = if loose {
            essential.iter().map(|form| form.stem.clone()).collect()
        } else {
            readable.iter().map(|form| form.stem.clone()).collect()
        };
        let anchor = if loose { 0 } else { readable.iter().position(|form| telling(&form.exact)).unwrap_or(0) };
        if let Some(key) = stems.get(anchor).cloned() {
            let phrase = Phrase { stems, anchor, loose, length: readable.len(), meaning };
            self.by_stem.entry(key).or_default().push(phrase);
        }
    }
}

impl<T> Phrases<T> {
    /// Every phrase in these words, longest first, then by place.
    pub(super) fn find(&self, words: &[&Word]) -> Vec<Found<'_, T>> {
        let mut found = Vec::new();
        for at in 0..words.len() {
            for stem in stems(words[at]) {
                for phrase in self.by_stem.get(stem).into_iter().flatten() {
                    let places = if phrase.loose { phrase.around(words, at) } else { phrase.in_order(words, at) };
                    found.extend(places.map(|words| Found { words, meaning: &phrase.meaning }));
                }
            }
        }
        found.sort_by_key(|f: &Found<'_, T>| (std::cmp::Reverse(f.words.len()), f.words.first().copied()));
        found
    }

    /// Whether a word stands at the anchor of some phrase.
    pub(super) fn knows(&self, word: &Word) -> bool {
        stems(word).any(|stem| self.by_stem.contains_key(stem))
    }
}

impl<T> Phrase<T> {
    fn in_order(&self, words: &[&Word], at: usize) -> Option<Vec<usize>> {
        let start = at.checked_sub(self.anchor)?;
        let places: Range<usize> = start..start + self.stems.len();
        let there = words.get(places.clone())?;
        there.iter().zip(&self.stems).all(|(word, stem)| is(word, stem)).then(|| places.collect())
    }

    fn around(&self, words: &[&Word], at: usize) -> Option<Vec<usize>> {
        let reach = self.length + GAP;
        let near = at.saturating_sub(reach - 1)..(at + reach).min(words.len());
        let mut places = vec![at];
        for stem in &self.stems[1..] {
            let mut free = near.clone().filter(|i| !places.contains(i) && is(words[*i], stem));
            // The nearest one: what belongs together stands together.
            let first = free.next()?;
            let place = free.chain([first]).min_by_key(|i| i.abs_diff(at)).unwrap_or(first);
            places.push(place);
        }
        places.sort_unstable();
        (places[places.len() - 1] - places[0] < reach).then_some(places)
    }
}

fn stems(word: &Word) -> impl Iterator<Item = &str> {
    word.forms.iter().map(|form| form.stem.as_str())
}

fn is(word: &Word, stem: &str) -> bool {
    stems(word).any(|s| s == stem)
}
