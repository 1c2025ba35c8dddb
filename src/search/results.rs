//! What a search found, as plain values: groups, counts, and what to say about it.
//!
//! Takes nothing; `Search::run` fills it, pages and `--json` read it. Holds indexes into the catalog, no text of it.

use super::facets::FacetKey;
use super::marks::Marks;
use super::query::Query;
use std::sync::Arc;

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
    /// Every hit in order, of all pages and regardless of groups, for `--json`, lists and printing.
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
    /// Filters among the words, in the order typed.
    pub understood: Vec<Understood>,
    /// What to mark in titles and texts.
    pub marks: Marks,
    /// Crisis lines the words call for (indexes into `Catalog::crisis`), most fitting first.
    pub crisis: Vec<usize>,
    /// Towns near a place where nothing is found, nearest first.
    pub neighbours: Vec<Relaxation>,
    /// Ways out when nothing was found, best first: single filters, then all filters, then the words.
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
    /// Why it was found, if it holds no word as typed; only for hits that are shown.
    pub reason: Option<Box<Reason>>,
}

/// Counts of one facet, each computed without the facet's own filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub key: FacetKey,
    /// Its values, in list order, children and members of a heading behind theirs. Lists of up to
    /// [`super::lists::WHOLE_LIST`] values are whole, longer ones hold what is ticked or would find something.
    pub values: Vec<ValueCount>,
}

/// The count of one value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ValueCount {
    /// Slug (for `wann`: `mo` … `so`, `vormittag` …, `di/abend` if ticked; for `kosten` also a heading).
    pub slug: Arc<str>,
    /// Offers that would be found with it.
    pub count: usize,
    /// Whether it is ticked.
    pub selected: bool,
    /// Stands below the last value that is no child.
    pub child: bool,
    /// Heading it stands under (slug in `gruppen`).
    pub group: Option<Arc<str>>,
}

/// A filter among the words of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// The words as typed.
    pub words: String,
    /// The query's text without them.
    pub rest: String,
    /// Values they stand for; within a facet any of them.
    pub facets: Vec<(FacetKey, String)>,
    /// Age in years they stand for.
    pub age: Option<u8>,
    /// Postal code they are; distances are measured from there.
    pub postal_code: Option<String>,
    /// They narrow nothing: offers they fit only stand further up.
    pub lifts: bool,
}

/// Why an offer was found that does not hold the word typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The word or phrase, as typed or corrected.
    pub typed: String,
    /// The word that stands for it.
    pub found: String,
}

/// Something to say about a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A ticked value no list knows: the search finds nothing for it rather than more.
    UnknownValue(FacetKey, String),
    /// Not all words were found together; these were found.
    Relaxed(Vec<String>),
    /// So few offers hold all words that offers of these themes (positions) follow, which the words are about.
    ByTheme(Vec<usize>),
    /// So few offers hold all words that those with all but one follow.
    Fewer(usize),
    /// Nothing knows a word; another one was taken for it.
    Corrected {
        /// As typed.
        typed: String,
        /// The word looked for.
        used: String,
        /// Words as near, best first.
        others: Vec<String>,
    },
    /// A German word that stands nowhere in the catalog, and words that look like it.
    Similar {
        /// As typed.
        typed: String,
        /// Best first.
        words: Vec<String>,
    },
    /// The words were longer than [`super::query::MAX_TEXT`].
    TextCut,
    /// The text has no word at all; nothing is found.
    NoWords,
    /// The page asked for lies beyond the last one; that one is shown.
    PageBeyond(usize),
    /// A key of the address (`stelle`, `liste`, `plz`, `alter` …) with a value that means nothing: nothing is found.
    UnknownSetting(&'static str, String),
    /// A radius without a postal code or place to measure from; it narrows nothing.
    RadiusWithoutPlace,
}

/// A wider search and what it would find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// The wider search.
    pub query: Query,
    /// What it gives up.
    pub dropped: Dropped,
    /// Offers it finds; at least one.
    pub offers: usize,
}

/// What a wider search gives up. The values are those of the query that found nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// All ticked values of one facet.
    Facet(FacetKey),
    /// The age.
    Age,
    /// The radius (and the postal code, if that is unknown).
    Radius,
    /// The partner (`stelle`).
    Partner,
    /// The curated list (`liste`).
    List,
    /// The guide (`wegweiser`).
    Guide,
    /// Settings nobody understands.
    Unread,
    /// Every filter: only the words are left.
    Filters,
    /// The words: only the filters are left.
    Words,
    /// The place: a town nearby stands in its stead.
    Nearby {
        /// Position in the list `orte`.
        place: usize,
        /// How far it is, in km as the crow flies.
        km: u16,
    },
}
