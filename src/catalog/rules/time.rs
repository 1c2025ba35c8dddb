//! Rules about days and hours: every rule happens, every span runs forward, nothing was checked tomorrow.
//!
//! That all times hold at all places of an offer is for people to know; what can be decided is that one group does
//! not meet in two places at once.

use super::{Findings, World};
use crate::catalog::record::{HoursRecord, Record};
use crate::catalog::resolve::{date, hours};
use crate::catalog::shape::Entry;
use jiff::ToSpan;
use jiff::civil::Date;

/// Every line of `zeiten`, with its path.
fn all_hours(record: &Record) -> impl Iterator<Item = (String, &HoursRecord)> {
    let contacts = record
        .contacts
        .iter()
        .enumerate()
        .flat_map(|(i, c)| c.hours.iter().enumerate().map(move |(j, h)| (format!("kontakt[{i}].zeiten[{j}]"), h)));
    let offers = record
        .offers
        .iter()
        .enumerate()
        .flat_map(|(i, o)| o.hours.iter().enumerate().map(move |(j, h)| (format!("angebote[{i}].zeiten[{j}]"), h)));
    contacts.chain(offers)
}

/// A time needs weekdays or dates, not both.
pub(super) fn hours_have_days(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (path, hours) in all_hours(&entry.record) {
        let written = entry.tree.get(&path);
        let wrong = |field: &str| written.is_some() && entry.tree.get(&format!("{path}.{field}")).is_some();
        if hours.days.is_empty() && hours.dates.is_empty() && !wrong("tage") && !wrong("am") {
            findings
                .at(entry, &path, "Dieser Zeit fehlt der Tag.")
                .help("Bitte „tage: [mo, di]“ oder „am: [2027-01-12]“ eintragen.");
        } else if !hours.dates.is_empty()
            && (!hours.days.is_empty() || !hours.in_month.is_empty() || hours.every_weeks.is_some())
        {
            findings
                .at(entry, &format!("{path}.am"), "Einzelne Daten („am“) stehen ohne tage, im_monat und alle_wochen.")
                .help("Bitte auf zwei Zeilen verteilen.");
        }
    }
}

/// „Alle zwei Wochen“ needs a first day to count from.
pub(super) fn every_weeks_has_a_start(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (path, hours) in all_hours(&entry.record) {
        if hours.every_weeks.is_some_and(|n| n > 1) && hours.from.is_none() {
            findings
                .at(entry, &format!("{path}.alle_wochen"), "Ab welcher Woche wird gezählt?")
                .help("Bitte den ersten Termin eintragen: „ab: 2027-01-11“.");
        }
    }
}

/// A rule that matches no day, such as the second Monday in a span of one week.
pub(super) fn hours_happen(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    for (path, record) in all_hours(&entry.record) {
        let Some(rule) = hours(record) else { continue };
        if rule.days.is_empty() == rule.dates.is_empty() || rule.from.zip(rule.until).is_some_and(|(f, u)| u < f) {
            continue;
        }
        // A rule that is over did happen: look from its own first day on.
        let earlier = rule.until.map(|u| u.saturating_sub(366.days()));
        let start = rule.dates.iter().min().copied().or(rule.from).or(earlier).unwrap_or(world.today);
        if rule.next(start).is_none() {
            findings
                .at(entry, &path, "Diese Zeit trifft auf keinen einzigen Tag zu.")
                .help("Bitte tage, im_monat, ab, bis und ausser prüfen.");
        }
    }
}

/// Ends lie after beginnings.
pub(super) fn spans_run_forward(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let mut spans = Vec::new();
    for (path, hours) in all_hours(&entry.record) {
        spans.push((format!("{path}.bis"), hours.from.as_deref(), hours.until.as_deref()));
    }
    for (i, offer) in entry.record.offers.iter().enumerate() {
        if let Some(course) = &offer.course {
            spans.push((format!("angebote[{i}].kurs.ende"), Some(&course.start), course.end.as_deref()));
        }
        if let Some(valid) = &offer.valid {
            spans.push((format!("angebote[{i}].gilt.bis"), valid.from.as_deref(), valid.until.as_deref()));
        }
    }
    for (path, from, until) in spans {
        if let (Some(from), Some(until)) = (from.and_then(date), until.and_then(date))
            && until < from
        {
            findings
                .at(entry, &path, format!("Das Ende {until} liegt vor dem Anfang {from}."))
                .help("Bitte beide Tage prüfen.");
        }
    }
}

