//! A catalog drawn by lot, the same lot every time: wide enough that every facet has yes, no and unknown.

use crate::kit::Folder;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use wegweiser::search::Search;

/// A catalog with some of everything: sixty partners drawn by lot, and the miniature ones.
pub(super) static DRAWN: LazyLock<Search> = LazyLock::new(|| {
    let mut folder = Folder::mini();
    let mut lot = Lot(7);
    for i in 0..60 {
        let partner = lot.partner(i);
        folder = folder.with(&format!("partner/gezogen/p{i}.yaml"), partner);
    }
    folder.search()
});

struct Lot(u64);

impl Lot {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    fn one<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn some(&mut self, most: usize, from: &[&str]) -> String {
        let drawn: BTreeSet<&str> = (0..self.below(most + 1)).map(|_| self.one(from)).collect();
        format!("[{}]", drawn.into_iter().collect::<Vec<_>>().join(", "))
    }

    fn line(&mut self, key: &str, often: usize, value: impl FnOnce(&mut Self) -> String) -> String {
        if self.below(10) < often { format!("    {key}: {}\n", value(self)) } else { String::new() }
    }

    fn partner(&mut self, i: usize) -> String {
        let mut text = format!("name: Stelle {i}\n");
        if self.below(2) == 0 {
            text.push_str(&format!("traegerart: {}\n", self.one(&["verein", "kommune", "wohlfahrt"])));
        }
        let secret = self.below(10) == 0;
        let place = self.one(&["overath", "overath/vilkerath", "burscheid", "bergisch-gladbach/refrath"]);
        let steps = self.one(&["", ", barrierefrei: {stufenlos: ja}", ", barrierefrei: {stufenlos: nein, wc: ja}"]);
        text.push_str(&match secret {
            true => "orte: [{id: a, adresse: geheim}]\n".to_owned(),
            false => format!("orte: [{{id: a, ort: {place}{steps}}}]\n"),
        });
        text.push_str("kontakt: [{id: k, rolle: zentrale, telefon: \"0221 4710900\"}]\nangebote:\n");
        for offer in 0..1 + self.below(4) {
            text.push_str(&format!("  - id: o{offer}\n    titel: Angebot {}\n", self.one(&["Yoga", "Rücken", "Rat"])));
            text.push_str(&self.offer(secret));
        }
        let date = self.one(&["2026-11-01", "2025-01-01", "2026-02-01"]);
        format!("{text}geprueft: {{am: {date}, wie: {}, durch: stelle}}\n", self.one(&["telefon", "website"]))
    }

    fn offer(&mut self, secret: bool) -> String {
        let themes = ["bewegung/ruecken", "entspannung/yoga", "sucht/alkohol", "sucht/rauchen", "soziales/schulden"];
        let places = ["overath", "burscheid", "bergisch-gladbach/bensberg", "kreisweit", "bundesweit"];
        let mut text = String::new();
        text += &self.line("status", 2, |l| l.one(&["beendet", "pausiert"]).to_owned());
        text += &self.line("themen", 9, |l| l.some(3, &themes));
        text +=
            &self.line("formen", 8, |l| format!("[{}]", l.one(&["vor-ort", "telefon", "vor-ort, video", "unterwegs"])));
        text += &self.line("formate", 8, |l| l.some(2, &["kurs", "gruppe", "einzel"]));
        let area = if secret { 10 } else { 5 };
        text += &self.line("gebiet", area, |l| {
            format!("{{orte: [{}]{}}}", l.one(&places), l.one(&["", "", ", nur_wohnort: ja"]))
        });
        text += &self.line("zielgruppen", 6, |l| {
            l.one(&["[alle]", "[frauen]", "[aeltere, angehoerige]", "[jobcenter]"]).to_owned()
        });
        text += &self.line("nur_fuer", 1, |_| "[frauen]".to_owned());
        text +=
            &self.line("alter", 4, |l| l.one(&["{von: 18}", "{bis: 27}", "{von: 60}", "{von: 6, bis: 12}"]).to_owned());
        text += &self.line("kosten", 8, |l| {
            let kinds =
                ["{art: kostenfrei}", "{art: spende}", "{art: uebernommen, schein: rehasport-kasse}", "{art: unklar}"];
            format!("[{}]", l.one(&kinds))
        });
        text += &self.line("zugang", 8, |l| {
            format!("{{wie: [telefonisch], scheine: {}, selbst: Anrufen.}}", l.some(1, &["keiner", "rehasport-kasse"]))
        });
        text += &self.line("foerderung", 3, |l| l.some(2, &["krankenkasse/reha-64", "jobcenter/kommunal-16a"]));
        text += &self.line("bescheinigungen", 1, |_| "[p-konto]".to_owned());
        text += &self.line("sprachen", 8, |l| l.some(3, &["de", "tr", "ar"]));
        text += &self.line("verstaendigung", 4, |l| format!("{{deutsch: {}}}", l.one(&["kein", "wenig"])));
        text += &self.line("barrierefrei", 4, |l| format!("{{dgs: {}}}", l.one(&["ja", "nein"])));
        text += &self.line("zeiten", 6, |l| {
            let days = l.one(&["[mo]", "[di, do]", "[sa, so]"]);
            let time = l.one(&["9:00-10:00", "12:00-13:00", "16:59-18:00", "17:00-24:00"]);
            let until = l.one(&["", "", ", bis: 2026-12-31"]);
            format!("[{{tage: {days}, zeit: \"{time}\"{until}}}]")
        });
        text + &self.line("wartezeit", 5, |l| {
            format!(
                "{{art: {}, stand: {}}}",
                l.one(&["sofort", "zwei-wochen"]),
                l.one(&["2026-11-01", "2026-09-22", "2026-09-21"])
            )
        })
    }
}
