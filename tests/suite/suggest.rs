//! Suggestions while somebody types: what fits, in a fair order, few, and nothing that must not be shown.

use crate::kit::{Folder, now};
use crate::visitor::Visitor;
use wegweiser::catalog::{Code, Language};
use wegweiser::index::fold;
use wegweiser::search::suggest::{Kind, MOST, MOST_OF_A_KIND};
use wegweiser::search::{Search, Suggestion};

fn german(search: &Search, text: &str) -> Vec<Suggestion> {
    search.suggest(text, Language::De, &now())
}

fn labels(search: &Search, text: &str) -> Vec<String> {
    german(search, text).into_iter().map(|suggestion| suggestion.label).collect()
}

fn kinds(search: &Search, text: &str) -> Vec<Kind> {
    german(search, text).into_iter().map(|suggestion| suggestion.kind).collect()
}

#[test]
fn the_beginning_of_any_word_of_a_label_is_enough() {
    let search = Folder::mini().search();
    for (text, kind, label, target) in [
        ("gelen", Kind::Theme, "Rücken und Gelenke", "bewegung/ruecken"),
        ("tut we", Kind::Concern, "Mein Rücken tut weh", "thema=bewegung/ruecken"),
        ("vilk", Kind::Place, "Vilkerath", "overath/vilkerath"),
        ("am linden", Kind::Partner, "Yoga am Lindenhof", "yoga-lindenhof"),
        ("ortho", Kind::Offer, "Rehasport Orthopädie", "tv-eichengrund/rehasport"),
        ("kreuzschm", Kind::Word, "Kreuzschmerzen", "Kreuzschmerzen"),
        ("mein mann tr", Kind::Word, "mein Mann trinkt", "mein Mann trinkt"),
    ] {
        let found = german(&search, text);
        let fits = |s: &Suggestion| (s.kind, s.label.as_str(), s.target.as_str()) == (kind, label, target);
        assert!(found.iter().any(fits), "{text}: {found:#?}");
    }
    let offer = german(&search, "ortho").into_iter().find(|s| s.kind == Kind::Offer);
    assert_eq!(offer.and_then(|s| s.of).as_deref(), Some("TV Eichengrund"));
}

#[test]
fn all_words_typed_must_fit_in_whatever_order() {
    let search = Folder::mini().search();
    for text in ["rück gel", "gelenke rück", "und rücken gelenke"] {
        assert_eq!(labels(&search, text), ["Rücken und Gelenke"], "{text}");
    }
    assert_eq!(labels(&search, "rücken xylofon"), Vec::<String>::new());
}

#[test]
fn spelling_that_never_matters_does_not_matter_here() {
    let search = Folder::mini().search();
    let expected = german(&search, "rück");
    assert!(!expected.is_empty());
    for text in ["ruck", "Rueck", "RÜCK", "Ru\u{308}ck", " rück "] {
        assert_eq!(german(&search, text), expected, "{text}");
    }
    assert!(labels(&search, "suchtberatung-mue").contains(&"Suchtberatung Mühle".to_owned()));
    assert!(labels(&search, "reha-sp").contains(&"Rehasport Orthopädie".to_owned()));
}

#[test]
fn what_begins_with_the_text_comes_first_then_themes_before_offers_before_words() {
    let search = Folder::mini().search();
    let found = german(&search, "rück");
    let order: Vec<_> = found.iter().map(|s| (!fold(&s.label).starts_with("ruck"), s.kind)).collect();
    assert!(order.is_sorted(), "{found:#?}");
    assert_eq!((found[0].kind, found[0].label.as_str()), (Kind::Theme, "Rücken und Gelenke"));
    let last = found.last().unwrap();
    assert_eq!((last.kind, last.label.as_str()), (Kind::Concern, "Mein Rücken tut weh"));
}

#[test]
fn suggestions_are_few_and_no_kind_crowds_out_the_others() {
    let search = Folder::real().search();
    let mut full = 0;
    for text in ["be", "sc", "al", "gru", "selbst", "ko", "fa", "hilfe", "st", "an", "tr", "bergisch g"] {
        let found = german(&search, text);
        full += usize::from(found.len() == MOST);
        assert!(found.len() <= MOST, "{text}: {found:#?}");
        for kind in Kind::ALL {
            assert!(found.iter().filter(|s| s.kind == *kind).count() <= MOST_OF_A_KIND, "{text}: {found:#?}");
        }
        let mut once: Vec<_> = found.iter().map(|s| (s.kind, &s.target)).collect();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), found.len(), "{text}: {found:#?}");
    }
    assert!(full > 5, "only {full} lists were full");
}

