//! Leaving: for another website at once, and what asks before answers are lost.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Event, PageTransitionEvent};

/// Loads this page afresh, which forgets everything.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

/// Goes to `address` in place of this page, so that "back" does not return here.
pub(crate) fn leave_for(address: &str) {
    // What whoever installed this copy wrote may be no address; the page is covered all the same.
    let _ = window().location().replace(address);
}

/// Has the browser ask whether to leave, on `beforeunload`.
pub(crate) fn ask(event: &Event) {
    event.prevent_default();
    event.unchecked_ref::<BeforeUnloadEvent>().set_return_value("1");
}

/// Whether a `pageshow` brings the page back as it was left.
pub(crate) fn comes_back(event: &Event) -> bool {
    event.unchecked_ref::<PageTransitionEvent>().persisted()
}
