//! What a region says about itself: `wegweiser.yaml`, crisis lines, entry points, curated lists, calendar, pages.
//!
//! These files are small and read as they are: the record an editor writes is the value the program uses. Whatever
//! names another value (a theme in a query, an offer in a list) is checked by rules, not here.

use super::choice::YesNo;
use super::localized::Localized;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `wegweiser.yaml`: Region, Betreiber und Adressen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Fassung des Formats; diese Fassung ist 1.
    pub format: u8,
    /// Name des Wegweisers.
    pub name: String,
    /// Name der Region.
    pub region: String,
    /// Kurzform der Region.
    #[serde(default, rename = "kuerzel", skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// Bundesland, zum Beispiel nw.
    #[serde(default, rename = "land", skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Amtlicher Schlüssel des Kreises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ags: Option<String>,
    /// Öffentliche Adresse der Seite.
    #[serde(rename = "adresse")]
    #[schemars(extend("x-art" = "web"))]
    pub address: String,
    /// Adresse, unter der die Dateien bearbeitet werden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "web"))]
    pub forge: Option<String>,
    /// Sprachen der Seite.
    #[serde(rename = "sprachen")]
    pub languages: Vec<super::localized::Language>,
    /// Wer die Seite betreibt.
    #[serde(rename = "betreiber")]
    pub operator: Body,
    /// Aufsichtsbehörde.
    #[serde(default, rename = "aufsicht", skip_serializing_if = "Option::is_none")]
    pub supervision: Option<Body>,
    /// Durchsetzungsstelle für Barrierefreiheit.
    #[serde(default, rename = "durchsetzung", skip_serializing_if = "Option::is_none")]
    pub enforcement: Option<Body>,
    /// `ja`, solange die Einträge erfunden sind.
    #[serde(rename = "beispieldaten")]
    pub sample_data: YesNo,
}

/// Eine Behörde oder ein Betreiber.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Name.
    pub name: String,
    /// Straße und Hausnummer.
    #[serde(default, rename = "strasse", skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postleitzahl.
    #[serde(default, rename = "plz", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "plz"))]
    pub postal_code: Option<String>,
    /// Ort.
    #[serde(default, rename = "ort", skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
    /// Telefon.
    #[serde(default, rename = "telefon", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "telefon"))]
    pub phone: Option<String>,
    /// E-Mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "mail"))]
    pub mail: Option<String>,
    /// Internetseite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-art" = "web"))]
    pub web: Option<String>,
    /// Was sonst zu sagen ist.
    #[serde(default, rename = "hinweis", skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// `krise.yaml`: die Krisentelefone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// Die Nummern in der Reihenfolge der Seite.
    #[serde(rename = "leitungen")]
    pub lines: Vec<CrisisLine>,
}

/// Ein Krisentelefon. Wirklich, mit Quelle; Zeiten nur, wenn der Betreiber selbst angerufen hat.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CrisisLine {
    /// Kennung.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Name.
    pub name: String,
    /// Nummer.
    #[serde(rename = "nummer")]
    #[schemars(extend("x-art" = "telefon"))]
    pub number: String,
    /// Wofür: notfall, seelsorge, gewalt …
    #[serde(rename = "art")]
    pub kind: String,
    /// Ein Satz für Ratsuchende.
    #[serde(rename = "beschreibung")]
    pub description: Localized,
    /// Was der Anruf kostet.
    #[serde(default, rename = "kosten", skip_serializing_if = "Option::is_none")]
    pub cost: Option<Localized>,
    /// Zeiten; nur mit `geprueft`.
    #[serde(default, rename = "zeiten", skip_serializing_if = "Option::is_none")]
    pub hours: Option<Localized>,
    /// Sprachen.
    #[serde(default, rename = "sprachen", skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-vokabular" = "sprachen"))]
    pub languages: Vec<String>,
    /// Woher die Nummer stammt.
    #[serde(rename = "quelle")]
    pub source: String,
    /// Jahr der Quelle.
    #[schemars(range(min = 2000, max = 2100))]
    pub stand: u16,
    /// Wann der Betreiber selbst angerufen hat.
    #[serde(default, rename = "geprueft", skip_serializing_if = "Option::is_none")]
    pub checked: Option<super::record::CheckedRecord>,
    /// `ja`: steht auf der Startseite.
    #[serde(default, rename = "start", skip_serializing_if = "Option::is_none")]
    pub home: Option<YesNo>,
    /// Wörter und Wendungen je Sprache, bei denen diese Nummer gezeigt wird.
    #[serde(default, rename = "woerter", skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    #[schemars(extend("x-schluessel" = "sprachen"))]
    pub words: std::collections::BTreeMap<String, Vec<String>>,
}

/// `anliegen.yaml`: „Ich suche Hilfe bei …“.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concerns {
    /// Gruppen in der Reihenfolge der Seite.
    #[serde(rename = "gruppen")]
    pub groups: Vec<ConcernGroup>,
}

