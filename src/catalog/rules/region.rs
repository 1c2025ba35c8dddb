//! Rules about the files of the region: settings, crisis lines, calendar, refusals, pages, and files nobody reads.

use super::{Findings, World};
use crate::catalog::localized::Language;
use crate::catalog::need;
use crate::catalog::read::{is_yaml, stem};
use crate::catalog::resolve::date;
use crate::catalog::vocabulary::Vocabularies;
use crate::catalog::{choice::YesNo, shape::Entry};
use jiff::civil::Date;

/// Pages the law asks for.
const LEGAL_PAGES: &[&str] = &["impressum", "datenschutz", "barrierefreiheit"];
/// Most lines in the crisis box of the home page.
const HOME_LINES: usize = 4;

/// The format this program reads.
pub(super) fn format_is_known(world: &World, findings: &mut Findings<'_>) {
    if let Some(entry) = world.region.as_ref().filter(|e| e.record.format != 1) {
        let message = format!("Das Format {} kennt dieses Programm nicht.", entry.record.format);
        findings.at(entry, "format", message).help("Dieses Programm liest „format: 1“.");
    }
}

/// German is the language every text falls back to.
pub(super) fn german_is_spoken(world: &World, findings: &mut Findings<'_>) {
    if let Some(entry) = world.region.as_ref().filter(|e| !e.record.languages.contains(&Language::De)) {
        findings.at(entry, "sprachen", "Unter „sprachen“ fehlt „de“.").help("Bitte „sprachen: [de]“ eintragen.");
    }
}

/// Hours of a crisis line are shown only if the operator has called.
pub(super) fn crisis_hours_are_checked(world: &World, findings: &mut Findings<'_>) {
    for (entry, i, line) in crisis(world) {
        if line.hours.is_some() && line.checked.is_none() {
            findings
                .at(entry, &format!("leitungen[{i}].zeiten"), "Zeiten stehen hier nur, wenn jemand angerufen hat.")
                .help("Bitte anrufen und „geprueft: {am: …, wie: telefon}“ ergänzen oder die Zeiten löschen.");
        }
    }
}

/// Neither check nor source of a crisis line lies in the future.
pub(super) fn crisis_source_is_past(world: &World, findings: &mut Findings<'_>) {
    for (entry, i, line) in crisis(world) {
        let checked = line.checked.as_ref().and_then(|c| date(&c.date)).is_some_and(|d| d > world.today);
        let year = i32::from(line.stand) > i32::from(world.today.year());
        for (field, wrong) in [("geprueft.am", checked), ("stand", year)] {
            if wrong {
                findings
                    .at(entry, &format!("leitungen[{i}].{field}"), "Dieser Stand kann nicht stimmen.")
                    .help("Bitte das Jahr der Quelle oder den Tag des Anrufs eintragen.");
            }
        }
    }
}

/// The box on the home page stays short.
pub(super) fn crisis_box_is_short(world: &World, findings: &mut Findings<'_>) {
    let home = crisis(world).filter(|(_, _, line)| line.home == Some(YesNo::Yes));
    for (entry, i, _) in home.skip(HOME_LINES) {
        findings
            .at(
                entry,
                &format!("leitungen[{i}].start"),
                format!("Auf der Startseite stehen höchstens {HOME_LINES} Nummern."),
            )
            .help("Bitte „start: ja“ hier oder bei einer anderen Nummer löschen.");
    }
}

fn crisis(world: &World) -> impl Iterator<Item = (&Entry<super::Crisis>, usize, &crate::catalog::region::CrisisLine)> {
    world.crisis.iter().flat_map(|e| e.record.lines.iter().enumerate().map(move |(i, line)| (e, i, line)))
}

/// A public holiday has a fixed day or a distance to Easter.
pub(super) fn holiday_has_a_day(world: &World, findings: &mut Findings<'_>) {
    let Some(entry) = &world.calendar else { return };
    for (i, day) in entry.record.public_holidays.iter().enumerate() {
        // In a leap year every day exists.
        let fixed = day.on.as_deref().map(|on| on.len() == 5 && format!("2024-{on}").parse::<Date>().is_ok());
        if fixed == Some(false) || day.on.is_some() == day.easter.is_some() {
            findings
                .at(entry, &format!("feiertage[{i}]"), format!("Wann ist „{}“?", day.name))
                .help("Bitte entweder „am: \"10-03\"“ (Monat-Tag) oder „ostern: 39“ eintragen.");
        }
    }
}

