//! Words: every phrase reads as somebody would say it, and the file of fixed words has no gap and no leftover.

use jiff::civil::{Date, date};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use wegweiser::catalog::choice::{CheckMethod, HoursKind, Weekday};
use wegweiser::catalog::hours::{ClockTime, HoursRule};
use wegweiser::catalog::partner::{AgeRange, Area, Checked, Cost, Course};
use wegweiser::catalog::{Language, Localized, Term};
use wegweiser::words::phrases::glue;
use wegweiser::words::{Words, WordsError, all_keys};

fn german() -> Words {
    Words::load(Language::De, None).unwrap()
}

fn weekly(days: &[Weekday], time: &str) -> HoursRule {
    let (start, end) = ClockTime::parse_range(time).unwrap();
    HoursRule {
        days: days.to_vec(),
        dates: Vec::new(),
        start,
        end,
        kind: None,
        in_month: Vec::new(),
        every_weeks: None,
        from: None,
        until: None,
        except: Vec::new(),
    }
}

fn term(label: &str) -> Arc<Term> {
    Arc::new(Term { label: Localized::german(label), ..Term::default() })
}

const TODAY: Date = date(2026, 11, 21);

#[test]
fn every_kind_of_hours_rule_reads_as_a_person_would_say_it() {
    use Weekday::{Di, Do, Fr, Mi, Mo, Sa, So};
    let w = german();
    let table: Vec<(HoursRule, &str)> = vec![
        (weekly(&[Di], "15:00-17:00"), "dienstags 15–17 Uhr"),
        (weekly(&[Di, Do], "9:30-11:00"), "dienstags und donnerstags 9:30–11 Uhr"),
        (weekly(&[Fr, Mo, Mi, Di, Do], "9:00-12:00"), "montags bis freitags 9–12 Uhr"),
        (weekly(&[Mo, Di, Mi, Sa], "8:00-10:00"), "montags bis mittwochs und samstags 8–10 Uhr"),
        (weekly(&[Mo, Di, Mi, Do, Fr, Sa, So], "0:00-24:00"), "täglich rund um die Uhr"),
        (
            HoursRule { kind: Some(HoursKind::WalkIn), ..weekly(&[Di], "15:00-17:00") },
            "dienstags 15–17 Uhr, ohne Termin",
        ),
        (
            HoursRule { kind: Some(HoursKind::Appointment), ..weekly(&[Di], "15:00-17:00") },
            "dienstags 15–17 Uhr, mit Termin",
        ),
        (HoursRule { kind: Some(HoursKind::Phone), ..weekly(&[Mo], "10:00-12:00") }, "montags 10–12 Uhr, am Telefon"),
        (
            HoursRule { in_month: vec![1, 3], ..weekly(&[Mi], "18:00-19:30") },
            "jeden 1. und 3. Mittwoch im Monat 18–19:30 Uhr",
        ),
        (HoursRule { in_month: vec![-1], ..weekly(&[Fr], "19:00-21:00") }, "jeden letzten Freitag im Monat 19–21 Uhr"),
        (
            HoursRule { in_month: vec![-1, 2], ..weekly(&[Mo, Do], "19:00-21:00") },
            "jeden 2. und letzten Montag und jeden 2. und letzten Donnerstag im Monat 19–21 Uhr",
        ),
        (
            HoursRule { every_weeks: Some(2), from: Some(date(2027, 1, 11)), ..weekly(&[Mo], "14:30-15:45") },
            "alle zwei Wochen montags 14:30–15:45 Uhr, ab 11. Januar 2027",
        ),
        (
            HoursRule {
                every_weeks: Some(6),
                from: Some(date(2027, 1, 11)),
                until: Some(date(2027, 3, 22)),
                except: vec![date(2027, 2, 22), date(2027, 2, 8)],
                ..weekly(&[Mo], "14:30-15:45")
            },
            "alle 6 Wochen montags 14:30–15:45 Uhr, 11. Januar bis 22. März 2027, nicht am 8. und 22. Februar 2027",
        ),
        (
            HoursRule { until: Some(date(2027, 3, 22)), ..weekly(&[Mo], "9:00-10:00") },
            "montags 9–10 Uhr, bis 22. März 2027",
        ),
        (
            HoursRule { dates: vec![date(2027, 1, 12)], ..weekly(&[], "19:00-21:00") },
            "am Dienstag, 12. Januar 2027, 19–21 Uhr",
        ),
        (
            HoursRule {
                dates: vec![date(2027, 1, 12), date(2027, 1, 19), date(2027, 2, 2)],
                ..weekly(&[], "14:30-15:45")
            },
            "am 12. und 19. Januar und 2. Februar 2027, 14:30–15:45 Uhr",
        ),
        (
            HoursRule {
                dates: (0..9).map(|n| date(2027, 1, 12) + jiff::Span::new().weeks(n)).collect(),
                ..weekly(&[], "9:00-10:00")
            },
            "am Dienstag, 12. Januar 2027 und an 8 weiteren Terminen bis 9. März 2027, 9–10 Uhr",
        ),
    ];
    for (rule, expected) in table {
        assert_eq!(w.hours(&rule), expected);
    }
}

