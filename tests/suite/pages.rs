//! The pages as a visitor meets them: every link leads on, filters say what they do, nothing reveals what was looked for.

use crate::kit::Folder;
use crate::visitor::{Answer, Visitor};
use std::collections::{BTreeSet, VecDeque};
use wegweiser::catalog::Code;

fn visitor() -> Visitor {
    Visitor::new(&Folder::mini())
}

/// Addresses inside the site that a page links to, without their fragment.
fn links(page: &str) -> Vec<String> {
    let hrefs = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = hrefs.filter(|href| href.starts_with('/'));
    inside.map(|href| href.split('#').next().unwrap_or_default().replace("&amp;", "&")).collect()
}

/// The page without tags, on one line.
fn read(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn main_of(answer: &Answer) -> String {
    assert_eq!(answer.status, 200);
    let page = answer.text();
    page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).unwrap().0.to_owned()
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let visitor = visitor();
    let code = Code::of("tv-eichengrund", "rueckenschule");
    // Searches and lists lead to searches and lists without end: of those, these few are read for their links.
    let searches =
        ["/suche?q=yoga".to_owned(), "/suche?thema=sucht&filter=alle".into(), format!("/merkliste?m={code}")];
    let mut waiting: VecDeque<String> = std::iter::once("/".to_owned()).chain(searches.clone()).collect();
    let mut known: BTreeSet<String> = waiting.iter().cloned().collect();
    while let Some(address) = waiting.pop_front() {
        let answer = visitor.get(&address);
        assert!([200, 303, 308].contains(&answer.status), "{address}: {}", answer.status);
        let read = !address.contains('?') || searches.contains(&address);
        if read && answer.header("content-type").starts_with("text/html") {
            let new = links(&answer.text()).into_iter().filter(|link| known.insert(link.clone()));
            waiting.extend(new.collect::<Vec<_>>());
        }
    }
    assert!(known.len() > 100, "only {} pages were reached", known.len());
}

#[test]
fn no_page_has_a_script_an_inline_style_or_anything_foreign() {
    let visitor = visitor();
    let mut addresses = links(&visitor.get("/").text());
    addresses.extend(["/".into(), "/suche?filter=alle".into(), "/gibt-es-nicht".into(), "/?q=%ff".into()]);
    for address in addresses {
        let answer = visitor.get(&address);
        let page = answer.text();
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        for refused in ["<script", " style=", "<style", "javascript:", " src=", "@import", "<iframe", "<img"] {
            assert!(!page.contains(refused), "{address}: {refused}");
        }
        let handlers = page.split(" on").skip(1).filter(|rest| {
            rest.split('=').next().is_some_and(|w| w.len() < 14 && w.chars().all(|c| c.is_ascii_lowercase()))
        });
        assert_eq!(handlers.count(), 0, "{address}");
        assert_eq!(page.matches("<h1").count(), 1, "{address}");
        assert!(page.contains("<html lang=\"de\" dir=\"ltr\">"), "{address}");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none';"), "{address}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
    }
}

#[test]
fn what_somebody_looks_for_is_neither_kept_nor_listed_nor_in_the_title() {
    let visitor = Visitor::new(&Folder::mini().edit("wegweiser.yaml", "beispieldaten: ja", "beispieldaten: nein"));
    let code = Code::of("tv-eichengrund", "rueckenschule");
    for address in
        ["/suche?q=alkohol".to_owned(), "/suche?thema=sucht".into(), format!("/?m={code}"), format!("/krise?m={code}")]
    {
        let answer = visitor.get(&address);
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "{address}");
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{address}");
        let page = answer.text();
        let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        for word in ["alkohol", "Sucht", &code.to_string()] {
            assert!(!title.contains(word), "{address}: {title}");
        }
    }
    let public = visitor.get("/");
    assert_eq!((public.header("cache-control"), public.header("x-robots-tag")), ("no-cache", ""));
}

#[test]
fn while_the_entries_are_examples_every_page_says_so_and_none_is_listed() {
    let visitor = visitor();
    for address in ["/", "/beratung", "/anliegen", "/suche", "/thema/sucht", "/ort/overath", "/gibt-es-nicht"] {
        let answer = visitor.get(address);
        assert!(answer.text().contains("Alle Einträge sind erfunden."), "{address}");
        assert_eq!(answer.header("x-robots-tag"), "noindex", "{address}");
    }
    assert_eq!(visitor.get("/robots.txt").text(), "User-agent: *\nDisallow: /\n");
}

