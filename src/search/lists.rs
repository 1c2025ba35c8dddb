//! The values of each facet as lists with one bit an offer: filters and counts are ANDs of these.
//!
//! Takes the catalog and the day; gives one `ValueList` a facet, in the order of `FACETS`, and the values of each offer.

use super::facets::{FACETS, Facet};
use super::results::ValueCount;
use super::values::Unknown;
use super::when;
use crate::catalog::{Catalog, Term, Vocabulary};
use fixedbitset::FixedBitSet;
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Arc;

/// Lists of up to so many values are shown whole; of longer ones only what is ticked or would find something.
pub const WHOLE_LIST: usize = 12;

/// One facet's values.
pub(super) struct ValueList {
    values: Vec<Value>,
    by_slug: HashMap<String, usize>,
}

/// One value and the offers that have it.
struct Value {
    slug: Arc<str>,
    parent: Option<usize>,
    group: Option<Arc<str>>,
    listed: bool,
    offers: FixedBitSet,
    unknown: FixedBitSet,
}

impl ValueList {
    /// The lists of all facets on a day.
    pub(super) fn all(catalog: &Catalog, today: Date) -> Vec<Self> {
        FACETS.iter().map(|facet| Self::new(facet, catalog, today)).collect()
    }

    fn new(facet: &Facet, catalog: &Catalog, today: Date) -> Self {
        let (mut list, at) = Self::empty(facet, catalog);
        for (offer, content) in catalog.offers.iter().enumerate() {
            let values = (facet.values)(catalog, content, today);
            for position in values.yes {
                let mut next = at.get(position).copied();
                while let Some(value) = next {
                    list.values[value].offers.insert(offer);
                    next = list.values[value].parent;
                }
            }
            match values.unknown {
                Unknown::None => {}
                Unknown::All => list.values.iter_mut().for_each(|v| v.unknown.insert(offer)),
                Unknown::Some(positions) => {
                    for value in positions.into_iter().filter_map(|p| at.get(p)) {
                        list.values[*value].unknown.insert(offer);
                    }
                }
            }
        }
        list
    }

    /// The list without offers, and where each position of the vocabulary stands in it. A heading that is a value stands
    /// before its first member and is its parent.
    fn empty(facet: &Facet, catalog: &Catalog) -> (Self, Vec<usize>) {
        let offers = catalog.offers.len();
        let mut list = Self { values: Vec::new(), by_slug: HashMap::new() };
        let Some(vocabulary) = facet.vocabulary.and_then(|name| catalog.vocabularies.by_name(name)) else {
            for (position, slug) in when::slugs().into_iter().enumerate() {
                list.push(slug, offers, position < when::LISTED);
            }
            let at = (0..list.values.len()).collect();
            return (list, at);
        };
        let mut at = vec![0; vocabulary.len()];
        for term in in_groups(vocabulary, facet.groups) {
            let group = term.group.as_ref().filter(|_| facet.groups);
            let heading = group.map(|g| match list.by_slug.get(g) {
                Some(known) => *known,
                None => list.push(g.clone(), offers, true),
            });
            let value = list.push(term.slug.clone(), offers, true);
            list.values[value].parent = heading.or_else(|| term.parent.and_then(|p| at.get(p).copied()));
            list.values[value].group = term.group.as_deref().map(Arc::from);
            at[term.position] = value;
        }
        for term in vocabulary.iter() {
            for former in &term.former {
                list.by_slug.entry(former.clone()).or_insert(at[term.position]);
            }
        }
        (list, at)
    }

    fn push(&mut self, slug: String, offers: usize, listed: bool) -> usize {
        let bits = FixedBitSet::with_capacity(offers);
        self.by_slug.insert(slug.clone(), self.values.len());
        let slug = slug.into();
        self.values.push(Value { slug, parent: None, group: None, listed, offers: bits.clone(), unknown: bits });
        self.values.len() - 1
    }

