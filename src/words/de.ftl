# Die festen Texte des Wegweisers auf Deutsch (Fluent, https://projectfluent.org).
# Schlüssel sind englisch, Werte deutsch: einfach, freundlich, Sie. Ein weiches Trennzeichen steht als {"\u00AD"}.
# Jeder Schlüssel wird im Programm benutzt, und jeder benutzte steht hier; ein Test achtet darauf.

### Allgemeines

list-separator = ,
list-last = { $first } und { $last }

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
waiting-as-of = { $waiting } (Stand { $date })
check-telefon = am Telefon gefragt
check-mail = per E-Mail gefragt
check-besuch = vor Ort besucht
check-formular = von der Stelle bestätigt
check-website = nur Internetseite gelesen
checked-on = Geprüft am { $date } ({ $method })
as-of = Stand { $date }
as-of-unknown = Stand nicht bekannt
area-nation = in ganz Deutschland
area-places = für { $places }
area-residents = nur für Menschen aus { $places }
