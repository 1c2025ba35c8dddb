//! One offer on the sheet: its number, what to do next, and the facts as rows.
//!
//! Takes an offer of the catalog; gives an [`Entry`]. A discreet offer becomes a neutral name and a number, nothing
//! else: whoever finds the paper learns nothing from it.

use super::Link;
use crate::catalog::choice::{Degree, Status};
use crate::catalog::partner::Partner;
use crate::catalog::{Catalog, Offer, Term};
use crate::words::Words;
use crate::words::phrases::{glue, sentence};
use jiff::civil::Date;
use std::sync::Arc;

/// Most places printed one by one.
const PLACES: usize = 3;

/// One offer, ready to be set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Title, or the neutral name of a discreet offer.
    pub title: String,
    /// Who offers it; empty for a discreet offer.
    pub partner: String,
    /// What must be known first: ended, paused, not checked for long.
    pub warnings: Vec<String>,
    /// How to reach it.
    pub reach: Option<Reach>,
    /// What to do next, in one sentence; empty for a discreet offer.
    pub next_step: String,
    /// Facts with their labels, in the order somebody needs them.
    pub rows: Vec<Row>,
    /// Address of the offer on the site; none for a discreet offer.
    pub link: Option<Link>,
    /// "Stand 05.10.2026"; empty for a discreet offer.
    pub as_of: String,
}

/// The way to somebody, the first thing on an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// "Telefon", "E-Mail", "Internet".
    pub label: String,
    /// As printed.
    pub text: String,
    /// As linked.
    pub href: String,
    /// When somebody answers; empty when not known.
    pub hours: String,
}

/// A labelled fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// One line each.
    pub lines: Vec<String>,
}

/// What entries are made from.
pub(super) struct Facts<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) words: &'a Words,
    pub(super) today: Date,
}