/// Eine Gruppe von Anliegen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernGroup {
    /// Kennung.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Überschrift.
    pub label: Localized,
    /// Die Anliegen.
    #[serde(rename = "anliegen")]
    pub concerns: Vec<Concern>,
}

/// Ein Anliegen: ein Satz und die Suche, zu der er führt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// Kennung.
    #[schemars(extend("x-art" = "kennung"))]
    pub id: String,
    /// Der Satz, wie ihn jemand sagen würde.
    pub text: Localized,
    /// Bild aus dem Satz der Symbole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Die Suche: `thema=sucht/alkohol&zielgruppe=eltern`.
    #[serde(rename = "anfrage")]
    pub query: String,
    /// `ja`: zuerst die Krisentelefone.
    #[serde(default, rename = "krise", skip_serializing_if = "Option::is_none")]
    pub crisis: Option<YesNo>,
    /// `ja`: steht auf der Startseite.
    #[serde(default, rename = "start", skip_serializing_if = "Option::is_none")]
    pub home: Option<YesNo>,
}

/// `listen/`: eine von Menschen zusammengestellte Liste.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CuratedList {
    /// Überschrift.
    #[serde(rename = "titel")]
    pub title: String,
    /// Nach welcher Regel ausgewählt wurde.
    #[serde(rename = "kriterium")]
    pub criterion: String,
    /// Wer zusammenstellt: eine Rolle, kein Name.
    #[serde(rename = "redaktion")]
    pub editors: String,
    /// Tag der letzten Durchsicht.
    #[schemars(extend("x-art" = "datum"))]
    pub stand: String,
    /// Die Einträge in ihrer Reihenfolge.
    #[serde(rename = "eintraege")]
    pub entries: Vec<CuratedEntry>,
}

/// Ein Eintrag einer Liste.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CuratedEntry {
    /// Das Angebot: `stelle/angebot`.
    #[serde(rename = "angebot")]
    #[schemars(extend("x-art" = "verweis"))]
    pub offer: String,
    /// Wann im Ablauf es dran ist.
    #[serde(default, rename = "wann", skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Warum es auf der Liste steht.
    #[serde(default, rename = "warum", skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// `kalender.yaml`: Feiertage nach Regel und Schulferien mit Quelle.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Gesetzliche Feiertage des Landes.
    #[serde(rename = "feiertage")]
    pub public_holidays: Vec<PublicHoliday>,
    /// Schulferien; leer, solange niemand eine Quelle hat.
    #[serde(default, rename = "schulferien")]
    pub school_holidays: Vec<SchoolHoliday>,
}

/// Ein Feiertag: fester Tag oder Abstand zu Ostern.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicHoliday {
    /// Name.
    pub name: String,
    /// Fester Tag: "10-03" ist der 3. Oktober.
    #[serde(default, rename = "am", skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Tage nach Ostersonntag, davor mit Minus.
    #[serde(default, rename = "ostern", skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -60, max = 70))]
    pub easter: Option<i16>,
}

/// Schulferien.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolHoliday {
    /// Name.
    pub name: String,
    /// Erster Tag.
    #[serde(rename = "von")]
    #[schemars(extend("x-art" = "datum"))]
    pub from: String,
    /// Letzter Tag.
    #[serde(rename = "bis")]
    #[schemars(extend("x-art" = "datum"))]
    pub until: String,
    /// Woher die Angabe stammt.
    #[serde(rename = "quelle")]
    pub source: String,
}

/// `sperrliste.yaml`: wer nicht aufgenommen werden will.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusals {
    /// Die Einträge.
    #[serde(default, rename = "eintraege")]
    pub entries: Vec<Refusal>,
}

/// Eine Absage: nur ein Prüfwert, kein Name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// blake3 aus Name und Postleitzahl, vereinheitlicht.
    #[serde(rename = "pruefwert")]
    pub hash: String,
    /// Tag der Absage.
    #[serde(rename = "am")]
    #[schemars(extend("x-art" = "datum"))]
    pub date: String,
}

/// `suche/zerlegung.yaml`: Ausnahmen der Wortzerlegung.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decomposition {
    /// Wörter, die ganz bleiben.
    #[serde(default, rename = "nicht_trennen")]
    pub keep_whole: Vec<String>,
    /// Wortteile, die kein Wörterbuch kennt.
    #[serde(default, rename = "teile")]
    pub parts: Vec<String>,
    /// Wörter, deren Ende nicht abgeschnitten wird.
    #[serde(default, rename = "geschuetzt")]
    pub protected: Vec<String>,
    /// Form → Grundform, wo die Regel irrt.
    #[serde(default, rename = "grundform")]
    pub lemmas: std::collections::BTreeMap<String, String>,
}

/// A page of `seiten/<language>/<slug>.md`: title from its first line, the rest as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPage {
    /// Language folder.
    pub language: super::localized::Language,
    /// File stem.
    pub slug: String,
    /// First heading.
    pub title: String,
    /// Markdown below the title.
    pub markdown: String,
}
