//! The result sheet: what an adviser hands over, as one plain value.
//!
//! Takes a catalog, words, the codes chosen and the day; gives a [`Sheet`] whose every string is ready for paper. No
//! query, no filter and no name of a client ever gets here, so none can be printed. [`html`] sets it for the
//! browser's own print, [`margins`] writes what stands on the edge of every page, [`qr`] draws the codes.

pub mod entry;
pub mod html;
pub mod margins;
pub mod qr;

pub use entry::{Entry, Reach, Row};

use crate::catalog::contact::Phone;
use crate::catalog::region::Region;
use crate::catalog::{Catalog, Code};
use crate::words::Words;
use jiff::civil::Date;

/// A sheet, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the guide and its region.
    pub guide: String,
    /// The neutral title of document, file and print job: "Ergebnisblatt, 21. November 2026".
    pub title: String,
    /// The day, in words.
    pub date: String,
    /// The site's address as people type it.
    pub site: String,
    /// The same address as a link.
    pub site_url: String,
    /// Where questions about the sheet go.
    pub questions: String,
    /// Large or compact type.
    pub size: Size,
    /// The whole list on the phone; `None` for a single entry and where all entries are discreet.
    pub list: Option<Link>,
    /// The offers in the order they were chosen.
    pub entries: Vec<Entry>,
    /// Codes that no offer has any more.
    pub missing: usize,
    /// The crisis block: the same on every sheet.
    pub crisis: Vec<CrisisNumber>,
    /// What a call costs, where it is the same for all of them.
    pub crisis_cost: Option<String>,
    /// Years of the sources of these numbers: "2023".
    pub crisis_as_of: String,
    /// Whether the entries are invented, which the sheet then says.
    pub sample: bool,
}

/// How large the type is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// For everybody.
    #[default]
    Large,
    /// Saves paper.
    Compact,
}

/// An address on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Upper-case where the site allows it: fewer and larger squares.
    pub url: String,
    /// What to type after the site's address: `/A/7KQ2M9`.
    pub short: String,
}

/// A line of the crisis block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrisisNumber {
    /// Who answers.
    pub name: String,
    /// The number as printed.
    pub number: String,
}

impl Sheet {
    /// The sheet for these offers. Codes nobody has are counted, not guessed.
    #[must_use]
    pub fn new(catalog: &Catalog, words: &Words, codes: &[Code], today: Date, size: Size) -> Self {
        let found: Vec<usize> = codes.iter().filter_map(|code| catalog.offer_by_code(*code)).collect();
        let facts = entry::Facts { catalog, words, today };
        let entries: Vec<Entry> = found.iter().map(|i| facts.entry(&catalog.offers[*i])).collect();
        // Whoever scans the list on a shared phone must not find there what the paper kept to itself.
        let open: Vec<Code> =
            found.iter().map(|i| &catalog.offers[*i]).filter(|o| !o.discreet).map(|o| o.code).collect();
        let region = &catalog.region;
        let lines: Vec<_> = catalog.crisis.lines.iter().filter(|l| l.home.is_some_and(bool::from)).collect();
        let mut years: Vec<String> = lines.iter().map(|l| l.stand.to_string()).collect();
        years.sort();
        years.dedup();
        let mut costs: Vec<&str> =
            lines.iter().map(|l| l.cost.as_ref().map_or("", |c| c.get(words.language()))).collect();
        costs.dedup();
        let number = |n: &str| n.replace(' ', "\u{a0}");
        let crisis = lines.iter().map(|l| CrisisNumber { name: l.name.clone(), number: number(&l.number) }).collect();
        let date = words.date(today);
        Self {
            guide: format!("{} {}", region.name, region.region),
            title: words.fill("sheet-title", &[("date", date.clone().into())]),
            date,
            site: typed(&region.address).to_owned(),
            site_url: region.address.clone(),
            questions: questions(region),
            size,
            list: (open.len() > 1).then(|| Link::to_list(&region.address, &open)),
            entries,
            missing: codes.len() - found.len(),
            crisis,
            crisis_cost: <[&str; 1]>::try_from(costs).ok().map(|[cost]| cost.to_owned()).filter(|c| !c.is_empty()),
            crisis_as_of: words.list(&years),
            sample: region.sample_data.into(),
        }
    }
}

impl Link {
    /// The address of one offer on paper.
    #[must_use]
    pub fn to_offer(site: &str, code: Code) -> Self {
        Self::new(site, format!("/A/{code}"))
    }

    /// The address of several offers on paper.
    #[must_use]
    pub fn to_list(site: &str, codes: &[Code]) -> Self {
        let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
        Self::new(site, format!("/L/{}", codes.join(".")))
    }

    fn new(site: &str, short: String) -> Self {
        let site = site.trim_end_matches('/');
        // Scheme and host do not care about case, a path may.
        let bare_host = !typed(site).contains('/');
        let base = if bare_host { site.to_ascii_uppercase() } else { site.to_owned() };
        Self { url: format!("{base}{short}"), short }
    }
}

/// An address without its scheme: what people type.
fn typed(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.trim_end_matches('/')
}

fn questions(region: &Region) -> String {
    let phone = region.operator.phone.as_deref().and_then(|p| Phone::parse(p).ok());
    let parts = [Some(region.operator.name.clone()), phone.map(|p| p.unbroken())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
