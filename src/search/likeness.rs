//! How much a text is like what people say about something: themes, needs, target groups, single offers.
//!
//! Takes the examples beside the index ([`crate::index::Vectors`]); gives, for the words of a query, everything its words
//! point to, each with how sure that is. Rule: what has examples is as like a query as the two most similar ones are
//! (nearest neighbours by cosine), mixed with how like the query is to all of them together (their centroid): one sentence
//! said alike is telling, and so is the word that stands in many of them.

use crate::index::{About, Index, Word, bag};
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

/// Compares a query with the examples.
#[derive(Debug, Default)]
pub(super) struct Likeness {
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
    /// Whether a word stands in some example: `Some(false)` if it may be a slip of the pen there.
    pub(super) fn knows(index: &Index, word: &Word) -> Option<bool> {
        let analyzer = index.analyzer();
        let bag = bag(analyzer, &[word]);
        let whole = bag.iter().filter(|(_, weight)| *weight >= 1.0);
        let stems = whole.filter_map(|(stem, _)| index.examples().stem(stem));
        let listed = || word.forms.iter().any(|form| !form.parts.is_empty() || analyzer.is_german(&form.exact));
        stems.map(|stem| stem.is_sure() || listed()).reduce(|a, b| a || b)
    }

    /// Gives what these words are about, in no order; sureness from 0 to 1.
    pub(super) fn about(&self, index: &Index, words: &[&Word], mut give: impl FnMut(About, f32)) {
        let bag = bag(index.analyzer(), words);
        let examples = index.examples();
        // A word that stands in no example is about something else.
        let unknown = (1.0 + examples.examples() as f32).ln() * UNKNOWN;
        let mut length = 0.0f32;
        // A query at the same time takes its own.
        let mut shared = self.scratch.try_lock().ok();
        let mut own = Scratch::default();
        let Scratch { products, touched } = shared.as_deref_mut().unwrap_or(&mut own);
        products.resize(examples.examples(), 0.0);
        let mut together = vec![0.0f32; examples.abouts().len()];
        for (stem, weight) in &bag {
            let Some(stem) = examples.stem(stem) else {
                // Of a word, not of its beginning: what begins like nothing else is counted already.
                length += if *weight < 1.0 { 0.0 } else { unknown.powi(2) };
                continue;
            };
            let weight = stem.idf() * weight;
            length += weight.powi(2);
            for (example, share) in stem.postings(weight * stem.idf()) {
                let product = &mut products[example as usize];
                if *product == 0.0 {
                    touched.push(example);
                }
                *product += share;
            }
            stem.shares().for_each(|(about, share)| together[about] += weight * share);
        }
        let length = length.sqrt().max(f32::EPSILON);
        let mut near = vec![[0.0f32; 2]; examples.abouts().len()];
        for example in touched.drain(..) {
            let (about, scale) = examples.example(example);
            let [first, second] = &mut near[about];
            let product = scale * std::mem::take(&mut products[example as usize]);
            if product > *first {
                (*first, *second) = (product, *first);
            } else if product > *second {
                *second = product;
            }
        }
        drop(shared);
        for (at, [first, second]) in near.into_iter().enumerate().filter(|(_, [first, _])| *first > 0.0) {
            let about = examples.abouts()[at];
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
