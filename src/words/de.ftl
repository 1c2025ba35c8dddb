# Die festen Texte des Wegweisers auf Deutsch (Fluent, https://projectfluent.org).
# Schlüssel sind englisch, Werte deutsch: einfach, freundlich, Sie. Ein weiches Trennzeichen steht als {"\u00AD"}.
# Jeder Schlüssel wird im Programm benutzt, und jeder benutzte steht hier; ein Test achtet darauf.

### Allgemeines

list-separator = ,
list-last = { $first } und { $last }
list-or = { $first } oder { $last }

## Tage und Monate

weekday-mo = Montag
weekday-di = Dienstag
weekday-mi = Mittwoch
weekday-do = Donnerstag
weekday-fr = Freitag
weekday-sa = Samstag
weekday-so = Sonntag
weekday-short-mo = Mo
weekday-short-di = Di
weekday-short-mi = Mi
weekday-short-do = Do
weekday-short-fr = Fr
weekday-short-sa = Sa
weekday-short-so = So
weekday-regularly-mo = montags
weekday-regularly-di = dienstags
weekday-regularly-mi = mittwochs
weekday-regularly-do = donnerstags
weekday-regularly-fr = freitags
weekday-regularly-sa = samstags
weekday-regularly-so = sonntags
weekdays-range = { $from } bis { $to }
weekdays-span = { $from }–{ $to }
every-day = täglich
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Datum und Uhrzeit

ordinal = { $number }.
day-and-month = { $days } { $month }
with-year = { $date } { $year }
date-short = { $day }.{ $month }.{ $year }
date-with-weekday = { $weekday }, { $date }
clock = { $time } Uhr
around-the-clock = rund um die Uhr
time-span = { $from }–{ $to }

## Zeiten

every-weeks = { $weeks ->
    [2] alle zwei Wochen
    [3] alle drei Wochen
    [4] alle vier Wochen
   *[other] alle { $weeks } Wochen
  }
each-of-month = jeden { $which } { $weekday }
last-of-month = letzten
in-month = { $days } im Monat
on-dates = am { $dates }
on-many-dates = am { $first } und an { $more } weiteren Terminen bis { $last }
from-date = ab { $date }
until-date = bis { $date }
from-until = { $from } bis { $until }
next-on = wieder am { $date }
except-on = nicht am { $dates }
hours-ohne-termin = ohne Termin
hours-mit-termin = mit Termin
hours-telefonisch = am Telefon

## Angaben zu einem Angebot

cost-with-voucher = { $cost }, mit { $voucher }
age-exactly = { $years } Jahre
age-between = { $from } bis { $to } Jahre
age-from = ab { $years } Jahren
age-to = bis { $years } Jahre
course-from = Beginn { $start }
course-from-to = { $start } bis { $end }
course-sessions = { $when }, { $sessions ->
    [one] ein Termin
   *[other] { $sessions } Termine
  }
course-register-by = Anmelden bis { $date }
course-registration-over = Die Anmeldung war bis { $date } möglich. Bitte fragen Sie nach freien Plätzen.
course-number = Kursnummer { $number }
course-certified = Von der Zentralen Prüfstelle Prävention anerkannt
waiting-as-of = { $waiting }, Stand { $date }
check-telefon = am Telefon gefragt
check-mail = per E-Mail gefragt
check-besuch = vor Ort besucht
check-formular = von der Stelle bestätigt
check-website = nur Internetseite gelesen
checked-on = Geprüft am { $date } ({ $method })
as-of = Stand { $date }
as-of-unknown = Stand nicht bekannt
area-nation = ganz Deutschland
area-residents = { $places } (nur wer dort wohnt)
paper-one-of = Eines dieser Papiere genügt:
paper-how = { $paper }: { $how }
paper-required = Ohne dieses Papier geht es nicht.
paper-optional = Es geht auch ohne.
interpreting = Dolmetschen: { $how }.
people-only = Nur für { $people }.
people-age = Alter: { $age }.
people-prerequisites = Voraussetzung: { $what }.
address-secret = Die Adresse ist geheim. Bitte rufen Sie an.
address-on-request = { $place } Die genaue Adresse erfahren Sie am Telefon.
place-in-town = { $town } ({ $district })
accessibility-partly = Teilweise: { $what }.
accessibility-not = Nicht vorhanden: { $what }.

## Namen der Angaben

