//! `check` names every mistake: one folder of `tests/broken` for every rule of the table.
//!
//! A folder holds only the files that differ from `tests/mini` and `erwartet.txt`, the text an editor reads. A file
//! `x.fehlt` stands for a file x that is not there.

use crate::kit::{Folder, now};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wegweiser::catalog::record::Record;
use wegweiser::catalog::shape::Shape;
use wegweiser::catalog::tree::Tree;
use wegweiser::catalog::{Catalog, LoadError, Problem, Severity, SourceFile, Vocabularies, rules};
use wegweiser::cli::report::{Format, render};

/// Everything that is wrong with a folder, whether there is a catalog or not.
fn problems(folder: &Folder) -> Vec<Problem> {
    match Catalog::load_judged(&folder.data(), &now(), None) {
        Ok((_, problems, _)) | Err(LoadError::Essential { problems, .. }) => problems,
        Err(error) => panic!("{error}"),
    }
}

fn broken() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

fn folders() -> BTreeSet<String> {
    let entries = std::fs::read_dir(broken()).unwrap();
    entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

/// The miniature catalog with the files of a broken folder laid over it.
fn laid_over(code: &str) -> Folder {
    fn files(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path, found) } else { found.push(path) }
        }
    }
    let root = broken().join(code);
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths.iter().fold(Folder::mini(), |folder, path| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
        match name.strip_suffix(".fehlt") {
            Some(absent) => folder.without(absent),
            None if name == "erwartet.txt" => folder,
            None => folder.with(name, std::fs::read(path).unwrap()),
        }
    })
}

#[test]
fn every_rule_has_a_folder_and_every_folder_a_rule() {
    let rules: BTreeSet<String> = rules::all().map(|r| r.code.to_owned()).collect();
    assert_eq!(rules, folders());
}

#[test]
fn codes_are_stable_words_that_stand_once_in_the_table() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        assert!(seen.insert(rule.code), "{} stands twice", rule.code);
        assert!(wegweiser::catalog::canon::is_slug(rule.code), "{} is not kebab-case", rule.code);
        assert!(rule.summary.ends_with('.') && rule.summary.len() < 100, "{}", rule.summary);
    }
}

#[test]
fn every_broken_folder_is_told_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for code in folders() {
        let found = problems(&laid_over(&code));
        let text = render(&found, Format::Text, "", false);
        let file = broken().join(&code).join("erwartet.txt");
        if !found.iter().any(|p| p.code == code) {
            wrong.push(format!("{code}: the rule says nothing\n{text}"));
        } else if bless {
            std::fs::write(file, text).unwrap();
        } else if std::fs::read_to_string(file).unwrap_or_default() != text {
            wrong.push(format!("{code}: says something else now\n{text}"));
        }
    }
    let how = "If that is right: BLESS=1 cargo test --test suite check::every_broken_folder, and read the difference";
    assert!(wrong.is_empty(), "{}\n{how}", wrong.join("\n"));
}

#[test]
fn twelve_mistakes_in_five_files_are_named_in_one_run() {
    let (muehle, yoga) =
        ("partner/bergisch-gladbach/suchtberatung-muehle.yaml", "partner/bergisch-gladbach/yoga-lindenhof.yaml");
    let (schulden, tv) = ("partner/overath/schuldnerberatung-overath.yaml", "partner/overath/tv-eichengrund.yaml");
    let folder = Folder::mini()
        .edit(tv, "telefon: \"0221 4710901\"", "telefon: 0221 4710901")
        .edit(tv, "zielgruppen: [alle]", "zielgruppen: [alle, aeltere]")
        .edit(tv, "    titel: Rückenschule", "    tittel: Rückenschule")
        .edit(yoga, "zeit: \"9:30-10:30\"", "zeit: \"9:30-25:00\"")
        .edit(yoga, ", satz: 8 € je Stunde.", "")
        .edit(yoga, "name: Yoga", "name: Yoga\nname: Yoga")
        .edit(schulden, "plz: \"51491\"", "plz: \"51399\"")
        .edit(schulden, "selbst: Anrufen und", "selbst: Frau Muster anrufen und")
        .edit(muehle, "themen: [sucht/angehoerige]", "themen: [sucht/angehörige]")
        .edit(muehle, "geprueft: {am: 2026-09-01", "geprueft: {am: 2027-09-01")
        .edit(muehle, "    orte: [bensberg]", "    orte: [rathaus]")
        .edit("krise.yaml", "quelle: NotrufV, stand: 2023", "quelle: NotrufV");
    let found = problems(&folder);
    let named: Vec<(&str, &str)> = found.iter().map(|p| (p.file.path.rsplit('/').next().unwrap(), p.code)).collect();
    let expected = [
        ("krise.yaml", "feld-fehlt"),
        ("suchtberatung-muehle.yaml", "wert-unbekannt"),
        ("suchtberatung-muehle.yaml", "angebotsort-unbekannt"),
        ("suchtberatung-muehle.yaml", "datum-zukunft"),
        ("yoga-lindenhof.yaml", "feld-doppelt"),
        ("yoga-lindenhof.yaml", "kosten-ohne-satz"),
        ("yoga-lindenhof.yaml", "zeit-form"),
        ("schuldnerberatung-overath.yaml", "plz-ort"),
        ("schuldnerberatung-overath.yaml", "personenname"),
        ("tv-eichengrund.yaml", "telefon-anfuehrungszeichen"),
        ("tv-eichengrund.yaml", "feld-unbekannt"),
        ("tv-eichengrund.yaml", "alle-neben-anderen"),
    ];
    assert_eq!(named, expected);
    assert!(found.iter().all(|p| p.help.is_some() && p.position().0 > 0));
}

