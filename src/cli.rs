//! The command line: one file a subcommand, and the only place that prints.
//!
//! Takes arguments and environment variables; gives an exit code (0 fine, 1 problems found, 2 could not work).

mod check;
mod common;
mod eval;
mod index;
pub mod report;
mod schema;
mod search;
mod serve;
mod stats;
mod usage;
mod why;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Gesundheitswegweiser: prüft die Dateien im Datenordner, macht sie durchsuchbar und zeigt sie als Website.
///
/// Ohne Befehl startet die Website, wie mit „serve“.
#[derive(Debug, Parser)]
#[command(name = "wegweiser", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Startet die Website
    Serve(serve::Args),
    /// Prüft alle Dateien und nennt jeden Fehler mit Zeile und Abhilfe
    Check(check::Args),
    /// Baut den Suchindex vor dem nächsten Start
    Index(index::Args),
    /// Sucht wie die Website: Wörter und Filter
    Search(search::Args),
    /// Misst die Suche an geprüften Anfragen
    Eval(eval::Args),
    /// Erklärt, warum ein Angebot bei einer Suche dort steht, wo es steht
    Why(why::Args),
    /// Schreibt die Schemas für die Eingabehilfe in Editoren
    Schema(schema::Args),
    /// Zählt, wie der Katalog verteilt ist: Orte, Themen, alle Listen, Alter der Prüfungen
    Stats(stats::Args),
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    let cli = match usage::parse::<Cli>() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    match cli.command {
        Some(Command::Serve(args)) => serve::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Index(args)) => index::run(&args),
        Some(Command::Search(args)) => search::run(&args),
        Some(Command::Eval(args)) => eval::run(&args),
        Some(Command::Why(args)) => why::run(&args),
        Some(Command::Schema(args)) => schema::run(&args),
        Some(Command::Stats(args)) => stats::run(&args),
        None => serve::run(&cli.serve),
    }
}
