//! Languages of labels and texts, and a text in several of them.
//!
//! Takes the `label:` maps of `vokabular/` and gives the text for a language, German where that one is missing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language the site can speak. German is the one every text has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Deutsch
    #[default]
    De,
    /// Einfache Sprache
    Einfach,
    /// Englisch
    En,
    /// Türkisch
    Tr,
    /// Ukrainisch
    Uk,
    /// Arabisch
    Ar,
}

impl Language {
    /// Every language, German first.
    pub const ALL: &'static [Self] = &[Self::De, Self::Einfach, Self::En, Self::Tr, Self::Uk, Self::Ar];

    /// The key in data files and in URLs: `de`, `einfach`, `en` …
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Einfach => "einfach",
            Self::En => "en",
            Self::Tr => "tr",
            Self::Uk => "uk",
            Self::Ar => "ar",
        }
    }

    /// The keys as a JSON Schema of names, for maps whose keys are languages.
    pub(crate) fn names() -> serde_json::Value {
        serde_json::json!({ "enum": Self::ALL.iter().map(|l| l.key()).collect::<Vec<_>>() })
    }

    /// The BCP 47 tag for `lang=`; easy German is `de-simple`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Einfach => "de-simple",
            other => other.key(),
        }
    }

    /// Writing direction for `dir=`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            _ => "ltr",
        }
    }
}

/// One text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("propertyNames" = Language::names()))]
pub struct Localized(BTreeMap<Language, String>);

impl Localized {
    /// A text that only exists in German.
    #[must_use]
    pub fn german(text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(Language::De, text.into())]))
    }

    /// The text in `language`, in German if that one is missing, empty if there is none at all.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.get(&Language::De)).map_or("", String::as_str)
    }

    /// The German text.
    #[must_use]
    pub fn de(&self) -> &str {
        self.get(Language::De)
    }

    /// Whether `language` has a text of its own.
    #[must_use]
    pub fn has(&self, language: Language) -> bool {
        self.0.contains_key(&language)
    }

    /// All texts, in the order of [`Language::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(l, t)| (*l, t.as_str()))
    }
}