/// School holidays end after they begin.
pub(super) fn school_holidays_run_forward(world: &World, findings: &mut Findings<'_>) {
    let Some(entry) = &world.calendar else { return };
    for (i, days) in entry.record.school_holidays.iter().enumerate() {
        if let (Some(from), Some(until)) = (date(&days.from), date(&days.until))
            && until < from
        {
            findings
                .at(entry, &format!("schulferien[{i}].bis"), format!("„{}“ endet vor dem Anfang.", days.name))
                .help("Bitte beide Tage prüfen.");
        }
    }
}

/// A refusal is a hash, never a name.
pub(super) fn refusal_is_a_hash(world: &World, findings: &mut Findings<'_>) {
    let Some(entry) = &world.refusals else { return };
    for (i, refusal) in entry.record.entries.iter().enumerate() {
        let hex = refusal.hash.len() == 64 && refusal.hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !hex {
            findings
                .at(entry, &format!("eintraege[{i}].pruefwert"), "Das ist kein Prüfwert.")
                .help("Hier steht nie ein Name, nur der Prüfwert mit 64 Zeichen.");
        }
    }
}

/// A text page begins with its title.
pub(super) fn page_has_a_title(world: &World, findings: &mut Findings<'_>) {
    for file in world.paths.iter().filter(|f| f.path.starts_with("seiten/") && is_page(&f.path)) {
        let text = file.text();
        let titled =
            text.strip_prefix("# ").and_then(|t| t.split_once('\n')).is_some_and(|(t, _)| !t.trim().is_empty());
        let language = file.path.split('/').nth(1).is_some_and(|l| Language::ALL.iter().any(|k| k.key() == l));
        if !titled || !language || file.path.matches('/').count() != 2 {
            findings.span(file, 0..text.find('\n').unwrap_or(text.len()), "Diese Seite wird nicht gezeigt.").help(
                "Sie liegt in seiten/de/ (oder einer anderen Sprache), und ihre erste Zeile ist „# Überschrift“.",
            );
        }
    }
}

/// Imprint, privacy and accessibility are there.
pub(super) fn legal_pages_exist(world: &World, findings: &mut Findings<'_>) {
    let Some(entry) = &world.region else { return };
    for page in LEGAL_PAGES {
        let path = format!("seiten/de/{page}.md");
        if !world.paths.iter().any(|f| f.path == path) {
            findings
                .at(entry, "name", format!("Es fehlt die Seite {path}."))
                .help("Das Gesetz verlangt sie; bitte anlegen.");
        }
    }
}

/// A file in the wrong place or with another ending is never read, and nobody would notice.
pub(super) fn file_is_read(world: &World, findings: &mut Findings<'_>) {
    for file in world.paths.iter().filter(|f| !is_known(&f.path)) {
        let path = file.path.as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let right = path.rsplit_once('.').map(|(before, _)| format!("{before}.yaml"));
        let help = match right {
            Some(right) if is_yaml(path) && is_known(&right) => {
                format!("Bitte umbenennen in {}.yaml.", stem(path))
            }
            _ if is_yaml(path) => {
                "Bitte prüfen, ob Ordner und Name stimmen; Einträge liegen in partner/, haeuser/ oder listen/."
                    .to_owned()
            }
            _ if is_page(path) => "Seiten liegen in seiten/de/ (oder einer anderen Sprache).".to_owned(),
            _ => {
                format!("Bitte „{name}“ löschen oder woanders aufheben: Hierher gehören nur Dateien mit .yaml und .md.")
            }
        };
        findings.span(file, 0..0, "Diese Datei wird nicht gelesen.").help(help);
    }
}

/// Whether a file has a reader, or is there for editors only (`schema/`, a README).
fn is_known(path: &str) -> bool {
    const SINGLE: &[&str] = &[
        "wegweiser.yaml",
        "muster.yaml",
        "krise.yaml",
        "anliegen.yaml",
        "kalender.yaml",
        "sperrliste.yaml",
        "suche/synonyme.yaml",
        "suche/zerlegung.yaml",
        "suche/pruefung.yaml",
        "suche/alltag.yaml",
    ];
    let list = path.strip_prefix("vokabular/").and_then(|p| p.strip_suffix(".yaml"));
    let entry = ["partner/", "haeuser/", "listen/", need::FOLDER].iter().any(|folder| path.starts_with(folder));
    SINGLE.contains(&path)
        || list.is_some_and(|l| Vocabularies::NAMES.contains(&l))
        // Another spelling of the ending is named by the rule for file names.
        || (entry && is_yaml(path))
        || (path.starts_with("seiten/") && is_page(path))
        || (path.starts_with("texte/") && path.ends_with(".ftl"))
        || path.starts_with("schema/")
        || path.rsplit('/').next().is_some_and(|name| stem(name) == "README")
}

fn is_page(path: &str) -> bool {
    path.ends_with(".md")
}
