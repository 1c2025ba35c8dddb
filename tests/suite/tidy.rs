//! Guards the house: which stage may import which, how files open, how long they are, what never stands in the tree.
//!
//! A checker is a plain function from one file to findings; the same functions run over the real tree and over
//! made-up files that break each rule, so a checker that stopped biting fails here.

use std::path::Path;

/// Which stages a stage may import; a stage without a row is a finding. `cli` stands above all of them.
const ARROWS: &[(&str, &[&str])] = &[
    ("catalog", &[]),
    ("history", &[]),
    ("words", &["catalog"]),
    ("index", &["catalog"]),
    ("search", &["catalog", "index"]),
    ("sheet", &["catalog", "search", "words", "history"]),
    ("open", &["catalog", "search", "words", "history"]),
    ("edit", &["catalog", "index", "search", "words", "history"]),
    ("web", &["catalog", "history", "words", "index", "search", "sheet", "open", "edit"]),
    ("cli", &["catalog", "history", "words", "index", "search", "sheet", "open", "edit", "web"]),
];

/// What only some places may know: the text, where it may stand, why. A place is the beginning of a path.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("tantivy::", &["src/index", "src/search"], "only index and search know tantivy"),
    ("maud::", &["src/web", "src/sheet"], "only pages and sheets know HTML"),
    ("axum::", &["src/web", "src/cli"], "only the site knows HTTP"),
    ("clap::", &["src/cli"], "only the command line knows its arguments"),
    ("Zoned::now(", &["src/web", "src/cli"], "time comes in as an argument"),
    ("Timestamp::now(", &["src/web", "src/cli"], "time comes in as an argument"),
    ("SystemTime::now(", &["src/web", "src/cli"], "time comes in as an argument"),
];

/// What a page must not do itself.
const NOT_IN_PAGES: &[&str] = &["std::fs", "std::net", "std::env", "tokio::"];

/// Longest Rust or shell file.
const MAX_LINES: usize = 400;

struct File {
    path: String,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// `catalog` for `src/catalog.rs` and all of `src/catalog/`; `None` outside `src/` and for the two roots.
    fn stage(&self) -> Option<&str> {
        let first = self.path.strip_prefix("src/")?.split('/').next()?;
        let stage = first.strip_suffix(".rs").unwrap_or(first);
        (!matches!(stage, "lib" | "main")).then_some(stage)
    }

    /// Lines of code with their numbers: comments (and the links in them) bind nobody.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| {
            let comment = line.find("//").filter(|&at| !line[..at].ends_with(':'));
            (i + 1, &line[..comment.unwrap_or(line.len())])
        })
    }
}

fn arrows(file: &File) -> Vec<String> {
    let Some(stage) = file.stage().filter(|_| file.is_rust()) else { return Vec::new() };
    let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == stage) else {
        return vec![format!("{}: the stage `{stage}` has no row in ARROWS", file.path)];
    };
    let code: String = file.code().map(|(_, line)| format!("{line}\n")).collect();
    imported(&code, depth(&file.path))
        .into_iter()
        .filter(|(name, _)| *name != stage && ARROWS.iter().any(|(known, _)| known == name) && !allowed.contains(name))
        .map(|(name, line)| format!("{}:{line}: {stage} must not know {name}", file.path))
        .collect()
}

/// How many `super::` lead from a file to the root of the crate.
fn depth(path: &str) -> usize {
    path.trim_start_matches("src/").split('/').count()
}

/// First names of all paths that start at the root of the crate, with their lines.
fn imported(code: &str, depth: usize) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in code.match_indices(&root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            found.extend(first_names(&code[at + root.len()..]).into_iter().map(|name| (name, line)));
        }
    }
    found
}

