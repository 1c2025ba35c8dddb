//! Help and mistyped commands in German: clap parses, its words are replaced here.
//!
//! Takes the derived command; gives the parsed arguments, or prints help or a sentence on what was not understood.

use super::common::{complain, say};
use clap::builder::styling::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Command, CommandFactory, Parser};
use std::process::ExitCode;

/// Parses the process arguments.
///
/// # Errors
/// The exit code, after help, the version or a German error message has been printed.
pub(crate) fn parse<P: Parser + CommandFactory>() -> Result<P, ExitCode> {
    let matches = german(P::command()).try_get_matches().map_err(|e| said(&e))?;
    P::from_arg_matches(&matches).map_err(|e| said(&e))
}

/// The command with German headings, on every level.
fn german(command: Command) -> Command {
    let subcommands = command.has_subcommands();
    let template = if subcommands {
        "{about-with-newline}\nAufruf: {usage}\n\nBefehle:\n{subcommands}\n\nEinstellungen:\n{options}\n\nMehr zu einem Befehl: wegweiser BEFEHL --help\n"
    } else {
        "{about-with-newline}\nAufruf: {usage}\n\n{all-args}\n"
    };
    let usage = if subcommands { "wegweiser [BEFEHL] [EINSTELLUNGEN]" } else { "" };
    let command = command
        .styles(Styles::plain())
        .help_template(template)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .next_help_heading("Einstellungen")
        .arg(clap::arg!(-h --help "Zeigt diese Hilfe").action(ArgAction::Help))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "Angaben" } else { "Einstellungen" };
            let arg = arg.help_heading(heading);
            if arg.get_action().takes_values() { arg.hide_default_value(true).hide_env(true) } else { arg }
        })
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_owned();
            let words = sub
                .get_positionals()
                .filter_map(|p| p.get_value_names().and_then(|v| v.first()))
                .fold(String::new(), |text, name| format!("{text} {name}"));
            german(sub).override_usage(format!("wegweiser {name} [EINSTELLUNGEN]{words}"))
        });
    if subcommands {
        command.override_usage(usage).arg(clap::arg!(-V --version "Zeigt die Fassung").action(ArgAction::Version))
    } else {
        command
    }
}

/// Prints what clap has to say, in German.
fn said(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        say(error.to_string().trim_end());
        return ExitCode::SUCCESS;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("Den Befehl „{}“ gibt es nicht.", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => format!("„{argument}“ ist hier nicht bekannt."),
        ErrorKind::MissingRequiredArgument => format!("Es fehlt: {argument}"),
        ErrorKind::ArgumentConflict => format!("„{argument}“ passt nicht zu den anderen Angaben."),
        ErrorKind::InvalidValue if value.is_empty() => format!("Hinter „{argument}“ fehlt eine Angabe."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map_or(String::new(), |e| format!(" {e}"));
            format!("„{value}“ passt nicht zu „{argument}“.{reason}")
        }
        _ => "Der Aufruf ist nicht verständlich.".to_owned(),
    };
    complain(&message);
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::ValidValue] {
        let suggestion = context(kind);
        if !suggestion.is_empty() {
            complain(&format!("Meinten Sie: {suggestion}?"));
        }
    }
    complain("Hilfe: wegweiser --help");
    ExitCode::from(2)
}
