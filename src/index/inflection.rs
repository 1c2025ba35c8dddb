//! One key for all inflected forms of a word: exceptions first, then feminine forms, then Snowball.
//!
//! Takes a folded word; gives its stem, equal for `kurse` and `kurs`, `berater` and `beraterinnen`. Editors correct it
//! with `geschuetzt` and `grundform` in `suche/zerlegung.yaml`.

use super::fold::fold;
use crate::catalog::region::Decomposition;
use frostem::{Algorithm, Stemmer};
use std::collections::HashMap;

/// Nouns the rule gets wrong: stem first, then the forms that share it, folded. They also hold at the end of compounds
/// (`Kochkurse`, `Hausärztin`), except the short ones.
const NOUNS: &[&str] = &[
    "kurs kurs kurse kursen kurses",
    "bus bus busse bussen",
    "kita kita kitas",
    "cafe cafe cafes",
    "zentrum zentrum zentren zentrums",
    "praxis praxis praxen",
    "museum museum museen museums",
    "thema thema themen themas",
    "firma firma firmen",
    "konto konto konten kontos",
    "risiko risiko risiken",
    "handy handy handys handies",
    "baby baby babys babies",
    "sucht sucht suchtig suchtige suchtiger suchtigen suchtiges",
    "arzt arzt arzte arzten arztes arztin arztinnen",
];
/// Other words the rule gets wrong; only as whole words.
const WORDS: &[&str] = &[
    "abhangig abhangig abhangige abhangiger abhangigen abhangigkeit abhangigkeiten",
    "allergi allergie allergien allergiker allergisch",
    "trink trinken trinkt trinke trinkst trank getrunken",
    "rauch rauchen raucht rauche geraucht raucher rauchern",
    "kiff kiffen kifft kiffe gekifft",
    "schlaf schlaf schlafen schlaft schlafe geschlafen",
    "ess essen isst esse gegessen",
    "helf helfen hilft helfe geholfen",
    "pfleg pflegen pflegt pflege gepflegt",
    "lern lernen lernt lerne gelernt",
    "koch kochen kocht koche gekocht",
    "abnehm abnehmen abgenommen abnehme abnimmt",
    "schlag schlagen schlagt geschlagen schlage",
    "spiel spiel spiele spielen spielt gespielt",
    "trauer trauer trauern trauert getrauert trauernde trauernden",
    "wohn wohnen wohnt wohne gewohnt",
    "arbeit arbeit arbeiten arbeitet gearbeitet",
    "arbeitslos arbeitslos arbeitslose arbeitsloser arbeitslosen arbeitslosigkeit",
    "schwanger schwanger schwangere schwangeren schwangerer schwangerschaft schwangerschaften",
    "einsam einsam einsame einsamen einsamer einsamkeit",
    "mude mude muden mudigkeit",
    "depressi depression depressionen depressiv depressive depressiven depressiver",
];
/// Letters of the shortest form that also holds at the end of a compound, and of the longest one.
const COMPOUND: std::ops::RangeInclusive<usize> = 4..=9;

/// Stems whose feminine form is not made with `-er`: `Patientin`, `Nachbarinnen`.
const FEMININE: &[&str] = &[
    "freund",
    "patient",
    "klient",
    "nachbar",
    "senior",
    "therapeut",
    "student",
    "assistent",
    "migrant",
    "praktikant",
    "referent",
    "dozent",
    "psycholog",
    "padagog",
    "kolleg",
    "kund",
    "expert",
    "spezialist",
    "jurist",
    "anwalt",
    "wirt",
    "chef",
    "autor",
    "moderator",
    "koordinator",
    "mentor",
    "polizist",
    "artist",
    "aussiedler",
    "bauer",
    "bewohner",
];
/// Verbs that end like a feminine plural.
const VERBS: &[&str] = &["beginn", "gewinn", "besinn", "trinn", "verrinn", "gerinn", "zerrinn", "spinn", "drinn"];

