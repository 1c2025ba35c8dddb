//! Words against the index: which offers match, how well, and which words had to be given up.
//!
//! Takes what is wanted and an index; gives a `Match`. Up to three words are joined by AND, relaxed step by step where
//! nothing or little holds them all; longer input is a sentence. What matches depends on the words alone, never on
//! filters: so every count of a facet is what ticking it finds. The figures below were set on the judged queries that are
//! not held (`suche/pruefung.yaml`), one at a time.

use super::everyday::Meant;
use super::results::{Note, Reason};
use super::wanted::{self, Lookup, Tier, Wanted, Way};
use crate::index::{Field, Index};
use fixedbitset::FixedBitSet;

/// From so many words on, input is a sentence.
pub const SENTENCE: usize = 4;
/// If fewer offers hold all words, those that hold all but one follow.
const ENOUGH: usize = 5;
/// How sure a theme must be to find offers that hold none of the words, from 0 to 1.
const SURE: f32 = 0.45;
/// How much an offer's own examples must be like the query to find it without its words, from 0 to 1.
const ALIKE: f32 = 0.25;
/// How sure a need must be to find offers that hold none of the words, and how many that hold a single word make it
/// needless: who types one word means it.
const NEEDED: (f32, usize) = (0.35, 50);
/// What a word counts in an offer that holds only this of many words, and how much more in one that holds all.
const SHARE: (f32, f32) = (0.8, 0.36);
/// What a theme, an offer's own example and a need of which the search is sure count beside one, two or three words, and in
/// sentences, whose words count by BM25. Two words together seldom say what they say alone: there the need decides.
const MEANING: [Weights; SENTENCE] = [
    Weights { theme: 8.0, example: 2.0, need: 30.0 },
    Weights { theme: 8.0, example: 2.0, need: 260.0 },
    Weights { theme: 8.0, example: 2.0, need: 260.0 },
    Weights { theme: 27.0, example: 30.0, need: 320.0 },
];
/// How much more an offer counts for people the query names for sure.
const GROUP: f32 = 0.42;
/// Part of a word's matches in further fields that counts beside its best one.
const FIELD_TIE: f32 = 0.1;
/// Part of a word's further meanings that counts beside its best one.
const SENSE_TIE: f32 = 0.6;
/// Scores are rounded to this, so that equal matches tie exactly.
const STEPS: f32 = 100.0;

/// The offers that match some words.
#[derive(Debug, Clone)]
pub(super) struct Match {
    /// Which offers.
    pub(super) offers: FixedBitSet,
    /// Relevance of each offer of the catalog; 0 for those that do not match.
    pub(super) scores: Vec<f32>,
    /// What to say about it.
    pub(super) notes: Vec<Note>,
    /// The words, each with how every offer holds it.
    pub(super) words: Vec<Held>,
    /// What the words are about.
    pub(super) meant: Meant,
    /// Whether the words were read as a sentence.
    pub(super) sentence: bool,
}

/// How offers hold a word.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) wanted: Wanted,
    /// Score of each offer; 0 where it does not stand.
    pub(super) scores: Vec<f32>,
    /// Which sense of the word counted most, for each offer.
    pub(super) senses: Vec<u8>,
}

/// What meaning counts beside words.
struct Weights {
    theme: f32,
    example: f32,
    need: f32,
}

