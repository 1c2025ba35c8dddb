//! The short closed choices the program itself acts on: one Rust enum each, the same in file and program.
//!
//! Takes and gives nothing but the enums; their words for visitors are fixed words (`words`), keyed by `word()`.
//! Lists that only describe (themes, languages …) are data and live in `vocabulary`. Doc comments are editors' help
//! in the schema and therefore German, as in `record`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }
        impl $name {
            /// Every value in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word as editors write it, also the key of its fixed word.
            #[must_use]
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
        }
    };
}

choices! {
    /// Ob es das Angebot gibt.
    Status {
        /// Findet statt.
        Active = "aktiv",
        /// Macht Pause.
        Paused = "pausiert",
        /// Gibt es nicht mehr.
        Ended = "beendet",
    }
}
choices! {
    /// ja oder nein.
    YesNo {
        /// ja
        Yes = "ja",
        /// nein
        No = "nein",
    }
}
choices! {
    /// ja, nein oder teilweise; fehlt = unbekannt.
    Degree {
        /// ja
        Yes = "ja",
        /// nein
        No = "nein",
        /// teilweise, mit Hinweis
        Partly = "teilweise",
    }
}
choices! {
    /// Wochentage.
    Weekday {
        /// Montag
        Mo = "mo",
        /// Dienstag
        Di = "di",
        /// Mittwoch
        Mi = "mi",
        /// Donnerstag
        Do = "do",
        /// Freitag
        Fr = "fr",
        /// Samstag
        Sa = "sa",
        /// Sonntag
        So = "so",
    }
}
choices! {
    /// Was eine Zeile der Zeiten bedeutet.
    HoursKind {
        /// Ohne Termin kommen.
        WalkIn = "ohne-termin",
        /// Nur mit Termin.
        Appointment = "mit-termin",
        /// Telefonzeit.
        Phone = "telefonisch",
    }
}
choices! {
    /// Was in den Schulferien gilt.
    Holidays {
        /// Auch in den Ferien.
        Open = "findet-statt",
        /// Nicht in den Schulferien.
        Closed = "pause",
        /// In den Ferien bitte anrufen.
        Unknown = "unbekannt",
    }
}
choices! {
    /// Wem die Adresse gezeigt wird.
    AddressVisibility {
        /// Allen.
        Public = "oeffentlich",
        /// Am Telefon.
        OnRequest = "auf-anfrage",
        /// Niemandem.
        Secret = "geheim",
    }
}
choices! {
    /// Was an einer Anfrage schwer ist.
    QueryClass {
        /// Ein Wort, wie es im Katalog steht.
        Word = "wort",
        /// Umlaut anders geschrieben: ae, a, ss.
        Umlaut = "umlaut",
        /// Gebeugte Form.
        Inflection = "beugung",
        /// Zusammengesetztes Wort.
        Compound = "kompositum",
        /// Vertippt oder verhört.
        Typo = "tippfehler",
        /// Alltagswort statt Fachwort.
        Lay = "laie",
        /// Abkürzung.
        Abbreviation = "abkuerzung",
        /// Andere Sprache.
        Foreign = "fremdsprache",
        /// Mit Ort oder Postleitzahl.
        Town = "ort",
        /// Mit einer Bedingung: kostenlos, abends, für Frauen.
        Filter = "filter",
        /// Ein ganzer Satz.
        Sentence = "satz",
        /// Der Anfang eines Wortes.
        Beginning = "anfang",
        /// Was es hier nicht gibt: Richtig ist, nichts zu finden.
        Negative = "negativ",
    }
}
choices! {
    /// Auf welchem Weg geprüft wurde.
    CheckMethod {
        /// Am Telefon gefragt.
        Phone = "telefon",
        /// Per E-Mail gefragt.
        Mail = "mail",
        /// Vor Ort besucht.
        Visit = "besuch",
        /// Von der Stelle im Formular bestätigt.
        Form = "formular",
        /// Nur die Internetseite angesehen (zählt halb).
        Website = "website",
    }
}
choices! {
    /// Wer geprüft hat.
    CheckedBy {
        /// Die Stelle selbst.
        Partner = "stelle",
        /// Die Redaktion.
        Editors = "redaktion",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro cannot mark one variant as default")]
impl Default for YesNo {
    fn default() -> Self {
        Self::No
    }
}

impl From<YesNo> for bool {
    fn from(value: YesNo) -> Self {
        value == YesNo::Yes
    }
}
