//! What values an offer has in each facet, and of which values nobody knows whether it has them.
//!
//! Takes an offer, its catalog and the day; gives positions in the facet's list. One small function a row of `FACETS`.

use super::when;
use crate::catalog::choice::Degree;
use crate::catalog::partner::Offer;
use crate::catalog::vocabulary::{Term, Vocabulary};
use crate::catalog::{Catalog, Partner};
use jiff::civil::Date;
use std::sync::Arc;

/// Days after which a waiting time says nothing any more.
pub const WAITING_HOLDS_DAYS: i32 = 60;

/// Reads the values of an offer on a day.
pub(super) type Read = fn(&Catalog, &Offer, Date) -> Values;

/// The values of one offer in one facet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    /// Positions it has.
    pub(super) yes: Vec<usize>,
    /// Positions of which nobody knows.
    pub(super) unknown: Unknown,
}

/// Of which values nobody knows whether an offer has them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Unknown {
    /// All is known, or absence means absence.
    #[default]
    None,
    /// Nothing is known.
    All,
    /// These positions.
    Some(Vec<usize>),
}

fn terms<'a>(terms: impl IntoIterator<Item = &'a Arc<Term>>) -> Values {
    Values { yes: terms.into_iter().map(|t| t.position).collect(), unknown: Unknown::None }
}

/// A single value; absent means unknown.
fn one_or_unknown(term: Option<&Arc<Term>>) -> Values {
    Values { unknown: if term.is_none() { Unknown::All } else { Unknown::None }, ..terms(term) }
}

pub(super) fn themes(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.themes)
}

/// Where it is held, and whom it serves: a town served is served in all its districts, `kreisweit` in every place of
/// the region, `bundesweit` everywhere. Where only residents may come or the address is secret, the area alone counts.
pub(super) fn places(catalog: &Catalog, offer: &Offer, _: Date) -> Values {
    let list = &catalog.vocabularies.places;
    let mut yes: Vec<usize> = held_at(offer).map(|t| t.position).collect();
    if let Some(area) = &offer.area {
        for place in &area.places {
            yes.push(place.position);
            yes.extend(list.children(place).map(|t| t.position));
        }
        if area.county_wide || area.nation_wide {
            yes.extend(list.iter().filter(|t| area.nation_wide || !outside(list, t)).map(|t| t.position));
        }
    }
    Values { yes, unknown: Unknown::None }
}

/// Places where one goes to take part; none where the area alone says for whom it is.
fn held_at(offer: &Offer) -> impl Iterator<Item = &Arc<Term>> {
    let counts = held_somewhere(offer) && !offer.area.as_ref().is_some_and(|a| a.residents_only) && !offer.secret();
    offer.locations.iter().filter(move |_| counts).filter_map(|l| l.place.as_ref())
}

/// Whether one goes somewhere to take part. Without any form, a stated place is one.
pub(super) fn held_somewhere(offer: &Offer) -> bool {
    offer.forms.is_empty() || offer.on_site() || offer.has_form("unterwegs")
}

/// Whether a place lies outside the region; districts are where their town is.
pub(super) fn outside(list: &Vocabulary, place: &Term) -> bool {
    let is_outside = |term: &Term| term.place.as_ref().is_some_and(|p| p.outside);
    is_outside(place) || list.parent(place).is_some_and(|p| is_outside(p))
}

/// Especially or only for them.
pub(super) fn target_groups(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(offer.target_groups.iter().chain(&offer.only_for))
}

pub(super) fn costs(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(offer.costs.iter().map(|c| &c.kind))
}

pub(super) fn forms(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.forms)
}

pub(super) fn formats(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.formats)
}

pub(super) fn access(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.access.ways)
}

/// Papers it asks for, and papers that pay for it.
pub(super) fn vouchers(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(offer.access.vouchers.iter().chain(offer.costs.iter().filter_map(|c| c.voucher.as_ref())))
}

pub(super) fn certificates(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.certificates)
}

pub(super) fn languages(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.languages)
}

pub(super) fn german(_: &Catalog, offer: &Offer, _: Date) -> Values {
    one_or_unknown(offer.german.as_ref())
}

/// A plain `ja` of the offer or of one of its places counts. `teilweise` is a question to ask by telephone, so it stands
/// with the unknown; what belongs to a place is only asked of offers that have one.
pub(super) fn accessibility(catalog: &Catalog, offer: &Offer, _: Date) -> Values {
    let (mut yes, mut unknown) = (Vec::new(), Vec::new());
    for term in catalog.vocabularies.accessibility.iter() {
        let degree = |list: &[(Arc<Term>, Degree)]| list.iter().find(|(t, _)| t.slug == term.slug).map(|(_, d)| *d);
        let own = degree(&offer.accessibility);
        let places: Vec<Option<Degree>> = offer.locations.iter().map(|l| degree(&l.accessibility)).collect();
        let of_a_place = term.group.as_deref() == Some("ort");
        let open = |d: &Option<Degree>| matches!(d, None | Some(Degree::Partly));
        if own == Some(Degree::Yes) || places.contains(&Some(Degree::Yes)) {
            yes.push(term.position);
        } else if if of_a_place { places.iter().any(open) } else { open(&own) } {
            unknown.push(term.position);
        }
    }
    Values { yes, unknown: Unknown::Some(unknown) }
}

/// Weekdays and times of day it still happens on; without any such time nobody knows.
pub(super) fn when(_: &Catalog, offer: &Offer, today: Date) -> Values {
    let yes = when::positions(&offer.hours, today);
    Values { unknown: if yes.is_empty() { Unknown::All } else { Unknown::None }, yes }
}

/// A waiting time holds for sixty days.
pub(super) fn waiting(_: &Catalog, offer: &Offer, today: Date) -> Values {
    let fresh = offer.waiting.as_ref().filter(|(_, day)| (today - *day).get_days() <= WAITING_HOLDS_DAYS);
    one_or_unknown(fresh.map(|(term, _)| term))
}

pub(super) fn provider_kind(catalog: &Catalog, offer: &Offer, _: Date) -> Values {
    let Partner { kind, .. } = catalog.partner_of(offer);
    terms(kind)
}

pub(super) fn funding(_: &Catalog, offer: &Offer, _: Date) -> Values {
    terms(&offer.funding)
}
