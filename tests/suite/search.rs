//! Words, order, places and ways out: what somebody who searches can rely on.

use super::kit::{Folder, now};
use jiff::ToSpan;
use proptest::prelude::*;
use std::sync::LazyLock;
use wegweiser::catalog::Severity;
use wegweiser::index::fold;
use wegweiser::search::{Dropped, FacetKey, Note, Query, Results, Search, check};

pub(crate) static MINI: LazyLock<Search> = LazyLock::new(|| Folder::mini().search());

pub(crate) fn run(search: &Search, query: &str) -> Results {
    search.run(&Query::parse(query), &now())
}

/// `partner/offer` of every hit, in order.
pub(crate) fn ids(search: &Search, results: &Results) -> Vec<String> {
    let offers = results.hits.iter().map(|h| &search.catalog().offers[h.offer]);
    offers.map(|o| format!("{}/{}", search.catalog().partner_of(o).id, o.id)).collect()
}

pub(crate) fn found(query: &str) -> Vec<String> {
    ids(&MINI, &run(&MINI, query))
}

/// A partner of one offer, from the lines of the offer.
pub(crate) fn partner(offer: &str) -> String {
    let lines: String = offer.lines().map(|l| format!("    {l}\n")).collect();
    format!("name: Stelle\nangebote:\n  - id: a\n{lines}geprueft: {{am: 2026-11-01, wie: telefon, durch: stelle}}\n")
}

/// A catalog of such partners, named a, b, c …
fn small(offers: &[&str]) -> Search {
    let names = ('a'..='z').map(String::from);
    let folder =
        names.zip(offers).fold(Folder::empty(), |f, (n, o)| f.with(&format!("partner/x/{n}.yaml"), partner(o)));
    folder.search()
}

pub(crate) fn order(search: &Search, query: &str) -> String {
    ids(search, &run(search, query)).iter().map(|id| &id[..1]).collect()
}

#[test]
fn every_spelling_of_a_word_finds_the_same() {
    let right = found("q=rückenschule");
    assert_eq!(right, ["tv-eichengrund/rueckenschule"]);
    for spelling in ["Rueckenschule", "RUCKENSCHULE", "r%C3%BCckenschulen", "ru%CC%88ckenschule", "  rückenschule !"] {
        assert_eq!(found(&format!("q={spelling}")), right, "{spelling}");
    }
}

#[test]
fn gender_forms_and_hyphens_never_matter() {
    let search = small(&[
        "titel: Treff für Berater:innen",
        "titel: Treff für Berater*innen",
        "titel: Treff für Berater_innen",
        "titel: Treff für BeraterInnen",
        "titel: Treff für Berater/-innen",
        "titel: Reha-Sport",
        "titel: Rehasport",
    ]);
    for query in ["q=Beraterin", "q=Berater", "q=Beraterinnen", "q=Berater:innen", "q=berater/in"] {
        assert_eq!(run(&search, query).offers, 5, "{query}");
    }
    for query in ["q=reha-sport", "q=Rehasport", "q=REHA%E2%80%91SPORT"] {
        assert_eq!(run(&search, query).offers, 2, "{query}");
    }
    assert_eq!(order(&search, "q=reha"), "fg", "with a hyphen it stands there as a word");
}

#[test]
fn a_course_is_not_a_cure() {
    let search = small(&["titel: Kochkurs", "titel: Kochkurse", "titel: Kurs", "titel: Kurse", "titel: Kur"]);
    assert_eq!(order(&search, "q=kochkurs"), "ab");
    assert_eq!(order(&search, "q=kurse")[..2], *"dc", "the word itself comes before compounds with it");
    assert_eq!(run(&search, "q=kurse").offers, 4);
    assert_eq!(order(&search, "q=kur"), "e");
}

#[test]
fn the_word_itself_comes_before_an_inflected_form_and_the_title_before_the_text() {
    let search = small(&["titel: Gruppen", "titel: Gruppe", "titel: A\ntext: Eine Gruppe.", "titel: B\nkurz: Gruppe."]);
    assert_eq!(order(&search, "q=gruppe"), "badc");
    assert_eq!(order(&search, "q=gruppen"), "abdc");
}

