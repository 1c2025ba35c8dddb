//! `wegweiser why`: explains why an offer stands where it stands for some words.

use super::common::{SourceArgs, answer};
use crate::index::Index;
use crate::search::wanted::Tier;
use crate::search::{Facet, Search, Why};
use anyhow::Context;
use std::process::ExitCode;
use std::sync::Arc;

/// Ways of holding a word that are listed; the others count little or nothing.
const WAYS_SHOWN: usize = 4;

/// Arguments of `why`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Was jemand tippt, in Anführungszeichen; auch mit Filtern: "rücken ort=overath"
    #[arg(value_name = "ANFRAGE")]
    query: String,
    /// Das Angebot: stelle/angebot
    #[arg(value_name = "STELLE/ANGEBOT")]
    offer: String,
    #[command(flatten)]
    source: SourceArgs,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    answer(explained(args))
}

fn explained(args: &Args) -> anyhow::Result<String> {
    let now = args.source.data.now()?;
    let (catalog, _) = args.source.data.load()?;
    let (partner, offer) = args.offer.split_once('/').context("Das Angebot bitte so nennen: stelle/angebot")?;
    let number = catalog.offer_index(partner, offer);
    let number = number.with_context(|| format!("Das Angebot „{}“ gibt es nicht.", args.offer))?;
    let (index, _) = Index::open_or_build(&catalog, &args.source.index)?;
    let search = Search::new(Arc::new(catalog), index);
    let terms: Vec<String> = args.query.split_whitespace().map(str::to_owned).collect();
    let why = search.why(&super::search::query(&terms), number, &now);
    let needs = search.catalog().needs();
    let name = |need: usize| needs.get(need).map_or("", |need| need.name.as_str());
    Ok(text(&args.offer, &why, name))
}

fn text<'a>(offer: &str, why: &Why, need: impl Fn(usize) -> &'a str) -> String {
    let mut lines = vec![match why.rank {
        Some(rank) => format!("{offer} steht auf Platz {rank} von {} (Wert {:.2}).", why.of, why.score),
        None => format!("{offer} wird nicht gefunden ({} andere Angebote).", why.of),
    }];
    for (filter, fits) in &why.filters {
        let facets = filter.facets.iter().map(|(key, value)| format!("{}={value}", Facet::of(*key).url));
        let all: Vec<String> = facets.chain(filter.age.map(|age| format!("alter={age}"))).collect();
        let how = if filter.lifts { "hebt nur hervor" } else { "schließt andere aus" };
        let fits = if *fits { "passt" } else { "passt nicht" };
        lines.push(format!("„{}“ gilt als Filter {} ({how}): {fits}", filter.words, all.join(" ")));
    }
    for word in &why.words {
        lines.push(format!("„{}“ bringt {:.2}", word.word, word.score));
        for hold in word.holds.iter().take(WAYS_SHOWN) {
            let via = hold.via.as_ref().map(|via| format!(" über „{via}“")).unwrap_or_default();
            let part = hold.part_of.map(|n| format!(", zählt nur mit allen {n} Teilen")).unwrap_or_default();
            let (field, tier) = (hold.field.name(), tier(hold.tier));
            lines.push(format!("    {:.2}  {field}: {tier}{via} ({}){part}", hold.score, hold.term));
        }
    }
    for (theme, sure) in &why.themes {
        lines.push(format!("Die Wörter klingen nach dem Thema {theme} (Ähnlichkeit {sure:.2})."));
    }
    for (number, sure) in &why.needs {
        lines.push(format!("Sie klingen nach dem Anliegen „{}“ (Ähnlichkeit {sure:.2}).", need(*number)));
    }
    if why.by_need > 0.0 {
        lines.push(format!("Dafür ist das Angebot {:.2} wert.", why.by_need));
    }
    if let Some(number) = why.wrong_for {
        lines.push(format!(
            "Für das Anliegen „{}“ wäre es falsch („nicht“ in suche/fragen): Es steht hinten.",
            need(number)
        ));
    }
    if why.by_example > 0.0 {
        lines.push(format!("Sie ähneln den Suchwörtern des Angebots ({:.2}).", why.by_example));
    }
    if why.by_group > 0.0 {
        lines.push(format!("Sie nennen Menschen, für die es da ist ({:.2}).", why.by_group));
    }
    let ties = &why.ties;
    let yes = |holds: bool| if holds { "ja" } else { "nein" };
    let distance = ties.distance.map_or_else(|| "unbekannt".to_owned(), |km| format!("{km:.1} km"));
    lines.push(format!(
        "Bei gleichem Wert: pausiert oder vorbei: {} · Prüfung überfällig: {} · Entfernung: {distance} · Los des Tages: {}",
        yes(ties.away),
        yes(ties.overdue),
        ties.lot
    ));
    lines.join("\n")
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "wie getippt",
        Tier::Inflected => "gebeugt",
        Tier::Part => "in einem längeren Wort",
        Tier::Parts => "in seinen Teilen",
        Tier::Synonym => "als anderes Wort dafür",
        Tier::Beginning => "als Wortanfang",
    }
}
