//! Everything with a date or a clock, as written: hours, courses, waiting, validity, checks and consent.
//!
//! Dates and clock times stay text here: the field's `x-art` names their grammar, and a wrong one is reported in
//! German with its own position instead of a serde message.

use crate::catalog::choice::{CheckMethod, CheckedBy, HoursKind, Weekday, YesNo};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Eine Regel: an diesen Tagen (oder an diesem Datum) zu dieser Zeit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoursRecord {
    /// Wochentage: mo, di, mi, do, fr, sa, so.
    #[serde(default, rename = "tage", skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
    /// Einzelne Daten statt Wochentagen.
    #[serde(default, rename = "am", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "datum"))]
    pub dates: Vec<String>,
    /// Von–bis in Anführungszeichen: "15:00-17:00".
    #[serde(rename = "zeit")]
    #[schemars(extend("x-art" = "zeit"))]
    pub time: String,
    /// Was die Zeit bedeutet.
    #[serde(default, rename = "art", skip_serializing_if = "Option::is_none")]
    pub kind: Option<HoursKind>,
    /// Nur der wievielte Wochentag im Monat: [1, 3]; -1 ist der letzte.
    #[serde(default, rename = "im_monat", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "im-monat"))]
    pub in_month: Vec<i8>,
    /// Alle so viele Wochen; dann ist `ab` nötig.
    #[serde(default, rename = "alle_wochen", skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 12))]
    pub every_weeks: Option<u8>,
    /// Erster Tag.
    #[serde(default, rename = "ab", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub from: Option<String>,
    /// Letzter Tag.
    #[serde(default, rename = "bis", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub until: Option<String>,
    /// Tage, an denen es ausfällt.
    #[serde(default, rename = "ausser", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "datum"))]
    pub except: Vec<String>,
}

/// Ein Kurs mit festem Beginn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseRecord {
    /// Erster Tag.
    #[serde(rename = "beginn")]
    #[schemars(extend("x-art" = "datum"))]
    pub start: String,
    /// Letzter Tag.
    #[serde(default, rename = "ende", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub end: Option<String>,
    /// Zahl der Termine.
    #[serde(default, rename = "einheiten", skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 2000))]
    pub sessions: Option<u16>,
    /// Letzter Tag zum Anmelden.
    #[serde(default, rename = "anmeldung_bis", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub register_by: Option<String>,
    /// Kursnummer.
    #[serde(default, rename = "nummer", skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Von der Zentralen Prüfstelle Prävention anerkannt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zpp: Option<YesNo>,
}

/// Wartezeit und der Tag, an dem sie galt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitingRecord {
    /// Wie lange.
    #[serde(rename = "art")]
    #[schemars(extend("x-vokabular" = "wartezeit"))]
    pub kind: String,
    /// An welchem Tag das galt.
    #[schemars(extend("x-art" = "datum"))]
    pub stand: String,
}

/// Zeitraum eines Angebots.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ValidRecord {
    /// Erster Tag.
    #[serde(default, rename = "ab", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub from: Option<String>,
    /// Letzter Tag.
    #[serde(default, rename = "bis", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub until: Option<String>,
}

/// Eine Prüfung der Angaben.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckedRecord {
    /// Tag der Prüfung.
    #[serde(rename = "am")]
    #[schemars(extend("x-art" = "datum"))]
    pub date: String,
    /// Auf welchem Weg.
    #[serde(rename = "wie")]
    pub method: CheckMethod,
    /// Durch wen.
    #[serde(default, rename = "durch", skip_serializing_if = "Option::is_none")]
    pub by: Option<CheckedBy>,
}

/// Ob die Stelle aufgenommen werden will.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListingRecord {
    /// Tag der Anfrage.
    #[serde(default, rename = "angeschrieben", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "datum"))]
    pub asked: Option<String>,
    /// Antwort der Stelle.
    #[serde(default, rename = "antwort", skip_serializing_if = "Option::is_none")]
    pub answer: Option<YesNo>,
}

/// Zustimmung zur Veröffentlichung eines Namens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentRecord {
    /// Tag der Zustimmung.
    #[serde(rename = "am")]
    #[schemars(extend("x-art" = "datum"))]
    pub date: String,
    /// Auf welchem Weg.
    #[serde(rename = "wie")]
    pub method: CheckMethod,
}

/// Ein Hinweis mit Ablaufdatum.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRecord {
    /// Der Hinweis in einem Satz.
    #[schemars(extend("x-laenge" = 160))]
    pub text: String,
    /// Letzter Tag, an dem er gezeigt wird.
    #[serde(rename = "bis")]
    #[schemars(extend("x-art" = "datum"))]
    pub until: String,
}
