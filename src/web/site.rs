//! The site as one value, and what every page function is given of it.
//!
//! Takes a search (with its catalog), the fixed words and a clock; gives [`Site`], which requests share and a reload
//! replaces whole, the extractor [`Here`], and the [`Context`] that pages are drawn with.

use super::state::State;
use crate::catalog::{Catalog, Language};
use crate::search::Search;
use crate::words::{FluentValue, Words};
use arc_swap::ArcSwap;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

/// What requests share; a reload stores another site into it.
pub type Shared = Arc<ArcSwap<Site>>;

/// Everything the pages show.
pub struct Site {
    /// The search and, in it, the catalog.
    pub search: Search,
    /// Where the time comes from.
    pub clock: Clock,
    german: Words,
    translations: BTreeMap<Language, Words>,
}

impl Site {
    /// A site in German.
    #[must_use]
    pub const fn new(search: Search, german: Words, clock: Clock) -> Self {
        Self { search, clock, german, translations: BTreeMap::new() }
    }

    /// The same site, speaking another language as well.
    #[must_use]
    pub fn speaking(mut self, words: Words) -> Self {
        self.translations.insert(words.language(), words);
        self
    }

    /// The words of a language, German where the site does not speak it.
    #[must_use]
    pub fn words(&self, language: Language) -> &Words {
        self.translations.get(&language).unwrap_or(&self.german)
    }

    /// Languages the site speaks, German first.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        std::iter::once(Language::De).chain(self.translations.keys().copied()).collect()
    }

    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        self.search.catalog()
    }

    /// Whether the entries are invented: every page says so and none is indexed.
    #[must_use]
    pub fn sample(&self) -> bool {
        self.catalog().region.sample_data.into()
    }
}

/// Where `now` comes from; read once per request.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock, in the zone of the region.
    System,
    /// Always the same moment: tests, pictures, evaluation.
    Fixed(Zoned),
}

impl Clock {
    /// The moment, in Europe/Berlin.
    #[must_use]
    pub fn now(&self) -> Zoned {
        match self {
            Self::System => Zoned::now().with_time_zone(TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC)),
            Self::Fixed(moment) => moment.clone(),
        }
    }
}

/// One request: the site as it was when it came in, what its address says, and when that was.
pub struct Here {
    /// The site; a reload during the request does not change it.
    pub site: Arc<Site>,
    /// What the address says.
    pub state: State,
    /// When the request came in.
    pub now: Zoned,
}

impl Here {
    /// What page functions take.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context { site: &self.site, words: self.site.words(self.state.language), state: &self.state, now: &self.now }
    }
}

impl FromRequestParts<Shared> for Here {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Infallible> {
        let site = shared.load_full();
        // A nested router sees a shortened address; the language is in the part it does not see.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let state = State::of(uri, &site.languages());
        let now = site.clock.now();
        Ok(Self { site, state, now })
    }
}

/// What every page function is given.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site,
    /// Words of the page's language.
    pub words: &'a Words,
    /// What the address says; makes every link.
    pub state: &'a State,
    /// The moment of the request.
    pub now: &'a Zoned,
}

impl<'a> Context<'a> {
    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &'a Catalog {
        self.site.catalog()
    }

    /// The page's language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.state.language
    }

    /// The local day of the request.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// A fixed word.
    #[must_use]
    pub fn get<'k>(&self, key: &'k str) -> Cow<'k, str>
    where
        'a: 'k,
    {
        self.words.get(key)
    }

    /// A fixed sentence with its numbers and names filled in.
    #[must_use]
    pub fn fill(&self, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        self.words.fill(key, arguments)
    }
}
