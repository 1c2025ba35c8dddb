//! JSON Schemas of the files editors write, for completion and hints in their editor.
//!
//! Takes the closed lists; gives one schema a kind of file, made from the record types: the values of the lists stand
//! in it as `enum`, so that an editor offers them. Derived, never edited: `wegweiser schema` writes `data/schema/`.

use super::everyday::Everyday;
use super::judged::JudgedQueries;
use super::need::Needs;
use super::record::{BuildingRecord, Record};
use super::region::{Concerns, Crisis, CuratedList, Region};
use super::vocabulary::{Vocabularies, VocabularyRecord};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// Name (file stem below `schema/`) and text of every schema.
#[must_use]
pub fn files(lists: &Vocabularies) -> Vec<(&'static str, String)> {
    let kinds = [
        ("partner", of::<Record>(lists)),
        ("haus", of::<BuildingRecord>(lists)),
        ("liste", of::<CuratedList>(lists)),
        ("vokabular", of::<VocabularyRecord>(lists)),
        ("wegweiser", of::<Region>(lists)),
        ("krise", of::<Crisis>(lists)),
        ("anliegen", of::<Concerns>(lists)),
        ("pruefung", of::<JudgedQueries>(lists)),
        ("alltag", of::<Everyday>(lists)),
        ("fragen", of::<Needs>(lists)),
    ];
    kinds.into_iter().map(|(name, schema)| (name, format!("{schema:#}\n"))).collect()
}

fn of<T: JsonSchema>(lists: &Vocabularies) -> Value {
    // Draft 7 is what the YAML language servers of editors read.
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    fill(&mut schema, lists);
    schema
}

/// Puts the values of the lists in place of their names, everywhere below `schema`.
fn fill(schema: &mut Value, lists: &Vocabularies) {
    match schema {
        Value::Object(object) => {
            let own = taken(object, "x-vokabular").and_then(|list| values(lists, &list, None));
            let also: Vec<Value> = match object.get("x-auch") {
                Some(Value::Array(words)) => words.clone(),
                _ => Vec::new(),
            };
            if let Some(mut values) = own {
                values.extend(also);
                match object.get_mut("items") {
                    Some(Value::Object(items)) => drop(items.insert("enum".to_owned(), json!(values))),
                    _ => drop(object.insert("enum".to_owned(), json!(values))),
                }
            }
            let group = taken(object, "x-gruppe");
            if let Some(keys) = taken(object, "x-schluessel").and_then(|list| values(lists, &list, group.as_deref())) {
                object.insert("propertyNames".to_owned(), json!({ "enum": keys }));
            }
            object.retain(|key, _| !key.starts_with("x-"));
            object.values_mut().for_each(|value| fill(value, lists));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, lists)),
        _ => {}
    }
}

fn taken(object: &mut Map<String, Value>, key: &str) -> Option<String> {
    object.remove(key).and_then(|value| value.as_str().map(str::to_owned))
}

/// Slugs of a list; of themes and funding only the exact ones, because entries name nothing broader.
fn values(lists: &Vocabularies, name: &str, group: Option<&str>) -> Option<Vec<Value>> {
    let list = lists.by_name(name)?;
    let broad = |term: &super::Term| name != "orte" && list.children(term).next().is_some();
    let fits = |term: &super::Term| group.is_none_or(|g| term.group.as_deref() == Some(g));
    Some(list.iter().filter(|term| fits(term) && !broad(term)).map(|term| json!(term.slug)).collect())
}
