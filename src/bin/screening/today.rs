//! Today, by the time zone of this system.

use chrono::{Datelike, Local};
use drive_screening::date::Date;

/// Today, by the local calendar where the system knows it, otherwise in UTC.
pub(crate) fn today() -> Date {
    let now = Local::now();
    Date::from_ymd(now.year(), now.month(), now.day()).unwrap_or(Date::EARLIEST)
}