#[test]
fn how_often_a_word_stands_there_and_how_long_the_text_is_never_matters() {
    let search = small(&[
        "titel: A\ntext: Yoga.",
        "titel: B\ntext: Yoga, Yoga und noch einmal Yoga an vielen Tagen der Woche für alle Menschen.",
    ]);
    let hits = run(&search, "q=yoga").hits;
    assert_eq!(hits.len(), 2);
    assert!((hits[0].score - hits[1].score).abs() < f32::EPSILON);
}

#[test]
fn two_words_must_both_be_there_in_any_field() {
    assert_eq!(found("q=rücken+overath").len(), 3);
    assert_eq!(found("q=rückenschule+overath"), ["tv-eichengrund/rueckenschule"]);
    assert_eq!(found("q=yoga+refrath").len(), 2);
    assert!(found("q=yoga+refrath").iter().all(|id| id.starts_with("yoga-lindenhof/")));
}

#[test]
fn words_that_nothing_holds_together_are_given_up_one_by_one_and_it_says_so() {
    let results = run(&MINI, "q=yoga+schulden");
    assert!(results.offers >= 2);
    assert_eq!(results.notes, [Note::Relaxed(vec!["yoga".into(), "schulden".into()])]);
    let results = run(&MINI, "q=yoga+xylofon");
    assert_eq!(results.notes, [Note::Relaxed(vec!["yoga".into()])]);
    assert!(run(&MINI, "q=xylofon").notes.is_empty());
    assert_eq!(run(&MINI, "q=xylofon").offers, 0);
}

#[test]
fn small_words_say_nothing_unless_they_are_all_there_is() {
    assert_eq!(found("q=ich+suche+eine+rückenschule+für+mich"), ["tv-eichengrund/rueckenschule"]);
    assert!(!found("q=für").is_empty());
}

#[test]
fn a_sentence_finds_what_holds_most_of_it_first() {
    let results = run(&MINI, "q=mein+rücken+braucht+kräftigung+dehnung+und+ruhe+zuhause");
    assert_eq!(ids(&MINI, &results)[0], "tv-eichengrund/rueckenschule");
    assert!(results.notes.is_empty());
}

#[test]
fn search_words_and_themes_are_found_but_belong_to_no_text() {
    assert_eq!(found("q=entzug"), ["suchtberatung-muehle/sprechstunde"]);
    assert!(found("q=bandscheibe").contains(&"tv-eichengrund/rueckenschule".to_owned()));
    assert!(found("q=gladbach").iter().any(|id| id.starts_with("yoga-lindenhof/")));
}

#[test]
fn what_has_ended_is_not_found_and_what_pauses_or_is_over_stands_last() {
    assert!(!found("").contains(&"schuldnerberatung-overath/altes-angebot".to_owned()));
    assert!(found("q=haushaltsbuch").is_empty());
    let search = small(&[
        "titel: Yoga\nstatus: pausiert",
        "titel: Yoga\ngilt: {bis: 2026-11-20}",
        "titel: Yoga\ngeprueft: {am: 2025-11-01, wie: telefon}",
        "titel: B\ntext: Yoga",
        "titel: Yoga",
    ]);
    let all = order(&search, "q=yoga");
    assert_eq!(&all[..3], "ecd", "{all}: unchecked for long only behind those that match as well");
    let all = order(&search, "");
    assert_eq!(&all[2..3], "c", "{all}");
}

#[test]
fn ties_are_drawn_by_lot_once_a_day() {
    let offers = vec!["titel: Yoga"; 20];
    let search = small(&offers);
    let on = |days: i64, hours: i64| {
        let moment = now().checked_add(days.days().hours(hours)).unwrap();
        ids(&search, &search.run(&Query::parse("q=yoga"), &moment))
    };
    assert_eq!(on(0, 0), on(0, 13), "the same day the same order");
    assert_eq!(on(0, 0), on(0, 0));
    let days: std::collections::BTreeSet<_> = (0..10).map(|d| on(d, 0)).collect();
    assert_eq!(days.len(), 10, "another day another order");
    let first: std::collections::BTreeSet<_> = (0..60).map(|d| on(d, 0)[0].clone()).collect();
    assert!(first.len() > 12, "everybody is first some day: {first:?}");
}

