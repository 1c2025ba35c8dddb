//! How much a text is like what people say about something: themes, needs, target groups, single offers.
//!
//! Takes the examples beside the index; gives, for the words of a query, everything its words point to, each with how sure
//! that is. Rule: every example is a vector of stems, each weighted by its inverse document frequency over all examples
//! (Salton & Buckley 1988). What has examples is as like a query as the two most similar ones are (nearest neighbours),
//! mixed with how like the query is to all of them together (Rocchio 1971): one sentence said alike is telling, and so is
//! the word that stands in many of them.

use crate::catalog::Catalog;
use crate::index::{About, Analyzer, Examples, NO_SLIP, Word, bag};
use std::collections::HashMap;
use std::sync::Mutex;

/// What the second most similar example counts beside the first.
const SECOND: f32 = 0.3;
/// What likeness to all examples together counts beside the nearest: examples of a theme are too different for it.
const TOGETHER_NEED: f32 = 0.3;
const TOGETHER_GROUP: f32 = 0.8;
const TOGETHER_OFFER: f32 = 0.5;
/// Many examples together are never as like a query as one can be: so much more counts as the same.
const SCALE: f32 = 2.0;
/// What a word that stands in no example weighs, compared with one that stands in a single one.
const UNKNOWN: f32 = 0.5;

/// The examples of a catalog, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Likeness {
    stems: HashMap<String, usize>,
    /// Per stem: its weight, and the examples that hold it with its share in their direction (their length is 1).
    postings: Vec<(f32, Vec<(u32, f32)>)>,
    /// Per stem: whether it is a word for sure, as it stands in an example of another language or in several.
    words: Vec<bool>,
    /// Per stem: what has examples that hold it, with what it weighs in all of them together.
    centroids: Vec<Vec<(u32, f32)>>,
    /// What there are examples of.
    abouts: Vec<About>,
    /// What each example is one of: a place in `abouts`.
    examples: Vec<u32>,
    /// Kept from one query to the next: to make it anew for each would cost more than the query.
    scratch: Mutex<Scratch>,
}

/// How like a query each example is; all 0 between queries.
#[derive(Debug, Default)]
struct Scratch {
    products: Vec<f32>,
    /// The examples that are not 0.
    touched: Vec<u32>,
}

impl Likeness {
    /// Learns the examples of a catalog.
    pub(super) fn new(catalog: &Catalog, examples: &Examples, analyzer: &Analyzer) -> Self {
        let mut likeness = Self::default();
        let places = likeness.places(catalog, examples, analyzer);
        let mut found: Vec<f32> = vec![0.0; likeness.postings.len()];
        let mut known: HashMap<About, usize> = HashMap::new();
        likeness.words = vec![false; likeness.postings.len()];
        for (number, example) in examples.all.iter().enumerate() {
            let next = likeness.abouts.len();
            let about = *known.entry(example.about).or_insert(next);
            if about == next {
                likeness.abouts.push(example.about);
            }
            likeness.examples.push(u32::try_from(about).unwrap_or(u32::MAX));
            for (stem, weight) in &example.bag {
                let at = places[*stem];
                likeness.words[at] |= example.foreign;
                let postings = &mut likeness.postings[at].1;
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                if postings.last().is_none_or(|(last, _)| *last != number) {
                    postings.push((number, *weight));
                    found[at] += 1.0;
                }
            }
        }
        let all = examples.all.len() as f32;
        let mut lengths = vec![0.0f32; likeness.examples.len()];
        for (((idf, examples), word), found) in likeness.postings.iter_mut().zip(&mut likeness.words).zip(found) {
            *word |= examples.len() >= NO_SLIP;
            *idf = (1.0 + all / f32::max(found, 1.0)).ln();
            for (example, weight) in examples {
                *weight *= *idf;
                lengths[*example as usize] += weight.powi(2);
            }
        }
        for (example, weight) in likeness.postings.iter_mut().flat_map(|(_, examples)| examples) {
            *weight /= lengths[*example as usize].sqrt().max(f32::EPSILON);
        }
        likeness.gather();
        likeness
    }

