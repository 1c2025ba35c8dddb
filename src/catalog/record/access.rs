//! Who an offer serves, what it costs and how one gets in, as written.

use crate::catalog::choice::YesNo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Für welche Orte ein Angebot da ist.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaRecord {
    /// Orte aus der Liste `orte`, dazu `kreisweit` und `bundesweit`.
    #[serde(rename = "orte")]
    #[schemars(length(min = 1), extend("x-vokabular" = "orte", "x-auch" = ["kreisweit", "bundesweit"]))]
    pub places: Vec<String>,
    /// `ja`: nur für Menschen, die dort wohnen.
    #[serde(default, rename = "nur_wohnort", skip_serializing_if = "Option::is_none")]
    pub residents_only: Option<YesNo>,
}

/// Alter in Jahren, beide Grenzen eingeschlossen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgeRecord {
    /// Ab diesem Alter.
    #[serde(default, rename = "von", skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 120))]
    pub from: Option<u8>,
    /// Bis zu diesem Alter.
    #[serde(default, rename = "bis", skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 120))]
    pub to: Option<u8>,
}

/// Eine Möglichkeit zu zahlen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CostRecord {
    /// Art der Kosten.
    #[serde(rename = "art")]
    #[schemars(extend("x-vokabular" = "kosten"))]
    pub kind: String,
    /// Der Schein, von dem das abhängt.
    #[serde(default, rename = "schein", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "scheine"))]
    pub voucher: Option<String>,
    /// Ein Satz: „Sonst 6 € pro Termin.“
    #[serde(default, rename = "satz", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-laenge" = 200))]
    pub sentence: Option<String>,
}

/// Wie man in ein Angebot hineinkommt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccessRecord {
    /// Wege: anrufen, ohne Termin kommen …
    #[serde(default, rename = "wie", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "zugang", "x-erwartet" = true))]
    pub ways: Vec<String>,
    /// Scheine; einer davon genügt.
    #[serde(default, rename = "scheine", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "scheine"))]
    pub vouchers: Vec<String>,
    /// Ob es ohne Schein nicht geht.
    #[serde(default, rename = "schein_pflicht", skip_serializing_if = "Option::is_none")]
    pub voucher_required: Option<YesNo>,
    /// Was man zum ersten Termin mitbringt.
    #[serde(default, rename = "mitbringen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "mitbringen"))]
    pub bring: Vec<String>,
    /// Der nächste Schritt in einem Satz, für Ratsuchende.
    #[serde(default, rename = "selbst", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-erwartet" = true, "x-laenge" = 200))]
    pub next_step: Option<String>,
    /// Der nächste Schritt für Fachkräfte.
    #[serde(default, rename = "fachkraft", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-laenge" = 200))]
    pub professional_step: Option<String>,
    /// Wann das Angebot nicht passt.
    #[serde(default, rename = "ausschluss", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-laenge" = 200))]
    pub exclusion: Option<String>,
}

/// Wie viel Deutsch nötig ist und ob gedolmetscht wird.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnderstandingRecord {
    /// Wie viel Deutsch nötig ist.
    #[serde(default, rename = "deutsch", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "deutsch"))]
    pub german: Option<String>,
    /// Ob und wie gedolmetscht wird.
    #[serde(default, rename = "dolmetschen", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "dolmetschen"))]
    pub interpreting: Option<String>,
}

/// Titel und Kurztext in einer anderen Sprache. Noch nicht benutzt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TranslationRecord {
    /// Titel.
    #[serde(default, rename = "titel", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Kurztext.
    #[serde(default, rename = "kurz", skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}
