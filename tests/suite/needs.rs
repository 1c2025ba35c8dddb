//! Needs: what people say, the offers it leads to, and what would be wrong for them (`suche/fragen/`).

use super::kit::now;
use super::search::{ids, run};
use super::understanding::folder;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;
use wegweiser::catalog::Severity;
use wegweiser::search::{Note, Query, check};

const NEEDS: &str = "\
fragen:
  - anliegen: Partner trinkt
    themen: [sucht/angehoerige, sucht/alkohol]
    meint: [Angehörige Alkohol]
    auch: [Familienberatung]
    sagt: [er kommt jeden Abend betrunken heim, meine Frau versteckt Flaschen]
    fremd: [my husband drinks too much]
";

#[test]
fn a_need_leads_from_everyday_words_to_the_offers_that_hold_its_expert_words() {
    let offers = [
        ("gruppe", "titel: Gruppe für Angehörige\ntext: Wenn Alkohol in der Familie ist.\nthemen: [sucht/angehoerige]"),
        ("familie", "titel: Familienberatung\nthemen: [sucht/angehoerige]"),
        ("alkohol", "titel: Alkohol in Maßen\nthemen: [sucht/alkohol]"),
        ("elsewhere", "titel: Angehörige und Alkohol\nthemen: [bewegung/ruecken]"),
    ];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", NEEDS).search();
    for query in ["q=mein+Mann+kommt+immer+betrunken+heim", "q=husband+drinks", "q=versteckte+Flaschen"] {
        let found = ids(&search, &run(&search, query));
        assert_eq!(found[..2], ["gruppe/a", "familie/a"], "{query}: {found:?}");
        assert!(!found.contains(&"elsewhere/a".to_owned()), "{query}: {found:?}");
    }
}

#[test]
fn a_need_finds_its_offers_however_many_others_hold_the_words() {
    let names: Vec<String> = (0..60).map(|number| format!("heim{number}")).collect();
    let mut offers: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), "titel: Abend im Heim\ntext: Kommt jeden Abend betrunken heim."))
        .collect();
    offers.push((
        "gruppe",
        "titel: Gruppe für Angehörige\ntext: Wenn Alkohol im Spiel ist.\nthemen: [sucht/angehoerige]",
    ));
    let search = folder(&offers).with("suche/fragen/sucht.yaml", NEEDS).search();
    assert_eq!(run(&search, "q=er+kommt+jeden+Abend+betrunken+heim").offers, 61);
}

#[test]
fn the_label_of_a_theme_does_not_answer_a_need() {
    let needs = NEEDS.replace("[Angehörige Alkohol]", "[Alkohol]");
    let offers = [("treffen", "titel: Treffen am Montag\nthemen: [sucht/alkohol]")];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", &needs).search();
    let found = check(&search, &now()).into_iter().filter(|p| p.code == "frage-ohne-treffer");
    let parts: Vec<String> = found.map(|p| needs[p.span].to_owned()).collect();
    assert_eq!(parts, ["Alkohol", "Familienberatung"]);
}

#[test]
fn words_taken_as_typed_are_about_no_need() {
    let offers =
        [("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]"), ("heim", "titel: Abend im Heim")];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", NEEDS).search();
    let first = |query: &str| ids(&search, &run(&search, query))[0].clone();
    assert_eq!(first("q=jeden+Abend+betrunken+heim"), "gruppe/a");
    assert_eq!(first("q=jeden+Abend+betrunken+heim&woertlich=ja"), "heim/a");
}

#[test]
fn expert_words_of_a_need_that_find_nothing_are_named_where_they_stand() {
    let needs = NEEDS.replace("Familienberatung", "Familienrat");
    let offers = [("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/alkohol]")];
    let problems = check(&folder(&offers).with("suche/fragen/sucht.yaml", &needs).search(), &now());
    let found: Vec<_> = problems.iter().filter(|p| p.code == "frage-ohne-treffer").collect();
    assert_eq!(found.len(), 1, "{problems:#?}");
    assert_eq!((&needs[found[0].span.clone()], found[0].severity), ("Familienrat", Severity::Warning));
}

#[test]
fn what_would_be_wrong_for_a_need_stands_behind_and_can_still_be_found() {
    let offers = [
        ("training", "titel: Angehörige schlagen, Alkohol trinken\ntext: Training für Täter.\nthemen: [sucht/alkohol]"),
        ("gruppe", "titel: Gespräche\ntext: Für Angehörige, wenn Alkohol im Spiel ist.\nthemen: [sucht/angehoerige]"),
    ];
    let first = |needs: &str, query: &str| {
        let search = folder(&offers).with("suche/fragen/sucht.yaml", needs).search();
        ids(&search, &run(&search, query))
    };
    let careful = NEEDS.replace("    sagt:", "    nicht: [Training Täter]\n    sagt:");
    assert_eq!(first(NEEDS, "q=er+kommt+betrunken+heim+und+schlägt")[0], "training/a");
    assert_eq!(first(&careful, "q=er+kommt+betrunken+heim+und+schlägt")[0], "gruppe/a");
    assert_eq!(first(&careful, "q=training+täter"), ["training/a"]);
    let search = folder(&offers).with("suche/fragen/sucht.yaml", &careful).search();
    let why = search.why(&Query::parse("q=er+kommt+betrunken+heim+und+schlägt"), 1, &now());
    assert_eq!((why.rank, why.wrong_for), (Some(2), Some(0)));
}

