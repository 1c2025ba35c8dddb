//! A data folder becomes a catalog: reads every file, checks it, resolves what passed.
//!
//! Takes the folder and `now`; gives the catalog and all problems, sorted by file and position.

use super::problem::{Problem, Severity, SourceFile};
use super::read::{Sources, read, stem};
use super::record::{BuildingRecord, Record};
use super::region::{CuratedList, TextPage};
use super::resolve::{Accepted, Surroundings, resolve, vocabulary};
use super::vocabulary::{Vocabularies, VocabularyRecord};
use super::{Catalog, Language, LoadError};
use jiff::Zoned;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

pub(super) fn load(dir: &Path, _now: &Zoned) -> Result<(Catalog, Vec<Problem>), LoadError> {
    let sources =
        read(dir).map_err(|e| LoadError::Folder { path: dir.display().to_string(), reason: e.to_string() })?;
    let mut problems = Vec::new();
    let vocabularies = vocabularies(&sources, &mut problems)?;
    let region = essential(&sources, "wegweiser.yaml", &mut problems)?;
    let buildings: HashMap<String, BuildingRecord> =
        sources.below("haeuser/").filter_map(|f| Some((stem(&f.path).to_owned(), parse(f, &mut problems)?))).collect();
    let accepted = sources
        .below("partner/")
        .filter_map(|f| {
            let record: Record = parse(f, &mut problems)?;
            Some(Accepted { id: stem(&f.path).to_owned(), file: f.path.clone(), record })
        })
        .collect();
    let lists: Vec<(String, CuratedList)> =
        sources.below("listen/").filter_map(|f| Some((stem(&f.path).to_owned(), parse(f, &mut problems)?))).collect();
    let (partners, offers) = resolve(accepted, &Surroundings { lists: &vocabularies, buildings: &buildings });
    let catalog = Catalog {
        region,
        partners,
        offers,
        crisis: optional(&sources, "krise.yaml", &mut problems),
        concerns: optional(&sources, "anliegen.yaml", &mut problems),
        lists,
        calendar: optional(&sources, "kalender.yaml", &mut problems),
        pages: sources.below("seiten/").filter_map(|f| text_page(f)).collect(),
        decomposition: optional(&sources, "suche/zerlegung.yaml", &mut problems),
        fingerprint: sources.fingerprint(),
        vocabularies,
        ..Catalog::default()
    };
    problems.sort_by(|a, b| (&a.file.path, a.span.start).cmp(&(&b.file.path, b.span.start)));
    Ok((catalog.index(), problems))
}

fn vocabularies(sources: &Sources, problems: &mut Vec<Problem>) -> Result<Vocabularies, LoadError> {
    let mut lists = Vocabularies::default();
    for name in Vocabularies::NAMES {
        let record: VocabularyRecord = essential(sources, &format!("vokabular/{name}.yaml"), problems)?;
        lists.set(name, vocabulary(&record));
    }
    Ok(lists)
}

fn essential<T: DeserializeOwned>(sources: &Sources, path: &str, problems: &mut Vec<Problem>) -> Result<T, LoadError> {
    let value = sources.get(path).and_then(|f| parse(f, problems));
    value.ok_or_else(|| LoadError::Essential { file: path.to_owned(), problems: std::mem::take(problems) })
}

fn optional<T: DeserializeOwned + Default>(sources: &Sources, path: &str, problems: &mut Vec<Problem>) -> T {
    sources.get(path).and_then(|f| parse(f, problems)).unwrap_or_default()
}

fn parse<T: DeserializeOwned>(file: &Arc<SourceFile>, problems: &mut Vec<Problem>) -> Option<T> {
    let text = file.text();
    match serde_yaml::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
        Ok(value) => Some(value),
        Err(error) => {
            let at = error.location().map_or(0, |l| l.index().min(text.len()));
            problems.push(Problem {
                code: "yaml",
                severity: Severity::Error,
                file: file.clone(),
                span: at..at,
                message: format!("Diese Datei lässt sich nicht lesen: {error}"),
                help: None,
                replacement: None,
                also: None,
            });
            None
        }
    }
}

fn text_page(file: &SourceFile) -> Option<TextPage> {
    let folder = file.path.strip_prefix("seiten/")?.split('/').next()?;
    let language = Language::ALL.iter().copied().find(|l| l.key() == folder)?;
    let text = file.text().into_owned();
    let (title, markdown) = text.strip_prefix("# ")?.split_once('\n')?;
    Some(TextPage {
        language,
        slug: stem(&file.path).to_owned(),
        title: title.trim().to_owned(),
        markdown: markdown.trim().to_owned(),
    })
}
