//! Rules about what an offer says of itself: themes, groups, cost, papers, consent.

use super::{Findings, World, texts};
use crate::catalog::canon::refusal_hash;
use crate::catalog::choice::YesNo;
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;

/// Costs that say nothing without an amount or a condition.
const NEED_A_SENTENCE: &[&str] = &["zuzahlung", "erstattung", "ermaessigt", "einkommen", "beitrag", "vereinsbeitrag"];

/// Themes are leaves: `sucht/alkohol`, not `sucht`.
pub(super) fn theme_is_a_leaf(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        for (j, slug) in offer.themes.iter().enumerate() {
            let Some(term) = world.terms.themes.get(slug) else { continue };
            let children: Vec<&str> = world.terms.themes.children(term).map(|t| t.slug.as_str()).collect();
            if !children.is_empty() {
                findings
                    .at(entry, &format!("angebote[{i}].themen[{j}]"), format!("„{slug}“ ist zu allgemein."))
                    .help(format!("Bitte genauer: {}.", children.join(", ")));
            }
        }
    }
}

/// „Alle Menschen“ stands alone, and never in `nur_fuer`.
pub(super) fn everybody_stands_alone(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        if let Some(j) = offer.target_groups.iter().position(|g| g == "alle").filter(|_| offer.target_groups.len() > 1)
        {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].zielgruppen[{j}]"),
                    "„alle“ steht allein, nicht neben anderen Gruppen.",
                )
                .help("Bitte „alle“ löschen oder die anderen.");
        }
        if let Some(j) = offer.only_for.iter().position(|g| g == "alle") {
            findings
                .at(entry, &format!("angebote[{i}].nur_fuer[{j}]"), "„nur_fuer“ ist eine Grenze, „alle“ ist keine.")
                .help("Bitte „nur_fuer“ löschen.");
        }
    }
}

/// What costs money says how much.
pub(super) fn cost_has_a_sentence(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        for (j, cost) in offer.costs.iter().enumerate() {
            let needed = NEED_A_SENTENCE.contains(&cost.kind.as_str());
            if needed && cost.sentence.as_ref().is_none_or(|s| s.trim().is_empty()) {
                findings
                    .at(
                        entry,
                        &format!("angebote[{i}].kosten[{j}].art"),
                        format!("Bei „{}“ fehlt der Satz mit dem Betrag.", cost.kind),
                    )
                    .help("Bitte ergänzen, zum Beispiel „satz: 6 € pro Termin.“");
            }
        }
    }
}

/// „Kein Schein nötig“ stands alone.
pub(super) fn no_voucher_stands_alone(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, access) in entry.record.offers.iter().enumerate().filter_map(|(i, o)| Some((i, o.access.as_ref()?))) {
        if let Some(j) = access.vouchers.iter().position(|v| v == "keiner").filter(|_| access.vouchers.len() > 1) {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].zugang.scheine[{j}]"),
                    "„keiner“ steht allein, nicht neben Scheinen.",
                )
                .help("Geht es mit und ohne Schein, bitte den Schein nennen und „schein_pflicht: nein“.");
        }
    }
}

/// A required paper is named.
pub(super) fn required_voucher_is_named(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, access) in entry.record.offers.iter().enumerate().filter_map(|(i, o)| Some((i, o.access.as_ref()?))) {
        if access.voucher_required == Some(YesNo::Yes) && access.vouchers.iter().all(|v| v == "keiner") {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].zugang.schein_pflicht"),
                    "Ein Schein ist Pflicht, aber keiner ist genannt.",
                )
                .help("Bitte unter „scheine“ eintragen, welcher Schein nötig ist.");
        }
    }
}

/// Ages run upwards.
pub(super) fn ages_run_upwards(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, age) in entry.record.offers.iter().enumerate().filter_map(|(i, o)| Some((i, o.age?))) {
        if let (Some(from), Some(to)) = (age.from, age.to)
            && to < from
        {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].alter.bis"),
                    format!("Das Alter endet mit {to}, beginnt aber mit {from}."),
                )
                .help("Bitte „von“ und „bis“ prüfen.");
        }
    }
}

/// A practice or freelancer is a person, and has agreed.
pub(super) fn practice_has_consent(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let record = &entry.record;
    if record.consent.is_some() {
        return;
    }
    let help = "Bitte um Zustimmung bitten und eintragen: „zustimmung: {am: 2026-01-12, wie: mail}“.";
    if let Some(kind) = record.kind.as_deref().filter(|k| matches!(*k, "praxis" | "selbststaendig")) {
        findings.at(entry, "traegerart", format!("Bei „{kind}“ muss die Zustimmung eingetragen sein.")).help(help);
        return;
    }
    for (path, name) in [("name", Some(&record.name)), ("traeger", record.operator.as_ref())] {
        if let Some(person) = name.and_then(|n| texts::person(n)) {
            findings
                .part(entry, path, person, format!("„{person}“ ist der Name eines Menschen; die Zustimmung fehlt."))
                .help(help);
        }
    }
}

/// Who said no is not in the catalog.
pub(super) fn listing_was_not_refused(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    if entry.record.listing.as_ref().is_some_and(|l| l.answer == Some(YesNo::No)) {
        findings
            .at(entry, "aufnahme.antwort", "Diese Stelle möchte nicht aufgenommen werden.")
            .help("Bitte die Datei löschen und den Prüfwert in sperrliste.yaml eintragen.");
    }
}

/// Who refused once is never added again, under whatever file name.
pub(super) fn partner_did_not_refuse(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let Some(refusals) = world.refusals.as_ref().filter(|r| !r.record.entries.is_empty()) else { return };
    let houses = entry.record.locations.iter().filter_map(|l| l.building.as_deref());
    let houses = houses.filter_map(|id| world.buildings.iter().find(|b| b.stem == id));
    let own = entry.record.locations.iter().filter_map(|l| l.postal_code.as_deref());
    let codes = own.chain(houses.map(|b| b.record.postal_code.as_str())).chain([""]);
    let mut hashes = codes.map(|code| refusal_hash(&entry.record.name, code));
    if hashes.any(|hash| refusals.record.entries.iter().any(|r| r.hash == hash)) {
        findings
            .at(entry, "name", "Diese Stelle hat die Aufnahme abgelehnt (sperrliste.yaml).")
            .help("Bitte die Datei löschen.");
    }
}

/// Reserved for later, so that nobody translates for nothing.
pub(super) fn translations_are_not_used_yet(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, _) in entry.record.offers.iter().enumerate().filter(|(_, o)| !o.translations.is_empty()) {
        findings
            .at(entry, &format!("angebote[{i}].uebersetzungen"), "„uebersetzungen“ wird noch nicht benutzt.")
            .help("Sie können es stehen lassen; gezeigt wird es noch nicht.");
    }
}
