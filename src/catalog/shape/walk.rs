//! The walk through a file along its schema.
//!
//! Takes the fields of the schema and the tree; gives every deviation with its position or, if there are any, a mended JSON value: what
//! the file says where it fits, a harmless filler where it does not, nothing where nothing is needed.

use super::field::{Field, Fields, Kind};
use super::value::meant;
use crate::catalog::problem::{Problem, SourceFile};
use crate::catalog::rules::{Rule, reading};
use crate::catalog::tree::{Node, Tree, Value as Written, blank_after_colon, missing_blank};
use crate::catalog::vocabulary::Vocabularies;
use serde_json::{Map, Value, json};
use std::ops::Range;
use std::sync::Arc;

/// Most fields of a section that are named where an unknown one stands.
const FEW: usize = 14;

/// Every deviation of a tree from a schema.
pub(super) fn problems(fields: &Fields, tree: &Tree, file: &Arc<SourceFile>, lists: &Vocabularies) -> Vec<Problem> {
    walk(fields, tree, file, lists, false).1
}

/// What a tree with deviations says as far as it fits.
pub(super) fn mended(fields: &Fields, tree: &Tree, file: &Arc<SourceFile>, lists: &Vocabularies) -> Option<Value> {
    walk(fields, tree, file, lists, true).0
}

fn walk(
    fields: &Fields,
    tree: &Tree,
    file: &Arc<SourceFile>,
    lists: &Vocabularies,
    mend: bool,
) -> (Option<Value>, Vec<Problem>) {
    let mut walker = Walker { fields, file, lists, problems: Vec::new(), mend };
    let mended = walker.node(&tree.root, &tree.span(""), fields.root());
    (mended, walker.problems)
}

pub(super) struct Walker<'a> {
    fields: &'a Fields,
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) lists: &'a Vocabularies,
    pub(super) problems: Vec<Problem>,
    /// Whether values are collected. Nearly every file fits, and then nobody asks for them.
    mend: bool,
}

