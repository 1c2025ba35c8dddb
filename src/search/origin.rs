//! Where somebody starts from, and how far everything is.
//!
//! Takes a query's postal code or ticked places; gives distances in km as the crow flies, distance bands and the offers
//! within a radius. Secret addresses have no distance; addresses told by telephone only that of their district.

use super::day::{only_on_site, serves};
use super::facets::FacetKey;
use super::query::Query;
use super::results::Understood;
use super::values::held_somewhere;
use crate::catalog::Catalog;
use crate::catalog::choice::AddressVisibility;
use crate::catalog::partner::{Location, Offer};
use crate::catalog::record::PointRecord;
use crate::catalog::vocabulary::Term;
use fixedbitset::FixedBitSet;

/// Upper ends of the distance bands behind "same town", in km.
const BANDS: [f32; 2] = [5.0, 15.0];

/// A point or points to measure from.
#[derive(Debug, Default)]
pub(super) struct Origin {
    /// Positions of its places in the list `orte`.
    places: Vec<usize>,
    points: Vec<PointRecord>,
}

impl Origin {
    /// The origin of a query: its postal code if some place has it, else its ticked places, else the postal code or
    /// places among its words; `None` without any.
    pub(super) fn of(catalog: &Catalog, query: &Query, understood: &[Understood]) -> Option<Self> {
        if let Some(code) = &query.postal_code {
            return Self::of_postal_code(catalog, code);
        }
        let list = &catalog.vocabularies.places;
        let term = |slug: &String| list.get(slug).map(AsRef::as_ref);
        let mut ticked: Vec<&Term> = query.selected(FacetKey::Place).iter().filter_map(term).collect();
        if ticked.is_empty() {
            if let Some(code) = understood.iter().find_map(|u| u.postal_code.as_ref()) {
                return Self::of_postal_code(catalog, code);
            }
            let places = understood.iter().flat_map(|u| &u.facets).filter(|(key, _)| *key == FacetKey::Place);
            ticked = places.filter_map(|(_, slug)| term(slug)).collect();
        }
        (!ticked.is_empty()).then(|| Self {
            places: ticked.iter().map(|t| t.position).collect(),
            points: ticked.iter().filter_map(|t| t.place.as_ref()?.point).collect(),
        })
    }

    /// The middle of the districts with this code, or of the towns if no district has it.
    fn of_postal_code(catalog: &Catalog, code: &str) -> Option<Self> {
        let list = &catalog.vocabularies.places;
        let has = |t: &&Term| t.place.as_ref().is_some_and(|p| p.postal_codes.iter().any(|c| c == code));
        let places: Vec<&Term> = list.iter().map(AsRef::as_ref).filter(has).collect();
        let districts = places.iter().any(|t| t.parent.is_some());
        let points: Vec<PointRecord> =
            places.iter().filter(|t| t.parent.is_some() == districts).filter_map(|t| t.place.as_ref()?.point).collect();
        let count = points.len() as f64;
        let middle = (!points.is_empty()).then(|| PointRecord {
            lat: points.iter().map(|p| p.lat).sum::<f64>() / count,
            lon: points.iter().map(|p| p.lon).sum::<f64>() / count,
        });
        let places: Vec<usize> = places.iter().map(|t| t.position).collect();
        (!places.is_empty()).then(|| Self { places, points: middle.into_iter().collect() })
    }

    /// Distance in km to the nearest place one goes to, where both points are known.
    pub(super) fn distance(&self, offer: &Offer) -> Option<f32> {
        if !held_somewhere(offer) {
            return None;
        }
        let there = offer.locations.iter().filter_map(|l| point(l));
        let pairs = there.flat_map(|there| self.points.iter().map(move |here| km(*here, there)));
        pairs.min_by(f32::total_cmp)
    }

    /// The distance band: 0 the same town or coming from there anyway, then up to 5 km, up to 15 km, farther or unknown.
    pub(super) fn band(&self, catalog: &Catalog, offer: &Offer, distance: Option<f32>) -> usize {
        let town = |place: usize| {
            let term = catalog.vocabularies.places.at(place);
            term.and_then(|t| t.parent).unwrap_or(place)
        };
        let here = offer.locations.iter().filter(|_| held_somewhere(offer)).filter_map(|l| l.place.as_ref());
        let same_town = here.into_iter().any(|p| self.places.iter().any(|o| town(*o) == town(p.position)));
        if same_town || self.comes_here(catalog, offer) {
            return 0;
        }
        1 + distance.map_or(BANDS.len(), |d| BANDS.iter().take_while(|band| d > **band).count())
    }

    fn comes_here(&self, catalog: &Catalog, offer: &Offer) -> bool {
        !only_on_site(offer) && serves(catalog, offer, &self.places)
    }

    /// Offers at most `radius` km away, and those that come, call or write to people there.
    pub(super) fn within(&self, catalog: &Catalog, radius: u8) -> FixedBitSet {
        let mut bits = FixedBitSet::with_capacity(catalog.offers.len());
        for (i, offer) in catalog.offers.iter().enumerate() {
            let elsewhere = offer.area.as_ref().is_some_and(|a| a.residents_only) || offer.secret();
            let near = !elsewhere && self.distance(offer).is_some_and(|d| d <= f32::from(radius));
            bits.set(i, near || self.comes_here(catalog, offer));
        }
        bits
    }
}

fn point(location: &Location) -> Option<PointRecord> {
    match location.visibility {
        AddressVisibility::Public => location.point,
        AddressVisibility::OnRequest => location.place.as_ref()?.place.as_ref()?.point,
        AddressVisibility::Secret => None,
    }
}

/// Great-circle distance in km.
pub(super) fn km(a: PointRecord, b: PointRecord) -> f32 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let (dlat, dlon) = ((lat_b - lat_a) / 2.0, (b.lon - a.lon).to_radians() / 2.0);
    let h = dlat.sin().powi(2) + lat_a.cos() * lat_b.cos() * dlon.sin().powi(2);
    (2.0 * 6371.0 * h.sqrt().clamp(0.0, 1.0).asin()) as f32
}
