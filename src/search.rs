//! Search: a query over the catalog, answered with bitsets and a text index.
//!
//! Takes a catalog, an index and a [`Query`]; gives [`Results`]. Knows nothing of HTML. Inside: `matching` (words) and
//! `narrowing` (filters) say what is found, `lists` counts, `order` sorts, `relaxing` finds ways out; `suggest`
//! completes what is being typed; `evaluation` measures all of it.

pub mod check;
pub mod crisis;
mod day;
mod distance;
pub mod evaluation;
mod everyday;
pub mod facets;
mod filter_words;
mod likeness;
pub mod lists;
pub mod marks;
mod matching;
pub mod narrowing;
mod order;
mod origin;
mod phonetics;
mod phrases;
pub mod query;
mod relaxing;
pub mod results;
pub mod scoring;
mod spelling;
pub mod suggest;
mod thesaurus;
mod understanding;
pub mod values;
pub mod wanted;
pub mod when;
pub mod why;

pub use check::check;
pub use facets::{FACETS, Facet, FacetKey};
pub use marks::Marks;
pub use query::{Query, Sort};
pub use results::{Dropped, FacetCounts, Group, Hit, Note, Reason, Relaxation, Results, Understood, ValueCount};
pub use suggest::Suggestion;
pub use when::DayPart;
pub use why::Why;

use crate::catalog::Catalog;
use crate::catalog::partner::AgeRange;
use crate::index::{Index, fold};
use crisis::Crisis;
use day::Day;
use fixedbitset::FixedBitSet;
use jiff::Zoned;
use jiff::civil::Date;
use narrowing::Narrowed;
use order::{Groups, Order};
use results::GROUPS_PER_PAGE;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use understanding::{Asked, Understanding};

/// From this age in years everybody is grown up.
const GROWN_UP: u8 = 18;

/// A catalog that can be searched.
pub struct Search {
    catalog: Arc<Catalog>,
    index: Index,
    /// Made by the first query, or ahead of it ([`Search::prepare`]).
    crisis: OnceLock<Crisis>,
    /// Likewise.
    understanding: OnceLock<Understanding>,
    /// Made by the first request for a suggestion.
    suggestions: OnceLock<suggest::Prepared>,
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
        Self {
            catalog,
            index,
            crisis: OnceLock::new(),
            understanding: OnceLock::new(),
            suggestions: OnceLock::new(),
            names,
            day: RwLock::new(None),
        }
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
        let asked = self.understanding().read(self, &day, query);
        let narrowed = Narrowed::new(self, &day, query, &asked);
        let order = Order::new(self, &day, query, &asked);
        let found = narrowed.hits();
        let hits = order.hits(&found);
        let groups = Groups::new(self, &hits);
        let pages = groups.len().div_ceil(GROUPS_PER_PAGE).max(1);
        let page = query.page.clamp(1, pages);
        let unknown = order.hits(&narrowed.unknown());
        let open_to_all = order.hits(&narrowed.open_to_all(self, &day, query));
        let relaxations = match hits.is_empty() {
            true => relaxing::relaxations(self, &day, query, &asked),
            false => Vec::new(),
        };
        let partners = groups.len();
        let first = (page - 1) * GROUPS_PER_PAGE;
        let mut shown = groups.gather(&hits, first..first + GROUPS_PER_PAGE);
        if let Some(words) = &asked.words {
            shown
                .iter_mut()
                .flat_map(|g| &mut g.hits)
                .for_each(|hit| hit.reason = words.reason(hit.offer).map(Box::new));
        }
        let neighbours = relaxing::neighbours(self, &day, query, &asked, hits.is_empty());
        Results {
            offers: hits.len(),
            partners,
            groups: shown,
            page,
            pages,
            facets: self.counts(&day, query, &narrowed, &found),
            unknown: Groups::all(self, &unknown),
            unknown_offers: unknown.len(),
            open_to_all: Groups::all(self, &open_to_all),
            open_to_all_offers: open_to_all.len(),
            marks: Marks::of(asked.words.as_ref()),
            notes: notes(query, narrowed, &asked, pages),
            understood: asked.understood,
            relaxations,
            neighbours,
            crisis: self.crisis().lines(&asked.typed, &self.index),
            hits,
        }
    }

    /// Why an offer stands where it stands for a query.
    #[must_use]
    pub fn why(&self, query: &Query, offer: usize, now: &Zoned) -> Why {
        why::why(self, query, offer, now)
    }

    /// Counts of every facet, each without its own filter.
    fn counts(&self, day: &Day, query: &Query, narrowed: &Narrowed, found: &FixedBitSet) -> Vec<FacetCounts> {
        let all = day.values.counts(found);
        let mut rest = &all[..];
        let facets = FACETS.iter().zip(&day.lists).map(|(facet, list)| {
            let (counts, others) = rest.split_at(list.len());
            rest = others;
            let ticked = query.selected(facet.key);
            let values = match narrowed.has(facet.key) {
                true => list.counts(&list.holding(&narrowed.without(Some(facet.key))), ticked),
                false => list.counts(counts, ticked),
            };
            FacetCounts { key: facet.key, values }
        });
        facets.collect()
    }

    fn crisis(&self) -> &Crisis {
        self.crisis.get_or_init(|| Crisis::new(&self.catalog.crisis.lines, &self.index.analyzer().whole()))
    }

    fn understanding(&self) -> &Understanding {
        self.understanding.get_or_init(|| Understanding::new(&self.catalog, &self.index))
    }

    /// Learns now what the first query would otherwise wait for.
    pub fn prepare(&self) {
        rayon::join(|| self.understanding(), || self.crisis());
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

    /// Whether an offer says that it is for people of this age, and not for all grown-ups.
    fn states(&self, offer: usize, age: u8) -> bool {
        let some = |range: AgeRange| range.to.is_some() || range.from.is_some_and(|from| from > GROWN_UP);
        self.catalog.offers[offer].age.is_some_and(|range| range.contains(age) && some(range))
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

fn notes(query: &Query, narrowed: Narrowed, asked: &Asked, pages: usize) -> Vec<Note> {
    let mut notes = asked.notes.clone();
    notes.extend(asked.words.iter().flat_map(|words| words.notes.iter().cloned()));
    notes.extend(query.text_cut.then_some(Note::TextCut));
    notes.extend(narrowed.notes);
    notes.extend((query.page > pages).then_some(Note::PageBeyond(query.page)));
    notes
}
