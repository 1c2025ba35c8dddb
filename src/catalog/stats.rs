//! How the catalog is spread: how often every value of every list is used, partners per town, ages of checks.
//!
//! Takes a catalog and the day; gives plain counts in list order, values nobody uses included. For network managers who
//! look for gaps, and for the test that keeps the shipped catalog varied.

use super::choice::{Degree, Status};
use super::{Catalog, Offer, Term, Vocabularies};
use jiff::civil::Date;
use std::collections::HashSet;
use std::sync::Arc;

/// Upper ends of the age classes of checks, in months.
pub const CHECK_AGES: &[i32] = &[3, 6, 12, 18, 24];

/// The spread of a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stats {
    /// Partners.
    pub partners: usize,
    /// Offers, ended ones included.
    pub offers: usize,
    /// Offers that pause.
    pub paused: usize,
    /// Offers that have ended.
    pub ended: usize,
    /// Partners with exactly one offer.
    pub single: usize,
    /// Most offers of one partner.
    pub largest: usize,
    /// Partners per town of the region (by their first known place); `ueberregional` has none.
    pub towns: Vec<Count>,
    /// Offers per value, one list a vocabulary, both levels.
    pub lists: Vec<(&'static str, Vec<Count>)>,
    /// Offers by the age of their last check: up to so many months ([`CHECK_AGES`]), then `aelter` and `nie`.
    pub check_age: Vec<Count>,
}

/// How often something is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Slug or class.
    pub slug: String,
    /// Offers (towns: partners).
    pub count: usize,
}

impl Stats {
    /// Counts a catalog as it stands on a day.
    #[must_use]
    pub fn of(catalog: &Catalog, today: Date) -> Self {
        let with = |status| catalog.offers.iter().filter(|o| o.status == status).count();
        Self {
            partners: catalog.partners.len(),
            offers: catalog.offers.len(),
            paused: with(Status::Paused),
            ended: with(Status::Ended),
            single: catalog.partners.iter().filter(|p| p.offers.len() == 1).count(),
            largest: catalog.partners.iter().map(|p| p.offers.len()).max().unwrap_or(0),
            towns: towns(catalog),
            lists: Vocabularies::NAMES.iter().map(|name| (*name, list(catalog, name))).collect(),
            check_age: check_age(catalog, today),
        }
    }

    /// Offers that carry a value; for a value of the first level also those that carry one below it.
    #[must_use]
    pub fn count(&self, list: &str, slug: &str) -> usize {
        let values = self.lists.iter().find(|(name, _)| *name == list).map(|(_, values)| values);
        values.and_then(|v| v.iter().find(|c| c.slug == slug)).map_or(0, |c| c.count)
    }
}

fn towns(catalog: &Catalog) -> Vec<Count> {
    let places = &catalog.vocabularies.places;
    let inside = places.roots().filter(|t| !t.place.as_ref().is_some_and(|p| p.outside));
    let mut counts: Vec<Count> = inside.map(|t| Count { slug: t.slug.clone(), count: 0 }).collect();
    counts.push(Count { slug: "ueberregional".to_owned(), count: 0 });
    let last = counts.len() - 1;
    for partner in &catalog.partners {
        let place = partner.locations.iter().find_map(|l| l.place.as_ref());
        let town = place.map(|p| places.parent(p).unwrap_or(p));
        let row = town.and_then(|t| counts.iter().position(|c| c.slug == t.slug)).unwrap_or(last);
        counts[row].count += 1;
    }
    counts
}

fn list(catalog: &Catalog, name: &str) -> Vec<Count> {
    let Some(vocabulary) = catalog.vocabularies.by_name(name) else { return Vec::new() };
    let mut counts = vec![0; vocabulary.len()];
    for offer in &catalog.offers {
        let mut used: HashSet<usize> = carried(catalog, offer, name).iter().map(|t| t.position).collect();
        used.extend(carried(catalog, offer, name).iter().filter_map(|t| t.parent));
        used.into_iter().for_each(|position| counts[position] += 1);
    }
    vocabulary.iter().zip(counts).map(|(term, count)| Count { slug: term.slug.clone(), count }).collect()
}

/// The values of one list an offer (or its partner) carries.
fn carried(catalog: &Catalog, offer: &Offer, list: &str) -> Vec<Arc<Term>> {
    let partner = catalog.partner_of(offer);
    let known = |pairs: &[(Arc<Term>, Degree)]| pairs.iter().map(|(t, _)| t.clone()).collect::<Vec<_>>();
    match list {
        "themen" => offer.themes.clone(),
        "orte" => {
            let sites = offer.locations.iter().filter_map(|l| l.place.clone());
            sites.chain(offer.area.iter().flat_map(|a| a.places.clone())).collect()
        }
        "zielgruppen" => [offer.target_groups.clone(), offer.only_for.clone()].concat(),
        "voraussetzungen" => offer.prerequisites.clone(),
        "formen" => offer.forms.clone(),
        "formate" => offer.formats.clone(),
        "zugang" => offer.access.ways.clone(),
        "scheine" => {
            let costs = offer.costs.iter().filter_map(|c| c.voucher.clone());
            offer.access.vouchers.iter().cloned().chain(costs).collect()
        }
        "bescheinigungen" => offer.certificates.clone(),
        "mitbringen" => offer.access.bring.clone(),
        "kosten" => offer.costs.iter().map(|c| c.kind.clone()).collect(),
        "foerderung" => offer.funding.clone(),
        "barrierefreiheit" => {
            let places = offer.locations.iter().flat_map(|l| known(&l.accessibility));
            places.chain(known(&offer.accessibility)).collect()
        }
        "deutsch" => offer.german.iter().cloned().collect(),
        "dolmetschen" => offer.interpreting.iter().cloned().collect(),
        "service" => offer.services.clone(),
        "vertraulich" => offer.confidentiality.iter().cloned().collect(),
        "wartezeit" => offer.waiting.iter().map(|(t, _)| t.clone()).collect(),
        "traegerarten" => partner.kind.iter().cloned().collect(),
        "kontaktrollen" => offer.contacts.iter().filter_map(|c| c.role.clone()).collect(),
        "sprachen" => offer.languages.clone(),
        _ => Vec::new(),
    }
}

fn check_age(catalog: &Catalog, today: Date) -> Vec<Count> {
    let classes = CHECK_AGES.iter().map(|months| format!("bis-{months}-monate"));
    let mut counts: Vec<Count> =
        classes.chain(["aelter".to_owned(), "nie".to_owned()]).map(|slug| Count { slug, count: 0 }).collect();
    for offer in &catalog.offers {
        let class = offer.checked.map_or(CHECK_AGES.len() + 1, |checked| {
            let days = (today - checked.date).get_days();
            // A month is a twelfth of 365.25 days here: classes need no calendar.
            CHECK_AGES.iter().position(|months| days * 4 * 12 <= months * 1461).unwrap_or(CHECK_AGES.len())
        });
        counts[class].count += 1;
    }
    counts
}
