//! Today, by the device's own calendar, and how time passes.

use drive_screening_core::base::date::Date;

/// Today.
pub(crate) fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2026);
    // A real clock always gives a real day; the fallback keeps this total.
    Date::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Date::EARLIEST)
}

/// The time of that day, in minutes after midnight.
pub(crate) fn minute() -> u32 {
    let now = js_sys::Date::new_0();
    now.get_hours() * 60 + now.get_minutes()
}

/// Now, in milliseconds, by the device's clock: the one that goes on while a device sleeps.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

/// How many seconds have passed since then; none where the clock was put back.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it ends at the ends of the type")]
pub(crate) fn seconds_since(then: f64) -> u32 {
    ((now() - then) / 1000.0) as u32
}
