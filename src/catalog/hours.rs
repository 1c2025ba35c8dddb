//! Times as rules: weekdays or dates, from–to, every n weeks, the n-th weekday of a month.
//!
//! Takes parsed values; gives on which days a rule happens. HSDS calls this a schedule. Times are local civil times;
//! past midnight is written as two rules, 24:00 is allowed as an end.

use super::choice::{HoursKind, Weekday};
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;

/// One line of `zeiten`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursRule {
    /// Weekdays it happens on; empty if `dates` is set.
    pub days: Vec<Weekday>,
    /// Single dates instead of weekdays.
    pub dates: Vec<Date>,
    /// Begin.
    pub start: ClockTime,
    /// End, later than the begin.
    pub end: ClockTime,
    /// What the time means.
    pub kind: Option<HoursKind>,
    /// Only the n-th weekday of a month (1…5, -1 the last).
    pub in_month: Vec<i8>,
    /// Every so many weeks, counted from the week of `from`.
    pub every_weeks: Option<u8>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Days it does not happen.
    pub except: Vec<Date>,
}

impl HoursRule {
    /// Whether the rule happens on `date`.
    #[must_use]
    pub fn happens_on(&self, date: Date) -> bool {
        if self.except.contains(&date) || self.from.is_some_and(|f| date < f) || self.until.is_some_and(|u| u < date) {
            return false;
        }
        if !self.dates.is_empty() {
            return self.dates.contains(&date);
        }
        self.days.contains(&Weekday::of(date)) && self.in_month_matches(date) && self.week_matches(date)
    }

    fn in_month_matches(&self, date: Date) -> bool {
        let nth = (date.day() - 1) / 7 + 1;
        let last = date.day() + 7 > date.days_in_month();
        self.in_month.is_empty() || self.in_month.contains(&nth) || (last && self.in_month.contains(&-1))
    }

    fn week_matches(&self, date: Date) -> bool {
        let (Some(every), Some(from)) = (self.every_weeks, self.from) else { return true };
        let monday = |d: Date| d.saturating_sub(i64::from(d.weekday().to_monday_zero_offset()).days());
        let weeks = (monday(date) - monday(from)).get_days() / 7;
        weeks % i32::from(every.max(1)) == 0
    }

    /// The first day from `today` on that the rule happens, looking at most 400 days ahead.
    #[must_use]
    pub fn next(&self, today: Date) -> Option<Date> {
        let start = self.from.map_or(today, |f| f.max(today));
        start.series(1.day()).take(400).find(|d| self.happens_on(*d))
    }
}

impl Weekday {
    /// The weekday of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self::ALL[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)]
    }
}

/// A time of day in minutes, 0 to 1440 (24:00).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    /// Reads `9:00`, `09:00` or `24:00`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.trim().split_once(':')?;
        let valid = |t: &str, len: std::ops::RangeInclusive<usize>| {
            len.contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit())
        };
        if !valid(hours, 1..=2) || !valid(minutes, 2..=2) {
            return None;
        }
        let (h, m): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (m < 60 && (h < 24 || (h == 24 && m == 0))).then_some(Self(h * 60 + m))
    }

    /// Reads `9:00-12:00` (also with an en dash); `None` if either end is no time.
    #[must_use]
    pub fn parse_range(text: &str) -> Option<(Self, Self)> {
        let (from, to) = text.split_once(['-', '–'])?;
        Some((Self::parse(from)?, Self::parse(to)?))
    }

    /// Hour and minute.
    #[must_use]
    pub const fn hm(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }

    /// Minutes since midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (h, m) = self.hm();
        write!(f, "{h}:{m:02}")
    }
}
