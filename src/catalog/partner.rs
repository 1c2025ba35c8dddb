//! What the program knows of a partner and its offers: resolved, typed, nothing left to look up.
//!
//! Takes nothing; `resolve` makes these values from records. HSDS calls them organization, service, location,
//! schedule and cost option. Absent always means unknown, never "no".

use super::choice::{AddressVisibility, CheckMethod, CheckedBy, Degree, Holidays, HoursKind, Status};
use super::code::Code;
use super::contact::Contact;
use super::hours::HoursRule;
use super::record::PointRecord;
use super::vocabulary::Term;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// A body that offers something: one file of `partner/`.
#[derive(Debug, Clone)]
pub struct Partner {
    /// File stem, unique in the catalog, the URL.
    pub id: String,
    /// Former ids, which redirect.
    pub former: Vec<String>,
    /// Name as on the door.
    pub name: String,
    /// Index of the partner this one is a department of.
    pub part_of: Option<usize>,
    /// Operating body, where its name differs.
    pub operator: Option<String>,
    /// Kind of provider.
    pub kind: Option<Arc<Term>>,
    /// Active, paused or ended.
    pub status: Status,
    /// `partner` or `partner/offer` that took over.
    pub successor: Option<String>,
    /// A note with its last day.
    pub notice: Option<Notice>,
    /// One sentence, at most 160 characters.
    pub short: Option<String>,
    /// More, in plain paragraphs.
    pub text: Option<String>,
    /// Web address, http or https.
    pub web: Option<String>,
    /// Ways to reach it, in file order.
    pub contacts: Vec<Arc<Contact>>,
    /// Houses and rooms, in file order.
    pub locations: Vec<Arc<Location>>,
    /// Its offers as indexes into `Catalog::offers`.
    pub offers: Range<usize>,
    /// Last check of the whole file.
    pub checked: Option<Checked>,
    /// Path below the data folder, with `/`.
    pub file: String,
}

/// What is searched, found, remembered and printed.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Index of its partner in `Catalog::partners`.
    pub partner: usize,
    /// Id inside the partner's file.
    pub id: String,
    /// Six characters for paper.
    pub code: Code,
    /// Heading.
    pub title: String,
    /// One sentence for card and print.
    pub short: Option<String>,
    /// Description in plain paragraphs.
    pub text: Option<String>,
    /// Active, paused or ended (its partner's status if that is stricter).
    pub status: Status,
    /// `partner` or `partner/offer` that took over.
    pub successor: Option<String>,
    /// A note with its last day.
    pub notice: Option<Notice>,
    /// Leaf themes, at most six, the first is the main one.
    pub themes: Vec<Arc<Term>>,
    /// How one takes part.
    pub forms: Vec<Arc<Term>>,
    /// What it is.
    pub formats: Vec<Arc<Term>>,
    /// Where it takes place (all of the partner's locations if the file names none and a form needs one).
    pub locations: Vec<Arc<Location>>,
    /// Whom to reach (all of the partner's contacts if the file names none).
    pub contacts: Vec<Arc<Contact>>,
    /// Whom it serves.
    pub area: Option<Area>,
    /// Especially for.
    pub target_groups: Vec<Arc<Term>>,
    /// Hard limit.
    pub only_for: Vec<Arc<Term>>,
    /// Age in years, both ends included.
    pub age: Option<AgeRange>,
    /// What a participant must fulfil.
    pub prerequisites: Vec<Arc<Term>>,
    /// Alternatives.
    pub costs: Vec<Cost>,
    /// Ways in.
    pub access: Access,
    /// Who pays.
    pub funding: Vec<Arc<Term>>,
    /// What it issues.
    pub certificates: Vec<Arc<Term>>,
    /// Possible without a name.
    pub anonymous: Option<bool>,
    /// What happens with what is said.
    pub confidentiality: Option<Arc<Term>>,
    /// Neutral on paper.
    pub discreet: bool,
    /// The neutral name for paper.
    pub neutral_name: Option<String>,
    /// Languages it is held in.
    pub languages: Vec<Arc<Term>>,
    /// A sentence on languages.
    pub languages_note: Option<String>,
    /// How much German is needed.
    pub german: Option<Arc<Term>>,
    /// Interpreting.
    pub interpreting: Option<Arc<Term>>,
    /// Accessibility of the offer itself; places have their own.
    pub accessibility: Vec<(Arc<Term>, Degree)>,
    /// Explains `Degree::Partly`.
    pub accessibility_note: Option<String>,
    /// What makes coming easier.
    pub services: Vec<Arc<Term>>,
    /// When, one rule a line; holds at all its places.
    pub hours: Vec<HoursRule>,
    /// Outside the hours.
    pub otherwise: Option<HoursKind>,
    /// In school holidays.
    pub holidays: Option<Holidays>,
    /// A course with a fixed start.
    pub course: Option<Course>,
    /// Waiting time and the day it held.
    pub waiting: Option<(Arc<Term>, Date)>,
    /// First and last day it exists.
    pub valid: (Option<Date>, Option<Date>),
    /// Everyday words; searched, never shown.
    pub search_words: Vec<String>,
    /// Last check (the partner's if the offer has none of its own).
    pub checked: Option<Checked>,
}

