//! Partner, offer, list, sheet, crisis, text pages and paper codes, through the real router.

use crate::kit::Folder;
use crate::visitor::{Answer, Visitor};
use wegweiser::catalog::{Catalog, Code};

const SECRET: &str = "partner/ueberregional/schutzhaus.yaml";

fn visitor() -> Visitor {
    Visitor::new(&Folder::mini())
}

fn code(catalog: &Catalog, partner: &str, offer: &str) -> Code {
    catalog.offers[catalog.offer_index(partner, offer).unwrap()].code
}

fn found(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{:.300}", answer.text());
    answer.text()
}

/// What stands on a page for readers: tags gone, blanks and soft hyphens as on the screen.
fn read(page: &str) -> String {
    let text: String = page.split('<').map(|p| p.split_once('>').map_or(p, |(_, t)| t)).collect::<Vec<_>>().join(" ");
    let text = text.replace(['\u{a0}', '\n'], " ").replace(['\u{ad}', '\u{2060}'], "").replace("&amp;", "&");
    text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Every address of an entry: partners, offers, their sheets, the full list, the crisis page.
fn addresses(catalog: &Catalog) -> Vec<String> {
    let offers = catalog.offers.iter();
    let all: Vec<String> = catalog.offers.iter().map(|o| o.code.to_string()).collect();
    let mut list: Vec<String> = catalog.partners.iter().map(|p| format!("/stelle/{}", p.id)).collect();
    list.extend(offers.clone().map(|o| format!("/angebot/{}/{}", catalog.partner_of(o).id, o.id)));
    list.extend(offers.map(|o| format!("/blatt?m={}", o.code)));
    list.push(format!("/merkliste?m={}", all.join(".")));
    list.push(format!("/blatt?ansicht=kompakt&m={}", all.join(".")));
    list.extend(["/krise".to_owned(), "/merkliste".to_owned(), "/blatt.css".to_owned()]);
    list
}

#[test]
fn every_entry_page_is_found_small_and_free_of_styles_and_scripts() {
    let folder = Folder::mini();
    let (visitor, catalog) = (Visitor::new(&folder), folder.catalog());
    for address in addresses(&catalog) {
        let page = found(&visitor.get(&address));
        for inline in [" style=", "<style", "<script", " onclick"] {
            assert!(!page.contains(inline), "{address} holds {inline}");
        }
        let packed = visitor.send("GET", &address, &[("accept-encoding", "br")]);
        if address.starts_with("/stelle") || address.starts_with("/angebot") || address == "/krise" {
            assert!(packed.body.len() <= 6_000, "{address} weighs {} bytes", packed.body.len());
        }
    }
}

#[test]
fn a_secret_address_stands_on_no_page_and_no_sheet() {
    // Check refuses a file that tells too much, and the site then leaves it out; a building would tell it as well.
    for told in [
        "strasse: Verratsweg 3",
        "plz: \"51427\", ort: bergisch-gladbach/refrath",
        "oepnv: Bus 999",
        "haus: haus-mitte",
    ] {
        let told = format!("  - {{id: haus, adresse: geheim, {told}}}");
        let folder = Folder::mini().edit(SECRET, "  - {id: haus, adresse: geheim}", &told);
        let (catalog, problems) = folder.load();
        assert!(!problems.is_empty(), "the check did not notice {told}");
        assert!(catalog.partner("schutzhaus").is_none(), "{told}");
    }
    let folder = Folder::mini();
    let (visitor, catalog) = (Visitor::new(&folder), folder.catalog());
    assert!(catalog.offers.iter().any(|o| o.secret()));
    for address in ["/stelle/schutzhaus", "/angebot/schutzhaus/aufnahme"] {
        let text = read(&found(&visitor.get(address)));
        assert!(text.contains("Die Adresse ist geheim. Bitte rufen Sie an."), "{address}");
    }
}

#[test]
fn an_address_on_request_names_the_town_and_no_street() {
    for address in ["/stelle/schuldnerberatung-overath", "/angebot/schuldnerberatung-overath/beratung"] {
        let page = found(&visitor().get(address));
        assert!(read(&page).contains("Overath. Die genaue Adresse erfahren Sie am Telefon."), "{address}");
        assert!(!page.contains("Ratsprobe"), "{address}");
    }
}

#[test]
fn a_partner_shows_contact_before_its_offers_and_a_way_to_print_them() {
    let page = found(&visitor().get("/stelle/tv-eichengrund"));
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("tel:+492214710901") < at("Rückenschule"));
    assert!(at("<h1") < at("tel:+492214710901"));
    let text = read(&page);
    for fact in [
        "Montags und mittwochs 9–12 Uhr",
        "Turnhalle Eichengrund, Übungsweg 7, 51491 Overath",
        "Bus bis Haltestelle Übungsweg",
        "Teilweise: Ohne Stufen. Eine Stufe mit Rampe.",
        "2 Angebote",
        "Geprüft am 5. Oktober 2026 (am Telefon gefragt).",
    ] {
        assert!(text.contains(fact), "{fact:?} in {text}");
    }
    assert!(page.contains("href=\"/blatt?m="));
}