/// Finds stems.
pub(super) struct Inflection {
    stemmer: Stemmer,
    whole: HashMap<String, String>,
    endings: HashMap<&'static str, &'static str>,
}

impl Inflection {
    /// Takes the editors' corrections.
    pub(super) fn new(corrections: &Decomposition) -> Self {
        let whole = forms(WORDS).chain(forms(NOUNS)).map(|(form, stem)| (form.to_owned(), stem.to_owned())).collect();
        let endings = forms(NOUNS).filter(|(form, _)| COMPOUND.contains(&form.len())).collect();
        let mut result = Self { stemmer: Stemmer::new(Algorithm::German), whole, endings };
        for word in &corrections.protected {
            result.whole.insert(fold(word), fold(word));
        }
        for (form, lemma) in &corrections.lemmas {
            let stem = result.stem(&fold(lemma));
            result.whole.insert(fold(form), stem);
        }
        result
    }

    /// The stem of a folded word.
    pub(super) fn stem(&self, word: &str) -> String {
        if let Some(stem) = self.whole.get(word) {
            return stem.clone();
        }
        if word.len() <= 3 || word.contains(|c: char| c.is_ascii_digit()) {
            return word.to_owned();
        }
        for length in COMPOUND.rev() {
            let at = word.len().saturating_sub(length);
            if let Some(stem) = word.get(at..).filter(|_| at >= 3).and_then(|ending| self.endings.get(ending)) {
                return format!("{}{stem}", &word[..at]);
            }
        }
        self.stemmer.stem(masculine(word)).into_owned()
    }
}

/// Pairs of form and stem of a list above.
fn forms(lines: &'static [&'static str]) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines
        .iter()
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(stem, forms)| forms.split(' ').map(move |f| (f, stem)))
}

/// `beraterinnen`, `patientin` → `berater`, `patient`; every other word as it is.
fn masculine(word: &str) -> &str {
    if let Some(base) = word.strip_suffix("innen") {
        let verb = VERBS.iter().any(|v| word.strip_suffix("en").is_some_and(|w| w.ends_with(v)));
        return if base.len() >= 4 && !verb { base } else { word };
    }
    match word.strip_suffix("in") {
        Some(base) if base.len() >= 5 && (base.ends_with("er") || FEMININE.iter().any(|f| base.ends_with(f))) => base,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_and_feminine_forms_share_a_stem() {
        let inflection = Inflection::new(&Decomposition::default());
        for same in [
            &["kurs", "kurse", "kursen"][..],
            &["kochkurs", "kochkurse"],
            &["berater", "beraterin", "beraterinnen", "beratern"],
            &["hausarzt", "hausarztin", "hausarzte"],
            &["patient", "patientin", "patientinnen", "patienten"],
            &["familienzentrum", "familienzentren"],
            &["gruppe", "gruppen"],
            &["haus", "hauser"],
            &["trinkt", "trinken"],
        ] {
            let stems: Vec<String> = same.iter().map(|w| inflection.stem(w)).collect();
            assert!(stems.windows(2).all(|w| w[0] == w[1]), "{same:?}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        let inflection = Inflection::new(&Decomposition::default());
        for [a, b] in [["kurs", "kur"], ["beginnen", "beg"], ["medizin", "mediz"], ["gewinnen", "gew"]] {
            assert_ne!(inflection.stem(a), inflection.stem(b), "{a} {b}");
        }
    }

    #[test]
    fn editors_protect_words_and_name_base_forms() {
        let corrections = Decomposition {
            protected: vec!["Rat".to_owned(), "Messer".to_owned()],
            lemmas: [("Kämme".to_owned(), "Kamm".to_owned())].into(),
            ..Decomposition::default()
        };
        let inflection = Inflection::new(&corrections);
        assert_eq!(inflection.stem("messer"), "messer");
        assert_eq!(inflection.stem("kamme"), inflection.stem("kamm"));
    }
}