#[test]
fn hours_of_today_leave_out_what_has_passed() {
    use Weekday::{Di, Mo};
    let w = german();
    let rules = [
        weekly(&[Mo], "9:00-12:00"),
        HoursRule { from: Some(date(2025, 3, 3)), ..weekly(&[Mo], "14:00-17:00") },
        HoursRule { until: Some(date(2026, 10, 1)), ..weekly(&[Di], "9:00-10:00") },
        HoursRule { dates: vec![date(2026, 11, 3), date(2026, 12, 1)], ..weekly(&[], "18:00-19:00") },
        HoursRule { every_weeks: Some(2), from: Some(date(2026, 11, 10)), ..weekly(&[Di], "16:00-17:00") },
    ];
    assert_eq!(
        w.hours_lines(&rules, TODAY),
        [
            "montags 9–12 und 14–17 Uhr",
            "am Dienstag, 1. Dezember 2026, 18–19 Uhr",
            "alle zwei Wochen dienstags 16–17 Uhr, wieder am 24. November 2026",
        ]
    );
}

#[test]
fn telephone_hours_fit_beside_the_number() {
    use Weekday::{Di, Do, Fr, Mi, Mo};
    let w = german();
    let rules = [
        weekly(&[Mo, Di, Mi, Do, Fr], "9:00-12:00"),
        HoursRule { kind: Some(HoursKind::Phone), ..weekly(&[Mo, Do], "15:00-18:30") },
    ];
    assert_eq!(w.hours_compact(&rules, TODAY), "Mo–Fr 9–12 Uhr; Mo, Do 15–18:30 Uhr");
}

#[test]
fn dates_and_lists_follow_german_habits() {
    let w = german();
    assert_eq!(w.date(date(2027, 3, 1)), "1. März 2027");
    assert_eq!(w.date_short(date(2027, 3, 1)), "01.03.2027");
    assert_eq!(w.date_with_weekday(date(2027, 1, 12)), "Dienstag, 12. Januar 2027");
    assert_eq!(w.clock(ClockTime::parse("15:30").unwrap()), "15:30 Uhr");
    assert_eq!(w.list::<&str>(&[]), "");
    assert_eq!(w.list(&["A"]), "A");
    assert_eq!(w.list(&["A", "B"]), "A und B");
    assert_eq!(w.list(&["A", "B", "C"]), "A, B und C");
}

