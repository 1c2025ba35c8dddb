//! The rules: ONE table of everything `check` can say, each with a code that never changes.
//!
//! Takes the files as written (records with positions); gives problems. A rule is one small function in `rules/`;
//! code, severity and summary stand in the table beside it, so documentation, tests (`tests/broken/<code>/`) and
//! output come from one place. Rules with [`Check::Reading`] are applied while a file is read (`tree`, `shape`).

mod contact;
mod identity;
mod lists;
mod offer;
mod place;
pub mod reading;
mod references;
mod region;
mod texts;
mod time;

use super::problem::Severity::{Error, Warning};
use super::problem::{Problem, Severity, SourceFile};
use super::read::stem;
use super::record::{BuildingRecord, Record};
use super::region::{Calendar, Concerns, Crisis, CuratedList, Decomposition, Refusals, Region};
use super::shape::Entry;
use super::vocabulary::{Vocabularies, VocabularyRecord};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable kebab-case name, shown with every problem.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One German sentence for the table in the documentation.
    pub summary: &'static str,
    /// What applies it.
    pub check: Check,
}

/// What applies a rule.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Reading: `tree` and `shape`.
    Reading,
    /// A function that sees one partner file at a time.
    Partner(fn(&Entry<Record>, &World, &mut Findings<'_>)),
    /// A function that sees everything at once.
    World(fn(&World, &mut Findings<'_>)),
}

/// Everything rules may look at: the data folder as written.
#[derive(Debug)]
pub struct World {
    /// Every file of the folder, sorted by path.
    pub paths: Vec<Arc<SourceFile>>,
    /// `wegweiser.yaml`.
    pub region: Option<Entry<Region>>,
    /// `partner/`.
    pub partners: Vec<Entry<Record>>,
    /// `haeuser/`.
    pub buildings: Vec<Entry<BuildingRecord>>,
    /// `listen/`.
    pub lists: Vec<Entry<CuratedList>>,
    /// `krise.yaml`.
    pub crisis: Option<Entry<Crisis>>,
    /// `anliegen.yaml`.
    pub concerns: Option<Entry<Concerns>>,
    /// `kalender.yaml`.
    pub calendar: Option<Entry<Calendar>>,
    /// `sperrliste.yaml`.
    pub refusals: Option<Entry<Refusals>>,
    /// `suche/zerlegung.yaml`.
    pub decomposition: Option<Entry<Decomposition>>,
    /// `vokabular/` as written.
    pub vocabularies: Vec<Entry<VocabularyRecord>>,
    /// `vokabular/` as lists.
    pub terms: Vocabularies,
    /// The day the check is for.
    pub today: Date,
}

impl World {
    /// Stems of all files below a folder, those that cannot be read included: a name that leads to one is not wrong.
    fn stems<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.paths.iter().filter(move |f| f.path.starts_with(folder)).map(|f| stem(&f.path))
    }
}

/// Collects what one rule finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    problems: &'a mut Vec<Problem>,
}

impl Findings<'_> {
    /// A problem at a path of a file such as `angebote[2].kosten[0].art`.
    pub fn at<T>(&mut self, entry: &Entry<T>, path: &str, message: impl Into<String>) -> Found<'_> {
        self.span(&entry.file, entry.tree.span(path), message)
    }

    /// A problem at a part of the text at a path.
    pub fn part<T>(&mut self, entry: &Entry<T>, path: &str, part: &str, message: impl Into<String>) -> Found<'_> {
        self.span(&entry.file, entry.tree.part(&entry.file, path, part), message)
    }

    /// A problem at a stretch of a file.
    pub fn span(&mut self, file: &Arc<SourceFile>, span: Range<usize>, message: impl Into<String>) -> Found<'_> {
        self.problems.push(self.rule.problem(file, span, message));
        let last = self.problems.len() - 1;
        Found(&mut self.problems[last])
    }
}

/// A problem just reported, to say more about it.
#[derive(Debug)]
pub struct Found<'a>(&'a mut Problem);

impl Found<'_> {
    /// What to do, one sentence.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// The text to put in place of the stretch.
    pub fn replace(self, replacement: impl Into<String>) -> Self {
        self.0.replacement = Some(replacement.into());
        self
    }

    /// A second place in the same file, with its label.
    pub fn also(self, span: Range<usize>, label: impl Into<String>) -> Self {
        self.0.also = Some((span, label.into()));
        self
    }
}

impl Rule {
    /// A problem of this rule.
    #[must_use]
    pub fn problem(&self, file: &Arc<SourceFile>, span: Range<usize>, message: impl Into<String>) -> Problem {
        Problem {
            code: self.code,
            severity: self.severity,
            file: Arc::clone(file),
            span,
            message: message.into(),
            help: None,
            replacement: None,
            also: None,
        }
    }
}

/// The table: every rule, those of reading first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    reading::ALL.iter().copied().chain(TABLE)
}

