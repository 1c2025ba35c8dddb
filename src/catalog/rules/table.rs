//! The second half of the table of rules: everything that is checked once all files are read.
//!
//! The first half is [`super::reading::ALL`]. Code, severity and summary of a rule stand here, its function in the file
//! named after its subject.

use super::{Check, Findings, Rule, World};
use super::{contact, identity, judged, lists, offer, place, references, region, synonyms, texts, time, wording};
use crate::catalog::problem::Severity::{self, Error, Warning};
use crate::catalog::record::Record;
use crate::catalog::shape::Entry;

/// All of them, by what they are about.
pub(super) static ALL: &[Rule] = &[
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
    world(
        "synonym-doppelt",
        Error,
        "Ein Wort gehört zu einer Gruppe und steht einmal unter „von“.",
        synonyms::word_stands_once,
    ),
    world("synonym-kreis", Error, "Einseitige Wörter führen nicht im Kreis.", synonyms::one_way_does_not_come_back),
    world("synonym-viele", Warning, "Ein Wort sucht höchstens zwölf andere mit.", synonyms::word_leads_to_few),
    world("synonym-nie", Error, "Was „nie“ trennt, steht nirgends füreinander.", synonyms::never_is_kept),
    world("pruefung-unbekannt", Warning, "Geprüfte Anfragen nennen Angebote, die es gibt.", judged::offer_exists),
    world("pruefung-doppelt", Error, "Jede geprüfte Anfrage steht einmal da.", judged::query_stands_once),
    world("pruefung-negativ", Error, "Eine negative Anfrage hat keine passenden Angebote.", judged::negative_has_none),
    world("pruefung-leer", Error, "Jede andere Anfrage hat passende Angebote.", judged::others_have_some),
    partner(
        "wortwahl",
        Warning,
        "Texte sprechen achtsam über Menschen und versprechen nichts.",
        wording::better_word_exists,
    ),
    partner("kostenlos-mit-preis", Warning, "Wo „kostenlos“ steht, steht kein Preis.", wording::free_has_no_price),
    partner("zeichen-im-wort", Warning, "Wörter enthalten kein „*“, „:“ oder „_“.", wording::word_is_plain),
    world("datei-unbekannt", Warning, "Jede Datei liegt dort, wo sie gelesen wird.", region::file_is_read),
];

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
