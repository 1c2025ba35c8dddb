//! Rules about words that stand for each other: each has one meaning, and none leads back to itself or too far.
//!
//! Two keys that differ by one letter are no mistake: in Ukrainian "he drinks" and "he hits" do, and both are needed.

use super::{Findings, World};
use crate::catalog::canon;
use crate::catalog::shape::Entry;
use crate::catalog::synonyms::{OneWay, Synonyms};
use std::collections::{BTreeSet, HashMap};

/// Most words one word stands for: more of them make a search find everything.
const MAX_WORDS: usize = 12;

/// The file, its words by their one spelling.
struct Words<'a> {
    entry: &'a Entry<Synonyms>,
    /// Number of the group a word is in, the first one.
    group: HashMap<String, usize>,
    /// Numbers of the one-way entries a word begins.
    one_way: HashMap<String, Vec<usize>>,
    /// Where one-way entries lead, in [`Words::step`]s.
    next: HashMap<String, Vec<String>>,
}

impl<'a> Words<'a> {
    fn of(world: &'a World) -> Option<Self> {
        let entry = world.synonyms.as_ref()?;
        let mut words = Self { entry, group: HashMap::new(), one_way: HashMap::new(), next: HashMap::new() };
        for (i, group) in entry.record.groups.iter().enumerate() {
            for word in group {
                words.group.entry(key(word)).or_insert(i);
            }
        }
        for (i, one_way) in entry.record.one_way.iter().enumerate() {
            for word in &one_way.from {
                words.one_way.entry(key(word)).or_default().push(i);
            }
            let targets: Vec<String> = one_way.to.iter().map(|to| words.step(to)).collect();
            for word in &one_way.from {
                words.next.entry(words.step(word)).or_default().extend(targets.iter().cloned());
            }
        }
        Some(words)
    }

    /// Everything that is looked for with a word: its group, its targets and theirs.
    fn beside(&self, word: &str) -> BTreeSet<String> {
        let word = key(word);
        let starts = self.one_way.get(&word).into_iter().flatten();
        let targets = starts.flat_map(|i| &self.entry.record.one_way[*i].to).map(|to| key(to));
        let mut all = BTreeSet::new();
        for word in targets.chain([word.clone()]) {
            all.extend(self.group.get(&word).into_iter().flat_map(|i| &self.entry.record.groups[*i]).map(|w| key(w)));
            all.insert(word);
        }
        all.remove(&word);
        all
    }

    /// A word as a step of a circle: its group speaks with one voice.
    fn step(&self, word: &str) -> String {
        let word = key(word);
        self.group.get(&word).map_or(word, |i| key(&self.entry.record.groups[*i][0]))
    }

    /// Whether one-way entries lead from one step to another, or are there already.
    fn leads(&self, from: String, goal: &str) -> bool {
        let mut seen = BTreeSet::from([from.clone()]);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == goal {
                return true;
            }
            let next = self.next.get(&at).into_iter().flatten();
            open.extend(next.filter(|step| seen.insert((*step).clone())).cloned());
        }
        false
    }
}

/// A word is in one group and begins one entry a language: the second is overlooked when the first is changed.
pub(super) fn word_stands_once(world: &World, findings: &mut Findings<'_>) {
    let Some(entry) = &world.synonyms else { return };
    let mut seen: HashMap<String, String> = HashMap::new();
    for (i, group) in entry.record.groups.iter().enumerate() {
        for (j, word) in group.iter().enumerate() {
            let place = (format!("gruppen[{i}][{j}]"), word.as_str());
            again(
                entry,
                place,
                &mut seen,
                "Bitte nur in einer Gruppe nennen oder die Gruppen zusammenlegen.",
                findings,
            );
        }
    }
    let mut by_language: HashMap<&str, HashMap<String, String>> = HashMap::new();
    for (i, one_way) in entry.record.one_way.iter().enumerate() {
        for (j, word) in one_way.from.iter().enumerate() {
            for language in languages(one_way) {
                let seen = by_language.entry(language).or_default();
                let place = (format!("einseitig[{i}].von[{j}]"), word.as_str());
                if again(entry, place, seen, "Bitte die Ziele unter „nach“ in einer Zeile sammeln.", findings) {
                    break;
                }
            }
        }
    }
}

