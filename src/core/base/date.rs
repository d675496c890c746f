//! A calendar date and the arithmetic the rules use. What day it is today is always passed in.

use crate::base::words::Language;
use chrono::{Datelike, Months, NaiveDate};
use std::fmt;

/// How many years back a date can lie: nobody a referral is about was born before that.
pub const MOST_YEARS_BACK: u32 = 120;

/// A day of the Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// 1 January of year 1.
    pub const EARLIEST: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The date of a year (1 to 9999), month and day, if there is such a day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-21` and nothing else.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::base::date::Date;
    /// use drive_screening_core::base::words::Language;
    ///
    /// let day = Date::parse("2026-11-21").map(|day| day.in_words(Language::En));
    /// assert_eq!(day.as_deref(), Some("21 November 2026"));
    /// assert_eq!(Date::parse("2026-11-31"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| -> Option<u32> {
            let part = text.get(range)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
        };
        Self::from_ymd(i32::try_from(number(0..4)?).ok()?, number(5..7)?, number(8..10)?)
    }

    /// The same day `months` later; a day past the month's end becomes its last day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// The day so many days later, if it is in the calendar.
    pub fn plus_days(self, days: u64) -> Option<Self> {
        let date = self.0.checked_add_days(chrono::Days::new(days))?;
        (date.year() <= 9999).then_some(Self(date))
    }

    /// Days from this date to `later`; negative if `later` is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// Whether it lies more than [`MOST_YEARS_BACK`] years before another day.
    pub fn is_too_long_before(self, later: Self) -> bool {
        self.plus_months(12 * MOST_YEARS_BACK) < later
    }

    /// Birthdays reached between this date and `later`. A birthday on 29 February falls on 1 March
    /// in other years, as in the law of England and Wales. None if `later` is earlier.
    pub fn whole_years_until(self, later: Self) -> Option<u32> {
        later.0.years_since(self.0)
    }

    /// `21 November 2026`, in words people read.
    pub fn in_words(self, language: Language) -> String {
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const CY: [&str; 12] = [
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr",
        ];
        let month = self.0.month0() as usize;
        let name = match language {
            Language::En => EN[month],
            Language::Cy => CY[month],
        };
        [&self.0.day().to_string(), " ", name, " ", &self.0.year().to_string()].concat()
    }

    /// Year, month and day.
    pub fn ymd(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

/// Writes `2026-11-21`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_real_days_in_one_form_are_read() {
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "21/11/2026",
            "0000-01-01",
            "2026-11-2x",
            "+026-11-21",
            "20261121",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
    }

    #[test]
    fn months_clamp_to_the_end_of_the_month() {
        assert_eq!(date("2026-01-31").plus_months(1), date("2026-02-28"));
        assert_eq!(date("2024-02-29").plus_months(12), date("2025-02-28"));
        assert_eq!(date("9999-12-31").plus_months(12).0, NaiveDate::from_ymd_opt(10_000, 12, 31).unwrap());
    }

    #[test]
    fn a_leap_day_birthday_falls_on_the_first_of_march() {
        assert_eq!(date("2008-02-29").whole_years_until(date("2026-02-28")), Some(17));
        assert_eq!(date("2008-02-29").whole_years_until(date("2026-03-01")), Some(18));
        assert_eq!(date("2027-01-01").whole_years_until(date("2026-01-01")), None);
    }

    #[test]
    fn words_in_both_languages() {
        assert_eq!(date("2026-11-21").in_words(Language::En), "21 November 2026");
        assert_eq!(date("2026-11-01").in_words(Language::Cy), "1 Tachwedd 2026");
    }
}