const fn partner(
    code: &'static str,
    severity: Severity,
    summary: &'static str,
    check: fn(&Entry<Record>, &World, &mut Findings<'_>),
) -> Rule {
    Rule { code, severity, summary, check: Check::Partner(check) }
}

const fn world(
    code: &'static str,
    severity: Severity,
    summary: &'static str,
    check: fn(&World, &mut Findings<'_>),
) -> Rule {
    Rule { code, severity, summary, check: Check::World(check) }
}

/// The second half of the table; the first is [`reading::ALL`].
static TABLE: &[Rule] = &[
    world("dateiname", Error, "Der Dateiname eines Eintrags ist seine Kennung.", identity::file_name_is_an_id),
    world(
        "stelle-doppelt",
        Error,
        "Eine Kennung gehört zu einer Stelle, egal in welchem Ordner.",
        identity::partner_is_unique,
    ),
    world("kennung-doppelt", Error, "In einer Datei hat alles seine eigene Kennung.", identity::ids_are_unique),
    world("frueher-vergeben", Error, "Eine frühere Kennung gehört niemand anderem.", identity::former_id_is_free),
    world("code-doppelt", Error, "Zwei Angebote haben nie denselben Code.", identity::code_is_unique),
    partner("kontakt-unbekannt", Error, "Ein Angebot nennt nur Kontakte seiner Datei.", references::contact_exists),
    partner("angebotsort-unbekannt", Error, "Ein Angebot nennt nur Orte seiner Datei.", references::location_exists),
    partner("stelle-unbekannt", Error, "teil_von und ueber nennen eine andere Stelle.", references::partner_exists),
    partner("teil-von-kreis", Error, "teil_von führt nicht im Kreis.", references::departments_end),
    partner("haus-unbekannt", Error, "haus nennt eine Datei aus dem Ordner haeuser.", references::building_exists),
    partner(
        "nachfolge-unbekannt",
        Error,
        "nachfolge nennt eine Stelle oder ein Angebot.",
        references::successor_exists,
    ),
    partner(
        "nachfolge-ohne-ende",
        Warning,
        "Eine Nachfolge gibt es nur nach einem Ende.",
        references::successor_follows_an_end,
    ),
    world(
        "liste-angebot-unbekannt",
        Error,
        "Listen nennen nur Angebote, die es gibt.",
        references::listed_offer_exists,
    ),
    partner("handy-dienstlich", Error, "Handynummern brauchen „dienstlich: ja“.", contact::mobile_is_business),
    partner(
        "mail-persoenlich",
        Warning,
        "E-Mail-Adressen gehören der Stelle, nicht einem Menschen.",
        contact::mail_is_personal,
    ),
    partner("kontakt-ohne-weg", Error, "Ein Kontakt nennt mindestens einen Weg.", contact::contact_has_a_way),
    partner("weg-ohne-kontakt", Error, "Wer „anrufen“ sagt, nennt eine Nummer.", contact::promised_way_exists),
    partner(
        "ohne-termin-ohne-zeiten",
        Warning,
        "Wer ohne Termin kommen darf, muss wissen, wann.",
        contact::walk_in_has_hours,
    ),
    partner("adresse-geheim", Error, "Eine geheime Adresse steht in keinem Feld.", place::secret_address_has_no_fields),
    partner(
        "adresse-geheim-text",
        Error,
        "Eine geheime Adresse steht in keinem Text.",
        texts::gives_secret_address_away,
    ),
    world("plz-ort", Error, "Die Postleitzahl gehört zum Ort.", place::postal_code_fits_the_town),
    world("lage-fern", Warning, "Der Punkt liegt in der Nähe des Ortes.", place::point_is_near_the_place),
    partner("ort-fehlt", Error, "Ein Ort nennt Stadt oder Gemeinde.", place::location_has_a_place),
    partner(
        "haus-und-adresse",
        Error,
        "Bei einem gemeinsamen Haus steht die Adresse nur dort.",
        place::building_has_the_address,
    ),
    partner("orte-fehlen", Warning, "Ein Angebot vor Ort nennt seinen Ort.", place::on_site_offer_has_a_location),
    partner(
        "gebiet-fehlt",
        Warning,
        "Ohne festen Ort, bei geheimer Adresse und bei Behörden steht das Gebiet dabei.",
        place::area_is_known,
    ),
    world("teilweise-ohne-hinweis", Warning, "„teilweise“ wird erklärt.", place::partly_is_explained),
    partner("zeiten-ohne-tag", Error, "Eine Zeit hat Wochentage oder einzelne Daten.", time::hours_have_days),
    partner(
        "alle-wochen-ohne-ab",
        Error,
        "„alle zwei Wochen“ braucht einen ersten Tag.",
        time::every_weeks_has_a_start,
    ),
    partner("zeiten-nie", Error, "Eine Zeit trifft auf mindestens einen Tag zu.", time::hours_happen),
    partner("zeitraum-rueckwaerts", Error, "Ein Ende liegt nicht vor seinem Anfang.", time::spans_run_forward),
    partner(
        "anmeldung-nach-beginn",
        Error,
        "Die Anmeldung endet vor dem Kurs.",
        time::registration_ends_before_the_course,
    ),
    partner("datum-zukunft", Error, "Geprüft und gefragt wurde in der Vergangenheit.", time::checks_are_past),
    partner("gilt-endet-bald", Warning, "Drei Monate vor dem Ende wird nachgefragt.", time::offer_ends_soon),
    partner("gilt-abgelaufen", Warning, "Was vorbei ist, heißt beendet.", time::offer_is_over),
    partner("hinweis-abgelaufen", Warning, "Abgelaufene Hinweise können weg.", time::notice_is_over),
    partner(
        "zeiten-mehrere-orte",
        Warning,
        "Eine Gruppe trifft sich nicht an zwei Orten zugleich.",
        time::group_meets_in_one_place,
    ),
    partner("thema-ungenau", Error, "Themen sind so genau wie möglich.", offer::theme_is_a_leaf),
    partner("alle-neben-anderen", Error, "„alle“ steht allein.", offer::everybody_stands_alone),
    partner("kosten-ohne-satz", Error, "Was etwas kostet, sagt wie viel.", offer::cost_has_a_sentence),
    partner("keiner-neben-scheinen", Error, "„keiner“ steht allein.", offer::no_voucher_stands_alone),
    partner(
        "schein-pflicht-ohne-schein",
        Error,
        "Ein Schein, der Pflicht ist, wird genannt.",
        offer::required_voucher_is_named,
    ),
    partner("alter-rueckwaerts", Error, "Das Höchstalter liegt nicht unter dem Mindestalter.", offer::ages_run_upwards),
    partner("zustimmung-fehlt", Error, "Praxen und Selbstständige haben zugestimmt.", offer::practice_has_consent),
    partner("personenname", Error, "In Texten stehen Rollen, keine Namen von Menschen.", texts::names_a_person),
    partner("aufnahme-abgelehnt", Error, "Wer nein sagt, kommt nicht in den Katalog.", offer::listing_was_not_refused),
    partner("gesperrt", Error, "Wer abgelehnt hat, wird nicht wieder aufgenommen.", offer::partner_did_not_refuse),
    partner(
        "uebersetzungen",
        Warning,
        "Übersetzungen werden noch nicht benutzt.",
        offer::translations_are_not_used_yet,
    ),
    world(
        "wert-kennung",
        Error,
        "Werte der Listen haben Kennungen aus a–z, 0–9 und Bindestrich.",
        lists::slug_is_an_id,
    ),
    world("liste-drei-ebenen", Error, "Listen haben höchstens zwei Ebenen.", lists::lists_have_two_levels),
    world("text-deutsch", Error, "Jeder feste Text steht mindestens auf Deutsch da.", lists::labels_exist_in_german),
    world("gruppe-unbekannt", Error, "Gruppen stehen in gruppen.yaml.", lists::group_exists),
    world("wert-vergeben", Error, "Eine Kennung wird nie ein zweites Mal benutzt.", lists::former_slug_is_free),
    world("thema-ohne-wegweiser", Error, "Ein Thema gehört zu einem der beiden Wegweiser.", lists::theme_has_a_guide),
    world(
        "schein-ohne-weg",
        Warning,
        "Bei jedem Schein steht, wie man ihn bekommt.",
        lists::voucher_says_how_to_get_it,
    ),
    world("format-unbekannt", Error, "Dieses Programm liest Format 1.", region::format_is_known),
    world("sprache-deutsch", Error, "Deutsch gehört zu den Sprachen der Seite.", region::german_is_spoken),
    world(
        "krise-zeiten",
        Error,
        "Zeiten einer Krisennummer sind durch einen Anruf geprüft.",
        region::crisis_hours_are_checked,
    ),
    world(
        "krise-stand",
        Error,
        "Der Stand einer Krisennummer liegt nicht in der Zukunft.",
        region::crisis_source_is_past,
    ),
    world("krise-start", Warning, "Auf der Startseite stehen höchstens vier Nummern.", region::crisis_box_is_short),
    world(
        "feiertag",
        Error,
        "Ein Feiertag hat einen festen Tag oder einen Abstand zu Ostern.",
        region::holiday_has_a_day,
    ),
    world("ferien-rueckwaerts", Error, "Ferien enden nach ihrem Anfang.", region::school_holidays_run_forward),
    world("pruefwert", Error, "In der Sperrliste stehen nur Prüfwerte.", region::refusal_is_a_hash),
    world(
        "seite",
        Warning,
        "Eine Seite liegt in ihrer Sprache und beginnt mit der Überschrift.",
        region::page_has_a_title,
    ),
    world(
        "pflichtseite-fehlt",
        Warning,
        "Impressum, Datenschutz und Barrierefreiheit sind da.",
        region::legal_pages_exist,
    ),
    world("datei-unbekannt", Warning, "Jede Datei liegt dort, wo sie gelesen wird.", region::file_is_read),
];

/// Applies every rule that reading has not applied.
pub fn check(world: &World, problems: &mut Vec<Problem>) {
    for rule in all() {
        let mut findings = Findings { rule, problems };
        match rule.check {
            Check::Reading => {}
            Check::Partner(rule) => world.partners.iter().for_each(|entry| rule(entry, world, &mut findings)),
            Check::World(rule) => rule(world, &mut findings),
        }
    }
}
