//! The catalog: every partner, offer and list of a data folder, immutable.
//!
//! Takes a data folder and `now`; gives a [`Catalog`] and every [`Problem`] found on the way. Inside:
//! `read` (the only reader of `data/`) → `tree` (YAML with positions) → `shape` (against the schema of `record`) →
//! `resolve` (record → partner) and `rules`. Knows nothing of index, search or pages.

pub mod canon;
pub mod choice;
pub mod code;
pub mod contact;
pub mod everyday;
pub mod hours;
pub mod judged;
mod load;
pub mod localized;
pub mod need;
pub mod partner;
pub mod problem;
pub mod read;
pub mod record;
pub mod region;
pub mod resolve;
pub mod rules;
pub mod schema;
pub mod shape;
pub mod stats;
pub mod synonyms;
pub mod tree;
pub mod vocabulary;

pub use code::Code;
pub use localized::{Language, Localized};
pub use partner::{Offer, Partner};
pub use problem::{Problem, Severity, SourceFile};
pub use vocabulary::{Guide, Term, Vocabularies, Vocabulary};

use everyday::Everyday;
use jiff::Zoned;
use judged::JudgedQueries;
use need::{Need, Needs};
use region::{Calendar, Concerns, Crisis, CuratedList, Decomposition, Region, TextPage};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use synonyms::Synonyms;

/// Everything the data folder says, resolved.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// `wegweiser.yaml`.
    pub region: Region,
    /// The closed lists.
    pub vocabularies: Vocabularies,
    /// Partners, sorted by id.
    pub partners: Vec<Partner>,
    /// Offers in partner and file order; the index is document number and bit of the search.
    pub offers: Vec<Offer>,
    /// Crisis lines.
    pub crisis: Crisis,
    /// Entry points.
    pub concerns: Concerns,
    /// Curated lists by file stem, sorted.
    pub lists: Vec<(String, CuratedList)>,
    /// Public and school holidays.
    pub calendar: Calendar,
    /// Legal and other pages.
    pub pages: Vec<TextPage>,
    /// Fixed words this region says differently: the text of `texte/<language>.ftl`.
    pub wording: BTreeMap<Language, String>,
    /// Exceptions of word decomposition.
    pub decomposition: Decomposition,
    /// Words that stand for each other.
    pub synonyms: Synonyms,
    /// Files that checks with an index point into, by path.
    pub sources: BTreeMap<String, Arc<SourceFile>>,
    /// Hash over path and content of all files the index depends on: `partner/`, `haeuser/`, `vokabular/` and
    /// `suche/zerlegung.yaml`.
    pub fingerprint: String,
    partner_ids: HashMap<String, usize>,
    codes: HashMap<Code, usize>,
}

/// Why there is no catalog at all; everything smaller is a [`Problem`].
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder cannot be read.
    #[error("Der Datenordner „{path}“ lässt sich nicht lesen: {reason}")]
    Folder {
        /// The folder as given.
        path: String,
        /// The operating system's reason.
        reason: String,
    },
    /// `wegweiser.yaml` or a vocabulary has errors; they are in the problems.
    #[error("Ohne lesbare Datei „{file}“ startet der Wegweiser nicht.")]
    Essential {
        /// Path below the data folder.
        file: String,
        /// All problems found so far.
        problems: Vec<Problem>,
    },
}

impl Catalog {
    /// Reads and checks a whole data folder. Partner files with errors are left out; their problems say so.
    /// Problems are sorted by file and position.
    ///
    /// # Errors
    /// [`LoadError`] without a readable folder, `wegweiser.yaml` or vocabulary.
    pub fn load(dir: &Path, now: &Zoned) -> Result<(Self, Vec<Problem>), LoadError> {
        load::load(dir, now, false, |_| None).map(|(catalog, problems, _)| (catalog, problems))
    }

    /// Reads what [`Catalog::load`] reads, checks everyday examples and reads the judged queries too: those of `file`, else of `suche/pruefung.yaml`.
    /// There are none where the file is missing or has errors. A site needs none, so it does not wait for them.
    ///
    /// # Errors
    /// As [`Catalog::load`].
    pub fn load_judged(
        dir: &Path,
        now: &Zoned,
        file: Option<Arc<SourceFile>>,
    ) -> Result<(Self, Vec<Problem>, JudgedQueries), LoadError> {
        load::load(dir, now, true, |sources| file.or_else(|| sources.get(judged::FILE).cloned()))
    }

    /// Fills the look-ups; partners and offers must be final. An older code (of a former partner id) never takes the
    /// place of a current one.
    fn index(mut self) -> Self {
        self.partner_ids = self.partners.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
        for (number, offer) in self.offers.iter().enumerate() {
            for former in &self.partners[offer.partner].former {
                self.codes.insert(Code::of(former, &offer.id), number);
            }
        }
        for (number, offer) in self.offers.iter().enumerate() {
            self.codes.insert(offer.code, number);
        }
        self
    }

    /// How people say what they need. Read when asked: only building an index needs it. `check` names its errors.
    #[must_use]
    pub fn everyday(&self) -> Everyday {
        self.sources.get(everyday::FILE).map(|file| Everyday::read(file, &self.vocabularies).0).unwrap_or_default()
    }

    /// What people need and how they ask for it, file by file. Read when asked, as [`Self::everyday`].
    #[must_use]
    pub fn needs(&self) -> Vec<Need> {
        self.files_of_needs().flat_map(|file| Needs::read(file, &self.vocabularies).0.needs).collect()
    }

    /// What is wrong with the files of [`Self::everyday`] and [`Self::needs`], which loading does not read.
    #[must_use]
    pub fn problems_of_examples(&self) -> Vec<Problem> {
        let everyday = self.sources.get(everyday::FILE).into_iter();
        let problems = everyday.flat_map(|file| Everyday::read(file, &self.vocabularies).1);
        problems.chain(self.files_of_needs().flat_map(|file| Needs::read(file, &self.vocabularies).1)).collect()
    }

    fn files_of_needs(&self) -> impl Iterator<Item = &Arc<SourceFile>> {
        self.sources.iter().filter(|(path, _)| path.starts_with(need::FOLDER)).map(|(_, file)| file)
    }

    /// The partner with this id.
    #[must_use]
    pub fn partner(&self, id: &str) -> Option<&Partner> {
        self.partner_ids.get(id).map(|i| &self.partners[*i])
    }

    /// Index of the partner that now stands for a former id.
    #[must_use]
    pub fn successor_of(&self, former: &str) -> Option<&Partner> {
        self.partners.iter().find(|p| p.former.iter().any(|f| f == former))
    }

    /// Index of an offer by partner id and offer id.
    #[must_use]
    pub fn offer_index(&self, partner: &str, offer: &str) -> Option<usize> {
        let partner = self.partner(partner)?;
        partner.offers.clone().find(|i| self.offers[*i].id == offer)
    }

    /// Index of the offer with this code; codes of former partner ids keep working.
    #[must_use]
    pub fn offer_by_code(&self, code: Code) -> Option<usize> {
        self.codes.get(&code).copied()
    }

    /// The partner of an offer.
    #[must_use]
    pub fn partner_of(&self, offer: &Offer) -> &Partner {
        &self.partners[offer.partner]
    }

    /// A text page; in German if the language has none.
    #[must_use]
    pub fn page(&self, language: Language, slug: &str) -> Option<&TextPage> {
        let find = |l: Language| self.pages.iter().find(|p| p.language == l && p.slug == slug);
        find(language).or_else(|| find(Language::De))
    }
}
