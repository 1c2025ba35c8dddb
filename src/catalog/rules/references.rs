//! Rules about names that must lead somewhere: contacts, locations, other partners, buildings, lists.

use super::{Findings, World};
use crate::catalog::canon::is_slug;
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;

/// `kontakt:` of an offer names contacts of the same file.
pub(super) fn contact_exists(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let known: Vec<&str> = entry.record.contacts.iter().map(|c| c.id.as_str()).collect();
    for (i, offer) in entry.record.offers.iter().enumerate() {
        for (j, id) in offer.contacts.iter().enumerate().filter(|(_, id)| !known.contains(&id.as_str())) {
            let message = format!("Einen Kontakt „{id}“ gibt es in dieser Datei nicht.");
            suggest(entry, &format!("angebote[{i}].kontakt[{j}]"), (id, message), &known, findings);
        }
    }
}

/// `orte:` of an offer names locations of the same file.
pub(super) fn location_exists(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let known: Vec<&str> = entry.record.locations.iter().map(|l| l.id.as_str()).collect();
    for (i, offer) in entry.record.offers.iter().enumerate() {
        for (j, id) in offer.locations.iter().enumerate().filter(|(_, id)| !known.contains(&id.as_str())) {
            let message = format!("Einen Ort „{id}“ gibt es in dieser Datei nicht.");
            suggest(entry, &format!("angebote[{i}].orte[{j}]"), (id, message), &known, findings);
        }
    }
}

/// `teil_von` and `ueber` name another partner.
pub(super) fn partner_exists(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let via = entry.record.contacts.iter().enumerate();
    let via = via.filter_map(|(i, c)| Some((format!("kontakt[{i}].ueber"), c.via.as_ref()?)));
    let part_of = entry.record.part_of.iter().map(|p| ("teil_von".to_owned(), p));
    let named: Vec<_> = part_of.chain(via).filter(|(_, id)| is_slug(id)).collect();
    if named.is_empty() {
        return;
    }
    let known: Vec<&str> = world.stems("partner/").filter(|s| *s != entry.stem).collect();
    for (path, id) in named.into_iter().filter(|(_, id)| !known.contains(&id.as_str())) {
        let message = if *id == entry.stem {
            "Hier verweist die Stelle auf sich selbst.".to_owned()
        } else {
            format!("Eine andere Stelle „{id}“ gibt es nicht.")
        };
        match renamed(world, id) {
            Some(now) => {
                findings.at(entry, &path, message).help(format!("Sie heißt jetzt „{now}“.")).replace(now);
            }
            None => suggest(entry, &path, (id, message), &known, findings),
        }
    }
}

/// A department of a department … never of itself.
pub(super) fn departments_end(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let above = |id: &str| world.partners.iter().find(|p| p.stem == id).and_then(|p| p.record.part_of.as_deref());
    let mut id = entry.record.part_of.as_deref();
    // A circle that this file is part of comes back within as many steps as there are partners.
    for _ in 0..world.partners.len() {
        match id {
            Some(id) if id == entry.stem && entry.record.part_of.as_deref() != Some(id) => {
                let help = "Bitte bei einer der Stellen „teil_von“ löschen.";
                findings.at(entry, "teil_von", "„teil_von“ führt im Kreis zu dieser Stelle zurück.").help(help);
                return;
            }
            Some(next) => id = above(next),
            None => return,
        }
    }
}

/// `haus` names a file of `haeuser/`.
pub(super) fn building_exists(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    if entry.record.locations.iter().all(|l| l.building.is_none()) {
        return;
    }
    let known: Vec<&str> = world.stems("haeuser/").collect();
    for (i, location) in entry.record.locations.iter().enumerate() {
        let Some(id) = location.building.as_ref().filter(|id| !known.contains(&id.as_str())) else { continue };
        let message = format!("Ein Haus „{id}“ gibt es im Ordner haeuser nicht.");
        suggest(entry, &format!("orte[{i}].haus"), (id, message), &known, findings);
    }
}

/// `nachfolge` names a partner or an offer.
pub(super) fn successor_exists(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let offers = entry.record.offers.iter().enumerate();
    let offers = offers.filter_map(|(i, o)| Some((format!("angebote[{i}].nachfolge"), o.successor.as_ref()?)));
    let own = entry.record.successor.iter().map(|s| ("nachfolge".to_owned(), s));
    for (path, target) in own.chain(offers).filter(|(_, t)| t.split('/').all(is_slug) && !exists(world, t)) {
        findings
            .at(entry, &path, format!("„{target}“ gibt es nicht."))
            .help("Bitte die Kennung einer Stelle oder „stelle/angebot“ eintragen.");
    }
}

/// A successor stands only where something has ended.
pub(super) fn successor_follows_an_end(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    use crate::catalog::choice::Status::Ended;
    let help = "Bitte „status: beendet“ dazuschreiben oder „nachfolge“ löschen.";
    if entry.record.successor.is_some() && entry.record.status != Some(Ended) {
        findings.at(entry, "nachfolge", "Eine Nachfolge gibt es nur, wenn die Stelle beendet ist.").help(help);
    }
    for (i, offer) in entry.record.offers.iter().enumerate() {
        if offer.successor.is_some() && offer.status != Some(Ended) && entry.record.status != Some(Ended) {
            let path = format!("angebote[{i}].nachfolge");
            findings.at(entry, &path, "Eine Nachfolge gibt es nur, wenn das Angebot beendet ist.").help(help);
        }
    }
}

/// Entries of curated lists are offers.
pub(super) fn listed_offer_exists(world: &World, findings: &mut Findings<'_>) {
    for list in &world.lists {
        for (i, entry) in list.record.entries.iter().enumerate() {
            if !exists(world, &entry.offer) || !entry.offer.contains('/') {
                findings
                    .at(
                        list,
                        &format!("eintraege[{i}].angebot"),
                        format!("Das Angebot „{}“ gibt es nicht.", entry.offer),
                    )
                    .help("Bitte „stelle/angebot“ eintragen.");
            }
        }
    }
}

pub(super) fn exists(world: &World, target: &str) -> bool {
    let (partner, offer) = target.split_once('/').map_or((target, None), |(p, o)| (p, Some(o)));
    match world.partners.iter().find(|p| p.stem == partner) {
        Some(p) => offer.is_none_or(|offer| p.record.offers.iter().any(|o| o.id == offer)),
        None => world.stems("partner/").any(|stem| stem == partner),
    }
}

/// The partner that a former id now stands for.
fn renamed<'a>(world: &'a World, id: &str) -> Option<&'a str> {
    world.partners.iter().find(|p| p.record.former.iter().any(|f| f == id)).map(|p| p.stem.as_str())
}

fn suggest(
    entry: &Entry<Record>,
    path: &str,
    (id, message): (&str, String),
    known: &[&str],
    findings: &mut Findings<'_>,
) {
    let limit = (id.chars().count() / 3).max(1);
    let near = known.iter().map(|k| (strsim::damerau_levenshtein(id, k), *k)).min().filter(|(d, _)| *d <= limit);
    let found = findings.at(entry, path, message);
    match near {
        Some((_, near)) => found.help(format!("Meinten Sie „{near}“?")).replace(near),
        None if known.len() <= 8 && !known.is_empty() => found.help(format!("Es gibt: {}.", known.join(", "))),
        None => found.help("Bitte die Schreibweise prüfen."),
    };
}
