//! Ways to reach a partner: telephone numbers, mail and web addresses, parsed once.
//!
//! Takes text as editors write it; gives values that print for people and link for machines, or a reason why not.

use super::hours::HoursRule;
use super::vocabulary::Term;
use std::fmt;
use std::sync::Arc;

/// One way to a partner.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Id inside the partner's file.
    pub id: String,
    /// Role, never a name.
    pub role: Option<Arc<Term>>,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// Mail address.
    pub mail: Option<String>,
    /// Page to register or write.
    pub web: Option<String>,
    /// When somebody is there.
    pub hours: Vec<HoursRule>,
    /// Index of the partner this contact goes through; its first contact with a phone is copied here by `resolve`.
    pub via: Option<usize>,
}

/// A German telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// As printed: `0221 4710123`.
    pub display: String,
    /// As linked: `tel:+492214710123`, short numbers as they are (`tel:116117`).
    pub href: String,
}

/// Numbers that are complete without an area code.
pub const SHORT_NUMBERS: &[&str] =
    &["110", "112", "115", "116000", "116006", "116016", "116111", "116116", "116117", "116123"];

/// Why a text is not a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneError {
    /// A character that no number has.
    Character(char),
    /// Neither a leading 0 nor +49 nor a known short number.
    NoAreaCode,
    /// Fewer than 6 or more than 14 digits.
    Length(usize),
}

impl Phone {
    /// Reads a number: digits, blanks, `-`, `/`, `(0)` and a leading `+49` or `0049`.
    ///
    /// # Errors
    /// [`PhoneError`] says what is wrong; the text is never guessed at.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim();
        let compact = text.replace("(0)", "");
        let mut digits = String::new();
        for (i, c) in compact.chars().enumerate() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if i == 0 => {}
                ' ' | '\u{a0}' | '-' | '–' | '/' => {}
                other => return Err(PhoneError::Character(other)),
            }
        }
        if SHORT_NUMBERS.contains(&digits.as_str()) {
            return Ok(Self { display: text.to_owned(), href: format!("tel:{digits}") });
        }
        let national = if compact.starts_with("+49") {
            format!("0{}", &digits[2..])
        } else if let Some(rest) = digits.strip_prefix("0049") {
            format!("0{rest}")
        } else {
            digits
        };
        if !national.starts_with('0') || national.starts_with("00") {
            return Err(PhoneError::NoAreaCode);
        }
        if !(6..=14).contains(&national.len()) {
            return Err(PhoneError::Length(national.len()));
        }
        Ok(Self { display: text.to_owned(), href: format!("tel:+49{}", &national[1..]) })
    }

    /// As printed, in one piece: a number never breaks at the end of a line.
    #[must_use]
    pub fn unbroken(&self) -> String {
        self.display.replace(' ', "\u{a0}")
    }

    /// Whether this is a German mobile number (015, 016, 017).
    #[must_use]
    pub fn mobile(&self) -> bool {
        ["tel:+4915", "tel:+4916", "tel:+4917"].iter().any(|p| self.href.starts_with(p))
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.display)
    }
}
