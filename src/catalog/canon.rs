//! One spelling for what people write in many: slugs for ids and folded text for comparing names.
//!
//! Takes any text; gives lower-case ASCII. German letters are written out first (ä → ae), other accents are dropped.

use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A slug: `a–z`, `0–9` and single hyphens; empty if nothing of the text remains.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Whether a text is its own slug.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    plain && !text.is_empty() && !text.starts_with('-') && !text.ends_with('-') && !text.contains("--")
}

/// Lower case, `ä → ae`, `ß → ss`, other accents dropped; blanks and punctuation stay.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    // Nearly every text is composed already, and asking costs a fraction of composing.
    let composed = is_nfc_quick(text.chars()) == IsNormalized::Yes;
    let text = if composed { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            ascii if ascii.is_ascii() => folded.push(ascii),
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            other => folded.extend(std::iter::once(other).nfd().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

/// The hash by which a refusal is kept: of name and postal code, so that neither stands in the file.
#[must_use]
pub fn refusal_hash(name: &str, postal_code: &str) -> String {
    blake3::hash(format!("{} {postal_code}", slug(name)).as_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_write_german_letters_out_and_drop_other_accents() {
        assert_eq!(slug("  Über-Größe & Łužica  "), "ueber-groesse-luzica");
        assert_eq!(slug("Café O\u{308}l"), "cafe-oel");
        assert_eq!(slug("…"), "");
        for text in ["a-b", "a--b", "-a", "a-", "Ab", "", "7"] {
            assert_eq!(is_slug(text), !text.is_empty() && slug(text) == text, "{text}");
        }
    }

    #[test]
    fn a_refusal_is_found_however_the_name_is_spelt() {
        assert_eq!(refusal_hash("Praxis Mühle", "51429"), refusal_hash("PRAXIS  Muehle", "51429"));
        assert_ne!(refusal_hash("Praxis Mühle", "51429"), refusal_hash("Praxis Mühle", "51427"));
    }
}