fact-next-step = So geht’s
fact-paper = Schein
fact-notice = Hinweis
fact-hours = Zeiten
fact-course = Kurs
fact-cost = Kosten
fact-bring = Mitbringen
fact-languages = Sprachen
fact-people = Für wen
fact-where = Ort
fact-transport = Anfahrt
fact-accessibility = Barrierefrei
fact-waiting = Wartezeit
fact-exclusion = Passt nicht
next-step-unknown = Rufen Sie an und fragen Sie, wie es losgeht.
cost-unknown = Nicht bekannt – bitte fragen.
area-for = Gilt für: { $area }
hours-otherwise = Sonst { $how }.
holidays-findet-statt = Auch in den Schulferien.
holidays-pause = Nicht in den Schulferien.
holidays-unbekannt = In den Ferien bitte anrufen.

## Ergebnisblatt

sheet-heading = Ergebnisblatt
sheet-title = Ergebnisblatt, { $date }
sheet-count = { $count ->
    [one] Ein Angebot
   *[other] { $count } Angebote
  }, ausgesucht am { $date }
sheet-free-choice = Sie wählen frei. Das ist keine Empfehlung.
sheet-sample = Beispieldaten: Die Angebote auf diesem Blatt sind erfunden.
sheet-for = Für:
sheet-adviser = Beratung durch:
sheet-list-phone = Diese Liste auf dem Handy
sheet-qr-list = QR-Code: öffnet diese Liste
sheet-qr-offer = QR-Code: öffnet das Angebot „{ $title }“
sheet-phone = Telefon
sheet-mail = E-Mail
sheet-web = Internet
sheet-neutral-name = Beratung
sheet-neutral-no-number = Die Nummer nennt Ihnen Ihre Beratung.
sheet-ended = Dieses Angebot gibt es nicht mehr.
sheet-paused = Dieses Angebot macht zurzeit Pause.
sheet-call-first = Die Angaben sind schon länger nicht geprüft. Bitte rufen Sie vorher an.
sheet-more-places = { $more ->
    [one] und ein weiterer Ort
   *[other] und { $more } weitere Orte
  }
sheet-appointment = Mein Termin
sheet-notes = Notizen
sheet-missing = { $count ->
    [one] Ein Angebot dieser Liste gibt es nicht mehr.
   *[other] { $count } Angebote dieser Liste gibt es nicht mehr.
  }
sheet-crisis = Wenn es dringend ist
sheet-crisis-as-of = Stand der Nummern: { $years }.
sheet-crisis-cost = Alle Anrufe: { $cost }.
sheet-as-of-means = „Stand“ nennt den Tag, an dem die Angaben zuletzt geprüft wurden. Rufen Sie vor dem ersten Besuch kurz an.
sheet-more = Mehr Angebote: { $site }
sheet-questions = Fragen zu diesem Blatt: { $who }
sheet-page = Seite { $page } von { $pages }

### Rahmen jeder Seite

layout-skip = Zum Inhalt springen
layout-sample = Beispiele:
layout-sample-text = Alle Einträge sind erfunden. Nur die Krisentelefone sind echt.
nav-label = Hauptmenü
nav-search = Suchen
nav-concerns = Anliegen
nav-crisis = Krise
nav-list = Merkliste
nav-list-count = { $count ->
    [one] gemerktes Angebot
   *[other] gemerkte Angebote
  }
nav-new-person = Neue Person
footer-label = Über diesen Wegweiser
footer-advice = Beratungs{"\u00AD"}wegweiser
footer-privacy = Wir setzen keine Cookies, binden nichts Fremdes ein und speichern nicht, wonach Sie suchen. Ihr Browser merkt sich besuchte Adressen: Nehmen Sie an einem fremden Gerät ein privates Fenster.
breadcrumb-label = Sie sind hier
breadcrumb-home = Startseite

## Merken

remember = Merken
remembered = Gemerkt
forget = entfernen
list-full = Ihre Merkliste ist voll

## Suchfeld

search-what = Was suchen Sie?
search-hint = Zum Beispiel Rücken, Schulden, Hebamme oder ein Ort
search-where = Wo?
search-everywhere = In der ganzen Region
search-button = Suchen

## Vorschläge unter dem Suchfeld

suggest-themes = Themen
suggest-concerns = Anliegen
suggest-places = Orte
suggest-partners = Stellen
suggest-offers = Angebote
suggest-words = Danach suchen

## Krisentelefone

crisis-title = Sie brauchen sofort Hilfe?
crisis-all = Alle Krisentelefone, auch für Kinder und bei Gewalt

