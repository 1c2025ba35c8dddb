//! How much a text is like what people say about something: themes, needs, target groups, single offers.
//!
//! Takes the examples beside the index; gives, for the words of a query, everything its words point to, each with how sure
//! that is. Rule: every example is a vector of stems, each weighted by its inverse document frequency over all examples
//! (Salton & Buckley 1988). What has examples is as like a query as the two most similar ones are (nearest neighbours),
//! mixed with how like the query is to all of them together (Rocchio 1971): one sentence said alike is telling, and so is
//! the word that stands in many of them.

use crate::catalog::Catalog;
use crate::index::{About, Analyzer, Examples, Word, bag};
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
    /// Per stem: its weight, and the examples that hold it with what it weighs there.
    postings: Vec<(f32, Vec<(u32, f32)>)>,
    /// Per stem: what has examples that hold it, with what it weighs in all of them together.
    centroids: Vec<Vec<(u32, f32)>>,
    /// What there are examples of.
    abouts: Vec<About>,
    /// Each example: what it is one of (a place in `abouts`), and the length of its vector.
    examples: Vec<(usize, f32)>,
    /// A number for each example, all 0 between queries: to fill it anew for each would cost more than the query.
    products: Mutex<Vec<f32>>,
}

impl Likeness {
    /// Learns the examples of a catalog.
    pub(super) fn new(catalog: &Catalog, examples: &Examples, analyzer: &Analyzer) -> Self {
        let mut likeness = Self::default();
        let places = likeness.places(catalog, examples, analyzer);
        let mut found: Vec<f32> = vec![0.0; likeness.postings.len()];
        let mut known: HashMap<About, usize> = HashMap::new();
        for (number, example) in examples.all.iter().enumerate() {
            let next = likeness.abouts.len();
            let about = *known.entry(example.about).or_insert(next);
            if about == next {
                likeness.abouts.push(example.about);
            }
            likeness.examples.push((about, 0.0));
            for (stem, weight) in &example.bag {
                let at = places[*stem];
                let postings = &mut likeness.postings[at].1;
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                if postings.last().is_none_or(|(last, _)| *last != number) {
                    postings.push((number, *weight));
                    found[at] += 1.0;
                }
            }
        }
        let all = examples.all.len() as f32;
        for ((idf, examples), found) in likeness.postings.iter_mut().zip(found) {
            *idf = (1.0 + all / f32::max(found, 1.0)).ln();
            for (example, weight) in examples {
                likeness.examples[*example as usize].1 += (*idf * *weight).powi(2);
            }
        }
        likeness.examples.iter_mut().for_each(|(_, length)| *length = length.sqrt());
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
        for (idf, examples) in &self.postings {
            let mut touched: Vec<u32> = Vec::new();
            for (example, weight) in examples {
                let (about, length) = self.examples[*example as usize];
                if sums[about] == 0.0 {
                    touched.push(u32::try_from(about).unwrap_or(u32::MAX));
                }
                sums[about] += idf * weight / length.max(f32::EPSILON);
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

    /// Whether a word stands in some example.
    pub(super) fn knows(&self, word: &Word) -> bool {
        bag(&[word]).iter().any(|(stem, weight)| *weight >= 1.0 && self.stems.contains_key(stem))
    }

    /// What these words are about, in no order; sureness from 0 to 1.
    pub(super) fn about(&self, words: &[&Word]) -> Vec<(About, f32)> {
        let bag = bag(words);
        // A word that stands in no example is about something else.
        let unknown = (1.0 + self.examples.len() as f32).ln() * UNKNOWN;
        let mut length = 0.0f32;
        // A query at the same time takes its own.
        let mut shared = self.products.try_lock().ok();
        let mut own = Vec::new();
        let products = shared.as_deref_mut().unwrap_or(&mut own);
        products.resize(self.examples.len(), 0.0);
        let mut touched: Vec<u32> = Vec::new();
        let mut together = vec![0.0f32; self.abouts.len()];
        for (stem, weight) in &bag {
            let Some(at) = self.stems.get(stem) else {
                length += (unknown * weight).powi(2);
                continue;
            };
            let (idf, examples) = &self.postings[*at];
            length += (idf * weight).powi(2);
            for (example, there) in examples {
                let product = &mut products[*example as usize];
                if *product == 0.0 {
                    touched.push(*example);
                }
                *product += idf * idf * weight * there;
            }
            self.centroids[*at].iter().for_each(|(about, there)| together[*about as usize] += idf * weight * there);
        }
        let length = length.sqrt().max(f32::EPSILON);
        let mut near = vec![[0.0f32; 2]; self.abouts.len()];
        let mut seen: Vec<usize> = Vec::new();
        for example in touched {
            let (about, there) = self.examples[example as usize];
            let product = std::mem::take(&mut products[example as usize]);
            let likeness = product / (there * length).max(f32::EPSILON);
            let [first, second] = &mut near[about];
            if *first == 0.0 {
                seen.push(about);
            }
            if likeness > *first {
                (*first, *second) = (likeness, *first);
            } else {
                *second = second.max(likeness);
            }
        }
        let sure = |about: usize| {
            let [first, second] = near[about];
            let nearest = (first + SECOND * second) / (1.0 + SECOND);
            let share = match self.abouts[about] {
                About::Theme(_) => 0.0,
                About::Need(_) => TOGETHER_NEED,
                About::TargetGroup(_) => TOGETHER_GROUP,
                About::Offer(_) => TOGETHER_OFFER,
            };
            (1.0 - share) * nearest + share * (SCALE * together[about] / length).min(1.0)
        };
        seen.into_iter().map(|about| (self.abouts[about], sure(about))).collect()
    }
}