#[test]
fn partners_stand_in_the_order_of_their_best_offer() {
    let results = run(&MINI, "q=rücken");
    let groups: Vec<usize> = results.groups.iter().map(|g| g.partner).collect();
    let mut seen = Vec::new();
    for hit in &results.hits {
        let partner = MINI.catalog().offers[hit.offer].partner;
        if !seen.contains(&partner) {
            seen.push(partner);
        }
    }
    assert_eq!(groups, seen);
    assert_eq!(results.partners, seen.len());
    assert_eq!(results.groups.iter().map(|g| g.hits.len()).sum::<usize>(), results.offers);
}

#[test]
fn other_orders_are_by_name_and_by_last_check() {
    let names: Vec<String> =
        run(&MINI, "sort=name").groups.iter().map(|g| MINI.catalog().partners[g.partner].name.clone()).collect();
    assert!(names.iter().map(|n| fold(n)).is_sorted(), "{names:?}");
    let dates: Vec<_> = run(&MINI, "sort=stand")
        .hits
        .iter()
        .map(|h| {
            let offer = &MINI.catalog().offers[h.offer];
            (offer.status == wegweiser::catalog::choice::Status::Paused, std::cmp::Reverse(offer.checked.unwrap().date))
        })
        .collect();
    assert!(dates.is_sorted(), "{dates:?}");
}

#[test]
fn scopes_narrow_to_a_partner_a_list_or_a_guide() {
    assert_eq!(found("stelle=tv-eichengrund").len(), 2);
    assert_eq!(found("stelle=turnverein-eichengrund").len(), 2, "a former id");
    assert_eq!(found("liste=erste-wege"), ["suchtberatung-muehle/sprechstunde"]);
    assert!(found("wegweiser=beratung").iter().all(|id| !id.starts_with("tv-")));
    assert!(
        found("wegweiser=beratung&q=rückenschule").contains(&"tv-eichengrund/rueckenschule".to_owned()),
        "words search both"
    );
}

#[test]
fn what_means_nothing_finds_nothing_and_is_named() {
    for (query, note) in [
        ("thema=quatsch", Note::UnknownValue(FacetKey::Theme, "quatsch".into())),
        ("wann=di/mitternacht", Note::UnknownValue(FacetKey::When, "di/mitternacht".into())),
        ("stelle=niemand", Note::UnknownSetting("stelle", "niemand".into())),
        ("liste=keine", Note::UnknownSetting("liste", "keine".into())),
        ("plz=99999", Note::UnknownSetting("plz", "99999".into())),
        ("plz=5149", Note::UnknownSetting("plz", "5149".into())),
        ("alter=alt", Note::UnknownSetting("alter", "alt".into())),
        ("umkreis=weit&plz=51491", Note::UnknownSetting("umkreis", "weit".into())),
        ("wegweiser=anderer", Note::UnknownSetting("wegweiser", "anderer".into())),
        ("q=%21%3F", Note::NoWords),
    ] {
        let results = run(&MINI, query);
        assert_eq!((results.offers, results.unknown_offers), (0, 0), "{query}");
        assert_eq!(results.notes, [note], "{query}");
        let canonical: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs(Query::parse(query).pairs()).finish();
        assert_eq!(Query::parse(&canonical), Query::parse(query), "{query} keeps its meaning when written back");
    }
    assert_eq!(run(&MINI, "farbe=blau").offers, run(&MINI, "").offers, "an unknown key is ignored");
}

#[test]
fn a_former_slug_still_finds() {
    let folder = Folder::mini().edit("vokabular/themen.yaml", "    yoga:\n", "    yoga:\n      frueher: [hatha]\n");
    let search = folder.search();
    assert_eq!(run(&search, "thema=entspannung/hatha").offers, run(&search, "thema=entspannung/yoga").offers);
}

#[test]
fn an_empty_result_offers_what_to_give_up_with_its_count() {
    let results = run(&MINI, "q=rückenschule&ort=burscheid&kosten=kostenfrei");
    assert_eq!(results.offers, 0);
    let ways: Vec<Dropped> = results.relaxations.iter().map(|r| r.dropped).collect();
    assert_eq!(ways, [Dropped::Facet(FacetKey::Place), Dropped::Filters, Dropped::Words]);
    for way in &results.relaxations {
        assert_eq!(MINI.run(&way.query, &now()).offers, way.offers);
        assert!(way.offers > 0);
    }
    assert!(run(&MINI, "q=rückenschule").relaxations.is_empty());
}