### Startseiten und Anliegen

home-title = Gesund bleiben und Hilfe finden
home-numbers = { $offers } Angebote von { $partners } Stellen aus Ihrer Region. { $free } davon kosten Sie nichts.
home-themes = Themen
home-concerns = Ich suche Hilfe bei …
home-all-concerns = Alle Anliegen ansehen
guide-health = Gesundheit
guide-advice = Beratung
advice-title = Beratung und Hilfe im Alltag
concerns-lead = Wählen Sie den Satz, der zu Ihnen passt. Sie sehen dann passende Angebote.

### Fehlerseiten

error-number = Fehler { $number }
error-not-found = Diese Seite gibt es nicht
error-not-found-text = Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen. Suchen Sie einfach danach:
error-method = Das geht hier nicht
error-method-text = Diese Seite kann man nur ansehen, nicht verändern. Suchen Sie hier weiter:
error-gone = Das gibt es nicht mehr
error-gone-text = Dieses Angebot ist beendet. Vielleicht finden Sie hier ein anderes:
error-too-long = Diese Adresse ist zu lang
error-too-long-text = So lange Adressen können wir nicht lesen. Suchen Sie noch einmal mit weniger Wörtern:
error-unreadable = Diese Adresse können wir nicht lesen
error-unreadable-text = Sie enthält Zeichen, die wir nicht verstehen. Suchen Sie noch einmal:
error-broken = Da ist uns etwas kaputtgegangen
error-broken-text = Das ist unser Fehler, nicht Ihrer. Bitte versuchen Sie es noch einmal:
error-ways = Oder gehen Sie hier weiter
error-way-home = Zur Startseite mit allen Themen
error-way-concerns = Sagen, wobei Sie Hilfe suchen
error-way-crisis = Hilfe in der Krise, sofort
error-way-phone = Uns anrufen:

## Stelle, Angebot, Kontakt

unknown = Nicht bekannt – bitte fragen.
contact = Kontakt
contact-via = Erreichbar über:
contact-web = Seite zum Anmelden oder Schreiben
access-unknown = Barrierefreiheit nicht bekannt – bitte fragen.
partner-operator = Träger: { $name }
partner-paused = Diese Stelle macht zurzeit Pause.
partner-offers = { $count ->
    [one] Ein Angebot
   *[other] { $count } Angebote
  }
partner-places = Adresse und Anfahrt
partner-family = Gehört zusammen
partner-part-of = Abteilung von
partner-ended-offers = Das gibt es nicht mehr
partner-print = Alle Angebote drucken
print = Drucken
wrong-facts = Etwas stimmt nicht? Schreiben Sie uns:
never-checked = Diese Angaben hat noch niemand geprüft. Bitte rufen Sie vorher an.
checked-long-ago = Die Angaben sind vom { $date }. Bitte rufen Sie vorher an.
offer-by = Ein Angebot von
offer-ended = Dieses Angebot gibt es nicht mehr.
offer-over = Das war bis { $date }. Fragen Sie nach einem neuen Beginn.
offer-over-short = Dieser Kurs ist vorbei.
offer-paused = Macht zurzeit Pause.
offer-discreet = Auf dem Ausdruck stehen nur ein neutraler Name und die Nummer. Wie Sie hier keine Spuren lassen, steht unter „Hilfe in der Krise“.
offer-professionals = Für Fachkräfte
offer-when-where = Wann und wo
offer-cost-papers = Kosten und Papiere
offer-people = Für wen und wie
offer-also = Auch bei: { $name }
offer-code = Kurze Adresse: { $address }
fact-form = Teilnahme
fact-area = Gilt für
fact-certificates = Sie bekommen
fact-funding = Förderung
fact-services = Das hilft
fact-trust = Vertraulich
fact-format = Art
anonymous-yes = Auch ohne Namen möglich.
anonymous-no = Nicht ohne Namen möglich.
gone-title = Das gibt es nicht mehr
gone-partner = { $name } gibt es nicht mehr
gone-lead = Die Stelle ist geschlossen. Hier finden Sie Ähnliches.
gone-successor = Hier geht es weiter:
gone-others = Vielleicht passt das
gone-theme = Alles zum Thema { $theme }

## Merkliste

list-title = Merkliste
list-lead = { $count ->
    [one] Ein Angebot.
   *[other] { $count } Angebote.
  } Ihre Liste steht nur in der Adresse dieser Seite. Wir speichern nichts.