#[test]
fn a_former_id_leads_to_the_present_one() {
    for (old, new) in [
        ("/stelle/turnverein-eichengrund", "/stelle/tv-eichengrund"),
        ("/angebot/turnverein-eichengrund/rehasport", "/angebot/tv-eichengrund/rehasport"),
    ] {
        let answer = visitor().get(old);
        assert_eq!((answer.status, answer.header("location")), (308, new));
    }
    for unknown in ["/stelle/niemand", "/angebot/niemand/nichts", "/angebot/tv-eichengrund/nichts"] {
        assert_eq!(visitor().get(unknown).status, 404, "{unknown}");
    }
}

#[test]
fn departments_and_their_parent_name_each_other() {
    let visitor = visitor();
    assert!(found(&visitor.get("/stelle/treff-online")).contains("href=\"/stelle/suchtberatung-muehle\""));
    assert!(found(&visitor.get("/stelle/suchtberatung-muehle")).contains("href=\"/stelle/treff-online\""));
    let via = read(&found(&visitor.get("/stelle/treff-online")));
    assert!(via.contains("Erreichbar über: Suchtberatung Mühle"), "{via}");
}

#[test]
fn a_partner_that_has_ended_is_gone_but_not_a_dead_end() {
    let file = "partner/bergisch-gladbach/yoga-lindenhof.yaml";
    let ended = "traegerart: verein\nstatus: beendet\nnachfolge: tv-eichengrund";
    let folder = Folder::mini().edit(file, "traegerart: verein", ended);
    let answer = Visitor::of(folder.load().0).get("/stelle/yoga-lindenhof");
    assert_eq!(answer.status, 410);
    let page = answer.text();
    assert!(page.contains("href=\"/stelle/tv-eichengrund\"") && page.contains("<h1"));
    let alone = Folder::mini().edit(file, "traegerart: verein", "traegerart: verein\nstatus: beendet");
    let page = Visitor::of(alone.load().0).get("/stelle/yoga-lindenhof").text();
    assert!(page.contains("href=\"/suche?thema=entspannung/yoga\""), "{page}");
}

#[test]
fn an_offer_tells_what_is_known_and_says_to_ask_for_the_rest() {
    let text = read(&found(&visitor().get("/angebot/tv-eichengrund/rehasport")));
    for fact in [
        "Mit der Verordnung anrufen.",
        "0221 4710901",
        "Montags und donnerstags 10–11 Uhr",
        "Sonst 6 € pro Termin.",
        "Alter: ab 18 Jahren.",
        "Deutsch und Türkisch. Wenig Deutsch reicht.",
        "Gern gemeinsam anrufen.",
        "Bis 2 Wochen, Stand 1. November 2026",
        "Es geht auch ohne.",
    ] {
        assert!(text.contains(fact), "{fact:?} in {text}");
    }
    assert!(text.contains("Vertraulich Nicht bekannt – bitte fragen."), "{text}");
    let paused = read(&found(&visitor().get("/angebot/yoga-lindenhof/frauen")));
    assert!(paused.contains("Macht zurzeit Pause.") && paused.contains("Bitte rufen Sie vorher an."), "{paused}");
    assert!(paused.contains("Zeiten Nicht bekannt – bitte fragen."), "{paused}");
}