    /// Where the postings of each stem are: those that stand for each other share one place.
    fn places(&mut self, catalog: &Catalog, examples: &Examples, analyzer: &Analyzer) -> Vec<usize> {
        for group in &catalog.synonyms.groups {
            let words = group.iter().map(|word| analyzer.words(word)).filter(|words| words.len() == 1);
            let stems = words.filter_map(|words| words[0].forms.first().map(|form| form.stem.clone()));
            let stems: Vec<String> = stems.collect();
            let next = self.postings.len();
            let place = stems.iter().find_map(|stem| self.stems.get(stem).copied()).unwrap_or(next);
            if place == next {
                self.postings.push((0.0, Vec::new()));
            }
            stems.into_iter().for_each(|stem| {
                self.stems.entry(stem).or_insert(place);
            });
        }
        let place = |stem: &String| {
            let next = self.postings.len();
            let at = *self.stems.entry(stem.clone()).or_insert(next);
            if at == next {
                self.postings.push((0.0, Vec::new()));
            }
            at
        };
        examples.stems.iter().map(place).collect()
    }

    /// Adds up the examples of each.
    fn gather(&mut self) {
        let mut lengths = vec![0.0f32; self.abouts.len()];
        let mut sums = vec![0.0f32; self.abouts.len()];
        for (_, examples) in &self.postings {
            let mut touched: Vec<u32> = Vec::new();
            for (example, weight) in examples {
                let about = self.examples[*example as usize];
                if sums[about as usize] == 0.0 {
                    touched.push(about);
                }
                sums[about as usize] += weight;
            }
            let gathered = touched.into_iter().map(|about| (about, std::mem::take(&mut sums[about as usize])));
            let gathered: Vec<(u32, f32)> = gathered.collect();
            gathered.iter().for_each(|(about, sum)| lengths[*about as usize] += sum * sum);
            self.centroids.push(gathered);
        }
        for (about, weight) in self.centroids.iter_mut().flatten() {
            *weight /= lengths[*about as usize].sqrt().max(f32::EPSILON);
        }
    }

    /// Whether a word stands in some example: `Some(false)` if it may be a slip of the pen there.
    pub(super) fn knows(&self, analyzer: &Analyzer, word: &Word) -> Option<bool> {
        let bag = bag(analyzer, &[word]);
        let places = bag.iter().filter(|(_, weight)| *weight >= 1.0).filter_map(|(stem, _)| self.stems.get(stem));
        let listed = || word.forms.iter().any(|form| !form.parts.is_empty() || analyzer.is_german(&form.exact));
        places.map(|at| self.words[*at] || listed()).reduce(|a, b| a || b)
    }

    /// Gives what these words are about, in no order; sureness from 0 to 1.
    pub(super) fn about(&self, analyzer: &Analyzer, words: &[&Word], mut give: impl FnMut(About, f32)) {
        let bag = bag(analyzer, words);
        // A word that stands in no example is about something else.
        let unknown = (1.0 + self.examples.len() as f32).ln() * UNKNOWN;
        let mut length = 0.0f32;
        // A query at the same time takes its own.
        let mut shared = self.scratch.try_lock().ok();
        let mut own = Scratch::default();
        let Scratch { products, touched } = shared.as_deref_mut().unwrap_or(&mut own);
        products.resize(self.examples.len(), 0.0);
        let mut together = vec![0.0f32; self.abouts.len()];
        for (stem, weight) in &bag {
            let Some(at) = self.stems.get(stem) else {
                // Of a word, not of its beginning: what begins like nothing else is counted already.
                length += if *weight < 1.0 { 0.0 } else { unknown.powi(2) };
                continue;
            };
            let (idf, examples) = &self.postings[*at];
            let weight = idf * weight;
            length += weight.powi(2);
            for (example, there) in examples {
                let product = &mut products[*example as usize];
                if *product == 0.0 {
                    touched.push(*example);
                }
                *product += weight * there;
            }
            self.centroids[*at].iter().for_each(|(about, there)| together[*about as usize] += weight * there);
        }
        let length = length.sqrt().max(f32::EPSILON);
        let mut near = vec![[0.0f32; 2]; self.abouts.len()];
        for example in touched.drain(..) {
            let [first, second] = &mut near[self.examples[example as usize] as usize];
            let product = std::mem::take(&mut products[example as usize]);
            if product > *first {
                (*first, *second) = (product, *first);
            } else if product > *second {
                *second = product;
            }
        }
        drop(shared);
        for (at, [first, second]) in near.into_iter().enumerate().filter(|(_, [first, _])| *first > 0.0) {
            let about = self.abouts[at];
            let share = match about {
                About::Theme(_) => 0.0,
                About::Need(_) => TOGETHER_NEED,
                About::TargetGroup(_) => TOGETHER_GROUP,
                About::Offer(_) => TOGETHER_OFFER,
            };
            let nearest = (first + SECOND * second) / (1.0 + SECOND) / length;
            give(about, (1.0 - share) * nearest + share * (SCALE * together[at] / length).min(1.0));
        }
    }
}
