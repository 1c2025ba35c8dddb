//! `wegweiser stats`: how the catalog is spread, as tables with bars or as JSON.

use super::common::{DataArgs, answer};
use crate::catalog::stats::{Count, Stats};
use serde_json::{Map, Value, json};
use std::process::ExitCode;

/// Width of the longest bar in characters.
const BAR: usize = 30;

/// Arguments of `stats`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Ausgabe als JSON, für Programme
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let counted = || -> anyhow::Result<Stats> {
        let (catalog, _) = args.data.load()?;
        Ok(Stats::of(&catalog, args.data.now()?.date()))
    };
    let text = |stats: Stats| if args.json { format!("{:#}", machine(&stats)) } else { human(&stats) };
    answer(counted().map(text))
}

fn human(stats: &Stats) -> String {
    let mut text = format!(
        "{} Stellen, {} Angebote (davon {} in Pause, {} beendet)\nStellen mit nur einem Angebot: {}; die meisten Angebote einer Stelle: {}\n",
        stats.partners, stats.offers, stats.paused, stats.ended, stats.single, stats.largest
    );
    text.push_str(&table("Stellen je Ort", &stats.towns));
    text.push_str(&table("Angebote nach Alter der Prüfung", &stats.check_age));
    for (name, counts) in &stats.lists {
        if counts.iter().any(|c| c.count > 0) {
            text.push_str(&table(&format!("Angebote je Wert: {name}"), counts));
        }
    }
    text.trim_end().to_owned()
}

fn table(title: &str, counts: &[Count]) -> String {
    let most = counts.iter().map(|c| c.count).max().unwrap_or(0).max(1);
    let width = counts.iter().map(|c| c.slug.chars().count()).max().unwrap_or(0);
    let mut text = format!("\n{title}\n");
    for Count { slug, count } in counts {
        let bar = "█".repeat((count * BAR).div_ceil(most));
        text.push_str(format!("  {slug:<width$} {count:>5}  {bar}").trim_end());
        text.push('\n');
    }
    text
}

fn machine(stats: &Stats) -> Value {
    let object = |counts: &[Count]| -> Value {
        Value::Object(counts.iter().map(|c| (c.slug.clone(), json!(c.count))).collect::<Map<_, _>>())
    };
    let lists: Map<String, Value> =
        stats.lists.iter().map(|(name, counts)| ((*name).to_owned(), object(counts))).collect();
    json!({
        "partners": stats.partners,
        "offers": stats.offers,
        "paused": stats.paused,
        "ended": stats.ended,
        "single": stats.single,
        "largest": stats.largest,
        "towns": object(&stats.towns),
        "check_age": object(&stats.check_age),
        "lists": lists,
    })
}
