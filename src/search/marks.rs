//! What to mark in a text: the words that were looked for, also inside compounds.
//!
//! Takes a match; gives the bytes of a text to mark. Words found by a coarse synonym are marked nowhere.

use super::matching::Match;
use crate::index::{Analyzer, View, Word};
use std::collections::HashSet;
use std::ops::Range;

/// The terms looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    exact: HashSet<String>,
    stems: HashSet<String>,
    parts: HashSet<String>,
}

impl Marks {
    /// The terms of a match; none without one.
    pub(super) fn of(words: Option<&Match>) -> Self {
        let mut marks = Self::default();
        for lookup in words.into_iter().flat_map(Match::lookups) {
            let set = match lookup.view {
                View::Exact => &mut marks.exact,
                View::Stem => &mut marks.stems,
                View::Part => &mut marks.parts,
            };
            set.insert(lookup.text.clone());
        }
        marks
    }

    /// Whether there is nothing to mark.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.exact.is_empty() && self.stems.is_empty() && self.parts.is_empty()
    }

    /// The bytes of a text to mark, ascending and apart from each other.
    #[must_use]
    pub fn within(&self, analyzer: &Analyzer, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut ranges = Vec::new();
        analyzer.words(text).iter().for_each(|word| self.word(word, &mut ranges));
        ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        joined
    }

    fn word(&self, word: &Word, ranges: &mut Vec<Range<usize>>) {
        if word.forms.iter().any(|form| self.exact.contains(&form.exact) || self.stems.contains(&form.stem)) {
            ranges.push(word.span.clone());
            return;
        }
        let parts = word.forms.iter().flat_map(|form| form.spans.iter().chain(&form.parts));
        ranges.extend(parts.filter(|part| self.parts.contains(&part.stem)).map(|part| part.span.clone()));
        word.parts.iter().for_each(|part| self.word(part, ranges));
    }
}
