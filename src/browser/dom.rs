//! Listening to elements and to the window, and the next painting.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use std::borrow::Cow;
use std::cell::Cell;
use wasm_bindgen::JsCast;
pub(crate) use web_sys::Event;
use web_sys::{EventTarget, KeyboardEvent, UiEvent};

/// Listens until what it gives is dropped. What is heard may be prevented from its usual effect.
pub(crate) fn listen(target: &EventTarget, event: &str, act: Box<dyn FnMut(&Event)>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, Cow::Owned(event.to_owned()), options, act)
}

/// Listens to the window until what it gives is dropped.
pub(crate) fn on_window(event: &str, act: impl Fn(&Event) + 'static) -> EventListener {
    listen(&window(), event, Box::new(move |event| act(event)))
}

thread_local! {
    /// When a page was drawn last, in the time of events.
    static DRAWN: Cell<f64> = const { Cell::new(0.0) };
}

/// Takes note that a page was drawn.
pub(crate) fn page_drawn() {
    DRAWN.set(window().performance().map_or(0.0, |clock| clock.now()));
}

/// Whether a press is meant for what it meets: neither the second of a double click, whose first may have put another
/// button in this place, nor one that was made before this page was there to be seen.
pub(crate) fn is_meant(press: &Event) -> bool {
    let again = press.dyn_ref::<UiEvent>().is_some_and(|press| press.detail() > 1);
    !again && press.time_stamp() >= DRAWN.get()
}

/// The key that was pressed. None also when the browser filled a field by itself, which it tells as a key of no kind.
pub(crate) fn key(event: &Event) -> Option<&KeyboardEvent> {
    event.dyn_ref()
}

/// Acts once, just before the browser paints.
pub(crate) fn before_paint(act: impl FnOnce() + 'static) {
    // Dropped, it would not happen.
    std::mem::forget(gloo_render::request_animation_frame(move |_| act()));
}
