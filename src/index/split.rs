//! A text as words: where they start and end, which spellings a gender form stands for, what hyphens join, what French
//! elides.
//!
//! Takes any text; gives [`Piece`]s with byte ranges into it. One pass, no look-ahead beyond the word.

use super::fold::fold;
use std::ops::Range;

/// A word as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
    /// What it may be read as: itself, or base and full form of `Berater:innen`.
    pub(crate) readings: Vec<String>,
    /// Whether a hyphen joins it to the piece before.
    pub(crate) joined: bool,
}

/// Endings behind a mark that make a gender form: `Berater:innen`, `jede*r`, `Mitarbeiter/-in`.
const ENDINGS: &[&str] = &["innen", "in", "r", "n", "m", "s", "e", "er", "en", "es"];
/// Fewest letters of the base of a gender form, so that `km/h` and `e/s` stay what they are.
const MIN_BASE: usize = 3;

/// All pieces of a text, in order.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut joined = false;
    while let Some(start) = text[at..].find(is_letter).map(|i| at + i) {
        joined &= start == at;
        let end = word_end(text, start);
        let start = start + elision(&text[start..end]);
        let (end, readings) = gender_form(text, start, end);
        pieces.push(Piece { span: start..end, readings, joined });
        at = text[end..].chars().next().filter(|c| is_hyphen(*c)).map_or(end, |c| end + c.len_utf8());
        joined = at > end;
    }
    pieces
}

/// The end of the word that starts at `start`: letters, marks, and what may stand silently between them.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    for (i, c) in text[start..].char_indices() {
        if is_letter(c) {
            end = start + i + c.len_utf8();
        } else if !is_silent(c) || start + i > end + MAX_SILENT {
            break;
        }
    }
    end
}

/// Most bytes of silent characters in a row inside a word.
const MAX_SILENT: usize = 8;

/// What French writes before a vowel with an apostrophe: "j'ai", "l'aide", "qu'il".
const ELIDED: &[&str] = &["c", "d", "j", "l", "m", "n", "s", "t", "qu"];

/// Bytes of an elided word at the beginning of a word, apostrophe included; 0 without one.
fn elision(word: &str) -> usize {
    let Some((before, rest)) = word.split_once(is_apostrophe) else { return 0 };
    let vowel = fold(rest).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h']);
    if vowel && ELIDED.contains(&before.to_lowercase().as_str()) { word.len() - rest.len() } else { 0 }
}

/// The readings of the word, and its end with a gender ending.
fn gender_form(text: &str, start: usize, end: usize) -> (usize, Vec<String>) {
    let base = &text[start..end];
    let plain = || (end, vec![base.to_owned()]);
    if base.chars().filter(|c| is_letter(*c)).count() < MIN_BASE {
        return plain();
    }
    if let Some((stem, ending)) = inner_capital(base) {
        return (end, vec![stem.to_owned(), format!("{stem}{ending}")]);
    }
    let rest = &text[end..];
    let Some(mark) = rest.chars().next() else { return plain() };
    let (skip, slash) = match mark {
        ':' | '*' | '_' | '·' | '•' => (mark.len_utf8(), false),
        '/' => (
            if rest[1..].starts_with(is_hyphen) { 1 + rest[1..].chars().next().map_or(0, char::len_utf8) } else { 1 },
            true,
        ),
        '(' => (1, true),
        _ => return plain(),
    };
    let ending_end = word_end(text, end + skip).max(end + skip);
    let ending = &text[end + skip..ending_end];
    if !ending.starts_with(is_letter) || !is_ending(ending, slash) {
        return plain();
    }
    let close = usize::from(mark == '(' && text[ending_end..].starts_with(')'));
    if mark == '(' && close == 0 {
        return plain();
    }
    let full = format!("{base}{}", ending.to_lowercase());
    // In `Bürger:innenbüro` the base alone is no word that was meant.
    let readings =
        if ENDINGS.contains(&ending.to_lowercase().as_str()) { vec![base.to_owned(), full] } else { vec![full] };
    (ending_end + close, readings)
}

/// Whether letters behind a mark are an ending; behind slash or bracket only the long ones and single letters.
fn is_ending(ending: &str, slash: bool) -> bool {
    let lower = ending.to_lowercase();
    if slash {
        return matches!(lower.as_str(), "innen" | "in" | "r" | "n" | "e");
    }
    ENDINGS.contains(&lower.as_str()) || lower.starts_with("innen")
}

/// `BeraterInnen` → `Berater` and `innen`.
fn inner_capital(word: &str) -> Option<(&str, &'static str)> {
    let (stem, ending) = match word.strip_suffix("Innen") {
        Some(stem) => (stem, "innen"),
        None => (word.strip_suffix("In")?, "in"),
    };
    (stem.chars().count() >= MIN_BASE && stem.ends_with(char::is_lowercase)).then_some((stem, ending))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Characters that stand inside a word without being read: apostrophes, soft hyphens, joiners.
const fn is_silent(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´')
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gender_forms_in_all_spellings_are_read_as_base_and_full_form() {
        for text in [
            "Berater:innen",
            "Berater*innen",
            "Berater_innen",
            "Berater·innen",
            "BeraterInnen",
            "Berater/innen",
            "Berater/-innen",
            "Berater(innen)",
        ] {
            let pieces = pieces(text);
            assert_eq!(pieces.len(), 1, "{text}");
            assert_eq!(pieces[0].readings, ["Berater", "Beraterinnen"], "{text}");
            assert_eq!(pieces[0].span, 0..text.len(), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_gender_form_stays_two_words() {
        for text in ["km/h", "und/oder", "Montag: Yoga", "Haus (innen am Hof)", "http://x", "15:30", "Ort/Datum"] {
            assert!(pieces(text).len() > 1, "{text}: {:?}", pieces(text));
        }
    }

    #[test]
    fn hyphens_join_and_apostrophes_vanish_with_what_french_elides() {
        let joined: Vec<bool> = pieces("Mutter-Kind-Kur und Rat").iter().map(|p| p.joined).collect();
        assert_eq!(joined, [false, true, true, false, false]);
        assert_eq!(pieces("geht’s").len(), 1);
        let readings = |text: &str| pieces(text).into_iter().flat_map(|piece| piece.readings).collect::<Vec<_>>();
        assert_eq!(readings("j’ai besoin d'Aide, d’r Zoch, O'Hara"), ["ai", "besoin", "Aide", "d’r", "Zoch", "O'Hara"]);
        assert_eq!(pieces("Eltern- und Kind").iter().filter(|p| p.joined).count(), 0);
    }
}
