//! Checks that need an index: whether every entry point and every synonym leads somewhere.
//!
//! Takes a search and `now`; gives problems like those of the catalog, file by file, in the order of the file.

use super::query::Query;
use super::results::Note;
use super::{Facet, Search, matching};
use crate::catalog::canon::fold;
use crate::catalog::need::{self, Need, Needs};
use crate::catalog::region::Concern;
use crate::catalog::tree::Tree;
use crate::catalog::{Problem, Severity};
use jiff::Zoned;
use std::collections::HashMap;

/// An entry point should find at least so many offers.
pub const MIN_HITS: usize = 3;
/// Code of an entry point whose query names something that does not exist: an error.
pub const UNKNOWN: &str = "anliegen-unbekannt";
/// Code of an entry point with fewer than [`MIN_HITS`] offers: a warning.
pub const FEW: &str = "anliegen-wenig-treffer";

/// Code of filter words whose query names something that does not exist: an error.
pub const FILTER: &str = "filter-unbekannt";
/// Code of a word in `synonyme.yaml` that leads to nothing: a warning.
pub const DEAD: &str = "synonym-ohne-treffer";

/// Code of expert words in `suche/fragen/` that lead to nothing: a warning.
pub const NEED: &str = "frage-ohne-treffer";

/// All problems that only a search can see.
#[must_use]
pub fn check(search: &Search, now: &Zoned) -> Vec<Problem> {
    let mut problems = concerns(search, now);
    problems.extend(synonyms(search));
    problems.extend(filters(search, now));
    problems.extend(needs(search));
    problems
}

/// Entry points whose query is wrong or finds too little.
fn concerns(search: &Search, now: &Zoned) -> Vec<Problem> {
    let mut found = Vec::new();
    for (g, group) in search.catalog().concerns.groups.iter().enumerate() {
        for (c, concern) in group.concerns.iter().enumerate() {
            let path = format!("gruppen[{g}].anliegen[{c}].anfrage");
            found.extend(findings(search, concern, now).into_iter().map(|finding| (path.clone(), finding)));
        }
    }
    placed(search, "anliegen.yaml", found)
}

/// Filter words whose query names something that does not exist.
fn filters(search: &Search, now: &Zoned) -> Vec<Problem> {
    let mut found = Vec::new();
    for (number, filter) in search.catalog().synonyms.filters.iter().enumerate() {
        let path = format!("filter[{number}].anfrage");
        found.extend(unknown(search, FILTER, &filter.query, now).into_iter().map(|finding| (path.clone(), finding)));
    }
    placed(search, "suche/synonyme.yaml", found)
}

/// Targets and groups of which no offer holds a word: whoever types their everyday words finds nothing either way.
fn synonyms(search: &Search) -> Vec<Problem> {
    let words = &search.catalog().synonyms;
    let occurs = |word: &String| !matching::holding(search.index(), word).is_empty();
    let alive: Vec<bool> = words.groups.iter().map(|group| group.iter().any(occurs)).collect();
    let grouped: HashMap<String, usize> =
        words.groups.iter().enumerate().flat_map(|(i, group)| group.iter().map(move |word| (fold(word), i))).collect();
    let mut found = Vec::new();
    for (i, group) in words.groups.iter().enumerate().filter(|(i, _)| !alive[*i]) {
        let message = "Kein Angebot enthält eines dieser Wörter.".to_owned();
        found.push((format!("gruppen[{i}][0]"), dead(group.first(), message)));
    }
    for (i, one_way) in words.one_way.iter().enumerate() {
        for (j, word) in one_way.to.iter().enumerate() {
            if !grouped.get(&fold(word)).map_or_else(|| occurs(word), |group| alive[*group]) {
                let message = format!("Kein Angebot enthält „{word}“.");
                found.push((format!("einseitig[{i}].nach[{j}]"), dead(Some(word), message)));
            }
        }
    }
    placed(search, "suche/synonyme.yaml", found)
}

