//! Facets and counts: every number a result page shows equals what a plain walk over the catalog finds.
//!
//! The catalog is drawn by lot (same lot every time), the queries by proptest. [`Plain`] says for one offer and one value
//! yes, no or unknown, written from the format's rules and not from the search.

mod drawn;

use super::kit::now;
use drawn::DRAWN;
use jiff::civil::Date;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wegweiser::catalog::choice::{Degree, Status, Weekday};
use wegweiser::catalog::{Catalog, Guide, Offer, Term, Vocabulary};
use wegweiser::search::{FACETS, FacetKey, Hit, Query, Results, Search};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Unknown,
}
use Answer::{No, Unknown, Yes};

fn yes(test: bool) -> Answer {
    if test { Yes } else { No }
}

/// The rules of the format, applied to one offer after the other.
struct Plain<'a> {
    catalog: &'a Catalog,
    today: Date,
}

impl Plain<'_> {
    fn list(&self, key: FacetKey) -> &Vocabulary {
        let facet = FACETS.iter().find(|f| f.key == key).unwrap();
        self.catalog.vocabularies.by_name(facet.vocabulary.unwrap()).unwrap()
    }

    /// Whether one of `terms` is this value or stands below it.
    fn holds<'t>(&self, slug: &str, terms: impl IntoIterator<Item = &'t std::sync::Arc<Term>>) -> Answer {
        yes(terms.into_iter().any(|t| t.slug == slug || t.slug.starts_with(&format!("{slug}/"))))
    }

    fn answer(&self, offer: &Offer, key: FacetKey, slug: &str) -> Answer {
        let known = |term: Option<&Term>| term.map_or(Unknown, |t| yes(t.slug == slug));
        match key {
            FacetKey::Theme => self.holds(slug, &offer.themes),
            FacetKey::Place => self.place(offer, slug),
            FacetKey::TargetGroup => self.holds(slug, offer.target_groups.iter().chain(&offer.only_for)),
            FacetKey::Cost if slug == "ohne-kosten" => {
                yes(offer.costs.iter().any(|c| c.kind.group.as_deref() == Some("ohne-kosten")))
            }
            FacetKey::Cost => self.holds(slug, offer.costs.iter().map(|c| &c.kind)),
            FacetKey::Form => self.holds(slug, &offer.forms),
            FacetKey::Format => self.holds(slug, &offer.formats),
            FacetKey::Access => self.holds(slug, &offer.access.ways),
            FacetKey::Voucher => self
                .holds(slug, offer.access.vouchers.iter().chain(offer.costs.iter().filter_map(|c| c.voucher.as_ref()))),
            FacetKey::Certificate => self.holds(slug, &offer.certificates),
            FacetKey::Language => self.holds(slug, &offer.languages),
            FacetKey::German => known(offer.german.as_deref()),
            FacetKey::Accessibility => self.accessible(offer, slug),
            FacetKey::When => self.when(offer, slug),
            FacetKey::Waiting => {
                let fresh = |day: Date| (self.today - day).get_days() <= 60;
                known(offer.waiting.as_ref().filter(|(_, day)| fresh(*day)).map(|(t, _)| &**t))
            }
            FacetKey::ProviderKind => self.holds(slug, &self.catalog.partner_of(offer).kind),
            FacetKey::Funding => self.holds(slug, &offer.funding),
        }
    }

    fn place(&self, offer: &Offer, slug: &str) -> Answer {
        let area = offer.area.as_ref();
        let only_area = area.is_some_and(|a| a.residents_only) || offer.secret();
        let goes = offer.forms.is_empty() || offer.has_form("vor-ort") || offer.has_form("unterwegs");
        let there = !only_area && goes;
        let held = self.holds(slug, offer.locations.iter().filter(|_| there).filter_map(|l| l.place.as_ref()));
        let served = area.is_some_and(|a| {
            let outside = slug.starts_with("ausserhalb");
            let inside_a_served_town = a.places.iter().any(|p| slug.starts_with(&format!("{}/", p.slug)));
            a.nation_wide || (a.county_wide && !outside) || inside_a_served_town || self.holds(slug, &a.places) == Yes
        });
        yes(held == Yes || served)
    }

    fn accessible(&self, offer: &Offer, slug: &str) -> Answer {
        let of_a_place =
            self.list(FacetKey::Accessibility).get(slug).and_then(|t| t.group.clone()) == Some("ort".into());
        let degree =
            |list: &[(std::sync::Arc<Term>, Degree)]| list.iter().find(|(t, _)| t.slug == slug).map(|(_, d)| *d);
        let places: Vec<_> = offer.locations.iter().map(|l| degree(&l.accessibility)).collect();
        let own = degree(&offer.accessibility);
        if own == Some(Degree::Yes) || places.contains(&Some(Degree::Yes)) {
            return Yes;
        }
        let asked = if of_a_place { places } else { vec![own] };
        if asked.iter().any(|d| *d != Some(Degree::No)) { Unknown } else { No }
    }

    fn when(&self, offer: &Offer, slug: &str) -> Answer {
        let mut times = BTreeSet::new();
        for day in 0..21 {
            // Three weeks of real days stand for a rule without further conditions.
            let date = self.today.checked_add(jiff::Span::new().days(day)).unwrap();
            for rule in offer.hours.iter().filter(|r| r.days.contains(&Weekday::of(date)) || r.dates.contains(&date)) {
                times.insert((Weekday::of(date).word(), rule.start.minutes()));
            }
        }
        for (rule, date) in offer.hours.iter().flat_map(|r| r.dates.iter().map(move |d| (r, d))) {
            times.insert((Weekday::of(*date).word(), rule.start.minutes()));
        }
        let part = |minutes: u16| {
            if minutes < 12 * 60 {
                "vormittag"
            } else if minutes < 17 * 60 {
                "nachmittag"
            } else {
                "abend"
            }
        };
        let matching = times.iter().any(|(day, start)| match slug.split_once('/') {
            Some((d, p)) => d == *day && p == part(*start),
            None => slug == *day || slug == part(*start),
        });
        if times.is_empty() { Unknown } else { yes(matching) }
    }

    /// One filter of a query: any of the ticked values.
    fn filter(&self, offer: &Offer, key: FacetKey, ticked: &[String]) -> Answer {
        let list = FACETS.iter().find(|f| f.key == key).unwrap();
        let exists = |slug: &&String| {
            slug.as_str() != "gibt-es-nicht"
                && (list.vocabulary.is_none() || *slug == "ohne-kosten" || self.list(key).get(slug).is_some())
        };
        let answers: Vec<Answer> = ticked.iter().filter(exists).map(|s| self.answer(offer, key, s)).collect();
        if answers.contains(&Yes) {
            Yes
        } else if list.has_unknown && answers.contains(&Unknown) {
            Unknown
        } else {
            No
        }
    }

    fn age(&self, offer: &Offer, age: Option<u8>) -> Answer {
        let Some(age) = age else { return Yes };
        offer.age.map_or(Unknown, |a| yes(a.from.is_none_or(|f| age >= f) && a.to.is_none_or(|t| age <= t)))
    }

    /// Offers a query finds: all filters but that of `but`, each as `pass` wants it.
    fn found(&self, query: &Query, text: &BTreeSet<usize>, but: Option<FacetKey>, pass: &[Answer]) -> BTreeSet<usize> {
        let guide = |o: &Offer| match (query.guide, query.text.is_empty()) {
            (Some(guide), true) => {
                let themes = self.list(FacetKey::Theme);
                o.themes
                    .iter()
                    .any(|t| t.slug.split('/').next().and_then(|top| themes.get(top)).unwrap().guide == Some(guide))
            }
            _ => true,
        };
        let partner = |o: &Offer| query.partner.as_ref().is_none_or(|p| self.catalog.partner_of(o).id == *p);
        let filters = query.facets.iter().filter(|(key, _)| Some(**key) != but);
        self.catalog
            .offers
            .iter()
            .enumerate()
            .filter(|(i, o)| o.status != Status::Ended && text.contains(i) && guide(o) && partner(o))
            .filter(|(_, o)| pass.contains(&self.age(o, query.age)))
            .filter(|(_, o)| filters.clone().all(|(key, ticked)| pass.contains(&self.filter(o, *key, ticked))))
            .map(|(i, _)| i)
            .collect()
    }
}

