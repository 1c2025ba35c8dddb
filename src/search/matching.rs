//! Words against the index: which offers match, how well, and which words had to be given up.
//!
//! Takes what is wanted and an index; gives a `Match`. Up to three words are joined by AND, relaxed step by step where
//! nothing or little holds them all; longer input is a sentence. What matches depends on the words alone, never on
//! filters: so every count of a facet is what ticking it finds. The figures below were set on the judged queries that are
//! not held (`suche/pruefung.yaml`), one at a time.

use super::everyday::{Meant, SURE_NEED};
use super::results::{Note, Reason};
use super::scoring::{Held, Scorer};
use super::wanted::{self, Lookup, Wanted};
use crate::index::Index;
use fixedbitset::FixedBitSet;

/// From so many words on, input is a sentence.
pub(super) const SENTENCE: usize = 4;
/// If fewer offers hold all words, those that hold all but one follow.
const ENOUGH: usize = 5;
/// How sure a theme must be to find offers that hold none of the words, from 0 to 1.
const SURE: f32 = 0.45;
/// How much an offer's own examples must be like the query to find it without its words, from 0 to 1.
const ALIKE: f32 = 0.25;
/// So many offers that hold a single word make a need needless: who types one word means it.
const PLENTY: usize = 50;
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
/// What is left of the score of an offer that would be wrong for whoever asks: it stands behind, and can still be found.
const WRONG: f32 = 0.1;
/// How much more an offer counts for people the query names for sure.
const GROUP: f32 = 0.42;
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
    let mut scorer = Scorer::new(index, sentence);
    let words: Vec<Held> = words.into_iter().flat_map(|word| scorer.word_or_instead(word)).collect();
    let together = Together::new(&words, alive);
    let all = words.len();
    let whole = together.at_least(all);
    let few = whole < ENOUGH;
    // Better what is likely meant than nothing.
    let nothing = together.at_least(1) == 0;
    let by_theme = few && meant.themes.first().is_some_and(|(_, sure)| nothing || *sure >= SURE);
    let sure_need = meant.needs.first().is_some_and(|(_, sure)| nothing || *sure >= SURE_NEED);
    let by_need = (all > 1 || whole < PLENTY) && sure_need;
    let mut reached = if sentence { 1 } else { all };
    while reached > 1 && together.at_least(reached) == 0 {
        reached -= 1;
    }
    let one_less = !sentence && reached > 1 && few && together.at_least(reached - 1) > together.at_least(reached);
    let least = if one_less { reached - 1 } else { reached.max(1) };
    let mut offers = FixedBitSet::with_capacity(index.documents());
    let mut scores = vec![0.0; index.documents()];
    let mut found_by_meaning = false;
    for offer in alive.ones() {
        let held = together.of(offer) >= least;
        let worth = &meant.offers[offer];
        let alike = worth.theme > 0.0 || worth.example >= ALIKE;
        if !(held || (by_theme && alike) || (by_need && worth.need > 0.0)) {
            continue;
        }
        found_by_meaning |= !held;
        offers.insert(offer);
        let sum: f32 = words.iter().map(|word| word.scores[offer]).sum();
        let share = together.of(offer) as f32 / all.max(1) as f32;
        let meaning = weights.theme * worth.theme + weights.example * worth.example + weights.need * worth.need;
        let score = (sum * (SHARE.0 + SHARE.1 * share) + meaning) * (1.0 + GROUP * worth.group);
        let score = if worth.wrong { WRONG * score } else { score };
        scores[offer] = (score * STEPS).round().max(1.0) / STEPS;
    }
    let mut notes = Vec::new();
    if found_by_meaning {
        notes.push(Note::ByTheme(meant.named.clone()));
    } else if !sentence && !offers.is_clear() && reached < all {
        let kept = words.iter().filter(|word| offers.ones().any(|o| word.scores[o] > 0.0));
        notes.push(Note::Relaxed(kept.map(|word| word.wanted.surface.clone()).collect()));
    } else if !sentence && one_less {
        notes.push(Note::Fewer(together.at_least(reached)));
    }
    Match { offers, scores, notes, words, meant, sentence }
}

/// The offers that hold every word of a text, in whatever form.
pub(super) fn holding(index: &Index, text: &str) -> Vec<usize> {
    let mut scorer = Scorer::new(index, false);
    let words: Vec<Held> = wanted::plain(index.analyzer(), text).into_iter().map(|w| scorer.word(w)).collect();
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

/// How many of the words each offer holds.
struct Together {
    of: Vec<u8>,
    /// How many offers hold exactly so many words.
    exactly: Vec<usize>,
}

impl Together {
    fn new(words: &[Held], alive: &FixedBitSet) -> Self {
        let mut of = vec![0u8; alive.len()];
        for word in words {
            word.scores.iter().zip(&mut of).for_each(|(score, held)| *held += u8::from(*score > 0.0));
        }
        let mut exactly = vec![0; words.len() + 1];
        alive.ones().for_each(|offer| exactly[usize::from(of[offer])] += 1);
        Self { of, exactly }
    }

    fn of(&self, offer: usize) -> usize {
        usize::from(self.of[offer])
    }

    /// How many offers hold at least so many words.
    fn at_least(&self, words: usize) -> usize {
        self.exactly.iter().skip(words).sum()
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