impl Offer {
    /// Whether one of its forms has this slug.
    #[must_use]
    pub fn has_form(&self, slug: &str) -> bool {
        self.forms.iter().any(|f| f.slug == slug)
    }

    /// Whether a visitor comes somewhere: held on site.
    #[must_use]
    pub fn on_site(&self) -> bool {
        self.has_form("vor-ort")
    }

    /// Whom a visitor reaches first: a telephone before a mail address before anything else, and nobody who is there
    /// for professionals only.
    #[must_use]
    pub fn first_contact(&self) -> Option<&Arc<Contact>> {
        let open = || self.contacts.iter().filter(|c| c.role.as_ref().is_none_or(|r| r.slug != "fachkraefte"));
        let by_phone = open().find(|c| c.phone.is_some());
        by_phone.or_else(|| open().find(|c| c.mail.is_some())).or_else(|| open().next())
    }

    /// Whether its address must never be shown.
    #[must_use]
    pub fn secret(&self) -> bool {
        self.locations.iter().any(|l| l.visibility == AddressVisibility::Secret)
    }

    /// Whether its course or its validity lies wholly before `today`.
    #[must_use]
    pub fn over(&self, today: Date) -> bool {
        self.valid.1.is_some_and(|d| d < today)
            || self.course.as_ref().is_some_and(|c| c.end.unwrap_or(c.start) < today)
    }
}

/// A note that disappears by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// One sentence.
    pub text: String,
    /// Last day it is shown.
    pub until: Date,
}

/// A house or a room.
#[derive(Debug, Clone)]
pub struct Location {
    /// Id inside the partner's file.
    pub id: String,
    /// Who may see the address.
    pub visibility: AddressVisibility,
    /// Name of house or room.
    pub name: Option<String>,
    /// Street and number; never set for a secret address.
    pub street: Option<String>,
    /// Postal code; never set for a secret address.
    pub postal_code: Option<String>,
    /// Town or district; for a secret address none.
    pub place: Option<Arc<Term>>,
    /// Exact point, or the place's.
    pub point: Option<PointRecord>,
    /// Whether `point` is only the place's.
    pub approximate: bool,
    /// Bus and train.
    pub transport: Option<String>,
    /// What is known of its accessibility.
    pub accessibility: Vec<(Arc<Term>, Degree)>,
    /// Explains `Degree::Partly`.
    pub accessibility_note: Option<String>,
}

/// Whom an offer serves.
#[derive(Debug, Clone, Default)]
pub struct Area {
    /// Towns or districts.
    pub places: Vec<Arc<Term>>,
    /// The whole region.
    pub county_wide: bool,
    /// The whole country.
    pub nation_wide: bool,
    /// Only people who live there.
    pub residents_only: bool,
}

/// Age in years, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeRange {
    /// From this age.
    pub from: Option<u8>,
    /// To this age.
    pub to: Option<u8>,
}

impl AgeRange {
    /// Whether someone of `age` years may come.
    #[must_use]
    pub fn contains(self, age: u8) -> bool {
        self.from.is_none_or(|f| f <= age) && self.to.is_none_or(|t| age <= t)
    }
}

/// One way to pay.
#[derive(Debug, Clone)]
pub struct Cost {
    /// Kind of cost.
    pub kind: Arc<Term>,
    /// The paper it depends on.
    pub voucher: Option<Arc<Term>>,
    /// In words.
    pub sentence: Option<String>,
}

/// How one gets in.
#[derive(Debug, Clone, Default)]
pub struct Access {
    /// Ways: phone, without appointment …
    pub ways: Vec<Arc<Term>>,
    /// Papers; one of them suffices.
    pub vouchers: Vec<Arc<Term>>,
    /// Whether it does not go without.
    pub voucher_required: Option<bool>,
    /// What to bring.
    pub bring: Vec<Arc<Term>>,
    /// The next step, for participants.
    pub next_step: Option<String>,
    /// The next step, for professionals.
    pub professional_step: Option<String>,
    /// When it does not fit.
    pub exclusion: Option<String>,
}

impl Access {
    /// Whether it is known that no paper is needed (`scheine: [keiner]`); an empty list is unknown.
    #[must_use]
    pub fn needs_no_paper(&self) -> bool {
        !self.vouchers.is_empty() && self.vouchers.iter().all(|v| v.slug == "keiner")
    }
}

/// A course with a fixed start.
#[derive(Debug, Clone)]
pub struct Course {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// Number of sessions.
    pub sessions: Option<u16>,
    /// Last day to register.
    pub register_by: Option<Date>,
    /// Course number.
    pub number: Option<String>,
    /// Certified by the Zentrale Prüfstelle Prävention.
    pub certified: Option<bool>,
}

/// When and how an entry was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// The day.
    pub date: Date,
    /// The way.
    pub method: CheckMethod,
    /// By whom.
    pub by: Option<CheckedBy>,
}

impl Checked {
    /// Days after which an entry should be checked again: a year, half of it if only the website was read.
    #[must_use]
    pub const fn interval_days(self) -> i32 {
        match self.method {
            CheckMethod::Website => 183,
            _ => 365,
        }
    }

    /// Whether the check is older than its interval: the page says "bitte vorher anrufen" and the entry sinks.
    #[must_use]
    pub fn overdue(self, today: Date) -> bool {
        (today - self.date).get_days() > self.interval_days()
    }
}
