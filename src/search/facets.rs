//! The facets: one table that parsing, counting and every page read.
//!
//! Takes an offer and gives its values per facet, as bits. Each row says URL key, list, levels, and whether
//! "unknown" is a group of its own ("nicht bekannt – bitte anrufen").

/// A facet's identity; the order is the order of the table and of canonical addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetKey {
    /// Thema
    Theme,
    /// Ort
    Place,
    /// Für wen
    TargetGroup,
    /// Kosten
    Cost,
    /// Teilnahme
    Form,
    /// Art des Angebots
    Format,
    /// Zugang
    Access,
    /// Schein
    Voucher,
    /// Bescheinigung
    Certificate,
    /// Sprache
    Language,
    /// Deutschkenntnisse
    German,
    /// Barrierefreiheit
    Accessibility,
    /// Wann
    When,
    /// Wartezeit
    Waiting,
    /// Träger
    ProviderKind,
    /// Förderung
    Funding,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Facet {
    /// Its identity.
    pub key: FacetKey,
    /// Key in the URL; also the key of its fixed words.
    pub url: &'static str,
    /// Name of its closed list; `None` for `wann`, whose values are weekdays and times of day.
    pub vocabulary: Option<&'static str>,
    /// Two levels: `eltern` matches all of `eltern/kind`.
    pub levels: bool,
    /// Offers without a value form the group "nicht bekannt".
    pub has_unknown: bool,
    /// One of the few facets every visitor sees; the others are behind "Mehr Filter".
    pub primary: bool,
}

const fn row(key: FacetKey, url: &'static str, vocabulary: &'static str) -> Facet {
    Facet { key, url, vocabulary: Some(vocabulary), levels: false, has_unknown: false, primary: false }
}

/// Every facet of the search.
pub const FACETS: &[Facet] = &[
    Facet { levels: true, primary: true, ..row(FacetKey::Theme, "thema", "themen") },
    Facet { levels: true, primary: true, ..row(FacetKey::Place, "ort", "orte") },
    Facet { primary: true, ..row(FacetKey::TargetGroup, "zielgruppe", "zielgruppen") },
    Facet { primary: true, ..row(FacetKey::Cost, "kosten", "kosten") },
    row(FacetKey::Form, "form", "formen"),
    row(FacetKey::Format, "format", "formate"),
    row(FacetKey::Access, "zugang", "zugang"),
    row(FacetKey::Voucher, "schein", "scheine"),
    row(FacetKey::Certificate, "bescheinigung", "bescheinigungen"),
    Facet { primary: true, ..row(FacetKey::Language, "sprache", "sprachen") },
    Facet { has_unknown: true, ..row(FacetKey::German, "deutsch", "deutsch") },
    Facet { has_unknown: true, ..row(FacetKey::Accessibility, "barrierefrei", "barrierefreiheit") },
    Facet { key: FacetKey::When, url: "wann", vocabulary: None, levels: false, has_unknown: true, primary: false },
    Facet { has_unknown: true, ..row(FacetKey::Waiting, "wartezeit", "wartezeit") },
    row(FacetKey::ProviderKind, "traegerart", "traegerarten"),
    Facet { levels: true, ..row(FacetKey::Funding, "foerderung", "foerderung") },
];

impl Facet {
    /// The row of a key.
    #[must_use]
    pub fn of(key: FacetKey) -> &'static Self {
        &FACETS[key as usize]
    }
}
