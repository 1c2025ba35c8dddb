//! What an offer asks, needs and gives, as lines of text: papers, languages, people, places, accessibility.
//!
//! Takes an offer or a location of the catalog; gives text without markup, empty where nothing is known. An address
//! that is secret or told on request never leaves [`Words::address`].

use super::Words;
use super::phrases::{capital, glue, sentence};
use crate::catalog::choice::{AddressVisibility, Degree};
use crate::catalog::hours::HoursRule;
use crate::catalog::partner::{Access, Location};
use crate::catalog::{Offer, Term, Vocabulary};
use jiff::civil::Date;
use std::sync::Arc;

/// Values of `dolmetschen` whose label does not say by itself what it is about ("Auf Anfrage").
const BARE_INTERPRETING: &[&str] = &["auf-anfrage", "begleitung"];

impl Words {
    /// Which paper an offer asks for and how to get it, one paper a line; empty when nothing is known.
    #[must_use]
    pub fn papers(&self, access: &Access) -> Vec<String> {
        if access.needs_no_paper() {
            return access.vouchers.iter().map(|none| sentence(self.label(none))).collect();
        }
        let mut lines: Vec<String> = access.vouchers.iter().map(|paper| self.paper(paper)).collect();
        if lines.len() > 1 {
            lines.insert(0, self.get("paper-one-of").into_owned());
        }
        match access.voucher_required.filter(|_| !lines.is_empty()) {
            Some(true) => lines.push(self.get("paper-required").into_owned()),
            Some(false) => lines.push(self.get("paper-optional").into_owned()),
            None => {}
        }
        lines
    }

    fn paper(&self, paper: &Term) -> String {
        match paper.how_to_get.get(self.language()) {
            "" => sentence(self.label(paper)),
            how => self.fill("paper-how", &[("paper", self.label(paper).into()), ("how", sentence(how).into())]),
        }
    }

    /// Languages, their note, how much German is needed, interpreting: one sentence each.
    #[must_use]
    pub fn languages(&self, offer: &Offer) -> Vec<String> {
        let mut said = Vec::new();
        if !offer.languages.is_empty() {
            said.push(sentence(&self.list(&self.labels(&offer.languages))));
        }
        said.extend(offer.languages_note.as_deref().map(sentence));
        said.extend(offer.german.iter().map(|g| sentence(self.label(g))));
        if let Some(interpreting) = &offer.interpreting {
            let label = self.label(interpreting);
            said.push(if BARE_INTERPRETING.contains(&interpreting.slug.as_str()) {
                self.fill("interpreting", &[("how", label.into())])
            } else {
                sentence(label)
            });
        }
        said
    }

    /// Who may come: hard limits, age, what must be fulfilled; one sentence each.
    #[must_use]
    pub fn limits(&self, offer: &Offer) -> Vec<String> {
        let list = |terms: &[Arc<Term>]| self.list(&self.labels(terms));
        let mut said = Vec::new();
        if !offer.only_for.is_empty() {
            said.push(self.fill("people-only", &[("people", list(&offer.only_for).into())]));
        }
        if let Some(age) = offer.age.and_then(|a| self.age(a)) {
            said.push(self.fill("people-age", &[("age", age.into())]));
        }
        if !offer.prerequisites.is_empty() {
            said.push(self.fill("people-prerequisites", &[("what", list(&offer.prerequisites).into())]));
        }
        said
    }

    /// When it takes place from `today` on, one rule a line. A rule that runs exactly as long as the offer's course does
    /// not repeat its dates: the course says them.
    #[must_use]
    pub fn rules_of(&self, offer: &Offer, today: Date) -> Vec<String> {
        let course = offer.course.as_ref().map(|c| (Some(c.start), c.end));
        let alive = offer.hours.iter().filter(|r| r.next(today).is_some());
        let rules: Vec<HoursRule> = alive
            .map(|rule| match course {
                Some(dates) if dates == (rule.from, rule.until) && rule.every_weeks.is_none() => {
                    HoursRule { from: None, until: None, ..rule.clone() }
                }
                _ => rule.clone(),
            })
            .collect();
        self.hours_lines(&rules, today)
    }

    /// When it takes place from `today` on, one rule a line, then what holds outside these hours and in the holidays.
    #[must_use]
    pub fn hours_of(&self, offer: &Offer, today: Date) -> Vec<String> {
        let mut lines: Vec<String> = self.rules_of(offer, today).iter().map(|line| capital(line)).collect();
        let otherwise =
            offer.otherwise.map(|kind| self.fill("hours-otherwise", &[("how", self.hours_kind(kind).into())]));
        let holidays = offer.holidays.map(|h| self.get(&format!("holidays-{}", h.word())).into_owned());
        for more in otherwise.into_iter().chain(holidays) {
            match lines.last_mut() {
                Some(last) => *last = format!("{} {more}", sentence(last)),
                None => lines.push(more),
            }
        }
        lines
    }

    /// A place in one line, no more than may be shown; `None` when nothing is known.
    #[must_use]
    pub fn address(&self, location: &Location, places: &Vocabulary) -> Option<String> {
        let place = location.place.as_ref();
        match location.visibility {
            AddressVisibility::Secret => Some(self.get("address-secret").into_owned()),
            AddressVisibility::OnRequest => {
                let town = place.map(|p| self.label(places.parent(p).unwrap_or(p)));
                let place = town.map(sentence).unwrap_or_default();
                Some(self.fill("address-on-request", &[("place", place.into())]).trim().to_owned())
            }
            AddressVisibility::Public => {
                let town = place.map(|p| self.place(p, places));
                let code_and_town =
                    [location.postal_code.clone(), town].into_iter().flatten().collect::<Vec<_>>().join(" ");
                let parts = [location.name.clone(), location.street.clone(), Some(code_and_town)];
                let parts: Vec<String> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
                (!parts.is_empty()).then(|| glue(&parts.join(", ")))
            }
        }
    }

    /// A town, or a district with its town: "Bergisch Gladbach (Bensberg)".
    #[must_use]
    pub fn place(&self, place: &Term, places: &Vocabulary) -> String {
        match places.parent(place) {
            Some(town) => {
                let names = [("town", self.label(town).into()), ("district", self.label(place).into())];
                self.fill("place-in-town", &names)
            }
            None => self.label(place).to_owned(),
        }
    }

    /// What is known of accessibility, best first, one sentence each: "Ohne Stufen, Aufzug.", "Teilweise: Breite Türen.
    /// Bitte klingeln.", "Nicht vorhanden: …"; empty when nothing is known, which never means "no".
    #[must_use]
    pub fn accessibility(&self, known: &[(Arc<Term>, Degree)], note: Option<&str>) -> Vec<String> {
        let labels = |degree: Degree| {
            let terms: Vec<&str> = known.iter().filter(|(_, d)| *d == degree).map(|(t, _)| self.label(t)).collect();
            (!terms.is_empty()).then(|| terms.join(", "))
        };
        let partly = labels(Degree::Partly).map(|what| self.fill("accessibility-partly", &[("what", what.into())]));
        let explained: Vec<String> = partly.into_iter().chain(note.map(sentence)).collect();
        let yes = labels(Degree::Yes).map(|yes| sentence(&yes));
        let no = labels(Degree::No).map(|what| self.fill("accessibility-not", &[("what", what.into())]));
        let explained = (!explained.is_empty()).then(|| explained.join(" "));
        [yes, explained, no].into_iter().flatten().collect()
    }
}
