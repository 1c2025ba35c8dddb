//! Rules about contacts: numbers and addresses of no private person, and every promised way is there.

use super::{Findings, World};
use crate::catalog::choice::{HoursKind, YesNo};
use crate::catalog::contact::Phone;
use crate::catalog::record::{ContactRecord, OfferRecord, Record};
use crate::catalog::shape::Entry;

/// First names of mail addresses that belong to one person.
const FIRST_NAMES: &[&str] = &[
    "alexander",
    "andrea",
    "andreas",
    "angelika",
    "anja",
    "anke",
    "anna",
    "anne",
    "annette",
    "antje",
    "barbara",
    "bernd",
    "bettina",
    "birgit",
    "brigitte",
    "britta",
    "carola",
    "carsten",
    "christa",
    "christian",
    "christina",
    "christine",
    "claudia",
    "cornelia",
    "dagmar",
    "daniel",
    "daniela",
    "detlef",
    "dieter",
    "dirk",
    "doris",
    "elisabeth",
    "elke",
    "emine",
    "erika",
    "eva",
    "fatma",
    "florian",
    "frank",
    "franz",
    "gabi",
    "gabriele",
    "georg",
    "gerd",
    "gisela",
    "guenter",
    "hans",
    "hassan",
    "heike",
    "heinz",
    "helga",
    "helmut",
    "holger",
    "ines",
    "inge",
    "ingrid",
    "irene",
    "jan",
    "jens",
    "joachim",
    "jochen",
    "johanna",
    "johannes",
    "julia",
    "juergen",
    "karin",
    "karl",
    "katharina",
    "kathrin",
    "katja",
    "katrin",
    "kerstin",
    "klaus",
    "kristina",
    "lars",
    "laura",
    "lena",
    "lisa",
    "luisa",
    "manfred",
    "manuela",
    "marco",
    "maria",
    "marion",
    "markus",
    "martin",
    "martina",
    "matthias",
    "mehmet",
    "melanie",
    "michael",
    "michaela",
    "mohamed",
    "monika",
    "nadine",
    "nicole",
    "nina",
    "norbert",
    "olaf",
    "oliver",
    "patrick",
    "paul",
    "peter",
    "petra",
    "ralf",
    "regina",
    "renate",
    "rita",
    "robert",
    "rolf",
    "ruth",
    "sabine",
    "sandra",
    "sarah",
    "sebastian",
    "silke",
    "silvia",
    "simone",
    "sonja",
    "stefan",
    "stefanie",
    "steffen",
    "stephan",
    "susanne",
    "svenja",
    "tanja",
    "thomas",
    "thorsten",
    "tobias",
    "torsten",
    "udo",
    "ulrich",
    "ulrike",
    "ursula",
    "uta",
    "ute",
    "uwe",
    "vera",
    "volker",
    "walter",
    "werner",
    "wolfgang",
    "yvonne",
];

/// A mobile number belongs to a person unless somebody says that it does not.
pub(super) fn mobile_is_business(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, contact) in entry.record.contacts.iter().enumerate() {
        let mobile = contact.phone.as_deref().and_then(|p| Phone::parse(p).ok()).is_some_and(|p| p.mobile());
        if mobile && contact.business != Some(YesNo::Yes) {
            findings
                .at(entry, &format!("kontakt[{i}].telefon"), "Das ist eine Handynummer.")
                .help("Nur dienstliche Handys gehören in den Katalog; dann bitte „dienstlich: ja“ dazuschreiben.");
        }
    }
}

/// An address such as vorname.nachname@ belongs to one person and dies with the job.
pub(super) fn mail_is_personal(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, contact) in entry.record.contacts.iter().enumerate() {
        let Some(mail) = &contact.mail else { continue };
        let name = mail.split('@').next().unwrap_or_default().to_lowercase();
        let parts: Vec<&str> = name.split(['.', '_', '-']).collect();
        let initial = matches!(parts[..], [first, last] if first.len() == 1 && last.len() > 2);
        if initial
            || (parts.len() > 1 && parts.iter().any(|p| FIRST_NAMES.contains(p)))
            || FIRST_NAMES.contains(&&*name)
        {
            findings
                .at(
                    entry,
                    &format!("kontakt[{i}].mail"),
                    format!("„{mail}“ sieht nach der Adresse eines Menschen aus."),
                )
                .help("Bitte eine Adresse der Stelle eintragen, zum Beispiel info@ oder beratung@.");
        }
    }
}

