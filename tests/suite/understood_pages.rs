//! The result page says how the words were read, and every reading can be taken back with one link.

use crate::kit::Folder;
use crate::visitor::Visitor;

fn page(address: &str) -> String {
    let answer = Visitor::new(&Folder::mini()).get(address);
    assert_eq!(answer.status, 200, "{address}");
    answer.text()
}

/// The address of the first link whose text begins so.
fn link(page: &str, text: &str) -> String {
    let at = page.find(&format!(">{text}")).unwrap_or_else(|| panic!("no link „{text}“"));
    let href = page[..at].rsplit_once("href=\"").unwrap().1;
    href.split('"').next().unwrap().replace("&amp;", "&")
}

#[test]
fn a_place_among_the_words_is_a_chip_that_can_be_removed_or_taken_literally() {
    let yoga = page("/suche?q=yoga+refrath");
    assert!(yoga.contains("Verstanden als"));
    assert_eq!(link(&yoga, "Ort: Refrath"), "/suche?q=yoga");
    assert_eq!(link(&yoga, "Entfernung"), "/suche?q=yoga+refrath&sort=entfernung", "there is a place to measure from");
    let literal = link(&yoga, "Wörtlich suchen");
    assert_eq!(literal, "/suche?q=yoga+refrath&woertlich=ja");
    let literal = page(&literal);
    assert!(!literal.contains("Verstanden als"));
    assert_eq!(link(&literal, "Doch verstehen lassen"), "/suche?q=yoga+refrath");
}

#[test]
fn a_corrected_word_is_named_with_the_way_back() {
    let corrected = page("/suche?q=r%C3%BCckenschle");
    assert!(corrected.contains("Wir zeigen Treffer für „"), "{corrected}");
    assert_eq!(link(&corrected, "Nur nach „rückenschle“ suchen"), "/suche?q=r%C3%BCckenschle&woertlich=ja");
}

#[test]
fn found_words_are_marked_inside_compounds_and_escaped_as_ever() {
    let marked = page("/suche?q=schule");
    assert!(marked.contains("Rücken<mark>schule</mark>"), "{marked}");
    let odd = page("/suche?q=%3Cscript%3E+schule");
    assert!(!odd.contains("<script"));
}

#[test]
fn what_was_found_by_a_synonym_says_so() {
    let found = page("/suche?q=wirbels%C3%A4ulengymnastik");
    assert!(found.contains("Gefunden über „Rückenschule“, passend zu „wirbelsäulengymnastik“."), "{found}");
    assert!(!page("/suche?q=s%C3%A4ufer").contains("class=\"why\""), "coarse words are never repeated as a reason");
}
