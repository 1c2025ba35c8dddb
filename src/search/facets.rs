//! The facets: one table that parsing, counting and every page read.
//!
//! Takes an offer and gives its values per facet. Each row says URL key, list, levels, where the values come from, and
//! whether "unknown" is a group of its own ("nicht bekannt – bitte anrufen").

use super::values;

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
    /// The headings of its list are values, too: `kosten=ohne-kosten`.
    pub groups: bool,
    /// Offers of which a value is not known form the group "nicht bekannt".
    pub has_unknown: bool,
    /// One of the few facets every visitor sees; the others are behind "Mehr Filter".
    pub primary: bool,
    /// The values of an offer.
    pub(super) values: values::Read,
}

const fn row(key: FacetKey, url: &'static str, vocabulary: &'static str, values: values::Read) -> Facet {
    Facet {
        key,
        url,
        vocabulary: Some(vocabulary),
        levels: false,
        groups: false,
        has_unknown: false,
        primary: false,
        values,
    }
}

/// Every facet of the search.
pub const FACETS: &[Facet] = &[
    Facet { levels: true, primary: true, ..row(FacetKey::Theme, "thema", "themen", values::themes) },
    Facet { levels: true, primary: true, ..row(FacetKey::Place, "ort", "orte", values::places) },
    Facet { primary: true, ..row(FacetKey::TargetGroup, "zielgruppe", "zielgruppen", values::target_groups) },
    Facet { primary: true, groups: true, ..row(FacetKey::Cost, "kosten", "kosten", values::costs) },
    row(FacetKey::Form, "form", "formen", values::forms),
    row(FacetKey::Format, "format", "formate", values::formats),
    row(FacetKey::Access, "zugang", "zugang", values::access),
    row(FacetKey::Voucher, "schein", "scheine", values::vouchers),
    row(FacetKey::Certificate, "bescheinigung", "bescheinigungen", values::certificates),
    Facet { primary: true, ..row(FacetKey::Language, "sprache", "sprachen", values::languages) },
    Facet { has_unknown: true, ..row(FacetKey::German, "deutsch", "deutsch", values::german) },
    Facet {
        has_unknown: true,
        ..row(FacetKey::Accessibility, "barrierefrei", "barrierefreiheit", values::accessibility)
    },
    Facet { vocabulary: None, has_unknown: true, ..row(FacetKey::When, "wann", "", values::when) },
    Facet { has_unknown: true, ..row(FacetKey::Waiting, "wartezeit", "wartezeit", values::waiting) },
    row(FacetKey::ProviderKind, "traegerart", "traegerarten", values::provider_kind),
    Facet { levels: true, ..row(FacetKey::Funding, "foerderung", "foerderung", values::funding) },
];

impl Facet {
    /// The row of a key.
    #[must_use]
    pub fn of(key: FacetKey) -> &'static Self {
        &FACETS[key as usize]
    }
}