/// `search::Query` → `search`; `{catalog::Catalog, web::{a, b}}` → `catalog`, `web`.
fn first_names(path: &str) -> Vec<&str> {
    let name = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let Some(group) = path.strip_prefix('{') else { return vec![&path[..name(path)]] };
    let (mut names, mut level, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => level += 1,
            '}' if level > 0 => level -= 1,
            ',' | '}' if level == 0 => {
                let item = group[start..at].trim();
                names.push(&item[..name(item)]);
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn places(file: &File) -> Vec<String> {
    if !file.is_rust() || !file.path.starts_with("src/") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (line, code) in file.code() {
        for (text, allowed, why) in ONLY_IN {
            if code.contains(text) && !allowed.iter().any(|place| file.path.starts_with(place)) {
                findings.push(format!("{}:{line}: `{text}`: {why}", file.path));
            }
        }
        if file.path.starts_with("src/web/page/") {
            for text in NOT_IN_PAGES.iter().filter(|text| code.contains(**text)) {
                findings.push(format!("{}:{line}: `{text}`: a page does no I/O", file.path));
            }
        }
    }
    findings
}

fn opening(file: &File) -> Vec<String> {
    let opens = !file.is_rust() || file.text.starts_with("//! ");
    if opens { Vec::new() } else { vec![format!("{}: does not open with //!", file.path)] }
}

fn length(file: &File) -> Vec<String> {
    let counted = file.is_rust() || file.path.ends_with(".sh") || file.text.starts_with("#!/");
    let lines = file.text.lines().count();
    if counted && lines > MAX_LINES { vec![format!("{}: {lines} lines", file.path)] } else { Vec::new() }
}

/// Paths of somebody's machine and download addresses: they work nowhere else. Written in halves, or this file
/// would find itself.
fn litter(file: &File) -> Vec<String> {
    let mut words = vec![
        concat!("/wo", "rk/").to_owned(),
        concat!("../sha", "red").to_owned(),
        concat!("/ro", "ot/").to_owned(),
        concat!("registry.", "npmjs.org").to_owned(),
        concat!("\"reso", "lved\":").to_owned(),
        concat!("static.", "crates.io").to_owned(),
    ];
    if file.path != "Cargo.lock" {
        words.push(concat!("crates.io", "-index").to_owned());
    }
    let lines = file.text.lines().enumerate();
    lines
        .flat_map(|(i, line)| {
            let found = words.iter().filter(|word| line.contains(word.as_str()));
            found.map(move |word| format!("{}:{}: `{word}`", file.path, i + 1)).collect::<Vec<_>>()
        })
        .collect()
}

/// Every text file of the tree but what is derived or fetched.
fn tree() -> Vec<File> {
    fn walk(root: &Path, dir: &Path, files: &mut Vec<File>) {
        let mut entries: Vec<_> = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            let derived = ["target", ".git", ".venv", "tests/browser/ergebnis"];
            let fetched = name.ends_with("/node_modules");
            if fetched || derived.contains(&name.as_str()) || (name.starts_with("index/") && name != "index/README.md")
            {
                continue;
            }
            if path.is_dir() {
                walk(root, &path, files);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                files.push(File { path: name, text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(root, root, &mut files);
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "the tree was not found");
    files
}

fn all(check: fn(&File) -> Vec<String>) {
    let findings: Vec<String> = tree().iter().flat_map(check).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn stages_import_only_what_stands_before_them() {
    all(arrows);
}

#[test]
fn tantivy_html_http_and_the_clock_stay_where_they_belong() {
    all(places);
}

#[test]
fn every_rust_file_opens_with_what_it_is() {
    all(opening);
}

#[test]
fn no_rust_or_shell_file_is_longer_than_400_lines() {
    all(length);
}

#[test]
fn no_machine_path_or_download_address_stands_in_the_tree() {
    all(litter);
}

#[test]
fn the_arrow_checker_finds_every_way_to_write_a_forbidden_import() {
    let wrong = [
        ("src/catalog.rs", "use crate::index::Index;"),
        ("src/catalog/read.rs", "use crate::{\n    catalog::Catalog,\n    web::{self, page},\n};"),
        ("src/catalog/read.rs", "use super::super::search::Query;"),
        ("src/index.rs", "fn f() -> crate::search::Query {}"),
        ("src/search/query.rs", "let _ = crate::web::state::State;"),
        ("src/web/part/card.rs", "use crate::cli::check;"),
        ("src/sheet.rs", "use crate::{web};"),
        ("src/gadget.rs", "//! A stage nobody put into the table."),
    ];
    for (path, text) in wrong {
        assert_eq!(arrows(&File::new(path, text)).len(), 1, "{path}: {text}");
    }
    let right = [
        ("src/search.rs", "use crate::{catalog::Catalog, index::{Fields, Index}};"),
        ("src/catalog/read.rs", "/// See [`crate::web`].\nuse super::tree::Tree; // crate::search reads it\n"),
        ("src/catalog/record/time.rs", "use super::super::choice::Weekday;"),
        ("src/cli/serve.rs", "use crate::web::app;"),
        ("src/lib.rs", "pub mod web;"),
        ("tests/suite/tidy.rs", "use crate::kit::web;"),
    ];
    for (path, text) in right {
        assert_eq!(arrows(&File::new(path, text)), Vec::<String>::new(), "{path}: {text}");
    }
}

#[test]
fn every_other_checker_finds_what_it_is_for() {
    let finds = |check: fn(&File) -> Vec<String>, path: &str, text: &str| check(&File::new(path, text)).len();
    assert_eq!(finds(places, "src/catalog/read.rs", "use tantivy::Index;"), 1);
    assert_eq!(finds(places, "src/index/fields.rs", "use tantivy::schema::Field;"), 0);
    assert_eq!(finds(places, "src/search.rs", "let now = jiff::Zoned::now();"), 1);
    assert_eq!(finds(places, "src/web/page/home.rs", "let text = std::fs::read(path);"), 1);
    assert_eq!(finds(opening, "src/words.rs", "use std::fmt;\n"), 1);
    assert_eq!(finds(opening, "src/words.rs", "//! Fixed words.\n"), 0);
    let long = "x\n".repeat(MAX_LINES + 1);
    assert_eq!(finds(length, "src/words.rs", &long), 1);
    assert_eq!(finds(length, "tests/run", &format!("#!/usr/bin/env bash\n{long}")), 1);
    assert_eq!(finds(length, "data/vokabular/orte.yaml", &long), 0);
    assert_eq!(finds(litter, "README.md", concat!("cd /wo", "rk/main")), 1);
    assert_eq!(finds(litter, "tests/browser/package-lock.json", concat!("\"reso", "lved\": \"https://…\"")), 1);
}