#[test]
fn costs_become_sentences() {
    let w = german();
    let kind = |slug: &str, label: &str| Arc::new(Term { slug: slug.to_owned(), ..(*term(label)).clone() });
    let free = kind("kostenfrei", "Kostenlos");
    let cost = |kind: &Arc<Term>, voucher: Option<&str>, sentence: Option<&str>| Cost {
        kind: Arc::clone(kind),
        voucher: voucher.map(term),
        sentence: sentence.map(str::to_owned),
    };
    assert_eq!(w.costs(&[]), None);
    assert_eq!(w.costs(&[cost(&free, None, None)]).unwrap(), "Kostenlos.");
    assert_eq!(
        w.costs(&[cost(&free, None, Some("Für alle aus dem Ort"))]).unwrap(),
        "Kostenlos. Für alle aus dem Ort."
    );
    let paid = [cost(&term("Wird ganz bezahlt"), Some("Rehasport-Verordnung"), None)];
    assert_eq!(w.costs(&paid).unwrap(), "Wird ganz bezahlt, mit Rehasport-Verordnung.");
    let both = [paid[0].clone(), cost(&term("Beitrag"), None, Some("Sonst 6 € pro Termin."))];
    assert_eq!(w.costs(&both).unwrap(), "Wird ganz bezahlt, mit Rehasport-Verordnung. Sonst 6\u{a0}€ pro Termin.");
}

#[test]
fn age_course_waiting_check_and_area_are_said_plainly() {
    let w = german();
    let age = |from, to| w.age(AgeRange { from, to });
    assert_eq!(age(Some(18), None).unwrap(), "ab 18 Jahren");
    assert_eq!(age(None, Some(17)).unwrap(), "bis 17 Jahre");
    assert_eq!(age(Some(14), Some(17)).unwrap(), "14 bis 17 Jahre");
    assert_eq!(age(None, None), None);

    let course = Course {
        start: date(2027, 1, 12),
        end: Some(date(2027, 3, 16)),
        sessions: Some(10),
        register_by: Some(date(2027, 1, 5)),
        number: Some("G-3127".to_owned()),
        certified: Some(true),
    };
    assert_eq!(
        w.course(&course, TODAY),
        [
            "12. Januar 2027 bis 16. März 2027, 10 Termine",
            "Anmelden bis 5. Januar 2027",
            "Kursnummer G-3127",
            "Von der Zentralen Prüfstelle Prävention anerkannt"
        ]
    );
    assert!(w.course(&course, date(2027, 1, 6))[1].starts_with("Die Anmeldung war bis 5. Januar 2027 möglich."));

    let waiting = (term("Bis 2 Wochen"), date(2026, 10, 5));
    assert_eq!(w.waiting(&waiting, TODAY).unwrap(), "Bis 2 Wochen, Stand 5. Oktober 2026");
    assert_eq!(w.waiting(&waiting, date(2026, 12, 5)), None);

    let checked = Checked { date: date(2026, 10, 5), method: CheckMethod::Phone, by: None };
    assert_eq!(w.checked(&checked), "Geprüft am 5. Oktober 2026 (am Telefon gefragt)");
    assert_eq!(w.as_of(Some(&checked)), "Stand 05.10.2026");
    assert_eq!(w.as_of(None), "Stand nicht bekannt");

    let places = vec![term("Burscheid"), term("Odenthal")];
    let area = Area { places, ..Area::default() };
    assert_eq!(w.area(&area, "Kreis").unwrap(), "Burscheid und Odenthal");
    let residents = Area { residents_only: true, ..area };
    assert_eq!(w.area(&residents, "Kreis").unwrap(), "Burscheid und Odenthal (nur wer dort wohnt)");
    assert_eq!(w.area(&Area { county_wide: true, ..Area::default() }, "Kreis").unwrap(), "Kreis");
    assert_eq!(w.area(&Area { nation_wide: true, ..Area::default() }, "Kreis").unwrap(), "ganz Deutschland");
    assert_eq!(w.area(&Area::default(), "Kreis"), None);
}

#[test]
fn lines_do_not_break_between_number_and_unit() {
    assert_eq!(
        glue("Verein e. V., § 20: 6 € um 9 Uhr, Bus 12, 51429 Bensberg"),
        "Verein e.\u{a0}V., §\u{a0}20: 6\u{a0}€ um 9\u{a0}Uhr, Bus\u{a0}12, 51429\u{a0}Bensberg"
    );
    assert_eq!(glue("Mo–Fr 9–12:30 Uhr"), "Mo–Fr 9–\u{2060}12:30\u{a0}Uhr");
    assert_eq!(glue("Ein Satz ohne Zahl"), "Ein Satz ohne Zahl");
}

