//! Record → partner: the one place where slugs become terms and text becomes dates.
//!
//! Takes records whose values the checks before have accepted, and the lists; gives partners and offers. A value that
//! slips through unresolved is dropped here, never guessed; every such value is already a problem of `shape` or `rules`.

use super::choice::{AddressVisibility, Degree, Status};
use super::code::Code;
use super::contact::{Contact, Phone};
use super::hours::{ClockTime, HoursRule};
use super::partner::{Access, AgeRange, Area, Checked, Cost, Course, Location, Notice, Offer, Partner};
use super::record::{
    AccessRecord, AreaRecord, BuildingRecord, CheckedRecord, ContactRecord, CourseRecord, HoursRecord, LocationRecord,
    NoticeRecord, OfferRecord, Record,
};
use super::vocabulary::{PlaceFacts, Term, TermRecord, Vocabularies, Vocabulary, VocabularyRecord};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// What a partner file may refer to.
#[derive(Debug)]
pub struct Surroundings<'a> {
    /// The closed lists.
    pub lists: &'a Vocabularies,
    /// Shared buildings by file stem.
    pub buildings: &'a HashMap<String, BuildingRecord>,
}

/// A partner file that passed its checks.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// File stem.
    pub id: String,
    /// Path below the data folder.
    pub file: String,
    /// What it says.
    pub record: Record,
}

/// Resolves all partner files together, because they name each other. The result is sorted by id.
#[must_use]
pub fn resolve(mut accepted: Vec<Accepted>, around: &Surroundings<'_>) -> (Vec<Partner>, Vec<Offer>) {
    accepted.sort_by(|a, b| a.id.cmp(&b.id));
    let index: HashMap<&str, usize> = accepted.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let first = accepted.iter().scan(0, |next, entry| Some(std::mem::replace(next, *next + entry.record.offers.len())));
    let first: Vec<usize> = first.collect();
    let one = |(number, entry): (usize, &Accepted)| {
        let record = &entry.record;
        let contacts = record.contacts.iter().map(|c| contact(c, &index, &accepted, around)).map(Arc::new).collect();
        let partner = Partner {
            id: entry.id.clone(),
            former: record.former.clone(),
            name: record.name.clone(),
            part_of: record.part_of.as_deref().and_then(|p| index.get(p)).copied(),
            operator: record.operator.clone(),
            kind: record.kind.as_deref().and_then(|k| around.lists.provider_kinds.get(k)).cloned(),
            status: record.status.unwrap_or(Status::Active),
            successor: record.successor.clone(),
            notice: record.notice.as_ref().and_then(notice),
            short: record.short.clone(),
            text: record.text.clone(),
            web: record.web.clone(),
            contacts,
            locations: record.locations.iter().map(|l| location(l, around)).map(Arc::new).collect(),
            offers: first[number]..first[number] + record.offers.len(),
            checked: record.checked.as_ref().and_then(checked),
            file: entry.file.clone(),
        };
        let offers: Vec<Offer> = record.offers.iter().map(|o| offer(o, number, &partner, around.lists)).collect();
        (partner, offers)
    };
    let (partners, offers): (Vec<_>, Vec<_>) = accepted.par_iter().enumerate().map(one).unzip();
    (partners, offers.into_iter().flatten().collect())
}

fn offer(record: &OfferRecord, number: usize, partner: &Partner, lists: &Vocabularies) -> Offer {
    let understanding = record.understanding.clone().unwrap_or_default();
    let named = |ids: &[String], id: &str| ids.is_empty() || ids.iter().any(|i| i == id);
    let comes = record.forms.iter().any(|f| f == "vor-ort") || !record.locations.is_empty() || record.forms.is_empty();
    let locations = partner.locations.iter().filter(|l| comes && named(&record.locations, &l.id)).cloned();
    Offer {
        partner: number,
        id: record.id.clone(),
        code: record.code.as_deref().and_then(Code::parse).unwrap_or_else(|| Code::of(&partner.id, &record.id)),
        title: record.title.clone(),
        short: record.short.clone(),
        text: record.text.clone(),
        status: record.status.unwrap_or(Status::Active).max(partner.status),
        successor: record.successor.clone(),
        notice: record.notice.as_ref().and_then(notice),
        themes: terms(&lists.themes, &record.themes),
        forms: terms(&lists.forms, &record.forms),
        formats: terms(&lists.formats, &record.formats),
        locations: locations.collect(),
        contacts: partner.contacts.iter().filter(|c| named(&record.contacts, &c.id)).cloned().collect(),
        area: record.area.as_ref().map(|a| area(a, &lists.places)),
        target_groups: terms(&lists.target_groups, &record.target_groups),
        only_for: terms(&lists.target_groups, &record.only_for),
        age: record.age.map(|a| AgeRange { from: a.from, to: a.to }),
        prerequisites: terms(&lists.prerequisites, &record.prerequisites),
        costs: record.costs.iter().filter_map(|c| cost(c, lists)).collect(),
        access: record.access.as_ref().map(|a| access(a, lists)).unwrap_or_default(),
        funding: terms(&lists.funding, &record.funding),
        certificates: terms(&lists.certificates, &record.certificates),
        anonymous: record.anonymous.map(bool::from),
        confidentiality: record.confidentiality.as_deref().and_then(|c| lists.confidentiality.get(c)).cloned(),
        discreet: record.discreet.is_some_and(bool::from),
        neutral_name: record.neutral_name.clone(),
        languages: terms(&lists.languages, &record.languages),
        languages_note: record.languages_note.clone(),
        german: understanding.german.as_deref().and_then(|g| lists.german.get(g)).cloned(),
        interpreting: understanding.interpreting.as_deref().and_then(|i| lists.interpreting.get(i)).cloned(),
        accessibility: degrees(&record.accessibility, lists),
        accessibility_note: record.accessibility_note.clone(),
        services: terms(&lists.services, &record.service),
        hours: record.hours.iter().filter_map(hours).collect(),
        otherwise: record.otherwise,
        holidays: record.holidays,
        course: record.course.as_ref().and_then(course),
        waiting: record.waiting.as_ref().and_then(|w| Some((lists.waiting.get(&w.kind)?.clone(), date(&w.stand)?))),
        valid: record.valid.as_ref().map_or((None, None), |v| (optional(&v.from), optional(&v.until))),
        search_words: record.search_words.clone(),
        checked: record.checked.as_ref().and_then(checked).or(partner.checked),
    }
}

