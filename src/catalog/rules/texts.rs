//! Rules about running text: no person's name, nothing that gives a secret address away.
//!
//! Takes every text of a partner file with its path; looks for patterns, not for meaning, so each pattern is narrow
//! enough that a hit is nearly always right.

use super::{Findings, World};
use crate::catalog::choice::AddressVisibility;
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;
use std::fmt;

/// Where a text stands in a partner file; written out (`angebote[2].kosten[0].satz`) only where something is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// `orte` or `angebote`, and which.
    section: Option<(&'static str, usize)>,
    /// `kosten` of an offer, and which.
    cost: Option<usize>,
    field: &'static str,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((section, at)) = self.section {
            write!(f, "{section}[{at}].")?;
        }
        if let Some(at) = self.cost {
            write!(f, "kosten[{at}].")?;
        }
        f.write_str(self.field)
    }
}

/// Every text a visitor reads, with its place.
pub(super) fn texts<'a>(record: &'a Record) -> Vec<(Place, &'a str)> {
    let mut texts = Vec::new();
    let mut add = |section, cost, field, text: Option<&'a String>| {
        texts.extend(text.map(|text| (Place { section, cost, field }, text.as_str())));
    };
    add(None, None, "kurz", record.short.as_ref());
    add(None, None, "text", record.text.as_ref());
    add(None, None, "hinweis.text", record.notice.as_ref().map(|n| &n.text));
    for (i, location) in record.locations.iter().enumerate() {
        let mut add = |field, text| add(Some(("orte", i)), None, field, text);
        add("name", location.name.as_ref());
        add("barrierefrei_hinweis", location.accessibility_note.as_ref());
    }
    for (i, offer) in record.offers.iter().enumerate() {
        let at = Some(("angebote", i));
        for (j, cost) in offer.costs.iter().enumerate() {
            add(at, Some(j), "satz", cost.sentence.as_ref());
        }
        let mut add = |field, text| add(at, None, field, text);
        add("titel", Some(&offer.title));
        add("kurz", offer.short.as_ref());
        add("text", offer.text.as_ref());
        add("hinweis.text", offer.notice.as_ref().map(|n| &n.text));
        add("name_neutral", offer.neutral_name.as_ref());
        add("sprachen_hinweis", offer.languages_note.as_ref());
        add("barrierefrei_hinweis", offer.accessibility_note.as_ref());
        if let Some(access) = &offer.access {
            add("zugang.selbst", access.next_step.as_ref());
            add("zugang.fachkraft", access.professional_step.as_ref());
            add("zugang.ausschluss", access.exclusion.as_ref());
        }
    }
    texts
}

/// „Frau Muster“, „Herr Muster“, „Dr. Muster“: roles stay, people leave.
pub(super) fn names_a_person(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (place, text) in texts(&entry.record) {
        if let Some(name) = person(text) {
            findings
                .part(entry, &place.to_string(), name, format!("Hier steht der Name eines Menschen: „{name}“."))
                .help("Bitte die Rolle nennen, zum Beispiel „die Beraterin“ oder „die Anmeldung“.");
        }
    }
}

/// A street, a postal code or a stop in the texts of a partner with a secret address.
pub(super) fn gives_secret_address_away(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    if !entry.record.locations.iter().any(|l| l.address == Some(AddressVisibility::Secret)) {
        return;
    }
    for (place, text) in texts(&entry.record) {
        if let Some(found) = address(text) {
            findings
                .part(
                    entry,
                    &place.to_string(),
                    found,
                    format!("Die Adresse ist geheim, aber im Text steht „{found}“."),
                )
                .help("Bitte alles löschen, was den Ort verrät: Straße, Postleitzahl, Haltestelle.");
        }
    }
}

