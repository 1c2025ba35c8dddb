//! `wegweiser eval`: judged queries against the search, as a table or as JSON that is the next run's baseline.

use super::common::{SourceArgs, complain, fail, say};
use super::report::{self, Format};
use crate::catalog::choice::QueryClass;
use crate::catalog::judged::{self, JudgedQueries};
use crate::catalog::{Catalog, Problem, Severity, SourceFile};
use crate::index::Index;
use crate::search::Search;
use crate::search::evaluation::difference::Difference;
use crate::search::evaluation::{Evaluation, Figures, Outcome};
use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Queries listed as the worst.
const WORST: usize = 10;
/// What a query without a class is listed under.
const NO_CLASS: &str = "sonstige";

/// Arguments of `eval`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Datei mit den geprüften Anfragen (sonst: suche/pruefung.yaml im Datenordner)
    #[arg(value_name = "DATEI")]
    file: Option<PathBuf>,
    #[command(flatten)]
    source: SourceArgs,
    /// Ausgabe als JSON, für Programme; gespeichert dient sie später zum Vergleich
    #[arg(long)]
    json: bool,
    /// Frühere Ausgabe mit --json, mit der verglichen wird
    #[arg(long, value_name = "DATEI")]
    baseline: Option<PathBuf>,
}

/// A query in the output, and what a baseline is read for.
#[derive(Debug, Serialize, Deserialize)]
struct Each {
    anfrage: String,
    klasse: String,
    /// `None` for negative queries.
    ndcg10: Option<f64>,
    halten: bool,
}

#[derive(Deserialize)]
struct Baseline {
    each: Vec<Each>,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    match evaluated(args) {
        Ok(Some(text)) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Ok(None) => ExitCode::FAILURE,
        Err(error) => fail(&error),
    }
}

/// The output; `None` if the queries have errors, which are told.
fn evaluated(args: &Args) -> anyhow::Result<Option<String>> {
    let baseline = args.baseline.as_deref().map(baseline).transpose()?;
    let Some((catalog, queries)) = read(args)? else { return Ok(None) };
    let catalog = Arc::new(catalog);
    let (index, _) = Index::open_or_build(&catalog, &args.source.index)?;
    let search = Search::new(catalog.clone(), index);
    let bar = progress(queries.queries.len());
    let evaluation = Evaluation::of(&search, &queries.queries, &args.source.data.now()?, || bar.inc(1));
    bar.finish_and_clear();
    let difference = baseline.map(|baseline| difference(&evaluation, &baseline)).transpose()?;
    Ok(Some(match args.json {
        true => format!("{:#}", machine(&evaluation, difference)),
        false => human(&catalog, &evaluation, difference),
    }))
}

/// The catalog and the queries. Problems of the queries are told; `None` if they are errors.
fn read(args: &Args) -> anyhow::Result<Option<(Catalog, JudgedQueries)>> {
    let path = args.file.clone().unwrap_or_else(|| args.source.data.data.join(judged::FILE));
    let bytes = std::fs::read(&path)
        .with_context(|| format!("Die Anfragen in „{}“ lassen sich nicht lesen.", path.display()))?;
    let file = Arc::new(SourceFile { path: path.display().to_string(), bytes });
    let (catalog, problems, queries) = args.source.data.load_judged(Some(Arc::clone(&file)))?;
    let problems: Vec<Problem> = problems.into_iter().filter(|p| Arc::ptr_eq(&p.file, &file)).collect();
    if !problems.is_empty() {
        complain(report::render(&problems, Format::Text, "", false).trim_end());
    }
    let sound = problems.iter().all(|p| p.severity != Severity::Error);
    Ok(sound.then_some((catalog, queries)))
}