fn offers(hits: &[Hit]) -> BTreeSet<usize> {
    hits.iter().map(|h| h.offer).collect()
}

/// Compares a result with the plain walk, number by number.
fn compare(search: &Search, query: &Query) -> Result<(), TestCaseError> {
    let catalog = search.catalog();
    let plain = Plain { catalog, today: now().date() };
    let results = search.run(query, &now());
    let all: BTreeSet<usize> = (0..catalog.offers.len()).collect();
    let words = Query { text: query.text.clone(), page: 1, ..Query::default() };
    let text = if query.text.is_empty() { all } else { offers(&search.run(&words, &now()).hits) };
    let found = plain.found(query, &text, None, &[Yes]);
    prop_assert_eq!(&offers(&results.hits), &found);
    prop_assert_eq!(results.offers, found.len());
    let partners: BTreeSet<usize> = found.iter().map(|i| catalog.offers[*i].partner).collect();
    prop_assert_eq!(results.partners, partners.len());

    let maybe: BTreeSet<usize> = &plain.found(query, &text, None, &[Yes, Unknown]) - &found;
    let unknown: Vec<Hit> = results.unknown.iter().flat_map(|g| g.hits.clone()).collect();
    prop_assert_eq!(&offers(&unknown), &maybe);
    prop_assert_eq!(results.unknown_offers, maybe.len());

    let groups = query.selected(FacetKey::TargetGroup);
    let mut open = BTreeSet::new();
    if groups.iter().any(|g| g != "alle") {
        let rest = plain.found(query, &text, Some(FacetKey::TargetGroup), &[Yes]);
        open = rest.into_iter().filter(|i| catalog.offers[*i].target_groups.iter().any(|t| t.slug == "alle")).collect();
        open = &open - &found;
    }
    let open_to_all: Vec<Hit> = results.open_to_all.iter().flat_map(|g| g.hits.clone()).collect();
    prop_assert_eq!(&offers(&open_to_all), &open);
    prop_assert_eq!(results.open_to_all_offers, open.len());
    compare_counts(&plain, query, &results, &text)
}

