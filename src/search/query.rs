//! A search as a value: URL → `Query` → URL. The only type that knows the keys of a result address.
//!
//! Takes the query string of an address (any bytes, any length); gives a bounded [`Query`] and writes it back in
//! canonical order. Unknown keys are ignored; unknown values stay, so that a page can say "kennen wir nicht".

use super::facets::{FACETS, Facet, FacetKey};
use crate::catalog::Guide;
use std::collections::BTreeMap;

/// Longest text that is searched, in characters; the rest is cut off and said so.
pub const MAX_TEXT: usize = 200;
/// Most values read in one facet.
pub const MAX_VALUES: usize = 40;
/// Greatest age in years that is understood.
pub const MAX_AGE: u8 = 120;
/// Greatest radius in km that is understood.
pub const MAX_RADIUS: u8 = 50;

/// Keys of an address that are no facet.
const SETTINGS: &[&str] =
    &["q", "alter", "plz", "umkreis", "sort", "seite", "stelle", "liste", "wegweiser", "woertlich", "filter"];

/// What somebody is looking for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, trimmed, without control characters, at most [`MAX_TEXT`] characters.
    pub text: String,
    /// Whether the words given were longer than that.
    pub text_cut: bool,
    /// Values ticked, by facet in table order; never an empty list.
    pub facets: BTreeMap<FacetKey, Vec<String>>,
    /// Age of the person in years.
    pub age: Option<u8>,
    /// Postal code to measure distances from.
    pub postal_code: Option<String>,
    /// Largest distance in km.
    pub radius: Option<u8>,
    /// Order of the groups.
    pub sort: Sort,
    /// Page, from 1.
    pub page: usize,
    /// Only this partner.
    pub partner: Option<String>,
    /// Only this curated list.
    pub list: Option<String>,
    /// Only this guide.
    pub guide: Option<Guide>,
    /// Every word is taken as typed (`woertlich=ja`): nothing is corrected or read as a filter.
    pub literal: bool,
    /// All facets are shown (`filter=alle`).
    pub all_filters: bool,
    /// Narrowing settings whose value means nothing (`alter=alt`), by key: nothing is found for them, rather than more.
    pub unread: Vec<(&'static str, String)>,
}

/// Order of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Relevance, then the neutral order.
    #[default]
    Best,
    /// Distance from the chosen place or postal code.
    Distance,
    /// Names from A to Z.
    Name,
    /// Last checked first.
    Checked,
}

impl Sort {
    /// Every order as offered to visitors.
    pub const ALL: &'static [Self] = &[Self::Best, Self::Distance, Self::Name, Self::Checked];

    /// The word in the URL; empty for the default.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "",
            Self::Distance => "entfernung",
            Self::Name => "name",
            Self::Checked => "stand",
        }
    }
}