/// A contact names at least one way.
pub(super) fn contact_has_a_way(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, contact) in entry.record.contacts.iter().enumerate() {
        if contact.phone.is_none() && contact.mail.is_none() && contact.web.is_none() && contact.via.is_none() {
            findings
                .at(entry, &format!("kontakt[{i}]"), "Dieser Kontakt nennt keinen Weg zur Stelle.")
                .help("Bitte telefon, mail, web oder ueber eintragen.");
        }
    }
}

/// Who says „anrufen“ gives a number; „E-Mail schreiben“ an address; „online anmelden“ a page.
pub(super) fn promised_way_exists(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        let Some(contacts) = contacts_of(entry, offer) else { continue };
        // Nothing is promised falsely by way of a file that cannot be read.
        let unread = |c: &ContactRecord| {
            let via = c.via.as_deref();
            via.is_some_and(|v| world.stems("partner/").any(|s| s == v) && !world.partners.iter().any(|p| p.stem == v))
        };
        if contacts.iter().any(|c| unread(c)) {
            continue;
        }
        let through = |c: &ContactRecord| {
            let other = world.partners.iter().find(|p| Some(&p.stem) == c.via.as_ref());
            // The same choice as in `resolve`: the other partner's first contact with a number or an address.
            other.and_then(|p| p.record.contacts.iter().find(|c| c.phone.is_some() || c.mail.is_some())).cloned()
        };
        let phone = |c: &&ContactRecord| c.phone.is_some() || through(c).is_some_and(|o| o.phone.is_some());
        let mail = |c: &&ContactRecord| c.mail.is_some() || through(c).is_some_and(|o| o.mail.is_some());
        let ways = offer.access.as_ref().map_or(&[][..], |a| &a.ways);
        for (j, way) in ways.iter().enumerate() {
            let (absent, what) = match way.as_str() {
                "telefonisch" | "rueckruf" => (!contacts.iter().any(phone), "keine Telefonnummer"),
                "per-mail" => (!contacts.iter().any(mail), "keine E-Mail-Adresse"),
                "online" => {
                    (entry.record.web.is_none() && !contacts.iter().any(|c| c.web.is_some()), "keine Internetseite")
                }
                _ => continue,
            };
            if absent {
                let message = format!("„{way}“ ist ein Weg, aber die Kontakte dieses Angebots nennen {what}.");
                findings
                    .at(entry, &format!("angebote[{i}].zugang.wie[{j}]"), message)
                    .help("Bitte den Kontakt ergänzen oder den Weg löschen.");
            }
        }
    }
}

/// Who may come without an appointment needs to know when.
pub(super) fn walk_in_has_hours(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        let ways = offer.access.as_ref().map_or(&[][..], |a| &a.ways);
        let Some(j) = ways.iter().position(|w| w == "ohne-termin") else { continue };
        let open = |kind: Option<HoursKind>| !matches!(kind, Some(HoursKind::Phone));
        let contact_hours =
            contacts_of(entry, offer).unwrap_or_default().iter().any(|c| c.hours.iter().any(|h| open(h.kind)));
        if !offer.hours.iter().any(|h| open(h.kind)) && !contact_hours {
            findings
                .at(
                    entry,
                    &format!("angebote[{i}].zugang.wie[{j}]"),
                    "Man soll ohne Termin kommen, aber es fehlt, wann.",
                )
                .help("Bitte „zeiten“ eintragen.");
        }
    }
}

/// Contacts an offer names, all of them if it names none; nothing if one of them does not exist.
fn contacts_of<'a>(entry: &'a Entry<Record>, offer: &OfferRecord) -> Option<Vec<&'a ContactRecord>> {
    let known = |id: &String| entry.record.contacts.iter().any(|c| c.id == *id);
    if !offer.contacts.iter().all(known) {
        return None;
    }
    let named = |id: &String| offer.contacts.is_empty() || offer.contacts.contains(id);
    Some(entry.record.contacts.iter().filter(|c| named(&c.id)).collect())
}
