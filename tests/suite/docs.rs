//! The documents that describe the program are compared with the program.
//!
//! `docs/format.md` must have exactly the fields of the partner format, under the heading of their struct, and every
//! link of a document must lead to a file.

use std::collections::BTreeSet;
use std::path::Path;

/// A field: struct, key in YAML, name in Rust.
type Field = (String, String, String);

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

fn fields_of_source(source: &str) -> BTreeSet<Field> {
    let (mut structure, mut rename, mut fields) = (String::new(), None, BTreeSet::new());
    for line in source.lines() {
        if let Some(name) = line.strip_prefix("pub struct ") {
            structure = name.trim_end_matches(" {").to_owned();
        } else if let Some((_, rest)) = line.split_once("rename = \"") {
            rename = rest.split('"').next().map(str::to_owned);
        } else if let Some((name, _)) = line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": ")) {
            fields.insert((structure.clone(), rename.take().unwrap_or_else(|| name.to_owned()), name.to_owned()));
        }
    }
    fields
}

fn fields_of_document(document: &str) -> BTreeSet<Field> {
    let (mut structure, mut fields) = (String::new(), BTreeSet::new());
    for line in document.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            structure = heading.to_owned();
        } else if line.starts_with("## ") {
            structure.clear();
        } else if let Some(row) = line.strip_prefix("| `").filter(|_| !structure.is_empty()) {
            let names: Vec<&str> = row.split('`').step_by(2).take(2).collect();
            fields.insert((structure.clone(), names[0].to_owned(), names[1].to_owned()));
        }
    }
    fields
}

#[test]
fn the_format_table_has_every_field_of_the_partner_format_and_no_other() {
    let mut source = text("src/catalog/record.rs");
    for file in ["access", "contact", "location", "time"] {
        source += &text(&format!("src/catalog/record/{file}.rs"));
    }
    let rooms = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalog/record")).unwrap().count();
    assert_eq!(rooms, 4, "a new file of records: name it in this test");

    let (written, documented) = (fields_of_source(&source), fields_of_document(&text("docs/format.md")));
    assert!(written.len() > 100, "only {} fields were found in the source", written.len());
    assert_eq!(written.difference(&documented).collect::<Vec<_>>(), Vec::<&Field>::new(), "not in docs/format.md");
    assert_eq!(documented.difference(&written).collect::<Vec<_>>(), Vec::<&Field>::new(), "no longer in the source");
}

#[test]
fn every_link_of_a_document_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec!["README.md".into(), "CONTRIBUTING.md".into(), "CHANGELOG.md".into()];
    documents.extend(
        std::fs::read_dir(root.join("docs"))
            .unwrap()
            .map(|entry| format!("docs/{}", entry.unwrap().file_name().display())),
    );
    let (mut links, mut dead) = (0, Vec::new());
    for document in &documents {
        let content = text(document);
        for link in content.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if link.is_empty() || link.contains("://") {
                continue;
            }
            links += 1;
            if !root.join(document).with_file_name(link).exists() {
                dead.push(format!("{document}: {link}"));
            }
        }
    }
    assert!(links > 10, "only {links} links were found");
    assert_eq!(dead, Vec::<String>::new());
}
