//! Words of a crisis: recall is tested like brakes, false alarms are listed.

use crate::kit::{Folder, now};
use std::collections::BTreeMap;
use wegweiser::search::{Query, Search};

#[derive(serde::Deserialize)]
struct Phrases {
    treffer: Vec<Expected>,
    fehlalarm: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Expected {
    satz: String,
    leitung: Vec<String>,
    #[serde(default)]
    sprache: Option<String>,
}

fn phrases() -> Phrases {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/krise.yaml");
    serde_yaml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// Ids of the lines shown for a text.
fn lines(search: &Search, text: &str) -> Vec<String> {
    let results = search.run(&Query { text: text.to_owned(), page: 1, ..Query::default() }, &now());
    results.crisis.iter().map(|i| search.catalog().crisis.lines[*i].id.clone()).collect()
}

#[test]
fn every_listed_phrase_brings_one_of_its_lines() {
    let search = Folder::real().search();
    let mut missed = BTreeMap::new();
    let phrases = phrases();
    assert!(phrases.treffer.len() >= 120);
    for expected in &phrases.treffer {
        let shown = lines(&search, &expected.satz);
        if !expected.leitung.iter().any(|line| shown.contains(line)) {
            missed.insert((&expected.satz, &expected.sprache), shown);
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn no_listed_harmless_phrase_raises_an_alarm() {
    let search = Folder::real().search();
    let alarms: BTreeMap<String, Vec<String>> = phrases()
        .fehlalarm
        .into_iter()
        .map(|phrase| (phrase.clone(), lines(&search, &phrase)))
        .filter(|(_, shown)| !shown.is_empty())
        .collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn the_line_whose_phrase_fits_best_comes_first() {
    let search = Folder::real().search();
    assert_eq!(lines(&search, "meine Frau schlägt mich")[0], "hilfetelefon-maenner");
    assert_eq!(lines(&search, "mein Sohn schlägt mich")[0], "elterntelefon");
}
