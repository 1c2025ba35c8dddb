//! A problem in a data file: what is wrong, where, and what to do.
//!
//! Takes what a rule found; gives a plain value that `cli` prints as text, GitHub annotation or JSON. Messages are
//! German, for people who are no programmers.

use std::ops::Range;
use std::sync::Arc;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The file is left out of the site.
    Error,
    /// The site works; a person should look.
    Warning,
}

/// A file as it stands on disk, shared by all its problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the data folder, always with `/`.
    pub path: String,
    /// Its bytes; not always UTF-8, that is one of the problems.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The text, with invalid bytes replaced (their length in the text then differs from the file).
    #[must_use]
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.bytes)
    }

    /// Line and column (both from 1, the column in characters) of a byte offset in [`SourceFile::text`].
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let text = self.text();
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable kebab-case code of the rule.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// The file it is in.
    pub file: Arc<SourceFile>,
    /// Bytes in the file's text the problem points at.
    pub span: Range<usize>,
    /// What is wrong, one sentence.
    pub message: String,
    /// What to do, one sentence.
    pub help: Option<String>,
    /// Text to put in place of `span` („Meinten Sie …“).
    pub replacement: Option<String>,
    /// A second place that belongs to it, with its label.
    pub also: Option<(Range<usize>, String)>,
}

impl Problem {
    /// Line and column (from 1) where it starts.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        self.file.position(self.span.start)
    }
    /// The same problem with a sentence on what to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same problem with the text to put in place of its span.
    #[must_use]
    pub(crate) fn replace(mut self, replacement: impl Into<String>) -> Self {
        self.replacement = Some(replacement.into());
        self
    }
}
