//! `wegweiser search`: the site's own search on the command line, with the same `Query`.

use super::common::{SourceArgs, answer};
use crate::catalog::Catalog;
use crate::index::Index;
use crate::search::{Facet, Note, Query, Results, Search};
use serde_json::{Map, Value, json};
use std::process::ExitCode;
use std::sync::Arc;

/// Arguments of `search`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    source: SourceArgs,
    /// Suchwörter und Filter wie in der Adresse, zum Beispiel: rücken ort=overath kosten=kostenfrei
    #[arg(value_name = "WORT | SCHLÜSSEL=WERT", required = true)]
    terms: Vec<String>,
    /// Ausgabe als JSON, für Programme
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    answer(found(args))
}

fn found(args: &Args) -> anyhow::Result<String> {
    let (catalog, _) = args.source.data.load()?;
    let catalog = Arc::new(catalog);
    let (index, _) = Index::open_or_build(&catalog, &args.source.index)?;
    let search = Search::new(catalog.clone(), index);
    let results = search.run(&query(&args.terms), &args.source.data.now()?);
    if args.json {
        Ok(serde_json::to_string_pretty(&machine(&catalog, &results))?)
    } else {
        Ok(human(&catalog, &results))
    }
}

/// Words and `key=value` pairs become the same address a visitor would have; a word with `=` whose key no facet knows
/// stays a word.
pub(crate) fn query(terms: &[String]) -> Query {
    let mut address = form_urlencoded::Serializer::new(String::new());
    let mut words = Vec::new();
    for term in terms {
        match term.split_once('=') {
            Some((key, value)) if Query::knows(key) => {
                address.append_pair(key, value);
            }
            _ => words.push(term.as_str()),
        }
    }
    address.append_pair("q", &words.join(" "));
    Query::parse(&address.finish())
}

fn machine(catalog: &Catalog, results: &Results) -> Value {
    let hits: Vec<Value> = results
        .hits
        .iter()
        .map(|hit| {
            let offer = &catalog.offers[hit.offer];
            json!({
                "code": offer.code.to_string(),
                "offer": offer.id,
                "partner": catalog.partner_of(offer).id,
                "title": offer.title,
                "score": hit.score,
            })
        })
        .collect();
    let facets: Map<String, Value> = results
        .facets
        .iter()
        .map(|facet| {
            let values: Map<String, Value> =
                facet.values.iter().map(|v| (v.slug.to_string(), json!(v.count))).collect();
            (Facet::of(facet.key).url.to_owned(), Value::Object(values))
        })
        .collect();
    json!({ "total": results.offers, "partners": results.partners, "hits": hits, "facets": facets })
}

fn human(catalog: &Catalog, results: &Results) -> String {
    let mut lines = vec![format!("{} Angebote bei {} Stellen", results.offers, results.partners)];
    for note in &results.notes {
        lines.push(match note {
            Note::UnknownValue(key, value) => format!("  {}={value} kennen wir nicht.", Facet::of(*key).url),
            Note::Relaxed(words) => {
                format!("  Nicht alle Wörter kommen zusammen vor. Gefunden mit: {}", words.join(", "))
            }
            Note::ByTheme(themes) => {
                let list = &catalog.vocabularies.themes;
                let labels: Vec<&str> = themes.iter().filter_map(|t| list.at(*t)).map(|t| t.label.de()).collect();
                format!("  Dazu Angebote zu: {}", labels.join(", "))
            }
            Note::Fewer(all) => format!("  Alle Wörter zusammen: {all}. Danach Angebote, denen ein Wort fehlt."),
            Note::Corrected { typed, used, others } if others.is_empty() => {
                format!("  „{typed}“ kennen wir nicht. Gesucht nach „{used}“.")
            }
            Note::Corrected { typed, used, others } => {
                format!("  „{typed}“ kennen wir nicht. Gesucht nach „{used}“. Auch möglich: {}", others.join(", "))
            }
            Note::Similar { typed, words } => {
                format!("  „{typed}“ kommt nicht vor. Ähnlich geschrieben: {}", words.join(", "))
            }
            Note::TextCut => "  Die Suchwörter waren sehr lang und wurden gekürzt.".to_owned(),
            Note::PageBeyond(last) => format!("  So viele Seiten gibt es nicht. Die letzte ist Seite {last}."),
            Note::NoWords => "  Darin ist kein Wort.".to_owned(),
            Note::UnknownSetting(key, value) => format!("  {key}={value} kennen wir nicht."),
            Note::RadiusWithoutPlace => "  Für den Umkreis fehlt eine Postleitzahl oder ein Ort.".to_owned(),
        });
    }
    for understood in &results.understood {
        let facets = understood.facets.iter().map(|(key, value)| format!("{}={value}", Facet::of(*key).url));
        let all: Vec<String> = facets.chain(understood.age.map(|age| format!("alter={age}"))).collect();
        let how = if understood.lifts { "hebt hervor" } else { "verstanden als" };
        lines.push(format!("  „{}“ {how}: {}", understood.words, all.join(" ")));
    }
    for hit in &results.hits {
        let offer = &catalog.offers[hit.offer];
        let partner = catalog.partner_of(offer);
        lines.push(format!(
            "{}  {} – {}  [{}/{}]  {:.2}",
            offer.code, offer.title, partner.name, partner.id, offer.id, hit.score
        ));
    }
    for relaxation in &results.relaxations {
        lines.push(format!("  weiter gefasst: {}  ({} Angebote)", address(&relaxation.query), relaxation.offers));
    }
    lines.join("\n")
}

/// A query as a visitor would see it in the address.
fn address(query: &Query) -> String {
    query.pairs().iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(" ")
}
