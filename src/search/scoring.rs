//! How every offer holds a single word, and how well.
//!
//! Takes a `Wanted`; gives a `Held`. A word counts by the best field it stands in and the best of its senses, and a share of
//! the others; among few words by how rare it is, in sentences by BM25.

use super::wanted::{Lookup, Tier, Wanted, Way};
use crate::index::{Cursor, Field, Index};

/// Part of a word's matches in further fields that counts beside its best one.
const FIELD_TIE: f32 = 0.1;
/// Part of a word's further meanings that counts beside its best one.
const SENSE_TIE: f32 = 0.6;
/// Place in a [`Row`] of what stands in several fields together.
const TOGETHER: usize = Field::ALL.len();

/// How offers hold a word.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) wanted: Wanted,
    /// Score of each offer; 0 where it does not stand.
    pub(super) scores: Vec<f32>,
    /// Which sense of the word counted most, for each offer.
    pub(super) senses: Vec<u8>,
}

/// What an offer has of one sense of a word; as much as a processor fetches at once.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Row {
    /// Best score in each field, and one more for what stands in several fields together.
    fields: [f32; TOGETHER + 1],
    /// Whether it has any.
    touched: bool,
}

/// One way in which an offer holds a word.
#[derive(Debug, Clone, PartialEq)]
pub struct Hold {
    /// How close it is.
    pub tier: Tier,
    /// Where it stands.
    pub field: Field,
    /// The term of the index.
    pub term: String,
    /// The word that stands for the one typed.
    pub via: Option<String>,
    /// It counts only together with others: of how many it is one.
    pub part_of: Option<usize>,
    /// Field weight × tier, in sentences × BM25.
    pub score: f32,
}

/// Scores single words; keeps its scratch space from one to the next.
pub(super) struct Scorer<'a> {
    index: &'a Index,
    sentence: bool,
    cursor: Cursor,
    rows: Vec<Row>,
    /// Offers whose row is touched, each once.
    touched: Vec<usize>,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(index: &'a Index, sentence: bool) -> Self {
        let rows = vec![Row::default(); index.documents()];
        Self { index, sentence, cursor: Cursor::default(), rows, touched: Vec::new() }
    }

    /// A word, or what is looked for instead where no offer holds it.
    pub(super) fn word_or_instead(&mut self, mut wanted: Wanted) -> Vec<Held> {
        let instead = std::mem::take(&mut wanted.instead);
        let held = self.word(wanted);
        if instead.is_empty() || held.scores.iter().any(|score| *score > 0.0) {
            return vec![held];
        }
        instead.into_iter().map(|part| self.word(part)).collect()
    }

    /// How every offer holds a word.
    pub(super) fn word(&mut self, wanted: Wanted) -> Held {
        let documents = self.index.documents();
        let (mut best, mut sum, mut senses) = (vec![0.0f32; documents], vec![0.0f32; documents], vec![0u8; documents]);
        for (number, sense) in wanted.senses.iter().enumerate() {
            sense.ways.iter().for_each(|way| self.way(way));
            for offer in self.touched.drain(..) {
                let score = std::mem::take(&mut self.rows[offer]).combined();
                sum[offer] += score;
                if score > best[offer] {
                    best[offer] = score;
                    senses[offer] = u8::try_from(number).unwrap_or(u8::MAX);
                }
            }
        }
        let holding = best.iter().filter(|score| **score > 0.0).count();
        let idf = if self.sentence { 1.0 } else { (1.0 + documents as f32 / holding.max(1) as f32).ln() };
        let scores = best.iter().zip(sum).map(|(best, sum)| idf * (best + SENSE_TIE * (sum - best))).collect();
        Held { wanted, scores, senses }
    }

    /// Notes where offers hold a word in this way.
    fn way(&mut self, way: &Way) {
        if let [any] = &way.all[..] {
            any.iter().for_each(|lookup| self.term(lookup, way.tier));
            return;
        }
        let held = |any: &Vec<Lookup>| any.iter().any(|lookup| self.index.holds(lookup.view, &lookup.text));
        if !way.all.iter().all(held) {
            return;
        }
        for (offer, score) in self.all_of(way).into_iter().enumerate().filter(|(_, score)| *score > 0.0) {
            note(&mut self.rows[offer], &mut self.touched, offer, TOGETHER, way.tier.factor(self.sentence) * score);
        }
    }

    /// As well as the worst of them is held.
    fn all_of(&mut self, way: &Way) -> Vec<f32> {
        let Self { index, sentence, cursor, .. } = self;
        let mut worst = vec![f32::INFINITY; index.documents()];
        for any in &way.all {
            let mut best = vec![0.0f32; index.documents()];
            for lookup in any {
                each(index, cursor, *sentence, lookup, |_, offer, score| {
                    best[offer] = best[offer].max(lookup.factor(*sentence) * score);
                });
            }
            worst.iter_mut().zip(best).for_each(|(worst, best)| *worst = worst.min(best));
        }
        worst
    }

    /// Every way in which one offer holds a word by a single term, the best first.
    pub(super) fn holds(&mut self, wanted: &Wanted, offer: usize) -> Vec<Hold> {
        let sentence = self.sentence;
        let mut holds = Vec::new();
        for sense in &wanted.senses {
            let single = sense.ways.iter().flat_map(|way| way.all.iter().flatten().map(move |lookup| (way, lookup)));
            for (way, lookup) in single {
                let part_of = (way.all.len() > 1).then_some(way.all.len());
                each(self.index, &mut self.cursor, self.sentence, lookup, |field, found, score| {
                    if found == offer {
                        let via = sense.via.as_ref().map(|via| via.word.clone());
                        let score = score * way.tier.factor(sentence) * lookup.factor(sentence);
                        holds.push(Hold { tier: way.tier, field, term: lookup.text.clone(), via, part_of, score });
                    }
                });
            }
        }
        holds.sort_by(|a, b| b.score.total_cmp(&a.score));
        holds
    }

    fn term(&mut self, lookup: &Lookup, tier: Tier) {
        let Self { index, sentence, cursor, rows, touched } = self;
        let factor = tier.factor(*sentence) * lookup.factor(*sentence);
        each(index, cursor, *sentence, lookup, |field, offer, score| {
            note(&mut rows[offer], touched, offer, field as usize, score * factor);
        });
    }
}

impl Row {
    /// The best field, and a share of the others.
    fn combined(self) -> f32 {
        let best = self.fields.into_iter().fold(0.0, f32::max);
        let sum: f32 = self.fields.into_iter().sum();
        best + FIELD_TIE * (sum - best)
    }
}

/// Keeps a score if it is the best of its field.
fn note(row: &mut Row, touched: &mut Vec<usize>, offer: usize, field: usize, score: f32) {
    let best = &mut row.fields[field];
    *best = best.max(score);
    if !std::mem::replace(&mut row.touched, true) {
        touched.push(offer);
    }
}

/// Every offer that holds a term, with its field and what it counts there: the field's weight, times BM25 in sentences.
fn each(index: &Index, cursor: &mut Cursor, sentence: bool, lookup: &Lookup, mut give: impl FnMut(Field, usize, f32)) {
    let term = lookup.view.term(&lookup.text);
    for field in index.fields(&term) {
        let Some(postings) = index.postings(cursor, field, &term) else { continue };
        if sentence {
            postings.each_scored(|posting, bm25| give(field, posting.offer, field.weight(true) * bm25));
        } else {
            postings.each(|posting| give(field, posting.offer, field.weight(false)));
        }
    }
}
