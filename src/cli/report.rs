//! Problems as text for people, as annotations for a forge, as JSON lines for programs.
//!
//! Takes problems; gives one string, which `check` prints. What editors wrote is quoted, so control characters and
//! direction marks in it are made visible here and never reach a terminal. Columns count characters from 1.

use crate::catalog::{Problem, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use std::ops::Range;

/// Problems shown per file; a file with more of them has one cause or needs a second look anyway.
const PER_FILE: usize = 50;

/// How problems are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Zum Lesen, mit der Stelle und einem Vorschlag.
    #[default]
    Text,
    /// Als Anmerkungen für GitHub und Forgejo.
    Github,
    /// Eine JSON-Zeile je Befund.
    Json,
}

/// All problems in a format. `folder` is put in front of every path (`data`) unless empty, `color` is for terminals.
#[must_use]
pub fn render(problems: &[Problem], format: Format, folder: &str, color: bool) -> String {
    let path = |problem: &Problem| match folder.trim_end_matches('/') {
        "" => clean(&problem.file.path),
        folder => clean(&format!("{folder}/{}", problem.file.path)),
    };
    let mut out = String::new();
    for same in problems.chunk_by(|a, b| a.file.path == b.file.path) {
        for problem in &same[..same.len().min(PER_FILE)] {
            let path = path(problem);
            match format {
                Format::Text => out.push_str(&text(problem, &path, color)),
                Format::Github => out.push_str(&annotation(problem, &path)),
                Format::Json => out.push_str(&json(problem, &path)),
            }
            out.push('\n');
        }
        if same.len() > PER_FILE && format == Format::Text {
            out.push_str(&format!("… und {} weitere in {}\n\n", same.len() - PER_FILE, path(&same[0])));
        }
    }
    if format == Format::Text {
        out.push_str(&summary(problems));
        out.push('\n');
    }
    out
}

/// „3 Fehler und 1 Warnung in 2 Dateien.“
#[must_use]
pub fn summary(problems: &[Problem]) -> String {
    if problems.is_empty() {
        return "Alles in Ordnung.".to_owned();
    }
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    let warnings = match problems.len() - errors {
        1 => "1 Warnung".to_owned(),
        n => format!("{n} Warnungen"),
    };
    let mut files: Vec<&str> = problems.iter().map(|p| p.file.path.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    let files = if files.len() == 1 { "1 Datei".to_owned() } else { format!("{} Dateien", files.len()) };
    format!("{errors} Fehler und {warnings} in {files}.")
}

/// The whole result as a Markdown table: forges show only the first annotations of a step.
#[must_use]
pub fn table(problems: &[Problem], folder: &str) -> String {
    let mut out = format!("{}\n", summary(problems));
    if !problems.is_empty() {
        out.push_str("\n| Datei | Zeile | | Befund | Hilfe |\n|---|---|---|---|---|\n");
    }
    for problem in problems {
        let cell = |text: &str| clean(text).replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
        let (line, _) = problem.position();
        let path = cell(&format!("{}/{}", folder.trim_end_matches('/'), problem.file.path));
        let help = cell(problem.help.as_deref().unwrap_or_default());
        let message = cell(&problem.message);
        out.push_str(&format!("| {path} | {line} | {} | {message} | {help} |\n", word(problem.severity)));
    }
    out
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Fehler",
        Severity::Warning => "Warnung",
    }
}

fn text(problem: &Problem, path: &str, color: bool) -> String {
    let source = quotable(&problem.file.text());
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut snippet = Snippet::source(source.as_str())
        .path(path)
        .annotation(AnnotationKind::Primary.span(first_line(&source, &problem.span)));
    if let Some((span, label)) = &problem.also {
        snippet = snippet.annotation(AnnotationKind::Context.span(first_line(&source, span)).label(clean(label)));
    }
    let title = level.with_name(word(problem.severity)).primary_title(clean(&problem.message)).id(problem.code);
    let mut groups = vec![Group::with_title(title).element(snippet)];
    let help = Level::HELP.with_name("Hilfe");
    match (&problem.help, &problem.replacement) {
        (help_text, Some(replacement)) => {
            let patch = Patch::new(first_line(&source, &problem.span), clean(replacement));
            let title = help.secondary_title(clean(help_text.as_deref().unwrap_or("Vorschlag:")));
            groups.push(Group::with_title(title).element(Snippet::source(source.as_str()).path(path).patch(patch)));
        }
        (Some(help_text), None) => {
            if let Some(group) = groups.pop() {
                groups.push(group.element(help.message(clean(help_text))));
            }
        }
        (None, None) => {}
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = renderer.decor_style(DecorStyle::Unicode).term_width(110).render(&groups);
    out.push('\n');
    out
}

fn annotation(problem: &Problem, path: &str) -> String {
    let ((line, column), (end_line, end_column)) = ends(problem);
    let kind = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let data = |text: &str| clean(text).replace('%', "%25");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let help = problem.help.as_deref().map(|h| format!(" {h}")).unwrap_or_default();
    format!(
        "::{kind} file={},line={line},col={column},endLine={end_line},endColumn={end_column},title={}::{}",
        property(path),
        property(problem.code),
        data(&format!("{}{help}", problem.message)),
    )
}

fn json(problem: &Problem, path: &str) -> String {
    let ((line, column), (end_line, end_column)) = ends(problem);
    serde_json::json!({
        "code": problem.code,
        "severity": match problem.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "file": path,
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
        "message": clean(&problem.message),
        "help": problem.help.as_deref().map(clean),
        "replacement": problem.replacement,
    })
    .to_string()
}

/// Line and column of begin and end (behind the last character).
fn ends(problem: &Problem) -> ((usize, usize), (usize, usize)) {
    let span = first_line(&problem.file.text(), &problem.span);
    (problem.file.position(span.start), problem.file.position(span.end))
}

/// The part of a span on its first line: nobody wants five lines of a text underlined.
fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let (start, end) = (floor(span.start), floor(span.end));
    let line = text[start..].find(['\n', '\r']).map_or(text.len(), |i| start + i);
    start..end.clamp(start, line.max(start))
}

/// Text that is safe to show: no control characters, no marks that turn the reading direction.
fn clean(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| {
            if c == '\n' {
                ' '
            } else if c.is_control() || turns(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// The file for quoting, with signs for what cannot be seen; each is as long in bytes as what it stands for, so that
/// positions hold. Other control characters are made visible by the renderer.
fn quotable(text: &str) -> String {
    let sign = |c: char| match c {
        '\u{80}'..='\u{9f}' => '¿',
        '\u{a0}' => '·',
        '\u{feff}' | '\u{200b}' | '\u{2007}' | '\u{202f}' => '␣',
        other => other,
    };
    text.chars().map(sign).collect()
}
