//! A way to a partner as written: phone, mail, web, times, or another partner to go through.

use super::HoursRecord;
use crate::catalog::choice::YesNo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Ein Weg zur Stelle.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactRecord {
    /// Kennung in dieser Datei.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Rolle, nie ein Name.
    #[serde(default, rename = "rolle", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "kontaktrollen"))]
    pub role: Option<String>,
    /// Telefonnummer in Anführungszeichen: "0221 4710123".
    #[serde(default, rename = "telefon", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "telefon"))]
    pub phone: Option<String>,
    /// Bei Handynummern: `ja`, wenn die Nummer dienstlich ist.
    #[serde(default, rename = "dienstlich", skip_serializing_if = "Option::is_none")]
    pub business: Option<YesNo>,
    /// E-Mail-Adresse ohne Personennamen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "mail"))]
    pub mail: Option<String>,
    /// Seite zum Anmelden oder Schreiben.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "web"))]
    pub web: Option<String>,
    /// Wann jemand da ist.
    #[serde(default, rename = "zeiten", skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<HoursRecord>,
    /// Kennung der Stelle, über die der Kontakt läuft.
    #[serde(default, rename = "ueber", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "kennung"))]
    pub via: Option<String>,
}
