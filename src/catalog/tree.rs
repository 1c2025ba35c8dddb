//! YAML with positions: where in the file every key and value stands.
//!
//! Takes a [`SourceFile`]; gives a [`Tree`] of nodes with byte spans into [`SourceFile::text`], and everything that
//! is wrong with the file as YAML. The only place that knows the parser. What YAML allows but editors never need —
//! anchors, aliases, tags, several documents, deep nesting — is refused here, so that nobody can build a bomb.

mod record;
mod syntax;

pub(super) use record::{Error as RecordError, record};
pub(super) use syntax::{blank_after_colon, missing_blank};

use super::problem::{Problem, SourceFile};
use super::rules::{Rule, reading};
use granit_parser::{Event, Parser, ScalarStyle, Span};
use std::ops::Range;
use std::sync::Arc;

/// Largest file of an entry (`partner/`, `haeuser/`, `listen/`) in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// Largest other file: lists grow with every language, judged queries with every offer.
pub const MAX_LIST_BYTES: usize = 2 * 1024 * 1024;
/// Deepest nesting of lists and maps.
pub const MAX_DEPTH: usize = 16;

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Bytes in the file's text, quotes included.
    pub span: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One value; its type is the field's business, so `no` and `01067` stay text.
    Scalar {
        /// Text after quotes, escapes and folding.
        text: String,
        /// Whether it stands in quotes or is a text block.
        quoted: bool,
    },
    /// `- a` or `[a]`.
    List(Vec<Node>),
    /// `key: value`, in file order, duplicates included. Keys are scalars.
    Map(Vec<(Node, Node)>),
}

/// A file as nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The outermost node.
    pub root: Node,
}

impl Node {
    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether nothing stands there: `key:` without a value, `~` or `null`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// The last entry with this key; a map with duplicates is reported elsewhere.
    fn entry(&self, name: &str) -> Option<&(Node, Node)> {
        match &self.value {
            Value::Map(entries) => entries.iter().rev().find(|(key, _)| key.text() == Some(name)),
            _ => None,
        }
    }

    /// The shortest stretch that points at this node: a scalar itself, else its first key or item.
    fn head(&self) -> Range<usize> {
        match &self.value {
            Value::Map(entries) => entries.first().map_or_else(|| self.span.clone(), |(key, _)| key.span.clone()),
            Value::List(items) => items.first().map_or_else(|| self.span.clone(), Node::head),
            Value::Scalar { .. } => self.span.clone(),
        }
    }
}

impl Tree {
    /// Reads a file. Without a tree there is at least one error among the problems.
    #[must_use]
    pub fn read(file: &Arc<SourceFile>) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let entry = ["partner/", "haeuser/", "listen/"].iter().any(|folder| file.path.starts_with(folder));
        let limit = if entry { MAX_BYTES } else { MAX_LIST_BYTES };
        if file.bytes.len() > limit {
            let message = format!("Die Datei ist größer als {} kB.", limit / 1024);
            let help = "Bitte kürzen oder auf zwei Dateien verteilen.";
            problems.push(reading::TOO_BIG.problem(file, 0..0, message).help(help));
            return (None, problems);
        }
        if let Err(error) = std::str::from_utf8(&file.bytes) {
            let at = error.valid_up_to();
            problems.push(
                reading::UTF8
                    .problem(file, at..at, "Hier steht ein Zeichen, das nicht als UTF-8 gespeichert ist.")
                    .help("Bitte die Datei im Editor mit der Codierung „UTF-8“ speichern."),
            );
            return (None, problems);
        }
        let text = file.text().into_owned();
        syntax::bytes(file, &text, &mut problems);
        let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
        let mut builder = Builder { file, offset: skipped, problems: Vec::new() };
        let root = builder.document(&text[skipped..]);
        problems.append(&mut builder.problems);
        let empty = root.as_ref().is_some_and(Node::is_empty);
        if empty {
            problems.push(
                reading::EMPTY_FILE
                    .problem(file, 0..0, "Die Datei ist leer.")
                    .help("Bitte ausfüllen (die Vorlage ist muster.yaml) oder löschen."),
            );
        }
        (root.filter(|_| !empty).map(|root| Self { root }), problems)
    }

    /// The node at a path such as `angebote[2].kosten[0].art`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Node> {
        steps(path).try_fold(&self.root, |node, step| match (step, &node.value) {
            (Step::Item(i), Value::List(items)) => items.get(i),
            (Step::Key(name), _) => node.entry(name).map(|(_, value)| value),
            _ => None,
        })
    }

    /// Where to point for a path: its scalar, the key of its list or map, or the nearest thing above that exists.
    #[must_use]
    pub fn span(&self, path: &str) -> Range<usize> {
        let mut node = &self.root;
        let mut span = node.head();
        for step in steps(path) {
            match (step, &node.value) {
                (Step::Item(i), Value::List(items)) if i < items.len() => {
                    node = &items[i];
                    span = node.head();
                }
                (Step::Key(name), _) => {
                    let Some((key, value)) = node.entry(name) else { break };
                    node = value;
                    span = if value.text().is_some() && !value.is_empty() { value.head() } else { key.span.clone() };
                }
                _ => break,
            }
        }
        span
    }

    /// Where `part` stands inside the scalar at a path; the whole scalar if it is written with escapes or folded.
    #[must_use]
    pub fn part(&self, file: &SourceFile, path: &str, part: &str) -> Range<usize> {
        let span = self.span(path);
        let text = file.text();
        let found = text.get(span.clone()).and_then(|written| written.find(part));
        found.map_or(span.clone(), |at| span.start + at..span.start + at + part.len())
    }
}

