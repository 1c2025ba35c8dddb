//! Single values: numbers, choices, texts and values of closed lists.
//!
//! Takes a scalar and its field; gives what is wrong, and the value a file with errors is mended with.

use super::field::{Field, Kind};
use super::scalar;
use super::walk::Walker;
use crate::catalog::canon;
use crate::catalog::rules::reading;
use crate::catalog::tree::Node;
use serde_json::{Value, json};
use std::ops::Range;

impl<'a> Walker<'a> {
    pub(super) fn number(&mut self, node: &Node, text: &str, quoted: bool, field: Field<'a>) -> Option<Value> {
        let whole = field.kind == Kind::Integer;
        let digits = text.trim_start_matches('-');
        let plain = !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit() || (!whole && b == b'.'))
            && (digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0."));
        let Some(value) = text.parse::<f64>().ok().filter(|_| plain && !quoted) else {
            let problem = self.report(&reading::TYPE, &node.span, format!("Hier wird {} erwartet.", field.wanted()));
            if quoted && plain {
                problem.help = Some("Bitte ohne Anführungszeichen schreiben.".into());
                problem.replacement = Some(text.to_owned());
            } else if !whole && text.contains(',') {
                problem.help = Some("Bitte mit Punkt statt Komma schreiben.".into());
                problem.replacement = Some(text.replace(',', "."));
            }
            return None;
        };
        let (min, max) = (field.minimum, field.maximum);
        if field.grammar.as_deref() == Some("im-monat") {
            if !(value == -1.0 || (1.0..=5.0).contains(&value)) {
                let problem = self.report(&reading::IN_MONTH, &node.span, format!("{text} ist hier nicht möglich."));
                problem.help = Some("1 bis 5 zählt die Wochentage im Monat, -1 ist der letzte.".into());
                return None;
            }
        } else if min.is_some_and(|m| value < m) || max.is_some_and(|m| value > m) {
            let bounds = match (min, max) {
                (Some(min), Some(max)) => format!("Möglich ist {min} bis {max}."),
                (Some(min), None) => format!("Möglich ist {min} oder mehr."),
                (_, max) => format!("Möglich ist höchstens {}.", max.unwrap_or_default()),
            };
            self.report(&reading::RANGE, &node.span, format!("{text} ist hier nicht möglich.")).help = Some(bounds);
            return None;
        }
        serde_json::from_str(text).ok()
    }

    pub(super) fn choice(&mut self, node: &Node, text: &str, field: Field<'a>) -> Option<Value> {
        let choices = || field.choices.iter().map(String::as_str);
        if choices().any(|choice| choice == text) {
            return Some(self.kept(text));
        }
        let boolean = match text.to_lowercase().as_str() {
            "true" | "yes" | "on" | "wahr" => Some("ja"),
            "false" | "no" | "off" | "falsch" => Some("nein"),
            _ => None,
        };
        let meant = boolean.filter(|b| choices().any(|choice| choice == *b)).or_else(|| meant(text, choices()));
        let problem = self.report(&reading::CHOICE, &node.span, format!("„{text}“ ist hier nicht möglich."));
        problem.help = Some(match meant {
            Some(meant) => format!("Meinten Sie „{meant}“?"),
            None => format!("Möglich sind: {}.", field.choices.join(", ")),
        });
        problem.replacement = meant.map(str::to_owned);
        meant.map(|m| json!(m))
    }

    pub(super) fn text(&mut self, node: &Node, text: &str, quoted: bool, field: Field<'a>) {
        if let Some(list) = &field.list {
            self.term(&node.span, text, list, field);
        }
        if let Some(grammar) = &field.grammar {
            self.problems.extend(scalar::check(grammar, self.file, node, text, quoted));
        }
        let length = text.chars().count();
        if let Some(max) = field.length.filter(|max| length > *max) {
            let message = format!("Dieser Text hat {length} Zeichen, vorgesehen sind höchstens {max}.");
            self.report(&reading::LONG, &node.span, message).help = Some("Bitte kürzen.".into());
        }
    }

    /// Checks a value of a closed list.
    pub(super) fn term(&mut self, span: &Range<usize>, slug: &str, name: &str, field: Field<'a>) -> bool {
        let lists = self.lists;
        let Some(list) = lists.by_name(name).filter(|l| !l.is_empty()) else { return true };
        if field.others().any(|other| other == slug) {
            return true;
        }
        let Some(term) = list.get(slug) else {
            let all = list.iter().map(|t| t.slug.as_str()).chain(field.others());
            let by_label = list
                .iter()
                .find(|t| canon::slug(t.label.de()) == canon::slug(slug) || t.slug.rsplit('/').next() == Some(slug));
            let meant = by_label.map(|t| t.slug.clone()).or_else(|| meant(slug, all).map(str::to_owned));
            let few: Vec<&str> = list.iter().map(|t| t.slug.as_str()).collect();
            let problem = self.report(&reading::CHOICE, span, format!("„{slug}“ steht nicht in der Liste „{name}“."));
            problem.help = Some(match &meant {
                Some(meant) => format!("Meinten Sie „{meant}“?"),
                None if few.len() <= 12 => format!("Möglich sind: {}.", few.join(", ")),
                None => format!("Alle Werte stehen in vokabular/{name}.yaml."),
            });
            problem.replacement = meant;
            return false;
        };
        if let Some(wanted) = field.group.as_ref().filter(|group| term.group.as_ref() != Some(*group)) {
            let message = format!("„{slug}“ gehört nicht hierher.");
            let group = term.group.as_deref().unwrap_or_default();
            let help = format!("Hier stehen Werte der Gruppe „{wanted}“; „{slug}“ gehört zur Gruppe „{group}“.");
            self.report(&reading::GROUP, span, message).help = Some(help);
            return false;
        }
        if term.slug != slug {
            let problem = self.report(&reading::FORMER, span, format!("„{slug}“ heißt inzwischen anders."));
            problem.help = Some(format!("Bitte „{}“ schreiben.", term.slug));
            problem.replacement = Some(term.slug.clone());
        }
        true
    }
}

/// The candidate closest to what was written, if it is close at all.
pub(super) fn meant<'a>(written: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = canon::fold(written.trim());
    let limit = (folded.chars().count() / 3).max(1);
    candidates
        .map(|c| (strsim::damerau_levenshtein(&folded, c), c))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, c)| c)
}
