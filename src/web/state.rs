//! What an address says beside its path: language, search, remembered offers, view. The only maker of links.
//!
//! Takes the address of a request and the languages the site speaks; gives a [`State`], and from it every address a
//! page links to, in canonical form. A link carries the remembered list (`m`) and nothing else that it does not need.

use crate::catalog::{Code, Language};
use crate::search::Query;
use axum::http::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Most offers one list can hold: a sheet of paper, and an address every browser accepts.
pub const LIST_MAX: usize = 40;

/// Kept as they are in values: what the address standard calls unreserved, and `/` between theme and sub-theme.
const VALUE: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/').remove(b' ');

const SEARCH: &str = "/suche";
const PRINT: &str = "/suche/drucken";
const SUGGESTIONS: &str = "/vorschlag";
const SHEET: &str = "/blatt";
/// Where an address holds a search.
const SEARCHING: [&str; 3] = [SEARCH, PRINT, SUGGESTIONS];

/// Everything a page knows about where it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// Language of the page.
    pub language: Language,
    /// The search, on the result page and where suggestions are asked for; empty elsewhere.
    pub query: Query,
    /// Remembered offers in the order they were added, at most [`LIST_MAX`], none twice.
    pub list: Vec<Code>,
    /// Size of a printed sheet.
    pub view: View,
    /// Path below the language, as sent.
    path: String,
}

/// How a sheet is set (`ansicht=`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Large type.
    #[default]
    Large,
    /// Small type, less paper.
    Compact,
}

impl View {
    /// The word in the address; empty for the default.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Large => "",
            Self::Compact => "kompakt",
        }
    }
}

impl State {
    /// Reads an address. Never fails: codes with a typing error, keys nobody knows and a language the site does not
    /// speak are left out.
    #[must_use]
    pub fn of(uri: &Uri, spoken: &[Language]) -> Self {
        let (language, path) = split_language(uri.path(), spoken);
        let raw = uri.query().unwrap_or_default();
        let mut state = Self { language, path: path.to_owned(), ..Self::default() };
        state.query.page = 1;
        if SEARCHING.contains(&path) {
            state.query = Query::parse(raw);
        }
        for (key, value) in form_urlencoded::parse(raw.as_bytes()) {
            match &*key {
                "m" => value.split('.').filter_map(Code::parse).for_each(|code| state.push(code)),
                "ansicht" if path == SHEET && value == View::Compact.word() => state.view = View::Compact,
                _ => {}
            }
        }
        state
    }

    fn push(&mut self, code: Code) {
        if self.list.len() < LIST_MAX && !self.list.contains(&code) {
            self.list.push(code);
        }
    }

    /// The canonical address of this page.
    #[must_use]
    pub fn here(&self) -> String {
        let mut pairs = if SEARCHING.contains(&self.path.as_str()) { self.query.pairs() } else { Vec::new() };
        if self.path == SHEET && self.view != View::default() {
            pairs.push(("ansicht", self.view.word().to_owned()));
        }
        self.address(&self.path, &pairs)
    }

    /// The pairs a GET form has to send along to keep the remembered list.
    #[must_use]
    pub fn kept(&self) -> Option<(&'static str, String)> {
        (!self.list.is_empty()).then(|| ("m", self.codes()))
    }

    /// Where a search form sends its answer, without any pairs.
    #[must_use]
    pub fn search_action(&self) -> String {
        Self { list: Vec::new(), ..self.clone() }.address(SEARCH, &[])
    }

    /// The front page.
    #[must_use]
    pub fn home(&self) -> String {
        self.address("/", &[])
    }

    /// The front page of the second guide.
    #[must_use]
    pub fn advice(&self) -> String {
        self.address("/beratung", &[])
    }

    /// The results of a search.
    #[must_use]
    pub fn search(&self, query: &Query) -> String {
        self.address(SEARCH, &query.pairs())
    }

    /// The way from the results of a search to paper; it answers with [`Self::sheet_of`].
    #[must_use]
    pub fn print(&self, query: &Query) -> String {
        self.address(PRINT, &query.on_page(1).pairs())
    }

    /// Suggestions while somebody types, without the text (`q`).
    #[must_use]
    pub fn suggestions(&self) -> String {
        self.address(SUGGESTIONS, &[])
    }

    /// All entry points.
    #[must_use]
    pub fn concerns(&self) -> String {
        self.address("/anliegen", &[])
    }

    /// All crisis lines.
    #[must_use]
    pub fn crisis(&self) -> String {
        self.address("/krise", &[])
    }

    /// A partner.
    #[must_use]
    pub fn partner(&self, id: &str) -> String {
        self.address(&format!("/stelle/{id}"), &[])
    }

    /// An offer.
    #[must_use]
    pub fn offer(&self, partner: &str, offer: &str) -> String {
        self.address(&format!("/angebot/{partner}/{offer}"), &[])
    }

    /// A theme (`sucht` or `sucht/alkohol`).
    #[must_use]
    pub fn theme(&self, slug: &str) -> String {
        self.address(&format!("/thema/{slug}"), &[])
    }

    /// A town or district.
    #[must_use]
    pub fn town(&self, slug: &str) -> String {
        self.address(&format!("/ort/{slug}"), &[])
    }

    /// A text page.
    #[must_use]
    pub fn page(&self, slug: &str) -> String {
        self.address(&format!("/seite/{slug}"), &[])
    }