#[test]
fn a_filter_that_takes_away_what_is_meant_only_lifts() {
    let offers = [
        ("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]"),
        ("chor", "titel: Flaschen werfen\nzeiten: [{tage: [mo], zeit: \"19:00-20:00\"}]"),
    ];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", NEEDS).search();
    let results = run(&search, "q=versteckte+Flaschen+abends");
    assert!(results.understood[0].lifts);
    assert!(ids(&search, &results).contains(&"gruppe/a".to_owned()));
    assert_eq!(ids(&search, &run(&search, "q=werfen+abends")), ["chor/a"], "where nothing else is meant it narrows");
}

#[test]
fn words_of_other_languages_are_found_in_other_forms_and_better_something_likely_than_nothing() {
    let needs = NEEDS.replace("[my husband drinks too much]", "[my husband drinks too much, чоловік постійно пиячить]");
    let offers = [("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]"), ("yoga", "titel: Yoga")];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", &needs).search();
    for query in ["q=husbands+drinking", "q=чоловіки+пиячать", "q=my+drinks+and+something+that+no+example+says"]
    {
        assert_eq!(ids(&search, &run(&search, query)), ["gruppe/a"], "{query}");
    }
    assert_eq!(run(&search, "q=xylophon").offers, 0);
}

#[test]
fn a_slip_of_the_pen_in_an_example_is_corrected_and_its_other_words_are_known() {
    let needs = NEEDS.replace("sagt: [", "sagt: [Jugentamt kommt, er macht eine Entziehungskur, ");
    let offers =
        [("amt", "titel: Jugendamt"), ("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]")];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", &needs).search();
    let corrected = |query: &str| match &run(&search, query).notes[..] {
        [Note::Corrected { used, .. }, ..] => used.clone(),
        notes => format!("{notes:?}"),
    };
    assert_eq!(corrected("q=jugentamt"), "Jugendamt");
    assert_eq!(corrected("q=entzieungskur"), "Entziehungskur");
    assert_eq!(ids(&search, &run(&search, "q=entzieungskur")), ["gruppe/a"]);
}

#[test]
fn the_surest_need_that_names_an_offer_decides_whether_it_is_wrong() {
    let needs = "\
fragen:
  - anliegen: Hat Angst zu Hause
    themen: [sucht/angehoerige]
    meint: [Schutz]
    sagt: [ich habe Angst vor meinem Mann]
  - anliegen: Wird geschlagen
    themen: [sucht/angehoerige]
    meint: [Schutz]
    nicht: [Training Täter]
    sagt: [ich habe Angst vor meinem Mann, er schlägt]
  - anliegen: Schlägt selbst
    themen: [sucht/angehoerige]
    meint: [Training Täter]
    sagt: [ich schlage zu, meine Frau habe ich gestoßen]
";
    let offers = [
        ("schutz", "titel: Schutz\nthemen: [sucht/angehoerige]"),
        ("training", "titel: Training für Täter\nthemen: [sucht/angehoerige]"),
    ];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", needs).search();
    let training = search.catalog().offers.iter().position(|offer| offer.title.starts_with("Training")).unwrap();
    let why = |query: &str| search.why(&Query::parse(query), training, &now());
    assert_eq!(why("q=ich+habe+Angst+vor+meinem+Mann").wrong_for, Some(1), "the second need rules it out");
    assert_eq!(why("q=ich+schlage+zu").wrong_for, None, "it answers the surest");
    assert_eq!(ids(&search, &run(&search, "q=ich+schlage+zu"))[0], "training/a");
}

#[test]
fn a_slip_in_one_need_costs_no_other_and_the_site_names_the_file_when_it_starts() {
    let needs =
        NEEDS.to_owned() + "  - anliegen: Raucht\n    themn: [sucht/alkohol]\n    meint: [Rauchen]\n    sagt: []\n";
    let offers = [("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]")];
    let folder = folder(&offers).with("suche/fragen/sucht.yaml", needs);
    assert_eq!(run(&folder.search(), "q=husband+drinks").offers, 1);

    let mut site = Command::new(env!("CARGO_BIN_EXE_wegweiser"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.data())
        .arg("--index")
        .arg(folder.index())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(site.stdout.take().unwrap()).lines().map_while(Result::ok);
    let (sender, said) = std::sync::mpsc::channel();
    std::thread::spawn(move || lines.for_each(|line| drop(sender.send(line))));
    // The site goes on; its silence must not stop the test.
    let mut said = std::iter::from_fn(|| said.recv_timeout(Duration::from_secs(30)).ok());
    let named = said.find(|line| line.contains("suche/fragen/sucht.yaml"));
    site.kill().unwrap();
    site.wait().unwrap();
    assert!(named.is_some_and(|line| line.contains("1 Datei mit Fehlern")));
}

#[test]
fn small_words_of_other_languages_say_nothing() {
    let needs = NEEDS.replace("[my husband drinks too much]", "[\"j'ai besoin de boire moins\"]");
    let offers = [("gruppe", "titel: Angehörige und Alkohol\nthemen: [sucht/angehoerige]")];
    let search = folder(&offers).with("suche/fragen/sucht.yaml", &needs).search();
    assert_eq!(run(&search, "q=j'ai+besoin+de+lunettes").offers, 0);
    let found = run(&search, "q=j'ai+besoin+de+boire");
    assert_eq!(found.offers, 1);
    assert!(
        !found.notes.iter().any(|note| matches!(note, Note::Similar { .. } | Note::Corrected { .. })),
        "{:?}",
        found.notes
    );
}
