//! What day it is, in UTC.

use drive_screening::date::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today; the first day of 1970 if the clock is set before it.
pub(crate) fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    from_days(seconds / 86_400)
}

/// The date so many days after 1 January 1970. Counts whole months first: a few hundred steps.
fn from_days(days: u64) -> Date {
    let days = i64::try_from(days).unwrap_or(0);
    let epoch = Date::EARLIEST.plus_months(1969 * 12);
    let mut month = epoch;
    while epoch.days_until(month.plus_months(1)) <= days {
        month = month.plus_months(1);
    }
    let (year, number, first) = month.ymd();
    let day = first + u32::try_from(days - epoch.days_until(month)).unwrap_or(0);
    Date::from_ymd(year, number, day).unwrap_or(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_are_dates() {
        for (days, date) in
            [(0, "1970-01-01"), (58, "1970-02-28"), (19_782, "2024-02-29"), (20_778, "2026-11-21")]
        {
            assert_eq!(from_days(days).to_string(), date);
        }
    }
}