#[test]
fn a_region_may_word_things_differently_but_only_what_is_said_at_all() {
    let own = Words::load(Language::De, Some("every-day = jeden Tag")).unwrap();
    assert_eq!(own.get("every-day"), "jeden Tag");
    assert_eq!(own.get("list-separator"), ",");
    let unused = Words::load(Language::De, Some("every-daay = jeden Tag")).unwrap_err();
    assert!(matches!(unused, WordsError::Unused { ref key, .. } if key == "every-daay"));
    let broken = Words::load(Language::De, Some("every-day = gut\nkaputt {\n")).unwrap_err();
    assert!(matches!(broken, WordsError::Syntax { line: 2, .. }), "{broken}");
    assert_eq!(Words::load(Language::Ar, None).unwrap_err(), WordsError::Language("ar"));
}

#[test]
fn a_missing_text_shows_its_key() {
    assert_eq!(german().get("no-such-text"), "no-such-text");
}

/// Keys the sources ask for: whole ones from `.get("…")`/`.fill("…")` and quoted names, families from `"prefix-{`.
fn asked(dir: &Path, whole: &mut BTreeSet<String>, quoted: &mut BTreeSet<String>, families: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            asked(&path, whole, quoted, families);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let mut before = "";
            for (i, piece) in text.split('"').enumerate() {
                if i % 2 == 1 {
                    let key = |t: &str| {
                        t.contains('-') && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                    };
                    let call = before.trim_end().trim_end_matches('(');
                    let of_words =
                        ["cx.get", "cx.fill", "words.get", "words.fill", "w.get", "w.fill", "self.get", "self.fill"];
                    if of_words.iter().any(|c| call.ends_with(c)) && before.trim_end().ends_with('(') {
                        whole.insert(piece.to_owned());
                    }
                    if let Some((prefix, _)) = piece.split_once('{').filter(|(p, _)| p.ends_with('-') && key(p)) {
                        families.insert(prefix.to_owned());
                    }
                    quoted.insert(piece.to_owned());
                }
                before = piece;
            }
        }
    }
}

#[test]
fn every_key_used_exists_and_every_key_is_used() {
    let (mut whole, mut quoted, mut families) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    asked(&source, &mut whole, &mut quoted, &mut families);
    let keys: BTreeSet<String> = all_keys(Language::De).into_iter().collect();
    assert!(whole.len() > 10 && keys.len() > 50, "the scan found nothing to compare");
    let missing: Vec<_> = whole.difference(&keys).collect();
    assert!(missing.is_empty(), "asked for, but not in de.ftl: {missing:?}");
    // A key may also reach the words through a variable: whatever a page or the sheet quotes that looks like one of ours
    // must be one.
    let topics: BTreeSet<&str> = keys.iter().filter_map(|k| k.split('-').next()).collect();
    let looks_like_ours = |q: &&String| {
        q.contains('-')
            && !q.ends_with('-')
            && topics.contains(q.split('-').next().unwrap())
            && q.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let (mut pages, mut nothing) = (BTreeSet::new(), BTreeSet::new());
    for room in ["web/page", "web/part", "sheet"] {
        asked(&source.join(room), &mut nothing, &mut pages, &mut BTreeSet::new());
    }
    let unknown: Vec<_> = pages.iter().filter(looks_like_ours).filter(|q| !keys.contains(*q)).collect();
    assert!(unknown.is_empty(), "quoted like a key, but not in de.ftl: {unknown:?}");
    let in_family = |key: &String| families.iter().any(|f| key.starts_with(f.as_str()));
    let unused: Vec<_> = keys.iter().filter(|k| !quoted.contains(*k) && !in_family(k)).collect();
    assert!(unused.is_empty(), "in de.ftl, but never asked for: {unused:?}");
}
