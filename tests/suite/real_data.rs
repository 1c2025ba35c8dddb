//! The catalog that is shipped: true to its own rules, and the sample entry editors copy.

use crate::kit::Folder;
use wegweiser::catalog::Severity;

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
    let schema = serde_json::to_value(schemars::schema_for!(wegweiser::catalog::record::Record)).unwrap();
    let mut keys = Vec::new();
    collect(&schema, &mut keys);
    let missing: Vec<_> = keys.iter().filter(|k| !sample.contains(&format!("{k}:"))).collect();
    assert!(missing.is_empty(), "missing in muster.yaml: {missing:?}");
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
