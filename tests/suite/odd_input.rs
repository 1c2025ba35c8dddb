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
