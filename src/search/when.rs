//! Times as values of the facet `wann`: weekdays, times of day, and both together (`di/abend`).
//!
//! Takes the hours of an offer and the day; gives positions in one fixed list. What counts is when something begins.

use crate::catalog::choice::Weekday;
use crate::catalog::hours::{ClockTime, HoursRule};
use jiff::civil::Date;

/// A time of day, by the time something begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayPart {
    /// Before 12:00.
    Morning,
    /// From 12:00 to before 17:00.
    Afternoon,
    /// From 17:00.
    Evening,
}

impl DayPart {
    /// Every time of day, in order.
    pub const ALL: &'static [Self] = &[Self::Morning, Self::Afternoon, Self::Evening];

    /// The word in addresses, also the key of its fixed word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Morning => "vormittag",
            Self::Afternoon => "nachmittag",
            Self::Evening => "abend",
        }
    }

    /// The time of day something beginning at `start` belongs to.
    #[must_use]
    pub const fn of(start: ClockTime) -> Self {
        match start.minutes() {
            0..720 => Self::Morning,
            720..1020 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// Every value in the order of its position: seven days, three times of day, then each day with each time of day.
pub(super) fn slugs() -> Vec<String> {
    let days = Weekday::ALL.iter().map(|d| d.word().to_owned());
    let parts = DayPart::ALL.iter().map(|p| p.word().to_owned());
    let both = Weekday::ALL.iter().flat_map(|d| DayPart::ALL.iter().map(|p| format!("{}/{}", d.word(), p.word())));
    days.chain(parts).chain(both).collect()
}

/// How many of them stand in lists; the others are only read.
pub(super) const LISTED: usize = 10;

/// Positions of all rules that still happen on `today` or later.
pub(super) fn positions(hours: &[HoursRule], today: Date) -> Vec<usize> {
    let mut positions = Vec::new();
    for rule in hours.iter().filter(|r| r.until.is_none_or(|u| u >= today)) {
        let dates = rule.dates.iter().filter(|d| **d >= today).map(|d| Weekday::of(*d));
        let part = DayPart::of(rule.start) as usize;
        for day in rule.days.iter().copied().chain(dates) {
            let day = day as usize;
            positions.extend([day, Weekday::ALL.len() + part, LISTED + day * DayPart::ALL.len() + part]);
        }
    }
    positions.sort_unstable();
    positions.dedup();
    positions
}
