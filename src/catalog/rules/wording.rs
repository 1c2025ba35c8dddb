//! Rules about how texts speak: of people, not of diagnoses; without promises; with words that can be read aloud.
//!
//! Takes every text visitors read. Names of bodies and search words are left alone: a name is a name, and people type
//! what they type. Each finding comes with a better word, because a ban alone helps nobody to write.

use super::texts::texts;
use super::{Findings, World};
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;

/// Words that hurt, and better ones. `~` stands for an ending of inflection, `…` for any rest; what has neither stands
/// for itself, so that „Behindertenparkplatz“ and „Behinderten-WC“ are fine.
const HURTS: &[(&str, &str)] = &[
    ("süchtig~", "Menschen mit Suchterkrankung"),
    ("alkoholsüchtig~", "Menschen mit Alkoholabhängigkeit"),
    ("drogensüchtig~", "Menschen mit Drogenabhängigkeit"),
    ("spielsüchtig~", "Menschen mit Glücksspielsucht"),
    ("magersüchtig~", "Menschen mit Magersucht"),
    ("tablettensüchtig~", "Menschen mit Medikamentenabhängigkeit"),
    ("junkie…", "Menschen mit Drogenabhängigkeit"),
    ("säufer…", "Menschen mit Alkoholabhängigkeit"),
    ("selbstmord…", "Suizid"),
    ("selbstmörder…", "Menschen, die an Suizid denken"),
    ("freitod…", "Suizid"),
    ("behindert~", "Menschen mit Behinderung"),
    ("körperbehindert~", "Menschen mit Körperbehinderung"),
    ("mehrfachbehindert~", "Menschen mit mehrfacher Behinderung"),
    ("rollstuhl gefesselt", "nutzt einen Rollstuhl"),
    ("taubstumm~", "gehörlose Menschen"),
    ("krüppel…", "Menschen mit Behinderung"),
    ("geisteskrank~", "Menschen mit psychischer Erkrankung"),
    ("geistesgestört~", "Menschen mit psychischer Erkrankung"),
    ("irrenanstalt…", "psychiatrische Klinik"),
    ("zuckerkrank~", "Menschen mit Diabetes"),
    ("pflegefall", "Menschen mit Pflegebedarf"),
    ("pflegefälle…", "Menschen mit Pflegebedarf"),
    ("penner…", "wohnungslose Menschen"),
    ("obdachlos~", "wohnungslose Menschen"),
    ("asozial~", "Menschen in schwieriger Lage"),
    ("hartzer…", "Menschen, die Bürgergeld bekommen"),
    ("asylant…", "Geflüchtete"),
    ("zigeuner…", "Sinti und Roma"),
];

/// Words that promise what nobody can keep, and honest ones.
const PROMISES: &[(&str, &str)] = &[
    ("heilt", "kann helfen bei"),
    ("geheilt", "es geht vielen besser"),
    ("garantiert~", "in der Regel"),
    ("garantiert", "in der Regel"),
    ("garantieren", "wir bemühen uns um"),
    ("erfolgsgarantie", "viele berichten von"),
    ("wundermittel", "ein Mittel, das manchen hilft"),
];

const ENDINGS: &[&str] = &["e", "en", "er", "em", "es"];
const FREE: &[&str] = &["kostenlos", "kostenfrei", "gebührenfrei", "unentgeltlich", "gratis", "umsonst"];
const MONEY: &[&str] = &["€", "euro", "eur", "cent"];

/// „Süchtige“, „heilt“: there is a better word.
pub(super) fn better_word_exists(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    for (place, text) in texts(&entry.record) {
        let words: Vec<&str> = words(text).collect();
        for (table, what) in [(HURTS, "kann verletzen"), (PROMISES, "verspricht, was niemand halten kann")] {
            for (word, better) in found(&words, table) {
                findings
                    .part(entry, &place.to_string(), word, format!("„{word}“ {what}."))
                    .help(format!("Besser: „{better}“."));
            }
        }
    }
}

/// „Kostenlos“ and a price exclude each other, in one way to pay and in one sentence.
pub(super) fn free_has_no_price(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let message = |price: &str| format!("Hier steht „kostenlos“, aber auch „{price}“.");
    let help = "Was gilt? Sind es zwei Möglichkeiten, bitte zwei Zeilen unter „kosten“ schreiben, jede mit ihrer Art.";
    for (i, offer) in entry.record.offers.iter().enumerate() {
        for (j, cost) in offer.costs.iter().enumerate().filter(|(_, c)| c.kind == "kostenfrei") {
            if let Some(price) = cost.sentence.as_deref().and_then(price) {
                let path = format!("angebote[{i}].kosten[{j}].satz");
                findings.part(entry, &path, price, message(price)).help(help);
            }
        }
    }
    let texts = texts(&entry.record).into_iter().filter(|(_, text)| text.bytes().any(|b| b.is_ascii_digit()));
    for (path, text) in texts.map(|(place, text)| (place.to_string(), text)) {
        let free_cost = path.strip_suffix(".satz").and_then(|cost| entry.tree.get(&format!("{cost}.art")));
        if free_cost.is_some_and(|kind| kind.text() == Some("kostenfrei")) {
            continue;
        }
        for sentence in text.split_inclusive(['.', '!', '?', ';']).filter(|sentence| is_free(sentence)) {
            if let Some(price) = price(sentence) {
                findings.part(entry, &path, price, message(price)).help(help);
            }
        }
    }
}

