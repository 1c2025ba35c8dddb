//! What people type and what is meant: compounds, synonyms, places and filter words, typing errors, everyday language.

use super::kit::{Folder, now};
use super::search::{ids, partner, run};
use proptest::prelude::*;
use std::sync::LazyLock;
use wegweiser::catalog::region::Decomposition;
use wegweiser::catalog::{Catalog, Severity};
use wegweiser::index::{Analyzer, Field, View};
use wegweiser::search::{Dropped, FacetKey, Note, Query, Search, check};

const SYNONYMS: &str = "\
gruppen:
  - [Rückenschule, Wirbelsäulengymnastik]
einseitig:
  - {von: [mein Mann trinkt, kann nicht schlafen], nach: [Alkohol]}
  - {von: [Säufer], nach: [Alkohol], derb: ja}
filter:
  - {woerter: [kostenlos, umsonst], anfrage: kosten=ohne-kosten}
  - {woerter: [abends, am Abend], anfrage: wann=abend}
  - {woerter: [montags, Montag], anfrage: wann=mo}
  - {woerter: [für Frauen], anfrage: zielgruppe=frauen}
nie:
  - [Magersucht, Sucht]
";

const EVERYDAY: &str = "\
themen:
  sucht/alkohol: [jeden Abend eine Flasche Wein, komme vom Bier nicht los]
  bewegung/ruecken: [beim Bücken zieht es, Hexenschuss, sitze den ganzen Tag krumm]
";

pub(super) fn folder(offers: &[(&str, &str)]) -> Folder {
    let start = Folder::empty().with("suche/synonyme.yaml", SYNONYMS).with("suche/alltag.yaml", EVERYDAY);
    offers.iter().fold(start, |folder, (name, offer)| folder.with(&format!("partner/x/{name}.yaml"), partner(offer)))
}

fn at(town: &str, offer: &str) -> String {
    partner(offer)
        .replace("angebote:", &format!("orte: [{{id: h, ort: {town}}}]\nangebote:"))
        .replace("titel:", "formen: [vor-ort]\n    titel:")
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    folder(&[
        ("rueckenschule", "titel: Rückenschule\nthemen: [bewegung/ruecken]\nkosten: [{art: kostenfrei}]"),
        ("wirbel", "titel: Wirbelsäulengymnastik"),
        ("schule-ruecken", "titel: Die kleine Schule für Rücken und Nacken"),
        ("sucht", "titel: Suchtberatungsstelle\nthemen: [sucht/alkohol]"),
        ("mager", "titel: Gruppe bei Magersucht"),
        ("alkohol", "titel: Gespräche über Alkohol\nthemen: [sucht/alkohol]"),
        ("yoga-frauen", "titel: Yoga\nzielgruppen: [frauen]\nzeiten: [{tage: [mo], zeit: \"18:00-19:00\"}]"),
        ("depression", "titel: Treffen bei Depression"),
    ])
    .with("partner/x/yoga-overath.yaml", at("overath", "titel: Yoga im Saal"))
    .with(
        "partner/x/yoga-burscheid.yaml",
        at("burscheid", "titel: Yoga am Abend\nzeiten: [{tage: [di], zeit: \"19:00-20:00\"}]"),
    )
    .search()
});

/// Names of the partners found, in order.
fn found(query: &str) -> Vec<String> {
    ids(&SEARCH, &run(&SEARCH, query)).into_iter().map(|id| id.trim_end_matches("/a").to_owned()).collect()
}

#[test]
fn a_word_is_found_inside_a_compound_and_a_compound_by_its_parts() {
    assert_eq!(found("q=nacken"), ["schule-ruecken"]);
    let back = found("q=rücken");
    assert!(["schule-ruecken", "rueckenschule"].iter().all(|name| back.contains(&(*name).to_owned())), "{back:?}");
    assert_eq!(found("q=beratung")[0], "sucht");
    assert_eq!(found("q=suchtberatung")[0], "sucht");
    let school = found("q=rückenschule");
    assert_eq!(school[0], "rueckenschule");
    assert!(school.contains(&"schule-ruecken".to_owned()), "{school:?}");
}

