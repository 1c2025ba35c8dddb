//! Rules about places: addresses that fit, secrets that stay secret, and the area an offer serves.

use super::{Findings, World};
use crate::catalog::choice::{AddressVisibility, Degree};
use crate::catalog::record::{LocationRecord, PointRecord, Record};
use crate::catalog::shape::Entry;
use crate::catalog::vocabulary::Term;
use std::sync::Arc;

/// Farthest a house may be from the middle of its place before somebody should look, in km.
const FAR_KM: f64 = 15.0;

/// A secret address has no street, postal code, place, point, transport or building.
pub(super) fn secret_address_has_no_fields(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, location) in secret(&entry.record) {
        for (field, there) in [
            ("strasse", location.street.is_some()),
            ("plz", location.postal_code.is_some()),
            ("ort", location.place.is_some()),
            ("lage", location.point.is_some()),
            ("oepnv", location.transport.is_some()),
            ("haus", location.building.is_some()),
        ] {
            if there {
                findings
                    .at(
                        entry,
                        &format!("orte[{i}].{field}"),
                        format!("Die Adresse ist geheim, aber hier steht „{field}“."),
                    )
                    .help("Bitte die Zeile löschen. Für welche Orte das Angebot da ist, steht in „gebiet“.");
            }
        }
    }
}

fn secret(record: &Record) -> impl Iterator<Item = (usize, &LocationRecord)> {
    record.locations.iter().enumerate().filter(|(_, l)| l.address == Some(AddressVisibility::Secret))
}

/// The postal code belongs to the town.
pub(super) fn postal_code_fits_the_town(world: &World, findings: &mut Findings<'_>) {
    for entry in &world.partners {
        for (i, location) in entry.record.locations.iter().enumerate() {
            if let (Some(code), Some(place)) = (&location.postal_code, &location.place)
                && let Some(wrong) = outside(world, code, place)
            {
                findings.at(entry, &format!("orte[{i}].plz"), wrong.0).help(wrong.1);
            }
        }
    }
    for entry in &world.buildings {
        if let Some(wrong) = outside(world, &entry.record.postal_code, &entry.record.place) {
            findings.at(entry, "plz", wrong.0).help(wrong.1);
        }
    }
}

/// Message and help if a postal code is not one of the town's.
fn outside(world: &World, code: &str, place: &str) -> Option<(String, String)> {
    let place = world.terms.places.get(place)?;
    let town = world.terms.places.parent(place).unwrap_or(place);
    let codes = |term: &Arc<Term>| term.place.as_ref().map_or(Vec::new(), |p| p.postal_codes.clone());
    let known = [codes(town), codes(place)].concat();
    let fits = known.is_empty() || known.iter().any(|c| c == code) || code.len() != 5;
    let name = town.label.de();
    (!fits).then(|| {
        let other = world.terms.places.roots().find(|t| codes(t).iter().any(|c| c == code));
        let help = match other {
            Some(other) => format!("{code} gehört zu {}.", other.label.de()),
            None => format!("{name} hat: {}.", codes(town).join(", ")),
        };
        (format!("Die Postleitzahl {code} gehört nicht zu {name}."), help)
    })
}

/// The point is near the place; latitude and longitude are easily mixed up.
pub(super) fn point_is_near_the_place(world: &World, findings: &mut Findings<'_>) {
    let far = |point: PointRecord, place: &str| {
        let centre = world.terms.places.get(place)?.place.as_ref()?.point?;
        let km = distance(point, centre);
        (km > FAR_KM).then(|| format!("Dieser Punkt liegt {km:.0} km von der Mitte des Ortes entfernt."))
    };
    let help = "Bitte lat (Breite, um 51) und lon (Länge, um 7) prüfen.";
    for entry in &world.partners {
        for (i, location) in entry.record.locations.iter().enumerate() {
            if let (Some(point), Some(place)) = (location.point, &location.place)
                && let Some(message) = far(point, place)
            {
                findings.at(entry, &format!("orte[{i}].lage"), message).help(help);
            }
        }
    }
    for entry in &world.buildings {
        if let Some(message) = entry.record.point.and_then(|point| far(point, &entry.record.place)) {
            findings.at(entry, "lage", message).help(help);
        }
    }
}

/// Kilometres between two points of one region; the earth is flat enough there.
fn distance(a: PointRecord, b: PointRecord) -> f64 {
    let north = (a.lat - b.lat) * 111.2;
    let east = (a.lon - b.lon) * 111.2 * a.lat.to_radians().cos();
    north.hypot(east)
}

