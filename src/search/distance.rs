//! How many letters two words differ by: wrong, missing, added or swapped ones.
//!
//! Takes two folded ASCII words; gives the optimal string alignment distance if it is small. Own code because it runs over
//! the whole vocabulary for every unknown word: it allocates nothing and gives up early. strsim proves it in the test.
//! Rule: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964), restricted to
//! swaps of neighbours.

/// Longest word that is compared, in bytes: as long as a folded word gets.
const LONGEST: usize = 64;

/// The distance of two words, if it is at most `most`; longer words than [`LONGEST`] differ by more.
pub(super) fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most || a.len() >= LONGEST || b.len() >= LONGEST {
        return None;
    }
    let mut rows = [[0usize; LONGEST]; 3];
    for (j, cell) in rows[1].iter_mut().enumerate().take(b.len() + 1) {
        *cell = j;
    }
    for (i, letter) in a.iter().enumerate() {
        let [two_before, before, now] = &mut rows;
        now[0] = i + 1;
        let mut least = now[0];
        for (j, other) in b.iter().enumerate() {
            let mut cell = (before[j] + usize::from(letter != other)).min(before[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                cell = cell.min(two_before[j - 1] + 1);
            }
            now[j + 1] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][b.len()]).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::distance;

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
            }
        }
    }
}