/// Matches words against all offers in `alive`.
pub(super) fn find(index: &Index, words: Vec<Wanted>, meant: Meant, alive: &FixedBitSet) -> Match {
    let sentence = words.len() >= SENTENCE;
    let weights = &MEANING[words.len().clamp(1, SENTENCE) - 1];
    let mut matcher = Matcher::new(index, sentence);
    let words: Vec<Held> = words.into_iter().flat_map(|word| matcher.word_or_instead(word)).collect();
    let mut together = vec![0usize; index.documents()];
    for word in &words {
        word.scores.iter().zip(&mut together).for_each(|(score, held)| *held += usize::from(*score > 0.0));
    }
    let count = |least: usize| alive.ones().filter(|offer| together[*offer] >= least).count();
    let all = words.len();
    let whole = count(all);
    let few = whole < ENOUGH;
    let by_theme = few && meant.themes.first().is_some_and(|(_, sure)| *sure >= SURE);
    let by_need = (all > 1 || whole < NEEDED.1) && meant.needs.first().is_some_and(|(_, sure)| *sure >= NEEDED.0);
    let mut reached = if sentence { 1 } else { all };
    while reached > 1 && count(reached) == 0 {
        reached -= 1;
    }
    let one_less = !sentence && reached > 1 && few && count(reached - 1) > count(reached);
    let least = if one_less { reached - 1 } else { reached.max(1) };
    let mut offers = FixedBitSet::with_capacity(index.documents());
    let mut scores = vec![0.0; index.documents()];
    let mut found_by_meaning = false;
    for offer in alive.ones() {
        let held = together[offer] >= least;
        let alike = meant.by_theme[offer] > 0.0 || meant.by_example[offer] >= ALIKE;
        if !(held || (by_theme && alike) || (by_need && meant.by_need[offer] > 0.0)) {
            continue;
        }
        found_by_meaning |= !held;
        offers.insert(offer);
        let sum: f32 = words.iter().map(|word| word.scores[offer]).sum();
        let share = together[offer] as f32 / all.max(1) as f32;
        let meaning = weights.theme * meant.by_theme[offer]
            + weights.example * meant.by_example[offer]
            + weights.need * meant.by_need[offer];
        let score = (sum * (SHARE.0 + SHARE.1 * share) + meaning) * (1.0 + GROUP * meant.by_group[offer]);
        scores[offer] = (score * STEPS).round().max(1.0) / STEPS;
    }
    let mut notes = Vec::new();
    if found_by_meaning {
        notes.push(Note::ByTheme(meant.named.clone()));
    } else if !sentence && !offers.is_clear() && reached < all {
        let kept = words.iter().filter(|word| offers.ones().any(|o| word.scores[o] > 0.0));
        notes.push(Note::Relaxed(kept.map(|word| word.wanted.surface.clone()).collect()));
    } else if !sentence && one_less {
        notes.push(Note::Fewer(count(reached)));
    }
    Match { offers, scores, notes, words, meant, sentence }
}

/// The offers that hold every word of a text, in whatever form.
pub(super) fn holding(index: &Index, text: &str) -> Vec<usize> {
    let mut matcher = Matcher::new(index, false);
    let words: Vec<Held> = wanted::plain(index.analyzer(), text).into_iter().map(|w| matcher.word(w)).collect();
    let holds = |offer: &usize| words.iter().all(|w| w.scores[*offer] > 0.0);
    if words.is_empty() { Vec::new() } else { (0..index.documents()).filter(holds).collect() }
}

/// What no offer holds.
pub(super) fn nothing(index: &Index) -> Match {
    let offers = FixedBitSet::with_capacity(index.documents());
    Match {
        offers,
        scores: vec![0.0; index.documents()],
        notes: Vec::new(),
        words: Vec::new(),
        meant: Meant::default(),
        sentence: false,
    }
}

impl Match {
    /// Puts some offers before others that match as well.
    pub(super) fn lift(&mut self, offers: &FixedBitSet, factor: f32) {
        for offer in self.offers.ones().filter(|offer| offers[*offer]) {
            self.scores[offer] = (self.scores[offer] * factor * STEPS).round() / STEPS;
        }
    }

    /// Why an offer was found although it holds a word neither as typed nor in another form.
    pub(super) fn reason(&self, offer: usize) -> Option<Reason> {
        self.words.iter().filter(|word| word.scores[offer] > 0.0).find_map(|word| {
            let via = word.wanted.senses.get(usize::from(word.senses[offer]))?.via.as_ref()?;
            via.shown.then(|| Reason { typed: word.wanted.surface.clone(), found: via.word.clone() })
        })
    }

    /// The terms to mark in texts.
    pub(super) fn lookups(&self) -> impl Iterator<Item = &Lookup> {
        let senses = self.words.iter().flat_map(|w| &w.wanted.senses);
        let shown = senses.filter(|sense| sense.via.as_ref().is_none_or(|via| via.shown));
        shown.flat_map(|sense| &sense.ways).flat_map(|way| way.all.iter().flatten())
    }
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
pub(super) struct Matcher<'a> {
    index: &'a Index,
    sentence: bool,
    /// Best score of each offer in each field, and one more for what stands in several fields together.
    fields: Vec<Vec<f32>>,
    /// Offers with a score in any field, each once.
    touched: Vec<usize>,
    /// Whether an offer is among them.
    marked: FixedBitSet,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(index: &'a Index, sentence: bool) -> Self {
        let fields = vec![vec![0.0; index.documents()]; Field::ALL.len() + 1];
        let marked = FixedBitSet::with_capacity(index.documents());
        Self { index, sentence, fields, touched: Vec::new(), marked }
    }

