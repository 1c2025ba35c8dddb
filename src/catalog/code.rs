//! The code of an offer on paper: five characters from a hash and one check character.
//!
//! Takes `partner/offer` (or what somebody typed) and gives a `Code`. The 32 characters are Crockford's base 32
//! (no I, L, O, U); reading is forgiving: case never matters, `O` is `0`, `I` and `L` are `1`.

use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code, the check character included.
pub const LENGTH: usize = 6;

/// A valid code, upper-case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code of `partner/offer`: the first 25 bits of its blake3 hash, five bits a character.
    #[must_use]
    pub fn of(partner: &str, offer: &str) -> Self {
        let hash = blake3::hash(format!("{partner}/{offer}").as_bytes());
        let bits = hash.as_bytes().iter().take(4).fold(0u32, |bits, byte| bits << 8 | u32::from(*byte));
        let mut values = [0u8; LENGTH - 1];
        for (i, value) in values.iter_mut().enumerate() {
            *value = (bits >> (27 - 5 * i) & 31) as u8;
        }
        Self::with_check(values)
    }

    /// Reads a typed code; spaces and hyphens are ignored. `None` if the length, a character or the check is wrong.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut values = [0u8; LENGTH];
        let mut count = 0;
        for byte in text.bytes().filter(|b| !matches!(b, b' ' | b'-')) {
            let upper = match byte.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                other => other,
            };
            let value = ALPHABET.iter().position(|c| *c == upper)?;
            *values.get_mut(count)? = u8::try_from(value).ok()?;
            count += 1;
        }
        let first = <[u8; LENGTH - 1]>::try_from(&values[..LENGTH - 1]).ok()?;
        let code = Self::with_check(first);
        (count == LENGTH && code.0[LENGTH - 1] == ALPHABET[usize::from(values[LENGTH - 1])]).then_some(code)
    }

    /// Appends the check character: the weighted sum of the values modulo 31, with weights 1 to 5. Two swapped
    /// neighbours or one wrong character always change it, because 31 is prime and no weight or difference of
    /// weights is a multiple of it; only a `Z` (31) taken for a `0` stays unseen.
    fn with_check(values: [u8; LENGTH - 1]) -> Self {
        let sum: usize = values.iter().zip(1..).map(|(v, weight)| usize::from(*v) * weight).sum();
        let mut code = [0; LENGTH];
        for (slot, value) in code.iter_mut().zip(values.iter().copied().map(usize::from).chain([sum % 31])) {
            *slot = ALPHABET[value];
        }
        Self(code)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}
