//! Towns, districts, postal codes and distances: where something is held, whom it serves, what is near.

use super::kit::Folder;
use super::search::{MINI, found, ids, order, partner, run};
use wegweiser::search::Note;

#[test]
fn a_town_finds_what_is_held_there_and_what_serves_it() {
    let overath = found("ort=overath");
    for id in [
        "tv-eichengrund/rueckenschule",
        "suchtberatung-muehle/rauchfrei",
        "suchtberatung-muehle/sprechstunde",
        "treff-online/gehen",
        "schuldnerberatung-overath/beratung",
        "schutzhaus/aufnahme",
    ] {
        assert!(overath.contains(&id.to_owned()), "{id}");
    }
    assert!(!overath.iter().any(|id| id.starts_with("yoga-lindenhof/")));
    assert!(
        found("ort=overath/vilkerath").contains(&"schuldnerberatung-overath/beratung".to_owned()),
        "a town's offer serves its districts"
    );
    let outside = found("ort=ausserhalb/remscheid");
    assert!(outside.contains(&"suchtberatung-muehle/rauchfrei".to_owned()), "bundesweit");
    assert!(!outside.contains(&"suchtberatung-muehle/sprechstunde".to_owned()), "kreisweit");
}

#[test]
fn where_only_residents_may_come_the_house_does_not_count() {
    let residents = "titel: Rat\nformen: [vor-ort]\ngebiet: {orte: [overath], nur_wohnort: ja}";
    let with_house = |offer: &str| partner(offer).replace("angebote:", "orte: [{id: h, ort: burscheid}]\nangebote:");
    let folder = Folder::empty().with("partner/x/a.yaml", with_house(residents));
    let folder = folder.with("partner/x/b.yaml", with_house(&residents.replace(", nur_wohnort: ja", "")));
    let search = folder.search();
    assert_eq!(order(&search, "ort=burscheid"), "b");
    assert_eq!(order(&search, "q=burscheid"), "b");
    assert_eq!(run(&search, "ort=overath").offers, 2);
}

#[test]
fn a_postal_code_measures_and_a_radius_keeps_what_is_near_or_comes_there() {
    let near = run(&MINI, "plz=51491&umkreis=5");
    let ids_near = ids(&MINI, &near);
    assert!(ids_near.contains(&"tv-eichengrund/rueckenschule".to_owned()));
    assert!(ids_near.contains(&"suchtberatung-muehle/rauchfrei".to_owned()), "serves everybody");
    assert!(!ids_near.iter().any(|id| id.starts_with("yoga-lindenhof/")));
    for hit in near.hits.iter().filter(|h| h.distance.is_some_and(|d| d > 5.0)) {
        assert!(MINI.catalog().offers[hit.offer].has_form("telefon"), "farther only if it comes, calls or writes");
    }
    let far = run(&MINI, "plz=51491&umkreis=20");
    assert!(ids(&MINI, &far).iter().any(|id| id.starts_with("yoga-lindenhof/")));
    let by_distance = run(&MINI, "plz=51491&sort=entfernung&form=vor-ort");
    let open: Vec<f32> = by_distance.hits.iter().filter_map(|h| h.distance).collect();
    assert!(open.len() > 3 && open[..4].is_sorted(), "{open:?}");
    let secret = by_distance.hits.iter().find(|h| MINI.catalog().offers[h.offer].secret()).unwrap();
    assert_eq!(secret.distance, None);
}

#[test]
fn a_radius_around_a_ticked_town_widens_it() {
    let town = run(&MINI, "ort=bergisch-gladbach/refrath");
    let around = run(&MINI, "ort=bergisch-gladbach/refrath&umkreis=10");
    assert!(around.offers > town.offers);
    assert!(ids(&MINI, &around).contains(&"suchtberatung-muehle/angehoerige".to_owned()));
    assert_eq!(run(&MINI, "umkreis=5").notes, [Note::RadiusWithoutPlace]);
}

#[test]
fn among_equal_matches_the_same_town_comes_first_then_what_is_near() {
    let house = |town: &str| format!("orte: [{{id: h, ort: {town}}}]\nangebote:");
    let towns = ["burscheid", "overath/vilkerath", "bergisch-gladbach/bensberg", "bergisch-gladbach/refrath"];
    let folder = ["a", "b", "c", "d"].iter().zip(towns).fold(Folder::empty(), |folder, (name, town)| {
        folder.with(&format!("partner/x/{name}.yaml"), partner("titel: Yoga").replace("angebote:", &house(town)))
    });
    let search = folder.search();
    let all = order(&search, "q=yoga&plz=51491");
    assert!(["bcda", "bdca"].contains(&all.as_str()), "{all}: the same town, up to 15 km by lot, farther");
    assert_eq!(order(&search, "q=yoga&plz=51429&sort=entfernung"), "cdba");
}
