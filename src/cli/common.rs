//! What several subcommands share: where the data is, what time it is, how a failure is said.

use crate::catalog::judged::JudgedQueries;
use crate::catalog::{Catalog, LoadError, Problem, SourceFile};
use clap::Args;
use jiff::{Timestamp, Zoned, civil::DateTime, tz::TimeZone};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Zone of all times in the catalog.
const ZONE: &str = "Europe/Berlin";

/// Where the data folder is and which moment counts as now.
#[derive(Debug, Clone, Args)]
pub(crate) struct DataArgs {
    /// Ordner mit den Dateien des Katalogs (sonst: data, oder WEGWEISER_DATA)
    #[arg(long, value_name = "ORDNER", default_value = "data", env = "WEGWEISER_DATA")]
    pub(crate) data: PathBuf,
    /// Zeitpunkt, der als „jetzt“ gilt, zum Beispiel 2026-11-21T10:00 (sonst: die Uhr, oder WEGWEISER_JETZT)
    #[arg(long, value_name = "ZEIT", env = "WEGWEISER_JETZT", value_parser = moment)]
    pub(crate) jetzt: Option<Zoned>,
}

impl DataArgs {
    /// The moment that counts as now: the one given, else the clock's.
    pub(crate) fn now(&self) -> anyhow::Result<Zoned> {
        match &self.jetzt {
            Some(fixed) => Ok(fixed.clone()),
            None => Ok(Timestamp::now().to_zoned(TimeZone::get(ZONE)?)),
        }
    }

    /// Loads the catalog.
    pub(crate) fn load(&self) -> Result<(Catalog, Vec<Problem>), LoadError> {
        Catalog::load(&self.data, &self.moment()?)
    }

    /// Loads the catalog and judged queries, those of `file` or of the data folder.
    pub(crate) fn load_judged(
        &self,
        file: Option<Arc<SourceFile>>,
    ) -> Result<(Catalog, Vec<Problem>, JudgedQueries), LoadError> {
        Catalog::load_judged(&self.data, &self.moment()?, file)
    }

    fn moment(&self) -> Result<Zoned, LoadError> {
        self.now().map_err(|e| LoadError::Folder { path: ZONE.to_owned(), reason: e.to_string() })
    }
}

fn moment(text: &str) -> Result<Zoned, String> {
    let wrong = || format!("„{text}“ ist kein Zeitpunkt. Beispiel: 2026-11-21T10:00");
    let time: DateTime = text.parse().map_err(|_| wrong())?;
    time.in_tz(ZONE).map_err(|_| wrong())
}

/// What a search is made from: the data folder, and where its built index is kept.
#[derive(Debug, Clone, Args)]
pub(crate) struct SourceArgs {
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Ordner für den Suchindex; darf gelöscht werden (sonst: index, oder WEGWEISER_INDEX)
    #[arg(long, value_name = "ORDNER", default_value = "index", env = "WEGWEISER_INDEX")]
    pub(crate) index: PathBuf,
}

/// Prints a text, or says why there is none.
pub(crate) fn answer(text: anyhow::Result<String>) -> ExitCode {
    match text {
        Ok(text) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Err(error) => fail(&error),
    }
}

/// Says why it did not work, and gives the exit code for that.
pub(crate) fn fail(error: &anyhow::Error) -> ExitCode {
    complain(&error.to_string());
    for cause in error.chain().skip(1) {
        complain(&format!("  Grund: {cause}"));
    }
    ExitCode::from(2)
}

/// Prints a line for people or programs. A reader who has gone (`| head`) is no failure.
pub(crate) fn say(text: &str) {
    drop(writeln!(std::io::stdout(), "{text}"));
}

/// Prints a line about what went wrong.
pub(crate) fn complain(text: &str) {
    drop(writeln!(std::io::stderr(), "{text}"));
}
