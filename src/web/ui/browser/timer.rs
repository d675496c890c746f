//! Acting after a while.

use gloo_timers::callback::Timeout;

/// Acts once after so many milliseconds, unless what it gives is dropped before.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few seconds")]
pub(crate) fn after(ms: f64, act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(ms as u32, act)
}
