//! How a German word sounds, as digits: Kölner Phonetik.
//!
//! Takes a folded word; gives its code, equal for words that sound alike (`deppression`, `depression`).
//! Rule: Hans Joachim Postel, „Die Kölner Phonetik“, IBM-Nachrichten 19 (1969), pp. 925–931.

/// The code of a folded word.
pub(super) fn sound(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut code = String::with_capacity(letters.len());
    let mut last = ' ';
    for (i, letter) in letters.iter().enumerate() {
        let before = i.checked_sub(1).map(|b| letters[b]);
        for digit in digits(*letter, before, letters.get(i + 1).copied()) {
            if *digit != last && (*digit != '0' || code.is_empty()) {
                code.push(*digit);
            }
            last = *digit;
        }
    }
    code
}

const fn digits(letter: char, before: Option<char>, after: Option<char>) -> &'static [char] {
    match letter {
        'a' | 'e' | 'i' | 'j' | 'o' | 'u' | 'y' => &['0'],
        'b' => &['1'],
        'p' if !matches!(after, Some('h')) => &['1'],
        'd' | 't' if !matches!(after, Some('c' | 's' | 'z')) => &['2'],
        'f' | 'v' | 'w' | 'p' => &['3'],
        'g' | 'k' | 'q' => &['4'],
        'c' if hard(before, after) => &['4'],
        'x' if !matches!(before, Some('c' | 'k' | 'q')) => &['4', '8'],
        'l' => &['5'],
        'm' | 'n' => &['6'],
        'r' => &['7'],
        's' | 'z' | 'c' | 'd' | 't' | 'x' => &['8'],
        _ => &[],
    }
}

/// Whether a `c` sounds like a `k`.
const fn hard(before: Option<char>, after: Option<char>) -> bool {
    match before {
        None => matches!(after, Some('a' | 'h' | 'k' | 'l' | 'o' | 'q' | 'r' | 'u' | 'x')),
        Some('s' | 'z') => false,
        Some(_) => matches!(after, Some('a' | 'h' | 'k' | 'o' | 'q' | 'u' | 'x')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_rule_hold() {
        for (word, code) in
            [("muller", "657"), ("ludenscheidt", "52682"), ("wikipedia", "3412"), ("breschnew", "17863")]
        {
            assert_eq!(sound(word), code, "{word}");
        }
    }

    #[test]
    fn words_that_sound_alike_have_one_code() {
        for [a, b] in [["deppression", "depression"], ["fysiotherapie", "physiotherapie"], ["selbstmort", "selbstmord"]]
        {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
    }
}
