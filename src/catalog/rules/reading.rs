//! The rules that reading itself applies: is it YAML, and does it have the shape of its record?
//!
//! Gives only names, severities and summaries; the finding is done by `tree` and `shape`, which know the positions.

use super::{Check, Rule};
use crate::catalog::problem::Severity::{Error, Warning};

macro_rules! reading {
    ($($name:ident = $code:literal, $severity:ident, $summary:literal;)+) => {
        $(#[doc = $summary] pub const $name: Rule =
            Rule { code: $code, severity: $severity, summary: $summary, check: Check::Reading };)+
        /// All of them, in the order of this file.
        pub const ALL: &[&Rule] = &[$(&$name),+];
    };
}

reading! {
    UTF8 = "utf8", Error, "Die Datei ist nicht als UTF-8 gespeichert.";
    TOO_BIG = "datei-zu-gross", Error, "Die Datei eines Eintrags ist höchstens 64 kB groß, andere 2 MB.";
    EMPTY_FILE = "datei-leer", Error, "In der Datei steht nichts.";
    BOM = "bom", Warning, "Am Anfang der Datei steht ein unsichtbares Zeichen.";
    CRLF = "zeilenenden", Warning, "Die Zeilen enden wie unter Windows.";
    TAB = "tabulator", Error, "Eingerückt wird mit Leerzeichen, nicht mit Tabulatoren.";
    HARD_BLANK = "geschuetztes-leerzeichen", Error, "Ein geschütztes Leerzeichen sieht aus wie ein normales, trennt aber nicht.";
    BLANK = "leerzeichen-fehlt", Error, "Nach dem Doppelpunkt steht ein Leerzeichen.";
    QUOTE = "anfuehrungszeichen", Error, "Anführungszeichen stehen paarweise um den ganzen Wert.";
    CURLY = "typografische-anfuehrungszeichen", Error, "Um einen Wert stehen gerade Anführungszeichen.";
    COLON = "doppelpunkt", Error, "Ein Text mit Doppelpunkt und Leerzeichen braucht Anführungszeichen.";
    COMMA = "komma", Error, "Ein Text mit Komma braucht in Klammern Anführungszeichen.";
    BRACKET = "klammer", Error, "Jede Klammer hat ihr Gegenstück.";
    INDENT = "einrueckung", Error, "Felder derselben Ebene beginnen in derselben Spalte.";
    CHARACTER = "zeichen", Error, "Mit diesem Zeichen beginnt ein Text nur in Anführungszeichen.";
    CONTROL = "steuerzeichen", Error, "Unsichtbare Steuerzeichen sind nicht erlaubt.";
    ALIAS = "yaml-verweis", Error, "Verweise mit &, * und << sind nicht möglich.";
    TAG = "yaml-typangabe", Error, "Typangaben mit ! sind nicht möglich.";
    DOCUMENTS = "mehrere-dokumente", Error, "Eine Datei ist ein Dokument.";
    DEPTH = "zu-tief", Error, "Mehr als 16 Ebenen sind nicht möglich.";
    UNKNOWN_KEY = "feld-unbekannt", Error, "Dieses Feld gibt es hier nicht.";
    DUPLICATE_KEY = "feld-doppelt", Error, "Ein Feld steht nur einmal in seinem Abschnitt.";
    MISSING = "feld-fehlt", Error, "Ein Pflichtfeld fehlt.";
    EXPECTED = "feld-erwartet", Warning, "Ein Feld fehlt, das jeder Eintrag haben soll.";
    EMPTY = "wert-fehlt", Error, "Hinter einem Feld steht nichts.";
    TYPE = "falscher-typ", Error, "Hier wird etwas anderes erwartet: Text, Zahl, Liste oder Felder.";
    CHOICE = "wert-unbekannt", Error, "Dieser Wert steht nicht in der Liste der erlaubten Werte.";
    GROUP = "falsche-gruppe", Error, "Dieser Wert gehört an eine andere Stelle (Ort oder Angebot).";
    FORMER = "wert-frueher", Warning, "Dieser Wert heißt inzwischen anders.";
    REPEATED = "wert-doppelt", Warning, "Ein Wert steht zweimal in derselben Liste.";
    RANGE = "zahl-ausserhalb", Error, "Die Zahl liegt außerhalb des Möglichen.";
    TOO_MANY = "liste-zu-lang", Error, "Die Liste hat zu viele Werte.";
    TOO_FEW = "liste-zu-kurz", Error, "Die Liste hat zu wenige Werte.";
    LONG = "text-zu-lang", Warning, "Der Text ist länger als vorgesehen.";
    SLUG = "kennung-form", Error, "Kennungen bestehen aus a–z, 0–9 und Bindestrich.";
    REFERENCE = "verweis-form", Error, "Ein Verweis hat die Form stelle oder stelle/angebot.";
    POSTAL_CODE = "plz-form", Error, "Eine Postleitzahl hat fünf Ziffern.";
    POSTAL_CODE_QUOTES = "plz-anfuehrungszeichen", Error, "Postleitzahlen stehen in Anführungszeichen.";
    PHONE = "telefon-form", Error, "Das ist keine vollständige Telefonnummer.";
    PHONE_QUOTES = "telefon-anfuehrungszeichen", Error, "Telefonnummern stehen in Anführungszeichen.";
    MAIL = "mail-form", Error, "Das ist keine E-Mail-Adresse.";
    WEB = "web-form", Error, "Das ist keine erlaubte Internetadresse.";
    DATE = "datum-form", Error, "Ein Datum hat die Form 2027-01-31 und steht im Kalender.";
    TIME = "zeit-form", Error, "Eine Zeit hat die Form \"15:00-17:00\".";
    TIME_ORDER = "zeit-rueckwaerts", Error, "Das Ende einer Zeit liegt nach ihrem Anfang.";
    IN_MONTH = "im-monat", Error, "im_monat ist 1 bis 5, -1 ist der letzte.";
    CODE = "code-form", Error, "Ein Code hat sechs Zeichen, das letzte prüft die anderen.";
    CONTRADICTION = "widerspruch", Error, "Was richtig aussieht, lässt sich auch lesen.";
}
