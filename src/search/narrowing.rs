//! What a query leaves of the catalog: every filter as bits, and what is found without one of them.
//!
//! Takes a query and the day; gives `Narrowed`. Within a facet values are joined by OR, facets by AND; unknown values
//! match nothing. Filters that can be unknown have a second set: offers of which nobody knows.

use super::Search;
use super::day::Day;
use super::facets::{FACETS, FacetKey};
use super::origin::Origin;
use super::query::Query;
use super::results::Note;
use super::understanding::Asked;
use crate::catalog::Guide;
use fixedbitset::FixedBitSet;

/// Slug of the target group that is everybody.
pub const EVERYBODY: &str = "alle";

/// A query as bits.
pub(super) struct Narrowed {
    /// Words, scope and radius: what no facet counts without.
    base: FixedBitSet,
    /// Age and ticked facets.
    filters: Vec<Filter>,
    /// Values nobody knows, and settings nobody understands.
    pub(super) notes: Vec<Note>,
}

struct Filter {
    facet: Option<FacetKey>,
    yes: FixedBitSet,
    unknown: Option<FixedBitSet>,
}

impl Narrowed {
    pub(super) fn new(search: &Search, day: &Day, query: &Query, asked: &Asked) -> Self {
        let mut narrowed = Self { base: day.alive.clone(), filters: Vec::new(), notes: Vec::new() };
        if let Some(words) = &asked.words {
            narrowed.base.intersect_with(&words.offers);
        }
        for (understood, bits) in asked.understood.iter().zip(&asked.bits).filter(|(u, _)| !u.lifts) {
            narrowed.filters.push(Filter { facet: None, yes: bits.clone(), unknown: understood.unknown(search, day) });
        }
        narrowed.scope(search, day, query);
        let origin = Origin::of(&search.catalog, query, &asked.understood);
        let around = query.radius.zip(origin.as_ref()).map(|(radius, from)| from.within(&search.catalog, radius));
        narrowed.postal_code(query, origin.as_ref(), around.as_ref());
        if let Some(age) = query.age {
            let bits = |test: &dyn Fn(usize) -> bool| search.bits((0..search.len()).filter(|i| test(*i)));
            narrowed.filters.push(Filter {
                facet: None,
                yes: bits(&|i| search.catalog.offers[i].age.is_some_and(|a| a.contains(age))),
                unknown: Some(bits(&|i| search.catalog.offers[i].age.is_none())),
            });
        }
        for (facet, list) in FACETS.iter().zip(&day.lists) {
            let ticked = query.selected(facet.key);
            if ticked.is_empty() {
                continue;
            }
            let unknown_values = ticked.iter().filter(|slug| !list.knows(slug));
            narrowed.notes.extend(unknown_values.map(|slug| Note::UnknownValue(facet.key, slug.clone())));
            let mut yes = list.any(ticked, search.len());
            if let (FacetKey::Place, None, Some(around)) = (facet.key, &query.postal_code, &around) {
                yes.union_with(around);
            }
            let unknown = facet.has_unknown.then(|| list.unknown(ticked, search.len()));
            narrowed.filters.push(Filter { facet: Some(facet.key), yes, unknown });
        }
        narrowed
    }

    /// Partner, list and guide. Words search both guides always.
    fn scope(&mut self, search: &Search, day: &Day, query: &Query) {
        let catalog = &search.catalog;
        if let Some(id) = &query.partner {
            let partner = catalog.partner(id).or_else(|| catalog.successor_of(id));
            self.only_of("stelle", id, partner.map(|p| search.bits(p.offers.clone())));
        }
        if let Some(stem) = &query.list {
            let list = catalog.lists.iter().find(|(s, _)| s == stem);
            let offers = list.map(|(_, list)| {
                let named = list.entries.iter().filter_map(|e| e.offer.split_once('/'));
                search.bits(named.filter_map(|(partner, offer)| catalog.offer_index(partner, offer)))
            });
            self.only_of("liste", stem, offers);
        }
        if let (Some(guide), true) = (query.guide, query.text.is_empty()) {
            let at = Guide::ALL.iter().position(|g| *g == guide);
            self.only_of("wegweiser", guide.word(), at.map(|i| day.guides[i].clone()));
        }
        for (key, value) in &query.unread {
            self.only_of(key, value, None);
        }
    }

    /// The radius around a postal code; around ticked places it widens their facet instead.
    fn postal_code(&mut self, query: &Query, origin: Option<&Origin>, around: Option<&FixedBitSet>) {
        match (&query.postal_code, around) {
            (Some(code), _) if origin.is_none() => self.only_of("plz", code, None),
            (Some(_), Some(around)) => self.base.intersect_with(around),
            (None, None) if query.radius.is_some() => self.notes.push(Note::RadiusWithoutPlace),
            _ => {}
        }
    }

    fn only_of(&mut self, key: &'static str, value: &str, offers: Option<FixedBitSet>) {
        match offers {
            Some(offers) => self.base.intersect_with(&offers),
            None => {
                self.base.clear();
                self.notes.push(Note::UnknownSetting(key, value.to_owned()));
            }
        }
    }

    /// The offers found.
    pub(super) fn hits(&self) -> FixedBitSet {
        self.without(None)
    }

    /// The offers found without the filter of one facet.
    pub(super) fn without(&self, facet: Option<FacetKey>) -> FixedBitSet {
        let mut bits = self.base.clone();
        for filter in self.filters.iter().filter(|f| facet.is_none() || f.facet != facet) {
            bits.intersect_with(&filter.yes);
        }
        bits
    }

    /// Whether a facet narrows.
    pub(super) fn has(&self, facet: FacetKey) -> bool {
        self.filters.iter().any(|f| f.facet == Some(facet))
    }

    /// Offers that pass every filter if what nobody knows of them is taken for a yes, and are not found.
    pub(super) fn unknown(&self) -> FixedBitSet {
        let mut bits = self.base.clone();
        for filter in &self.filters {
            let mut passing = filter.yes.clone();
            filter.unknown.iter().for_each(|unknown| passing.union_with(unknown));
            bits.intersect_with(&passing);
        }
        bits.difference_with(&self.hits());
        bits
    }

    /// Offers for everybody that pass all filters but the ticked target groups, and are not found.
    pub(super) fn open_to_all(&self, search: &Search, day: &Day, query: &Query) -> FixedBitSet {
        if query.selected(FacetKey::TargetGroup).iter().all(|slug| slug == EVERYBODY) {
            return FixedBitSet::with_capacity(search.len());
        }
        let everybody = [EVERYBODY.to_owned()];
        let mut bits = self.without(Some(FacetKey::TargetGroup));
        bits.intersect_with(&day.lists[FacetKey::TargetGroup as usize].any(&everybody, search.len()));
        bits.difference_with(&self.hits());
        bits
    }
}
