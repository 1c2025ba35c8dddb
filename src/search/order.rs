//! The order of results, open to anybody: relevance, then near before far, then a lot drawn anew every day.
//!
//! Takes the offers found; gives hits in order and partners in the order of their best offer. Whoever is over or paused
//! stands behind all others; whoever was not checked for long stands behind those that match as well.

use super::Search;
use super::day::Day;
use super::matching::Match;
use super::origin::Origin;
use super::query::{Query, Sort};
use super::results::{Group, Hit};
use super::understanding::Asked;
use fixedbitset::FixedBitSet;
use std::ops::Range;

/// Everything a comparison looks at, most important first.
type Key = [u64; 5];

/// Puts offers in order.
pub(super) struct Order<'a> {
    search: &'a Search,
    day: &'a Day,
    words: Option<&'a Match>,
    sort: Sort,
    origin: Option<Origin>,
}

impl<'a> Order<'a> {
    pub(super) fn new(search: &'a Search, day: &'a Day, query: &Query, asked: &'a Asked) -> Self {
        let origin = Origin::of(&search.catalog, query, &asked.understood);
        Self { search, day, words: asked.words.as_ref(), sort: query.sort, origin }
    }

    /// The offers as hits, in order.
    pub(super) fn hits(&self, offers: &FixedBitSet) -> Vec<Hit> {
        let mut keyed: Vec<(Key, Hit)> =
            offers.ones().map(|offer| self.hit(offer)).map(|h| (self.key(&h), h)).collect();
        keyed.sort_unstable_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, hit)| hit).collect()
    }

    fn hit(&self, offer: usize) -> Hit {
        let content = &self.search.catalog.offers[offer];
        Hit {
            offer,
            score: self.words.map_or(0.0, |w| w.scores[offer]),
            distance: self.origin.as_ref().and_then(|o| o.distance(content)),
            reason: None,
        }
    }

    fn key(&self, hit: &Hit) -> Key {
        let away = u64::from(self.day.away.contains(hit.offer));
        let overdue = u64::from(self.day.overdue.contains(hit.offer));
        let neutral = self.day.neutral[hit.offer] as u64;
        let content = &self.search.catalog.offers[hit.offer];
        let catalog = &self.search.catalog;
        match self.sort {
            Sort::Best => {
                let band = self.origin.as_ref().map_or(0, |o| o.band(catalog, content, hit.distance));
                // Positive floats sort as their bits do.
                [away, u64::from(u32::MAX - hit.score.to_bits()), overdue, band as u64, neutral]
            }
            Sort::Distance => [away, hit.distance.map_or(u64::MAX, |d| (d * 10.0).round() as u64), overdue, neutral, 0],
            Sort::Name => [self.search.names[hit.offer] as u64, 0, 0, 0, 0],
            Sort::Checked => {
                let age = content.checked.map(|c| (self.day.date - c.date).get_days());
                [away, age.map_or(u64::MAX, |days| u64::from(days.max(0).unsigned_abs())), neutral, 0, 0]
            }
        }
    }
}

/// Hits gathered by partner, in the order of each partner's best.
pub(super) struct Groups {
    partners: Vec<usize>,
    /// The group of each hit.
    of_hit: Vec<usize>,
}

impl Groups {
    /// Says which hit belongs where; nothing is copied before it is to be shown.
    pub(super) fn new(search: &Search, hits: &[Hit]) -> Self {
        let mut partners = Vec::new();
        let mut of_partner = vec![usize::MAX; search.catalog.partners.len()];
        let group = |hit: &Hit| {
            let partner = search.catalog.offers[hit.offer].partner;
            let group = &mut of_partner[partner];
            if *group == usize::MAX {
                *group = partners.len();
                partners.push(partner);
            }
            *group
        };
        let of_hit = hits.iter().map(group).collect();
        Self { partners, of_hit }
    }

    /// All groups of some hits.
    pub(super) fn all(search: &Search, hits: &[Hit]) -> Vec<Group> {
        let groups = Self::new(search, hits);
        groups.gather(hits, 0..groups.len())
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.partners.len()
    }

    /// Some of the groups with their hits.
    pub(super) fn gather(&self, hits: &[Hit], range: Range<usize>) -> Vec<Group> {
        let range = range.start..range.end.min(self.len());
        let empty = |partner: &usize| Group { partner: *partner, hits: Vec::new() };
        let mut groups: Vec<Group> = self.partners[range.clone()].iter().map(empty).collect();
        for (hit, group) in hits.iter().zip(&self.of_hit).filter(|(_, group)| range.contains(group)) {
            groups[group - range.start].hits.push(hit.clone());
        }
        groups
    }
}
