//! How much a text is like what people say about something: themes, needs, target groups, single offers.
//!
//! Takes the examples beside the index ([`crate::index::Vectors`]); gives, for the words of a query, everything its words
//! point to, each with how sure that is. Rule: what has examples is as like a query as the two most similar ones are
//! (nearest neighbours by cosine), mixed with how like the query is to all of them together (their centroid): one sentence
//! said alike is telling, and so is the word that stands in many of them. Of needs and themes counts, too, which of them is
//! the likeliest (naive Bayes): a word that many of them share says little.

use crate::index::{About, Index, Share, Vectors, Word, bag};
use std::iter::Peekable;

/// What the second most similar example counts beside the first.
const SECOND: f32 = 0.3;
/// What likeness to all examples together counts beside the nearest: examples of a theme are too different for it.
const TOGETHER_NEED: f32 = 0.3;
const TOGETHER_GROUP: f32 = 0.8;
const TOGETHER_OFFER: f32 = 0.5;
/// Many examples together are never as like a query as one can be: so much more counts as the same.
const SCALE: f32 = 2.0;
/// What it counts to be the likeliest need or theme beside being like it, and by what the evidence of words is divided that
/// are not as independent as it takes them to be. By cross-validation over the examples of needs, a tenth left out: the
/// right need comes first in 37 % instead of 33 %, and among the first three in 59 % instead of 56 %.
const LIKELIEST: f32 = 0.4;
const DEPENDENT: f32 = 0.45;
/// What a word that stands in no example weighs, compared with one that stands in a single one.
const UNKNOWN: f32 = 0.25;

/// How many examples are compared in one go: what is added up for them stays in the nearest cache.
const GO: u32 = 4096;

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
pub(super) fn about(index: &Index, words: &[&Word], mut give: impl FnMut(About, f32)) {
    let bag = bag(index.analyzer(), words);
    let examples = index.examples();
    // A word that stands in no example is about something else.
    let unknown = (1.0 + examples.examples() as f32).ln() * UNKNOWN;
    let mut length = 0.0f32;
    let mut postings = Vec::with_capacity(bag.len());
    let mut together = vec![Together::default(); examples.abouts().len()];
    let mut weights = 0.0f32;
    for (stem, weight) in &bag {
        let Some(stem) = examples.stem(stem) else {
            // Of a word, not of its beginning: what begins like nothing else is counted already.
            length += if *weight < 1.0 { 0.0 } else { unknown.powi(2) };
            continue;
        };
        let weight = stem.idf() * weight;
        length += weight.powi(2);
        postings.push(stem.postings(weight * stem.idf()).peekable());
        weights += weight;
        for Share { about, weight: there, evidence } in stem.shares() {
            together[about].weight += weight * there;
            together[about].evidence += weight * evidence;
        }
    }
    let length = length.sqrt().max(f32::EPSILON);
    let near = nearest(examples, &mut postings);
    probable(examples, &mut together, weights, length);
    for (at, [first, second]) in near.into_iter().enumerate().filter(|(_, [first, _])| *first > 0.0) {
        let about = examples.abouts()[at];
        let Together { weight, probability, .. } = together[at];
        let (share, likeliest) = match about {
            About::Theme(_) => (0.0, LIKELIEST),
            About::Need(_) => (TOGETHER_NEED, LIKELIEST),
            About::TargetGroup(_) => (TOGETHER_GROUP, 0.0),
            About::Offer(_) => (TOGETHER_OFFER, 0.0),
        };
        let nearest = (first + SECOND * second) / (1.0 + SECOND) / length;
        let alike = (1.0 - share) * nearest + share * (SCALE * weight / length).min(1.0);
        // To be the likeliest of things that are hardly alike says no more than that; what is half as sure counts a quarter.
        let probable = probability.sqrt().min(alike);
        give(about, (alike + likeliest * probable) / (1.0 + likeliest));
    }
}

/// How like the query the most similar and the second most similar example of each thing are, before its length is taken
/// out. Takes the postings of its stems.
fn nearest(examples: &Vectors, postings: &mut [Peekable<impl Iterator<Item = (u32, f32)>>]) -> Vec<[f32; 2]> {
    let mut near = vec![[0.0f32; 2]; examples.abouts().len()];
    let mut products = [0.0f32; GO as usize];
    let mut touched: Vec<u32> = Vec::new();
    while let Some(first) = postings.iter_mut().filter_map(|stem| stem.peek().map(|(example, _)| *example)).min() {
        let start = first - first % GO;
        for stem in &mut *postings {
            while let Some((example, share)) = stem.next_if(|(example, _)| *example < start + GO) {
                let product = &mut products[(example - start) as usize];
                if *product == 0.0 {
                    touched.push(example);
                }
                *product += share;
            }
        }
        for example in touched.drain(..) {
            let (about, scale) = examples.example(example);
            let [first, second] = &mut near[about];
            let product = scale * std::mem::take(&mut products[(example - start) as usize]);
            if product > *first {
                (*first, *second) = (product, *first);
            } else if product > *second {
                *second = product;
            }
        }
    }
    near
}

/// What all examples of a thing together say.
#[derive(Debug, Clone, Copy, Default)]
struct Together {
    /// How like their centroid the query is.
    weight: f32,
    /// What its stems say for the thing, as a logarithm; 0 where no example holds any of them.
    evidence: f32,
    /// How likely it is among its kind, from 0 to 1.
    probability: f32,
}

/// Works out the probability of each need and theme by what speaks for it. `weights` is what the stems of the query weigh
/// together, `length` how long it is.
fn probable(examples: &Vectors, together: &mut [Together], weights: f32, length: f32) {
    let all = examples.abouts();
    let themes = 0..all.partition_point(|about| matches!(about, About::Theme(_)));
    let needs = all.partition_point(|about| !matches!(about, About::Need(_)))..all.len();
    for kind in [themes, needs] {
        let first = kind.start;
        let spoken_for = |there: &Together| there.evidence > 0.0;
        let mut most = f32::MIN;
        for (at, there) in together[kind.clone()].iter_mut().enumerate().filter(|(_, there)| spoken_for(there)) {
            // As a logarithm, for now.
            there.probability = (there.evidence - weights * examples.against(first + at)) / (length * DEPENDENT);
            most = most.max(there.probability);
        }
        let mut sum = 0.0f32;
        for there in together[kind.clone()].iter_mut().filter(|there| spoken_for(there)) {
            there.probability = (there.probability - most).exp();
            sum += there.probability;
        }
        together[kind].iter_mut().for_each(|there| there.probability /= sum.max(f32::EPSILON));
    }
}