    /// A word, or what is looked for instead where no offer holds it.
    fn word_or_instead(&mut self, mut wanted: Wanted) -> Vec<Held> {
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
            self.marked.clear();
            for offer in std::mem::take(&mut self.touched) {
                let score = self.combined(offer);
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

    /// The best field, and a share of the others; clears the scratch space of the offer.
    fn combined(&mut self, offer: usize) -> f32 {
        let (mut best, mut sum) = (0.0f32, 0.0);
        for field in &mut self.fields {
            let score = std::mem::take(&mut field[offer]);
            best = best.max(score);
            sum += score;
        }
        best + FIELD_TIE * (sum - best)
    }

    /// Notes where offers hold a word in this way.
    fn way(&mut self, way: &Way) {
        if let [any] = &way.all[..] {
            any.iter().for_each(|lookup| self.term(lookup, way.tier.factor()));
            return;
        }
        let Some(worst) = self.all_of(way) else { return };
        let together = Field::ALL.len();
        for (offer, score) in worst.into_iter().enumerate().filter(|(_, score)| *score > 0.0) {
            self.fields[together][offer] = self.fields[together][offer].max(way.tier.factor() * score);
            if !self.marked.put(offer) {
                self.touched.push(offer);
            }
        }
    }

    /// As well as the worst of them is held; `None` if one of them stands nowhere.
    fn all_of(&self, way: &Way) -> Option<Vec<f32>> {
        let mut worst: Option<Vec<f32>> = None;
        for any in &way.all {
            let mut best = vec![0.0f32; self.index.documents()];
            let mut found = false;
            for lookup in any {
                each(self.index, self.sentence, lookup, |_, offer, score| {
                    found = true;
                    best[offer] = best[offer].max(lookup.factor * score);
                });
            }
            if !found {
                return None;
            }
            worst = Some(match worst {
                None => best,
                Some(worst) => worst.into_iter().zip(best).map(|(a, b)| a.min(b)).collect(),
            });
        }
        worst
    }

    /// Every way in which one offer holds a word by a single term, the best first.
    pub(super) fn holds(&self, wanted: &Wanted, offer: usize) -> Vec<Hold> {
        let mut holds = Vec::new();
        for sense in &wanted.senses {
            let single = sense.ways.iter().flat_map(|way| way.all.iter().flatten().map(move |lookup| (way, lookup)));
            for (way, lookup) in single {
                let part_of = (way.all.len() > 1).then_some(way.all.len());
                each(self.index, self.sentence, lookup, |field, found, score| {
                    if found == offer {
                        let via = sense.via.as_ref().map(|via| via.word.clone());
                        let score = score * way.tier.factor() * lookup.factor;
                        holds.push(Hold { tier: way.tier, field, term: lookup.text.clone(), via, part_of, score });
                    }
                });
            }
        }
        holds.sort_by(|a, b| b.score.total_cmp(&a.score));
        holds
    }

    fn term(&mut self, lookup: &Lookup, factor: f32) {
        let Self { index, sentence, fields, touched, marked } = self;
        each(index, *sentence, lookup, |field, offer, score| {
            let best = &mut fields[field as usize][offer];
            *best = best.max(score * factor * lookup.factor);
            if !marked.put(offer) {
                touched.push(offer);
            }
        });
    }
}

/// Every offer that holds a term, with its field and what it counts there: the field's weight, times BM25 in sentences.
fn each(index: &Index, sentence: bool, lookup: &Lookup, mut give: impl FnMut(Field, usize, f32)) {
    let term = lookup.view.term(&lookup.text);
    for field in index.fields(&term) {
        let postings = index.postings(field, &term);
        if sentence {
            let postings: Vec<_> = postings.collect();
            let bm25 = index.bm25(field, postings.len());
            postings.into_iter().for_each(|p| give(field, p.offer, field.weight() * bm25(p)));
        } else {
            postings.for_each(|p| give(field, p.offer, field.weight()));
        }
    }
}
