//! `wegweiser check`: every problem of every file, in one run.

use super::common::{DataArgs, say};
use crate::catalog::{LoadError, Problem, Severity};
use std::process::ExitCode;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    data: DataArgs,
    /// Auch Warnungen zählen als Fehler
    #[arg(long)]
    streng: bool,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let problems = match args.data.load() {
        Ok((_, problems)) | Err(LoadError::Essential { problems, .. }) => problems,
        Err(error) => {
            say(&format!("{error}"));
            return ExitCode::from(2);
        }
    };
    for problem in &problems {
        let (line, column) = problem.position();
        say(&format!("{}:{line}:{column}: [{}] {}", problem.file.path, problem.code, problem.message));
    }
    let failed = |p: &Problem| p.severity == Severity::Error || args.streng;
    ExitCode::from(u8::from(problems.iter().any(failed)))
}
