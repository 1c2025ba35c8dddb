//! Rules about ids and codes: each means one thing, and an old one never comes to mean another.

use super::{Findings, World};
use crate::catalog::canon;
use crate::catalog::code::Code;
use crate::catalog::read::is_yaml;
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;
use std::collections::{HashMap, HashSet};

/// File names of entries are ids.
pub(super) fn file_name_is_an_id(world: &World, findings: &mut Findings<'_>) {
    for file in &world.paths {
        let entry = ["partner/", "haeuser/", "listen/"].iter().any(|folder| file.path.starts_with(folder));
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let stem = name.strip_suffix(".yaml").unwrap_or(name);
        if entry && is_yaml(name) && !canon::is_slug(stem) {
            let good = canon::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
            findings
                .span(file, 0..0, format!("„{name}“ ist kein Dateiname für einen Eintrag."))
                .help(format!("Bitte die Datei umbenennen: {good}.yaml"));
        }
    }
}

/// A partner's id is its file name, whatever folder it lies in.
pub(super) fn partner_is_unique(world: &World, findings: &mut Findings<'_>) {
    let mut first: HashMap<&str, &Entry<Record>> = HashMap::new();
    for entry in &world.partners {
        if let Some(other) = first.get(entry.stem.as_str()) {
            findings
                .at(entry, "name", format!("Eine Stelle „{}“ gibt es schon.", entry.stem))
                .help(format!("Sie steht in {}; bitte eine der beiden Dateien umbenennen.", other.file.path));
        } else {
            first.insert(&entry.stem, entry);
        }
    }
}

/// Inside a file every contact, location and offer has its own id.
pub(super) fn ids_are_unique(world: &World, findings: &mut Findings<'_>) {
    for entry in &world.partners {
        let record = &entry.record;
        twice(entry, "kontakt", record.contacts.iter().map(|c| c.id.as_str()), findings);
        twice(entry, "orte", record.locations.iter().map(|l| l.id.as_str()), findings);
        twice(entry, "angebote", record.offers.iter().map(|o| o.id.as_str()), findings);
    }
    if let Some(entry) = &world.crisis {
        twice(entry, "leitungen", entry.record.lines.iter().map(|l| l.id.as_str()), findings);
    }
    if let Some(entry) = &world.concerns {
        twice(entry, "gruppen", entry.record.groups.iter().map(|g| g.id.as_str()), findings);
        let mut seen: HashMap<&str, String> = HashMap::new();
        for (i, group) in entry.record.groups.iter().enumerate() {
            for (j, concern) in group.concerns.iter().enumerate() {
                let path = format!("gruppen[{i}].anliegen[{j}].id");
                again(entry, (&concern.id, path), &mut seen, findings);
            }
        }
    }
}

fn twice<'a, T>(entry: &Entry<T>, list: &str, ids: impl Iterator<Item = &'a str>, findings: &mut Findings<'_>) {
    let mut seen = HashMap::new();
    for (i, id) in ids.enumerate() {
        again(entry, (id, format!("{list}[{i}].id")), &mut seen, findings);
    }
}

fn again<'a, T>(
    entry: &Entry<T>,
    (id, path): (&'a str, String),
    seen: &mut HashMap<&'a str, String>,
    findings: &mut Findings<'_>,
) {
    if let Some(first) = seen.get(id) {
        let first = entry.tree.span(first);
        findings
            .at(entry, &path, format!("Die Kennung „{id}“ gibt es hier schon."))
            .help("Bitte eine andere Kennung wählen.")
            .also(first, "hier zum ersten Mal");
    } else {
        seen.insert(id, path);
    }
}

/// A former id is free: no partner has it, and only one had it.
pub(super) fn former_id_is_free(world: &World, findings: &mut Findings<'_>) {
    let current: HashSet<&str> = world.partners.iter().map(|p| p.stem.as_str()).collect();
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for entry in &world.partners {
        for (i, former) in entry.record.former.iter().enumerate() {
            let other = if current.contains(former.as_str()) {
                Some(former.as_str())
            } else {
                taken.insert(former, &entry.stem)
            };
            if let Some(other) = other {
                let message = if other == former {
                    format!("„{former}“ ist die Kennung einer Stelle, die es gibt.")
                } else {
                    format!("„{former}“ ist schon eine frühere Kennung von „{other}“.")
                };
                findings
                    .at(entry, &format!("frueher[{i}]"), message)
                    .help("Eine Kennung leitet nur zu einer Stelle; bitte hier löschen.");
            }
        }
    }
}

/// No two offers share a code, present or former; if chance wills it, one of them gets a line of its own.
pub(super) fn code_is_unique(world: &World, findings: &mut Findings<'_>) {
    let mut taken: HashMap<Code, String> = HashMap::new();
    let given = |entry: &Entry<Record>, i: usize| {
        let offer = &entry.record.offers[i];
        let written = offer.code.as_deref().and_then(Code::parse);
        written.unwrap_or_else(|| Code::of(&entry.stem, &offer.id))
    };
    for entry in &world.partners {
        for (former, offer) in entry.record.former.iter().flat_map(|f| entry.record.offers.iter().map(move |o| (f, o)))
        {
            taken.insert(Code::of(former, &offer.id), format!("{}/{}", entry.stem, offer.id));
        }
    }
    // What is written stands on paper already, so the one that chance has given gives way.
    let offers = world.partners.iter().flat_map(|entry| (0..entry.record.offers.len()).map(move |i| (entry, i)));
    let (written, hashed): (Vec<_>, Vec<_>) = offers.partition(|(entry, i)| entry.record.offers[*i].code.is_some());
    for (entry, i) in written.into_iter().chain(hashed) {
        let offer = &entry.record.offers[i];
        let name = format!("{}/{}", entry.stem, offer.id);
        let code = given(entry, i);
        let Some(other) = taken.get(&code).filter(|other| **other != name) else {
            taken.insert(code, name);
            continue;
        };
        let free = (2..).map(|n| Code::of(&entry.stem, &format!("{}-{n}", offer.id)));
        let free = free.take(100).find(|c| !taken.contains_key(c)).unwrap_or(code);
        findings
            .at(entry, &format!("angebote[{i}].id"), format!("Der Code {code} gehört schon zu „{other}“."))
            .help(format!("Bitte bei diesem Angebot die Zeile „code: {free}“ ergänzen."));
    }
}