impl Facts<'_> {
    pub(super) fn entry(&self, offer: &Offer) -> Entry {
        let partner = self.catalog.partner_of(offer);
        if offer.discreet {
            let neutral = offer.neutral_name.clone();
            let reach = self.reach(offer, partner).map(|r| Reach { hours: String::new(), ..r });
            return Entry {
                title: neutral.unwrap_or_else(|| self.words.get("sheet-neutral-name").into_owned()),
                reach: reach.filter(|r| r.href.starts_with("tel:")),
                ..Entry::default()
            };
        }
        Entry {
            title: offer.title.clone(),
            partner: glue(&partner.name),
            warnings: self.warnings(offer),
            reach: self.reach(offer, partner),
            next_step: match &offer.access.next_step {
                Some(step) => glue(&sentence(step)),
                None => self.words.get("next-step-unknown").into_owned(),
            },
            rows: self.rows(offer, partner),
            link: Some(Link::to_offer(&self.catalog.region.address, offer.code)),
            as_of: self.words.as_of(offer.checked.as_ref()),
        }
    }

    fn warnings(&self, offer: &Offer) -> Vec<String> {
        let mut warnings = Vec::new();
        if offer.status == Status::Ended || offer.over(self.today) {
            warnings.push(self.words.get("sheet-ended").into_owned());
        } else if offer.status == Status::Paused {
            warnings.push(self.words.get("sheet-paused").into_owned());
        }
        if offer.checked.is_none_or(|c| c.overdue(self.today)) {
            warnings.push(self.words.get("sheet-call-first").into_owned());
        }
        warnings
    }

    fn reach(&self, offer: &Offer, partner: &Partner) -> Option<Reach> {
        let contact = offer.first_contact();
        let label = |key: &str| self.words.get(key).into_owned();
        if let Some((contact, phone)) = contact.and_then(|c| c.phone.as_ref().map(|p| (c, p))) {
            return Some(Reach {
                label: label("sheet-phone"),
                text: phone.unbroken(),
                href: phone.href.clone(),
                hours: glue(&self.words.hours_compact(&contact.hours, self.today)),
            });
        }
        if let Some(mail) = contact.and_then(|c| c.mail.as_ref()) {
            let href = format!("mailto:{mail}");
            return Some(Reach { label: label("sheet-mail"), text: mail.clone(), href, hours: String::new() });
        }
        let web = contact.and_then(|c| c.web.as_ref()).or(partner.web.as_ref())?;
        let text = super::typed(web).to_owned();
        Some(Reach { label: label("sheet-web"), text, href: web.clone(), hours: String::new() })
    }

    fn rows(&self, offer: &Offer, partner: &Partner) -> Vec<Row> {
        let words = self.words;
        let joined = |lines: Vec<String>| if lines.is_empty() { lines } else { vec![lines.join(" ")] };
        let cost = words.costs(&offer.costs).unwrap_or_else(|| words.get("cost-unknown").into_owned());
        let bring = words.labels(&offer.access.bring);
        let bring = if bring.is_empty() { vec![] } else { vec![words.list(&bring)] };
        let course = offer.course.as_ref().map(|c| words.course(c, self.today)).unwrap_or_default();
        let waiting = offer.waiting.as_ref().and_then(|w| words.waiting(w, self.today));
        let notices = [&offer.notice, &partner.notice].into_iter().flatten();
        let notices = notices.filter(|n| n.until >= self.today).map(|n| sentence(&n.text)).collect();
        // That no paper is needed belongs to what it costs; a row of its own would only take space.
        let (papers, no_paper) = match words.papers(&offer.access) {
            lines if offer.access.needs_no_paper() => (vec![], lines),
            lines => (lines, vec![]),
        };
        let (mut places, mut transport) = (self.places(offer), self.transport(offer));
        if let ([place], [way]) = (&mut places[..], &transport[..]) {
            *place = format!("{} {way}", sentence(place));
            transport.clear();
        }
        let cost = joined([vec![cost], no_paper].concat());
        let rows = [
            ("fact-notice", notices),
            ("fact-paper", papers),
            ("fact-hours", words.hours_of(offer, self.today)),
            ("fact-course", joined(course.iter().map(|line| sentence(line)).collect())),
            ("fact-cost", cost),
            ("fact-bring", bring),
            ("fact-languages", joined(words.languages(offer))),
            ("fact-people", joined(words.limits(offer))),
            ("fact-where", places),
            ("fact-transport", transport),
            ("fact-accessibility", self.accessibility(offer)),
            ("fact-waiting", waiting.into_iter().collect()),
            ("fact-exclusion", offer.access.exclusion.iter().map(|e| sentence(e)).collect()),
        ];
        rows.into_iter()
            .filter(|(_, lines)| !lines.is_empty())
            .map(|(key, lines)| Row {
                label: words.get(key).into_owned(),
                lines: lines.iter().map(|line| glue(line)).collect(),
            })
            .collect()
    }

    /// Where one goes; for an offer without a place, how one takes part and whom it serves.
    fn places(&self, offer: &Offer) -> Vec<String> {
        let words = self.words;
        let places = &self.catalog.vocabularies.places;
        let mut lines: Vec<String> = offer.locations.iter().filter_map(|l| words.address(l, places)).collect();
        lines.dedup();
        if lines.len() > PLACES {
            let more = lines.len() - PLACES;
            lines.truncate(PLACES);
            lines.push(words.fill("sheet-more-places", &[("more", more.into())]));
        }
        if lines.is_empty() || !offer.on_site() {
            lines.insert(0, words.list(&words.labels(&offer.forms)));
        }
        let area = offer.area.as_ref().and_then(|a| words.area(a, &self.catalog.region.region));
        if let Some(area) = area.filter(|_| !offer.on_site() || offer.area.as_ref().is_some_and(|a| a.residents_only)) {
            lines.push(words.fill("area-for", &[("area", area.into())]));
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn transport(&self, offer: &Offer) -> Vec<String> {
        distinct(offer.locations.iter().take(PLACES).filter_map(|l| l.transport.as_deref().map(sentence)))
    }

    fn accessibility(&self, offer: &Offer) -> Vec<String> {
        let words = self.words;
        let said = |known: &[(Arc<Term>, Degree)], note: &Option<String>| {
            let lines = words.accessibility(known, note.as_deref());
            (!lines.is_empty()).then(|| lines.join(" "))
        };
        let here = offer.locations.iter().take(PLACES).filter_map(|l| said(&l.accessibility, &l.accessibility_note));
        distinct(here.chain(said(&offer.accessibility, &offer.accessibility_note)))
    }
}

fn distinct(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    lines.for_each(|line| {
        if !all.contains(&line) {
            all.push(line);
        }
    });
    all
}
