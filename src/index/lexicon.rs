//! The parts German words are made of, with what they cost, and the German words that are written often.
//!
//! Takes folded letters; gives every part that begins with them. The data file is an FST made by `lexicon.py` and
//! `lexicon/pack.rs` from lists of words under CC BY-SA 4.0 (sources: `lexicon/lexicon.py`).

use fst::Map;
use std::collections::HashMap;

/// Parts of words, folded: what [`Entry::unpacked`] reads of each.
const PARTS: &[u8] = include_bytes!("lexicon/teile.fst");

/// German words written often, folded: who types one of them mistyped no other. Made by `known.py`.
const KNOWN: &[u8] = include_bytes!("lexicon/woerter.fst");

/// Cost of what never happens, in bits.
pub(super) const NEVER: u8 = 31;

/// A part of words. Costs are in bits: the lower, the more words have it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// Cost as the last part of a word.
    pub(super) last: u8,
    /// Cost before other parts.
    pub(super) first: u8,
    /// Letters at the end that only link it to the next part.
    pub(super) linking: u8,
    /// Whether it is a word of its own that must not be split.
    pub(super) whole: bool,
}

impl Entry {
    /// The fields of a packed number: 5 bits each cost, 2 bits linking element, 1 bit for whole words.
    #[must_use]
    pub(super) const fn unpacked(value: u64) -> Self {
        Self {
            last: (value & 31) as u8,
            first: (value >> 5 & 31) as u8,
            linking: (value >> 10 & 3) as u8,
            whole: value >> 12 & 1 == 1,
        }
    }
}

/// The parts of the data file and the ones editors added.
pub(super) struct Lexicon {
    listed: Option<Map<&'static [u8]>>,
    known: Option<Map<&'static [u8]>>,
    added: HashMap<String, Entry>,
    longest_added: usize,
}

impl Lexicon {
    /// The data file with further parts, which win over listed ones.
    pub(super) fn new(added: HashMap<String, Entry>) -> Self {
        let longest_added = added.keys().map(String::len).max().unwrap_or(0);
        Self { listed: Map::new(PARTS).ok(), known: Map::new(KNOWN).ok(), added, longest_added }
    }

    /// Changes with the data files.
    pub(super) fn fingerprint() -> String {
        blake3::Hasher::new().update(PARTS).update(KNOWN).finalize().to_hex().to_string()
    }

    /// Whether `word` is listed as one that must not be split.
    pub(super) fn is_whole(&self, word: &str) -> bool {
        let listed = self.listed.as_ref().and_then(|map| map.get(word));
        listed.is_some_and(|value| Entry::unpacked(value).whole)
    }

    /// Whether `word` is listed as one that stands alone or last, or is written often.
    pub(super) fn lists(&self, word: &str) -> bool {
        let listed = self.listed.as_ref().and_then(|map| map.get(word)).map(Entry::unpacked);
        listed.is_some_and(|entry| entry.whole || entry.last != NEVER)
            || self.known.as_ref().is_some_and(|map| map.contains_key(word))
            || self.added.contains_key(word)
    }

    /// Calls `found` with the length and entry of every part `letters` begin with, after `before` was put in front
    /// (its letters do not count for the length).
    pub(super) fn prefixes(&self, before: &str, letters: &str, mut found: impl FnMut(usize, Entry)) {
        if let Some(map) = &self.listed {
            let fst = map.as_fst();
            let mut node = fst.root();
            let mut value = 0;
            for (i, letter) in before.bytes().chain(letters.bytes()).enumerate() {
                let Some(at) = node.find_input(letter) else { break };
                let transition = node.transition(at);
                value += transition.out.value();
                node = fst.node(transition.addr);
                if node.is_final() && i >= before.len() {
                    found(i + 1 - before.len(), Entry::unpacked(value + node.final_output().value()));
                }
            }
        }
        if before.is_empty() {
            for length in 1..=self.longest_added.min(letters.len()) {
                if let Some(entry) = letters.get(..length).and_then(|part| self.added.get(part)) {
                    found(length, *entry);
                }
            }
        }
    }
}
