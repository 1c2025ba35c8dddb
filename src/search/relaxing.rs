//! Ways out of an empty result: what to give up, and what that would find.
//!
//! Takes a query that found nothing; gives wider ones that find something, the closest to it first.

use super::Search;
use super::day::Day;
use super::narrowing::Narrowed;
use super::query::Query;
use super::results::{Dropped, Relaxation};
use super::understanding::Asked;

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
    }
    let changed = wider != Query { page: 1, ..query.clone() };
    (changed && !wider.is_empty()).then_some(wider)
}
