//! What depends on the day: which times and waiting times still hold, what is over, the neutral order.
//!
//! Takes the catalog and a date; gives everything a search needs, once a day.

use super::lists::{OfferValues, ValueList};
use super::values::{held_somewhere, outside};
use crate::catalog::choice::Status;
use crate::catalog::partner::Offer;
use crate::catalog::{Catalog, Guide};
use fixedbitset::FixedBitSet;
use jiff::civil::Date;

/// The catalog on one day, as bits: one an offer.
pub(super) struct Day {
    pub(super) date: Date,
    /// Values of each facet, in the order of `FACETS`.
    pub(super) lists: Vec<ValueList>,
    /// The same, by offer.
    pub(super) values: OfferValues,
    /// Everything that is not `beendet`; the rest is never found.
    pub(super) alive: FixedBitSet,
    /// Over or paused: nobody can go there now.
    pub(super) away: FixedBitSet,
    /// Not checked for too long, or never.
    pub(super) overdue: FixedBitSet,
    /// Offers with a theme of each guide, in the order of `Guide::ALL`.
    pub(super) guides: Vec<FixedBitSet>,
    /// Place of each offer in today's neutral order.
    pub(super) neutral: Vec<usize>,
}

impl Day {
    pub(super) fn new(catalog: &Catalog, date: Date) -> Self {
        let bits = |test: &dyn Fn(&Offer) -> bool| -> FixedBitSet {
            let mut bits = FixedBitSet::with_capacity(catalog.offers.len());
            catalog.offers.iter().enumerate().filter(|(_, o)| test(o)).for_each(|(i, _)| bits.insert(i));
            bits
        };
        let lists = ValueList::all(catalog, date);
        Self {
            date,
            values: OfferValues::new(&lists, catalog.offers.len()),
            lists,
            alive: bits(&|o| o.status != Status::Ended),
            away: bits(&|o| o.status == Status::Paused || o.over(date)),
            overdue: bits(&|o| o.checked.is_none_or(|c| c.overdue(date))),
            guides: Guide::ALL.iter().map(|guide| bits(&|o| belongs(catalog, o, *guide))).collect(),
            neutral: neutral(catalog, date),
        }
    }
}

/// Whether one of its themes, or the theme above it, is of this guide.
fn belongs(catalog: &Catalog, offer: &Offer, guide: Guide) -> bool {
    let themes = &catalog.vocabularies.themes;
    offer.themes.iter().any(|theme| theme.guide.or_else(|| themes.parent(theme)?.guide) == Some(guide))
}

/// An order nobody can buy or earn: by a hash of the day and the offer's address, another one every day.
fn neutral(catalog: &Catalog, date: Date) -> Vec<usize> {
    let hash = |offer: &Offer| {
        let mut hasher = blake3::Hasher::new();
        hasher.update(format!("{date} {}/{}", catalog.partner_of(offer).id, offer.id).as_bytes());
        *hasher.finalize().as_bytes()
    };
    let mut order: Vec<_> = catalog.offers.iter().map(hash).zip(0..).collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    order.into_iter().enumerate().for_each(|(place, (_, offer))| places[offer] = place);
    places
}

/// Whether an offer comes to people who live in one of these places: by its area, not by an address.
pub(super) fn serves(catalog: &Catalog, offer: &Offer, places: &[usize]) -> bool {
    let list = &catalog.vocabularies.places;
    offer.area.as_ref().is_some_and(|area| {
        area.nation_wide
            || places.iter().filter_map(|p| list.at(*p)).any(|place| {
                (area.county_wide && !outside(list, place))
                    || area.places.iter().any(|a| a.position == place.position || Some(a.position) == place.parent)
            })
    })
}

/// Whether one must go there to take part.
pub(super) fn only_on_site(offer: &Offer) -> bool {
    held_somewhere(offer) && offer.forms.iter().all(|f| matches!(f.slug.as_str(), "vor-ort" | "unterwegs"))
}
