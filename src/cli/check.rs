//! `wegweiser check`: every problem of every file, in one run.

use super::common::DataArgs;
use crate::catalog::{LoadError, Problem, Severity};
use std::process::ExitCode;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Auch Warnungen zählen: dann endet die Prüfung mit einem Fehler.
    #[arg(long)]
    streng: bool,
}

#[expect(clippy::print_stdout, reason = "cli prints")]
pub(crate) fn run(args: &Args) -> ExitCode {
    let problems = match args.data.load() {
        Ok((_, problems)) | Err(LoadError::Essential { problems, .. }) => problems,
        Err(error) => {
            println!("{error}");
            return ExitCode::from(2);
        }
    };
    for problem in &problems {
        let (line, column) = problem.position();
        println!("{}:{line}:{column}: [{}] {}", problem.file.path, problem.code, problem.message);
    }
    let failed = |p: &Problem| p.severity == Severity::Error || args.streng;
    ExitCode::from(u8::from(problems.iter().any(failed)))
}
