//! `wegweiser check`: every problem of every file, in one run.

use super::common::{DataArgs, complain, fail, say};
use super::report::{self, Format};
use crate::catalog::{Catalog, LoadError, Problem, Severity};
use crate::index::Index;
use crate::search::{self, Search};
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Auch Warnungen zählen als Fehler
    #[arg(long)]
    streng: bool,
    /// Form der Ausgabe: text, github (Anmerkungen im Änderungsvorschlag) oder json (eine Zeile je Befund)
    #[arg(long, value_name = "FORM", default_value = "text", hide_possible_values = true)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let problems = match args.data.load_judged(None) {
        Ok((catalog, problems, _)) => match with_search(args, catalog, problems) {
            Ok(problems) => problems,
            Err(error) => return fail(&error),
        },
        Err(LoadError::Essential { problems, .. }) => problems,
        Err(error) => {
            complain(&error.to_string());
            return ExitCode::from(2);
        }
    };
    let folder = args.data.data.display().to_string();
    let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    say(report::render(&problems, args.format, &folder, color).trim_end());
    if args.format == Format::Github {
        step_summary(&report::table(&problems, &folder));
    }
    let failed = |p: &Problem| p.severity == Severity::Error || args.streng;
    ExitCode::from(u8::from(problems.iter().any(failed)))
}

/// Adds what only a search can see.
fn with_search(args: &Args, catalog: Catalog, mut problems: Vec<Problem>) -> anyhow::Result<Vec<Problem>> {
    let index = Index::in_memory(&catalog)?;
    problems.extend(search::check(&Search::new(Arc::new(catalog), index), &args.data.now()?));
    problems.sort_by(|a, b| (&a.file.path, a.span.start, a.code).cmp(&(&b.file.path, b.span.start, b.code)));
    Ok(problems)
}

/// Forges show ten annotations a step; the whole table goes where they ask for it.
fn step_summary(table: &str) {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return };
    let file = std::fs::OpenOptions::new().append(true).create(true).open(&path);
    if let Err(error) = file.and_then(|mut file| file.write_all(table.as_bytes())) {
        complain(&format!("Die Übersicht ließ sich nicht schreiben: {error}"));
    }
}
