//! What is wrong with a file as YAML, in sentences for people who do not know YAML.
//!
//! Takes the parser's typed errors and, because a parser stops at the first one, also looks at the lines of a broken
//! file for the mistakes people make most: tabs, a missing blank after a colon, open or curly quotes, hard blanks.

use super::Node;
use crate::catalog::problem::{Problem, SourceFile};
use crate::catalog::rules::reading;
use granit_parser::ErrorKind;
use std::ops::Range;
use std::sync::Arc;

/// The parser's error at a byte offset, as a problem.
pub(super) fn problem(file: &Arc<SourceFile>, kind: &ErrorKind, at: usize) -> Problem {
    let text = file.text();
    let at = floor(&text, at);
    let here = at..text[at..].chars().next().filter(|c| *c != '\n').map_or(at, |c| at + c.len_utf8());
    let line = &text[line_of(&text, at)];
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => reading::TAB.problem(file, here, TAB).help(TAB_HELP),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => reading::QUOTE
            .problem(file, here, "Ein Anführungszeichen ist nicht geschlossen, hier oder in der Zeile darüber.")
            .help("Bitte den Text in derselben Zeile mit \" beenden."),
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => reading::QUOTE
            .problem(file, here, "Nach dem schließenden Anführungszeichen steht noch Text.")
            .help("Bitte den ganzen Text in \" setzen und innen „…“ verwenden."),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => reading::QUOTE
            .problem(file, here, "In Anführungszeichen hat „\\“ eine besondere Bedeutung.")
            .help("Bitte „\\“ weglassen oder verdoppeln."),
        ErrorKind::MappingValueNotAllowed if line_before(&text, at).contains(": ") => reading::COLON
            .problem(file, here, "In diesem Text steht ein zweiter Doppelpunkt mit Leerzeichen.")
            .help("Bitte den ganzen Text in Anführungszeichen setzen: feld: \"Text: mehr Text\"."),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey if !line.contains(':') => reading::COLON
            .problem(file, here, "In dieser Zeile fehlt ein Doppelpunkt, oder sie gehört zum Text darüber.")
            .help("Bitte „feld: Wert“ schreiben. Längere Texte mit „>-“ beginnen und jede Zeile einrücken."),
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidFlowScalarIndent => reading::BRACKET
            .problem(file, here, "Eine Klammer oder ein Komma fehlt oder ist zu viel, hier oder in der Zeile darüber.")
            .help("Jede Klammer [ oder { braucht ihr Gegenstück, zwischen den Werten steht ein Komma."),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => reading::CONTROL
            .problem(file, here, "Hier steht ein unsichtbares Steuerzeichen.")
            .help("Bitte die Zeile löschen und neu tippen."),
        ErrorKind::UnexpectedCharacter { character } => reading::CHARACTER
            .problem(file, here, format!("Mit „{character}“ darf ein Text nicht beginnen."))
            .help("Bitte den Text in Anführungszeichen setzen."),
        ErrorKind::RecursionLimitExceeded => reading::DEPTH
            .problem(file, here, format!("Hier sind mehr als {} Ebenen ineinander geschachtelt.", super::MAX_DEPTH))
            .help("Bitte die Klammern und Einrückungen prüfen; so tief ist kein Feld."),
        ErrorKind::DirectiveDisallowed => reading::CHARACTER
            .problem(file, here, "Zeilen, die mit „%“ beginnen, sind hier nicht möglich.")
            .help("Bitte die Zeile löschen."),
        ErrorKind::CommentNotSeparated => reading::CHARACTER
            .problem(file, here, "Vor „#“ fehlt ein Leerzeichen.")
            .help("Bitte ein Leerzeichen einfügen oder den Text in Anführungszeichen setzen."),
        _ => reading::INDENT
            .problem(file, here, "Hier passt die Einrückung nicht zu den Zeilen darüber.")
            .help("Felder derselben Ebene beginnen in derselben Spalte; eingerückt wird mit zwei Leerzeichen."),
    }
}

const TAB: &str = "Hier steht ein Tabulator.";
const TAB_HELP: &str = "Bitte durch Leerzeichen ersetzen.";

/// Warnings about the file's bytes that do no harm here but do elsewhere.
pub(super) fn bytes(file: &Arc<SourceFile>, text: &str, problems: &mut Vec<Problem>) {
    if text.starts_with('\u{feff}') {
        problems.push(
            reading::BOM
                .problem(file, 0..0, "Am Anfang der Datei steht ein unsichtbares Zeichen (BOM).")
                .help("Bitte als „UTF-8“ speichern, nicht als „UTF-8 mit BOM“."),
        );
    }
    if let Some(at) = text.find("\r\n") {
        problems.push(
            reading::CRLF
                .problem(file, at..at, "Die Zeilen enden wie unter Windows (CRLF).")
                .help("Bitte im Editor „LF“ als Zeilenende einstellen."),
        );
    }
}