#[test]
fn the_search_field_asks_the_browser_to_remember_nothing() {
    for address in ["/", "/suche", "/gibt-es-nicht"] {
        let page = visitor().get(address).text();
        let field = page.split("<input id=\"q\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(field.contains("autocomplete=\"off\"") && field.contains("spellcheck=\"false\""), "{address}: {field}");
    }
}

#[test]
fn the_answer_of_a_form_stands_at_its_canonical_address() {
    let visitor = visitor();
    for (sent, canonical) in [
        ("/suche?q=&ort=overath", "/suche?ort=overath"),
        ("/suche?ort=overath&q=R%FCcken", ""),
        ("/suche?ort=overath&q=R%C3%BCcken+&x=1", "/suche?q=R%C3%BCcken&ort=overath"),
        ("/suche?thema=sucht&thema=sucht%2Falkohol", "/suche?thema=sucht/alkohol"),
    ] {
        let answer = visitor.get(sent);
        let expected = if canonical.is_empty() { 400 } else { 303 };
        assert_eq!((answer.status, answer.header("location")), (expected, canonical), "{sent}");
    }
}

#[test]
fn the_remembered_list_goes_along_on_every_link() {
    let code = Code::of("tv-eichengrund", "rueckenschule");
    let visitor = visitor();
    for address in ["/", "/suche", "/thema/sucht", "/anliegen", "/krise", "/gibt-es-nicht"] {
        let page = visitor.get(&format!("{address}?m={code}")).text();
        let main = page.split_once("<main").unwrap().1;
        let inside = links(main).into_iter().filter(|l| !l.starts_with("/static/") && !l.starts_with("/blatt"));
        for link in inside {
            assert!(link.contains(&code.to_string()) || link == address, "{address}: {link}");
        }
        if page.contains("<form") {
            assert!(page.contains(&format!("name=\"m\" value=\"{code}\"")), "{address}");
        }
    }
}

#[test]
fn remembering_is_a_link_to_this_search_with_one_offer_more() {
    let visitor = visitor();
    let code = Code::of("tv-eichengrund", "rueckenschule");
    let before = main_of(&visitor.get("/suche?ort=overath"));
    let link = format!("/suche?ort=overath&amp;m={code}#a-{code}");
    assert!(before.contains(&link), "{before}");
    let after = main_of(&visitor.get(&format!("/suche?ort=overath&m={code}")));
    assert!(after.contains(&format!("class=\"keep on\" href=\"/suche?ort=overath#a-{code}\"")), "{after}");
}

#[test]
fn a_ticked_filter_is_ticked_named_and_can_be_taken_back() {
    let page = main_of(&visitor().get("/suche?kosten=kostenfrei"));
    assert!(page.contains("name=\"kosten\" value=\"kostenfrei\" checked"), "{page}");
    let chip = page.split("class=\"chips\"").nth(1).unwrap();
    assert!(chip.contains("href=\"/suche\""), "{chip:.300}");
}

#[test]
fn a_value_without_offers_is_said_but_cannot_be_ticked() {
    let page = main_of(&visitor().get("/suche"));
    assert!(read(&page).contains("(0)"), "no list has a value without offers");
    let boxes = page.split("type=\"checkbox\"").skip(1).filter_map(|rest| rest.split("</label>").next());
    let empty: Vec<_> = boxes.filter(|b| b.contains("<span class=\"n\">0</span>")).collect();
    assert!(empty.is_empty(), "{empty:#?}");
}

#[test]
fn parts_of_a_theme_open_below_the_ticked_theme_and_lead_back_to_all_of_it() {
    let visitor = visitor();
    assert!(!main_of(&visitor.get("/suche")).contains("value=\"sucht/alkohol\""));
    assert!(main_of(&visitor.get("/suche?thema=sucht")).contains("value=\"sucht/alkohol\""));
    let narrow = main_of(&visitor.get("/suche?thema=sucht/alkohol"));
    assert!(narrow.contains("class=\"widen\" href=\"/suche?thema=sucht\""), "{narrow}");
}

#[test]
fn an_unknown_value_is_named_and_finds_nothing_rather_than_everything() {
    let text = read(&main_of(&visitor().get("/suche?thema=raumfahrt")));
    assert!(text.contains("Kein Angebot"), "{text}");
    assert!(text.contains("„raumfahrt“ kennen wir nicht"), "{text}");
}

