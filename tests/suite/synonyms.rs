//! Words that stand for each other: read into the catalog, and those that lead nowhere named.

use crate::kit::{Folder, now};
use wegweiser::catalog::Severity;
use wegweiser::catalog::choice::YesNo;
use wegweiser::search::check;

const FILE: &str = "suche/synonyme.yaml";

#[test]
fn the_catalog_holds_groups_one_way_words_and_what_never_goes_together() {
    let words = Folder::mini().catalog().synonyms;
    assert_eq!(words.groups[0], ["Alkohol", "Alkoholproblem"]);
    let (context, coarse, turkish) = (&words.one_way[0], &words.one_way[1], &words.one_way[2]);
    assert_eq!((context.from[0].as_str(), context.to.len(), context.coarse), ("mein Mann trinkt", 2, None));
    assert_eq!(coarse.coarse, Some(YesNo::Yes));
    assert_eq!(turkish.languages, ["tr"]);
    assert_eq!(words.never, [["Magersucht", "Sucht"]]);
}

#[test]
fn a_region_without_synonyms_has_none_and_that_is_no_problem() {
    let catalog = Folder::mini().without(FILE).catalog();
    assert!(catalog.synonyms.groups.is_empty() && catalog.synonyms.one_way.is_empty());
}

#[test]
fn other_synonyms_make_another_index() {
    let with = Folder::mini().catalog().fingerprint;
    assert_ne!(Folder::mini().without(FILE).catalog().fingerprint, with);
}

#[test]
fn words_that_no_offer_holds_are_named_where_they_stand() {
    let text = "gruppen:\n  - [Alkohol, Zwetschgenwasser]\n  - [Drachensteigen, Kitesurfen]\n\
                einseitig:\n  - {von: [blau], nach: [Zwetschgenwasser]}\n  - {von: [Höhenflug], nach: [Drachensteigen]}\n\
                \x20 - {von: [rot], nach: [Rückenschule, Weltraumfahrt]}\n  - {von: [gelb], nach: [Yoga Rückenschule]}\n";
    let mut problems = check(&Folder::mini().with(FILE, text).search(), &now());
    problems.retain(|p| p.file.path == FILE);
    let found: Vec<_> = problems.iter().map(|p| (p.code, p.position().0, &text[p.span.clone()])).collect();
    let dead = "synonym-ohne-treffer";
    // A target that stands for a word which occurs is fine; two words must stand in one offer.
    assert_eq!(
        found,
        [
            (dead, 3, "Drachensteigen"),
            (dead, 6, "Drachensteigen"),
            (dead, 7, "Weltraumfahrt"),
            (dead, 8, "Yoga Rückenschule")
        ]
    );
    assert!(problems.iter().all(|p| p.severity == Severity::Warning && p.help.is_some()));
    assert!(check(&Folder::mini().search(), &now()).iter().all(|p| p.file.path != FILE));
}
