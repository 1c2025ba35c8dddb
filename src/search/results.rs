//! What a search found, as plain values: groups, counts, and what to say about it.
//!
//! Takes nothing; `Search::run` fills it, pages and `--json` read it. Holds indexes into the catalog, no text of it.

use super::facets::FacetKey;
use super::query::Query;

/// Groups on one page.
pub const GROUPS_PER_PAGE: usize = 15;
/// Offers of a group shown before "weitere Angebote".
pub const OFFERS_PER_GROUP: usize = 2;

/// Everything a result page shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// Offers found, all pages.
    pub offers: usize,
    /// Partners found, all pages.
    pub partners: usize,
    /// Groups of this page, in order.
    pub groups: Vec<Group>,
    /// This page, from 1; never beyond the last.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// Every hit in order, for `--json`, lists and printing.
    pub hits: Vec<Hit>,
    /// Counts per facet, in table order.
    pub facets: Vec<FacetCounts>,
    /// Offers that match all else, but of which a chosen accessibility, time … is not known; not in `offers`.
    pub unknown: Vec<Group>,
    /// How many offers that are.
    pub unknown_offers: usize,
    /// Offers open to all, when a target group is ticked; not in `offers`.
    pub open_to_all: Vec<Group>,
    /// How many offers that are.
    pub open_to_all_offers: usize,
    /// Things to say about the search.
    pub notes: Vec<Note>,
    /// Ways out when nothing or little was found, best first.
    pub relaxations: Vec<Relaxation>,
}

/// A partner with its offers, in the order of the best one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// Index of the partner.
    pub partner: usize,
    /// Its hits, best first (all of them; pages show [`OFFERS_PER_GROUP`]).
    pub hits: Vec<Hit>,
}

/// One offer found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hit {
    /// Index of the offer.
    pub offer: usize,
    /// Relevance; 0 without words.
    pub score: f32,
    /// Distance in km from the chosen place, where both points are known.
    pub distance: Option<f32>,
}

/// Counts of one facet, each computed without the facet's own filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub key: FacetKey,
    /// Its values, in list order.
    pub values: Vec<ValueCount>,
}

/// The count of one value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueCount {
    /// Slug (for `wann`: `mo` … `so`, `vormittag` …).
    pub slug: String,
    /// Offers that would be found with it.
    pub count: usize,
    /// Whether it is ticked.
    pub selected: bool,
    /// Second level.
    pub child: bool,
    /// Heading it stands under (slug in `gruppen`).
    pub group: Option<String>,
}

/// Something to say about a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A ticked value no list knows: the search finds nothing for it rather than more.
    UnknownValue(FacetKey, String),
    /// Not all words were found together; these were found.
    Relaxed(Vec<String>),
    /// The words were longer than [`super::query::MAX_TEXT`].
    TextCut,
    /// The page asked for lies beyond the last one.
    PageBeyond(usize),
    /// `stelle=` or `liste=` names nothing we know.
    UnknownScope(String),
}

/// A wider search and what it would find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The wider search.
    pub query: Query,
    /// What was dropped: facet and value, or `None` for the words.
    pub dropped: Option<(FacetKey, String)>,
    /// Offers it finds.
    pub offers: usize,
}
