//! Rules about the closed lists: every value has a German label, a heading that exists and a slug nobody had before.

use super::{Findings, World};
use crate::catalog::canon;
use crate::catalog::localized::Language;
use crate::catalog::shape::Entry;
use crate::catalog::vocabulary::{TermRecord, VocabularyRecord};
use std::collections::HashMap;

/// Every value of a list with its path and full slug, both levels.
fn terms(list: &Entry<VocabularyRecord>) -> impl Iterator<Item = (String, String, &TermRecord)> {
    list.record.iter().flat_map(|(slug, term)| {
        let children = term.children.iter();
        let children = children.map(move |(c, t)| (format!("{slug}.unter.{c}"), format!("{slug}/{c}"), t));
        std::iter::once((slug.clone(), slug.clone(), term)).chain(children)
    })
}

/// Slugs stand in addresses.
pub(super) fn slug_is_an_id(world: &World, findings: &mut Findings<'_>) {
    for list in &world.vocabularies {
        for (path, slug, _) in terms(list) {
            let last = slug.rsplit('/').next().unwrap_or_default();
            if !canon::is_slug(last) {
                let good = canon::slug(last);
                findings
                    .at(list, &path, format!("„{last}“ ist keine Kennung."))
                    .help(format!("Bitte „{good}“ schreiben."));
            }
        }
    }
}

/// Lists have two levels.
pub(super) fn lists_have_two_levels(world: &World, findings: &mut Findings<'_>) {
    for list in &world.vocabularies {
        for (path, slug, term) in terms(list).filter(|(_, slug, _)| slug.contains('/')) {
            if !term.children.is_empty() {
                let message = format!("„{slug}“ hat eine dritte Ebene, Listen haben zwei.");
                findings.at(list, &format!("{path}.unter"), message).help("Bitte die Werte eine Ebene höher setzen.");
            }
        }
    }
}

/// What visitors read exists at least in German.
pub(super) fn labels_exist_in_german(world: &World, findings: &mut Findings<'_>) {
    let message = "Hier fehlt der deutsche Text („de“).";
    let help = "Bitte „de: …“ ergänzen; die anderen Sprachen fallen darauf zurück.";
    for list in &world.vocabularies {
        for (path, ..) in terms(list).filter(|(_, _, t)| !t.label.has(Language::De)) {
            findings.at(list, &format!("{path}.label"), message).help(help);
        }
    }
    if let Some(entry) = &world.concerns {
        for (i, group) in entry.record.groups.iter().enumerate() {
            let texts =
                group.concerns.iter().enumerate().map(|(j, c)| (format!("gruppen[{i}].anliegen[{j}].text"), &c.text));
            for (path, text) in texts.chain([(format!("gruppen[{i}].label"), &group.label)]) {
                if !text.has(Language::De) {
                    findings.at(entry, &path, message).help(help);
                }
            }
        }
    }
    if let Some(entry) = &world.crisis {
        for (i, _) in entry.record.lines.iter().enumerate().filter(|(_, l)| !l.description.has(Language::De)) {
            findings.at(entry, &format!("leitungen[{i}].beschreibung"), message).help(help);
        }
    }
}

/// `gruppe` names a heading of `gruppen.yaml`.
pub(super) fn group_exists(world: &World, findings: &mut Findings<'_>) {
    for list in &world.vocabularies {
        for (path, _, term) in terms(list) {
            if let Some(group) = term.group.as_deref().filter(|g| world.terms.groups.get(g).is_none()) {
                let known: Vec<&str> = world.terms.groups.iter().map(|t| t.slug.as_str()).collect();
                findings
                    .at(list, &format!("{path}.gruppe"), format!("Eine Gruppe „{group}“ gibt es nicht."))
                    .help(format!("Es gibt: {}.", known.join(", ")));
            }
        }
    }
}

/// A former slug leads to its successor; used again, it would lead old links astray.
pub(super) fn former_slug_is_free(world: &World, findings: &mut Findings<'_>) {
    for list in &world.vocabularies {
        let mut taken: HashMap<String, String> = terms(list).map(|(_, slug, _)| (slug.clone(), slug)).collect();
        for (path, slug, term) in terms(list) {
            for (i, former) in term.former.iter().enumerate() {
                if let Some(other) = taken.insert(former.clone(), slug.clone()) {
                    findings
                        .at(
                            list,
                            &format!("{path}.frueher[{i}]"),
                            format!("„{former}“ ist schon vergeben: an „{other}“."),
                        )
                        .help("Eine Kennung wird nie ein zweites Mal benutzt; bitte hier löschen.");
                }
            }
        }
    }
}

/// A theme belongs to one of the two guides.
pub(super) fn theme_has_a_guide(world: &World, findings: &mut Findings<'_>) {
    for list in world.vocabularies.iter().filter(|l| l.stem == "themen") {
        for (slug, _) in list.record.iter().filter(|(_, t)| t.guide.is_none()) {
            findings
                .at(list, &format!("{slug}.label"), format!("Zu welchem Wegweiser gehört „{slug}“?"))
                .help("Bitte „guide: gesundheit“ oder „guide: beratung“ ergänzen.");
        }
    }
}

/// How to get a paper is printed on every sheet that asks for it.
pub(super) fn voucher_says_how_to_get_it(world: &World, findings: &mut Findings<'_>) {
    for list in world.vocabularies.iter().filter(|l| l.stem == "scheine") {
        for (path, slug, _) in terms(list).filter(|(_, slug, t)| t.how_to_get.is_none() && slug != "keiner") {
            findings
                .at(list, &format!("{path}.label"), format!("Wie bekommt man „{slug}“?"))
                .help("Bitte „weg: {de: …}“ ergänzen: wer das Papier ausstellt und was dann zu tun ist.");
        }
    }
}