#[test]
fn a_waiting_time_older_than_sixty_days_is_not_known() {
    let results = run(&MINI, "wartezeit=aufnahmestopp");
    assert_eq!(results.offers, 0);
    let unknown: Vec<usize> = results.unknown.iter().flat_map(|g| &g.hits).map(|h| h.offer).collect();
    let old = MINI.catalog().offer_index("schuldnerberatung-overath", "beratung").unwrap();
    let fresh = MINI.catalog().offer_index("tv-eichengrund", "rehasport").unwrap();
    assert!(unknown.contains(&old) && !unknown.contains(&fresh));
}

#[test]
fn times_are_found_by_day_by_part_of_the_day_and_by_both() {
    assert!(found("wann=di/abend").contains(&"tv-eichengrund/rueckenschule".to_owned()));
    assert!(!found("wann=di/vormittag").contains(&"tv-eichengrund/rueckenschule".to_owned()));
    assert_eq!(found("wann=so&wann=sa"), ["treff-online/gehen"]);
    assert!(found("wann=di").contains(&"treff-online/runde".to_owned()), "single dates have weekdays");
}

#[test]
fn paging_shows_every_group_once_and_never_beyond_the_last_page() {
    let offers = vec!["titel: Yoga"; 20];
    let search = small(&offers);
    let first = run(&search, "seite=1");
    let last = run(&search, "seite=2");
    assert_eq!((first.pages, first.groups.len(), last.groups.len()), (2, 15, 5));
    let beyond = run(&search, "seite=99999");
    assert_eq!((beyond.page, &beyond.groups), (2, &last.groups));
    assert_eq!(beyond.notes, [Note::PageBeyond(99999)]);
}

#[test]
fn entry_points_that_lead_nowhere_are_named_where_they_stand() {
    let text = "gruppen:\n  - id: g\n    label: {de: G}\n    anliegen:\n\
                \x20     - {id: a, text: {de: A}, anfrage: thema=quatsch}\n\
                \x20     - {id: b, text: {de: B}, anfrage: farbe=blau&kosten=kostenfrei}\n\
                \x20     - {id: c, text: {de: C}, anfrage: thema=sucht/alkohol}\n\
                \x20     - {id: d, text: {de: D}, anfrage: kosten=ohne-kosten}\n";
    let search = Folder::mini().with("anliegen.yaml", text).search();
    let problems = check(&search, &now());
    let found: Vec<_> = problems.iter().map(|p| (p.code, p.severity, p.position().0)).collect();
    assert_eq!(
        found,
        [
            ("anliegen-unbekannt", Severity::Error, 5),
            ("anliegen-unbekannt", Severity::Error, 6),
            ("anliegen-wenig-treffer", Severity::Warning, 7),
        ]
    );
    assert_eq!(&text[problems[0].span.clone()], "quatsch");
    assert_eq!(&text[problems[1].span.clone()], "farbe");
    assert!(check(&Folder::mini().without("anliegen.yaml").search(), &now()).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_search_that_answers(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let query = String::from_utf8_lossy(&bytes).into_owned();
        let _ = run(&MINI, &query);
        let encoded: String = form_urlencoded::byte_serialize(&bytes).collect();
        let results = run(&MINI, &format!("q={encoded}"));
        prop_assert!(results.hits.len() == results.offers && results.page >= 1);
    }

    #[test]
    fn any_text_is_answered_the_same_way_twice(text in "\\PC{0,300}") {
        let query = Query { text, page: 1, ..Query::default() };
        prop_assert_eq!(MINI.run(&query, &now()), MINI.run(&query, &now()));
    }
}

#[test]
fn ten_thousand_characters_are_cut_and_said_so() {
    let long = "rücken ".repeat(1500);
    let results = run(&MINI, &format!("q={long}"));
    assert!(results.notes.contains(&Note::TextCut));
    assert!(results.offers > 0);
}
