//! `wegweiser schema`: writes the JSON Schemas that editors' programs read for completion.

use super::common::{DataArgs, answer};
use crate::catalog::schema;
use anyhow::Context;
use std::process::ExitCode;

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    data: DataArgs,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    let said = |count: usize| format!("{count} Schemas in {}/schema geschrieben.", args.data.data.display());
    answer(written(args).map(said))
}

fn written(args: &Args) -> anyhow::Result<usize> {
    let (catalog, _) = args.data.load()?;
    let folder = args.data.data.join("schema");
    let refused = || format!("Der Ordner „{}“ lässt sich nicht schreiben.", folder.display());
    std::fs::create_dir_all(&folder).with_context(refused)?;
    let files = schema::files(&catalog.vocabularies);
    for (name, text) in &files {
        std::fs::write(folder.join(format!("{name}.json")), text).with_context(refused)?;
    }
    Ok(files.len())
}
