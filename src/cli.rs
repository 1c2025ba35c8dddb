//! The command line: one file a subcommand, and the only place that prints.
//!
//! Takes arguments and environment variables; gives an exit code (0 fine, 1 problems found, 2 could not work).

mod check;
mod common;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Gesundheitswegweiser: prüft die Dateien im Datenordner, macht sie durchsuchbar und zeigt sie als Website.
///
/// Ohne Befehl startet die Website (wie `serve`).
#[derive(Debug, Parser)]
#[command(name = "wegweiser", version, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Prüft alle Dateien und nennt jeden Fehler mit Zeile und Abhilfe.
    Check(check::Args),
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    match Cli::parse().command {
        Some(Command::Check(args)) => check::run(&args),
        None => ExitCode::SUCCESS,
    }
}