fn compare_counts(
    plain: &Plain<'_>,
    query: &Query,
    results: &Results,
    text: &BTreeSet<usize>,
) -> Result<(), TestCaseError> {
    for (facet, counts) in FACETS.iter().zip(&results.facets) {
        prop_assert_eq!(counts.key, facet.key);
        let rest = plain.found(query, text, Some(facet.key), &[Yes]);
        let shown: BTreeMap<&str, usize> = counts.values.iter().map(|v| (&*v.slug, v.count)).collect();
        let mut slugs: Vec<String> = match facet.vocabulary {
            Some(_) => plain.list(facet.key).iter().map(|t| t.slug.clone()).collect(),
            None => {
                ["mo", "di", "mi", "do", "fr", "sa", "so", "vormittag", "nachmittag", "abend"].map(str::to_owned).into()
            }
        };
        slugs.extend((facet.key == FacetKey::Cost).then(|| "ohne-kosten".to_owned()));
        for slug in slugs {
            let plainly =
                rest.iter().filter(|i| plain.answer(&plain.catalog.offers[**i], facet.key, &slug) == Yes).count();
            prop_assert_eq!(shown.get(slug.as_str()).copied().unwrap_or(0), plainly, "{} {}", facet.url, slug);
            if plainly > 0 || query.has(facet.key, &slug) {
                prop_assert!(shown.contains_key(slug.as_str()), "{} {} is left out", facet.url, slug);
            }
        }
        for value in &counts.values {
            prop_assert_eq!(value.selected, query.has(facet.key, &value.slug));
        }
    }
    Ok(())
}

