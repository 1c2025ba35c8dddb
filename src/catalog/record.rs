//! What an editor may write in a partner file, field for field: the one definition of the format.
//!
//! Takes nothing; gives serde structs from which `schemars` makes the JSON Schema. Editors' completion, the
//! position walker (`shape`) and the reference table all come from that schema. The doc comments of fields are
//! the editors' help and therefore German; a field's `x-…` extensions carry what JSON Schema cannot say:
//! `x-vokabular` (closed list of the same name), `x-art` (a scalar's own grammar), `x-erwartet` (absent = warning).
//! No field is scalar-or-map: `flatten` and `untagged` would lose position and language.

pub mod access;
pub mod contact;
pub mod location;
pub mod time;

pub use access::{AccessRecord, AgeRecord, AreaRecord, CostRecord, TranslationRecord, UnderstandingRecord};
pub use contact::ContactRecord;
pub use location::{BuildingRecord, LocationRecord, PointRecord};
pub use time::{
    CheckedRecord, ConsentRecord, CourseRecord, HoursRecord, ListingRecord, NoticeRecord, ValidRecord, WaitingRecord,
};

use super::choice::{Degree, Holidays, HoursKind, Status, YesNo};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Eine Stelle mit ihren Angeboten: eine Datei, der Dateiname ist die Kennung.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Name der Stelle, wie er auf dem Schild steht.
    pub name: String,
    /// Frühere Kennungen: alte Adressen leiten hierher, alte Codes gelten weiter.
    #[serde(default, rename = "frueher", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "kennung"))]
    pub former: Vec<String>,
    /// Kennung der Stelle, zu der diese Abteilung gehört.
    #[serde(default, rename = "teil_von", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "kennung"))]
    pub part_of: Option<String>,
    /// Träger, wenn er anders heißt als die Stelle.
    #[serde(default, rename = "traeger", skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// Art des Trägers.
    #[serde(default, rename = "traegerart", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "traegerarten", "x-erwartet" = true))]
    pub kind: Option<String>,
    /// Findet statt, macht Pause oder ist beendet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Nachfolge einer beendeten Stelle: `stelle` oder `stelle/angebot`.
    #[serde(default, rename = "nachfolge", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "verweis"))]
    pub successor: Option<String>,
    /// Kurzer Hinweis, der von selbst wieder verschwindet.
    #[serde(default, rename = "hinweis", skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeRecord>,
    /// Ein Satz: Was macht die Stelle? Höchstens 160 Zeichen.
    #[serde(default, rename = "kurz", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-erwartet" = true, "x-laenge" = 160))]
    pub short: Option<String>,
    /// Mehr über die Stelle, in einfachen Absätzen. Höchstens 1200 Zeichen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-laenge" = 1200))]
    pub text: Option<String>,
    /// Internetseite der Stelle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "web"))]
    pub web: Option<String>,
    /// Wege zur Stelle: Telefon, E-Mail, Zeiten. Nie private Namen.
    #[serde(default, rename = "kontakt", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-erwartet" = true))]
    pub contacts: Vec<ContactRecord>,
    /// Häuser und Räume der Stelle.
    #[serde(default, rename = "orte", skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<LocationRecord>,
    /// Die Angebote der Stelle; mindestens eines.
    #[serde(rename = "angebote")]
    #[schemars(length(min = 1))]
    pub offers: Vec<OfferRecord>,
    /// Wann und wie die Angaben zuletzt geprüft wurden.
    #[serde(default, rename = "geprueft", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-erwartet" = true))]
    pub checked: Option<CheckedRecord>,
    /// Ob die Stelle der Aufnahme zugestimmt hat.
    #[serde(default, rename = "aufnahme", skip_serializing_if = "Option::is_none")]
    pub listing: Option<ListingRecord>,
    /// Zustimmung, nötig wenn der Name der Praxis der Name eines Menschen ist.
    #[serde(default, rename = "zustimmung", skip_serializing_if = "Option::is_none")]
    pub consent: Option<ConsentRecord>,
}

