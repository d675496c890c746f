//! Back and forward. An entry holds a number that means nothing outside this page; the address never changes.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, PopStateEvent};

/// Adds an entry after the current one.
pub(crate) fn push(number: u32) {
    // A sandboxed frame may refuse; the page's own back links still work.
    let _ = window().history().and_then(|history| history.push_state(&number.into(), ""));
}

/// Renames the current entry.
pub(crate) fn replace(number: u32) {
    let _ = window().history().and_then(|history| history.replace_state(&number.into(), ""));
}

/// Goes back one entry.
pub(crate) fn back() {
    let _ = window().history().and_then(|history| history.back());
}

/// The number of the entry that a `popstate` came to, if it is one of ours.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are checked first")]
pub(crate) fn number(event: &Event) -> Option<u32> {
    let number = event.unchecked_ref::<PopStateEvent>().state().as_f64()?;
    (number >= 0.0 && number.fract() == 0.0 && number < 1e6).then_some(number as u32)
}