fn contact(
    record: &ContactRecord,
    index: &HashMap<&str, usize>,
    all: &[Accepted],
    around: &Surroundings<'_>,
) -> Contact {
    let via = record.via.as_deref().and_then(|v| index.get(v)).copied();
    let other = via.and_then(|v| all[v].record.contacts.iter().find(|c| c.phone.is_some() || c.mail.is_some()));
    let phone = |c: &ContactRecord| c.phone.as_deref().and_then(|p| Phone::parse(p).ok());
    let own_hours: Vec<HoursRule> = record.hours.iter().filter_map(hours).collect();
    let inherited = other.filter(|_| own_hours.is_empty());
    Contact {
        id: record.id.clone(),
        role: record.role.as_deref().and_then(|r| around.lists.contact_roles.get(r)).cloned(),
        phone: phone(record).or_else(|| other.and_then(phone)),
        mail: record.mail.clone().or_else(|| other.and_then(|c| c.mail.clone())),
        web: record.web.clone(),
        hours: inherited.map_or(own_hours, |c| c.hours.iter().filter_map(hours).collect()),
        via,
    }
}

fn location(record: &LocationRecord, around: &Surroundings<'_>) -> Location {
    let house = record.building.as_deref().and_then(|b| around.buildings.get(b));
    let visibility = record.address.unwrap_or(AddressVisibility::Public);
    if visibility == AddressVisibility::Secret {
        // Nothing that could give the place away leaves this function, whatever the file says.
        return Location {
            id: record.id.clone(),
            visibility,
            name: None,
            street: None,
            postal_code: None,
            place: None,
            point: None,
            approximate: true,
            transport: None,
            accessibility: degrees(&record.accessibility, around.lists),
            accessibility_note: record.accessibility_note.clone(),
        };
    }
    let place_slug = record.place.as_deref().or(house.map(|h| h.place.as_str()));
    let place = place_slug.and_then(|p| around.lists.places.get(p)).cloned();
    let shown = visibility == AddressVisibility::Public;
    let own = record.point.or(house.and_then(|h| h.point)).filter(|_| shown);
    let centre = || place.as_ref().and_then(|p| centre(p, &around.lists.places));
    let (accessibility, note) = match house {
        Some(h) if record.accessibility.is_empty() => (&h.accessibility, &h.accessibility_note),
        _ => (&record.accessibility, &record.accessibility_note),
    };
    Location {
        id: record.id.clone(),
        visibility,
        name: record.name.clone().or_else(|| house.map(|h| h.name.clone())),
        street: record.street.clone().or_else(|| house.map(|h| h.street.clone())).filter(|_| shown),
        postal_code: record.postal_code.clone().or_else(|| house.map(|h| h.postal_code.clone())),
        point: own.or_else(centre),
        approximate: own.is_none(),
        place,
        transport: record.transport.clone().or_else(|| house.and_then(|h| h.transport.clone())).filter(|_| shown),
        accessibility: degrees(accessibility, around.lists),
        accessibility_note: note.clone(),
    }
}

fn centre(place: &Term, places: &Vocabulary) -> Option<super::record::PointRecord> {
    let own = place.place.as_ref().and_then(|f| f.point);
    own.or_else(|| places.parent(place).and_then(|p| p.place.as_ref()).and_then(|f| f.point))
}

