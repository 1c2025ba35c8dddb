//! A data folder becomes a catalog.

use crate::kit::Folder;
use std::collections::HashMap;
use wegweiser::catalog::Code;
use wegweiser::catalog::record::Record;
use wegweiser::catalog::resolve::{Accepted, Surroundings, resolve};

#[test]
fn the_miniature_catalog_is_without_problems() {
    let catalog = Folder::mini().catalog();
    assert_eq!(catalog.partners.len(), 6);
    assert_eq!(catalog.offers.len(), 12);
}

#[test]
fn a_secret_address_keeps_nothing_that_gives_it_away_even_if_the_file_says_it() {
    let folder = Folder::mini().edit(
        "partner/ueberregional/schutzhaus.yaml",
        "adresse: geheim}",
        "adresse: geheim, strasse: Verratgasse 1, plz: \"51429\", ort: bergisch-gladbach/bensberg, oepnv: Bus}",
    );
    let (catalog, problems) = folder.load();
    assert!(catalog.partner("schutzhaus").is_none() && problems.len() == 4, "the rule leaves the file out");
    // Were the rule to miss it, nothing of it leaves `resolve`.
    let text = std::fs::read_to_string(folder.data().join("partner/ueberregional/schutzhaus.yaml")).unwrap();
    let record: Record = serde_yaml::from_str(&text).unwrap();
    let accepted = vec![Accepted { id: "schutzhaus".into(), file: String::new(), record }];
    let around = Surroundings { lists: &catalog.vocabularies, buildings: &HashMap::new() };
    let said = format!("{:?}", resolve(accepted, &around).0[0].locations);
    assert!(said.contains("Secret"), "{said}");
    for word in ["Verratgasse", "51429", "bensberg", "Bus"] {
        assert!(!said.contains(word), "{word} in {said}");
    }
}

#[test]
fn a_contact_through_another_partner_shows_that_partners_number() {
    let catalog = Folder::mini().catalog();
    let partner = catalog.partner("treff-online").unwrap();
    assert_eq!(partner.contacts[0].phone.as_ref().unwrap().display, "0221 4710902");
}

#[test]
fn a_shared_building_gives_address_and_access() {
    let catalog = Folder::mini().catalog();
    let location = &catalog.partner("suchtberatung-muehle").unwrap().locations[0];
    assert_eq!(location.street.as_deref(), Some("Am Probeplatz 3"));
    assert_eq!(location.accessibility.len(), 2);
    assert!(location.approximate);
}

#[test]
fn the_code_of_a_former_partner_id_still_leads_to_the_offer() {
    let catalog = Folder::mini().catalog();
    let now = catalog.offer_index("tv-eichengrund", "rueckenschule");
    assert!(now.is_some());
    assert_eq!(catalog.offer_by_code(Code::of("turnverein-eichengrund", "rueckenschule")), now);
}

#[test]
fn a_code_is_read_in_any_case_and_refused_with_one_wrong_character() {
    let code = Code::of("tv-eichengrund", "rueckenschule");
    let text = code.to_string();
    assert_eq!(Code::parse(&text.to_lowercase()), Some(code));
    for (i, old) in text.char_indices() {
        let new = if old == '7' { 'K' } else { '7' };
        let wrong: String = text.char_indices().map(|(j, c)| if i == j { new } else { c }).collect();
        assert_eq!(Code::parse(&wrong), None, "{wrong} for {text}");
    }
}