impl Query {
    /// Reads a query string (without `?`). Never fails: what is not understood is ignored or kept as unknown.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut result = Self { page: 1, ..Self::default() };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            result.set(&key, &value);
        }
        for (key, values) in &mut result.facets {
            values.sort();
            values.dedup();
            if Facet::of(*key).levels {
                narrow(values);
            }
        }
        result
    }

    /// Whether a key of an address means something to a search.
    #[must_use]
    pub fn knows(key: &str) -> bool {
        SETTINGS.contains(&key) || FACETS.iter().any(|f| f.url == key)
    }

    fn set(&mut self, key: &str, raw: &str) {
        let value: String = raw.chars().map(|c| if c.is_control() || c == '\u{fffd}' { ' ' } else { c }).collect();
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match key {
            "q" => {
                let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
                self.text_cut = words.chars().count() > MAX_TEXT;
                self.text = words.chars().take(MAX_TEXT).collect::<String>().trim_end().to_owned();
            }
            "alter" => match value.parse().ok().filter(|a| *a <= MAX_AGE) {
                Some(age) => self.age = Some(age),
                None => self.not_read("alter", value),
            },
            "plz" if value.len() == 5 && value.bytes().all(|b| b.is_ascii_digit()) => {
                self.postal_code = Some(value.to_owned());
            }
            "plz" => self.not_read("plz", value),
            "umkreis" => match value.parse().ok().filter(|r| (1..=MAX_RADIUS).contains(r)) {
                Some(radius) => self.radius = Some(radius),
                None => self.not_read("umkreis", value),
            },
            "sort" => self.sort = Sort::ALL.iter().copied().find(|s| s.word() == value).unwrap_or_default(),
            "seite" => self.page = value.parse().unwrap_or(1).max(1),
            "stelle" => self.partner = Some(bounded(value)),
            "liste" => self.list = Some(bounded(value)),
            "wegweiser" => match Guide::ALL.iter().copied().find(|g| g.word() == value) {
                Some(guide) => self.guide = Some(guide),
                None => self.not_read("wegweiser", value),
            },
            "woertlich" => self.literal = value == "ja",
            "filter" => self.all_filters = value == "alle",
            _ => {
                if let Some(facet) = FACETS.iter().find(|f| f.url == key) {
                    let values = self.facets.entry(facet.key).or_default();
                    if values.len() < MAX_VALUES {
                        values.push(bounded(value));
                    }
                }
            }
        }
    }

    fn not_read(&mut self, key: &'static str, value: &str) {
        if self.unread.len() < MAX_VALUES {
            self.unread.push((key, bounded(value)));
        }
    }

    /// Pairs of key and value in canonical order: words, facets in table order with sorted values, then the rest.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        for facet in FACETS {
            for value in self.facets.get(&facet.key).into_iter().flatten() {
                pairs.push((facet.url, value.clone()));
            }
        }
        let mut optional = |key, value: Option<String>| pairs.extend(value.map(|v| (key, v)));
        optional("alter", self.age.map(|a| a.to_string()));
        optional("plz", self.postal_code.clone());
        optional("umkreis", self.radius.map(|r| r.to_string()));
        optional("sort", (self.sort != Sort::Best).then(|| self.sort.word().to_owned()));
        optional("stelle", self.partner.clone());
        optional("liste", self.list.clone());
        optional("wegweiser", self.guide.map(|g| g.word().to_owned()));
        optional("woertlich", (self.literal && !self.text.is_empty()).then(|| "ja".to_owned()));
        optional("filter", self.all_filters.then(|| "alle".to_owned()));
        for (key, value) in &self.unread {
            optional(key, Some(value.clone()));
        }
        optional("seite", (self.page > 1).then(|| self.page.to_string()));
        pairs
    }

    /// Values ticked in a facet.
    #[must_use]
    pub fn selected(&self, key: FacetKey) -> &[String] {
        self.facets.get(&key).map_or(&[], Vec::as_slice)
    }

    /// Whether a value is ticked.
    #[must_use]
    pub fn has(&self, key: FacetKey, slug: &str) -> bool {
        self.selected(key).iter().any(|v| v == slug)
    }

    /// The same search with one value added, back on page 1.
    #[must_use]
    pub fn with(&self, key: FacetKey, slug: &str) -> Self {
        let mut query = Self { page: 1, ..self.clone() };
        let values = query.facets.entry(key).or_default();
        if !values.iter().any(|v| v == slug) {
            values.push(slug.to_owned());
            values.sort();
        }
        query
    }

    /// The same search with one value removed, back on page 1.
    #[must_use]
    pub fn without(&self, key: FacetKey, slug: &str) -> Self {
        let mut query = Self { page: 1, ..self.clone() };
        if let Some(values) = query.facets.get_mut(&key) {
            values.retain(|v| v != slug);
            if values.is_empty() {
                query.facets.remove(&key);
            }
        }
        query
    }

    /// The same search without any value of a facet, back on page 1.
    #[must_use]
    pub fn without_facet(&self, key: FacetKey) -> Self {
        let mut query = Self { page: 1, ..self.clone() };
        query.facets.remove(&key);
        query
    }

    /// The same words without filters, back on page 1.
    #[must_use]
    pub fn without_filters(&self) -> Self {
        Self {
            text: self.text.clone(),
            text_cut: self.text_cut,
            literal: self.literal,
            sort: self.sort,
            page: 1,
            ..Self::default()
        }
    }

    /// The same search for other words, which are read anew, back on page 1.
    #[must_use]
    pub fn for_words(&self, text: &str) -> Self {
        Self { text: text.to_owned(), text_cut: false, literal: false, page: 1, ..self.clone() }
    }

    /// The same search with every word as typed, back on page 1.
    #[must_use]
    pub fn literally(&self) -> Self {
        Self { literal: true, page: 1, ..self.clone() }
    }

    /// The same search on another page.
    #[must_use]
    pub fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// Whether anything narrows the search beside its words.
    #[must_use]
    pub fn filtered(&self) -> bool {
        !self.facets.is_empty()
            || self.age.is_some()
            || self.radius.is_some()
            || self.partner.is_some()
            || self.list.is_some()
            || self.guide.is_some()
            || !self.unread.is_empty()
    }

    /// Whether it asks for nothing at all: the whole catalog.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && !self.filtered()
    }
}

/// `sucht` beside `sucht/alkohol` asks for alcohol: whoever ticks a part of what is ticked wants less, not the same.
fn narrow(values: &mut Vec<String>) {
    let parents: Vec<String> = values.iter().filter_map(|v| v.split_once('/')).map(|(p, _)| p.to_owned()).collect();
    values.retain(|value| !parents.contains(value));
}

fn bounded(value: &str) -> String {
    value.chars().take(80).collect()
}
