//! The sheet: works on paper without the site, and says nothing that paper should not know.

use crate::kit::{Folder, now};
use maud::html;
use wegweiser::catalog::{Catalog, Code, Language};
use wegweiser::sheet::{Link, Sheet, Size, html, margins};
use wegweiser::words::Words;

fn german() -> Words {
    Words::load(Language::De, None).unwrap()
}

fn code(catalog: &Catalog, partner: &str, offer: &str) -> Code {
    catalog.offers[catalog.offer_index(partner, offer).unwrap()].code
}

fn sheet(catalog: &Catalog, codes: &[Code]) -> Sheet {
    Sheet::new(catalog, &german(), codes, now().date(), Size::Large)
}

fn page(sheet: &Sheet) -> String {
    let frame = html::Frame { style: "/s.css".into(), icon: "/i.svg".into(), margins: "/m.css".into(), bar: html! {} };
    html::page(sheet, &german(), &frame).into_string()
}

fn all(catalog: &Catalog) -> Vec<Code> {
    catalog.offers.iter().map(|o| o.code).collect()
}

#[test]
fn every_entry_says_whom_to_reach_what_to_do_and_what_it_costs() {
    let catalog = Folder::mini().catalog();
    let sheet = sheet(&catalog, &all(&catalog));
    assert_eq!(sheet.entries.len(), catalog.offers.len());
    for (entry, offer) in sheet.entries.iter().zip(&catalog.offers) {
        let reach = entry.reach.as_ref().unwrap_or_else(|| panic!("{} cannot be reached", entry.title));
        assert!(!reach.text.is_empty() && !reach.href.is_empty());
        if !offer.discreet {
            assert!(!entry.next_step.is_empty(), "{}", entry.title);
            assert!(entry.rows.iter().any(|r| r.label == "Kosten" && !r.lines[0].is_empty()), "{}", entry.title);
            assert!(entry.as_of.starts_with("Stand "), "{}", entry.title);
        }
    }
}

#[test]
fn an_entry_holds_number_best_time_paper_and_how_to_get_it() {
    let catalog = Folder::mini().catalog();
    let sheet = sheet(&catalog, &[code(&catalog, "tv-eichengrund", "rehasport")]);
    let entry = &sheet.entries[0];
    let reach = entry.reach.as_ref().unwrap();
    assert_eq!((reach.text.as_str(), reach.href.as_str()), ("0221\u{a0}4710901", "tel:+492214710901"));
    assert_eq!(reach.hours, "Mo, Mi 9–\u{2060}12\u{a0}Uhr");
    assert_eq!(entry.next_step, "Mit der Verordnung anrufen.");
    let row = |label: &str| entry.rows.iter().find(|r| r.label == label).map(|r| r.lines.join(" | ")).unwrap();
    let how = catalog.vocabularies.vouchers.get("rehasport-kasse").unwrap().how_to_get.de();
    assert!(!how.is_empty() && row("Schein").contains(how.trim_end_matches('.')), "{}", row("Schein"));
    assert!(row("Schein").ends_with("Es geht auch ohne."));
    assert!(row("Kosten").ends_with("Sonst 6\u{a0}€ pro Termin."));
    assert_eq!(row("Zeiten"), "Montags und donnerstags 10–\u{2060}11\u{a0}Uhr");
    assert!(row("Ort").ends_with("Übungsweg 7, 51491\u{a0}Overath. Bus bis Haltestelle Übungsweg."), "{}", row("Ort"));
    assert!(row("Sprachen").starts_with("Deutsch und Türkisch. "));
}

#[test]
fn a_discreet_offer_is_a_neutral_name_and_a_number_and_nothing_else() {
    let catalog = Folder::mini().catalog();
    let secret = code(&catalog, "schutzhaus", "aufnahme");
    let other = [code(&catalog, "tv-eichengrund", "rehasport"), code(&catalog, "suchtberatung-muehle", "sprechstunde")];
    let sheet = sheet(&catalog, &[secret, other[0], other[1]]);
    let entry = &sheet.entries[0];
    assert_eq!(entry.title, "Beratung für Frauen");
    assert_eq!(entry.reach.as_ref().unwrap().text, "0221\u{a0}4710904");
    assert!(entry.partner.is_empty() && entry.rows.is_empty() && entry.link.is_none() && entry.as_of.is_empty());
    let list = sheet.list.as_ref().unwrap();
    assert_eq!(list.short, format!("/L/{}.{}", other[0], other[1]));
    let page = page(&sheet);
    for told in ["Schutzhaus", "Schutz bei Gewalt", "schutzhaus", &secret.to_string()] {
        assert!(!page.contains(told), "the sheet tells {told:?}");
    }
}

