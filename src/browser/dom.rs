//! Listening to elements and to the window, and the next painting.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use std::borrow::Cow;
use wasm_bindgen::JsCast;
pub(crate) use web_sys::Event;
use web_sys::{EventTarget, KeyboardEvent};

/// Listens until what it gives is dropped. What is heard may be prevented from its usual effect.
pub(crate) fn listen(target: &EventTarget, event: &str, act: Box<dyn FnMut(&Event)>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, Cow::Owned(event.to_owned()), options, act)
}

/// Listens to the window until what it gives is dropped.
pub(crate) fn on_window(event: &str, act: impl Fn(&Event) + 'static) -> EventListener {
    listen(&window(), event, Box::new(move |event| act(event)))
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
