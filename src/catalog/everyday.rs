//! How people say what they need: `suche/alltag.yaml`, read as it is.
//!
//! Takes what editors wrote; gives phrases by theme and by target group. They are examples, not keywords: the search looks
//! for the themes whose examples resemble what somebody typed.

use super::problem::{Problem, SourceFile};
use super::shape::{Entry, Shape};
use super::vocabulary::Vocabularies;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Path below the data folder.
pub const FILE: &str = "suche/alltag.yaml";

/// `suche/alltag.yaml`: wie Menschen sagen, was sie brauchen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Everyday {
    /// Beispiele je Thema.
    #[serde(default, rename = "themen")]
    #[schemars(extend("x-schluessel" = "themen"))]
    pub themes: BTreeMap<String, Vec<String>>,
    /// Beispiele je Thema in anderen Sprachen.
    #[serde(default, rename = "andere_sprachen")]
    #[schemars(extend("x-schluessel" = "themen"))]
    pub other_languages: BTreeMap<String, Vec<String>>,
    /// Wörter je Zielgruppe, an denen man merkt, um wen es geht.
    #[serde(default, rename = "zielgruppen")]
    #[schemars(extend("x-schluessel" = "zielgruppen"))]
    pub target_groups: BTreeMap<String, Vec<String>>,
}

impl Everyday {
    /// Reads the file: if it has errors what can be read.
    #[must_use]
    pub fn read(file: &Arc<SourceFile>, lists: &Vocabularies) -> (Self, Vec<Problem>) {
        let (entry, problems) = Shape::new().read(file, lists);
        (entry.map(|entry: Entry<Self>| entry.record).unwrap_or_default(), problems)
    }
}
