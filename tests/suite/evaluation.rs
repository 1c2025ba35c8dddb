//! `wegweiser eval`: every figure by hand, the queries of `tests/mini/suche/pruefung.yaml` and those of other files.

use crate::kit::{Folder, now};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::{Command, Output};
use wegweiser::catalog::Catalog;
use wegweiser::catalog::choice::QueryClass;
use wegweiser::search::evaluation::{Evaluation, Figures};

const FILE: &str = "suche/pruefung.yaml";

fn evaluation(folder: &Folder) -> Evaluation {
    Evaluation::of(&folder.search(), &folder.judged().queries, &now(), || {})
}

/// The miniature catalog with one query.
fn one(query: &str) -> Evaluation {
    evaluation(&Folder::mini().with(FILE, format!("anfragen:\n  - {query}\n")))
}

fn eval(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wegweiser"))
        .arg("eval")
        .arg("--data")
        .arg(folder.data())
        .arg("--index")
        .arg(folder.index())
        .args(["--jetzt", "2026-11-21T10:00"])
        .args(arguments)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn near(value: Option<f64>, expected: f64) -> bool {
    value.is_some_and(|value| (value - expected).abs() < 1e-9)
}

/// What rank 2 divides a gain by.
fn second() -> f64 {
    3f64.log2()
}

#[test]
fn every_offer_found_has_its_rank_however_many_a_page_shows_of_a_partner() {
    let all = evaluation(&Folder::mini());
    let sucht = all.outcomes[0].scores.unwrap();
    assert!(near(Some(sucht.ndcg10), 1.0));
    assert!(near(Some(sucht.recall10), 1.0) && near(Some(sucht.reciprocal_rank), 1.0));
}

#[test]
fn an_offer_nobody_judged_takes_a_rank_and_is_wrong_in_the_first() {
    let yoga = &evaluation(&Folder::mini()).outcomes[1];
    let scores = yoga.scores.unwrap();
    assert!(near(Some(scores.ndcg10), 1.0 / second()));
    assert!(near(Some(scores.recall10), 1.0) && near(Some(scores.reciprocal_rank), 0.5));
    assert!(yoga.is_wrong_first() && yoga.first.is_some_and(|(_, grade)| grade.is_none()));
    let zero = one("{anfrage: yoga, relevant: {yoga-lindenhof/sanft: 0, yoga-lindenhof/frauen: 1}}");
    assert!(zero.outcomes[0].is_wrong_first() && zero.outcomes[0].first.is_some_and(|(_, grade)| grade == Some(0)));
}

#[test]
fn a_partner_judged_as_a_whole_takes_one_rank() {
    let scores = evaluation(&Folder::mini()).outcomes[2].scores.unwrap();
    assert!(near(Some(scores.ndcg10), 1.0) && near(Some(scores.recall10), 1.0));
    // Its offers may be judged beside it, each for itself.
    let both = one("{anfrage: yoga, relevant: {yoga-lindenhof: 2, yoga-lindenhof/frauen: 3}}");
    let scores = both.outcomes[0].scores.unwrap();
    assert!(near(Some(scores.ndcg10), (3.0 + 7.0 / second()) / (7.0 + 3.0 / second())));
    assert!(near(Some(scores.recall10), 1.0) && near(Some(scores.reciprocal_rank), 1.0));
}

#[test]
fn figures_are_means_without_what_is_held_and_without_negative_queries() {
    let evaluation = evaluation(&Folder::mini());
    let ndcg = (1.0 + 1.0 / second() + 1.0 + 0.0) / 4.0;
    let all = evaluation.figures(false);
    assert_eq!(all.queries, 6);
    assert!(near(all.ndcg10, ndcg) && near(all.recall10, 3.0 / 4.0), "{all:?}");
    assert!(near(all.mrr, 2.5 / 4.0) && near(all.zero, 0.25) && near(all.wrong_first, 0.25), "{all:?}");
    let held = evaluation.figures(true);
    let perfect = Figures {
        queries: 1,
        ndcg10: Some(1.0),
        recall10: Some(1.0),
        mrr: Some(1.0),
        zero: Some(0.0),
        wrong_first: Some(0.0),
    };
    assert_eq!(held, perfect);
    assert_eq!(evaluation.classes(true), [(Some(QueryClass::Word), perfect)]);
}

#[test]
fn negative_queries_have_one_figure_the_share_that_finds_nothing() {
    let classes = evaluation(&Folder::mini()).classes(false);
    let names: Vec<_> = classes.iter().map(|(class, f)| (class.unwrap().word(), f.queries)).collect();
    assert_eq!(names, [("wort", 1), ("laie", 2), ("filter", 1), ("negativ", 2)]);
    let negative = classes.last().unwrap().1;
    assert_eq!(negative, Figures { queries: 2, zero: Some(0.5), ..Figures::default() });
    assert!(near(classes[1].1.zero, 0.5), "of others it is the share that should have found something");
}

#[test]
fn the_worst_queries_come_first_and_held_ones_never() {
    let folder = Folder::mini().edit(FILE, "{schuldnerberatung-overath/beratung: 2}", "{treff-online/runde: 2}");
    let evaluation = evaluation(&folder);
    let worst: Vec<&str> = evaluation.worst(10).iter().map(|o| o.text.as_str()).collect();
    assert_eq!(worst, ["xylofon", "Yoga"]);
    assert_eq!(evaluation.worst(1).len(), 1);
}

#[test]
fn the_json_has_these_keys_and_is_the_baseline_of_the_next_run() {
    let folder = Folder::mini();
    let first = eval(&folder, &["--json"]);
    let json = json(&first);
    let figures = ["ndcg10", "recall10", "mrr", "zero", "wrong_first", "queries"];
    let with = |more: &[&'static str]| BTreeSet::from_iter(figures.iter().chain(more).copied());
    assert_eq!(keys(&json), with(&["classes", "halten", "each"]));
    assert_eq!(keys(&json["halten"]), with(&["classes"]));
    assert_eq!(keys(&json["classes"]), BTreeSet::from(["wort", "laie", "filter", "negativ"]));
    assert_eq!(keys(&json["classes"]["laie"]), with(&[]));
    assert!(figures.iter().all(|key| json[key].is_number()));
    assert!(json["classes"]["negativ"]["ndcg10"].is_null() && json["classes"]["negativ"]["zero"] == 0.5);
    let each = json["each"].as_array().unwrap();
    assert_eq!(keys(&each[0]), BTreeSet::from(["anfrage", "klasse", "ndcg10", "halten"]));
    assert_eq!((each.len(), &each[4]["ndcg10"], &each[6]["halten"]), (7, &Value::Null, &Value::Bool(true)));

    let file = folder.data().with_file_name("before.json");
    std::fs::write(&file, &first.stdout).unwrap();
    let baseline = ["--baseline", file.to_str().unwrap()];
    let again = self::json(&eval(&folder, &[&["--json"], &baseline[..]].concat()));
    assert_eq!(keys(&again), with(&["classes", "halten", "each", "difference"]));
    assert_eq!(again["difference"], serde_json::json!({ "ndcg10": 0.0, "low": 0.0, "high": 0.0 }));
    let text = String::from_utf8(eval(&folder, &baseline).stdout).unwrap();
    assert!(text.contains("+0,000, mit 95 % Sicherheit zwischen +0,000 und +0,000: kein sicherer Unterschied"));
}

#[test]
fn the_interval_is_that_of_the_queries_both_runs_have() {
    let folder = Folder::mini();
    let mut before = json(&eval(&folder, &["--json"]));
    // Every query a tenth better now than then; one that was not there then, and a held one, count for nothing.
    for each in before["each"].as_array_mut().unwrap() {
        let worse = if each["halten"] == true { 0.9 } else { 0.1 };
        each["ndcg10"] = each["ndcg10"].as_f64().map(|ndcg| ndcg - worse).into();
    }
    before["each"].as_array_mut().unwrap().remove(0);
    let file = folder.data().with_file_name("before.json");
    std::fs::write(&file, before.to_string()).unwrap();
    let difference = &json(&eval(&folder, &["--json", "--baseline", file.to_str().unwrap()]))["difference"];
    assert!(["ndcg10", "low", "high"].iter().all(|key| near(difference[key].as_f64(), 0.1)), "{difference}");
}

#[test]
fn the_table_names_classes_in_german_and_what_stood_first() {
    let output = eval(&Folder::mini(), &[]);
    assert!(output.status.success() && output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    let row = |name: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>().join(" ")
    };
    assert!(row("Alle").starts_with("6 0,") && row("Alle").ends_with("0,625 25,0 % 25,0 %"), "{text}");
    assert_eq!(row("Zurückgehalten"), "1 1,000 1,000 1,000 0,0 % 0,0 %");
    assert_eq!(row("negativ"), "2 – – – 50,0 % –");
    let worst = text.split("zuerst stand:").nth(1).unwrap();
    assert!(worst.contains("0,000  xylofon (laie)\n         nichts gefunden\n"), "{worst}");
    assert!(worst.contains("Sanftes Yoga – Yoga am Lindenhof  [yoga-lindenhof/sanft], nicht bewertet"), "{worst}");
}

#[test]
fn a_file_from_elsewhere_may_leave_classes_out_and_name_its_own_ids() {
    let folder = Folder::mini();
    let file = folder.data().with_file_name("fremd.yaml");
    let text = "anfragen:\n  - {anfrage: yoga, relevant: {yoga-lindenhof: 3}, id: q1, quelle: Ausleihe}\n\
                \x20 - {anfrage: kitesurfen, relevant: {}}\n  - {anfrage: rücken, relevant: {gibt-es-nicht: 3}}\n";
    std::fs::write(&file, text).unwrap();
    let output = eval(&folder, &[file.to_str().unwrap(), "--json"]);
    let json = json(&output);
    assert_eq!(keys(&json["classes"]), BTreeSet::from(["negativ", "sonstige"]));
    assert_eq!((&json["classes"]["sonstige"]["queries"], &json["ndcg10"]), (&2.into(), &0.5.into()));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("Warnung[pruefung-unbekannt]") && told.contains("fremd.yaml:4:"), "{told}");
}

#[test]
fn a_file_with_errors_is_told_by_line_and_not_measured() {
    let folder = Folder::mini().edit(FILE, "treff-online/runde: 2", "treff-online/runde: 5");
    let output = eval(&folder, &["--json"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8(output.stderr).unwrap().contains("Möglich ist 0 bis 3."));
    for (arguments, told) in [
        (["nirgends.yaml", "--json"], "Die Anfragen in „nirgends.yaml“ lassen sich nicht lesen."),
        (["--baseline", "nirgends.json"], "ist keine gespeicherte Ausgabe von „wegweiser eval --json“"),
    ] {
        let output = eval(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8(output.stderr).unwrap().contains(told));
    }
}

#[test]
fn a_site_starts_without_reading_the_judged_queries() {
    let folder = Folder::mini().with(FILE, "anfragen: [");
    assert!(folder.load().1.is_empty());
    assert!(!Catalog::load_judged(&folder.data(), &now(), None).unwrap().1.is_empty());
}