/// „Berater:innen“ stumbles when read aloud, and beginners cannot read it at all.
pub(super) fn word_is_plain(entry: &Entry<Record>, _: &World, findings: &mut Findings<'_>) {
    let texts = texts(&entry.record).into_iter();
    for (place, text) in texts.filter(|(_, text)| text.bytes().any(|b| matches!(b, b'*' | b':' | b'_'))) {
        for word in text.split_whitespace().filter(|word| !word.contains(['@', '/']) && marked(word)) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            findings
                .part(entry, &place.to_string(), word, format!("In „{word}“ steht ein Zeichen mitten im Wort."))
                .help("Bitte so schreiben, dass man es vorlesen kann: „Team“, „Fachleute“, „alle, die …“.");
        }
    }
}

/// Words of a text that a table knows, with the better ones; each once.
fn found<'a>(words: &[&'a str], table: &[(&str, &'static str)]) -> Vec<(&'a str, &'static str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for (i, word) in words.iter().enumerate() {
        // Few words begin like a pattern; the rest is over after one byte, the same for ä and Ä.
        let first = word.as_bytes()[0].to_ascii_lowercase();
        let known = table.iter().filter(|(pattern, _)| pattern.as_bytes()[0] == first).find(|(pattern, _)| {
            pattern.split(' ').enumerate().all(|(k, part)| words.get(i + k).is_some_and(|word| fits(part, word)))
        });
        if let Some((pattern, better)) = known {
            // Of a phrase the last word is pointed at.
            let word = words[i + pattern.matches(' ').count()];
            if found.iter().all(|(before, _)| *before != word) {
                found.push((word, better));
            }
        }
    }
    found
}

fn fits(pattern: &str, word: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('…') {
        return after(start, word).is_some();
    }
    match pattern.strip_suffix('~') {
        Some(stem) => after(stem, word).is_some_and(is_ending),
        None => after(pattern, word) == Some(""),
    }
}

/// What follows `start` in a word, in capitals or not.
fn after<'a>(start: &str, word: &'a str) -> Option<&'a str> {
    let mut rest = word.chars();
    let begins = start.chars().all(|c| rest.next().is_some_and(|r| r.to_lowercase().eq([c])));
    begins.then_some(rest.as_str())
}

fn is_ending(rest: &str) -> bool {
    ENDINGS.iter().any(|ending| rest.eq_ignore_ascii_case(ending))
}

/// Words with their hyphens: „Behinderten-“ is half of something longer.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

fn is_free(sentence: &str) -> bool {
    let free = |word| FREE.iter().filter_map(|free| after(free, word)).any(|rest| rest.is_empty() || is_ending(rest));
    words(sentence).any(free)
}

/// The first „6 €“ of a text.
fn price(text: &str) -> Option<&str> {
    text.char_indices().filter(|(_, c)| c.is_ascii_digit()).find_map(|(start, _)| {
        let number = text[start..].find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')?;
        let rest = text[start + number..].trim_start();
        let unit = rest.find(|c: char| !c.is_alphabetic() && c != '€').unwrap_or(rest.len());
        let end = text.len() - rest.len() + unit;
        MONEY.contains(&rest[..unit].to_lowercase().as_str()).then(|| &text[start..end])
    })
}

/// Whether a mark stands between two letters.
fn marked(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    chars.windows(3).any(|c| c[0].is_alphabetic() && matches!(c[1], '*' | ':' | '_') && c[2].is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn better(text: &str) -> Vec<&'static str> {
        let words: Vec<&str> = words(text).collect();
        [HURTS, PROMISES].iter().flat_map(|table| found(&words, table)).map(|(_, better)| better).collect()
    }

    #[test]
    fn words_are_found_in_their_forms_and_compounds_are_left_alone() {
        assert_eq!(
            better("Für Behinderte, auch für den Süchtigen."),
            ["Menschen mit Behinderung", "Menschen mit Suchterkrankung"]
        );
        assert_eq!(better("Selbstmordgedanken"), ["Suizid"]);
        assert_eq!(better("Der Tee heilt garantiert."), ["kann helfen bei", "in der Regel"]);
        assert_eq!(better("Sie ist an den Rollstuhl gefesselt."), ["nutzt einen Rollstuhl"]);
        for fine in [
            "Behindertenparkplatz vor dem Haus",
            "mit Behindertenausweis",
            "ein Behinderten-WC",
            "Behinderten- und Seniorenbus",
            "eifersüchtige Partner",
            "schwerbehinderte Menschen",
            "Schimmel behindert das Lüften",
            "ein Rollstuhl ist da",
            "Die Wunde verheilt",
        ] {
            assert!(better(fine).is_empty(), "{fine}: {:?}", better(fine));
        }
    }

    #[test]
    fn prices_are_found_and_other_numbers_are_not() {
        assert_eq!(price("Die Mappe kostet 2,50 Euro."), Some("2,50 Euro"));
        assert_eq!(price("6€ pro Termin"), Some("6€"));
        for fine in ["ab 18 Jahren", "10 Termine", "0221 4710901", "um 15.", "Europa 2027"] {
            assert_eq!(price(fine), None, "{fine}");
        }
    }

    #[test]
    fn marks_inside_words_are_found_and_colons_after_words_are_not() {
        for wrong in ["Berater:innen", "Patient*innen", "„Teilnehmer_innen“"] {
            assert!(marked(wrong), "{wrong}");
        }
        for fine in ["Kosten:", "9:30", "*", "A:1", "Kinder*"] {
            assert!(!marked(fine), "{fine}");
        }
    }
}
