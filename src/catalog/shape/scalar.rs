//! Values with a grammar of their own: postal codes, telephone numbers, addresses, dates, times, ids.
//!
//! Takes a scalar and the name of its grammar (`x-art` in the schema); gives what is wrong with it. The parsing
//! itself is the catalog's (`Phone`, `ClockTime`, `Code`, jiff, url), so that what passes here also resolves.

use crate::catalog::canon;
use crate::catalog::code::Code;
use crate::catalog::contact::{Phone, PhoneError};
use crate::catalog::hours::ClockTime;
use crate::catalog::problem::{Problem, SourceFile};
use crate::catalog::rules::{Rule, reading};
use crate::catalog::tree::Node;
use jiff::civil::Date;
use std::sync::Arc;

/// What is wrong, before it has a place.
struct Wrong {
    rule: &'static Rule,
    message: String,
    help: String,
    replacement: Option<String>,
}

/// Checks one scalar; a grammar nobody knows is no grammar.
pub(super) fn check(grammar: &str, file: &Arc<SourceFile>, node: &Node, text: &str, quoted: bool) -> Option<Problem> {
    let bare = text.trim_matches(['„', '“', '”', '»', '«', '‚', '‘', '’']);
    let wrong = match grammar {
        "kennung" | "verweis" | "plz" | "telefon" | "mail" | "web" | "datum" | "zeit" | "code"
            if bare.len() < text.len() =>
        {
            let message = "Um diesen Wert stehen typografische Anführungszeichen.";
            let help = "Bitte gerade Anführungszeichen verwenden: \"…\".";
            Some(wrong(&reading::CURLY, message, help).better(format!("\"{bare}\"")))
        }
        "kennung" => slug(text),
        "verweis" => reference(text),
        "plz" => postal_code(text, quoted),
        "telefon" => phone(text, quoted),
        "mail" => mail(text),
        "web" => web(text),
        "datum" => date(text),
        "zeit" => time(text),
        "code" => code(text),
        _ => None,
    }?;
    // A replacement for a quoted value is written with quotes again.
    let quote = |r: String| if quoted && !r.starts_with('"') { format!("\"{r}\"") } else { r };
    let mut problem = wrong.rule.problem(file, node.span.clone(), wrong.message).help(wrong.help);
    problem.replacement = wrong.replacement.map(quote);
    Some(problem)
}

fn wrong(rule: &'static Rule, message: impl Into<String>, help: impl Into<String>) -> Wrong {
    Wrong { rule, message: message.into(), help: help.into(), replacement: None }
}

impl Wrong {
    fn better(self, replacement: impl Into<String>) -> Self {
        Self { replacement: Some(replacement.into()), ..self }
    }
}

fn slug(text: &str) -> Option<Wrong> {
    (!canon::is_slug(text)).then(|| {
        let fits = canon::slug(text);
        let help = "Erlaubt sind a–z, 0–9 und einzelne Bindestriche; ä wird ae, ß wird ss.";
        let problem = wrong(&reading::SLUG, format!("„{text}“ ist keine Kennung."), help);
        if fits.is_empty() { problem } else { problem.better(fits) }
    })
}

fn reference(text: &str) -> Option<Wrong> {
    let parts: Vec<&str> = text.split('/').collect();
    let fits = parts.len() <= 2 && parts.iter().all(|p| canon::is_slug(p));
    (!fits).then(|| {
        let help = "Bitte „stelle“ oder „stelle/angebot“ schreiben; die Stelle heißt wie ihre Datei, ohne .yaml.";
        wrong(&reading::REFERENCE, format!("„{text}“ ist kein Verweis."), help)
    })
}

fn postal_code(text: &str, quoted: bool) -> Option<Wrong> {
    if text.len() != 5 || !text.bytes().all(|b| b.is_ascii_digit()) {
        let help = "Eine Postleitzahl hat genau fünf Ziffern: \"51429\".";
        return Some(wrong(&reading::POSTAL_CODE, format!("„{text}“ ist keine Postleitzahl."), help));
    }
    (!quoted).then(|| {
        let help = "Ohne Anführungszeichen lesen manche Programme sie als Zahl und verlieren die Null am Anfang.";
        wrong(&reading::POSTAL_CODE_QUOTES, "Die Postleitzahl steht nicht in Anführungszeichen.", help)
            .better(format!("\"{text}\""))
    })
}

fn phone(text: &str, quoted: bool) -> Option<Wrong> {
    let message = match Phone::parse(text) {
        Ok(_) if quoted => return None,
        Ok(_) => {
            let help = "Ohne Anführungszeichen lesen manche Programme sie als Zahl und verlieren die Null am Anfang.";
            let problem = wrong(&reading::PHONE_QUOTES, "Die Telefonnummer steht nicht in Anführungszeichen.", help);
            return Some(problem.better(format!("\"{text}\"")));
        }
        Err(PhoneError::Character(c)) => format!("In der Telefonnummer steht „{c}“."),
        Err(PhoneError::NoAreaCode) => format!("Der Telefonnummer „{text}“ fehlt die Vorwahl."),
        Err(PhoneError::Length(n)) => format!("Die Telefonnummer „{text}“ hat {n} Ziffern."),
    };
    let help = "Bitte mit Vorwahl schreiben, nur Ziffern und Leerzeichen: \"0221 4710123\". Mehrere Nummern sind mehrere \
                Kontakte.";
    Some(wrong(&reading::PHONE, message, help))
}

