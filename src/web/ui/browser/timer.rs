//! Acting after a while.

use gloo_timers::callback::{Interval, Timeout};

/// Acts once after so many milliseconds, unless what it gives is dropped before.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few seconds")]
pub(crate) fn after(ms: f64, act: impl FnOnce() + 'static) -> Timeout {
    // Boxed, so that the code to wait is there once and not for each act.
    wait(ms as u32, Box::new(act))
}

fn wait(ms: u32, act: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(ms, act)
}

/// Acts again and again, each after so many milliseconds, until what it gives is dropped.
pub(crate) fn every(ms: u32, act: impl FnMut() + 'static) -> Interval {
    let act: Box<dyn FnMut()> = Box::new(act);
    Interval::new(ms, act)
}
