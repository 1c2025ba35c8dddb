//! Judged queries: `suche/pruefung.yaml`, what people type and which offers answer it.
//!
//! Read as it is, by `check` and `eval` only: a site needs none. A set of queries from elsewhere may leave the class
//! out and carry its own `id` and `quelle`.

use super::choice::{QueryClass, YesNo};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the queries of a region stand, below the data folder.
pub const FILE: &str = "suche/pruefung.yaml";

/// `suche/pruefung.yaml`: Anfragen, an denen die Suche gemessen wird.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgedQueries {
    /// Die Anfragen.
    #[serde(rename = "anfragen")]
    #[schemars(length(min = 1))]
    pub queries: Vec<JudgedQuery>,
}

/// Eine Anfrage und die Angebote, die sie beantworten.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgedQuery {
    /// Was jemand ins Suchfeld tippt.
    #[serde(rename = "anfrage")]
    pub text: String,
    /// Was an ihr schwer ist.
    #[serde(default, rename = "klasse", skip_serializing_if = "Option::is_none")]
    pub class: Option<QueryClass>,
    /// Stelle oder „stelle/angebot“ und wie gut sie passt: 3 genau das Richtige, 2 hilft, 1 am Rand, 0 passt nicht.
    #[serde(default)]
    #[schemars(extend("additionalProperties" = { "type": "integer", "minimum": 0, "maximum": 3 }))]
    pub relevant: BTreeMap<String, u8>,
    /// `ja`: zurückgehalten, um die Suche an Anfragen zu messen, nach denen niemand sie eingestellt hat.
    #[serde(default, rename = "halten", skip_serializing_if = "Option::is_none")]
    pub hold: Option<YesNo>,
    /// Kennung in einer fremden Sammlung.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Woher eine fremde Anfrage stammt.
    #[serde(default, rename = "quelle", skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl JudgedQuery {
    /// Whether the right answer is to find nothing. Without a class that is so when no offer is named.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.class.map_or(self.relevant.is_empty(), |class| class == QueryClass::Negative)
    }

    /// Whether the query is kept apart, for a second opinion on what was tuned with the others.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.hold == Some(YesNo::Yes)
    }
}
