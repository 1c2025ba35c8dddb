//! The shape of a file: does every key, value and list fit the record it is read into?
//!
//! Takes a file and the JSON Schema that `schemars` makes of its record type, so that the format is defined once;
//! gives the record with positions and **all** problems, not only the first. A file with errors still gives a record
//! if it can be mended (unknown keys dropped, a mistyped key taken for the one meant), because rules should speak
//! in the same run; [`Entry::sound`] says that it must not be shown.

mod field;
mod scalar;
mod value;
mod walk;

use super::problem::{Problem, Severity, SourceFile};
use super::rules::reading;
use super::tree::{self, RecordError, Tree};
use super::vocabulary::Vocabularies;
use field::Fields;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;
use std::sync::Arc;

/// A file read into its record.
#[derive(Debug, Clone)]
pub struct Entry<T> {
    /// File name without folder and ending: the id.
    pub stem: String,
    /// The file.
    pub file: Arc<SourceFile>,
    /// Positions of keys and values.
    pub tree: Tree,
    /// What it says; mended where it is not sound.
    pub record: T,
    /// Whether reading found no error. Rules may still find some.
    pub sound: bool,
}

/// The shape of one record type, made once for all its files.
#[derive(Debug)]
pub struct Shape<T> {
    fields: Fields,
    record: PhantomData<fn() -> T>,
}

impl<T: JsonSchema + DeserializeOwned> Default for Shape<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: JsonSchema + DeserializeOwned> Shape<T> {
    /// The shape `T` has in files.
    #[must_use]
    pub fn new() -> Self {
        Self { fields: Fields::of(&schemars::schema_for!(T).to_value()), record: PhantomData }
    }

    /// Reads a file. `lists` are the closed lists; values of a list that is empty are not checked, so that the lists
    /// themselves can be read. Without an entry there is at least one error.
    #[must_use]
    pub fn read(&self, file: &Arc<SourceFile>, lists: &Vocabularies) -> (Option<Entry<T>>, Vec<Problem>) {
        let (tree, mut problems) = Tree::read(file);
        let Some(tree) = tree else { return (None, problems) };
        problems.extend(walk::problems(&self.fields, &tree, file, lists));
        let sound = problems.iter().all(|p| p.severity == Severity::Warning);
        let record = if sound {
            match tree::record::<T>(&tree) {
                Ok(record) => Some(record),
                Err(error) => {
                    problems.push(contradiction(file, &error));
                    None
                }
            }
        } else {
            walk::mended(&self.fields, &tree, file, lists).and_then(|value| serde_json::from_value(value).ok())
        };
        let stem = file.path.rsplit('/').next().unwrap_or_default();
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).to_owned();
        (record.map(|record| Entry { stem, file: Arc::clone(file), tree, record, sound }), problems)
    }
}

/// What fits the schema must fit the record. If only serde refuses it, that is a mistake in this program, said with
/// position.
fn contradiction(file: &Arc<SourceFile>, error: &RecordError) -> Problem {
    let at = error.at.unwrap_or(0);
    reading::CONTRADICTION
        .problem(file, at..at, "Diese Stelle lässt sich nicht lesen, obwohl sie richtig aussieht.")
        .help(format!("Bitte melden Sie das den Entwicklern. Technisch: {error}"))
}