fn area(record: &AreaRecord, places: &Vocabulary) -> Area {
    let names = |word: &str| record.places.iter().any(|p| p == word);
    Area {
        places: terms(places, &record.places),
        county_wide: names("kreisweit"),
        nation_wide: names("bundesweit"),
        residents_only: record.residents_only.is_some_and(bool::from),
    }
}

fn cost(record: &super::record::CostRecord, lists: &Vocabularies) -> Option<Cost> {
    Some(Cost {
        kind: lists.costs.get(&record.kind)?.clone(),
        voucher: record.voucher.as_deref().and_then(|v| lists.vouchers.get(v)).cloned(),
        sentence: record.sentence.clone(),
    })
}

fn access(record: &AccessRecord, lists: &Vocabularies) -> Access {
    Access {
        ways: terms(&lists.access, &record.ways),
        vouchers: terms(&lists.vouchers, &record.vouchers),
        voucher_required: record.voucher_required.map(bool::from),
        bring: terms(&lists.bring, &record.bring),
        next_step: record.next_step.clone(),
        professional_step: record.professional_step.clone(),
        exclusion: record.exclusion.clone(),
    }
}

fn course(record: &CourseRecord) -> Option<Course> {
    Some(Course {
        start: date(&record.start)?,
        end: optional(&record.end),
        sessions: record.sessions,
        register_by: optional(&record.register_by),
        number: record.number.clone(),
        certified: record.zpp.map(bool::from),
    })
}

/// The rule a line of `zeiten` stands for; `None` if its time or one of its dates is none.
#[must_use]
pub fn hours(record: &HoursRecord) -> Option<HoursRule> {
    let (start, end) = ClockTime::parse_range(&record.time)?;
    let dates = |texts: &[String]| texts.iter().map(|t| date(t)).collect::<Option<Vec<_>>>();
    Some(HoursRule {
        days: record.days.clone(),
        dates: dates(&record.dates)?,
        start,
        end,
        kind: record.kind,
        in_month: record.in_month.clone(),
        every_weeks: record.every_weeks,
        from: optional(&record.from),
        until: optional(&record.until),
        except: dates(&record.except)?,
    })
}

/// A date as the format wants it: exactly `2027-01-31`.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == "2027-01-31".len())
}

fn optional(text: &Option<String>) -> Option<Date> {
    text.as_deref().and_then(date)
}

fn notice(record: &NoticeRecord) -> Option<Notice> {
    Some(Notice { text: record.text.clone(), until: date(&record.until)? })
}

fn checked(record: &CheckedRecord) -> Option<Checked> {
    Some(Checked { date: date(&record.date)?, method: record.method, by: record.by })
}

fn terms(list: &Vocabulary, slugs: &[String]) -> Vec<Arc<Term>> {
    slugs.iter().filter_map(|s| list.get(s)).cloned().collect()
}

fn degrees(map: &BTreeMap<String, Degree>, lists: &Vocabularies) -> Vec<(Arc<Term>, Degree)> {
    let mut known: Vec<_> =
        map.iter().filter_map(|(slug, degree)| Some((lists.accessibility.get(slug)?.clone(), *degree))).collect();
    known.sort_by_key(|(term, _)| term.position);
    known
}

/// A list from its file: parents before their children, in file order.
#[must_use]
pub fn vocabulary(record: &VocabularyRecord) -> Vocabulary {
    let mut list = Vec::new();
    for (slug, parent) in record {
        let position = list.len();
        list.push(term(slug.clone(), position, None, parent));
        for (child, value) in &parent.children {
            let mut child = term(format!("{slug}/{child}"), list.len(), Some(position), value);
            child.guide = child.guide.or(parent.guide);
            child.former.iter_mut().for_each(|former| *former = format!("{slug}/{former}"));
            if let (Some(facts), Some(above)) = (child.place.as_mut(), parent.outside) {
                facts.outside |= bool::from(above);
            }
            list.push(child);
        }
    }
    Vocabulary::new(list)
}

fn term(slug: String, position: usize, parent: Option<usize>, record: &TermRecord) -> Term {
    let place = PlaceFacts {
        ags: record.ags.clone(),
        postal_codes: record.postal_codes.clone(),
        point: record.point,
        inhabitants: record.inhabitants,
        outside: record.outside.is_some_and(bool::from),
    };
    Term {
        slug,
        position,
        parent,
        label: record.label.clone(),
        checked: record.checked.iter().filter(|(_, v)| bool::from(**v)).map(|(l, _)| *l).collect(),
        definition: record.definition.clone(),
        group: record.group.clone(),
        icon: record.icon.clone(),
        search_words: record.search_words.clone(),
        former: record.former.clone(),
        how_to_get: record.how_to_get.clone().unwrap_or_default(),
        introduction: record.introduction.clone().unwrap_or_default(),
        guide: record.guide,
        place: Some(place),
    }
}
