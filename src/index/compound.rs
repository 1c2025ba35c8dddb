//! Compounds and their parts: `Suchtberatungsstelle` → `Sucht`, `beratung(s)`, `stelle`.
//!
//! Takes a word in any spelling; gives the ranges of its parts, alike for all spellings that fold to the same. Of all
//! chains of known parts the cheapest wins if it is cheaper than to spell the word out letter by letter; a cut where no
//! syllable ends costs extra. What parts cost was learnt from lists of words (`lexicon`).

use super::fold::{Folded, fold, fold_mapped};
use super::lexicon::{Entry, Lexicon, NEVER};
use hypher::Lang;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Fewest and most folded letters of a word that is looked into.
const LETTERS: Range<usize> = 6..60;
/// Fewest letters of a part.
const PART: usize = 2;

/// Costs in tenths of a bit.
mod cost {
    /// A word that is not split, and each of its letters.
    pub(super) const WHOLE: i32 = 95;
    pub(super) const LETTER: i32 = 25;
    /// A part before another one.
    pub(super) const CUT: i32 = 10;
    /// A cut inside a syllable.
    pub(super) const SYLLABLE: i32 = 40;
    /// A first part nobody listed, besides its letters.
    pub(super) const UNKNOWN: i32 = 40;
    /// A part that editors added, in bits.
    pub(super) const ADDED: u8 = 10;
}
/// Fewest letters of an unlisted first part.
const UNKNOWN: usize = 5;
/// Highest cost, in bits, of the last part behind it.
const COMMON: u8 = 12;
/// Endings of the inflected forms of a word that stays whole.
const ENDINGS: &[&str] = &["e", "n", "en", "s", "es", "er", "ern"];

/// A part of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the spelling, with the linking element.
    pub span: Range<usize>,
    /// Bytes at the end of `span` that only link it to the next part: the `s` of `beratungs`.
    pub linking: usize,
}

/// Splits compounds.
pub struct Compounds {
    lexicon: Lexicon,
    keep: HashSet<String>,
}

/// The cheapest way to a letter of a word.
#[derive(Clone, Copy)]
struct Step {
    cost: i32,
    from: usize,
    linking: u8,
    /// Whether the part takes the `e` before it, which folding hides.
    borrowed: bool,
    /// Whether the part is listed nowhere.
    unlisted: bool,
}

impl Compounds {
    /// A splitter with the editors' corrections: words that stay whole, also as parts of others, and further parts.
    #[must_use]
    pub fn new(keep_whole: &[String], parts: &[String]) -> Self {
        let entry = Entry { last: cost::ADDED, first: cost::ADDED, linking: 0, whole: false };
        let mut added = HashMap::new();
        for word in keep_whole.iter().chain(parts).map(|word| fold(word)).filter(|word| word.len() >= PART) {
            added.insert(format!("{word}s"), Entry { last: NEVER, linking: 1, ..entry });
            added.insert(word, entry);
        }
        Self { lexicon: Lexicon::new(added), keep: keep_whole.iter().map(|word| fold(word)).collect() }
    }

    /// The parts of a word in order; empty if it stays whole.
    #[must_use]
    pub fn split(&self, spelling: &str) -> Vec<Part> {
        let folded = fold_mapped(spelling);
        let word = folded.text();
        if !LETTERS.contains(&word.len()) || !word.bytes().all(|b| b.is_ascii_lowercase()) || self.stays_whole(word) {
            return Vec::new();
        }
        let steps = self.steps(word);
        let length = word.len();
        let whole = cost::WHOLE + cost::LETTER * length as i32;
        match steps[length] {
            Some(last) if last.cost < whole => parts(spelling, &folded, &steps),
            _ => Vec::new(),
        }
    }

    /// Whether the lexicon lists a folded word.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.keep.contains(word) || self.lexicon.lists(word)
    }

    fn stays_whole(&self, word: &str) -> bool {
        self.lexicon.is_whole(word)
            || self.keep.contains(word)
            || ENDINGS.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| self.keep.contains(stem)))
    }

    /// The cheapest way to every letter that parts end at; to the last one with two parts or more.
    fn steps(&self, word: &str) -> Vec<Option<Step>> {
        let length = word.len();
        let syllables = syllable_ends(word);
        let mut steps: Vec<Option<Step>> = vec![None; length + 1];
        // First parts that are listed, or listed as none.
        let mut listed = vec![false; length + 1];
        steps[0] = Some(Step { cost: 0, from: 0, linking: 0, borrowed: false, unlisted: false });
        for from in 0..length {
            let Some(Step { cost: so_far, unlisted, .. }) = steps[from] else { continue };
            let mut relax = |taken: usize, entry: Entry, borrowed: bool| {
                let to = from + taken;
                listed[to] |= from == 0;
                let bits = if to == length { entry.last } else { entry.first };
                // Behind an unlisted first part only a common last one is believed.
                if unlisted && (to < length || taken < UNKNOWN || bits > COMMON) {
                    return;
                }
                if bits == NEVER || taken < PART || (from == 0 && to == length) {
                    return;
                }
                let cut = match to {
                    end if end == length => 0,
                    inside if syllables[inside] => cost::CUT,
                    _ => cost::CUT + cost::SYLLABLE,
                };
                let extra = if borrowed { cost::CUT } else { 0 };
                let cost = so_far + i32::from(bits) * 10 + cut + extra;
                let step = Step { cost, from, linking: entry.linking, borrowed, unlisted: false };
                if steps[to].is_none_or(|known| cost < known.cost) {
                    steps[to] = Some(step);
                }
            };
            self.lexicon.prefixes("", &word[from..], |taken, entry| relax(taken, entry, false));
            // `klimaerwarmung` folds to `klimarwarmung`: the `e` after a vowel is lost.
            if from > 0 && matches!(word.as_bytes()[from - 1], b'a' | b'o' | b'u') {
                self.lexicon.prefixes("e", &word[from..], |taken, entry| relax(taken, entry, true));
            }
            if from == 0 {
                for to in UNKNOWN..length {
                    if syllables[to] && !listed[to] {
                        let cost = cost::WHOLE + cost::LETTER * to as i32 + cost::UNKNOWN;
                        steps[to] = Some(Step { cost, from, linking: 0, borrowed: false, unlisted: true });
                    }
                }
            }
        }
        steps
    }
}

/// Walks the steps back from the end of the word.
fn parts(spelling: &str, folded: &Folded, steps: &[Option<Step>]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut to = steps.len() - 1;
    let mut end = folded.span(to..to).start;
    let mut last = true;
    while let Some(step) = steps[to].filter(|_| to > 0) {
        let mut start = folded.span(step.from..to).start;
        if step.borrowed && spelling[..start].ends_with(['e', 'E']) {
            start -= 1;
        }
        let word_end = folded.span(to - usize::from(step.linking)..to).start;
        let linking = if last || step.linking == 0 { 0 } else { end - word_end };
        parts.push(Part { span: start..end, linking });
        (to, end, last) = (step.from, start, false);
    }
    parts.reverse();
    parts
}

/// Whether a syllable ends before a letter, for every letter and the end of the word.
fn syllable_ends(word: &str) -> Vec<bool> {
    let mut ends = vec![false; word.len() + 1];
    let mut at = 0;
    for syllable in hypher::hyphenate(word, Lang::German) {
        at += syllable.len();
        if let Some(end) = ends.get_mut(at) {
            *end = true;
        }
    }
    ends
}
