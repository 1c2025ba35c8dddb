//! Fixed words of the site in one language, and the phrases built from them.
//!
//! Takes a [`Language`] and a region's own wording (`texte/<language>.ftl`); gives [`Words`], immutable and shared by
//! all requests. The words stand in Fluent files beside this one, so that plural rules and word order belong to the
//! language. [`time`] makes dates and hours, [`phrases`] and [`offer`] whole sentences
//! about costs, age, checks, papers, languages and places.

pub mod offer;
pub mod phrases;
pub mod time;

use crate::catalog::{Language, Term};
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use std::borrow::Cow;
use std::collections::HashSet;

pub use fluent_bundle::FluentValue;

/// The fixed words of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// Why there are no words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// The program has no file for this language.
    #[error("Für die Sprache „{0}“ gibt es noch keine festen Texte.")]
    Language(&'static str),
    /// A Fluent file that cannot be read.
    #[error("Die festen Texte „{file}“ haben in Zeile {line} einen Fehler: {reason}")]
    Syntax {
        /// `de.ftl`, or `texte/de.ftl` for a region's own wording.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// A region words something differently that the program never says.
    #[error("In „{file}“ steht „{key}“; diesen Text benutzt der Wegweiser nicht.")]
    Unused {
        /// `texte/de.ftl`.
        file: String,
        /// The key.
        key: String,
    },
}

impl Words {
    /// The words of `language`, with single messages replaced by a region's own (the text of `texte/<language>.ftl`).
    ///
    /// # Errors
    /// [`WordsError`] for a language without words, for a mistake in the Fluent text and for a message nothing uses.
    pub fn load(language: Language, overrides: Option<&str>) -> Result<Self, WordsError> {
        let source = fluent_source(language).ok_or(WordsError::Language(language.key()))?;
        let tag = unic_langid::LanguageIdentifier::from_bytes(language.key().as_bytes()).unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are for mixed directions; in German they would only be invisible bytes.
        bundle.set_use_isolating(language.direction() == "rtl");
        bundle.add_resource_overriding(parse(format!("{}.ftl", language.key()), source)?);
        if let Some(own) = overrides {
            let file = format!("texte/{}.ftl", language.key());
            let resource = parse(file.clone(), own)?;
            if let Some(key) = keys(&resource).find(|key| !bundle.has_message(key)) {
                return Err(WordsError::Unused { file, key: key.to_owned() });
            }
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { language, bundle })
    }

    /// The language these words speak.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A fixed text; the key itself where there is none, so that a gap shows instead of hiding.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.format(key, &[]).unwrap_or(Cow::Borrowed(key))
    }

    /// A text with values put in; numbers choose the plural form.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.format(key, values).map_or_else(|| key.to_owned(), Cow::into_owned)
    }

    /// "A", "A und B", "A, B und C".
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.joined(items, "list-last")
    }

    /// "A", "A oder B", "A, B oder C".
    #[must_use]
    pub fn choice<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.joined(items, "list-or")
    }

    fn joined<S: AsRef<str>>(&self, items: &[S], last_two: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let separator = self.get("list-separator");
                let first = first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&format!("{separator} "));
                self.fill(last_two, &[("first", first.into()), ("last", last.as_ref().into())])
            }
        }
    }

    /// The label of a term.
    #[must_use]
    pub fn label<'a>(&self, term: &'a Term) -> &'a str {
        term.label.get(self.language)
    }

    /// The labels of several terms, in their order.
    #[must_use]
    pub fn labels<'a, T: AsRef<Term> + 'a>(&self, terms: impl IntoIterator<Item = &'a T>) -> Vec<&'a str> {
        terms.into_iter().map(|t| self.label(t.as_ref())).collect()
    }

    fn format<'a>(&'a self, key: &str, values: &[(&str, FluentValue<'_>)]) -> Option<Cow<'a, str>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        if values.is_empty() {
            return Some(self.bundle.format_pattern(pattern, None, &mut errors));
        }
        let values = values.iter().map(|(k, v)| (*k, v.clone())).collect();
        Some(Cow::Owned(self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()))
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language.key())
    }
}

/// The Fluent text the program brings for a language.
#[must_use]
pub const fn fluent_source(language: Language) -> Option<&'static str> {
    match language {
        Language::De => Some(include_str!("words/de.ftl")),
        _ => None,
    }
}

/// Keys of a language's fixed words, in file order.
#[must_use]
pub fn all_keys(language: Language) -> Vec<String> {
    let mut seen = HashSet::new();
    let resource = fluent_source(language).and_then(|s| parse(String::new(), s).ok());
    let all: Vec<String> = resource.iter().flat_map(|r| keys(r).map(str::to_owned)).collect();
    all.into_iter().filter(|k| seen.insert(k.clone())).collect()
}

fn parse(file: String, source: &str) -> Result<FluentResource, WordsError> {
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let (offset, reason) = errors.first().map_or((0, String::new()), |e| (e.pos.start, e.kind.to_string()));
        let line = source.get(..offset).map_or(1, |before| before.matches('\n').count() + 1);
        WordsError::Syntax { file, line, reason }
    })
}

fn keys(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name),
        _ => None,
    })
}