/// The languages of an entry; without any it is German.
fn languages(one_way: &OneWay) -> impl Iterator<Item = &str> {
    let german = one_way.languages.is_empty().then_some("de");
    one_way.languages.iter().map(String::as_str).chain(german)
}

fn again(
    entry: &Entry<Synonyms>,
    (path, word): (String, &str),
    seen: &mut HashMap<String, String>,
    help: &str,
    findings: &mut Findings<'_>,
) -> bool {
    let Some(first) = seen.get(&key(word)) else {
        seen.insert(key(word), path);
        return false;
    };
    // The same spelling twice in one list is already told by the shape of the file.
    let list = |path: &str| path.rsplit_once('[').map(|(list, _)| list.to_owned());
    let node = |path: &str| entry.tree.get(path).and_then(|n| n.text());
    if list(first) == list(&path) && node(first) == node(&path) {
        return false;
    }
    let message = format!("„{word}“ steht hier zum zweiten Mal.");
    findings.at(entry, &path, message).help(help).also(entry.tree.span(first), "hier zum ersten Mal");
    true
}

/// One-way entries never come back to where they began.
pub(super) fn one_way_does_not_come_back(world: &World, findings: &mut Findings<'_>) {
    let Some(words) = Words::of(world) else { return };
    for (i, one_way) in words.entry.record.one_way.iter().enumerate() {
        for (j, to) in one_way.to.iter().enumerate() {
            if let Some(from) = one_way.from.iter().find(|from| words.leads(words.step(to), &words.step(from))) {
                let message = format!("„{from}“ führt zu „{to}“ und von dort zurück.");
                findings
                    .at(words.entry, &format!("einseitig[{i}].nach[{j}]"), message)
                    .help("Sind beide Wörter gleichwertig, gehören sie in eine Gruppe.");
            }
        }
    }
}

/// A word stands for at most [`MAX_WORDS`] others.
pub(super) fn word_leads_to_few(world: &World, findings: &mut Findings<'_>) {
    let Some(words) = Words::of(world) else { return };
    let record = &words.entry.record;
    // Everyone in a group leads to the same words: its first speaks for it.
    let groups = record.groups.iter().enumerate().filter_map(|(i, g)| Some((format!("gruppen[{i}][0]"), g.first()?)));
    let one_way = record.one_way.iter().enumerate();
    let one_way = one_way.filter_map(|(i, o)| Some((format!("einseitig[{i}].von[0]"), o.from.first()?)));
    for (path, word) in groups.chain(one_way) {
        let count = words.beside(word).len();
        if count > MAX_WORDS {
            findings
                .at(words.entry, &path, format!("„{word}“ sucht {count} andere Wörter mit."))
                .help(format!("Bitte auf höchstens {MAX_WORDS} kürzen; sonst findet die Suche fast alles."));
        }
    }
}

/// What `nie` keeps apart stands together nowhere.
pub(super) fn never_is_kept(world: &World, findings: &mut Findings<'_>) {
    let Some(words) = Words::of(world) else { return };
    for (i, never) in words.entry.record.never.iter().enumerate() {
        let together = never.iter().enumerate().find_map(|(j, word)| {
            let beside = words.beside(word);
            Some((j, word, never.iter().find(|other| beside.contains(&key(other)))?))
        });
        if let Some((j, word, other)) = together {
            findings
                .at(
                    words.entry,
                    &format!("nie[{i}][{j}]"),
                    format!("„{word}“ und „{other}“ stehen oben doch füreinander."),
                )
                .help("Bitte hier löschen oder unter „gruppen“ und „einseitig“ trennen, was beide verbindet.");
        }
    }
}

/// One spelling of a word: how the search compares it, but for inflection.
fn key(word: &str) -> String {
    canon::fold(word).split_whitespace().collect::<Vec<_>>().join(" ")
}