impl<'a> Walker<'a> {
    pub(super) fn report(&mut self, rule: &Rule, span: &Range<usize>, message: String) -> &mut Problem {
        self.problems.push(rule.problem(self.file, span.clone(), message));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    /// A text as a mended value.
    pub(super) fn kept(&self, text: &str) -> Value {
        if self.mend { json!(text) } else { Value::Null }
    }

    /// Checks one value. `head` is where to point if the value itself is a list or map.
    fn node(&mut self, node: &Node, head: &Range<usize>, field: Field<'a>) -> Option<Value> {
        match (field.kind, &node.value) {
            (Kind::List, Written::List(items)) => Some(self.list(items, head, field)),
            (Kind::Map, Written::Map(entries)) => Some(self.map(entries, head, field)),
            (Kind::List | Kind::Map, Written::Scalar { text, .. }) => {
                self.wrong_scalar(node, head, text, field);
                None
            }
            (Kind::List | Kind::Map, _) | (_, Written::List(_) | Written::Map(_)) => {
                let message = format!("Hier wird {} erwartet.", field.wanted());
                let single = matches!(&node.value, Written::List(items) if items.len() == 1);
                let fits = single && matches!(field.kind, Kind::Choice | Kind::Text);
                let problem = self.report(&reading::TYPE, head, message);
                if fits {
                    problem.help = Some("Dieses Feld hat nur einen Wert; bitte die eckigen Klammern weglassen.".into());
                }
                None
            }
            (kind, Written::Scalar { text, quoted }) => {
                if node.is_empty() || text.trim().is_empty() {
                    self.empty(head);
                    return None;
                }
                match kind {
                    Kind::Integer | Kind::Number => self.number(node, text, *quoted, field),
                    Kind::Choice => self.choice(node, text, field),
                    Kind::Text | Kind::List | Kind::Map => {
                        self.text(node, text, *quoted, field);
                        Some(self.kept(text))
                    }
                }
            }
        }
    }

    fn empty(&mut self, head: &Range<usize>) {
        let problem = self.report(&reading::EMPTY, head, "Hinter diesem Feld steht nichts.".into());
        problem.help = Some("Bitte einen Wert eintragen oder die Zeile löschen; weglassen heißt „unbekannt“.".into());
    }

    /// A single value where a list or fields are wanted.
    fn wrong_scalar(&mut self, node: &Node, head: &Range<usize>, text: &str, field: Field<'a>) {
        if node.is_empty() {
            return self.empty(head);
        }
        if field.kind == Kind::Map
            && let Some((name, rest)) = text.split_once(':')
            && missing_blank(name, rest)
        {
            let span = node.span.start..node.span.start + name.len() + 1;
            self.problems.push(blank_after_colon(self.file, span, name));
            return;
        }
        let short = node.text().is_some_and(|t| !t.contains(['\n', ',', '[', '{']));
        let problem = self.report(&reading::TYPE, &node.span, format!("Hier wird {} erwartet.", field.wanted()));
        if field.kind == Kind::List && short {
            problem.help = Some("Auch ein einzelner Wert steht in eckigen Klammern.".into());
            problem.replacement = Some(format!("[{text}]"));
        } else if field.kind == Kind::List {
            problem.help = Some("Bitte die Werte in eckige Klammern setzen: [eins, zwei].".into());
        } else if field.is_record() {
            let names: Vec<&str> = field.names().collect();
            problem.help = Some(format!("Möglich sind die Felder {}.", names.join(", ")));
        }
    }

    fn list(&mut self, items: &[Node], head: &Range<usize>, field: Field<'a>) -> Value {
        if let Some(max) = field.max_items.filter(|max| items.len() > *max) {
            let message = format!("Höchstens {max} Werte sind möglich, hier stehen {}.", items.len());
            self.report(&reading::TOO_MANY, head, message).help = Some("Bitte die wichtigsten behalten.".into());
        }
        if let Some(min) = field.min_items.filter(|min| items.len() < *min) {
            let problem = self.report(&reading::TOO_FEW, head, format!("Mindestens {min} Wert wird gebraucht."));
            problem.help = Some("Bitte einen Wert eintragen oder den Abschnitt löschen.".into());
        }
        let mut values = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let first = items[..i].iter().find(|other| other.text().is_some() && other.value == item.value);
            if let Some(first) = first {
                let message = format!("„{}“ steht zweimal in dieser Liste.", item.text().unwrap_or_default());
                let span = first.span.clone();
                let problem = self.report(&reading::REPEATED, &item.span, message);
                problem.help = Some("Bitte einmal löschen.".into());
                problem.also = Some((span, "hier zum ersten Mal".into()));
            }
            let span = item_head(item);
            let Some(inner) = field.items() else { continue };
            let value = self.node(item, &span, inner);
            if self.mend {
                // Fillers keep the positions of later items: rules point at `angebote[2]`.
                values.extend(value.or_else(|| inner.filler()));
            }
        }
        Value::Array(values)
    }

    fn map(&mut self, entries: &[(Node, Node)], head: &Range<usize>, field: Field<'a>) -> Value {
        let mut mended = Map::new();
        let mut seen: Vec<(&str, &Written)> = Vec::with_capacity(entries.len());
        for (i, (key, value)) in entries.iter().enumerate() {
            let Some(name) = key.text() else { continue };
            if let Some((first, _)) = entries[..i].iter().find(|(k, _)| k.text() == Some(name)) {
                let message = format!("Das Feld „{name}“ steht zweimal in diesem Abschnitt.");
                let span = first.span.clone();
                let problem = self.report(&reading::DUPLICATE_KEY, &key.span, message);
                problem.help = Some("Bitte eine der beiden Zeilen löschen.".into());
                problem.also = Some((span, "hier steht es zum ersten Mal".into()));
                continue;
            }
            let known = if field.is_record() {
                field.property(name).or_else(|| {
                    let meant = self.unknown_key(key, value, name, field)?;
                    field.property(meant).filter(|_| !entries.iter().any(|(k, _)| k.text() == Some(meant)))
                })
            } else {
                field.additional().filter(|_| self.map_key(key, name, field)).map(|inner| (name, inner))
            };
            let Some((name, inner)) = known else { continue };
            seen.push((name, &value.value));
            let span = if matches!(value.value, Written::Scalar { .. }) && !value.is_empty() {
                value.span.clone()
            } else {
                key.span.clone()
            };
            if let Some(value) = self.node(value, &span, inner)
                && self.mend
            {
                mended.insert(name.to_owned(), value);
            }
        }
        for (name, inner, required) in field.properties() {
            let written = seen.iter().find(|(there, _)| *there == name).map(|(_, written)| *written);
            let empty = matches!(written, Some(Written::List(items)) if items.is_empty());
            if written.is_none() && required {
                self.missing(&reading::MISSING, name, head, inner);
            } else if (written.is_none() || empty) && inner.expected {
                self.missing(&reading::EXPECTED, name, head, inner);
            }
            if self.mend && required && !mended.contains_key(name) {
                mended.extend(inner.filler().map(|value| (name.to_owned(), value)));
            }
        }
        Value::Object(mended)
    }

