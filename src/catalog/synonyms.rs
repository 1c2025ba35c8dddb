//! Words that stand for each other: `suche/synonyme.yaml`, read as it is.
//!
//! Takes what editors wrote; gives groups of equal words, one-way pairs from everyday to expert words, and pairs that
//! must never stand for each other. Base forms suffice: inflection is the search's business.

use super::choice::YesNo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `suche/synonyme.yaml`: Wörter, die zusammengehören.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Gleichwertige Wörter: Wer eines tippt, findet auch die anderen.
    #[serde(default, rename = "gruppen")]
    #[schemars(inner(length(min = 2)))]
    pub groups: Vec<Vec<String>>,
    /// Alltagswort oder fremde Sprache zum Fachwort, nie zurück.
    #[serde(default, rename = "einseitig")]
    pub one_way: Vec<OneWay>,
    /// Wörter, die als Filter gelten: „kostenlos“, „abends“, „für Frauen“.
    #[serde(default, rename = "filter")]
    pub filters: Vec<FilterWords>,
    /// Wörter, die nie füreinander stehen dürfen.
    #[serde(default, rename = "nie")]
    #[schemars(inner(length(min = 2)))]
    pub never: Vec<Vec<String>>,
}

/// Wörter, die als Filter gelten.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilterWords {
    /// Wie Menschen es sagen.
    #[serde(rename = "woerter")]
    #[schemars(length(min = 1))]
    pub words: Vec<String>,
    /// Der Filter, wie er in der Adresse einer Ergebnisseite steht: `kosten=kostenfrei`.
    #[serde(rename = "anfrage")]
    pub query: String,
}

/// Alltagswörter und die Fachwörter, zu denen sie führen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OneWay {
    /// Wie Menschen es sagen; ein Satzteil gilt nur als Ganzes.
    #[serde(rename = "von")]
    #[schemars(length(min = 1))]
    pub from: Vec<String>,
    /// Wie es im Katalog heißt.
    #[serde(rename = "nach")]
    #[schemars(length(min = 1))]
    pub to: Vec<String>,
    /// Sprachen der Wörter unter `von`, wenn sie nicht deutsch sind.
    #[serde(default, rename = "sprache", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "sprachen"))]
    pub languages: Vec<String>,
    /// `ja`: Das Wort findet, wird aber nie gezeigt.
    #[serde(default, rename = "derb", skip_serializing_if = "Option::is_none")]
    pub coarse: Option<YesNo>,
}
