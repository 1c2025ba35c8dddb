//! The index on disk: reused when it is whole, rebuilt when it is not, and never in the way.

use super::kit::{Folder, now};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wegweiser::catalog::Catalog;
use wegweiser::catalog::region::Decomposition;
use wegweiser::index::{Analyzer, Index, Opened, fold};
use wegweiser::search::{Query, Search};

fn folder() -> Folder {
    let folder = Folder::mini();
    fs::create_dir_all(folder.index()).unwrap();
    folder
}

fn open(catalog: &Catalog, dir: &Path) -> (Index, Opened) {
    Index::open_or_build(catalog, dir).unwrap()
}

/// Titles found for `rücken`, the answer every index of the miniature catalog must give.
fn answer(catalog: &Catalog, index: Index) -> Vec<String> {
    let search = Search::new(Arc::new(catalog.clone()), index);
    let hits = search.run(&Query::parse("q=rücken"), &now()).hits;
    hits.iter().map(|h| catalog.offers[h.offer].title.clone()).collect()
}

fn finished(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    let mut dirs: Vec<_> = entries.filter(|p| p.is_dir()).collect();
    dirs.sort();
    dirs
}

#[test]
fn an_unchanged_folder_is_reused() {
    let folder = folder();
    let catalog = folder.catalog();
    let (first, opened) = open(&catalog, &folder.index());
    assert!(matches!(opened, Opened::Built { .. }), "{opened:?}");
    let (second, opened) = open(&folder.catalog(), &folder.index());
    assert_eq!(opened, Opened::Reused);
    assert!(!answer(&catalog, first).is_empty());
    assert_eq!(answer(&catalog, second), answer(&catalog, Index::in_memory(&catalog).unwrap()));
}

#[test]
fn changed_data_get_an_index_of_their_own() {
    let folder = folder();
    open(&folder.catalog(), &folder.index());
    let folder = folder.edit("partner/overath/tv-eichengrund.yaml", "titel: Rückenschule", "titel: Wirbelsäule");
    let (_, opened) = open(&folder.catalog(), &folder.index());
    assert!(matches!(opened, Opened::Built { .. }), "{opened:?}");
    assert_eq!(finished(&folder.index()).len(), 2);
}

#[test]
fn a_flipped_byte_in_any_file_leads_to_a_rebuild_and_the_right_answer() {
    let folder = folder();
    let catalog = folder.catalog();
    let right = answer(&catalog, open(&catalog, &folder.index()).0);
    // Every build names its segment anew; what stays is the kind of file.
    let kind = |path: &Path| path.extension().or(path.file_name()).unwrap().to_owned();
    let files = || -> Vec<PathBuf> {
        let place = finished(&folder.index()).remove(0);
        fs::read_dir(place).unwrap().map(|e| e.unwrap().path()).collect()
    };
    let kinds: Vec<_> = files().iter().map(|f| kind(f)).collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
    for wanted in kinds {
        for part in 0..4 {
            let file = files().into_iter().find(|f| kind(f) == wanted).unwrap();
            let mut bytes = fs::read(&file).unwrap();
            let at = bytes.len().saturating_sub(1) * part / 3;
            match bytes.get_mut(at) {
                Some(byte) => *byte ^= 0x20,
                None => bytes.push(0x20),
            }
            fs::write(&file, &bytes).unwrap();
            let (index, opened) = open(&catalog, &folder.index());
            assert!(matches!(opened, Opened::Built { .. }), "{} byte {at}: {opened:?}", file.display());
            assert_eq!(answer(&catalog, index), right, "{} byte {at}", file.display());
            assert_eq!(open(&catalog, &folder.index()).1, Opened::Reused);
        }
    }
}

#[test]
fn a_missing_or_shortened_file_leads_to_a_rebuild() {
    let folder = folder();
    let catalog = folder.catalog();
    open(&catalog, &folder.index());
    let place = finished(&folder.index()).remove(0);
    let remove = |file: &Path| fs::remove_file(file).unwrap();
    let shorten = |file: &Path| fs::write(file, &fs::read(file).unwrap()[..3]).unwrap();
    for file in ["meta.json", "pruefsumme"] {
        for damage in [&remove as &dyn Fn(&Path), &shorten] {
            damage(&place.join(file));
            assert!(matches!(open(&catalog, &folder.index()).1, Opened::Built { .. }));
        }
    }
    assert_eq!(open(&catalog, &folder.index()).1, Opened::Reused);
}