    fn missing(&mut self, rule: &Rule, name: &str, head: &Range<usize>, field: Field<'a>) {
        let help = field.description.as_ref().map(|d| d.replace('\n', " "));
        self.report(rule, head, format!("Hier fehlt das Feld „{name}“.")).help = help;
    }

    /// Reports a key the record does not have; gives the key that was probably meant.
    fn unknown_key(&mut self, key: &Node, value: &Node, name: &str, field: Field<'a>) -> Option<&'a str> {
        if let Some((before, rest)) = name.split_once(':')
            && value.is_empty()
            && missing_blank(before, rest)
        {
            let span = key.span.start..key.span.start + before.len() + 1;
            self.problems.push(blank_after_colon(self.file, span, before));
            return None;
        }
        if value.is_empty() && name.contains(' ') {
            let message = format!("Hinter einem Komma steht „{name}“ wie ein eigenes Feld.");
            let help =
                "In geschweiften Klammern trennt das Komma Felder; ein Text mit Komma gehört in Anführungszeichen.";
            self.report(&reading::COMMA, &key.span, message).help = Some(help.into());
            return None;
        }
        let meant = meant(name, field.names());
        let elsewhere = self.elsewhere(name);
        let problem = self.report(&reading::UNKNOWN_KEY, &key.span, format!("Das Feld „{name}“ gibt es hier nicht."));
        if let Some(meant) = meant {
            problem.help = Some(format!("Meinten Sie „{meant}“?"));
            problem.replacement = Some(meant.to_owned());
        } else if let Some(place) = elsewhere {
            problem.help = Some(format!("„{name}“ gehört in den Abschnitt „{place}“. Stimmt die Einrückung?"));
        } else if field.names().count() <= FEW {
            let names: Vec<&str> = field.names().collect();
            problem.help = Some(format!("Möglich sind: {}.", names.join(", ")));
        } else {
            problem.help = Some("Alle Felder stehen mit Erklärung in muster.yaml.".into());
        }
        meant
    }

    /// The section of the whole file that has a field of this name.
    fn elsewhere(&self, name: &str) -> Option<&'a str> {
        let sections = self.fields.root().properties();
        let holds = |section: Field<'_>| section.items().unwrap_or(section).property(name).is_some();
        sections.filter(|(_, section, _)| holds(*section)).map(|(section, ..)| section).next()
    }

    /// Checks the key of an open map: a value of a closed list, or one of the names the schema gives.
    fn map_key(&mut self, key: &Node, name: &str, field: Field<'a>) -> bool {
        if let Some(list) = &field.key_list {
            return self.term(&key.span, name, list, field);
        }
        if field.keys.is_empty() || field.keys.iter().any(|key| key == name) {
            return true;
        }
        let message = format!("„{name}“ ist hier nicht möglich.");
        let help = format!("Möglich sind: {}.", field.keys.join(", "));
        self.report(&reading::UNKNOWN_KEY, &key.span, message).help = Some(help);
        false
    }
}

/// Where to point for a list item.
fn item_head(item: &Node) -> Range<usize> {
    match &item.value {
        Written::Map(entries) => entries.first().map_or_else(|| item.span.clone(), |(key, _)| key.span.clone()),
        _ => item.span.clone(),
    }
}
