//! Search: a query over the catalog, answered with bitsets and a text index.
//!
//! Takes a catalog, an index and a [`Query`]; gives [`Results`]. Knows nothing of HTML. Inside: `matching` (words) and
//! `narrowing` (filters) say what is found, `lists` counts, `order` sorts, `relaxing` finds ways out; `evaluation` measures
//! all of it.

pub mod check;
pub mod crisis;
mod day;
pub mod evaluation;
pub mod facets;
pub mod lists;
pub mod matching;
pub mod narrowing;
mod order;
mod origin;
pub mod query;
mod relaxing;
pub mod results;
pub mod values;
pub mod wanted;
pub mod when;

pub use check::check;
pub use facets::{FACETS, Facet, FacetKey};
pub use query::{Query, Sort};
pub use results::{Dropped, FacetCounts, Group, Hit, Note, Relaxation, Results, ValueCount};
pub use when::DayPart;

use crate::catalog::Catalog;
use crate::index::{Index, fold};
use crisis::Crisis;
use day::Day;
use fixedbitset::FixedBitSet;
use jiff::Zoned;
use jiff::civil::Date;
use matching::Match;
use narrowing::Narrowed;
use order::{Order, groups};
use results::GROUPS_PER_PAGE;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// A catalog that can be searched.
pub struct Search {
    catalog: Arc<Catalog>,
    index: Index,
    /// Made by the first query.
    crisis: OnceLock<Crisis>,
    /// Place of each offer by name of partner, then title.
    names: Vec<usize>,
    /// What was worked out for the last day asked for: the same for every query of that day.
    day: RwLock<Option<Arc<Day>>>,
}

impl Search {
    /// Joins a catalog with its index.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, index: Index) -> Self {
        let mut order: Vec<usize> = (0..catalog.offers.len()).collect();
        order.sort_by_cached_key(|i| {
            let offer = &catalog.offers[*i];
            (fold(&catalog.partner_of(offer).name), offer.partner, fold(&offer.title), *i)
        });
        let mut names = vec![0; order.len()];
        order.into_iter().enumerate().for_each(|(place, offer)| names[offer] = place);
        Self { catalog, index, crisis: OnceLock::new(), names, day: RwLock::new(None) }
    }

    /// The catalog that is searched.
    #[must_use]
    pub const fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The index that is asked.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Answers a query as of `now`. Never fails: what is not understood finds nothing and is named in the notes.
    #[must_use]
    pub fn run(&self, query: &Query, now: &Zoned) -> Results {
        let day = self.day(now.date());
        let words = matching::find(&self.index, &query.text, &day.alive);
        let narrowed = Narrowed::new(self, &day, query, words.as_ref());
        let order = Order::new(self, &day, query, words.as_ref());
        let found = narrowed.hits();
        let hits = order.hits(&found);
        let all = groups(self, &hits);
        let pages = all.len().div_ceil(GROUPS_PER_PAGE).max(1);
        let page = query.page.clamp(1, pages);
        let unknown = order.hits(&narrowed.unknown());
        let open_to_all = order.hits(&narrowed.open_to_all(self, &day, query));
        let relaxations = match hits.is_empty() {
            true => relaxing::relaxations(self, &day, query, words.as_ref()),
            false => Vec::new(),
        };
        Results {
            offers: hits.len(),
            partners: all.len(),
            groups: all.into_iter().skip((page - 1) * GROUPS_PER_PAGE).take(GROUPS_PER_PAGE).collect(),
            page,
            pages,
            facets: self.counts(&day, query, &narrowed, &found),
            unknown: groups(self, &unknown),
            unknown_offers: unknown.len(),
            open_to_all: groups(self, &open_to_all),
            open_to_all_offers: open_to_all.len(),
            notes: notes(query, narrowed, words, pages),
            relaxations,
            crisis: self.crisis().lines(&query.text, self.index.analyzer()),
            hits,
        }
    }

    /// Counts of every facet, each without its own filter.
    fn counts(&self, day: &Day, query: &Query, narrowed: &Narrowed, found: &FixedBitSet) -> Vec<FacetCounts> {
        let facets = FACETS.iter().zip(&day.lists).map(|(facet, list)| {
            let ticked = query.selected(facet.key);
            let values = match narrowed.has(facet.key) {
                true => list.counts(&narrowed.without(Some(facet.key)), ticked),
                false => list.counts(found, ticked),
            };
            FacetCounts { key: facet.key, values }
        });
        facets.collect()
    }

    fn crisis(&self) -> &Crisis {
        self.crisis.get_or_init(|| Crisis::new(&self.catalog.crisis.lines, self.index.analyzer()))
    }

    /// What holds on `date`; worked out once and kept until another day is asked for.
    fn day(&self, date: Date) -> Arc<Day> {
        let kept = self.day.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(day) = kept.filter(|day| day.date == date) {
            return day;
        }
        let day = Arc::new(Day::new(&self.catalog, date));
        *self.day.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&day));
        day
    }

    fn len(&self) -> usize {
        self.catalog.offers.len()
    }

    fn bits(&self, offers: impl IntoIterator<Item = usize>) -> FixedBitSet {
        let mut bits = FixedBitSet::with_capacity(self.len());
        bits.extend(offers);
        bits
    }
}

fn notes(query: &Query, narrowed: Narrowed, words: Option<Match>, pages: usize) -> Vec<Note> {
    let mut notes: Vec<Note> = words.map(|w| w.notes).unwrap_or_default();
    notes.extend(query.text_cut.then_some(Note::TextCut));
    notes.extend(narrowed.notes);
    notes.extend((query.page > pages).then_some(Note::PageBeyond(query.page)));
    notes
}