    /// The remembered offers.
    #[must_use]
    pub fn list_page(&self) -> String {
        self.address("/merkliste", &[])
    }

    /// The remembered offers, emptied.
    #[must_use]
    pub fn list_cleared(&self) -> String {
        self.without_list().list_page()
    }

    /// The sheet with the remembered offers.
    #[must_use]
    pub fn sheet(&self) -> String {
        self.sheet_as(View::default())
    }

    /// The sheet with the remembered offers in one of its sizes.
    #[must_use]
    pub fn sheet_as(&self, view: View) -> String {
        let pairs = if view == View::default() { vec![] } else { vec![("ansicht", view.word().to_owned())] };
        self.address(SHEET, &pairs)
    }

    /// The sheet with other offers: a result list becomes codes before it is printed. The first [`LIST_MAX`] count.
    #[must_use]
    pub fn sheet_of(&self, codes: &[Code]) -> String {
        let mut other = self.without_list();
        codes.iter().for_each(|code| other.push(*code));
        other.sheet()
    }

    /// The list with these offers: an address from paper. The first [`LIST_MAX`] count.
    #[must_use]
    pub fn list_of(&self, codes: &[Code]) -> String {
        let mut other = self.without_list();
        codes.iter().for_each(|code| other.push(*code));
        other.list_page()
    }

    /// The style of a sheet's page margins: the same for every list, so it carries none.
    #[must_use]
    pub fn margins(&self) -> String {
        self.without_list().address("/blatt.css", &[])
    }

    /// A path of this site that an editor wrote into a text.
    #[must_use]
    pub fn inside(&self, path: &str) -> String {
        self.address(path, &[])
    }

    /// This page with one more offer remembered, at the place of that offer.
    #[must_use]
    pub fn remember(&self, code: Code) -> String {
        let mut other = self.clone();
        other.push(code);
        format!("{}#a-{code}", other.here())
    }

    /// This page with one offer forgotten, at the place of that offer.
    #[must_use]
    pub fn forget(&self, code: Code) -> String {
        let mut other = self.clone();
        other.list.retain(|c| *c != code);
        format!("{}#a-{code}", other.here())
    }

    /// Whether an offer is remembered.
    #[must_use]
    pub fn remembers(&self, code: Code) -> bool {
        self.list.contains(&code)
    }

    /// Whether nothing more can be remembered.
    #[must_use]
    pub fn full(&self) -> bool {
        self.list.len() >= LIST_MAX
    }

    /// The front page for the next person: no list, no search.
    #[must_use]
    pub fn new_person(&self) -> String {
        self.without_list().home()
    }

    /// Whether the path is this one, for `aria-current`; `link` is an address made by this state.
    #[must_use]
    pub fn is_at(&self, link: &str) -> bool {
        link.split('?').next() == self.address(&self.path, &[]).split('?').next()
    }

    fn without_list(&self) -> Self {
        Self { list: Vec::new(), ..self.clone() }
    }

    fn codes(&self) -> String {
        self.list.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    }

    fn address(&self, path: &str, pairs: &[(&'static str, String)]) -> String {
        let mut address = match self.language {
            Language::De => String::new(),
            other => format!("/{}", other.key()),
        };
        if path != "/" || address.is_empty() {
            address.push_str(path);
        }
        for (separator, (key, value)) in
            std::iter::once('?').chain(std::iter::repeat('&')).zip(pairs.iter().cloned().chain(self.kept()))
        {
            let value = utf8_percent_encode(&value, VALUE).to_string().replace(' ', "+");
            address.push(separator);
            address.push_str(key);
            address.push('=');
            address.push_str(&value);
        }
        address
    }
}

/// `/en/suche` → English, `/suche`. German has no segment of its own.
fn split_language<'a>(path: &'a str, spoken: &[Language]) -> (Language, &'a str) {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let found = spoken.iter().copied().find(|l| *l != Language::De && l.key() == first);
    match found {
        Some(language) => (language, path.get(1 + first.len()..).filter(|rest| !rest.is_empty()).unwrap_or("/")),
        None => (Language::De, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(address: &str) -> State {
        State::of(&address.parse().expect("an address"), &[Language::De, Language::En])
    }

    #[test]
    fn every_address_keeps_the_list_and_nothing_else() {
        let code = Code::of("stelle", "angebot");
        let here = state(&format!("/suche?q=schlaf&seite=2&m={code}&x=1"));
        assert_eq!(here.home(), format!("/?m={code}"));
        assert_eq!(here.here(), format!("/suche?q=schlaf&seite=2&m={code}"));
        assert_eq!(here.new_person(), "/");
    }

    #[test]
    fn remembering_twice_changes_nothing_and_forgetting_undoes_it() {
        let code = Code::of("stelle", "angebot");
        let once = state(&format!("/suche?m={code}"));
        assert_eq!(once.remember(code), format!("/suche?m={code}#a-{code}"));
        assert_eq!(once.forget(code), format!("/suche#a-{code}"));
    }

    #[test]
    fn a_canonical_address_stays_as_it_is() {
        for address in ["/", "/suche", "/suche?q=R%C3%BCcken+tut+weh&thema=bewegung/ruecken", "/en", "/en/krise"] {
            assert_eq!(state(address).here(), address);
        }
    }
}