#[test]
fn a_missing_folder_is_made_with_those_above_it() {
    let folder = Folder::mini();
    let catalog = folder.catalog();
    let place = folder.index().join("tief/unten");
    assert!(matches!(open(&catalog, &place).1, Opened::Built { .. }));
    assert_eq!(open(&catalog, &place).1, Opened::Reused);
}

#[test]
fn without_a_folder_to_write_the_index_lives_in_memory_and_says_why() {
    let folder = Folder::mini();
    let catalog = folder.catalog();
    // A file where the folder should be, or above it, cannot be written into, whoever runs the test.
    fs::write(folder.index(), "keine Mappe").unwrap();
    for place in [folder.index(), folder.index().join("darunter/index")] {
        let (index, opened) = open(&catalog, &place);
        assert_eq!(opened, Opened::Memory { reason: "Das ist kein Ordner.".into() }, "{}", place.display());
        assert!(!answer(&catalog, index).is_empty());
    }
}

#[test]
fn a_finished_index_is_reused_from_a_read_only_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let catalog = folder.catalog();
    open(&catalog, &folder.index());
    fs::set_permissions(folder.index(), fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(open(&catalog, &folder.index()).1, Opened::Reused);
    fs::set_permissions(folder.index(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn several_builders_at_once_all_answer_rightly_and_leave_one_index() {
    let folder = folder();
    let catalog = folder.catalog();
    let right = answer(&catalog, Index::in_memory(&catalog).unwrap());
    let dir = folder.index();
    std::thread::scope(|scope| {
        let builders: Vec<_> = (0..6).map(|_| scope.spawn(|| answer(&catalog, open(&catalog, &dir).0))).collect();
        for builder in builders {
            assert_eq!(builder.join().unwrap(), right);
        }
    });
    assert_eq!(finished(&dir).len(), 1);
    assert_eq!(open(&catalog, &dir).1, Opened::Reused);
}

#[test]
fn leftovers_of_dead_processes_and_old_indexes_are_removed() {
    let folder = folder();
    let dir = folder.index();
    let dead = dir.join("tmp-999999999");
    let alive = dir.join("tmp-1");
    fs::create_dir(&dead).unwrap();
    fs::create_dir(&alive).unwrap();
    fs::create_dir(dir.join("eigenes")).unwrap();
    fs::write(dir.join("README.md"), "bleibt").unwrap();
    let mut last = Catalog::default();
    for i in 0..5 {
        let folder = Folder::mini().edit("partner/overath/tv-eichengrund.yaml", "Rückenschule", &format!("Kurs {i}"));
        last = folder.catalog();
        open(&last, &dir);
    }
    assert!(!dead.exists());
    assert!(alive.exists(), "process 1 runs");
    assert!(dir.join("README.md").exists() && dir.join("eigenes").exists(), "not ours");
    let kept = finished(&dir).into_iter().filter(|p| p.file_name().is_some_and(|n| n.len() == 16)).count();
    assert_eq!(kept, 3);
    assert_eq!(open(&last, &dir).1, Opened::Reused);
}

#[test]
fn an_empty_catalog_has_an_index_too() {
    let catalog = Folder::empty().load().0;
    let index = Index::in_memory(&catalog).unwrap();
    assert!(answer(&catalog, index).is_empty());
}

#[test]
fn words_point_at_the_place_they_stand_in() {
    let analyzer = Analyzer::new(&Decomposition::default());
    let text = "Ständig müde? Die Mutter-Kind-Kur für Berater:innen.";
    let words: Vec<&str> = analyzer.words(text).iter().map(|w| &text[w.span.clone()]).collect();
    assert_eq!(words, ["Ständig", "müde", "Die", "Mutter-Kind-Kur", "für", "Berater:innen"]);
}

#[test]
fn a_letter_that_stands_for_many_is_cut_where_a_word_ends() {
    assert!(fold(&("a".repeat(59) + "ﷺ")).chars().count() <= 64);
}

proptest::proptest! {
    #[test]
    fn any_text_becomes_words_inside_it(text in ".{0,400}") {
        let words = Analyzer::new(&Decomposition::default()).words(&text);
        for word in words.iter().chain(words.iter().flat_map(|w| &w.parts)) {
            proptest::prop_assert!(text.get(word.span.clone()).is_some_and(|t| !t.is_empty()));
            proptest::prop_assert!(!word.forms.is_empty());
            for form in &word.forms {
                proptest::prop_assert!(form.exact.chars().all(char::is_alphanumeric), "{:?}", form);
            }
        }
    }

    #[test]
    fn folding_never_grows_without_bound(text in "\\PC{0,300}") {
        proptest::prop_assert!(fold(&text).chars().count() <= 64);
    }
}
