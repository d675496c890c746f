//! Finding elements, listening to them and to the window, and the next painting.

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use std::borrow::Cow;
use wasm_bindgen::JsCast;
pub(crate) use web_sys::Event;
use web_sys::{EventTarget, HtmlElement, KeyboardEvent};

/// The first element that matches.
pub(crate) fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
}

/// The element of an id.
pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).map(JsCast::unchecked_into)
}

/// Listens until what it gives is dropped. What is heard may be prevented from its usual effect.
pub(crate) fn listen(target: &EventTarget, event: &str, act: Box<dyn FnMut(&Event)>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, Cow::Owned(event.to_owned()), options, act)
}

/// Listens to the window for as long as the page lives.
pub(crate) fn on_window(event: &str, act: impl Fn(&Event) + 'static) {
    listen(&window(), event, Box::new(act)).forget();
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