#[test]
fn what_editors_keep_whole_is_not_found_by_its_end() {
    assert!(!found("q=sucht").contains(&"mager".to_owned()));
    assert_eq!(found("q=magersucht"), ["mager"]);
}

#[test]
fn compounds_nobody_listed_are_split_in_every_spelling() {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let analyzer = Analyzer::new(&Decomposition {
        keep_whole: words(&["Magersucht", "Eifersucht", "Sehnsucht"]),
        parts: words(&["Yoga", "Kneipp"]),
        ..Decomposition::default()
    });
    for line in include_str!("../data/woerter.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let word = line.replace('|', "");
        let words = analyzer.words(&word);
        let parts = &words[0].forms[0].parts;
        let expected: Vec<&str> = line.split('|').collect();
        let found: Vec<&str> = parts.iter().map(|part| &word[part.span.clone()]).collect();
        let same = |(part, whole): (&&str, &&str)| whole.starts_with(*part);
        if expected.len() == 1 {
            assert!(found.is_empty(), "{line}: {found:?}");
        } else {
            assert!(found.len() == expected.len() && found.iter().zip(&expected).all(same), "{line}: {found:?}");
        }
    }
}

#[test]
fn the_part_that_matched_is_marked_not_the_whole_word() {
    let results = run(&SEARCH, "q=schule");
    let marks = |text: &str| -> Vec<String> {
        let ranges = results.marks.within(SEARCH.index().analyzer(), text);
        ranges.into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(marks("Rückenschule für alle Schulen"), ["schule", "Schulen"]);
    assert!(marks("Beratung").is_empty());
}

#[test]
fn synonyms_are_found_and_say_why_but_coarse_words_never_do() {
    let results = run(&SEARCH, "q=wirbelsäulengymnastik");
    assert_eq!(found("q=wirbelsäulengymnastik")[..2], ["wirbel", "rueckenschule"]);
    let reason = |query: &str, partner: &str| {
        let results = run(&SEARCH, query);
        let groups = results.groups.iter().find(|g| SEARCH.catalog().partners[g.partner].id == partner);
        groups.expect("it is found").hits[0].reason.clone()
    };
    assert!(results.groups[0].hits[0].reason.is_none(), "it holds the word itself");
    let why = reason("q=wirbelsäulengymnastik", "rueckenschule").expect("a reason");
    assert_eq!((why.typed.as_str(), why.found.as_str()), ("wirbelsäulengymnastik", "Rückenschule"));
    assert!(found("q=säufer").contains(&"alkohol".to_owned()));
    assert_eq!(reason("q=säufer", "alkohol"), None);
    assert!(run(&SEARCH, "q=säufer").marks.within(SEARCH.index().analyzer(), "Alkohol").is_empty());
}

#[test]
fn a_phrase_means_something_even_with_words_between_but_its_words_alone_do_not() {
    assert_eq!(found("q=mein+mann+trinkt")[0], "alkohol");
    assert_eq!(found("q=ich+kann+seit+wochen+nicht+schlafen")[0], "alkohol");
    assert!(!found("q=schlafen").contains(&"alkohol".to_owned()));
}

#[test]
fn everyday_language_finds_the_theme_it_sounds_like_and_says_so() {
    for query in ["q=hexenschuss", "q=sitze+immer+krumm", "q=zieht+beim+bücken"] {
        let results = run(&SEARCH, query);
        assert!(found(query).contains(&"rueckenschule".to_owned()), "{query} {:?}", results.notes);
        assert!(matches!(results.notes[..], [Note::ByTheme(_)]), "{query} {:?}", results.notes);
    }
}

#[test]
fn a_town_or_postal_code_among_the_words_acts_as_place() {
    for query in ["q=yoga+overath", "q=Overath+Yoga", "q=yoga+in+51491"] {
        let results = run(&SEARCH, query);
        assert_eq!(found(query), ["yoga-overath"], "{query}");
        assert_eq!(results.understood[0].facets, [(FacetKey::Place, "overath".to_owned())], "{query}");
        assert!(!results.understood[0].lifts);
    }
    assert_eq!(run(&SEARCH, "q=yoga+overath").understood[0].rest, "yoga");
    assert_eq!(found("q=yoga+overa"), ["yoga-overath"], "its beginning is enough");
}

#[test]
fn filter_words_narrow_and_a_weekday_with_a_time_of_day_is_one_filter() {
    assert_eq!(found("q=rückenschule+kostenlos"), ["rueckenschule"]);
    assert_eq!(found("q=yoga+für+frauen"), ["yoga-frauen"]);
    let results = run(&SEARCH, "q=yoga+montags+abends");
    assert_eq!(results.understood.len(), 1);
    assert_eq!(results.understood[0].facets, [(FacetKey::When, "mo/abend".to_owned())]);
    assert_eq!(found("q=yoga+montags+abends"), ["yoga-frauen"]);
}

#[test]
fn ages_are_read_as_filters_but_other_numbers_are_not() {
    let age = |query: &str| run(&SEARCH, query).understood.first().and_then(|u| u.age);
    for query in ["q=yoga+ab+60", "q=yoga+60+jahre", "q=yoga+über+60+jahre", "q=yoga+60%2B", "q=yoga+ü60"] {
        assert_eq!(age(query), Some(60), "{query}");
    }
    assert_eq!(age("q=yoga+u25"), Some(24), "under 25");
    for query in ["q=yoga+ab+18+uhr", "q=yoga+60", "q=yoga+seit+20+jahren", "q=yoga+mit+100+prozent"] {
        assert_eq!(age(query), None, "{query}");
    }
}

#[test]
fn an_age_among_the_words_leaves_out_only_what_is_for_others() {
    let search = folder(&[
        ("jung", "titel: Yoga\nalter: {bis: 27}"),
        ("jede", "titel: Yoga"),
        ("alt", "titel: Yoga\nalter: {von: 60}"),
    ])
    .search();
    assert_eq!(ids(&search, &run(&search, "q=yoga+ab+65")), ["alt/a", "jede/a"]);
}

#[test]
fn what_is_denied_or_only_told_is_no_filter() {
    for query in ["q=yoga+jeden+abend", "q=yoga+nicht+kostenlos+nicht+teuer", "q=yoga+seit+montag"] {
        assert!(run(&SEARCH, query).understood.is_empty(), "{query}");
    }
    assert_eq!(found("q=yoga+jeden+montag"), ["yoga-frauen"], "a course is held every Monday");
}

#[test]
fn a_german_word_that_is_only_not_here_is_never_corrected() {
    let search =
        folder(&[("riesig", "titel: Ein riesiges Haus\ntext: Es ist riesig."), ("kraut", "titel: Kraut")]).search();
    for (typed, here) in [("rissig", "riesig"), ("graut", "Kraut")] {
        let results = run(&search, &format!("q={typed}"));
        let similar = |note: &Note| matches!(note, Note::Similar { words, .. } if words.contains(&here.to_owned()));
        assert!(results.notes.iter().any(similar), "{typed}: {:?}", results.notes);
        assert_eq!(results.offers, 0, "{typed}");
    }
}

#[test]
fn who_needs_a_bed_tonight_asks_for_no_opening_hour() {
    assert_eq!(run(&SEARCH, "q=yoga+heute").understood.len(), 1);
    assert!(run(&SEARCH, "q=yoga+heute+nacht").understood.is_empty());
}

#[test]
fn a_compound_written_apart_is_one_word() {
    let results = run(&SEARCH, "q=rücken+schule");
    assert!(matches!(&results.notes[..], [Note::Corrected { used, .. }, ..] if used == "Rückenschule"));
    assert_eq!(ids(&SEARCH, &results)[0], "rueckenschule/a");
    assert!(run(&SEARCH, "q=rücken+schule&woertlich=ja").notes.is_empty());
}

#[test]
fn a_filter_that_would_leave_nothing_only_lifts() {
    let results = run(&SEARCH, "q=depression+overath");
    assert_eq!(found("q=depression+overath"), ["depression"]);
    assert!(results.understood[0].lifts);
    let many = run(&SEARCH, "q=yoga+rücken+alkohol+depression+treffen+overath");
    assert!(many.understood[0].lifts, "beside four other words");
}

#[test]
fn words_can_be_taken_as_typed() {
    let literal = run(&SEARCH, "q=yoga+overath&woertlich=ja");
    assert!(literal.understood.is_empty());
    assert!(run(&SEARCH, "q=depresion&woertlich=ja").notes.iter().all(|n| !matches!(n, Note::Corrected { .. })));
    let query = Query::parse("q=yoga&woertlich=ja");
    assert_eq!(Query::parse(&format!("q=yoga&{}={}", query.pairs()[1].0, query.pairs()[1].1)), query);
}

#[test]
fn what_nothing_knows_is_corrected_and_said_so() {
    for typed in ["depresion", "deprression", "Depressjon", "tepression"] {
        let results = run(&SEARCH, &format!("q={typed}"));
        assert_eq!(found(&format!("q={typed}")), ["depression"], "{typed}");
        let said = results.notes.iter().any(|n| matches!(n, Note::Corrected { used, .. } if used == "Depression"));
        assert!(said, "{typed}: {:?}", results.notes);
    }
    assert!(run(&SEARCH, "q=yoga").notes.is_empty(), "a known word is left alone");
}

#[test]
fn the_beginning_of_a_last_word_finds_what_begins_so() {
    assert_eq!(found("q=depress"), ["depression"]);
    assert!(found("q=rückensch").contains(&"rueckenschule".to_owned()));
}

#[test]
fn towns_nearby_stand_in_for_a_place_where_nothing_is_found() {
    let results = run(&SEARCH, "q=depression&ort=overath");
    assert_eq!(results.offers, 0);
    let results = run(&SEARCH, "q=saal&ort=burscheid");
    let near: Vec<_> = results.neighbours.iter().map(|n| (n.dropped, n.offers)).collect();
    let [(Dropped::Nearby { km, .. }, 1)] = near[..] else { panic!("{near:?}") };
    assert!((15..25).contains(&km), "{km}");
}

#[test]
fn any_corpus_can_be_searched_with_nothing_but_titles_and_texts() {
    let search = folder(&[
        ("photosynthese", "titel: Photosynthese\ntext: Grüne Pflanzen wandeln Lichtenergie in chemische Energie um."),
        ("gezeiten", "titel: Gezeiten\ntext: Ebbe und Flut entstehen durch die Anziehungskraft des Mondes."),
        ("buchdruck", "titel: Buchdruck\ntext: Bewegliche Lettern machten Bücher um 1450 erschwinglich."),
    ])
    .search();
    let first = |query: &str| ids(&search, &run(&search, query))[0].clone();
    assert_eq!(first("q=Wie+nutzen+Pflanzen+die+Energie+des+Lichts"), "photosynthese/a");
    assert_eq!(first("q=Warum+zieht+der+Mond+das+Wasser+an+und+es+gibt+Ebbe"), "gezeiten/a");
    assert_eq!(first("q=gedruckte+Bücher"), "buchdruck/a");
}

#[test]
fn why_says_where_a_word_stands_and_what_it_counts() {
    let query = Query::parse("q=rücken+overath");
    let offer = SEARCH.catalog().offer_index("rueckenschule", "a").unwrap();
    let why = SEARCH.why(&query, offer, &now());
    assert_eq!(why.of, run(&SEARCH, "q=rücken+overath").offers);
    assert!(why.rank.is_some());
    assert_eq!(why.words[0].word, "rücken");
    assert!(why.words[0].score > 0.0 && !why.words[0].holds.is_empty());
    assert!(why.filters[0].0.lifts && !why.filters[0].1);
}

#[test]
fn why_reads_the_words_as_the_search_did() {
    // No offer holds the compound, so its parts are looked for: four words now, but still no sentence.
    let query = Query::parse("q=alkoholr%C3%BCcken+yoga+depression");
    let offer = SEARCH.catalog().offer_index("yoga-overath", "a").unwrap();
    let why = SEARCH.why(&query, offer, &now());
    assert_eq!(why.words.len(), 4, "{:?}", why.words);
    let yoga = why.words.iter().find(|word| word.word == "yoga").unwrap();
    assert!((yoga.holds[0].score - Field::Title.weight(false)).abs() < f32::EPSILON, "{:?}", yoga.holds);
}

#[test]
fn filter_words_that_mean_nothing_are_named_where_they_stand() {
    let broken = SYNONYMS.replace("anfrage: wann=mo", "anfrage: wann=irgendwann");
    let folder = folder(&[("a", "titel: Yoga")]).with("suche/synonyme.yaml", &broken);
    let problems = check(&folder.search(), &now());
    let found: Vec<_> = problems.iter().filter(|p| p.code == "filter-unbekannt").collect();
    assert_eq!(found.len(), 1, "{problems:#?}");
    assert_eq!((&broken[found[0].span.clone()], found[0].severity), ("irgendwann", Severity::Error));
}

#[test]
fn everyday_examples_of_a_theme_that_does_not_exist_are_named_by_check_and_cost_a_site_nothing_else() {
    let broken = EVERYDAY.replace("sucht/alkohol:", "sucht/alkohohl:");
    let folder = folder(&[("a", "titel: Yoga")]).with("suche/alltag.yaml", broken);
    let (_, problems, _) = Catalog::load_judged(&folder.data(), &now(), None).unwrap();
    let found: Vec<_> = problems.iter().filter(|p| p.file.path == "suche/alltag.yaml").collect();
    assert!(found.len() == 1 && found[0].severity == Severity::Error && found[0].position().0 == 2, "{found:#?}");
    assert_eq!(run(&folder.search(), "q=yoga").offers, 1);
}

#[test]
fn a_mistyped_compound_is_corrected_although_it_falls_into_other_words() {
    let results = run(&SEARCH, "q=wirbelseulengymnastik");
    assert_eq!(ids(&SEARCH, &results)[0], "wirbel/a");
    assert!(matches!(&results.notes[..], [Note::Corrected { used, .. }, ..] if used == "Wirbelsäulengymnastik"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_words_within_it_and_few_terms_each(text in "\\PC{0,400}") {
        let analyzer = SEARCH.index().analyzer();
        for word in analyzer.words(&text) {
            prop_assert!(text.get(word.span.clone()).is_some());
            for form in &word.forms {
                prop_assert!(form.parts.len() <= 6 && form.spans.len() <= 15);
                for part in form.parts.iter().chain(&form.spans) {
                    prop_assert!(text.get(part.span.clone()).is_some());
                    prop_assert!(!View::Part.term(&part.stem).is_empty());
                }
            }
        }
    }
}

#[test]
fn shorthand_of_professionals_is_read_as_it_is_meant() {
    let offers = [
        ("schule", "titel: Testung bei Dyskalkulie\nthemen: [bewegung/ruecken]"),
        ("sucht", "titel: Suchthilfe\nthemen: [sucht/alkohol]"),
        ("computer", "titel: Hilfe am Computer\nthemen: [bewegung/ruecken]"),
    ];
    let search = folder(&offers).search();
    assert_eq!(ids(&search, &run(&search, "q=Dyskalk.,+Testung")), ["schule/a"]);
    assert!(run(&search, "q=Testung+lehnt+ab,+4").understood.is_empty(), "no age");
    assert_eq!(run(&search, "q=Testung+ab+4").understood[0].age, Some(4));
    let found = run(&search, "q=Tochter+sucht+Hilfe+am+Computer");
    assert_eq!(ids(&search, &found)[0], "computer/a");
    assert!(found.notes.iter().all(|note| !matches!(note, Note::Corrected { .. })), "{:?}", found.notes);
    assert_eq!(ids(&search, &run(&search, "q=sucht+hilfe"))[0], "sucht/a", "in small letters it may be the noun");
}
