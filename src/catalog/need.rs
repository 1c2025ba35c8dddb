//! What people need and how they ask for it: `suche/fragen/*.yaml`, read as it is.
//!
//! Takes what editors wrote; gives needs, each with examples of how it is said and the expert words that find the offers
//! which answer it. So an entry written later is found by everyday words nobody gave it.

use super::problem::{Problem, SourceFile};
use super::shape::{Entry, Shape};
use super::vocabulary::Vocabularies;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Folder below the data folder.
pub const FOLDER: &str = "suche/fragen/";

/// `suche/fragen/*.yaml`: Anliegen, wie Menschen sie sagen, und womit man die Angebote dazu findet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Die Anliegen.
    #[serde(rename = "fragen")]
    #[schemars(length(min = 1))]
    pub needs: Vec<Need>,
}

/// Ein Anliegen. Zwei sind verschieden, wenn eine Beraterin zuerst verschiedene Angebote nennen würde.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Worum es geht, für die Redaktion; wird nie gezeigt.
    #[serde(rename = "anliegen")]
    pub name: String,
    /// Nur Angebote mit einem dieser Themen kommen in Frage.
    #[serde(rename = "themen")]
    #[schemars(length(min = 1), extend("x-vokabular" = "themen"))]
    pub themes: Vec<String>,
    /// Fachwörter, mit denen man genau die richtigen Angebote findet. Von jedem Text müssen alle Wörter in einem Angebot stehen.
    #[serde(rename = "meint")]
    #[schemars(length(min = 1))]
    pub exactly: Vec<String>,
    /// Ebenso: womit man findet, was auch hilft.
    #[serde(default, rename = "auch", skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Ebenso: was hier falsch oder gefährlich wäre, auch wenn es ähnlich klingt (Training für Täter, wenn ein Opfer fragt).
    #[serde(default, rename = "nicht", skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<String>,
    /// Wie Menschen es sagen, auf Deutsch.
    #[serde(rename = "sagt")]
    #[schemars(length(min = 1))]
    pub said: Vec<String>,
    /// Wie sie es in anderen Sprachen sagen.
    #[serde(default, rename = "fremd", skip_serializing_if = "Vec::is_empty")]
    pub other_languages: Vec<String>,
}

impl Needs {
    /// Reads a file: of one with errors what can be read, so that a slip in one need costs no other.
    #[must_use]
    pub fn read(file: &Arc<SourceFile>, lists: &Vocabularies) -> (Self, Vec<Problem>) {
        let (entry, problems) = Shape::new().read(file, lists);
        (entry.map(|entry: Entry<Self>| entry.record).unwrap_or_default(), problems)
    }
}
