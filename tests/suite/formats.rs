//! Problems as text, as annotations of a forge, as JSON.

use crate::kit::Folder;
use wegweiser::catalog::Problem;
use wegweiser::cli::report::{Format, render, summary, table};

const YOGA: &str = "partner/bergisch-gladbach/yoga-lindenhof.yaml";

fn two_problems() -> Vec<Problem> {
    Folder::mini()
        .edit(YOGA, "    titel: Sanftes Yoga\n    kurz:", "    titel: Sanftes Yoga\n    kürz:")
        .edit(YOGA, "name: Yoga am Lindenhof", "name: Yoga am Lindenhof\nuebrig: \"Ä, 50 %\"")
        .load()
        .1
}

#[test]
fn text_shows_the_line_and_what_was_probably_meant() {
    let expected = "\
Fehler[feld-unbekannt]: Das Feld „uebrig“ gibt es hier nicht.
  ╭▸ data/partner/bergisch-gladbach/yoga-lindenhof.yaml:2:1
  │
2 │ uebrig: \"Ä, 50 %\"
  │ ━━━━━━
  │
  ╰ Hilfe: Alle Felder stehen mit Erklärung in muster.yaml.

Fehler[feld-unbekannt]: Das Feld „kürz“ gibt es hier nicht.
   ╭▸ data/partner/bergisch-gladbach/yoga-lindenhof.yaml:12:5
   │
12 │     kürz: Langsam bewegen und atmen.
   │     ━━━━
   ╰╴
Hilfe: Meinten Sie „kurz“?
   ╭╴
12 -     kürz: Langsam bewegen und atmen.
12 +     kurz: Langsam bewegen und atmen.
   ╰╴

2 Fehler und 0 Warnungen in 1 Datei.
";
    assert_eq!(render(&two_problems(), Format::Text, "data/", false), expected);
}

#[test]
fn annotations_escape_what_would_end_them() {
    let problems = Folder::mini().edit(YOGA, "formate: [kurs]", "formate: [\"50 %: a,b::\\n\"]").load().1;
    let expected = "::error file=data/partner/bergisch-gladbach/yoga-lindenhof.yaml,line=14,col=15,endLine=14,\
        endColumn=30,title=wert-unbekannt::„50 %25: a,b:: “ steht nicht in der Liste „formate“. Möglich sind: einzel, \
        gruppe, selbsthilfe, kurs, sprechstunde, offener-treff, unterkunft.\n";
    let text = render(&problems, Format::Github, "data", false);
    assert_eq!(text, expected);
}

#[test]
fn every_json_line_is_one_problem_with_begin_and_end() {
    let text = render(&two_problems(), Format::Json, "data", false);
    let lines: Vec<serde_json::Value> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    let place =
        |line: &serde_json::Value| ["line", "column", "endLine", "endColumn"].map(|k| line[k].as_u64().unwrap());
    assert_eq!(place(&lines[0]), [2, 1, 2, 7]);
    assert_eq!(place(&lines[1]), [12, 5, 12, 9]);
    assert_eq!(lines[1]["replacement"], "kurz");
    assert_eq!(lines[1]["file"], "data/partner/bergisch-gladbach/yoga-lindenhof.yaml");
}

#[test]
fn the_table_keeps_its_columns_whatever_stands_in_a_message() {
    let problems = Folder::mini().edit(YOGA, "formate: [kurs]", "formate: [\"a | <b> \\\\\"]").load().1;
    let table = table(&problems, "data");
    let row = table.lines().last().unwrap();
    assert!(row.contains("a \\| &lt;b> \\\\"), "{row}");
    assert_eq!(row.replace("\\|", "").matches('|').count(), 6);
}

#[test]
fn the_summary_counts_in_german() {
    assert_eq!(summary(&[]), "Alles in Ordnung.");
    assert_eq!(summary(&two_problems()), "2 Fehler und 0 Warnungen in 1 Datei.");
}

#[test]
fn colour_is_only_for_terminals() {
    assert!(!render(&two_problems(), Format::Text, "data", false).contains('\u{1b}'));
    assert!(render(&two_problems(), Format::Text, "data", true).contains('\u{1b}'));
}
