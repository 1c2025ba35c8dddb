//! The closed lists: terms with labels, one level or two, looked up by slug.
//!
//! Takes the records of `vokabular/`; gives `Vocabularies`, one list per kind of value. An entry of the catalog holds
//! `Arc<Term>`s, so a page reads a label without a look-up and never sees an unresolved slug.

use super::choice::YesNo;
use super::localized::{Language, Localized};
use super::record::PointRecord;
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// One value of a closed list, as the program knows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Term {
    /// Slug in files and URLs, `eltern/kind` on the second level.
    pub slug: String,
    /// Place in its list, counting both levels in file order: the bit of facet counts.
    pub position: usize,
    /// Position of the parent term, on the second level.
    pub parent: Option<usize>,
    /// What visitors read.
    pub label: Localized,
    /// Languages whose label a native reader has checked.
    pub checked: Vec<Language>,
    /// What belongs here and what does not; for editors and for screen titles.
    pub definition: Option<String>,
    /// Slug of the heading it stands under (`gruppen`).
    pub group: Option<String>,
    /// Symbol in the icon sprite.
    pub icon: Option<String>,
    /// Everyday words that lead here; searched, never shown.
    pub search_words: Vec<String>,
    /// Former slugs, which redirect.
    pub former: Vec<String>,
    /// How to get this paper (`scheine`).
    pub how_to_get: Localized,
    /// Introduction of a theme page.
    pub introduction: Localized,
    /// Which guide a theme belongs to.
    pub guide: Option<Guide>,
    /// What is known about a place.
    pub place: Option<PlaceFacts>,
}

/// The two guides that share the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Guide {
    /// Gesundheitswegweiser
    Gesundheit,
    /// Beratungswegweiser
    Beratung,
}

impl Guide {
    /// Both, in the order of the home page.
    pub const ALL: &'static [Self] = &[Self::Gesundheit, Self::Beratung];

    /// The word in data files and URLs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gesundheit => "gesundheit",
            Self::Beratung => "beratung",
        }
    }
}

/// Geographic facts of a town or district.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlaceFacts {
    /// Official municipality key (AGS), eight digits; towns only.
    pub ags: Option<String>,
    /// Postal codes in this place.
    pub postal_codes: Vec<String>,
    /// Its centre; unknown for places nobody measured.
    pub point: Option<PointRecord>,
    /// Inhabitants.
    pub inhabitants: Option<u32>,
    /// Not part of the region: known so that a search can say so.
    pub outside: bool,
}

/// Eine Liste: Kennung → Wert.
pub type VocabularyRecord = IndexMap<String, TermRecord>;

/// Ein Wert einer Liste, wie er in `vokabular/` steht.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermRecord {
    /// Bezeichnung je Sprache.
    pub label: Localized,
    /// Je Sprache: hat ein Mensch mit dieser Muttersprache das gelesen?
    #[serde(default, rename = "geprueft", skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("propertyNames" = Language::names()))]
    pub checked: BTreeMap<Language, YesNo>,
    /// Was dazugehört und was nicht.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Überschrift, unter der der Wert steht (aus `gruppen`).
    #[serde(default, rename = "gruppe", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "kennung"))]
    pub group: Option<String>,
    /// Bild aus dem Satz der Symbole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Alltagswörter, die hierher führen.
    #[serde(default, rename = "suchwoerter", skip_serializing_if = "Vec::is_empty")]
    pub search_words: Vec<String>,
    /// Frühere Kennungen.
    #[serde(default, rename = "frueher", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "kennung"))]
    pub former: Vec<String>,
    /// Nur bei Scheinen: wie man das Papier bekommt.
    #[serde(default, rename = "weg", skip_serializing_if = "Option::is_none")]
    pub how_to_get: Option<Localized>,
    /// Nur bei Themen: welcher Wegweiser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<Guide>,
    /// Nur bei Themen: Einführung auf der Themenseite.
    #[serde(default, rename = "einfuehrung", skip_serializing_if = "Option::is_none")]
    pub introduction: Option<Localized>,
    /// Nur bei Orten: amtlicher Gemeindeschlüssel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ags: Option<String>,
    /// Nur bei Orten: Postleitzahlen.
    #[serde(default, rename = "plz", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-art" = "plz"))]
    pub postal_codes: Vec<String>,
    /// Nur bei Orten: Mitte des Ortes.
    #[serde(default, rename = "lage", skip_serializing_if = "Option::is_none")]
    pub point: Option<PointRecord>,
    /// Nur bei Orten: Einwohnerzahl.
    #[serde(default, rename = "einwohner", skip_serializing_if = "Option::is_none")]
    pub inhabitants: Option<u32>,
    /// Nur bei Orten: woher die Angaben stammen.
    #[serde(default, rename = "quelle", skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Nur bei Orten: liegt außerhalb der Region.
    #[serde(default, rename = "ausserhalb", skip_serializing_if = "Option::is_none")]
    pub outside: Option<YesNo>,
    /// Die Werte der zweiten Ebene.
    #[serde(default, rename = "unter", skip_serializing_if = "IndexMap::is_empty")]
    pub children: IndexMap<String, TermRecord>,
}