#[test]
fn what_has_ended_is_not_suggested_and_neither_are_its_words() {
    let folder = Folder::mini();
    assert_eq!(labels(&folder.search(), "haushaltsb"), Vec::<String>::new());
    assert_eq!(labels(&folder.search(), "eichen"), ["Eichengrund", "TV Eichengrund"]);
    let path = "partner/overath/tv-eichengrund.yaml";
    let ended = folder.edit(path, "name: TV Eichengrund\n", "name: TV Eichengrund\nstatus: beendet\n").search();
    assert_eq!(labels(&ended, "eichen"), Vec::<String>::new());
    assert!(!kinds(&ended, "rücken").contains(&Kind::Offer));
}

#[test]
fn coarse_words_find_but_are_never_suggested() {
    let search = Folder::mini().search();
    for text in ["säu", "Säufer", "saeufe", "säufern"] {
        assert!(labels(&search, text).iter().all(|label| !fold(label).contains("sauf")), "{text}");
    }
    let real = Folder::real().search();
    let coarse = real.catalog().synonyms.one_way.iter().filter(|o| o.coarse.is_some_and(bool::from));
    let words: Vec<&String> = coarse.flat_map(|o| &o.from).collect();
    assert!(words.len() > 10);
    for word in &words {
        let start: String = word.chars().take(4).collect();
        let shown = [german(&real, word), german(&real, &start)].concat();
        let told: Vec<_> = shown.iter().filter(|s| words.iter().any(|w| fold(w) == fold(&s.label))).collect();
        assert!(told.is_empty(), "{word}: {told:#?}");
    }
}

#[test]
fn places_outside_the_region_are_known_but_not_suggested() {
    let search = Folder::mini().search();
    assert!(!kinds(&search, "remsch").contains(&Kind::Place));
    assert!(!kinds(&search, "außerhalb").contains(&Kind::Place));
    assert!(kinds(&search, "burs").contains(&Kind::Place));
}

#[test]
fn the_text_itself_and_what_a_label_says_already_is_not_suggested_as_a_word() {
    let search = Folder::mini().search();
    for (text, word) in [("yoga", "Yoga"), ("burs", "Burscheid"), ("kreuzschmerzen", "Kreuzschmerzen")] {
        let found = german(&search, text);
        assert!(!found.iter().any(|s| s.kind == Kind::Word && s.label == word), "{text}: {found:#?}");
    }
}

