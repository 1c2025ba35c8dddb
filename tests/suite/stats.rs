//! `wegweiser stats`, as it is run: tables for people, JSON for programs.

use crate::kit::Folder;
use std::process::{Command, Output};

fn stats(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wegweiser"))
        .arg("stats")
        .arg("--data")
        .arg(folder.data())
        .args(["--jetzt", "2026-11-21T10:00"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_tables_name_partners_towns_and_values_with_their_counts() {
    let output = stats(&Folder::mini(), &[]);
    assert!(output.status.success() && output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("6 Stellen, 12 Angebote (davon 1 in Pause, 1 beendet)\n"), "{text}");
    let rows: Vec<&str> = text.lines().map(str::trim).collect();
    for (title, row) in [
        ("Stellen je Ort", ["bergisch-gladbach", "2"]),
        ("Angebote nach Alter der Prüfung", ["bis-3-monate", "8"]),
        ("Angebote je Wert: themen", ["sucht/alkohol", "1"]),
    ] {
        let table = rows.iter().skip_while(|line| **line != title).take_while(|line| !line.is_empty());
        let words: Vec<Vec<&str>> = table.map(|line| line.split_whitespace().take(2).collect()).collect();
        assert!(words.iter().any(|words| words[..] == row), "{title}: {words:?}");
    }
    assert!(!text.contains("Angebote je Wert: gruppen"), "a list nobody can use has no table");
}

#[test]
fn the_same_counts_come_as_json_with_values_nobody_uses() {
    let output = stats(&Folder::mini(), &["--json"]);
    assert!(output.status.success());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&json["partners"], &json["offers"], &json["paused"], &json["ended"]),
        (&6.into(), &12.into(), &1.into(), &1.into())
    );
    assert_eq!((&json["single"], &json["largest"]), (&1.into(), &3.into()));
    let sum = |list: &serde_json::Value| list.as_object().unwrap().values().map(|v| v.as_u64().unwrap()).sum::<u64>();
    assert_eq!((sum(&json["towns"]), sum(&json["check_age"])), (6, 12));
    assert_eq!(json["lists"]["themen"]["sucht"], 3, "a theme counts what stands below it, each offer once");
    assert_eq!(json["lists"]["zielgruppen"]["erwachsene"], 0);
}

#[test]
fn a_folder_that_cannot_be_read_is_an_error_in_words() {
    let folder = Folder::mini().without("wegweiser.yaml");
    let output = stats(&folder, &[]);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("wegweiser.yaml"));
}