/// A location says where it is: through a building or a place of its own.
pub(super) fn location_has_a_place(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, location) in entry.record.locations.iter().enumerate() {
        let secret = location.address == Some(AddressVisibility::Secret);
        if !secret && location.place.is_none() && location.building.is_none() {
            findings.at(entry, &format!("orte[{i}]"), "Diesem Ort fehlt die Stadt oder Gemeinde.").help(
                "Bitte „ort“ eintragen, zum Beispiel „ort: stadt/ortsteil“, oder „haus“ für ein gemeinsames Haus.",
            );
        }
    }
}

/// With a shared building the address stands there and only there.
pub(super) fn building_has_the_address(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, location) in entry.record.locations.iter().enumerate().filter(|(_, l)| l.building.is_some()) {
        for (field, there) in [
            ("strasse", location.street.is_some()),
            ("plz", location.postal_code.is_some()),
            ("ort", location.place.is_some()),
            ("lage", location.point.is_some()),
        ] {
            if there && location.address != Some(AddressVisibility::Secret) {
                findings
                    .at(entry, &format!("orte[{i}].{field}"), format!("„{field}“ steht schon im gemeinsamen Haus."))
                    .help("Bitte die Zeile löschen, oder „haus“, wenn der Ort doch ein anderer ist.");
            }
        }
    }
}

/// An offer on site takes place somewhere.
pub(super) fn on_site_offer_has_a_location(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        if let Some(j) = offer.forms.iter().position(|f| f == "vor-ort")
            && entry.record.locations.is_empty()
        {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].formen[{j}]"),
                    "Das Angebot findet vor Ort statt, aber die Stelle nennt keinen Ort.",
                )
                .help("Bitte „orte“ eintragen; eine geheime Adresse ist „adresse: geheim“.");
        }
    }
}

/// Whom an offer serves does not follow from its address if people need not come, may not know it, or live elsewhere.
pub(super) fn area_is_known(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let authority = matches!(entry.record.kind.as_deref(), Some("kommune" | "kreis" | "arbeitsverwaltung"));
    for (i, offer) in entry.record.offers.iter().enumerate().filter(|(_, o)| o.area.is_none()) {
        let afar = offer.forms.iter().find(|f| !matches!(f.as_str(), "vor-ort" | "unterwegs"));
        let named = |id: &String| offer.locations.is_empty() || offer.locations.contains(id);
        let hidden = secret(&entry.record).any(|(_, l)| named(&l.id));
        let why = match afar {
            Some(form) => format!("man auch ohne zu kommen teilnehmen kann („{form}“)"),
            None if hidden => "die Adresse geheim ist".to_owned(),
            None if authority => "Behörden ein Gebiet haben".to_owned(),
            None => continue,
        };
        findings
            .at(entry, &format!("angebote[{i}].id"), format!("Hier fehlt „gebiet“, weil {why}."))
            .help("Bitte eintragen, für welche Orte das Angebot da ist: „gebiet: {orte: [kreisweit]}“.");
    }
}

/// „Teilweise“ says nothing without a sentence.
pub(super) fn partly_is_explained(world: &World, findings: &mut Findings<'_>) {
    let partly = |map: &std::collections::BTreeMap<String, Degree>| {
        map.iter().find(|(_, d)| **d == Degree::Partly).map(|(slug, _)| slug.clone())
    };
    let message = "„teilweise“ braucht eine Erklärung.";
    let help = "Bitte „barrierefrei_hinweis“ ergänzen: Was geht, was geht nicht?";
    for entry in &world.partners {
        for (i, location) in entry.record.locations.iter().enumerate().filter(|(_, l)| l.accessibility_note.is_none()) {
            if let Some(slug) = partly(&location.accessibility) {
                findings.at(entry, &format!("orte[{i}].barrierefrei.{slug}"), message).help(help);
            }
        }
        for (i, offer) in entry.record.offers.iter().enumerate().filter(|(_, o)| o.accessibility_note.is_none()) {
            if let Some(slug) = partly(&offer.accessibility) {
                findings.at(entry, &format!("angebote[{i}].barrierefrei.{slug}"), message).help(help);
            }
        }
    }
    for entry in world.buildings.iter().filter(|b| b.record.accessibility_note.is_none()) {
        if let Some(slug) = partly(&entry.record.accessibility) {
            findings.at(entry, &format!("barrierefrei.{slug}"), message).help(help);
        }
    }
}