/// Ein Angebot: das, was gesucht, gefunden und gedruckt wird.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferRecord {
    /// Kennung des Angebots in dieser Datei: Kleinbuchstaben, Ziffern, Bindestrich.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Fester Code auf Papier; nur nötig, wenn das Programm darum bittet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "code"))]
    pub code: Option<String>,
    /// Überschrift des Angebots.
    #[serde(rename = "titel")]
    pub title: String,
    /// Ein Satz für Karte und Druck. Höchstens 160 Zeichen.
    #[serde(default, rename = "kurz", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-erwartet" = true, "x-laenge" = 160))]
    pub short: Option<String>,
    /// Beschreibung in einfachen Absätzen. Höchstens 1200 Zeichen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-laenge" = 1200))]
    pub text: Option<String>,
    /// Findet statt, macht Pause oder ist beendet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Nachfolge eines beendeten Angebots: `stelle` oder `stelle/angebot`.
    #[serde(default, rename = "nachfolge", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "verweis"))]
    pub successor: Option<String>,
    /// Kurzer Hinweis, der von selbst wieder verschwindet.
    #[serde(default, rename = "hinweis", skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeRecord>,
    /// Themen, nur die genauen (`sucht/alkohol`), höchstens sechs.
    #[serde(default, rename = "themen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 6), extend("x-vokabular" = "themen", "x-erwartet" = true))]
    pub themes: Vec<String>,
    /// Wie man teilnimmt: vor Ort, Telefon, Video …
    #[serde(default, rename = "formen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "formen", "x-erwartet" = true))]
    pub forms: Vec<String>,
    /// Was es ist: Gespräch, Gruppe, Kurs …
    #[serde(default, rename = "formate", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "formate", "x-erwartet" = true))]
    pub formats: Vec<String>,
    /// Kennungen aus `orte` dieser Datei; fehlt = alle.
    #[serde(default, rename = "orte", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "kennung"))]
    pub locations: Vec<String>,
    /// Kennungen aus `kontakt` dieser Datei; fehlt = alle.
    #[serde(default, rename = "kontakt", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "kennung"))]
    pub contacts: Vec<String>,
    /// Für welche Orte das Angebot da ist.
    #[serde(default, rename = "gebiet", skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaRecord>,
    /// „Besonders für“; `alle` steht allein.
    #[serde(default, rename = "zielgruppen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "zielgruppen"))]
    pub target_groups: Vec<String>,
    /// Nur für diese Menschen, andere können nicht teilnehmen.
    #[serde(default, rename = "nur_fuer", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "zielgruppen"))]
    pub only_for: Vec<String>,
    /// Alter in Jahren.
    #[serde(default, rename = "alter", skip_serializing_if = "Option::is_none")]
    pub age: Option<AgeRecord>,
    /// Was man mitbringen muss, um teilnehmen zu dürfen.
    #[serde(default, rename = "voraussetzungen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "voraussetzungen"))]
    pub prerequisites: Vec<String>,
    /// Kosten; mehrere Zeilen sind Alternativen.
    #[serde(default, rename = "kosten", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-erwartet" = true))]
    pub costs: Vec<CostRecord>,
    /// Wie man hineinkommt.
    #[serde(default, rename = "zugang", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-erwartet" = true))]
    pub access: Option<AccessRecord>,
    /// Wer zahlt, auf welcher Rechtsgrundlage (für Fachkräfte).
    #[serde(default, rename = "foerderung", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "foerderung"))]
    pub funding: Vec<String>,
    /// Was das Angebot ausstellt.
    #[serde(default, rename = "bescheinigungen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "bescheinigungen"))]
    pub certificates: Vec<String>,
    /// Ohne Namen möglich: ja oder nein.
    #[serde(default, rename = "anonym", skip_serializing_if = "Option::is_none")]
    pub anonymous: Option<YesNo>,
    /// Wie mit dem Gesagten umgegangen wird.
    #[serde(default, rename = "vertraulich", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "vertraulich"))]
    pub confidentiality: Option<String>,
    /// Gewalt, Schutz …: auf Papier steht nur ein neutraler Name.
    #[serde(default, rename = "diskret", skip_serializing_if = "Option::is_none")]
    pub discreet: Option<YesNo>,
    /// Neutraler Name für Papier.
    #[serde(default, rename = "name_neutral", skip_serializing_if = "Option::is_none")]
    pub neutral_name: Option<String>,
    /// Sprachen, in denen das Angebot stattfindet.
    #[serde(default, rename = "sprachen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "sprachen"))]
    pub languages: Vec<String>,
    /// Ergänzung zu den Sprachen in einem Satz.
    #[serde(default, rename = "sprachen_hinweis", skip_serializing_if = "Option::is_none")]
    pub languages_note: Option<String>,
    /// Wie viel Deutsch nötig ist und ob gedolmetscht wird.
    #[serde(default, rename = "verstaendigung", skip_serializing_if = "Option::is_none")]
    pub understanding: Option<UnderstandingRecord>,
    /// Barrierefreiheit des Angebots selbst; fehlt = unbekannt.
    #[serde(default, rename = "barrierefrei", skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-schluessel" = "barrierefreiheit", "x-gruppe" = "angebot"))]
    pub accessibility: BTreeMap<String, Degree>,
    /// Erklärung zu `teilweise`.
    #[serde(default, rename = "barrierefrei_hinweis", skip_serializing_if = "Option::is_none")]
    pub accessibility_note: Option<String>,
    /// Was das Kommen leichter macht.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "service"))]
    pub service: Vec<String>,
    /// Zeiten, eine Zeile je Regel.
    #[serde(default, rename = "zeiten", skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<HoursRecord>,
    /// Was außerhalb der genannten Zeiten gilt.
    #[serde(default, rename = "sonst", skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<HoursKind>,
    /// Was in den Schulferien gilt.
    #[serde(default, rename = "ferien", skip_serializing_if = "Option::is_none")]
    pub holidays: Option<Holidays>,
    /// Angaben zu einem Kurs mit festem Beginn.
    #[serde(default, rename = "kurs", skip_serializing_if = "Option::is_none")]
    pub course: Option<CourseRecord>,
    /// Wartezeit mit Stand; nach 60 Tagen wird sie nicht mehr gezeigt.
    #[serde(default, rename = "wartezeit", skip_serializing_if = "Option::is_none")]
    pub waiting: Option<WaitingRecord>,
    /// Zeitraum, in dem es das Angebot gibt.
    #[serde(default, rename = "gilt", skip_serializing_if = "Option::is_none")]
    pub valid: Option<ValidRecord>,
    /// Höchstens zwölf Alltagswörter: werden gesucht, nie gezeigt.
    #[serde(default, rename = "suchwoerter", skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 12))]
    pub search_words: Vec<String>,
    /// Wann dieses Angebot zuletzt geprüft wurde, wenn anders als die Stelle.
    #[serde(default, rename = "geprueft", skip_serializing_if = "Option::is_none")]
    pub checked: Option<CheckedRecord>,
    /// Übersetzungen von Titel und Kurztext, je Sprache. Noch nicht benutzt.
    #[serde(default, rename = "uebersetzungen", skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("propertyNames" = super::Language::names()))]
    pub translations: BTreeMap<String, TranslationRecord>,
}
