//! Words of a crisis: which lines a visitor should see first, whatever else is found.
//!
//! Takes the trigger words of `krise.yaml` and a visitor's text; gives the lines, the best match first. A trigger of one
//! word means that word in any inflected form, mistyped, or inside a longer word („Selbstmordgedanken“, but not
//! „gewaltfrei“); a trigger of several words means these words in this order, with at most two others between two.
//! When in doubt a box too many is better than one too few.

use super::distance::{Letters, distance};
use crate::catalog::region::CrisisLine;
use crate::index::{Analyzer, Index, View, Word};
use std::collections::{BTreeSet, HashMap};

/// Most lines given for one text; more would hide the first ones.
pub const MAX_LINES: usize = 4;
/// Words that may stand between two words of a trigger.
const GAP: usize = 2;
/// Last parts of compounds that turn the first into its opposite.
const OPPOSITES: &[&str] = &["frei", "los", "pravention", "vorbeug", "schutz"];

/// The triggers of all lines, ready to be looked up.
pub(super) struct Crisis {
    /// Triggers by their first word.
    triggers: HashMap<String, Vec<Trigger>>,
    /// Every word of a trigger: what a mistyped word may be.
    words: Vec<Known>,
}

struct Trigger {
    /// The words after the first one.
    rest: Vec<String>,
    /// Index of the line.
    line: usize,
}

struct Known {
    /// Folded.
    exact: String,
    stem: String,
    letters: Letters,
}

/// A word of the text: stems it may stand for, and stems it holds inside.
struct Read {
    stems: Vec<String>,
    inside: Vec<String>,
}

impl Crisis {
    /// Learns the triggers; `whole` need not know compounds.
    pub(super) fn new(lines: &[CrisisLine], whole: &Analyzer) -> Self {
        let mut triggers: HashMap<String, Vec<Trigger>> = HashMap::new();
        let mut known = BTreeSet::new();
        for (line, content) in lines.iter().enumerate() {
            for phrase in content.words.values().flatten() {
                let words = whole.words(phrase);
                let forms: Vec<_> = apart(&words).filter_map(|word| word.forms.first()).collect();
                known.extend(forms.iter().map(|form| (form.exact.clone(), form.stem.clone())));
                let mut stems = forms.iter().map(|form| form.stem.clone());
                if let Some(first) = stems.next() {
                    triggers.entry(first).or_default().push(Trigger { rest: stems.collect(), line });
                }
            }
        }
        let words = known.into_iter().map(|(exact, stem)| Known { letters: Letters::of(&exact), exact, stem });
        Self { triggers, words: words.collect() }
    }

    /// Indexes of the lines for a text: the longest matching trigger first, then the order of the file; at most
    /// [`MAX_LINES`].
    pub(super) fn lines(&self, typed: &[Word], index: &Index) -> Vec<usize> {
        let words: Vec<Read> = apart(typed).map(|word| self.read(word, index)).collect();
        let mut longest: HashMap<usize, usize> = HashMap::new();
        let mut note = |line: usize, length: usize| {
            let known = longest.entry(line).or_default();
            *known = (*known).max(length);
        };
        for (start, word) in words.iter().enumerate() {
            for trigger in word.stems.iter().filter_map(|stem| self.triggers.get(stem)).flatten() {
                if follow(&words[start + 1..], &trigger.rest) {
                    note(trigger.line, 1 + trigger.rest.len());
                }
            }
            let inside = word.inside.iter().filter_map(|stem| self.triggers.get(stem)).flatten();
            inside.filter(|trigger| trigger.rest.is_empty()).for_each(|trigger| note(trigger.line, 1));
        }
        let mut lines: Vec<(usize, usize)> = longest.into_iter().collect();
        lines.sort_by_key(|(line, length)| (std::cmp::Reverse(*length), *line));
        lines.into_iter().map(|(line, _)| line).take(MAX_LINES).collect()
    }

    fn read(&self, word: &Word, index: &Index) -> Read {
        let mut stems: Vec<String> = word.forms.iter().map(|form| form.stem.clone()).collect();
        for form in &word.forms {
            let known = index.holds(View::Exact, &form.exact) || index.analyzer().is_german(&form.exact);
            if !known && !self.words.iter().any(|known| known.exact == form.exact || known.stem == form.stem) {
                stems.extend(self.nearest(&form.exact));
            }
        }
        let compounds = word.forms.iter().filter(|form| {
            form.parts.last().is_some_and(|last| !OPPOSITES.iter().any(|end| last.stem.starts_with(end)))
        });
        // What a compound is about stands first: a „Hausnotruf“ is no call for help.
        let inside = compounds.flat_map(|form| {
            let start = form.parts[0].span.start;
            form.parts.iter().chain(&form.spans).filter(move |part| part.span.start == start)
        });
        Read { stems, inside: inside.map(|part| part.stem.clone()).collect() }
    }

    /// Stems of the trigger words a mistyped word may be: one letter wrong, in long words two.
    fn nearest(&self, word: &str) -> impl Iterator<Item = String> {
        let allowed = match word.chars().count() {
            0..5 => 0,
            5..8 => 1,
            _ => 2,
        };
        let letters = Letters::of(word);
        let near = move |known: &&Known| {
            known.letters.near(letters, allowed) && distance(known.exact.as_bytes(), word.as_bytes(), allowed).is_some()
        };
        let long = self.words.iter().filter(move |known| allowed > 0 && known.exact.len() > 4);
        long.filter(near).map(|known| known.stem.clone())
    }
}

/// Whether these words follow, each within reach of the one before.
fn follow(words: &[Read], rest: &[String]) -> bool {
    let Some((next, rest)) = rest.split_first() else { return true };
    let places = words.iter().take(1 + GAP).enumerate().filter(|(_, word)| word.stems.contains(next));
    places.into_iter().any(|(place, _)| follow(&words[place + 1..], rest))
}

/// Words one by one; a hyphenated word is its parts.
fn apart(words: &[Word]) -> impl Iterator<Item = &Word> {
    words.iter().flat_map(|word| if word.parts.is_empty() { std::slice::from_ref(word) } else { &word.parts[..] })
}
