//! Words that stand for each other, ready to be looked up: groups of equals, everyday words that lead to expert words.
//!
//! Takes `suche/synonyme.yaml`; gives, for the words of a query, what else to look for. Longer phrases come first.

use super::phrases::Phrases;
use crate::catalog::synonyms::Synonyms;
use crate::index::{Analyzer, Word, fold};
use std::collections::{HashMap, HashSet};

/// The thesaurus of a catalog.
#[derive(Debug, Default)]
pub(super) struct Thesaurus {
    phrases: Phrases<Entry>,
    targets: Vec<Vec<String>>,
    coarse: HashSet<usize>,
    /// Pairs that never stand for each other, folded, both ways.
    never: HashSet<(String, String)>,
}

/// A phrase as written, and the list of words it leads to.
#[derive(Debug, Clone)]
struct Entry {
    phrase: String,
    targets: usize,
}

/// What some words of a query lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lead {
    /// Places of the words in the query, ascending.
    pub(super) words: Vec<usize>,
    /// What to look for as well, most direct first.
    pub(super) targets: Vec<String>,
    /// Whether it may be said why: not for coarse words.
    pub(super) shown: bool,
}

impl Thesaurus {
    /// Takes what editors wrote. `analyzer` need not know compounds: phrases are compared by stem.
    pub(super) fn new(synonyms: &Synonyms, analyzer: &Analyzer) -> Self {
        let mut thesaurus = Self::default();
        let mut group_of: HashMap<String, usize> = HashMap::new();
        for (number, group) in synonyms.groups.iter().enumerate() {
            thesaurus.targets.push(group.clone());
            for word in group {
                group_of.entry(fold_all(word)).or_insert(number);
                thesaurus.add(analyzer, word, number);
            }
        }
        for one_way in &synonyms.one_way {
            let groups = one_way.to.iter().filter_map(|to| group_of.get(&fold_all(to)));
            let mut targets = one_way.to.clone();
            targets.extend(groups.flat_map(|group| synonyms.groups[*group].iter().cloned()));
            let number = thesaurus.targets.len();
            thesaurus.targets.push(deduplicated(targets));
            if one_way.coarse.is_some_and(bool::from) {
                thesaurus.coarse.insert(number);
            }
            one_way.from.iter().for_each(|word| thesaurus.add(analyzer, word, number));
        }
        for words in &synonyms.never {
            let folded: Vec<String> = words.iter().map(|w| fold_all(w)).collect();
            let pairs = folded.iter().flat_map(|a| folded.iter().map(move |b| (a.clone(), b.clone())));
            thesaurus.never.extend(pairs.filter(|(a, b)| a != b));
        }
        thesaurus
    }

    fn add(&mut self, analyzer: &Analyzer, phrase: &str, targets: usize) {
        self.phrases.add(analyzer, phrase, false, Entry { phrase: fold_all(phrase), targets });
    }

    /// Everything these words lead to, longest phrase first.
    pub(super) fn leads(&self, words: &[&Word]) -> Vec<Lead> {
        let mut leads: Vec<Lead> = Vec::new();
        for found in self.phrases.find(words) {
            let Entry { phrase, targets } = found.meaning;
            let allowed = |to: &&String| {
                let to = fold_all(to);
                to != *phrase && !self.never.contains(&(phrase.clone(), to))
            };
            let lead = Lead {
                words: found.words,
                targets: self.targets[*targets].iter().filter(allowed).cloned().collect(),
                shown: !self.coarse.contains(targets),
            };
            if !lead.targets.is_empty() && !leads.contains(&lead) {
                leads.push(lead);
            }
        }
        leads
    }

    /// Whether a word begins some phrase.
    pub(super) fn knows(&self, word: &Word) -> bool {
        self.phrases.knows(word)
    }
}

/// A phrase in its one spelling.
fn fold_all(phrase: &str) -> String {
    phrase.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

fn deduplicated(words: Vec<String>) -> Vec<String> {
    let mut seen = HashSet::new();
    words.into_iter().filter(|word| seen.insert(fold_all(word))).collect()
}