/// Nobody registers for a course that has begun.
pub(super) fn registration_ends_before_the_course(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, course) in entry.record.offers.iter().enumerate().filter_map(|(i, o)| Some((i, o.course.as_ref()?))) {
        if let (Some(by), Some(start)) = (course.register_by.as_deref().and_then(date), date(&course.start))
            && by > start
        {
            let message = format!("Der Kurs beginnt am {start}, die Anmeldung endet erst am {by}.");
            findings.at(entry, &format!("angebote[{i}].kurs.anmeldung_bis"), message).help("Bitte beide Tage prüfen.");
        }
    }
}

/// What was checked, asked or agreed lies in the past.
pub(super) fn checks_are_past(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let record = &entry.record;
    let mut days = vec![
        ("geprueft.am".to_owned(), record.checked.as_ref().map(|c| &c.date)),
        ("zustimmung.am".to_owned(), record.consent.as_ref().map(|c| &c.date)),
        ("aufnahme.angeschrieben".to_owned(), record.listing.as_ref().and_then(|l| l.asked.as_ref())),
    ];
    for (i, offer) in record.offers.iter().enumerate() {
        days.push((format!("angebote[{i}].geprueft.am"), offer.checked.as_ref().map(|c| &c.date)));
        days.push((format!("angebote[{i}].wartezeit.stand"), offer.waiting.as_ref().map(|w| &w.stand)));
    }
    for (path, day) in days {
        if let Some(day) = day.and_then(|d| date(d)).filter(|d| *d > world.today) {
            findings.at(entry, &path, format!("Der {day} liegt in der Zukunft.")).help("Bitte den Tag prüfen.");
        }
    }
}

/// Projects end: three months before, somebody should ask whether this one goes on.
pub(super) fn offer_ends_soon(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let soon = world.today.saturating_add(3.months());
    for (path, until) in ends(&entry.record).filter(|(_, until)| (world.today..=soon).contains(until)) {
        findings
            .at(entry, &path, format!("Dieses Angebot endet am {until}."))
            .help("Bitte nachfragen, ob es weitergeht, und den Tag anpassen.");
    }
}

/// Past its last day an offer has ended.
pub(super) fn offer_is_over(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    for (path, until) in ends(&entry.record).filter(|(_, until)| *until < world.today) {
        findings
            .at(entry, &path, format!("Dieses Angebot ist seit dem {until} zu Ende."))
            .help("Bitte „status: beendet“ eintragen oder den Tag anpassen.");
    }
}

fn ends(record: &Record) -> impl Iterator<Item = (String, Date)> {
    let going = |status| status != Some(crate::catalog::choice::Status::Ended);
    let offers = record.offers.iter().enumerate().filter(move |(_, o)| going(o.status) && going(record.status));
    offers.filter_map(|(i, o)| Some((format!("angebote[{i}].gilt.bis"), date(o.valid.as_ref()?.until.as_deref()?)?)))
}

/// A notice past its day is no longer shown and can go.
pub(super) fn notice_is_over(entry: &Entry<Record>, world: &World, findings: &mut Findings<'_>) {
    let own = entry.record.notice.iter().map(|n| ("hinweis.bis".to_owned(), n));
    let offers = entry.record.offers.iter().enumerate();
    let offers = offers.filter_map(|(i, o)| Some((format!("angebote[{i}].hinweis.bis"), o.notice.as_ref()?)));
    for (path, notice) in own.chain(offers) {
        if let Some(until) = date(&notice.until).filter(|d| *d < world.today) {
            findings
                .at(entry, &path, format!("Dieser Hinweis wird seit dem {until} nicht mehr gezeigt."))
                .help("Bitte den Hinweis löschen.");
        }
    }
}

/// One group does not meet in two places at once; other times elsewhere are another offer.
pub(super) fn group_meets_in_one_place(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (i, offer) in entry.record.offers.iter().enumerate() {
        let meets = ["gruppe", "selbsthilfe", "kurs", "vortrag", "offener-treff"];
        let group = !offer.formats.is_empty() && offer.formats.iter().all(|f| meets.contains(&f.as_str()));
        let places = if offer.locations.is_empty() { entry.record.locations.len() } else { offer.locations.len() };
        let on_site = offer.forms.iter().any(|f| f == "vor-ort");
        if group && on_site && places > 1 && !offer.hours.is_empty() {
            let named = !offer.locations.is_empty();
            let path = format!("angebote[{i}].{}", if named { "orte" } else { "zeiten" });
            findings.at(entry, &path, format!("Diese Zeiten würden an {places} Orten zugleich gelten.")).help(
                "Bitte unter „orte“ den einen Ort nennen; andere Zeiten an einem anderen Ort sind ein eigenes Angebot.",
            );
        }
    }
}