/// One closed list.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    terms: Vec<Arc<Term>>,
    by_slug: HashMap<String, usize>,
}

impl Vocabulary {
    /// Builds a list from terms whose `position` equals their index; former slugs lead to their successor.
    #[must_use]
    pub fn new(terms: Vec<Term>) -> Self {
        let mut by_slug = HashMap::new();
        for term in &terms {
            for former in &term.former {
                by_slug.insert(former.clone(), term.position);
            }
        }
        for term in &terms {
            by_slug.insert(term.slug.clone(), term.position);
        }
        Self { terms: terms.into_iter().map(Arc::new).collect(), by_slug }
    }

    /// The term with this slug (or with this former slug).
    #[must_use]
    pub fn get(&self, slug: &str) -> Option<&Arc<Term>> {
        self.by_slug.get(slug).map(|i| &self.terms[*i])
    }

    /// The term at a position.
    #[must_use]
    pub fn at(&self, position: usize) -> Option<&Arc<Term>> {
        self.terms.get(position)
    }

    /// All terms, parents before their children, in file order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Term>> {
        self.terms.iter()
    }

    /// Terms of the first level.
    pub fn roots(&self) -> impl Iterator<Item = &Arc<Term>> {
        self.terms.iter().filter(|t| t.parent.is_none())
    }

    /// Terms directly below `parent`.
    pub fn children<'a>(&'a self, parent: &'a Term) -> impl Iterator<Item = &'a Arc<Term>> {
        self.terms.iter().filter(|t| t.parent == Some(parent.position))
    }

    /// The parent of `term`, if it has one.
    #[must_use]
    pub fn parent(&self, term: &Term) -> Option<&Arc<Term>> {
        term.parent.and_then(|p| self.terms.get(p))
    }

    /// Number of terms on both levels.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

macro_rules! vocabularies {
    ($($(#[$doc:meta])* $field:ident = $file:literal),+ $(,)?) => {
        /// Every closed list of the catalog, one field a file of `vokabular/`.
        #[derive(Debug, Clone, Default)]
        pub struct Vocabularies { $($(#[$doc])* pub $field: Vocabulary),+ }

        impl Vocabularies {
            /// File stems of all lists, in the order of the fields.
            pub const NAMES: &'static [&'static str] = &[$($file),+];

            /// The list stored in `vokabular/<name>.yaml`.
            #[must_use]
            pub fn by_name(&self, name: &str) -> Option<&Vocabulary> {
                match name { $($file => Some(&self.$field),)+ _ => None }
            }

            /// Puts a list in its place; returns `false` for a name no field has.
            pub fn set(&mut self, name: &str, list: Vocabulary) -> bool {
                match name { $($file => { self.$field = list; true })+ _ => false }
            }
        }
    };
}

vocabularies! {
    /// What it is about, two levels.
    themes = "themen",
    /// Towns and districts, two levels.
    places = "orte",
    /// Whom an offer is for.
    target_groups = "zielgruppen",
    /// What a participant must fulfil.
    prerequisites = "voraussetzungen",
    /// How one takes part.
    forms = "formen",
    /// What it is.
    formats = "formate",
    /// Ways in.
    access = "zugang",
    /// Papers an offer asks for.
    vouchers = "scheine",
    /// Papers an offer issues.
    certificates = "bescheinigungen",
    /// Things to bring.
    bring = "mitbringen",
    /// Kinds of cost.
    costs = "kosten",
    /// Who pays, two levels.
    funding = "foerderung",
    /// Accessibility features of places and offers.
    accessibility = "barrierefreiheit",
    /// How much German is needed.
    german = "deutsch",
    /// Interpreting.
    interpreting = "dolmetschen",
    /// What makes coming easier.
    services = "service",
    /// What happens with what is said.
    confidentiality = "vertraulich",
    /// Waiting times.
    waiting = "wartezeit",
    /// Kinds of provider.
    provider_kinds = "traegerarten",
    /// Roles of contacts.
    contact_roles = "kontaktrollen",
    /// Languages spoken.
    languages = "sprachen",
    /// Headings above values.
    groups = "gruppen",
}