fn mail(text: &str) -> Option<Wrong> {
    let help = "Bitte nur die Adresse schreiben: info@stelle.example";
    let allowed = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let host = |h: &str| {
        let labels: Vec<&str> = h.split('.').collect();
        labels.len() >= 2
            && labels.iter().all(|l| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-'))
            && h.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-')
            && labels.last().is_some_and(|l| l.len() >= 2 && l.chars().all(char::is_alphabetic))
    };
    let fits = text.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && name.chars().all(allowed)
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..")
            && host(domain)
    });
    if fits {
        return None;
    }
    let problem = wrong(&reading::MAIL, format!("„{text}“ ist keine E-Mail-Adresse."), help);
    let plain = text.trim_start_matches("mailto:").replace("(at)", "@").replace("[at]", "@").replace(' ', "");
    Some(if plain != text && plain.contains('@') { problem.better(plain) } else { problem })
}

fn web(text: &str) -> Option<Wrong> {
    let say = |message: &str, help: &str| Some(wrong(&reading::WEB, message, help));
    let help = "Bitte die Adresse vollständig schreiben: https://stelle.example/seite";
    let lower = text.to_ascii_lowercase();
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return say("In der Internetadresse steht ein Leerzeichen.", help);
    }
    if !lower.starts_with("https://") && !lower.starts_with("http://") {
        if text.contains(':') {
            return say("Die Internetadresse muss mit https:// oder http:// beginnen.", help);
        }
        let problem = wrong(&reading::WEB, "Der Internetadresse fehlt https:// am Anfang.", help);
        return Some(if text.contains('.') { problem.better(format!("https://{text}")) } else { problem });
    }
    let Ok(url) = url::Url::parse(text) else { return say("Diese Internetadresse ist nicht gültig.", help) };
    if !url.username().is_empty() || url.password().is_some() {
        return say("In der Internetadresse stehen Zugangsdaten.", "Bitte den Teil vor „@“ löschen.");
    }
    match url.host() {
        Some(url::Host::Domain(domain)) if domain.trim_end_matches('.').contains('.') => None,
        Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)) => {
            say("Die Internetadresse nennt eine Nummer statt eines Namens.", help)
        }
        _ => say("Der Internetadresse fehlt die Endung, zum Beispiel „.de“.", help),
    }
}

fn date(text: &str) -> Option<Wrong> {
    let help = "Ein Datum steht als Jahr-Monat-Tag: 2027-01-31.";
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let shaped = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]) && text.split('-').all(digits);
    if shaped {
        let known = text.parse::<Date>().is_ok();
        return (!known).then(|| wrong(&reading::DATE, format!("Den Tag {text} gibt es nicht."), help));
    }
    let problem = wrong(&reading::DATE, format!("„{text}“ ist kein Datum."), help);
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    if let [day, month, year] = parts[..]
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse::<i16>())
        && let Ok(date) = Date::new(if year < 100 { year + 2000 } else { year }, month, day)
    {
        return Some(problem.better(date.to_string()));
    }
    Some(problem)
}

fn time(text: &str) -> Option<Wrong> {
    if let Some((start, end)) = ClockTime::parse_range(text) {
        return (end <= start).then(|| {
            let help = "Über Mitternacht sind es zwei Zeilen: bis \"24:00\" und am nächsten Tag ab \"0:00\".";
            wrong(&reading::TIME_ORDER, format!("Diese Zeit endet um {end}, beginnt aber um {start}."), help)
        });
    }
    let help = "Bitte von–bis mit Doppelpunkt schreiben: \"9:00-12:30\". Die letzte Uhrzeit ist 24:00.";
    let problem = wrong(&reading::TIME, format!("„{text}“ ist keine Zeit."), help);
    let clean = text.replace("Uhr", "").replace("bis", "-").replace('.', ":").replace(['–', '—'], "-").replace(' ', "");
    let full = |t: &str| if t.contains(':') || t.is_empty() { t.to_owned() } else { format!("{t}:00") };
    let meant = clean.split_once('-').map(|(from, to)| format!("{}-{}", full(from), full(to)));
    match meant.filter(|m| ClockTime::parse_range(m).is_some()) {
        Some(meant) => Some(problem.better(format!("\"{meant}\""))),
        None => Some(problem),
    }
}

fn code(text: &str) -> Option<Wrong> {
    let help = "Codes vergibt das Programm; bitte nur einen Code eintragen, den es genannt hat.";
    match Code::parse(text) {
        Some(code) if code.to_string() == text => None,
        Some(code) => Some(
            wrong(&reading::CODE, format!("Der Code „{text}“ wird anders geschrieben."), help).better(code.to_string()),
        ),
        None => Some(wrong(&reading::CODE, format!("„{text}“ ist kein Code."), help)),
    }
}
