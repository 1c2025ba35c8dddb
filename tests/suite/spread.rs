//! The shipped catalog reads like a real county: its spread, stated so that it cannot rot, and no text twice.

use crate::kit::{Folder, now};
use std::collections::{HashMap, HashSet};
use wegweiser::catalog::Catalog;
use wegweiser::catalog::stats::Stats;

fn real() -> (Catalog, Stats) {
    let catalog = Folder::real().load().0;
    let stats = Stats::of(&catalog, now().date());
    (catalog, stats)
}

#[test]
fn there_are_about_450_partners_spread_over_the_towns_like_the_people() {
    let (_, stats) = real();
    assert!((440..=460).contains(&stats.partners), "{} partners", stats.partners);
    assert!(stats.offers >= 1050, "{} offers", stats.offers);
    let wanted = [
        ("bergisch-gladbach", 145),
        ("wermelskirchen", 52),
        ("roesrath", 44),
        ("leichlingen", 43),
        ("overath", 43),
        ("kuerten", 33),
        ("burscheid", 33),
        ("odenthal", 29),
        ("ueberregional", 30),
    ];
    for (town, number) in wanted {
        let count = stats.towns.iter().find(|c| c.slug == town).map_or(0, |c| c.count);
        assert!(count.abs_diff(number) <= 6, "{town}: {count} partners, wanted about {number}");
    }
}

#[test]
fn partners_are_small_and_large_as_in_life() {
    let (_, stats) = real();
    assert!((140..=160).contains(&stats.single), "{} partners with one offer", stats.single);
    assert_eq!(stats.largest, 14);
    assert!(stats.paused >= 3 && stats.ended >= 3, "{} paused, {} ended", stats.paused, stats.ended);
}

#[test]
fn every_theme_has_enough_to_choose_from() {
    let (catalog, stats) = real();
    for theme in catalog.vocabularies.themes.iter() {
        let count = stats.count("themen", &theme.slug);
        let wanted = match (theme.parent, theme.guide.map(wegweiser::catalog::Guide::word)) {
            (Some(_), _) => 5,
            (None, Some("gesundheit")) => 110,
            _ => 45,
        };
        assert!(count >= wanted, "{}: {count} offers, wanted {wanted}", theme.slug);
    }
}

#[test]
fn every_value_is_used_and_none_nearly_always() {
    let (catalog, stats) = real();
    let usual = ["de", "vor-ort", "keiner"];
    for (name, values) in stats.lists.iter().filter(|(name, _)| *name != "gruppen") {
        for value in values {
            let outside = value.slug.starts_with("ausserhalb");
            let wanted = if ["formen", "kosten", "orte"].contains(name) && !outside { 5 } else { 1 };
            assert!(value.count >= wanted, "{name}: {} is on {} offers, wanted {wanted}", value.slug, value.count);
            let often = value.count * 5 > stats.offers * 4 && !usual.contains(&value.slug.as_str());
            assert!(!often, "{name}: {} is on {} of {} offers", value.slug, value.count, stats.offers);
        }
    }
    assert!(catalog.offers.iter().filter(|o| o.languages.len() > 1).count() > 100);
    let languages = stats.lists.iter().find(|(name, _)| *name == "sprachen").unwrap();
    let spoken = languages.1.iter().filter(|v| v.count >= 5).count();
    assert!(spoken >= 12, "{spoken} languages on five offers or more");
}

#[test]
fn many_offers_need_no_journey() {
    let (catalog, stats) = real();
    let remote = |forms: &[&str]| catalog.offers.iter().filter(|o| forms.iter().any(|f| o.has_form(f))).count();
    assert!(remote(&["telefon", "video", "schriftlich"]) * 100 >= stats.offers * 15);
    assert!(remote(&["hausbesuch"]) * 100 >= stats.offers * 8);
}

#[test]
fn no_two_partners_say_the_same() {
    let (catalog, _) = real();
    let themes = |offer: &wegweiser::catalog::Offer| offer.themes.iter().map(|t| t.slug.clone()).collect::<Vec<_>>();
    let offers = catalog
        .offers
        .iter()
        .flat_map(|o| [&o.short, &o.text].into_iter().flatten().map(move |text| (o.partner, themes(o), normal(text))));
    let partners = catalog.partners.iter().enumerate().flat_map(|(number, p)| {
        let all: Vec<String> = catalog.offers[p.offers.clone()].iter().flat_map(themes).collect();
        [&p.short, &p.text].into_iter().flatten().map(move |text| (number, all.clone(), normal(text)))
    });
    let texts: Vec<(usize, Vec<String>, String)> = offers.chain(partners).collect();
    let mut seen = HashMap::new();
    for (partner, _, text) in &texts {
        if let Some(other) = seen.insert(text, *partner) {
            let name = |i: usize| &catalog.partners[i].id;
            assert_eq!(other, *partner, "{} and {} both say: {text}", name(other), name(*partner));
        }
    }
    let pairs: Vec<HashSet<(&str, &str)>> = texts.iter().map(|(_, _, text)| word_pairs(text)).collect();
    let (mut sharing, mut alike) = (0usize, Vec::new());
    for (i, (partner, themes, text)) in texts.iter().enumerate() {
        for (j, (other, theirs, same)) in texts.iter().enumerate().take(i) {
            if partner == other || !themes.iter().any(|t| theirs.contains(t)) {
                continue;
            }
            sharing += 1;
            if similarity(&pairs[i], &pairs[j]) >= 0.8 {
                alike.push((text, same));
            }
        }
    }
    assert!(alike.len() * 100 < sharing, "{} of {sharing} pairs are near-duplicates: {alike:#?}", alike.len());
}

/// Lower-case words, single blanks between them.
fn normal(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn word_pairs(text: &str) -> HashSet<(&str, &str)> {
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Sørensen–Dice coefficient of two sets of word pairs, 0 to 1.
fn similarity(a: &HashSet<(&str, &str)>, b: &HashSet<(&str, &str)>) -> f64 {
    let (small, large) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if large.is_empty() || 2 * small.len() * 5 < 4 * (small.len() + large.len()) {
        return 0.0;
    }
    let shared = small.iter().filter(|pair| large.contains(*pair)).count();
    2.0 * shared as f64 / (a.len() + b.len()) as f64
}