#[test]
fn a_discreet_offer_without_a_neutral_name_gets_one() {
    let file = "partner/ueberregional/schutzhaus.yaml";
    let catalog = Folder::mini().edit(file, "    name_neutral: Beratung für Frauen\n", "").load().0;
    let sheet = sheet(&catalog, &[code(&catalog, "schutzhaus", "aufnahme")]);
    assert_eq!(sheet.entries[0].title, "Beratung");
}

#[test]
fn an_address_told_on_request_stays_off_the_paper() {
    let catalog = Folder::mini().catalog();
    let page = page(&sheet(&catalog, &[code(&catalog, "schuldnerberatung-overath", "beratung")]));
    assert!(page.contains("Die genaue Adresse erfahren Sie am Telefon."));
    assert!(!page.contains("Ratsprobe") && !page.contains("51491"));
}

#[test]
fn what_has_ended_paused_or_aged_says_so_first() {
    let catalog = Folder::mini().catalog();
    let sheet = sheet(
        &catalog,
        &[code(&catalog, "schuldnerberatung-overath", "altes-angebot"), code(&catalog, "yoga-lindenhof", "frauen")],
    );
    assert_eq!(sheet.entries[0].warnings, ["Dieses Angebot gibt es nicht mehr."]);
    assert_eq!(sheet.entries[1].warnings.len(), 2);
    assert!(sheet.entries[1].warnings[0].contains("Pause"));
    assert!(sheet.entries[1].warnings[1].contains("Bitte rufen Sie vorher an."));
}

#[test]
fn codes_of_nobody_are_counted_and_said() {
    let catalog = Folder::mini().catalog();
    let sheet = sheet(&catalog, &[Code::of("nobody", "nothing"), code(&catalog, "tv-eichengrund", "rehasport")]);
    assert_eq!((sheet.missing, sheet.entries.len()), (1, 1));
    assert!(page(&sheet).contains("Ein Angebot dieser Liste gibt es nicht mehr."));
}

#[test]
fn title_crisis_block_and_margins_are_the_same_whatever_is_on_the_sheet() {
    let catalog = Folder::mini().catalog();
    let one = sheet(&catalog, &[code(&catalog, "schutzhaus", "aufnahme")]);
    let other = sheet(&catalog, &[code(&catalog, "tv-eichengrund", "rehasport")]);
    assert_eq!(one.title, "Ergebnisblatt, 21. November 2026");
    assert_eq!(one.title, other.title);
    assert_eq!((&one.crisis, &one.crisis_as_of), (&other.crisis, &other.crisis_as_of));
    assert!(one.crisis.iter().any(|c| c.number == "112"));
    assert_eq!(margins::css(&one, &german()), margins::css(&other, &german()));
    let block = |s: &Sheet| page(s).split("<section class=\"crisis\"").nth(1).unwrap().to_owned();
    assert_eq!(block(&one), block(&other));
    assert!(page(&one).contains("Sie wählen frei. Das ist keine Empfehlung."));
    assert!(page(&one).contains("Beispieldaten"));
}

#[test]
fn codes_on_paper_are_upper_case_where_the_site_allows_it() {
    let code = Code::of("a", "b");
    let link = Link::to_offer("https://wegweiser.example/", code);
    assert_eq!(link.url, format!("HTTPS://WEGWEISER.EXAMPLE/A/{code}"));
    let below_a_path = Link::to_offer("https://kreis.example/wegweiser", code);
    assert_eq!(below_a_path.url, format!("https://kreis.example/wegweiser/A/{code}"));
    assert_eq!(Link::to_list("https://x.example", &[code, code]).short, format!("/L/{code}.{code}"));
}

#[test]
fn a_full_list_still_fits_into_one_code() {
    let codes: Vec<Code> = (0..40).map(|n| Code::of("stelle", &n.to_string())).collect();
    let link = Link::to_list("https://gesundheitswegweiser.example", &codes);
    assert!(wegweiser::sheet::qr::svg(&link.url, "q", "Liste").is_some());
}

#[test]
fn the_page_carries_no_style_and_no_script_of_its_own() {
    let catalog = Folder::mini().catalog();
    let page = page(&sheet(&catalog, &all(&catalog)));
    for inline in [" style=", "<style", "<script", "javascript:", " onclick"] {
        assert!(!page.contains(inline), "{inline}");
    }
}