enum Step<'a> {
    Key(&'a str),
    Item(usize),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split(['.', '[']).filter(|s| !s.is_empty()).map(|step| match step.strip_suffix(']') {
        Some(index) => Step::Item(index.parse().unwrap_or(usize::MAX)),
        None => Step::Key(step),
    })
}

/// Turns parser events into nodes. Recursion is bounded by [`MAX_DEPTH`].
struct Builder<'a> {
    file: &'a Arc<SourceFile>,
    /// Bytes of the file before the parsed text (a BOM).
    offset: usize,
    problems: Vec<Problem>,
}

type Events<'a> = dyn Iterator<Item = Result<(Event<'a>, Span), granit_parser::ScanError>> + 'a;

/// The file cannot be read any further; the reason is among the problems.
struct Stopped;

impl Builder<'_> {
    fn document(&mut self, text: &str) -> Option<Node> {
        let mut options = granit_parser::options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            flow_nesting_limit: MAX_DEPTH,
            block_nesting_limit: MAX_DEPTH,
        };
        options.set_emit_comments(false);
        let mut events = Parser::new_from_str_with_options(text, options);
        let mut root = None;
        loop {
            let (event, span) = match self.next(&mut events) {
                Ok(next) => next,
                Err(Stopped) => {
                    syntax::lines(self.file, &mut self.problems);
                    return None;
                }
            };
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    let message = "Hier beginnt ein zweites Dokument („---“).";
                    self.report(&reading::DOCUMENTS, &span, message, "Bitte die Zeile mit den drei Strichen löschen.");
                    return None;
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => {
                    let Ok(node) = self.node(&mut events, event, &span, 1) else {
                        syntax::lines(self.file, &mut self.problems);
                        return None;
                    };
                    root = Some(node);
                }
            }
        }
        root.or(Some(Node { span: 0..0, value: Value::Scalar { text: String::new(), quoted: false } }))
    }

    fn next<'a>(&mut self, events: &mut Events<'a>) -> Result<(Event<'a>, Span), Stopped> {
        match events.next() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(0) + self.offset;
                self.problems.push(syntax::problem(self.file, error.kind(), at));
                Err(Stopped)
            }
            None => Err(Stopped),
        }
    }

    fn node<'a>(
        &mut self,
        events: &mut Events<'a>,
        event: Event<'a>,
        span: &Span,
        depth: usize,
    ) -> Result<Node, Stopped> {
        let range = self.range(span);
        if depth > MAX_DEPTH {
            self.problems.push(syntax::problem(
                self.file,
                &granit_parser::ErrorKind::RecursionLimitExceeded,
                range.start,
            ));
            return Err(Stopped);
        }
        if event.anchor_id().is_some() || event.is_alias() || matches!(event, Event::UnresolvedAlias(_)) {
            let message = "Verweise mit „&“ und „*“ sind hier nicht möglich.";
            let help = "Bitte den Wert ausschreiben. Beginnt ein Text mit & oder *, gehört er in Anführungszeichen.";
            self.report(&reading::ALIAS, span, message, help);
        }
        if event.tag().is_some() {
            let message = "Typangaben mit „!“ sind hier nicht möglich.";
            let help = "Bitte löschen. Beginnt ein Text mit einem Ausrufezeichen, gehört er in Anführungszeichen.";
            self.report(&reading::TAG, span, message, help);
        }
        let (value, end) = match event {
            Event::Scalar(text, style, ..) => {
                let quoted = style != ScalarStyle::Plain;
                (Value::Scalar { text: text.into_owned(), quoted }, range.end)
            }
            Event::SequenceStart(..) => self.list(events, depth)?,
            Event::MappingStart(..) => self.map(events, depth)?,
            _ => (Value::Scalar { text: String::new(), quoted: true }, range.end),
        };
        Ok(Node { span: range.start..end.max(range.start), value })
    }

    fn list<'a>(&mut self, events: &mut Events<'a>, depth: usize) -> Result<(Value, usize), Stopped> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next(events)?;
            if matches!(event, Event::SequenceEnd) {
                return Ok((Value::List(items), self.range(&span).end));
            }
            items.push(self.node(events, event, &span, depth + 1)?);
        }
    }

    fn map<'a>(&mut self, events: &mut Events<'a>, depth: usize) -> Result<(Value, usize), Stopped> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next(events)?;
            if matches!(event, Event::MappingEnd) {
                return Ok((Value::Map(entries), self.range(&span).end));
            }
            let key = self.node(events, event, &span, depth + 1)?;
            let (event, span) = self.next(events)?;
            let value = self.node(events, event, &span, depth + 1)?;
            if syntax::key_is_sound(self.file, &key, &mut self.problems) {
                entries.push((key, value));
            }
        }
    }

    fn range(&self, span: &Span) -> Range<usize> {
        span.byte_range().map_or(0..0, |r| r.start + self.offset..r.end + self.offset)
    }

    fn report(&mut self, rule: &'static Rule, span: &Span, message: &str, help: &str) {
        let range = self.range(span);
        self.problems.push(rule.problem(self.file, range, message).help(help));
    }
}
