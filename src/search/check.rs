//! Checks that need an index: whether every entry point leads somewhere.
//!
//! Takes a search and `now`; gives problems in `anliegen.yaml`, like those of the catalog, in the order of the file.

use super::query::Query;
use super::results::Note;
use super::{Facet, Search};
use crate::catalog::region::Concern;
use crate::catalog::tree::Tree;
use crate::catalog::{Problem, Severity};
use jiff::Zoned;

/// An entry point should find at least so many offers.
pub const MIN_HITS: usize = 3;
/// Code of an entry point whose query names something that does not exist: an error.
pub const UNKNOWN: &str = "anliegen-unbekannt";
/// Code of an entry point with fewer than [`MIN_HITS`] offers: a warning.
pub const FEW: &str = "anliegen-wenig-treffer";

/// All problems of the entry points.
#[must_use]
pub fn check(search: &Search, now: &Zoned) -> Vec<Problem> {
    let Some(file) = search.catalog().sources.get("anliegen.yaml") else { return Vec::new() };
    let tree = Tree::read(file).0;
    let mut problems = Vec::new();
    for (g, group) in search.catalog().concerns.groups.iter().enumerate() {
        for (c, concern) in group.concerns.iter().enumerate() {
            let path = format!("gruppen[{g}].anliegen[{c}].anfrage");
            for found in findings(search, concern, now) {
                problems.push(Problem {
                    code: found.code,
                    severity: if found.code == FEW { Severity::Warning } else { Severity::Error },
                    file: file.clone(),
                    span: tree.as_ref().map_or(0..0, |tree| tree.part(file, &path, &found.part)),
                    message: found.message,
                    help: Some(found.help),
                    replacement: None,
                    also: None,
                });
            }
        }
    }
    problems
}

struct Finding {
    code: &'static str,
    part: String,
    message: String,
    help: String,
}

fn findings(search: &Search, concern: &Concern, now: &Zoned) -> Vec<Finding> {
    let unknown = |part: String, message: String, help: String| Finding { code: UNKNOWN, part, message, help };
    let mut findings: Vec<Finding> = form_urlencoded::parse(concern.query.as_bytes())
        .filter(|(key, _)| !Query::knows(key))
        .map(|(key, _)| {
            let help = "Bitte die Anfrage so schreiben, wie sie in der Adresse einer Ergebnisseite steht.".to_owned();
            unknown(key.to_string(), format!("Die Suche kennt „{key}“ nicht."), help)
        })
        .collect();
    let results = search.run(&Query::parse(&concern.query), now);
    for note in &results.notes {
        let (part, list) = match note {
            Note::UnknownValue(key, value) => (value, Facet::of(*key).vocabulary.unwrap_or("wann")),
            Note::UnknownSetting(key, value) => (value, *key),
            _ => continue,
        };
        let help = "Bitte einen Wert aus der Liste nehmen.".to_owned();
        findings.push(unknown(part.clone(), format!("„{part}“ gibt es in „{list}“ nicht."), help));
    }
    if findings.is_empty() && results.offers < MIN_HITS {
        findings.push(Finding {
            code: FEW,
            part: concern.query.clone(),
            message: match results.offers {
                0 => "Dieses Anliegen findet kein Angebot.".to_owned(),
                1 => "Dieses Anliegen findet nur ein Angebot.".to_owned(),
                n => format!("Dieses Anliegen findet nur {n} Angebote."),
            },
            help: format!("Die Anfrage weiter fassen, bis es mindestens {MIN_HITS} sind, oder das Anliegen weglassen."),
        });
    }
    findings
}
