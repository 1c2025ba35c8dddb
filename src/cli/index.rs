//! `wegweiser index`: builds the search index ahead of the next start.

use super::common::{SourceArgs, fail, say};
use crate::index::{Index, Opened};
use std::process::ExitCode;
use std::time::Instant;

/// Arguments of `index`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    source: SourceArgs,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let started = Instant::now();
    let outcome = args.source.data.load().map_err(anyhow::Error::from).and_then(|(catalog, _)| {
        let (_, opened) = Index::open_or_build(&catalog, &args.source.index)?;
        Ok((catalog.offers.len(), opened))
    });
    let folder = args.source.index.display();
    match outcome {
        Ok((_, Opened::Memory { reason })) => {
            fail(&anyhow::anyhow!("Der Ordner „{folder}“ lässt sich nicht schreiben: {reason}"))
        }
        Ok((offers, Opened::Reused)) => {
            say(&format!("Der Index in {folder} ist aktuell ({offers} Angebote)."));
            ExitCode::SUCCESS
        }
        Ok((offers, Opened::Built { reason })) => {
            say(&format!(
                "Index in {folder} gebaut: {offers} Angebote, {} ms ({reason}).",
                started.elapsed().as_millis()
            ));
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}