/// The first „title + name“ of a text. „Frau“ after a word like „eine“ or „jede“ is the noun, and what follows it
/// is no name.
pub(super) fn person(text: &str) -> Option<&str> {
    if !["Frau", "Herr", "Dr.", "Prof."].iter().any(|title| text.contains(title)) {
        return None;
    }
    let words: Vec<(usize, &str)> = words(text).collect();
    words.windows(2).enumerate().find_map(|(i, pair)| {
        let [(start, title), (next, name)] = pair else { return None };
        let bare = name.trim_matches(|c: char| !c.is_alphanumeric());
        let named = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() > 1;
        let titled = match title.trim_start_matches(|c: char| !c.is_alphanumeric()) {
            "Herr" | "Herrn" | "Dr." | "Prof." => true,
            "Frau" => !i.checked_sub(1).is_some_and(|before| describes(words[before].1)),
            _ => false,
        };
        let end = next + name.find(bare).unwrap_or(0) + bare.len();
        (named && titled).then(|| &text[*start..end])
    })
}

/// Articles, pronouns and adjectives before a noun: lower-case words ending as such words do.
fn describes(word: &str) -> bool {
    let ends = ["e", "er", "en", "em", "als", "jede", "jeder"].iter().any(|end| word.ends_with(end));
    let preposition = ["über", "unter", "hinter", "neben", "gegen", "oder", "aber", "wegen"].contains(&word);
    word.chars().all(char::is_lowercase) && ends && !preposition
}

/// The first stretch that looks like a place one can go to.
fn address(text: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = words(text).collect();
    // A house number: at most three digits, so that a year is none.
    let digits = |w: &str| w.chars().take_while(char::is_ascii_digit).count();
    let number = |i: usize| words.get(i).is_some_and(|(_, w)| (1..=3).contains(&digits(w)));
    words.iter().enumerate().find_map(|(i, (start, word))| {
        let bare = word.trim_end_matches([',', '.', ';', ')', '!', '?']);
        let lower = word.to_lowercase();
        let ends = |list: &[&str]| list.iter().any(|e| lower.trim_end_matches([',', ';', ')']).ends_with(e));
        let street = ends(&["straße", "strasse", "gasse", "allee", "str."]) && bare.chars().count() > 6;
        let numbered = ends(&[
            "straße", "strasse", "weg", "platz", "ring", "ufer", "damm", "hof", "steig", "pfad", "graben", "berg",
        ]);
        let code = bare.len() == 5 && bare.bytes().all(|b| b.is_ascii_digit());
        let stop = lower.starts_with("haltestelle") && i + 1 < words.len();
        let last = if stop || ((street || numbered) && number(i + 1)) { i + 1 } else { i };
        let (at, end) = words[last];
        let found = street || code || last > i;
        found.then(|| text[*start..at + end.len()].trim_end_matches(['.', ',']))
    })
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_a_name_is_found_and_the_noun_frau_is_not() {
        assert_eq!(person("Fragen Sie bei Frau Muster nach."), Some("Frau Muster"));
        assert_eq!(person("Leitung: Dr. Beispiel-Test."), Some("Dr. Beispiel-Test"));
        assert_eq!(person("(Herr Ö. Test)"), None);
        for fine in ["Wenn eine Frau Hilfe braucht", "Jede schwangere Frau Anfang zwanzig", "Frau oder Mann", "Frau"] {
            assert_eq!(person(fine), None, "{fine}");
        }
    }

    #[test]
    fn streets_codes_and_stops_are_found_and_places_in_a_group_are_not() {
        assert_eq!(address("Kommen Sie in die Testgasse 4."), Some("Testgasse 4"));
        assert_eq!(address("Am Probeweg 7, hinten"), Some("Probeweg 7"));
        assert_eq!(address("in 51429 Bensberg"), Some("51429"));
        assert_eq!(address("von der Haltestelle Markt"), Some("Haltestelle Markt"));
        for fine in ["Es gibt noch einen Platz.", "Ein Ausweg aus der Gewalt", "0221 4710904", "Auf dem Weg 2027"] {
            assert_eq!(address(fine), None, "{fine}");
        }
    }
}
