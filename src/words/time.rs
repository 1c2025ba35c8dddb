//! Dates, clock times and rules of hours in words.
//!
//! Takes civil dates and [`HoursRule`]s; gives phrases such as "dienstags 15–17 Uhr, ohne Termin". Nothing here reads
//! a clock: whatever depends on the day takes `today`.

use super::Words;
use crate::catalog::choice::{HoursKind, Weekday};
use crate::catalog::hours::{ClockTime, HoursRule};
use jiff::civil::Date;

/// Most single dates said one by one; more become "und 7 weitere Termine".
const DATES_SAID: usize = 6;

impl Words {
    /// A date for reading: "12. Januar 2027".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.dates(&[date], true)
    }

    /// A date for narrow places: "12.01.2027".
    #[must_use]
    pub fn date_short(&self, date: Date) -> String {
        let (day, month) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
        let year = date.year().to_string();
        self.fill("date-short", &[("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// A date with its weekday: "Dienstag, 12. Januar 2027".
    #[must_use]
    pub fn date_with_weekday(&self, date: Date) -> String {
        let weekday = self.weekday(Weekday::of(date));
        self.fill("date-with-weekday", &[("weekday", weekday.into()), ("date", self.date(date).into())])
    }

    /// A weekday: "Dienstag".
    #[must_use]
    pub fn weekday(&self, day: Weekday) -> String {
        self.get(&format!("weekday-{}", day.word())).into_owned()
    }

    /// A weekday where space is short: "Di".
    #[must_use]
    pub fn weekday_short(&self, day: Weekday) -> String {
        self.get(&format!("weekday-short-{}", day.word())).into_owned()
    }

    /// A time of day: "15 Uhr", "15:30 Uhr".
    #[must_use]
    pub fn clock(&self, time: ClockTime) -> String {
        self.fill("clock", &[("time", digits(time).into())])
    }

    /// From–to without the word for hours: "15–17", "9–12:30".
    #[must_use]
    pub fn span(&self, rule: &HoursRule) -> String {
        self.fill("time-span", &[("from", digits(rule.start).into()), ("to", digits(rule.end).into())])
    }

    /// One rule as written: "dienstags 15–17 Uhr, ohne Termin".
    #[must_use]
    pub fn hours(&self, rule: &HoursRule) -> String {
        self.line(rule, &[rule], None)
    }

    /// All rules that still happen from `today` on, one line for each; rules that differ only in their days or only in
    /// their time share one ("montags und freitags 9–12 und 14–17 Uhr"). Past dates are left out, and a rhythm of several weeks says when it is next.
    #[must_use]
    pub fn hours_lines(&self, rules: &[HoursRule], today: Date) -> Vec<String> {
        let merged = merged(rules, today);
        let mut groups: Vec<Vec<&HoursRule>> = Vec::new();
        for rule in &merged {
            match groups.iter_mut().find(|members| members.first().is_some_and(|first| same_but_time(first, rule))) {
                Some(members) => members.push(rule),
                None => groups.push(vec![rule]),
            }
        }
        groups.iter().filter_map(|members| Some(self.line(members.first()?, members, Some(today)))).collect()
    }

    /// Weekly rules in the shortest form, for the space beside a telephone number: "Mo–Fr 9–12 Uhr; Do 15–18 Uhr".
    /// Rules that are not simply weekly are said in full.
    #[must_use]
    pub fn hours_compact(&self, rules: &[HoursRule], today: Date) -> String {
        let mut lines: Vec<String> = Vec::new();
        for rule in merged(rules, today) {
            let rule = HoursRule { kind: None, ..rule };
            let weekly = rule.dates.is_empty() && rule.in_month.is_empty() && rule.every_weeks.is_none_or(|w| w < 2);
            if weekly && rule.from.is_none() && rule.until.is_none() {
                let days = self.days(&rule.days, Self::weekday_short, "weekdays-span").join(", ");
                lines.push(format!("{days} {}", self.times(&[&rule])));
            } else {
                lines.push(self.line(&rule, &[&rule], Some(today)));
            }
        }
        lines.join("; ")
    }

    /// What a time means, as it follows the time: "ohne Termin".
    #[must_use]
    pub fn hours_kind(&self, kind: HoursKind) -> String {
        self.get(&format!("hours-{}", kind.word())).into_owned()
    }

    fn line(&self, rule: &HoursRule, members: &[&HoursRule], today: Option<Date>) -> String {
        let times = self.times(members);
        let mut line = match (&rule.dates[..], &rule.in_month[..], rule.every_weeks) {
            ([_, ..], ..) => format!("{}{} {times}", self.single_dates(&rule.dates), self.get("list-separator")),
            (_, [_, ..], _) => format!("{} {times}", self.monthly(rule)),
            (.., Some(weeks)) if weeks > 1 => {
                let every = self.fill("every-weeks", &[("weeks", weeks.into())]);
                format!("{every} {} {times}", self.regularly(rule))
            }
            _ => format!("{} {times}", self.regularly(rule)),
        };
        let first = rule.from.filter(|f| today.is_none_or(|t| *f > t));
        let mut add = |part: String| {
            line.push_str(&self.get("list-separator"));
            line.push(' ');
            line.push_str(&part);
        };
        rule.kind.into_iter().for_each(|kind| add(self.hours_kind(kind)));
        match (first, rule.until) {
            (Some(from), Some(until)) => {
                let from = self.dates(&[from], from.year() != until.year());
                add(self.fill("from-until", &[("from", from.into()), ("until", self.date(until).into())]));
            }
            (Some(from), None) => add(self.fill("from-date", &[("date", self.date(from).into())])),
            (None, Some(until)) => add(self.fill("until-date", &[("date", self.date(until).into())])),
            (None, None) => {}
        }
        // Nobody can work out which week it is, so a rhythm that has begun says its next day.
        if first.is_none() && rule.every_weeks.is_some_and(|w| w > 1) {
            let next = today.and_then(|t| rule.next(t)).map(|d| self.date(d));
            next.into_iter().for_each(|date| add(self.fill("next-on", &[("date", date.into())])));
        }
        if !rule.except.is_empty() {
            let mut except = rule.except.clone();
            except.sort();
            add(self.fill("except-on", &[("dates", self.dates(&except, true).into())]));
        }
        line
    }

    /// "15–17 Uhr", "9–12 und 14–17 Uhr".
    fn times(&self, rules: &[&HoursRule]) -> String {
        if rules.iter().any(|r| r.start.minutes() == 0 && r.end.minutes() == 24 * 60) {
            return self.get("around-the-clock").into_owned();
        }
        let spans: Vec<String> = rules.iter().map(|r| self.span(r)).collect();
        self.fill("clock", &[("time", self.list(&spans).into())])
    }

    /// "dienstags", "montags bis freitags", "täglich".
    fn regularly(&self, rule: &HoursRule) -> String {
        if rule.days.len() == Weekday::ALL.len() {
            return self.get("every-day").into_owned();
        }
        let name = |words: &Self, day: Weekday| words.get(&format!("weekday-regularly-{}", day.word())).into_owned();
        self.list(&self.days(&rule.days, name, "weekdays-range"))
    }

    /// Days by name, three and more in a row as a range.
    fn days(&self, days: &[Weekday], name: impl Fn(&Self, Weekday) -> String, range: &str) -> Vec<String> {
        let mut sorted = days.to_vec();
        sorted.sort();
        sorted.dedup();
        let mut said = Vec::new();
        for run in sorted.chunk_by(|a, b| *b as usize == *a as usize + 1) {
            match run {
                [first, _, .., last] => {
                    let ends = [("from", name(self, *first).into()), ("to", name(self, *last).into())];
                    said.push(self.fill(range, &ends));
                }
                few => said.extend(few.iter().map(|d| name(self, *d))),
            }
        }
        said
    }

    /// "jeden 1. und 3. Mittwoch im Monat".
    fn monthly(&self, rule: &HoursRule) -> String {
        let mut which = rule.in_month.clone();
        which.sort_by_key(|n| if *n < 0 { i8::MAX } else { *n });
        let ordinal = |n: &i8| match n {
            -1 => self.get("last-of-month").into_owned(),
            n => self.fill("ordinal", &[("number", (*n).into())]),
        };
        let which = self.list(&which.iter().map(ordinal).collect::<Vec<_>>());
        let each = |day: &Weekday| {
            self.fill("each-of-month", &[("which", which.clone().into()), ("weekday", self.weekday(*day).into())])
        };
        let days = self.list(&rule.days.iter().map(each).collect::<Vec<_>>());
        self.fill("in-month", &[("days", days.into())])
    }

    fn single_dates(&self, dates: &[Date]) -> String {
        let mut dates = dates.to_vec();
        dates.sort();
        match &dates[..] {
            [only] => self.fill("on-dates", &[("dates", self.date_with_weekday(*only).into())]),
            [first, .., last] if dates.len() > DATES_SAID => self.fill(
                "on-many-dates",
                &[
                    ("first", self.date_with_weekday(*first).into()),
                    ("more", (dates.len() - 1).into()),
                    ("last", self.date(*last).into()),
                ],
            ),
            some => self.fill("on-dates", &[("dates", self.dates(some, true).into())]),
        }
    }

    /// "12. Januar 2027", "12. und 19. Januar und 2. Februar 2027": month and year once where they repeat.
    fn dates(&self, dates: &[Date], with_year: bool) -> String {
        let month_of = |d: &Date| (d.year(), d.month());
        let months: Vec<&[Date]> = dates.chunk_by(|a, b| month_of(a) == month_of(b)).collect();
        let mut said = Vec::new();
        for (i, days) in months.iter().enumerate() {
            let Some(first) = days.first() else { continue };
            let day = |d: &Date| self.fill("ordinal", &[("number", d.day().into())]);
            let days = self.list(&days.iter().map(day).collect::<Vec<_>>());
            let month = self.get(&format!("month-{}", first.month())).into_owned();
            let year_follows = months.get(i + 1).and_then(|m| m.first()).is_some_and(|d| d.year() == first.year());
            let date = self.fill("day-and-month", &[("days", days.into()), ("month", month.into())]);
            said.push(if with_year && !year_follows {
                self.fill("with-year", &[("date", date.into()), ("year", first.year().to_string().into())])
            } else {
                date
            });
        }
        self.list(&said)
    }
}

/// The rule without what has passed: dates, exceptions and a first day before `today`.
fn current(rule: &HoursRule, today: Date) -> HoursRule {
    let mut current = rule.clone();
    current.dates.retain(|d| *d >= today && !rule.except.contains(d));
    current.except.retain(|d| *d >= today && rule.dates.is_empty());
    // A rhythm hangs on its first day, so it stays there even when it has passed.
    if rule.every_weeks.is_none_or(|w| w < 2) {
        current.from = rule.from.filter(|d| *d > today);
    }
    current
}

/// What still happens from `today` on; weekly rules at the same time become one with all their days.
fn merged(rules: &[HoursRule], today: Date) -> Vec<HoursRule> {
    let mut merged: Vec<HoursRule> = Vec::new();
    for rule in rules.iter().filter(|r| r.next(today).is_some()).map(|r| current(r, today)) {
        let same = |m: &&mut HoursRule| HoursRule { days: rule.days.clone(), ..(**m).clone() } == rule;
        match merged.iter_mut().find(same) {
            Some(first) => first.days.extend(rule.days),
            None => merged.push(rule),
        }
    }
    merged.iter_mut().for_each(|rule| rule.days.sort());
    merged
}

fn same_but_time(a: &HoursRule, b: &HoursRule) -> bool {
    HoursRule { start: b.start, end: b.end, ..a.clone() } == *b
}

fn digits(time: ClockTime) -> String {
    match time.hm() {
        (h, 0) => h.to_string(),
        (h, m) => format!("{h}:{m:02}"),
    }
}