#[test]
fn all_filters_are_one_link_away_and_hidden_ones_are_sent_along() {
    let visitor = visitor();
    let few = main_of(&visitor.get("/suche?sort=name&stelle=tv-eichengrund"));
    assert!(few.contains("filter=alle#filter"), "{few}");
    for hidden in ["name=\"stelle\" value=\"tv-eichengrund\"", "name=\"sort\" value=\"name\""] {
        assert!(few.contains(hidden), "{hidden}");
    }
    let all = main_of(&visitor.get("/suche?filter=alle"));
    for field in
        ["name=\"wann\"", "name=\"alter\"", "name=\"plz\"", "name=\"umkreis\"", "name=\"filter\" value=\"alle\""]
    {
        assert!(all.contains(field), "{field}");
    }
}

#[test]
fn a_partner_shows_two_offers_and_a_way_to_the_others() {
    let visitor = visitor();
    let page = main_of(&visitor.get("/suche?sort=name"));
    let group = page.split("<section class=\"group\">").find(|g| g.contains("Suchtberatung Mühle")).unwrap();
    assert_eq!(group.matches("<article").count(), 2);
    assert!(read(group).contains("1 weiteres Angebot"), "{group}");
    let all = main_of(&visitor.get("/suche?stelle=suchtberatung-muehle"));
    assert_eq!(all.matches("<article").count(), 3);
}

#[test]
fn nothing_found_names_what_to_give_up_and_what_that_gives() {
    let text = read(&main_of(&visitor().get("/suche?q=yoga&ort=burscheid")));
    assert!(text.contains("So finden Sie mehr") && text.contains("Ohne „Burscheid“ suchen ("), "{text}");
}

#[test]
fn a_page_beyond_the_last_one_shows_the_last_and_says_so() {
    let text = read(&main_of(&visitor().get("/suche?seite=99999")));
    assert!(text.contains("So viele Seiten gibt es nicht."), "{text}");
    assert!(text.contains("Angebote bei"), "{text}");
}

#[test]
fn an_entry_point_about_danger_shows_the_crisis_lines_before_the_results() {
    let visitor = visitor();
    let urgent = main_of(&visitor.get("/suche?thema=soziales/gewalt"));
    let (box_at, results_at) = (urgent.find("class=\"crisis\""), urgent.find("id=\"treffer\""));
    assert!(box_at.is_some() && box_at < results_at, "{urgent}");
    assert!(!main_of(&visitor.get("/suche?thema=bewegung/ruecken")).contains("class=\"crisis\""));
}

#[test]
fn a_result_list_becomes_codes_before_it_is_printed() {
    let visitor = visitor();
    let page = main_of(&visitor.get("/suche?q=yoga"));
    assert!(page.contains("class=\"print\" href=\"/suche/drucken?q=yoga\""), "{page}");
    let answer = visitor.get("/suche/drucken?q=yoga");
    let sheet = answer.header("location");
    assert_eq!(answer.status, 303);
    assert!(sheet.starts_with("/blatt?m=") && !sheet.contains("yoga"), "{sheet}");
}

#[test]
fn the_front_page_counts_what_takes_place_and_offers_both_guides() {
    let text = read(&main_of(&visitor().get("/")));
    assert!(text.contains("Gesundheit") && text.contains("Beratung") && text.contains("Angebote von"), "{text}");
    assert!(text.contains("Mein Rücken tut weh") && text.contains("112"), "{text}");
}

#[test]
fn a_theme_and_a_town_show_offers_and_lead_to_all_of_them() {
    let visitor = visitor();
    let theme = main_of(&visitor.get("/thema/sucht/alkohol"));
    assert!(theme.contains("href=\"/suche?thema=sucht/alkohol\"") && theme.contains("<article"), "{theme}");
    let town = main_of(&visitor.get("/ort/overath"));
    assert!(town.contains("href=\"/suche?ort=overath\"") && town.contains("<article"), "{town}");
    for unknown in ["/thema/raumfahrt", "/ort/atlantis", "/thema/sucht/x/y"] {
        assert_eq!(visitor.get(unknown).status, 404, "{unknown}");
    }
}

#[test]
fn head_answers_like_get_without_a_body() {
    let answer = visitor().send("HEAD", "/", &[]);
    assert_eq!((answer.status, answer.body.len()), (200, 0));
}