list-empty = Hier ist noch nichts. Suchen Sie ein Angebot und wählen Sie „Merken“. Ihre Liste können Sie drucken oder weitergeben.
list-print = Liste drucken
list-print-compact = Papier sparen
list-remove = Entfernen
list-clear = Merkliste leeren
list-hand-on = Mitnehmen oder weitergeben
list-hand-on-text = Mit dieser Adresse öffnen Sie die Liste auf einem anderen Gerät. Darin steht nicht, wonach Sie gesucht haben.
list-link = Adresse Ihrer Liste
list-mail = Per E-Mail senden
list-mail-subject = Liste vom { $date }
traces-title = Niemand soll sehen, dass Sie hier waren?
traces-text = Wir speichern nichts über Sie. Aber der Browser merkt sich, welche Seiten Sie öffnen.
traces-private = Nehmen Sie ein privates Fenster: am Computer mit Strg, Umschalt und N (bei Firefox P), am Handy im Menü des Browsers.
traces-close = Schnell weg: Strg und W schließt diese Seite, am Handy die Home-Taste.
traces-delete = Verlauf löschen: am Computer mit Strg, Umschalt und Entf, am Handy unter „Verlauf“.

## Krise

crisis-page = Hilfe in der Krise
crisis-lead = Sie sind nicht allein. Rufen Sie an, auch wenn Sie nicht sicher sind, ob es schlimm genug ist.
crisis-leave = Diese Seite schnell verlassen und keine Spuren lassen
crisis-now = Sofort
crisis-more = Für besondere Fragen
crisis-as-of = Stand { $year }
crisis-languages = { $count } Sprachen

## Codes vom Papier

code-wrong = Diesen Code können wir nicht lesen
code-wrong-text = Vielleicht ist beim Abtippen etwas durcheinandergekommen. Schauen Sie noch einmal auf Ihr Blatt:
code-hint-length = Jeder Code hat sechs Zeichen. Mehrere Codes trennt ein Punkt.
code-hint-letters = Die Buchstaben I, L, O und U kommen nicht vor. Was so aussieht, ist eine Eins oder eine Null.
code-hint-case = Große und kleine Buchstaben sind gleich.
code-readable = { $count ->
    [one] Das eine lesbare Angebot öffnen
   *[other] Die { $count } lesbaren Angebote öffnen
  }

## Rund um das Ergebnisblatt

sheet-bar = Druckansicht
sheet-how-to-print = Drucken Sie diese Seite mit Strg und P oder über das Menü Ihres Browsers.
sheet-large = Große Schrift
sheet-compact = Papier sparen
sheet-back = Zurück zur Merkliste
### Ergebnisse

results-title = Angebote suchen
results-count = { $offers ->
    [0] Kein Angebot
    [one] 1 Angebot
   *[other] { $offers } Angebote
  }{ $partners ->
    [0] {""}
    [one] {" "}bei 1 Stelle
   *[other] {" "}bei { $partners } Stellen
  }
results-title-page = { $count }, Seite { $page } von { $pages }
results-print = Liste drucken
results-print-first = Erste { $count } drucken
sort-by = Sortieren nach
sort-best = Beste Treffer
sort-distance = Entfernung
sort-name = Name A bis Z
sort-checked = Zuletzt geprüft
pager-label = Seiten
pager-page = Seite
pager-previous = Zurück
pager-next = Weiter
group-more = { $count ->
    [one] 1 weiteres Angebot
   *[other] { $count } weitere Angebote
  }
card-paused = Macht zurzeit Pause.
card-over = Ist schon zu Ende. Bitte fragen Sie nach neuen Terminen.
card-overdue = Lange nicht geprüft. Bitte vorher anrufen.
unknown-title = Nicht bekannt – bitte anrufen
unknown-text = { $count ->
    [one] 1 Angebot passt sonst; wir wissen aber nicht alles, was Sie ausgewählt haben. Fragen Sie dort bitte nach.
   *[other] { $count } Angebote passen sonst; wir wissen aber nicht alles, was Sie ausgewählt haben. Fragen Sie dort bitte nach.
  }
open-title = Offen für alle
open-text = { $count ->
    [one] 1 weiteres Angebot passt auch: Es richtet sich an alle Menschen.
   *[other] { $count } weitere Angebote passen auch: Sie richten sich an alle Menschen.
  }
aside-all = Alle ansehen

## Was auf einer Karte steht