#[test]
fn one_typing_error_is_forgiven_where_nothing_else_fits() {
    let search = Folder::mini().search();
    for (text, label) in [
        ("rükcen", "Rücken und Gelenke"),
        ("shulden", "Schulden und Konto"),
        ("umgang mit suchd", "Umgang mit Sucht"),
        ("overarth", "Overath"),
    ] {
        assert!(labels(&search, text).contains(&label.to_owned()), "{text}: {:?}", labels(&search, text));
    }
    for text in ["xylofon", "rxkcxn", "ücken"] {
        assert_eq!(labels(&search, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn less_than_two_letters_suggest_nothing() {
    let search = Folder::mini().search();
    for text in ["", "r", "Ä", " r ", "!?", "-", "\u{308}", "&&&&&&"] {
        assert_eq!(labels(&search, text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn labels_are_in_the_language_asked_for_whatever_language_was_typed() {
    let label = "label: {de: Rücken und Gelenke, en: Back and joints, tr: Sırt ve eklemler}";
    let folder = Folder::mini().edit("vokabular/themen.yaml", "label: {de: Rücken und Gelenke}", label);
    let search = folder.search();
    for (text, language, expected) in [
        ("back an", Language::En, "Back and joints"),
        ("gelenke", Language::En, "Back and joints"),
        ("joint", Language::De, "Rücken und Gelenke"),
        ("eklem", Language::En, "Back and joints"),
    ] {
        let found = search.suggest(text, language, &now());
        let labels: Vec<_> = found.iter().map(|s| s.label.as_str()).collect();
        assert_eq!(labels, [expected], "{text}");
    }
}

#[test]
fn a_script_gets_links_in_groups_and_nothing_that_is_kept_or_listed() {
    let visitor = Visitor::new(&Folder::mini().edit("wegweiser.yaml", "beispieldaten: ja", "beispieldaten: nein"));
    let answer = visitor.get("/vorschlag?q=r%C3%BCck");
    assert_eq!((answer.status, answer.header("content-type")), (200, "text/html; charset=utf-8"));
    let piece = answer.text();
    for part in [
        "<span id=\"vorschlag-themen\">Themen</span>",
        "href=\"/thema/bewegung/ruecken\"",
        "href=\"/suche?thema=bewegung/ruecken\"",
        "href=\"/angebot/tv-eichengrund/rueckenschule\"",
        "<small translate=\"no\">TV Eichengrund</small>",
        "href=\"/suche?q=R%C3%BCckenschmerzen\"",
    ] {
        assert!(piece.contains(part), "{part}: {piece}");
    }
    assert!(piece.starts_with("<ul") && !piece.contains("<script") && !piece.contains("<h1"), "{piece}");
    for address in ["/vorschlag?q=r%C3%BCck", "/vorschlag?q=xylofon", "/vorschlag"] {
        let answer = visitor.get(address);
        assert_eq!(answer.header("cache-control"), "no-store", "{address}");
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{address}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none';"), "{address}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
    }
}

#[test]
fn every_suggestion_leads_somewhere_and_takes_the_list_along() {
    let visitor = Visitor::new(&Folder::mini());
    let code = Code::of("tv-eichengrund", "rueckenschule");
    let mut followed = 0;
    for text in ["su", "sc", "yo", "re", "be", "ov", "an", "mein+mann"] {
        let piece = visitor.get(&format!("/vorschlag?q={text}&m={code}")).text();
        for link in piece.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&");
            assert!(link.contains(&code.to_string()), "{text}: {link}");
            assert_eq!(visitor.get(&link).status, 200, "{text}: {link}");
            followed += 1;
        }
    }
    assert!(followed > 20, "only {followed} links");
}

#[test]
fn an_address_in_any_order_is_answered_without_a_detour() {
    let visitor = Visitor::new(&Folder::mini());
    let code = Code::of("tv-eichengrund", "rueckenschule");
    let expected = visitor.get(&format!("/vorschlag?q=yoga&m={code}"));
    for address in [format!("/vorschlag?m={code}&q=yoga"), format!("/vorschlag?m={code}&q=%20yoga%20&x=1")] {
        let answer = visitor.get(&address);
        assert_eq!((answer.status, &answer.body), (200, &expected.body), "{address}");
    }
}

#[test]
fn nothing_to_suggest_is_an_empty_answer() {
    let visitor = Visitor::new(&Folder::mini());
    for address in ["/vorschlag", "/vorschlag?q=", "/vorschlag?q=x", "/vorschlag?q=xylofon", "/vorschlag?thema=sucht"] {
        let answer = visitor.get(address);
        assert_eq!((answer.status, answer.body.len()), (204, 0), "{address}");
    }
}

#[test]
fn odd_input_breaks_nothing() {
    let visitor = Visitor::new(&Folder::mini());
    for (text, status) in [
        ("r%C3%BCcken+".repeat(800), 200),
        ("a".repeat(10_000), 204),
        ("%00".into(), 400),
        ("%ff".into(), 400),
        ("%22(%5B%7B*%5E~:!?.,;".into(), 204),
        ("%F0%9F%98%80".into(), 204),
        ("%E2%80%AE%E2%81%A6".into(), 204),
        ("%3Cscript%3Ealert(1)%3C/script%3E".into(), 204),
    ] {
        let answer = visitor.get(&format!("/vorschlag?q={text}"));
        assert_eq!(answer.status, status, "{text:.40}");
        assert_eq!(answer.header("cache-control"), "no-store", "{text:.40}");
        assert!(!answer.text().contains("<script"), "{text:.40}");
    }
    let folder =
        Folder::mini().edit("partner/overath/tv-eichengrund.yaml", "titel: Rückenschule", "titel: Rücken <b>& Co");
    let piece = Visitor::of(folder.load().0).get("/vorschlag?q=r%C3%BCcken+co").text();
    assert!(piece.contains("Rücken &lt;b&gt;&amp; Co"), "{piece}");
}

#[test]
fn the_search_field_says_where_to_ask_and_needs_no_answer() {
    let visitor = Visitor::new(&Folder::mini());
    let code = Code::of("tv-eichengrund", "rueckenschule");
    for address in ["/", "/suche", "/gibt-es-nicht"] {
        assert!(visitor.get(address).text().contains("data-vorschlag=\"/vorschlag\""), "{address}");
        let listed = visitor.get(&format!("{address}?m={code}")).text();
        assert!(listed.contains(&format!("data-vorschlag=\"/vorschlag?m={code}\"")), "{address}");
        assert!(!listed.contains("role=\"listbox\"") && !listed.contains("aria-expanded"), "{address}");
    }
}
