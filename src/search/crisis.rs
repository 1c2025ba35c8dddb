//! Words of a crisis: which lines a visitor should see first, whatever else is found.
//!
//! Takes the trigger words of `krise.yaml` and a visitor's text; gives the lines, the best match first. A trigger of one
//! word means that word in any inflected form, never a part of a longer one („Gewalt“ is not in „gewaltfrei“); a trigger
//! of several words means these words in this order, next to each other.

use crate::catalog::region::CrisisLine;
use crate::index::{Analyzer, Word};
use std::collections::HashMap;

/// Most lines given for one text; more would hide the first ones.
pub const MAX_LINES: usize = 4;

/// The triggers of all lines, ready to be looked up.
pub(super) struct Crisis {
    /// Triggers by their first word.
    triggers: HashMap<String, Vec<Trigger>>,
}

struct Trigger {
    /// The words after the first one.
    rest: Vec<String>,
    /// Index of the line.
    line: usize,
}

impl Crisis {
    pub(super) fn new(lines: &[CrisisLine], analyzer: &Analyzer) -> Self {
        let mut triggers: HashMap<String, Vec<Trigger>> = HashMap::new();
        for (line, content) in lines.iter().enumerate() {
            for phrase in content.words.values().flatten() {
                let mut words = stems(&analyzer.words(phrase)).into_iter();
                if let Some(first) = words.next() {
                    triggers.entry(first).or_default().push(Trigger { rest: words.collect(), line });
                }
            }
        }
        Self { triggers }
    }

    /// Indexes of the lines for a text: the longest matching trigger first, then the order of the file; at most
    /// [`MAX_LINES`].
    pub(super) fn lines(&self, text: &str, analyzer: &Analyzer) -> Vec<usize> {
        let words = stems(&analyzer.words(text));
        let mut longest: HashMap<usize, usize> = HashMap::new();
        for (start, first) in words.iter().enumerate() {
            for trigger in self.triggers.get(first).into_iter().flatten() {
                if words[start + 1..].starts_with(&trigger.rest) {
                    let length = longest.entry(trigger.line).or_default();
                    *length = (*length).max(1 + trigger.rest.len());
                }
            }
        }
        let mut lines: Vec<(usize, usize)> = longest.into_iter().collect();
        lines.sort_by_key(|(line, length)| (std::cmp::Reverse(*length), *line));
        lines.into_iter().map(|(line, _)| line).take(MAX_LINES).collect()
    }
}

/// One stem a word; a hyphenated word is its parts.
fn stems(words: &[Word]) -> Vec<String> {
    let mut stems = Vec::new();
    for word in words {
        if word.parts.is_empty() {
            stems.extend(word.forms.first().map(|form| form.stem.clone()));
        } else {
            stems.extend(self::stems(&word.parts));
        }
    }
    stems
}