#[test]
fn an_offer_that_has_ended_says_so_and_shows_what_took_over() {
    let page = found(&visitor().get("/angebot/schuldnerberatung-overath/altes-angebot"));
    assert!(read(&page).contains("Dieses Angebot gibt es nicht mehr."));
    assert!(page.contains("Hier geht es weiter: <a href=\"/angebot/schuldnerberatung-overath/beratung\""));
}

#[test]
fn a_course_that_is_over_says_until_when_it_was() {
    let file = "partner/bergisch-gladbach/suchtberatung-muehle.yaml";
    let folder = Folder::mini().edit(
        file,
        "beginn: 2027-01-12, ende: 2027-02-16, einheiten: 6, anmeldung_bis: 2027-01-05",
        "beginn: 2026-01-12, ende: 2026-02-16, einheiten: 6, anmeldung_bis: 2026-01-05",
    );
    let text = read(&Visitor::of(folder.load().0).get("/angebot/suchtberatung-muehle/rauchfrei").text());
    assert!(text.contains("Das war bis 16. Februar 2026. Fragen Sie nach einem neuen Beginn."), "{text}");
}

#[test]
fn the_dates_of_a_course_are_said_once() {
    let text = read(&found(&visitor().get("/angebot/suchtberatung-muehle/rauchfrei")));
    assert!(
        text.contains("Zeiten Dienstags 18–19:30 Uhr Kurs 12. Januar 2027 bis 16. Februar 2027, 6 Termine"),
        "{text}"
    );
}

#[test]
fn a_discreet_offer_keeps_its_title_out_of_the_history() {
    let page = found(&visitor().get("/angebot/schutzhaus/aufnahme"));
    assert!(page.contains("<title>Beratung für Frauen – "));
    assert!(read(&page).contains("Auf dem Ausdruck stehen nur ein neutraler Name und die Nummer."));
}

