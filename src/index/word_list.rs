//! Every word of the catalog as people may type it: for corrections, beginnings and suggestions.
//!
//! Takes the texts that are indexed; gives a sorted [`WordList`] of folded words with their most frequent spelling and the
//! number of offers that hold them. Parts of compounds stand there, too: `Entwöhnung` is a word even where only
//! `Raucherentwöhnung` is written. Kept beside the index as lines of text.

use super::analyzer::{Analyzer, Word};
use super::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// Words of the catalog, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordList {
    entries: Vec<Entry>,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Folded.
    pub exact: String,
    /// As it is mostly written.
    pub surface: String,
    /// Offers that hold it, alone or inside a compound.
    pub offers: usize,
}

impl WordList {
    /// All words, sorted by their folded form.
    #[must_use]
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a folded word.
    #[must_use]
    pub fn get(&self, exact: &str) -> Option<&Entry> {
        self.entries.binary_search_by(|e| e.exact.as_str().cmp(exact)).ok().map(|i| &self.entries[i])
    }

    /// The words that begin with a folded text, sorted.
    #[must_use]
    pub fn beginning_with(&self, start: &str) -> &[Entry] {
        let from = self.entries.partition_point(|e| e.exact.as_str() < start);
        let rest = &self.entries[from..];
        &rest[..rest.partition_point(|e| e.exact.starts_with(start))]
    }

    /// One line a word.
    pub(super) fn write(&self) -> Vec<u8> {
        let lines = self.entries.iter().map(|e| format!("{}\t{}\t{}\n", e.exact, e.surface, e.offers));
        lines.collect::<String>().into_bytes()
    }

    /// Reads what [`Self::write`] wrote.
    pub(super) fn read(bytes: &[u8]) -> io::Result<Self> {
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "die Wortliste ist beschädigt");
        let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
        let entry = |line: &str| {
            let mut cells = line.split('\t');
            let (exact, surface) = (cells.next()?.to_owned(), cells.next()?.to_owned());
            Some(Entry { exact, surface, offers: cells.next()?.parse().ok()? })
        };
        let entries = text.lines().map(|line| entry(line).ok_or_else(wrong)).collect::<io::Result<_>>()?;
        Ok(Self { entries })
    }
}

impl FromIterator<Entry> for WordList {
    /// Takes entries in any order; of each folded form there must be one.
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let mut entries: Vec<Entry> = entries.into_iter().collect();
        entries.sort_by(|a, b| a.exact.cmp(&b.exact));
        Self { entries }
    }
}

/// Gathers words offer by offer.
#[derive(Default)]
pub(super) struct Gathering {
    /// Per folded word: how often each spelling was seen, and in how many offers.
    words: BTreeMap<String, (BTreeMap<String, usize>, usize)>,
}

impl Gathering {
    /// Adds the texts of one offer.
    pub(super) fn add<'a>(&mut self, analyzer: &Analyzer, texts: impl Iterator<Item = &'a str>) {
        let mut here = BTreeSet::new();
        for text in texts {
            for word in analyzer.words(text) {
                self.word(&word, text, &mut here);
            }
        }
        for exact in here {
            self.words.entry(exact).or_default().1 += 1;
        }
    }

    fn word(&mut self, word: &Word, text: &str, here: &mut BTreeSet<String>) {
        let Some(form) = word.forms.first() else { return };
        self.spelling(form.exact.clone(), &text[word.span.clone()], here);
        for part in &form.parts {
            let spelling = capital(&text[part.span.clone()]);
            self.spelling(fold(&spelling), &spelling, here);
        }
        word.parts.iter().for_each(|part| self.word(part, text, here));
    }

    fn spelling(&mut self, exact: String, surface: &str, here: &mut BTreeSet<String>) {
        if exact.is_empty() || surface.contains(['\t', '\n', '\r']) {
            return;
        }
        let spellings = &mut self.words.entry(exact.clone()).or_default().0;
        match spellings.get_mut(surface) {
            Some(count) => *count += 1,
            None => drop(spellings.insert(surface.to_owned(), 1)),
        }
        here.insert(exact);
    }

    /// The finished list.
    pub(super) fn finish(self) -> WordList {
        let entries = self.words.into_iter().filter_map(|(exact, (spellings, offers))| {
            let (surface, _) = spellings.into_iter().rev().max_by_key(|(_, count)| *count)?;
            Some(Entry { exact, surface, offers })
        });
        WordList { entries: entries.collect() }
    }
}

/// With a capital first letter: what stands inside a compound is mostly a noun.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