    /// How many values it has.
    pub(super) const fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether a slug (or a former one) is a value.
    pub(super) fn knows(&self, slug: &str) -> bool {
        self.by_slug.contains_key(slug)
    }

    /// Offers with any of these values.
    pub(super) fn any(&self, slugs: &[String], offers: usize) -> FixedBitSet {
        self.union(slugs, offers, |value| &value.offers)
    }

    /// Offers of which it is not known whether they have any of these values.
    pub(super) fn unknown(&self, slugs: &[String], offers: usize) -> FixedBitSet {
        self.union(slugs, offers, |value| &value.unknown)
    }

    fn union(&self, slugs: &[String], offers: usize, bits: fn(&Value) -> &FixedBitSet) -> FixedBitSet {
        let mut all = FixedBitSet::with_capacity(offers);
        for value in slugs.iter().filter_map(|s| self.by_slug.get(s)) {
            all.union_with(bits(&self.values[*value]));
        }
        all
    }

    /// How many of `offers` each value has.
    pub(super) fn holding(&self, offers: &FixedBitSet) -> Vec<usize> {
        self.values.iter().map(|v| v.offers.intersection_count(offers)).collect()
    }

    /// The values with how many offers each has; long lists without values that are neither ticked nor found.
    pub(super) fn counts(&self, counts: &[usize], ticked: &[String]) -> Vec<ValueCount> {
        let mut selected = vec![false; self.values.len()];
        ticked.iter().filter_map(|s| self.by_slug.get(s)).for_each(|value| selected[*value] = true);
        let whole = self.values.iter().filter(|v| v.listed).count() <= WHOLE_LIST;
        let mut kept: Vec<bool> = (0..self.values.len())
            .map(|i| selected[i] || (self.values[i].listed && (whole || counts[i] > 0)))
            .collect();
        for i in 0..kept.len() {
            if let (true, Some(parent)) = (kept[i], self.values[i].parent) {
                kept[parent] = true;
            }
        }
        let values = self.values.iter().enumerate().filter(|(i, _)| kept[*i]);
        values
            .map(|(i, value)| ValueCount {
                slug: value.slug.clone(),
                count: counts[i],
                selected: selected[i],
                child: value.parent.is_some(),
                group: value.group.clone(),
            })
            .collect()
    }
}

/// The values of each offer, over all facets: what some offers have is counted in one pass over them.
pub(super) struct OfferValues {
    /// Where the values of each offer begin; one more where the last ones end.
    starts: Vec<usize>,
    /// Places in all lists, one after the other.
    values: Vec<usize>,
    /// How many values all lists have.
    all: usize,
}

impl OfferValues {
    /// Turns the lists round.
    pub(super) fn new(lists: &[ValueList], offers: usize) -> Self {
        let mut of = vec![Vec::new(); offers];
        let values = lists.iter().flat_map(|list| &list.values);
        for (place, value) in values.clone().enumerate() {
            value.offers.ones().for_each(|offer| of[offer].push(place));
        }
        let mut starts = vec![0];
        starts.extend(of.iter().scan(0, |end, values| {
            *end += values.len();
            Some(*end)
        }));
        Self { starts, all: values.count(), values: of.concat() }
    }

    /// How many of `offers` each value of all lists has.
    pub(super) fn counts(&self, offers: &FixedBitSet) -> Vec<usize> {
        let mut counts = vec![0; self.all];
        for offer in offers.ones() {
            self.values[self.starts[offer]..self.starts[offer + 1]].iter().for_each(|value| counts[*value] += 1);
        }
        counts
    }
}

/// Terms in list order; if headings are values, each heading's terms together, where the first of them stands.
fn in_groups(vocabulary: &Vocabulary, groups: bool) -> Vec<&Term> {
    let mut terms: Vec<&Term> = vocabulary.iter().map(AsRef::as_ref).collect();
    if groups {
        let first = |term: &Term| vocabulary.iter().find(|t| t.group.is_some() && t.group == term.group);
        terms.sort_by_key(|term| (first(term).map_or(term.position, |t| t.position), term.position));
    }
    terms
}