/// A value of a facet: any of its list, a heading of `kosten`, a pair of `wann`, or one that does not exist.
fn pair() -> impl Strategy<Value = String> {
    (0..FACETS.len(), any::<prop::sample::Index>()).prop_map(|(at, which)| {
        let facet = &FACETS[at];
        let mut slugs: Vec<String> = match facet.vocabulary.and_then(|v| DRAWN.catalog().vocabularies.by_name(v)) {
            Some(list) => list.iter().map(|t| t.slug.clone()).collect(),
            None => ["mo", "di", "so", "abend", "vormittag", "di/abend", "sa/nachmittag"].map(str::to_owned).into(),
        };
        slugs.extend((facet.key == FacetKey::Cost).then(|| "ohne-kosten".to_owned()));
        slugs.push("gibt-es-nicht".to_owned());
        format!("{}={}", facet.url, which.get(&slugs))
    })
}

fn query() -> impl Strategy<Value = Query> {
    let text = prop::sample::select(vec!["", "", "q=yoga", "q=rücken", "q=angebot+stelle"]);
    let setting = prop::sample::select(vec!["", "", "", "alter=20", "alter=70", "wegweiser=beratung", "stelle=p3"]);
    (text, setting, prop::collection::vec(pair(), 0..4))
        .prop_map(|(text, setting, pairs)| Query::parse(&format!("{text}&{setting}&{}", pairs.join("&"))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_equals_a_plain_walk_over_the_catalog(query in query()) {
        compare(&DRAWN, &query)?;
    }
}

#[test]
fn the_lot_draws_a_catalog_with_some_of_everything() {
    let results = DRAWN.run(&Query::parse(""), &now());
    assert!(results.offers > 100);
    for counts in &results.facets {
        assert!(counts.values.iter().any(|v| v.count > 0), "{:?}", counts.key);
    }
    let unknown = DRAWN.run(&Query::parse("deutsch=kein&alter=20"), &now());
    assert!(unknown.unknown_offers > 10 && unknown.offers > 0);
    assert!(DRAWN.run(&Query::parse("zielgruppe=frauen"), &now()).open_to_all_offers > 5);
    assert_eq!(Guide::ALL.len(), 2);
}

#[test]
fn every_count_is_what_ticking_the_value_finds() {
    for start in ["", "thema=sucht", "kosten=ohne-kosten&form=telefon", "q=yoga&ort=overath"] {
        let query = Query::parse(start);
        for counts in DRAWN.run(&query, &now()).facets {
            for value in counts.values.iter().filter(|v| !v.selected) {
                let alone = query.without_facet(counts.key).with(counts.key, &value.slug);
                assert_eq!(DRAWN.run(&alone, &now()).offers, value.count, "{start} {:?} {}", counts.key, value.slug);
            }
        }
    }
}

#[test]
fn a_heading_of_costs_is_a_value_and_stands_before_its_members() {
    let results = DRAWN.run(&Query::parse("kosten=ohne-kosten"), &now());
    let costs = results.facets.iter().find(|f| f.key == FacetKey::Cost).unwrap();
    let slugs: Vec<(&str, bool)> = costs.values.iter().map(|v| (&*v.slug, v.child)).collect();
    let expected =
        [("ohne-kosten", false), ("kostenfrei", true), ("uebernommen", true), ("spende", true), ("erstattung", false)];
    assert_eq!(slugs[..5], expected);
    assert!(costs.values[0].selected && results.offers == costs.values[0].count);
    let headings = DRAWN.run(&Query::parse("zielgruppe=alter"), &now());
    assert_eq!(headings.offers, 0, "headings of target groups are no values");
}

#[test]
fn short_lists_are_whole_and_long_ones_leave_out_what_finds_nothing() {
    let results = DRAWN.run(&Query::parse("stelle=tv-eichengrund"), &now());
    let of = |key| results.facets.iter().find(|f| f.key == key).unwrap();
    let all = DRAWN.catalog().vocabularies.languages.len();
    assert!(all <= 12);
    assert_eq!(of(FacetKey::Language).values.len(), all);
    let themes = &of(FacetKey::Theme).values;
    assert!(themes.len() < DRAWN.catalog().vocabularies.themes.len());
    assert!(themes.iter().all(|v| v.count > 0));
}
