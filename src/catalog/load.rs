//! A data folder becomes a catalog: reads every file, checks it, resolves what passed.
//!
//! Takes the folder and `now`; gives the catalog, all problems, sorted by file and position, and the judged queries. Everything is read
//! and checked before anything is refused, so that one run names every mistake.

use super::everyday::{self, Everyday};
use super::judged::JudgedQueries;
use super::need::{self, Needs};
use super::problem::{Problem, Severity, SourceFile};
use super::read::{Sources, read, reason, stem};
use super::record::Record;
use super::region::TextPage;
use super::resolve::{Accepted, Surroundings, resolve, vocabulary};
use super::rules::{self, World};
use super::shape::{Entry, Shape};
use super::vocabulary::{Vocabularies, VocabularyRecord};
use super::{Catalog, Language, LoadError};
use jiff::Zoned;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

const CONCERNS: &str = "anliegen.yaml";
const SYNONYMS: &str = "suche/synonyme.yaml";

/// `judged` names the file of judged queries, if they are wanted at all; `thorough` checks also what only an index is
/// made from.
pub(super) fn load(
    dir: &Path,
    now: &Zoned,
    thorough: bool,
    judged: impl FnOnce(&Sources) -> Option<Arc<SourceFile>>,
) -> Result<(Catalog, Vec<Problem>, JudgedQueries), LoadError> {
    let sources = read(dir).map_err(|e| LoadError::Folder { path: dir.display().to_string(), reason: reason(&e) })?;
    let judged = judged(&sources);
    let mut reader = Reader { sources: &sources, lists: Vocabularies::default(), problems: Mutex::default() };
    let vocabularies = reader.vocabularies();
    for entry in &vocabularies {
        reader.lists.set(&entry.stem, vocabulary(&entry.record));
    }
    let mut world = World {
        paths: sources.files.iter().map(Arc::clone).collect(),
        vocabularies,
        terms: reader.lists.clone(),
        today: now.date(),
        ..World::default()
    };
    // Files do not know each other yet, so all cores read at once.
    rayon::scope(|scope| {
        let reader = &reader;
        scope.spawn(|_| world.crisis = reader.file("krise.yaml"));
        scope.spawn(|_| world.synonyms = reader.file(SYNONYMS));
        if thorough {
            scope.spawn(|_| drop(reader.file::<Everyday>(everyday::FILE)));
            scope.spawn(|_| drop(reader.below::<Needs>(need::FOLDER)));
        }
        scope.spawn(|_| world.concerns = reader.file(CONCERNS));
        scope.spawn(|_| world.partners = reader.below("partner/"));
        scope.spawn(|_| world.lists = reader.below("listen/"));
        scope.spawn(|_| world.buildings = reader.below("haeuser/"));
        world.region = reader.file("wegweiser.yaml");
        world.calendar = reader.file("kalender.yaml");
        world.refusals = reader.file("sperrliste.yaml");
        world.decomposition = reader.file("suche/zerlegung.yaml");
        world.judged = judged.and_then(|file| reader.all(&[&file]).pop());
        // The sample of the format is checked like a partner, but it is none.
        let _: Option<Entry<Record>> = reader.file("muster.yaml");
    });
    let Reader { lists, problems, .. } = reader;
    let mut problems = problems.into_inner().unwrap_or_else(PoisonError::into_inner);
    rules::check(&world, &mut problems);
    problems.sort_by(|a, b| (&a.file.path, a.span.start, a.code).cmp(&(&b.file.path, b.span.start, b.code)));
    let missing = Vocabularies::NAMES.iter().find(|n| !world.vocabularies.iter().any(|v| v.stem == **n && v.sound));
    if let Some(name) = missing {
        return Err(LoadError::Essential { file: format!("vokabular/{name}.yaml"), problems });
    }
    let Some(region) = world.region.filter(|r| r.sound) else {
        return Err(LoadError::Essential { file: "wegweiser.yaml".to_owned(), problems });
    };
    let broken: HashSet<&str> =
        problems.iter().filter(|p| p.severity == Severity::Error).map(|p| p.file.path.as_str()).collect();
    let buildings = passed(world.buildings, &broken).into_iter().map(|entry| (entry.stem, entry.record)).collect();
    let accepted = passed(world.partners, &broken)
        .into_par_iter()
        .map(|entry| Accepted { id: entry.stem, file: entry.file.path.clone(), record: entry.record })
        .collect();
    let (partners, offers) = resolve(accepted, &Surroundings { lists: &lists, buildings: &buildings });
    let judged = passed(world.judged.into_iter().collect(), &broken).into_iter().next();
    let judged = judged.map(|entry| entry.record).unwrap_or_default();
    let catalog = Catalog {
        region: region.record,
        partners,
        offers,
        crisis: sound(world.crisis),
        concerns: sound(world.concerns),
        lists: passed(world.lists, &broken).into_iter().map(|entry| (entry.stem, entry.record)).collect(),
        calendar: sound(world.calendar),
        pages: sources.below("seiten/").filter_map(|f| text_page(f)).collect(),
        wording: wording(&sources),
        decomposition: sound(world.decomposition),
        synonyms: sound(world.synonyms),
        sources: [CONCERNS, SYNONYMS, everyday::FILE]
            .into_iter()
            .filter_map(|path| sources.get(path))
            .chain(sources.entries(need::FOLDER))
            .map(|file| (file.path.clone(), Arc::clone(file)))
            .collect(),
        fingerprint: sources.fingerprint(),
        vocabularies: lists,
        ..Catalog::default()
    };
    Ok((catalog.index(), problems, judged))
}