/// A bar on a terminal; nothing anywhere else.
fn progress(queries: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:30} {pos} von {len} Anfragen");
    ProgressBar::new(queries as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn baseline(path: &Path) -> anyhow::Result<Baseline> {
    let wrong = || format!("„{}“ ist keine gespeicherte Ausgabe von „wegweiser eval --json“.", path.display());
    let text = std::fs::read_to_string(path).with_context(wrong)?;
    serde_json::from_str(&text).with_context(wrong)
}

/// nDCG of this run less that of the baseline, over the queries both have; held and negative ones apart.
fn difference(evaluation: &Evaluation, baseline: &Baseline) -> anyhow::Result<Difference> {
    let before: HashMap<&str, f64> =
        baseline.each.iter().filter_map(|each| Some((each.anfrage.as_str(), each.ndcg10?))).collect();
    let now = evaluation.outcomes.iter().filter(|o| !o.held);
    let pairs = now.filter_map(|o| Some(o.scores?.ndcg10 - before.get(o.text.as_str())?));
    // A number that went through JSON may come back a hair off.
    let pairs = pairs.map(|d| if d.abs() < 1e-9 { 0.0 } else { d });
    Difference::of(&pairs.collect::<Vec<_>>()).context("Der Vergleich hat keine Anfrage gemeinsam mit dieser Messung.")
}

fn machine(evaluation: &Evaluation, difference: Option<Difference>) -> Value {
    let part = |held: bool| {
        let classes = evaluation.classes(held).into_iter();
        let classes: Map<String, Value> =
            classes.map(|(class, figures)| (word(class).to_owned(), Value::Object(numbers(figures)))).collect();
        let mut part = numbers(evaluation.figures(held));
        part.insert("classes".to_owned(), Value::Object(classes));
        part
    };
    let each = evaluation.outcomes.iter().map(|outcome| Each {
        anfrage: outcome.text.clone(),
        klasse: word(outcome.class).to_owned(),
        ndcg10: outcome.scores.map(|s| s.ndcg10),
        halten: outcome.held,
    });
    let mut all = part(false);
    all.insert("halten".to_owned(), Value::Object(part(true)));
    if let Some(d) = difference {
        all.insert("difference".to_owned(), json!({ "ndcg10": d.mean, "low": d.low, "high": d.high }));
    }
    all.insert("each".to_owned(), json!(each.collect::<Vec<_>>()));
    Value::Object(all)
}

fn numbers(figures: Figures) -> Map<String, Value> {
    let Figures { queries, ndcg10, recall10, mrr, zero, wrong_first } = figures;
    let pairs = [
        ("ndcg10", json!(ndcg10)),
        ("recall10", json!(recall10)),
        ("mrr", json!(mrr)),
        ("zero", json!(zero)),
        ("wrong_first", json!(wrong_first)),
        ("queries", json!(queries)),
    ];
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn human(catalog: &Catalog, evaluation: &Evaluation, difference: Option<Difference>) -> String {
    let mut lines = vec![format!(
        "{:<22} {:>8} {:>8} {:>9} {:>8} {:>12} {:>14}",
        "", "Anfragen", "nDCG@10", "Recall@10", "MRR", "ohne Treffer", "falsch zuerst"
    )];
    for (title, held) in [("Alle", false), ("Zurückgehalten", true)] {
        let all = evaluation.figures(held);
        if all.queries > 0 {
            lines.push(row(title, all));
            lines.extend(evaluation.classes(held).into_iter().map(|(class, f)| row(&format!("  {}", word(class)), f)));
        }
    }
    let negative = |o: &&Outcome| o.class == Some(QueryClass::Negative);
    if evaluation.outcomes.iter().any(|o| negative(&o)) {
        lines.push("„negativ“ zählt nur in seiner Zeile; dort ist „ohne Treffer“ richtig.".to_owned());
    }
    if let Some(Difference { mean, low, high }) = difference {
        let verdict = match low <= 0.0 && high >= 0.0 {
            true => "kein sicherer Unterschied",
            false => "ein sicherer Unterschied",
        };
        lines.push(format!(
            "\nVergleich: nDCG@10 {}, mit 95 % Sicherheit zwischen {} und {}: {verdict}.",
            signed(mean),
            signed(low),
            signed(high)
        ));
    }
    let worst = evaluation.worst(WORST);
    if !worst.is_empty() {
        lines.push("\nDie schlechtesten Anfragen, jede mit dem, was zuerst stand:".to_owned());
    }
    for outcome in worst {
        let ndcg = outcome.scores.map(|s| s.ndcg10);
        lines.push(format!("  {:>5}  {} ({})", number(ndcg), outcome.text, word(outcome.class)));
        lines.push(format!("         {}", first(catalog, outcome)));
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn row(title: &str, figures: Figures) -> String {
    let Figures { queries, ndcg10, recall10, mrr, zero, wrong_first } = figures;
    let [ndcg10, recall10, mrr] = [ndcg10, recall10, mrr].map(number);
    let [zero, wrong_first] = [zero, wrong_first].map(percent);
    format!("{title:<22} {queries:>8} {ndcg10:>8} {recall10:>9} {mrr:>8} {zero:>12} {wrong_first:>14}")
}

fn first(catalog: &Catalog, outcome: &Outcome) -> String {
    let Some((offer, grade)) = outcome.first else { return "nichts gefunden".to_owned() };
    let offer = &catalog.offers[offer];
    let partner = catalog.partner_of(offer);
    let grade = grade.map_or("nicht bewertet".to_owned(), |grade| format!("bewertet mit {grade}"));
    format!("{} – {}  [{}/{}], {grade}", offer.title, partner.name, partner.id, offer.id)
}

fn word(class: Option<QueryClass>) -> &'static str {
    class.map_or(NO_CLASS, QueryClass::word)
}

fn number(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |value| format!("{value:.3}").replace('.', ","))
}

fn signed(value: f64) -> String {
    format!("{value:+.3}").replace('.', ",").replace('-', "−")
}

fn percent(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |value| format!("{:.1} %", value * 100.0).replace('.', ","))
}
