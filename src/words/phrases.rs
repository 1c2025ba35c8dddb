//! Facts of an offer as sentences: cost, age, course, waiting time, check, area.
//!
//! Takes values of the catalog and `today` where a phrase depends on it; gives text without markup. Cards, pages and
//! the sheet say the same fact in the same words because they all ask here.

use super::Words;
use crate::catalog::Term;
use crate::catalog::choice::CheckMethod;
use crate::catalog::partner::{AgeRange, Area, Checked, Cost, Course};
use jiff::civil::Date;
use std::sync::Arc;

/// Days after which nobody should rely on a waiting time any more.
const WAITING_HOLDS_DAYS: i32 = 60;
/// Kinds of cost whose sentence only adds to the label ("Kostenlos. Für Privatpersonen."); all others say it all.
const LABEL_FIRST: &[&str] = &["kostenfrei", "spende", "zuzahlung"];

impl Words {
    /// All ways to pay in one go: "Wird ganz bezahlt (Kasse, Amt) mit Rehasport-Verordnung. Sonst 6 € pro Termin.";
    /// `None` when nothing is known.
    #[must_use]
    pub fn costs(&self, costs: &[Cost]) -> Option<String> {
        let mut said: Vec<String> = Vec::new();
        for group in costs.chunk_by(|a, b| a.kind == b.kind && bare(a) && bare(b)) {
            let papers: Vec<&str> = group.iter().filter_map(|c| c.voucher.as_deref()).map(|v| self.label(v)).collect();
            said.extend(group.first().map(|cost| self.cost(cost, &papers)));
        }
        (!said.is_empty()).then(|| glue(&said.join(" ")))
    }

    fn cost(&self, cost: &Cost, papers: &[&str]) -> String {
        let label = self.label(&cost.kind);
        match &cost.sentence {
            Some(words) if LABEL_FIRST.contains(&cost.kind.slug.as_str()) => {
                format!("{} {}", sentence(label), sentence(words))
            }
            Some(words) => sentence(words),
            None if papers.is_empty() => sentence(label),
            None => {
                let parts = [("cost", label.into()), ("voucher", self.choice(papers).into())];
                sentence(&self.fill("cost-with-voucher", &parts))
            }
        }
    }

    /// "ab 18 Jahren", "bis 17 Jahre", "14 bis 17 Jahre"; `None` when neither end is given.
    #[must_use]
    pub fn age(&self, age: AgeRange) -> Option<String> {
        match (age.from, age.to) {
            (Some(from), Some(to)) if from == to => Some(self.fill("age-exactly", &[("years", from.into())])),
            (Some(from), Some(to)) => Some(self.fill("age-between", &[("from", from.into()), ("to", to.into())])),
            (Some(from), None) => Some(self.fill("age-from", &[("years", from.into())])),
            (None, Some(to)) => Some(self.fill("age-to", &[("years", to.into())])),
            (None, None) => None,
        }
    }

    /// What is said of a course, one fact a line: duration, registration, number, certificate.
    #[must_use]
    pub fn course(&self, course: &Course, today: Date) -> Vec<String> {
        let start = self.date(course.start);
        let mut lines = vec![match course.end.filter(|end| *end != course.start) {
            Some(end) => self.fill("course-from-to", &[("start", start.into()), ("end", self.date(end).into())]),
            None => self.fill("course-from", &[("start", start.into())]),
        }];
        if let Some(sessions) = course.sessions {
            lines[0] =
                self.fill("course-sessions", &[("when", lines[0].clone().into()), ("sessions", sessions.into())]);
        }
        if let Some(day) = course.register_by {
            let key = if day < today { "course-registration-over" } else { "course-register-by" };
            lines.push(self.fill(key, &[("date", self.date(day).into())]));
        }
        if let Some(number) = &course.number {
            lines.push(self.fill("course-number", &[("number", number.into())]));
        }
        if course.certified == Some(true) {
            lines.push(self.get("course-certified").into_owned());
        }
        lines
    }