card-waiting = Wartezeit: { $waiting }
card-partly = { $feature } (teilweise)
card-secret = Adresse geheim, bitte anrufen
card-distance = { $place }, etwa { $km } km
card-area = Zuständig für { $area }
card-form-area = { $forms }: { $area }

## Hinweise zur Suche

note-unknown = Einen Teil Ihrer Auswahl kennen wir nicht. Deshalb finden wir dazu nichts.
note-relaxed = Nicht alle Wörter kommen zusammen vor. Wir zeigen Angebote zu { $words }.
note-by-theme = Wir zeigen auch Angebote zu { $themes }, weil Ihre Wörter danach klingen.
note-fewer = { $count ->
    [one] Ein Angebot enthält alle Ihre Wörter. Danach folgen Angebote, denen ein Wort fehlt.
   *[other] { $count } Angebote enthalten alle Ihre Wörter. Danach folgen Angebote, denen ein Wort fehlt.
}
understood-title = Verstanden als
understood-literally = Wörtlich suchen
understood-lifts = { $words } schließt nichts aus. Was dazu passt, steht weiter oben.
understood-literal = Wir nehmen jedes Wort so, wie Sie es geschrieben haben.
understood-again = Doch verstehen lassen
corrected = Wir zeigen Treffer für „{ $used }“.
corrected-others = Oder meinten Sie
corrected-back = Nur nach „{ $typed }“ suchen
similar = „{ $typed }“ kommt in keinem Eintrag vor. Meinten Sie
card-reason = Gefunden über „{ $found }“, passend zu „{ $typed }“.
note-text-cut = Ihr Text war sehr lang. Wir haben nur nach dem Anfang gesucht.
note-no-words = In Ihrer Suche steht kein Wort, das wir lesen können.
note-page-beyond = So viele Seiten gibt es nicht. Das ist die letzte, Seite { $pages }.
note-radius = Für den Umkreis brauchen wir einen Ort oder eine Postleitzahl.

## Nichts gefunden

nothing-text = Zu dieser Auswahl haben wir kein Angebot gefunden.
nothing-wider = So finden Sie mehr
nothing-offers = { $offers ->
    [one] (1 Angebot)
   *[other] ({ $offers } Angebote)
  }
nothing-themes = Nach Thema stöbern
wider-without = Ohne { $values } suchen
wider-age = Ohne das Alter suchen
wider-radius = Ohne Umkreis suchen
wider-partner = Bei allen Stellen suchen
wider-list = Außerhalb dieser Liste suchen
wider-guide = In beiden Wegweisern suchen
wider-unread = Ohne das suchen, was wir nicht kennen
wider-filters = Ohne alle Filter suchen
wider-nearby = In { $place } suchen, etwa { $km } km entfernt
nearby-title = In der Nähe
wider-words = Nur mit den Filtern suchen, ohne Wörter

## Gewählte Filter

chips-title = Gewählte Filter
chips-clear = Alle Filter entfernen
chips-unknown = „{ $value }“ kennen wir nicht
chips-age = { $years } Jahre
chips-postal-code = Postleitzahl { $code }
chips-radius = bis { $km } km
chips-partner = Nur { $name }

### Filter

filter-title = Filter
filter-chosen = { $count } gewählt
filter-apply = Filter anwenden
filter-more = Mehr Filter
filter-fewer = Weniger Filter
filter-all-of = Alle in { $name }
filter-person = Alter und Entfernung
filter-person-hint = Gilt nur für diese Suche. Es kommt nicht auf die Merkliste und nicht auf das Blatt.
filter-age = Alter in Jahren
filter-postal-code = Postleitzahl
filter-radius = Umkreis
filter-any-radius = Beliebig
facet-thema = Thema
facet-ort = Ort
facet-zielgruppe = Für wen
facet-kosten = Kosten
facet-form = Teilnahme
facet-format = Art des Angebots
facet-zugang = Anmeldung
facet-schein = Schein oder Verordnung
facet-bescheinigung = Bescheinigung bekommen
facet-sprache = Sprache
facet-deutsch = Deutschkenntnisse
facet-barrierefrei = Barrierefreiheit
facet-wann = Wann
facet-wartezeit = Wartezeit
facet-traegerart = Wer bietet es an
facet-foerderung = Wer bezahlt
day-part-vormittag = Vormittag
day-part-nachmittag = Nachmittag
day-part-abend = Abend

### Themen und Orte

theme-children = Genauer
theme-siblings = Verwandte Themen
theme-all = Alle ansehen und filtern
town-title = Angebote in { $place }
town-districts = Ortsteile