/// Whether a key can be one; if not, says so and the entry is left out.
pub(super) fn key_is_sound(file: &Arc<SourceFile>, key: &Node, problems: &mut Vec<Problem>) -> bool {
    let Some(name) = key.text() else {
        problems.push(
            reading::BRACKET
                .problem(file, key.span.clone(), "Vor dem Doppelpunkt steht eine Klammer statt eines Feldnamens.")
                .help("Bitte „feld: Wert“ schreiben."),
        );
        return false;
    };
    if name == "<<" {
        problems.push(
            reading::ALIAS
                .problem(file, key.span.clone(), "Zusammenführen mit „<<“ ist hier nicht möglich.")
                .help("Bitte die Felder ausschreiben."),
        );
        return false;
    }
    if !name.is_ascii() && name.contains(hard_blank) {
        problems.push(hard(file, key.span.clone()));
        return false;
    }
    true
}

/// The mistakes people make most, searched line by line because the parser stopped; its own problem is dropped where
/// one of these explains it.
pub(super) fn lines(file: &Arc<SourceFile>, problems: &mut Vec<Problem>) {
    let text = file.text();
    let mut found = Vec::new();
    let mut start = 0;
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        let content = body.trim_start_matches([' ', '\t', '\u{a0}', '-']);
        let indent = body.len() - body.trim_start().len();
        if block.is_some_and(|outer| body.is_empty() || indent > outer) {
            start += line.len();
            continue;
        }
        block = [">", ">-", "|", "|-"].iter().any(|mark| body.ends_with(&format!(": {mark}"))).then_some(indent);
        if !content.is_empty() && !content.starts_with('#') {
            look(file, start, body, &mut found);
        }
        start += line.len();
    }
    let line = |p: &Problem| p.position().0;
    problems.retain(|own| {
        own.code == reading::DEPTH.code
            || !found.iter().any(|f| line(f) == line(own) || line(f) + 1 == line(own) || f.code == own.code)
    });
    problems.append(&mut found);
}

/// One line of a broken file.
fn look(file: &Arc<SourceFile>, start: usize, line: &str, found: &mut Vec<Problem>) {
    let leading = &line[..line.len() - line.trim_start().len()];
    if let Some(at) = leading.find('\t') {
        found.push(reading::TAB.problem(file, start + at..start + at + 1, TAB).help(TAB_HELP));
    }
    if let Some(at) = leading.find(hard_blank) {
        found.push(hard(file, start + at..start + leading.len()));
    }
    let content = line.trim_start().trim_start_matches("- ");
    let mut offset = start + line.len() - content.len();
    // Fields begin at the start of a line and, in braces, after `{` and commas.
    for part in content.split_inclusive(['{', ',']) {
        let field = part.trim_start();
        let at = offset + part.len() - field.len();
        let quoted = line[..at - start].matches('"').count() % 2 == 1;
        if let Some((name, rest)) = field.split_once(':').filter(|_| !quoted)
            && missing_blank(name, rest)
        {
            found.push(blank_after_colon(file, at..at + name.len() + 1, name));
        }
        offset += part.len();
    }
    let code = line.split(" #").next().unwrap_or(line);
    if code.replace("\\\"", "").matches('"').count() % 2 == 1 {
        let at = start + code.find('"').unwrap_or(0);
        found.push(match code.find(['“', '”']) {
            Some(curly) => reading::CURLY
                .problem(
                    file,
                    start + curly..start + curly + '“'.len_utf8(),
                    "Hier steht ein typografisches Anführungszeichen.",
                )
                .help("Um einen Wert stehen gerade Anführungszeichen: \"…\".")
                .replace("\""),
            None => reading::QUOTE
                .problem(file, at..at + 1, "Dieses Anführungszeichen ist nicht geschlossen.")
                .help("Bitte den Text in derselben Zeile mit \" beenden."),
        });
    }
}

/// The problem of `feld:wert`; `span` covers the name and its colon.
pub(in crate::catalog) fn blank_after_colon(file: &Arc<SourceFile>, span: Range<usize>, name: &str) -> Problem {
    reading::BLANK
        .problem(file, span, "Nach dem Doppelpunkt fehlt ein Leerzeichen.")
        .help(format!("Bitte „{name}: …“ schreiben."))
        .replace(format!("{name}: "))
}

/// Whether `name:rest` looks like a field whose blank was forgotten (and not like a web address).
pub(in crate::catalog) fn missing_blank(name: &str, rest: &str) -> bool {
    let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    plain
        && !matches!(name, "http" | "https" | "mailto" | "tel")
        && rest.chars().next().is_some_and(|c| !c.is_whitespace())
}

fn hard(file: &Arc<SourceFile>, span: Range<usize>) -> Problem {
    reading::HARD_BLANK
        .problem(file, span, "Hier steht ein geschütztes Leerzeichen, das wie ein normales aussieht.")
        .help("Bitte löschen und mit der Leertaste neu tippen. Es kommt oft beim Kopieren aus Word oder von Webseiten mit.")
}

fn hard_blank(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{200b}')
}

fn line_before(text: &str, at: usize) -> &str {
    &text[line_of(text, at).start..at]
}

fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    start..text[at..].find('\n').map_or(text.len(), |i| at + i)
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}
