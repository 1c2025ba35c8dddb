//! Ways out: what to give up where nothing was found, and towns near the one asked for.
//!
//! Takes a query; gives others that find something, the closest to it first.

use super::Search;
use super::day::Day;
use super::facets::FacetKey;
use super::narrowing::Narrowed;
use super::origin::km;
use super::query::Query;
use super::results::{Dropped, Relaxation};
use super::understanding::Asked;
use super::values::outside;
use crate::catalog::Term;

/// Single filters by what dropping them finds, then all filters, then the words.
pub(super) fn relaxations(search: &Search, day: &Day, query: &Query, asked: &Asked) -> Vec<Relaxation> {
    let try_without = |dropped: Dropped| {
        let wider = without(query, dropped)?;
        let none = Asked::default();
        let asked = if dropped == Dropped::Words { &none } else { asked };
        let offers = Narrowed::new(search, day, &wider, asked).hits().count_ones(..);
        (offers > 0).then_some(Relaxation { query: wider, dropped, offers })
    };
    let facets = query.facets.keys().map(|key| Dropped::Facet(*key));
    let settings = [Dropped::Age, Dropped::Radius, Dropped::Partner, Dropped::List, Dropped::Guide, Dropped::Unread];
    let mut single: Vec<Relaxation> = facets.chain(settings).filter_map(try_without).collect();
    single.sort_by_key(|relaxation| std::cmp::Reverse(relaxation.offers));
    let all = [Dropped::Filters, Dropped::Words].into_iter().filter_map(try_without);
    let known: Vec<Query> = single.iter().map(|r| r.query.clone()).collect();
    single.extend(all.filter(|r| !known.contains(&r.query)));
    single
}

/// Towns named at most.
const NEIGHBOURS: usize = 3;

/// Towns of the region next to a place where nothing is found, nearest first, each with what it would find there: for a
/// ticked place, and for one among the words that narrows nothing because it would leave nothing.
pub(super) fn neighbours(search: &Search, day: &Day, query: &Query, asked: &Asked, empty: bool) -> Vec<Relaxation> {
    let list = &search.catalog.vocabularies.places;
    let typed = asked.understood.iter().filter(|u| u.lifts || empty).find_map(|u| {
        let place = u.facets.iter().find(|(key, _)| *key == FacetKey::Place);
        place.map(|(_, slug)| (slug.clone(), query.for_words(&u.rest)))
    });
    let ticked = query.selected(FacetKey::Place).first().filter(|_| empty).cloned();
    let Some((slug, wider)) = ticked.map(|slug| (slug, query.without_facet(FacetKey::Place))).or(typed) else {
        return Vec::new();
    };
    let point = |term: &Term| term.place.as_ref().and_then(|place| place.point);
    let Some(here) = list.get(&slug) else { return Vec::new() };
    let Some(from) = point(here).or_else(|| point(list.parent(here)?)) else { return Vec::new() };
    let towns = list.roots().filter(|town| !outside(list, town) && town.slug != slug);
    let towns = towns.filter(|town| list.parent(here).is_none_or(|parent| parent.slug != town.slug));
    let mut near: Vec<(f32, &Term)> = towns.filter_map(|town| Some((km(from, point(town)?), town.as_ref()))).collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    let there = |(km, town): (f32, &Term)| {
        let nearby = wider.with(FacetKey::Place, &town.slug);
        let asked = search.understanding().read(search, day, &nearby);
        let offers = Narrowed::new(search, day, &nearby, &asked).hits().count_ones(..);
        let dropped = Dropped::Nearby { place: town.position, km: km.round() as u16 };
        (offers > 0).then_some(Relaxation { query: nearby, dropped, offers })
    };
    near.into_iter().filter_map(there).take(NEIGHBOURS).collect()
}

/// The query without something; `None` if it does not have it.
fn without(query: &Query, dropped: Dropped) -> Option<Query> {
    let mut wider = Query { page: 1, ..query.clone() };
    match dropped {
        Dropped::Facet(key) => wider = query.without_facet(key),
        Dropped::Age => wider.age = None,
        Dropped::Radius => (wider.radius, wider.postal_code) = (None, None),
        Dropped::Partner => wider.partner = None,
        Dropped::List => wider.list = None,
        Dropped::Guide => wider.guide = None,
        Dropped::Unread => wider.unread.clear(),
        Dropped::Filters => wider = query.without_filters(),
        Dropped::Words => (wider.text, wider.text_cut) = (String::new(), false),
        Dropped::Nearby { .. } => {}
    }
    let changed = wider != Query { page: 1, ..query.clone() };
    (changed && !wider.is_empty()).then_some(wider)
}
