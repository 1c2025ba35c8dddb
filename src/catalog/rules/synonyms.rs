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
    /// The groups in their one spelling.
    groups: Vec<Vec<String>>,
    /// „von“ and „nach“ of the one-way entries in their one spelling.
    one_way: Vec<(Vec<String>, Vec<String>)>,
}

/// Where each word of [`Words`] leads.
struct Ways<'w> {
    words: &'w Words<'w>,
    /// Number of the group a word is in, the first one.
    group: HashMap<&'w str, usize>,
    /// Numbers of the one-way entries a word begins.
    starts: HashMap<&'w str, Vec<usize>>,
    /// Where one-way entries lead, in [`Ways::step`]s.
    next: HashMap<&'w str, Vec<&'w str>>,
}

impl<'a> Words<'a> {
    fn of(world: &'a World) -> Option<Self> {
        let entry = world.synonyms.as_ref()?;
        let keys = |words: &Vec<String>| words.iter().map(|word| key(word)).collect();
        let groups = entry.record.groups.iter().map(keys).collect();
        let one_way = entry.record.one_way.iter().map(|o| (keys(&o.from), keys(&o.to))).collect();
        Some(Self { entry, groups, one_way })
    }

    fn ways(&self) -> Ways<'_> {
        let mut ways = Ways { words: self, group: HashMap::new(), starts: HashMap::new(), next: HashMap::new() };
        for (i, group) in self.groups.iter().enumerate() {
            for word in group {
                ways.group.entry(word).or_insert(i);
            }
        }
        for (i, (from, to)) in self.one_way.iter().enumerate() {
            let targets: Vec<&str> = to.iter().map(|to| ways.step(to)).collect();
            for word in from {
                ways.starts.entry(word).or_default().push(i);
                ways.next.entry(ways.step(word)).or_default().extend(&targets);
            }
        }
        ways
    }
}

impl<'w> Ways<'w> {
    /// Everything that is looked for with a word: its group, its targets and theirs.
    fn beside(&self, word: &'w str) -> BTreeSet<&'w str> {
        let starts = self.starts.get(word).into_iter().flatten();
        let targets = starts.flat_map(|i| &self.words.one_way[*i].1).map(String::as_str);
        let mut all = BTreeSet::new();
        for word in targets.chain([word]) {
            all.extend(self.group.get(word).into_iter().flat_map(|i| &self.words.groups[*i]).map(String::as_str));
            all.insert(word);
        }
        all.remove(word);
        all
    }

    /// A word as a step of a circle: its group speaks with one voice.
    fn step(&self, word: &'w str) -> &'w str {
        self.group.get(word).map_or(word, |i| &self.words.groups[*i][0])
    }

    /// Whether one-way entries lead from one step to another, or are there already.
    fn leads(&self, from: &'w str, goal: &str) -> bool {
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == goal {
                return true;
            }
            open.extend(self.next.get(at).into_iter().flatten().filter(|step| seen.insert(**step)));
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
    let ways = words.ways();
    for (i, (from, to)) in words.one_way.iter().enumerate() {
        let written = &words.entry.record.one_way[i];
        for (j, target) in to.iter().enumerate() {
            if let Some(back) = from.iter().position(|from| ways.leads(ways.step(target), ways.step(from))) {
                let message = format!("„{}“ führt zu „{}“ und von dort zurück.", written.from[back], written.to[j]);
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
    let ways = words.ways();
    let record = &words.entry.record;
    // Everyone in a group leads to the same words: its first speaks for it.
    let groups = words.groups.iter().enumerate();
    let groups = groups.filter_map(|(i, g)| Some((format!("gruppen[{i}][0]"), g.first()?, &record.groups[i][0])));
    let one_way = words.one_way.iter().enumerate();
    let one_way = one_way.filter_map(|(i, (from, _))| {
        Some((format!("einseitig[{i}].von[0]"), from.first()?, &record.one_way[i].from[0]))
    });
    for (path, word, written) in groups.chain(one_way) {
        let count = ways.beside(word).len();
        if count > MAX_WORDS {
            findings
                .at(words.entry, &path, format!("„{written}“ sucht {count} andere Wörter mit."))
                .help(format!("Bitte auf höchstens {MAX_WORDS} kürzen; sonst findet die Suche fast alles."));
        }
    }
}

/// What `nie` keeps apart stands together nowhere.
pub(super) fn never_is_kept(world: &World, findings: &mut Findings<'_>) {
    let Some(words) = Words::of(world) else { return };
    let ways = words.ways();
    for (i, never) in words.entry.record.never.iter().enumerate() {
        let keys: Vec<String> = never.iter().map(|word| key(word)).collect();
        let together = keys.iter().enumerate().find_map(|(j, word)| {
            let beside = ways.beside(word);
            Some((j, keys.iter().position(|other| beside.contains(other.as_str()))?))
        });
        if let Some((j, other)) = together {
            let message = format!("„{}“ und „{}“ stehen oben doch füreinander.", never[j], never[other]);
            findings
                .at(words.entry, &format!("nie[{i}][{j}]"), message)
                .help("Bitte hier löschen oder unter „gruppen“ und „einseitig“ trennen, was beide verbindet.");
        }
    }
}

/// One spelling of a word: how the search compares it, but for inflection.
fn key(word: &str) -> String {
    canon::fold(word).split_whitespace().collect::<Vec<_>>().join(" ")
}
