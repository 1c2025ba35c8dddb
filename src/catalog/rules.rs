//! The rules: ONE table of everything `check` can say, each with a code that never changes.
//!
//! Takes the files as written (records with positions); gives problems. A rule is one small function in `rules/`;
//! code, severity and summary stand in the table beside it, so documentation, tests (`tests/broken/<code>/`) and
//! output come from one place. Rules with [`Check::Reading`] are applied while a file is read (`tree`, `shape`).

mod contact;
mod identity;
mod judged;
mod lists;
mod offer;
mod place;
pub mod reading;
mod references;
mod region;
mod synonyms;
mod table;
mod texts;
mod time;
mod wording;

use super::judged::JudgedQueries;
use super::problem::{Problem, Severity, SourceFile};
use super::read::{is_yaml, stem};
use super::record::{BuildingRecord, Record};
use super::region::{Calendar, Concerns, Crisis, CuratedList, Decomposition, Refusals, Region};
use super::shape::Entry;
use super::synonyms::Synonyms;
use super::vocabulary::{Vocabularies, VocabularyRecord};
use jiff::civil::Date;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable kebab-case name, shown with every problem.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One German sentence for the table in the documentation.
    pub summary: &'static str,
    /// What applies it.
    pub check: Check,
}

/// What applies a rule.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Reading: `tree` and `shape`.
    Reading,
    /// A function that sees one partner file at a time.
    Partner(fn(&Entry<Record>, &World, &mut Findings<'_>)),
    /// A function that sees everything at once.
    World(fn(&World, &mut Findings<'_>)),
}

/// Everything rules may look at: the data folder as written.
#[derive(Debug, Default)]
pub struct World {
    /// Every file of the folder, sorted by path.
    pub paths: Vec<Arc<SourceFile>>,
    /// `wegweiser.yaml`.
    pub region: Option<Entry<Region>>,
    /// `partner/`.
    pub partners: Vec<Entry<Record>>,
    /// `haeuser/`.
    pub buildings: Vec<Entry<BuildingRecord>>,
    /// `listen/`.
    pub lists: Vec<Entry<CuratedList>>,
    /// `krise.yaml`.
    pub crisis: Option<Entry<Crisis>>,
    /// `anliegen.yaml`.
    pub concerns: Option<Entry<Concerns>>,
    /// `kalender.yaml`.
    pub calendar: Option<Entry<Calendar>>,
    /// `sperrliste.yaml`.
    pub refusals: Option<Entry<Refusals>>,
    /// `suche/zerlegung.yaml`.
    pub decomposition: Option<Entry<Decomposition>>,
    /// `suche/synonyme.yaml`.
    pub synonyms: Option<Entry<Synonyms>>,
    /// `suche/pruefung.yaml` or another file like it, where somebody asked for it.
    pub judged: Option<Entry<JudgedQueries>>,
    /// `vokabular/` as written.
    pub vocabularies: Vec<Entry<VocabularyRecord>>,
    /// `vokabular/` as lists.
    pub terms: Vocabularies,
    /// The day the check is for.
    pub today: Date,
}

impl World {
    /// Stems of all entries below a folder, those that cannot be read included: a name that leads to one is not wrong.
    fn stems<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.paths.iter().filter(move |f| f.path.starts_with(folder) && is_yaml(&f.path)).map(|f| stem(&f.path))
    }
}

/// Collects what one rule finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    problems: &'a mut Vec<Problem>,
}

impl Findings<'_> {
    /// A problem at a path of a file such as `angebote[2].kosten[0].art`.
    pub fn at<T>(&mut self, entry: &Entry<T>, path: &str, message: impl Into<String>) -> Found<'_> {
        self.span(&entry.file, entry.tree.span(path), message)
    }

    /// A problem at a part of the text at a path.
    pub fn part<T>(&mut self, entry: &Entry<T>, path: &str, part: &str, message: impl Into<String>) -> Found<'_> {
        self.span(&entry.file, entry.tree.part(&entry.file, path, part), message)
    }

    /// A problem at a stretch of a file.
    pub fn span(&mut self, file: &Arc<SourceFile>, span: Range<usize>, message: impl Into<String>) -> Found<'_> {
        self.problems.push(self.rule.problem(file, span, message));
        let last = self.problems.len() - 1;
        Found(&mut self.problems[last])
    }
}

/// A problem just reported, to say more about it.
#[derive(Debug)]
pub struct Found<'a>(&'a mut Problem);

impl Found<'_> {
    /// What to do, one sentence.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// The text to put in place of the stretch.
    pub fn replace(self, replacement: impl Into<String>) -> Self {
        self.0.replacement = Some(replacement.into());
        self
    }

    /// A second place in the same file, with its label.
    pub fn also(self, span: Range<usize>, label: impl Into<String>) -> Self {
        self.0.also = Some((span, label.into()));
        self
    }
}

impl Rule {
    /// A problem of this rule.
    #[must_use]
    pub fn problem(&self, file: &Arc<SourceFile>, span: Range<usize>, message: impl Into<String>) -> Problem {
        Problem {
            code: self.code,
            severity: self.severity,
            file: Arc::clone(file),
            span,
            message: message.into(),
            help: None,
            replacement: None,
            also: None,
        }
    }
}

/// The table: every rule, those of reading first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    reading::ALL.iter().copied().chain(table::ALL)
}

/// Applies every rule that reading has not applied, on all cores.
pub fn check(world: &World, problems: &mut Vec<Problem>) {
    let rules: Vec<&'static Rule> = all().collect();
    problems.par_extend(rules.into_par_iter().flat_map(|rule| {
        let found = |apply: &dyn Fn(&mut Findings<'_>)| {
            let mut problems = Vec::new();
            apply(&mut Findings { rule, problems: &mut problems });
            problems
        };
        match rule.check {
            Check::Reading => Vec::new(),
            Check::Partner(check) => {
                let of_one = |entry| found(&|findings| check(entry, world, findings));
                world.partners.par_iter().flat_map_iter(of_one).collect()
            }
            Check::World(check) => found(&|findings| check(world, findings)),
        }
    }));
}
