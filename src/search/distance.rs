//! How many letters two words differ by: wrong, missing, added or swapped ones.
//!
//! Takes two folded ASCII words; gives the optimal string alignment distance if it is small. Own code because it runs over
//! the whole vocabulary for every unknown word: it allocates nothing and gives up early. strsim proves it in the test.
//! Rule: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964), restricted to
//! swaps of neighbours.

/// Which letters a word has, one bit each: what differs here differs there, at a fraction of the cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters(u32);

impl Letters {
    pub(super) fn of(word: &str) -> Self {
        Self(word.bytes().fold(0, |set, byte| set | 1 << (byte.wrapping_sub(b'a') % 32)))
    }

    /// Whether two words can be at a distance of at most `most`: each step changes two letters at most.
    pub(super) const fn near(self, other: Self, most: usize) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * most
    }
}

/// Longest word that is compared, in bytes: as long as a folded word gets.
const LONGEST: usize = 64;

/// The distance of two words, if it is at most `most`; longer words than [`LONGEST`] differ by more.
pub(super) fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most || a.len() >= LONGEST || b.len() >= LONGEST {
        return None;
    }
    let mut rows = [[0u8; LONGEST]; 3];
    for (cell, j) in rows[1].iter_mut().zip(0..).take(b.len() + 1) {
        *cell = j;
    }
    for (i, letter) in a.iter().enumerate() {
        let [two_before, before, now] = &mut rows;
        now[0] = before[0] + 1;
        let mut least = now[0];
        for (j, other) in b.iter().enumerate() {
            let mut cell = (before[j] + u8::from(letter != other)).min(before[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                cell = cell.min(two_before[j - 1] + 1);
            }
            now[j + 1] = cell;
            least = least.min(cell);
        }
        if usize::from(least) > most {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(usize::from(rows[1][b.len()])).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::{Letters, distance};

    #[test]
    fn it_agrees_with_the_library_on_every_pair() {
        let words = [
            "depression",
            "deperssion",
            "depresion",
            "repression",
            "yoga",
            "joga",
            "ruckenschule",
            "ruckenschuhle",
            "",
            "a",
        ];
        for a in words {
            for b in words {
                let whole = strsim::osa_distance(a, b);
                assert_eq!(distance(a.as_bytes(), b.as_bytes(), 3), Some(whole).filter(|d| *d <= 3), "{a} {b}");
                assert!(Letters::of(a).near(Letters::of(b), whole), "{a} {b}");
            }
        }
    }
}
