//! Spelling that never matters: case, umlauts, accents, ß.
//!
//! Takes one word; gives the form under which all its spellings are equal: `Rücken`, `Ruecken`, `RUCKEN` → `rucken`.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest folded word in characters; what follows is cut off, so that no input costs more than its length.
pub(super) const MAX_WORD: usize = 60;

/// Folds one word. `ä`, `ae` and `a` become `a` (likewise o and u; `ue` stays after a vowel or q: `neue`, `Quelle`),
/// `ß` becomes `ss`, other marks above and below letters are dropped, and so is everything that is no letter or digit.
#[must_use]
pub fn fold(word: &str) -> String {
    fold_mapped(word).text
}

/// A folded word that remembers where its letters stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    text: String,
    /// Byte of the spelling where the character of each folded byte starts, and the end of the last one.
    starts: Vec<usize>,
}

impl Folded {
    /// What [`fold`] gives.
    #[must_use]
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of the spelling for bytes of the folded word.
    #[must_use]
    pub(super) fn span(&self, folded: Range<usize>) -> Range<usize> {
        let last = self.starts.last().copied().unwrap_or(0);
        let start = |at: usize| self.starts.get(at).copied().unwrap_or(last);
        start(folded.start)..start(folded.end)
    }
}

/// [`fold`], with the way back to the spelling.
#[must_use]
pub(super) fn fold_mapped(word: &str) -> Folded {
    let folded = Folded { text: String::with_capacity(word.len()), starts: Vec::with_capacity(word.len() + 1) };
    let mut folding = Folding { folded, length: 0, before: ['\0'; 2], marked: false };
    let mut end = 0;
    for (at, letter) in word.char_indices() {
        if letter.is_ascii() {
            folding.take(letter.to_ascii_lowercase(), at);
        } else {
            for c in std::iter::once(letter).nfkd() {
                if is_combining_mark(c) {
                    folding.marked = true;
                } else {
                    c.to_lowercase().for_each(|c| folding.take(c, at));
                }
            }
        }
        end = at + letter.len_utf8();
        if folding.length >= MAX_WORD {
            break;
        }
    }
    folding.folded.starts.push(end);
    folding.folded
}

/// A word on its way through [`fold_mapped`].
struct Folding {
    folded: Folded,
    /// Characters of the folded word.
    length: usize,
    /// The last two letters of the spelling, decomposed.
    before: [char; 2],
    /// Whether a mark stood after the last letter.
    marked: bool,
}

impl Folding {
    /// Adds a lower-case letter that stands at this byte of the spelling.
    fn take(&mut self, c: char, at: usize) {
        // One letter of the spelling may be many (`ﷺ`).
        if !c.is_alphanumeric() || self.length >= MAX_WORD {
            return;
        }
        let silent = c == 'e' && !self.marked && umlaut(self.before);
        self.before = [self.before[1], c];
        self.marked = false;
        if silent {
            return;
        }
        let text = &mut self.folded.text;
        match spelled(c) {
            Some(letters) => {
                text.push_str(letters);
                self.length += letters.chars().count();
            }
            None => {
                text.push(c);
                self.length += 1;
            }
        }
        self.folded.starts.resize(text.len(), at);
    }
}

/// Letters that no decomposition knows.
const fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "a",
        'œ' | 'ø' => "o",
        'ı' => "i",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        // Arabic endings that people type either way.
        'ة' => "ه",
        'ى' => "ي",
        _ => return None,
    })
}

/// Whether an `e` after these two letters makes an umlaut of the second.
fn umlaut([first, second]: [char; 2]) -> bool {
    match second {
        'a' | 'o' => !is_vowel(first),
        'u' => !is_vowel(first) && first != 'q',
        _ => false,
    }
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_word_folds_to_the_same() {
        for (same, spellings) in [
            ("rucken", &["Rücken", "Ruecken", "RÜCKEN", "rucken", "Ru\u{308}cken"][..]),
            ("strasse", &["Straße", "STRASSE", "strasse", "STRAẞE"]),
            ("cafe", &["Café", "cafe", "CAFÉ"]),
            ("mull", &["Müll", "Muell", "Mull"]),
            ("arzte", &["Ärzte", "Aerzte", "ärzte"]),
            ("offnen", &["Öffnen", "Oeffnen"]),
            ("steuer", &["Steuer"]),
            ("quelle", &["Quelle"]),
            ("neue", &["neue", "Neue"]),
            ("bauerin", &["Bäuerin", "Baeuerin"]),
            ("frauen", &["Frauen"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), same, "{spelling}");
            }
        }
    }

    #[test]
    fn letters_are_found_again_in_every_spelling() {
        for (spelling, middle) in [("Rücken", "ü"), ("Ruecken", "ue"), ("rucken", "u"), ("Ru\u{308}cken", "u\u{308}")]
        {
            let folded = fold_mapped(spelling);
            assert_eq!(folded.text(), fold(spelling));
            assert_eq!(&spelling[folded.span(1..2)], middle);
            assert_eq!(folded.span(0..folded.text().len()), 0..spelling.len());
        }
        assert_eq!(fold_mapped("Fuß-Ballen").text(), "fussballen");
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(fold(&"a".repeat(10_000)).chars().count(), MAX_WORD);
        assert!(fold(&"ß".repeat(10_000)).chars().count() <= MAX_WORD + 1);
    }
}
