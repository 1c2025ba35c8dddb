//! `wegweiser serve`: loads the catalog, opens the index, answers requests until it is told to stop.

use super::common::{SourceArgs, fail, say};
use crate::catalog::{Catalog, Language, LoadError, Problem, Severity};
use crate::index::{Index, Opened};
use crate::search::Search;
use crate::web::log::report_panics_without_words;
use crate::web::{Clock, Site, app};
use crate::words::Words;
use anyhow::{Context, bail};
use arc_swap::ArcSwap;
use axum::serve::ListenerExt;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// Longest time open requests may take after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Arguments of `serve`, also without a subcommand.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    source: SourceArgs,
    /// Adresse und Port der Website (sonst: 127.0.0.1:8080, oder WEGWEISER_LISTEN)
    #[arg(long, value_name = "ADRESSE", default_value = "127.0.0.1:8080", env = "WEGWEISER_LISTEN")]
    listen: SocketAddr,
    /// Beispieldaten auch unter einer Adresse zeigen, die andere erreichen
    #[arg(long)]
    beispieldaten_oeffentlich: bool,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let started = Instant::now();
    let color = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(color).with_target(false).init();
    report_panics_without_words();
    match prepare(args, started).and_then(|site| listen(args, site, started)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// Everything before the first request: catalog, index, words.
fn prepare(args: &Args, started: Instant) -> anyhow::Result<Site> {
    let (catalog, problems) = args.source.data.load().map_err(|e| refused(&e))?;
    if bool::from(catalog.region.sample_data) && !args.listen.ip().is_loopback() && !args.beispieldaten_oeffentlich {
        bail!(
            "Die Einträge sind Beispieldaten. Unter {} könnten andere sie für echt halten.\n\
             Zum Ausprobieren: --listen 127.0.0.1:8080. Wenn Sie es wirklich wollen: --beispieldaten-oeffentlich.",
            args.listen
        );
    }
    say(&format!("{}: {}", catalog.region.name, counted(&catalog)));
    say(&format!("  Daten    {} · {}", args.source.data.data.display(), said(&problems)));
    let catalog = Arc::new(catalog);
    let (index, opened) = Index::open_or_build(&catalog, &args.source.index)?;
    say(&format!("  Index    {}", described(&opened, args)));
    let words = Words::load(Language::De, catalog.wording.get(&Language::De).map(String::as_str))?;
    let clock = args.source.data.jetzt.clone().map_or(Clock::System, Clock::Fixed);
    let site = Site::new(Search::new(catalog, index), words, clock);
    say(&format!("  Bereit   nach {} ms", started.elapsed().as_millis()));
    Ok(site)
}

fn listen(args: &Args, site: Site, started: Instant) -> anyhow::Result<()> {
    let site = Arc::new(ArcSwap::from_pointee(site));
    let app = app(Arc::clone(&site));
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = TcpListener::bind(args.listen).await.with_context(|| in_use(args.listen))?;
        let address = listener.local_addr()?;
        say(&format!("  Adresse  http://{address}   (nach {} ms; Ende mit Strg+C)", started.elapsed().as_millis()));
        // While the first visitor is still on the way: what the first search would wait for, then what nobody waits for.
        tokio::task::spawn_blocking(move || {
            let search = &site.load().search;
            search.prepare();
            let broken = broken(&search.catalog().problems_of_examples());
            if let Some(files) = broken {
                say(&format!("  ACHTUNG: {files}. Die Suche nutzt davon nur, was lesbar ist (wegweiser check)"));
            }
        });
        // Answers are small and complete: waiting to fill a packet only delays them. A peer that is gone is no failure.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let server = axum::serve(listener, app).with_graceful_shutdown(stopped());
        tokio::select! {
            result = server => result.context("Die Website konnte nicht weiter antworten."),
            () = async { stopped().await; tokio::time::sleep(GRACE).await } => Ok(()),
        }
    })
}

/// Ends when the terminal or the service manager asks to stop.
async fn stopped() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! { () = interrupt => {}, () = terminate => {} }
}

fn refused(error: &LoadError) -> anyhow::Error {
    let first = match error {
        LoadError::Essential { problems, .. } => problems
            .iter()
            .find(|p| p.severity == Severity::Error)
            .map(|p| format!("\n{}:{}: {}", p.file.path, p.position().0, p.message)),
        LoadError::Folder { .. } => None,
    };
    let hint = if first.is_some() { "\nAlle Fehler nennt: wegweiser check" } else { "" };
    anyhow::anyhow!("{error}{}{hint}", first.unwrap_or_default())
}

fn counted(catalog: &Catalog) -> String {
    format!("{} Stellen, {} Angebote ({})", catalog.partners.len(), catalog.offers.len(), catalog.region.region)
}

/// Problems in a few lines: which files are left out, and how to see everything.
fn said(problems: &[Problem]) -> String {
    let warnings = problems.iter().filter(|p| p.severity == Severity::Warning).count();
    match broken(problems) {
        Some(files) => format!("ACHTUNG: {files}, ihre Einträge fehlen (wegweiser check)"),
        None if warnings == 0 => "ohne Fehler".to_owned(),
        None => format!("ohne Fehler, {warnings} Warnungen (wegweiser check)"),
    }
}

/// How many files have errors, and which; the first few by name.
fn broken(problems: &[Problem]) -> Option<String> {
    let mut files: Vec<&str> =
        problems.iter().filter(|p| p.severity == Severity::Error).map(|p| p.file.path.as_str()).collect();
    files.dedup();
    let shown = files.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    match files.len() {
        0 => None,
        1 => Some(format!("1 Datei mit Fehlern: {shown}")),
        n => Some(format!("{n} Dateien mit Fehlern: {shown}{}", if n > 5 { " …" } else { "" })),
    }
}

fn described(opened: &Opened, args: &Args) -> String {
    let folder = args.source.index.display();
    match opened {
        Opened::Reused => format!("{folder} · unverändert übernommen"),
        Opened::Built { reason } => format!("{folder} · neu gebaut ({reason})"),
        Opened::Memory { reason } => format!("nur im Speicher: {folder} lässt sich nicht schreiben ({reason})"),
    }
}

fn in_use(address: SocketAddr) -> String {
    format!(
        "Die Adresse {address} ist nicht frei oder nicht erlaubt. Läuft der Wegweiser schon?\n\
         Eine andere wählen Sie so: wegweiser --listen 127.0.0.1:8081"
    )
}
