//! Odd input meets a page of ours: never a broken answer, never the framework's own words, never a broader result.

use crate::kit::Folder;
use crate::visitor::Visitor;

/// Everything in an answer that is not one of our pages.
fn not_ours(visitor: &Visitor, address: &str, status: u16) -> Option<String> {
    let answer = visitor.get(address);
    let shown: String = address.chars().take(60).collect();
    if answer.status != status {
        return Some(format!("{shown}: {} instead of {status}", answer.status));
    }
    let page = answer.text();
    (!(page.contains("<h1") && page.contains("role=\"search\""))).then(|| format!("{shown}: {page:.200}"))
}

#[test]
fn every_odd_address_gets_a_page_of_ours_with_the_right_status() {
    let visitor = Visitor::new(&Folder::mini());
    let long = format!("/?q={}", "a".repeat(40_000));
    let table = [
        ("/gibt-es-nicht", 404),
        ("/static/gibt-es-nicht.css", 404),
        ("/%ff", 400),
        ("/stelle/%ff", 400),
        ("/%2e%2e/", 400),
        ("/%2e%2e/%2e%2e/etc/passwd", 400),
        ("/a%5c..%5cb", 400),
        ("//boese.example", 400),
        ("/?q=%ff", 400),
        ("/?q=%00", 400),
        ("/anliegen?m=%ff", 400),
        ("/%00", 400),
        (long.as_str(), 414),
    ];
    let wrong: Vec<_> = table.iter().filter_map(|(a, status)| not_ours(&visitor, a, *status)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_method_the_site_does_not_know_gets_a_page_that_says_so() {
    let visitor = Visitor::new(&Folder::mini());
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
        let answer = visitor.send(method, "/", &[]);
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("allow"), "GET, HEAD", "{method}");
        assert!(answer.text().contains("<h1"), "{method}");
    }
}

#[test]
fn what_an_address_says_too_much_is_left_out_of_it() {
    let visitor = Visitor::new(&Folder::mini());
    for (address, canonical) in [("/?x=1", "/"), ("/anliegen?q=schlaf", "/anliegen"), ("/?m=keincode", "/")] {
        let answer = visitor.get(address);
        assert_eq!((answer.status, answer.header("location")), (303, canonical), "{address}");
    }
    let moved = visitor.get("/anliegen/");
    assert_eq!((moved.status, moved.header("location")), (308, "/anliegen"));
}

#[test]
fn odd_but_readable_searches_get_a_result_page_and_never_more_than_they_ask_for() {
    let visitor = Visitor::new(&Folder::mini());
    let long = format!("/suche?q={}", "rücken+".repeat(1500).replace('ü', "%C3%BC"));
    let codes = format!("/suche?m={}", "0A1B2C.".repeat(500));
    let many = format!("/suche?{}", "thema=x&".repeat(500));
    for address in [
        long.as_str(),
        codes.as_str(),
        many.as_str(),
        "/suche?seite=99999",
        "/suche?seite=-1",
        "/suche?seite=18446744073709551616",
        "/suche?thema=gibt-es-nicht",
        "/suche?q=%22(%5B%7B*%5E~:+AND+OR",
        "/suche?q=%F0%9F%98%80",
        "/suche?q=%E2%80%AE%E2%81%A6",
        "/suche?alter=alt&plz=x&umkreis=-5",
        "/suche?stelle=../../etc&liste=%0A",
        "/suche?sort=%3Cscript%3E",
        "/suche?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/suche?=&&&==&q",
    ] {
        let shown: String = address.chars().take(60).collect();
        let mut answer = visitor.get(address);
        if answer.status == 303 {
            let canonical = answer.header("location").to_owned();
            answer = visitor.get(&canonical);
        }
        assert_eq!(answer.status, 200, "{shown}");
        let page = answer.text();
        assert!(page.contains("id=\"treffer\"") && !page.contains("<script"), "{shown}");
    }
    let cut = visitor.get(&long).text();
    assert!(cut.contains("Wir haben nur nach dem Anfang gesucht."), "{cut:.300}");
}

#[test]
fn a_panic_in_a_page_becomes_our_own_page_for_it() {
    let shared = crate::visitor::shared(Folder::mini().catalog());
    let routes = axum::Router::new().route("/suche", axum::routing::get(breaks));
    let visitor = Visitor::asking(wegweiser::web::dressed(routes, shared));
    let answer = visitor.get("/suche?q=geheim");
    assert_eq!((answer.status, answer.header("cache-control")), (500, "no-store"));
    let page = answer.text();
    assert!(page.contains("Das ist unser Fehler, nicht Ihrer."), "{page}");
    assert!(!page.contains("geheim"), "{page}");
}

async fn breaks() -> &'static str {
    panic!("a page breaks")
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]
    #[test]
    fn a_canonical_address_is_its_own_canonical_address(query in "[a-zA-Z0-9=&%+./ äß\\-]{0,60}") {
        let address: axum::http::Uri = match format!("/suche?{}", query.replace(' ', "+").replace(['ä', 'ß'], "%C3%A4")).parse() {
            Ok(uri) => uri,
            Err(_) => return Ok(()),
        };
        let spoken = [wegweiser::catalog::Language::De];
        let once = wegweiser::web::State::of(&address, &spoken).here();
        let twice = wegweiser::web::State::of(&once.parse().unwrap(), &spoken).here();
        proptest::prop_assert_eq!(once, twice);
    }
}
