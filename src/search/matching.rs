//! Words against the index: which offers match, how well, and which words had to be given up.
//!
//! Takes words and an index; gives a `Match`. Up to three words are joined by AND, relaxed step by step if nothing holds
//! them all; longer input is a sentence. What matches depends on the words alone, never on filters: so every count of a
//! facet is what ticking it finds.

use super::results::Note;
use super::wanted::{Tier, Wanted};
use crate::index::{Field, Index, Posting};
use fixedbitset::FixedBitSet;

/// From so many words on, input is a sentence.
pub const SENTENCE: usize = 4;
/// Part of a word's other matches that counts beside its best one, in sentences.
const TIE: f32 = 0.15;
/// Scores are rounded to this, so that equal matches tie exactly.
const STEPS: f32 = 100.0;

/// The offers that match some words.
#[derive(Debug)]
pub(super) struct Match {
    /// Which offers.
    pub(super) offers: FixedBitSet,
    /// Relevance of each offer of the catalog; 0 for those that do not match.
    pub(super) scores: Vec<f32>,
    /// What to say about it.
    pub(super) notes: Vec<Note>,
}

/// Matches `text` against all offers in `alive`; `None` for an empty text, which narrows nothing.
pub(super) fn find(index: &Index, text: &str, alive: &FixedBitSet) -> Option<Match> {
    if text.is_empty() {
        return None;
    }
    let words = Wanted::all(index.analyzer(), text);
    if words.is_empty() {
        let nothing = FixedBitSet::with_capacity(index.documents());
        return Some(Match { offers: nothing, scores: vec![0.0; index.documents()], notes: vec![Note::NoWords] });
    }
    let matcher = Matcher { index, sentence: words.len() >= SENTENCE };
    let found: Vec<Vec<f32>> = words.iter().map(|word| matcher.word(word)).collect();
    let together = |offer: usize| found.iter().filter(|scores| scores[offer] > 0.0).count();
    let matching = |least: usize| {
        let mut offers = FixedBitSet::with_capacity(index.documents());
        offers.extend(alive.ones().filter(|offer| together(*offer) >= least));
        offers
    };
    let mut least = if matcher.sentence { 1 } else { words.len() };
    let mut offers = matching(least);
    while offers.is_clear() && least > 1 {
        least -= 1;
        offers = matching(least);
    }
    let mut notes = Vec::new();
    if !matcher.sentence && least < words.len() && !offers.is_clear() {
        let kept = words.iter().zip(&found).filter(|(_, scores)| offers.ones().any(|o| scores[o] > 0.0));
        notes.push(Note::Relaxed(kept.map(|(word, _)| word.surface.clone()).collect()));
    }
    let mut scores = vec![0.0; index.documents()];
    for offer in offers.ones() {
        let sum: f32 = found.iter().map(|scores| scores[offer]).sum();
        let bonus = if matcher.sentence && together(offer) == words.len() { 2.0 } else { 1.0 };
        scores[offer] = (sum * bonus * STEPS).round().max(1.0) / STEPS;
    }
    Some(Match { offers, scores, notes })
}

/// Whether some offer holds every word of a text, in whatever form.
pub(super) fn occurs(index: &Index, text: &str) -> bool {
    let matcher = Matcher { index, sentence: false };
    let found: Vec<Vec<f32>> = Wanted::all(index.analyzer(), text).iter().map(|word| matcher.best(word)).collect();
    !found.is_empty() && (0..index.documents()).any(|offer| found.iter().all(|scores| scores[offer] > 0.0))
}

/// Scores single words.
struct Matcher<'a> {
    index: &'a Index,
    sentence: bool,
}

impl Matcher<'_> {
    /// The score of every offer for one word; 0 where it does not stand.
    fn word(&self, word: &Wanted) -> Vec<f32> {
        let mut scores = self.best(word);
        if !self.sentence {
            let holding = scores.iter().filter(|s| **s > 0.0).count();
            let idf = (1.0 + scores.len() as f32 / holding.max(1) as f32).ln();
            scores.iter_mut().for_each(|s| *s *= idf);
        }
        scores
    }

    /// The best match of every offer: tier × field weight, or in sentences BM25 with a share of the other matches.
    fn best(&self, word: &Wanted) -> Vec<f32> {
        let mut best = vec![0.0f32; self.index.documents()];
        let mut sum = vec![0.0f32; if self.sentence { best.len() } else { 0 }];
        for lookup in &word.lookups {
            for field in Field::ALL {
                let weight = lookup.tier.factor() * field.weight();
                let postings: Vec<Posting> = self.index.postings(*field, lookup.view, &lookup.text).collect();
                if self.sentence {
                    let bm25 = self.index.bm25(*field, postings.len());
                    for posting in postings {
                        let score = weight * bm25(posting);
                        best[posting.offer] = best[posting.offer].max(score);
                        sum[posting.offer] += score;
                    }
                } else {
                    for posting in postings {
                        best[posting.offer] = best[posting.offer].max(weight);
                    }
                }
            }
        }
        for (best, sum) in best.iter_mut().zip(sum) {
            *best += TIE * (sum - *best).max(0.0);
        }
        self.add_parts(word, &mut best);
        best
    }

    /// A hyphenated word is also found by all its parts standing somewhere, as well as the worst of them.
    fn add_parts(&self, word: &Wanted, best: &mut [f32]) {
        let parts: Vec<Vec<f32>> = word.parts.iter().map(|part| self.best(part)).collect();
        if parts.is_empty() {
            return;
        }
        for (offer, best) in best.iter_mut().enumerate() {
            let worst = parts.iter().map(|scores| scores[offer]).fold(f32::INFINITY, f32::min);
            *best = best.max(Tier::Parts.factor() * worst);
        }
    }
}