/// Expert words of a need that no offer of its themes holds, as the index found when it was built.
fn needs(search: &Search) -> Vec<Problem> {
    let catalog = search.catalog();
    let mut answered = search.index().needs().iter();
    let files = catalog.sources.iter().filter(|(path, _)| path.starts_with(need::FOLDER));
    let problems = files.flat_map(|(path, file)| {
        let needs = Needs::read(file, &catalog.vocabularies).0.needs;
        let found = needs.iter().enumerate().zip(answered.by_ref());
        let found = found.flat_map(|((number, need), answered)| {
            answered.idle.iter().filter_map(move |at| {
                idle(need, *at).map(|(key, finding)| (format!("fragen[{number}].{key}"), finding))
            })
        });
        placed(search, path, found.collect())
    });
    problems.collect()
}

/// Where the text stands in its need, and what is wrong with it.
fn idle(need: &Need, at: usize) -> Option<(String, Finding)> {
    let lists = [("meint", &need.exactly), ("auch", &need.also), ("nicht", &need.never)];
    let mut texts = lists.into_iter().flat_map(|(key, texts)| texts.iter().enumerate().map(move |text| (key, text)));
    let (key, (place, text)) = texts.nth(at)?;
    let (of, entries) = match key {
        "nicht" => ("", "in den Einträgen stehen, die hier falsch wären,"),
        _ => (" zu diesen Themen", "in den passenden Einträgen stehen,"),
    };
    let message = format!("Kein Angebot{of} enthält „{text}“.");
    let help = format!("Bitte Wörter nehmen, die {entries} oder den Text löschen.");
    Some((format!("{key}[{place}]"), Finding { code: NEED, part: text.clone(), message, help }))
}

fn dead(word: Option<&String>, message: String) -> Finding {
    let help =
        "Bitte ein Wort nehmen, das in den Einträgen oder bei einem Thema steht, oder die Zeile löschen.".to_owned();
    Finding { code: DEAD, part: word.cloned().unwrap_or_default(), message, help }
}

/// Findings at their paths of a file, as problems.
fn placed(search: &Search, path: &str, found: Vec<(String, Finding)>) -> Vec<Problem> {
    let Some(file) = search.catalog().sources.get(path) else { return Vec::new() };
    let tree = Tree::read(file).0;
    let problem = |(path, found): (String, Finding)| Problem {
        code: found.code,
        severity: if [UNKNOWN, FILTER].contains(&found.code) { Severity::Error } else { Severity::Warning },
        file: file.clone(),
        span: tree.as_ref().map_or(0..0, |tree| tree.part(file, &path, &found.part)),
        message: found.message,
        help: Some(found.help),
        replacement: None,
        also: None,
    };
    found.into_iter().map(problem).collect()
}

struct Finding {
    code: &'static str,
    part: String,
    message: String,
    help: String,
}

fn findings(search: &Search, concern: &Concern, now: &Zoned) -> Vec<Finding> {
    let mut findings = unknown(search, UNKNOWN, &concern.query, now);
    let results = search.run(&Query::parse(&concern.query), now);
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

/// What a query names that does not exist.
fn unknown(search: &Search, code: &'static str, query: &str, now: &Zoned) -> Vec<Finding> {
    let unknown = |part: String, message: String, help: String| Finding { code, part, message, help };
    let mut findings: Vec<Finding> = form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| !Query::knows(key))
        .map(|(key, _)| {
            let help = "Bitte die Anfrage so schreiben, wie sie in der Adresse einer Ergebnisseite steht.".to_owned();
            unknown(key.to_string(), format!("Die Suche kennt „{key}“ nicht."), help)
        })
        .collect();
    let results = search.run(&Query::parse(query), now);
    for note in &results.notes {
        let (part, list) = match note {
            Note::UnknownValue(key, value) => (value, Facet::of(*key).vocabulary.unwrap_or("wann")),
            Note::UnknownSetting(key, value) => (value, *key),
            _ => continue,
        };
        let help = "Bitte einen Wert aus der Liste nehmen.".to_owned();
        findings.push(unknown(part.clone(), format!("„{part}“ gibt es in „{list}“ nicht."), help));
    }
    findings
}
