//! Every field of the text index, once: its name, its weight, its place in the schema.
//!
//! Takes nothing; index and search read this one table.

use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Name under which the analyzer is registered; part of the schema.
pub const TOKENIZER: &str = "deutsch";

/// Where a word can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Heading of the offer.
    Title,
    /// Name of the partner, its operating body and the house it belongs to.
    Name,
    /// Label of its first theme in all languages.
    Theme,
    /// Labels of its other themes, and of the themes above them all.
    Themes,
    /// Search words of all its themes: they name what a theme is about, not what this offer is about.
    Hints,
    /// The offer's own search words.
    Words,
    /// What it is (a course, a talk), how it is given and whom it is for, each with its search words.
    Kind,
    /// Its one sentence.
    Short,
    /// Its text.
    Text,
    /// Its partner's sentence and text.
    About,
    /// Towns, districts and postal codes where it is held or whom it serves.
    Town,
}

impl Field {
    /// Every field, heaviest first; the order is the order of the schema.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Name,
        Self::Theme,
        Self::Themes,
        Self::Hints,
        Self::Words,
        Self::Kind,
        Self::Short,
        Self::Text,
        Self::About,
        Self::Town,
    ];

    /// Name in the schema.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "titel",
            Self::Name => "name",
            Self::Theme => "thema",
            Self::Themes => "themen",
            Self::Hints => "themenwoerter",
            Self::Words => "suchwoerter",
            Self::Kind => "art",
            Self::Short => "kurz",
            Self::Text => "text",
            Self::About => "stelle",
            Self::Town => "ort",
        }
    }

    /// What a word counts here, relative to the other fields. In a sentence BM25 sees already that a title is short.
    #[must_use]
    pub const fn weight(self, sentence: bool) -> f32 {
        match self {
            Self::Title if sentence => 2.2,
            Self::Title => 4.5,
            Self::Name => 3.4,
            Self::Theme => 3.2,
            Self::Themes => 1.5,
            Self::Hints => 0.3,
            Self::Words => 2.7,
            Self::Kind => 2.0,
            Self::Short => 2.6,
            Self::Text => 1.4,
            Self::About => 0.8,
            Self::Town => 1.2,
        }
    }

    /// Its bit in a set of fields.
    #[must_use]
    pub const fn bit(self) -> u64 {
        1 << self as u32
    }

    /// The field in tantivy.
    #[must_use]
    pub fn tantivy(self) -> tantivy::schema::Field {
        tantivy::schema::Field::from_field_id(self as u32)
    }
}

/// The schema: one text field each, nothing stored.
#[must_use]
pub fn schema() -> Schema {
    let mut builder = Schema::builder();
    for field in Field::ALL {
        let indexing =
            TextFieldIndexing::default().set_tokenizer(TOKENIZER).set_index_option(IndexRecordOption::WithFreqs);
        builder.add_text_field(field.name(), TextOptions::default().set_indexing_options(indexing));
    }
    builder.build()
}