#[test]
fn the_list_shows_numbers_and_removes_prints_and_hands_on() {
    let catalog = Folder::mini().catalog();
    let codes = [code(&catalog, "tv-eichengrund", "rehasport"), code(&catalog, "yoga-lindenhof", "sanft")];
    let both = format!("{}.{}", codes[0], codes[1]);
    let answer = visitor().get(&format!("/merkliste?m={both}"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let page = found(&answer);
    for needed in [
        "tel:+492214710901".to_owned(),
        "mailto:hallo@yoga-lindenhof.example".to_owned(),
        format!("href=\"/merkliste?m={}#a-{}\"", codes[1], codes[0]),
        format!("href=\"/blatt?m={both}\""),
        format!("href=\"/blatt?ansicht=kompakt&amp;m={both}\""),
        format!("/L/{both}\""),
        "href=\"/merkliste\"".to_owned(),
        "href=\"/\"".to_owned(),
    ] {
        assert!(page.contains(&needed), "{needed} is missing");
    }
    assert!(read(&page).contains("Aber der Browser merkt sich, welche Seiten Sie öffnen."));
}

#[test]
fn an_empty_list_says_how_to_fill_it_and_an_empty_sheet_leads_there() {
    assert!(read(&found(&visitor().get("/merkliste"))).contains("Hier ist noch nichts."));
    let answer = visitor().get("/blatt");
    assert_eq!((answer.status, answer.header("location")), (303, "/merkliste"));
}

#[test]
fn a_sheet_never_contains_the_query() {
    let catalog = Folder::mini().catalog();
    let code = code(&catalog, "tv-eichengrund", "rehasport");
    let answer = visitor().get(&format!("/blatt?q=geheimnis&thema=sucht&m={code}"));
    assert_eq!((answer.status, answer.header("location")), (303, format!("/blatt?m={code}").as_str()));
    let answer = visitor().get(&format!("/blatt?m={code}"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let page = found(&answer);
    assert!(page.contains("<title>Ergebnisblatt, 21. November 2026</title>"));
    assert!(!page.contains("/suche"));
    let compact = found(&visitor().get(&format!("/blatt?ansicht=kompakt&m={code}")));
    assert!(compact.contains("class=\"compact\"") && !page.contains("class=\"compact\""));
}

#[test]
fn the_page_margins_say_nothing_of_the_list() {
    let answer = visitor().get("/blatt.css");
    assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    let css = found(&answer);
    assert!(css.contains("Notruf 112") && css.contains("counter(page)"));
}

#[test]
fn short_addresses_lead_to_offer_and_list_in_any_case() {
    let catalog = Folder::mini().catalog();
    let (one, two) = (code(&catalog, "tv-eichengrund", "rehasport"), code(&catalog, "schutzhaus", "aufnahme"));
    let lower = one.to_string().to_lowercase();
    for address in [format!("/A/{one}"), format!("/a/{lower}"), format!("/A/{lower}")] {
        let answer = visitor().get(&address);
        assert_eq!((answer.status, answer.header("location")), (303, "/angebot/tv-eichengrund/rehasport"), "{address}");
    }
    for address in [format!("/L/{one}.{two}"), format!("/l/{lower}.{two}")] {
        let answer = visitor().get(&address);
        assert_eq!(answer.header("location"), format!("/merkliste?m={one}.{two}"), "{address}");
    }
}

#[test]
fn a_mistyped_code_gets_a_404_that_helps() {
    let catalog = Folder::mini().catalog();
    let code = code(&catalog, "tv-eichengrund", "rehasport");
    let mut wrong = code.to_string();
    let last = wrong.pop().unwrap();
    wrong.push(if last == '7' { '8' } else { '7' });
    for address in
        [format!("/A/{wrong}"), "/A/x".to_owned(), format!("/L/{wrong}"), format!("/A/{}", Code::of("a", "b"))]
    {
        let answer = visitor().get(&address);
        assert_eq!(answer.status, 404, "{address}");
        assert!(read(&answer.text()).contains("Jeder Code hat sechs Zeichen."), "{address}");
    }
    let partly = visitor().get(&format!("/L/{code}.{wrong}"));
    assert_eq!(partly.status, 404);
    assert!(partly.text().contains(&format!("href=\"/merkliste?m={code}\"")));
}

#[test]
fn the_crisis_page_has_every_line_as_a_link_with_the_year_of_its_source() {
    let catalog = Folder::mini().catalog();
    let page = found(&visitor().get("/krise"));
    for line in &catalog.crisis.lines {
        let number: String = line.number.chars().filter(char::is_ascii_digit).collect();
        let national = number.strip_prefix('0').map_or(number.clone(), |rest| format!("+49{rest}"));
        assert!(page.contains(&format!("href=\"tel:{national}\"")), "{}", line.name);
        assert!(page.contains(&line.name));
    }
    assert_eq!(page.matches("Stand 2023").count(), catalog.crisis.lines.len());
    assert!(page.contains("id=\"spuren\""));
}

#[test]
fn hours_of_a_crisis_line_are_shown_only_when_somebody_has_called() {
    let with = |more: &str| {
        let line = format!("nummer: \"0800 1110111\", zeiten: {{de: rund um die Uhr da}}{more}, art: seelsorge");
        let folder = Folder::mini().edit("krise.yaml", "nummer: \"0800 1110111\", art: seelsorge", &line);
        Visitor::of(folder.load().0).get("/krise").text().contains("rund um die Uhr da")
    };
    assert!(!with(""));
    assert!(with(", geprueft: {am: 2026-11-01, wie: telefon, durch: redaktion}"));
}

#[test]
fn text_pages_come_from_markdown_and_keep_the_list() {
    let folder = Folder::mini().with(
        "seiten/de/probe.md",
        "# Eine Probe\n\nText mit [Krise](/krise), <b>roh</b> und [böse](javascript:alert(1)).\n",
    );
    let visitor = Visitor::new(&folder);
    let code = code(&folder.catalog(), "tv-eichengrund", "rehasport");
    let page = found(&visitor.get(&format!("/seite/probe?m={code}")));
    assert!(page.contains("Eine Probe</h1>"));
    assert!(page.contains(&format!("href=\"/krise?m={code}\"")));
    assert!(!page.contains("<b>roh") && !page.contains("javascript:"));
    assert_eq!(visitor.get("/seite/gibt-es-nicht").status, 404);
}