#[test]
fn several_syntax_errors_of_one_file_are_named_together() {
    let yoga = "partner/bergisch-gladbach/yoga-lindenhof.yaml";
    let folder = Folder::mini()
        .edit(yoga, "traegerart: verein", "traegerart:verein")
        .edit(yoga, "    titel: Sanftes Yoga", "\ttitel: Sanftes Yoga")
        .edit(yoga, "plz: \"51427\"", "plz: \"51427")
        .edit(yoga, "    status: pausiert", "\u{a0}\u{a0}\u{a0}\u{a0}status: pausiert");
    let codes: Vec<&str> = problems(&folder).iter().map(|p| p.code).collect();
    assert_eq!(codes, ["leerzeichen-fehlt", "anfuehrungszeichen", "tabulator", "geschuetztes-leerzeichen"]);
}

#[test]
fn a_file_with_an_error_is_left_out_and_the_others_stay() {
    let (catalog, problems) = laid_over("zeit-form").load();
    assert!(problems.iter().any(|p| p.severity == Severity::Error));
    assert!(catalog.partner("suchtberatung-muehle").is_none() && catalog.partner("yoga-lindenhof").is_none());
    // One is a department of the one left out, which costs it nothing but the link.
    assert!(catalog.partner("treff-online").is_some_and(|p| p.part_of.is_none()));
    assert_eq!(catalog.partners.len(), 4);
}

#[test]
fn a_file_with_a_warning_is_shown() {
    let (catalog, problems) = laid_over("text-zu-lang").load();
    assert!(problems.iter().all(|p| p.severity == Severity::Warning) && !problems.is_empty());
    assert_eq!(catalog.partners.len(), 6);
}

#[test]
fn a_broken_list_stops_the_site_and_still_names_the_mistakes_of_other_files() {
    let folder = laid_over("zeit-form").edit("vokabular/formen.yaml", "  label: {de: Vor Ort}", "  lable: Vor Ort");
    let Err(LoadError::Essential { file, problems }) = Catalog::load(&folder.data(), &now()) else {
        panic!("a list with errors was accepted")
    };
    assert_eq!(file, "vokabular/formen.yaml");
    let files: BTreeSet<&str> = problems.iter().map(|p| p.file.path.as_str()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
}

#[test]
fn a_path_leads_to_the_place_where_it_is_written() {
    let text = "name: Ä\nangebote:\n  - id: eins\n  - {id: zwei, kosten: [{art: spende}]}\n";
    let file = Arc::new(SourceFile { path: "partner/x/y.yaml".into(), bytes: text.as_bytes().to_vec() });
    let tree = Tree::read(&file).0.unwrap();
    let at = |path: &str| &text[tree.span(path)];
    assert_eq!(at("name"), "Ä");
    assert_eq!(at("angebote[1].kosten[0].art"), "spende");
    assert_eq!(at("angebote[1].kosten"), "kosten");
    // What is not there is told at the nearest thing above.
    assert_eq!(at("angebote[0].kosten[0].satz"), "id");
    assert_eq!(at("angebote[7]"), "angebote");
}

fn read_and_render(bytes: Vec<u8>) {
    let file = Arc::new(SourceFile { path: "partner/x/y.yaml".into(), bytes });
    let (entry, problems) = Shape::<Record>::new().read(&file, &Vocabularies::default());
    assert!(entry.is_some() || problems.iter().any(|p| p.severity == Severity::Error));
    for format in [Format::Text, Format::Github, Format::Json] {
        let text = render(&problems, format, "data", false);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic_the_checker(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        read_and_render(bytes);
    }

    #[test]
    fn a_real_file_with_anything_changed_anywhere_never_panics_the_checker(
        at in 0usize..2000, gone in 0usize..30, new in "[\\PC\n\t\r\u{a0}\u{feff}\u{9b}:{}\\[\\]\"'&*!|>%@`-]{0,12}",
    ) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mini/partner/overath/tv-eichengrund.yaml");
        let mut text: Vec<char> = std::fs::read_to_string(path).unwrap().chars().collect();
        let start = at.min(text.len());
        let end = (start + gone).min(text.len());
        text.splice(start..end, new.chars());
        read_and_render(text.into_iter().collect::<String>().into_bytes());
    }
}
