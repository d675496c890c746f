//! Today, by the device's own calendar.

use drive_screening_core::base::date::Date;

/// Today.
pub(crate) fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2026);
    // A real clock always gives a real day; the fallback keeps this total.
    Date::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Date::EARLIEST)
}