    /// "Bis 2 Wochen (Stand 5. Oktober 2026)"; `None` once that is too old to rely on.
    #[must_use]
    pub fn waiting(&self, waiting: &(Arc<Term>, Date), today: Date) -> Option<String> {
        let (kind, day) = waiting;
        ((today - *day).get_days() <= WAITING_HOLDS_DAYS).then(|| {
            self.fill("waiting-as-of", &[("waiting", self.label(kind).into()), ("date", self.date(*day).into())])
        })
    }

    /// "Geprüft am 5. Oktober 2026 (am Telefon)".
    #[must_use]
    pub fn checked(&self, checked: &Checked) -> String {
        let method = self.get(match checked.method {
            CheckMethod::Phone => "check-telefon",
            CheckMethod::Mail => "check-mail",
            CheckMethod::Visit => "check-besuch",
            CheckMethod::Form => "check-formular",
            CheckMethod::Website => "check-website",
        });
        self.fill("checked-on", &[("date", self.date(checked.date).into()), ("method", method.into())])
    }

    /// The check for narrow places: "Stand 05.10.2026"; without a check "Stand nicht bekannt".
    #[must_use]
    pub fn as_of(&self, checked: Option<&Checked>) -> String {
        checked.map_or_else(
            || self.get("as-of-unknown").into_owned(),
            |c| self.fill("as-of", &[("date", self.date_short(c.date).into())]),
        )
    }

    /// Whom an offer serves: "Burscheid und Odenthal", "Odenthal (nur wer dort wohnt)"; `region` is the region's name.
    /// `None` when the area says nothing.
    #[must_use]
    pub fn area(&self, area: &Area, region: &str) -> Option<String> {
        if area.nation_wide {
            return Some(self.get("area-nation").into_owned());
        }
        let mut places: Vec<&str> = self.labels(&area.places);
        if area.county_wide {
            places.push(region);
        }
        let places = (!places.is_empty()).then(|| self.list(&places))?;
        Some(if area.residents_only { self.fill("area-residents", &[("places", places.into())]) } else { places })
    }
}

/// A cost that only says its kind and the paper it depends on.
const fn bare(cost: &Cost) -> bool {
    cost.sentence.is_none() && cost.voucher.is_some()
}

/// `text` with a full stop unless it already ends as a sentence.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…', '“']) { text.to_owned() } else { format!("{text}.") }
}

/// `text` with a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Keeps together what a German line must not part: "6 €", "9 Uhr", "e. V.", "§ 20", "Bus 12", "51429 Bensberg" by
/// no-break spaces, "15–17" and "E-Mail" by a word joiner.
#[must_use]
pub fn glue(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut glued = String::with_capacity(text.len() + 8);
    for (i, word) in words.iter().enumerate() {
        if let Some(before) = i.checked_sub(1).and_then(|i| words.get(i)) {
            glued.push(if sticks(before, word) { '\u{a0}' } else { ' ' });
        }
        match word.split_once('–') {
            Some((from, to)) if from.ends_with(is_digit) && to.starts_with(is_digit) => {
                glued.extend([from, "–\u{2060}", to]);
            }
            _ if word.contains("E-Mail") => glued.push_str(&word.replace("E-Mail", "E-\u{2060}Mail")),
            _ => glued.push_str(word),
        }
    }
    glued
}

const fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn sticks(before: &str, after: &str) -> bool {
    let bare = after.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
    let unit = matches!(bare, "€" | "%" | "Uhr" | "km" | "m" | "cm" | "kg" | "Jahre" | "Jahren");
    let counted = matches!(before, "§" | "§§" | "Nr." | "Bus" | "Linie" | "Muster" | "Haus" | "Raum");
    let postal_code = before.len() == 5 && before.bytes().all(|b| b.is_ascii_digit());
    (unit && before.ends_with(is_digit))
        || (counted && after.starts_with(is_digit))
        || (postal_code && after.starts_with(char::is_uppercase))
        || matches!((before, bare), ("e." | "z." | "d." | "u." | "i.", "V" | "B" | "h" | "a" | "d" | "R"))
}