/// Reads files into records and keeps what is wrong with them.
struct Reader<'a> {
    sources: &'a Sources,
    lists: Vocabularies,
    problems: Mutex<Vec<Problem>>,
}

impl Reader<'_> {
    fn vocabularies(&self) -> Vec<Entry<VocabularyRecord>> {
        let names: Vec<_> = Vocabularies::NAMES.iter().map(|name| format!("vokabular/{name}.yaml")).collect();
        self.all(&names.iter().filter_map(|path| self.sources.get(path)).collect::<Vec<_>>())
    }

    fn file<T: JsonSchema + DeserializeOwned + Send>(&self, path: &str) -> Option<Entry<T>> {
        self.sources.get(path).and_then(|file| self.all(&[file]).pop())
    }

    /// Every file of a folder, in order.
    fn below<T: JsonSchema + DeserializeOwned + Send>(&self, folder: &str) -> Vec<Entry<T>> {
        self.all(&self.sources.entries(folder).collect::<Vec<_>>())
    }

    fn all<T: JsonSchema + DeserializeOwned + Send>(&self, files: &[&Arc<SourceFile>]) -> Vec<Entry<T>> {
        let shape = Shape::new();
        let read = |file: &&Arc<SourceFile>| {
            let (entry, problems) = shape.read(file, &self.lists);
            self.problems.lock().unwrap_or_else(PoisonError::into_inner).extend(problems);
            entry
        };
        files.par_iter().filter_map(read).collect()
    }
}

/// Entries whose file has no error, from reading or from a rule.
fn passed<T>(entries: Vec<Entry<T>>, broken: &HashSet<&str>) -> Vec<Entry<T>> {
    entries.into_iter().filter(|entry| !broken.contains(entry.file.path.as_str())).collect()
}

/// The record of a file that stands alone. A rule's error does not empty it: a wrong entry point must not cost the
/// site its crisis lines.
fn sound<T: Default>(entry: Option<Entry<T>>) -> T {
    entry.filter(|e| e.sound).map(|e| e.record).unwrap_or_default()
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

fn wording(sources: &Sources) -> BTreeMap<Language, String> {
    let texts = Language::ALL.iter().filter_map(|l| Some((*l, sources.get(&format!("texte/{}.ftl", l.key()))?)));
    texts.map(|(language, file)| (language, file.text().into_owned())).collect()
}
