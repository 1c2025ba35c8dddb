//! Where a partner is, as written: its own houses and rooms, and the shared buildings of `haeuser/`.

use crate::catalog::choice::{AddressVisibility, Degree};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Ein Haus oder Raum der Stelle.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocationRecord {
    /// Kennung in dieser Datei.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Gemeinsames Haus aus `haeuser/`; dann stehen Adresse und Zugang dort.
    #[serde(default, rename = "haus", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "kennung"))]
    pub building: Option<String>,
    /// Wem die Adresse gezeigt wird; fehlt = allen.
    #[serde(default, rename = "adresse", skip_serializing_if = "Option::is_none")]
    pub address: Option<AddressVisibility>,
    /// Name des Hauses oder Raumes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Straße und Hausnummer.
    #[serde(default, rename = "strasse", skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postleitzahl in Anführungszeichen: "51429".
    #[serde(default, rename = "plz", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "plz"))]
    pub postal_code: Option<String>,
    /// Ort oder Ortsteil aus der Liste `orte`.
    #[serde(default, rename = "ort", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-vokabular" = "orte"))]
    pub place: Option<String>,
    /// Genaue Lage; fehlt = Mitte des Ortsteils.
    #[serde(default, rename = "lage", skip_serializing_if = "Option::is_none")]
    pub point: Option<PointRecord>,
    /// Bus und Bahn in einem Satz.
    #[serde(default, rename = "oepnv", skip_serializing_if = "Option::is_none")]
    pub transport: Option<String>,
    /// Barrierefreiheit des Hauses; fehlt = unbekannt.
    #[serde(default, rename = "barrierefrei", skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-schluessel" = "barrierefreiheit", "x-gruppe" = "ort"))]
    pub accessibility: BTreeMap<String, Degree>,
    /// Erklärung zu `teilweise`.
    #[serde(default, rename = "barrierefrei_hinweis", skip_serializing_if = "Option::is_none")]
    pub accessibility_note: Option<String>,
}

/// Ein gemeinsames Haus: Adresse und Zugang stehen einmal.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BuildingRecord {
    /// Name des Hauses.
    pub name: String,
    /// Straße und Hausnummer.
    #[serde(rename = "strasse")]
    pub street: String,
    /// Postleitzahl in Anführungszeichen.
    #[serde(rename = "plz")]
    #[schemars(extend("x-art" = "plz"))]
    pub postal_code: String,
    /// Ort oder Ortsteil aus der Liste `orte`.
    #[serde(rename = "ort")]
    #[schemars(extend("x-vokabular" = "orte"))]
    pub place: String,
    /// Genaue Lage.
    #[serde(default, rename = "lage", skip_serializing_if = "Option::is_none")]
    pub point: Option<PointRecord>,
    /// Bus und Bahn in einem Satz.
    #[serde(default, rename = "oepnv", skip_serializing_if = "Option::is_none")]
    pub transport: Option<String>,
    /// Barrierefreiheit des Hauses; fehlt = unbekannt.
    #[serde(default, rename = "barrierefrei", skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-schluessel" = "barrierefreiheit", "x-gruppe" = "ort"))]
    pub accessibility: BTreeMap<String, Degree>,
    /// Erklärung zu `teilweise`.
    #[serde(default, rename = "barrierefrei_hinweis", skip_serializing_if = "Option::is_none")]
    pub accessibility_note: Option<String>,
}

/// Geografische Lage in Grad (WGS 84).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointRecord {
    /// Breite, zum Beispiel 50.9656.
    #[schemars(range(min = 47.0, max = 55.1))]
    pub lat: f64,
    /// Länge, zum Beispiel 7.1569.
    #[schemars(range(min = 5.8, max = 15.1))]
    pub lon: f64,
}
