//! Rules about judged queries: what they name exists, none stands twice, and each can be answered.

use super::references::exists;
use super::{Findings, World};
use crate::catalog::judged::{JudgedQueries, JudgedQuery};
use crate::catalog::shape::Entry;
use crate::catalog::tree::{Node, Value};
use std::collections::HashMap;
use std::ops::Range;

/// Judged offers exist. One that does not counts as never found, so the figures get worse, not wrong.
pub(super) fn offer_exists(world: &World, findings: &mut Findings<'_>) {
    for (entry, i, query) in queries(world) {
        for id in query.relevant.keys().filter(|id| !exists(world, id)) {
            findings
                .span(&entry.file, key(entry, i, id), format!("„{id}“ gibt es nicht."))
                .help("Bitte die Kennung einer Stelle oder „stelle/angebot“ eintragen.");
        }
    }
}

/// A query that stands twice would count twice.
pub(super) fn query_stands_once(world: &World, findings: &mut Findings<'_>) {
    let mut seen: HashMap<String, String> = HashMap::new();
    for (entry, i, query) in queries(world).filter(|(.., query)| !query.text.is_empty()) {
        let path = format!("anfragen[{i}].anfrage");
        // Umlauts stay as they are: „ruecken“ beside „rücken“ asks whether both are understood.
        let text = query.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        match seen.get(&text) {
            Some(first) => {
                findings
                    .at(entry, &path, format!("Die Anfrage „{}“ steht hier zum zweiten Mal.", query.text))
                    .help("Bitte beide zu einer zusammenfassen.")
                    .also(entry.tree.span(first), "hier zum ersten Mal");
            }
            None => drop(seen.insert(text, path)),
        }
    }
}

/// What is not there cannot be relevant.
pub(super) fn negative_has_none(world: &World, findings: &mut Findings<'_>) {
    for (entry, i, query) in queries(world) {
        if query.is_negative() && !query.relevant.is_empty() {
            findings
                .at(entry, &format!("anfragen[{i}].relevant"), "Eine negative Anfrage sucht, was es hier nicht gibt.")
                .help("Bitte „relevant: {}“ schreiben oder eine andere Klasse wählen.");
        }
    }
}

/// Without an offer to find there is nothing to measure.
pub(super) fn others_have_some(world: &World, findings: &mut Findings<'_>) {
    for (entry, i, query) in queries(world) {
        let whole = written(entry, i).len() == query.relevant.len();
        if whole && !query.is_negative() && query.relevant.values().all(|grade| *grade == 0) {
            findings
                .at(entry, &format!("anfragen[{i}].relevant"), "Diese Anfrage hat kein passendes Angebot.")
                .help("Bitte mindestens ein Angebot mit 1, 2 oder 3 eintragen oder „klasse: negativ“ schreiben.");
        }
    }
}

type Judged = Entry<JudgedQueries>;

fn queries(world: &World) -> impl Iterator<Item = (&Judged, usize, &JudgedQuery)> {
    world.judged.iter().flat_map(|entry| entry.record.queries.iter().enumerate().map(move |(i, q)| (entry, i, q)))
}

/// The grades of a query as written, with those that reading refused.
fn written(entry: &Judged, i: usize) -> &[(Node, Node)] {
    match entry.tree.get(&format!("anfragen[{i}].relevant")).map(|node| &node.value) {
        Some(Value::Map(entries)) => entries,
        _ => &[],
    }
}

/// Where an id stands: before the colon, where paths do not point.
fn key(entry: &Judged, i: usize, id: &str) -> Range<usize> {
    let key = written(entry, i).iter().map(|(key, _)| key).find(|key| key.text() == Some(id));
    key.map_or_else(|| entry.tree.span(&format!("anfragen[{i}].relevant")), |key| key.span.clone())
}
