//! The catalog that is shipped: true to its own rules, and the sample entry editors copy.

use crate::kit::Folder;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::path::Path;
use wegweiser::catalog::read::read;
use wegweiser::catalog::record::{BuildingRecord, Record};
use wegweiser::catalog::region::{Calendar, Concerns, Crisis, CuratedList, Decomposition, Refusals, Region};
use wegweiser::catalog::shape::Shape;
use wegweiser::catalog::synonyms::Synonyms;
use wegweiser::catalog::vocabulary::VocabularyRecord;
use wegweiser::catalog::{Severity, Vocabularies};

#[test]
fn the_shipped_catalog_has_no_errors_and_no_warnings() {
    Folder::real().catalog();
}

#[test]
fn the_sample_entry_is_valid_when_copied_into_the_catalog() {
    let folder = Folder::real();
    let sample = std::fs::read(folder.data().join("muster.yaml")).unwrap();
    let (catalog, problems) = folder.with("partner/bergisch-gladbach/musterberatung-kopie.yaml", sample).load();
    let errors: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).map(|p| &p.message).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(catalog.partner("musterberatung-kopie").is_some());
}

#[test]
fn the_sample_entry_shows_every_field_of_the_format() {
    let sample = std::fs::read_to_string(Folder::real().data().join("muster.yaml")).unwrap();
    let schema = serde_json::to_value(schemars::schema_for!(Record)).unwrap();
    let mut keys = Vec::new();
    collect(&schema, &mut keys);
    let missing: Vec<_> = keys.iter().filter(|k| !sample.contains(&format!("{k}:"))).collect();
    assert!(missing.is_empty(), "missing in muster.yaml: {missing:?}");
}

#[test]
fn the_schemas_for_editors_are_up_to_date() {
    let catalog = Folder::real().catalog();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema");
    for (name, text) in wegweiser::catalog::schema::files(&catalog.vocabularies) {
        let file = folder.join(format!("{name}.json"));
        let stored = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(stored == text, "{} is stale; write it again with: cargo run -- schema", file.display());
    }
}

#[test]
fn the_schema_offers_the_values_of_the_lists() {
    let catalog = Folder::real().catalog();
    let files = wegweiser::catalog::schema::files(&catalog.vocabularies);
    let partner = &files.iter().find(|(name, _)| *name == "partner").unwrap().1;
    for value in ["\"sucht/alkohol\"", "\"kreisweit\"", "\"stufenlos\"", "\"rehasport-kasse\""] {
        assert!(partner.contains(value), "{value}");
    }
    assert!(!partner.contains("\"x-"), "only words a schema knows");
}

#[test]
fn another_reader_of_yaml_says_the_same_of_every_file() {
    /// Number of files below a path.
    fn same<T: JsonSchema + DeserializeOwned + Debug>(path: &str) -> usize {
        let sources = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
        let shape = Shape::<T>::new();
        for file in sources.entries(path) {
            let ours = shape.read(file, &Vocabularies::default()).0.unwrap().record;
            let theirs: T = serde_yaml::from_str(&file.text()).unwrap();
            // As text, because maps are equal in any order.
            assert_eq!(format!("{ours:?}"), format!("{theirs:?}"), "{}", file.path);
        }
        sources.entries(path).count()
    }
    assert!(same::<Record>("partner/") > 400 && same::<Record>("muster.yaml") == 1);
    assert!(same::<BuildingRecord>("haeuser/") > 0 && same::<CuratedList>("listen/") > 0);
    assert_eq!(same::<VocabularyRecord>("vokabular/"), Vocabularies::NAMES.len());
    let alone = [
        same::<Region>("wegweiser.yaml"),
        same::<Crisis>("krise.yaml"),
        same::<Concerns>("anliegen.yaml"),
        same::<Calendar>("kalender.yaml"),
        same::<Refusals>("sperrliste.yaml"),
        same::<Decomposition>("suche/zerlegung.yaml"),
        same::<Synonyms>("suche/synonyme.yaml"),
    ];
    assert_eq!(alone, [1; 7]);
}

/// Every property name of a schema except those reserved for later.
fn collect(schema: &serde_json::Value, keys: &mut Vec<String>) {
    if let Some(properties) = schema.get("properties").and_then(|p| p.as_object()) {
        keys.extend(properties.keys().filter(|k| *k != "uebersetzungen").cloned());
    }
    match schema {
        serde_json::Value::Object(map) => {
            map.iter().filter(|(k, _)| *k != "TranslationRecord").for_each(|(_, v)| collect(v, keys));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| collect(v, keys)),
        _ => {}
    }
}
