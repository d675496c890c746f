//! Listening to elements and to the window, what a field shows, and the next painting.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;
pub(crate) use web_sys::Event;
use web_sys::{Element, EventTarget, HtmlInputElement, KeyboardEvent, UiEvent};

/// Listens until what it gives is dropped. What is heard may be prevented from its usual effect.
pub(crate) fn listen(
    target: &EventTarget,
    event: &'static str,
    act: Box<dyn FnMut(&Event)>,
) -> EventListener {
    listen_in(EventListenerPhase::Bubble, target, event, act)
}

/// Listens to the window until what it gives is dropped.
pub(crate) fn on_window(event: &'static str, act: impl Fn(&Event) + 'static) -> EventListener {
    listen(&window(), event, Box::new(act))
}

fn listen_in(
    phase: EventListenerPhase,
    target: &EventTarget,
    event: &'static str,
    act: Box<dyn FnMut(&Event)>,
) -> EventListener {
    EventListener::new_with_options(target, event, EventListenerOptions { phase, passive: false }, act)
}

thread_local! {
    /// When a page was drawn last, in the time of events.
    static DRAWN: Cell<f64> = const { Cell::new(0.0) };
}

/// Takes note that a page was drawn.
pub(crate) fn page_drawn() {
    DRAWN.set(window().performance().map_or(0.0, |clock| clock.now()));
}

/// One press is one step: for as long as what it gives is kept, no button or link inside `root` hears a click that is not
/// meant for it, nor does such a click follow a link or send a form.
pub(crate) fn one_press_one_step(root: &Element) -> EventListener {
    let hear = |click: &Event| {
        let met = click.target().and_then(|met| met.dyn_into::<Element>().ok());
        let pressed = met.and_then(|met| met.closest("a, button").ok().flatten());
        if pressed.is_some() && !is_meant(click) {
            click.prevent_default();
            click.stop_propagation();
        }
    };
    listen_in(EventListenerPhase::Capture, root, "click", Box::new(hear))
}

/// Whether a press is meant for what it meets: neither the second of a double click, whose first may have put another
/// button in this place, nor one that was made before this page was there to be seen.
fn is_meant(press: &Event) -> bool {
    let again = press.dyn_ref::<UiEvent>().is_some_and(|press| press.detail() > 1);
    !again && press.time_stamp() >= DRAWN.get()
}

/// `use:shows=value`: what a field to type in shows. Where that is already to be seen nothing is set, so that the caret
/// stays.
#[allow(clippy::needless_pass_by_value, reason = "a directive is given its element")]
pub(crate) fn shows(field: Element, value: Memo<String>) {
    // A `textarea` has the same property.
    let field: HtmlInputElement = field.unchecked_into();
    let show = RenderEffect::new(move |_| {
        value.with(|value| {
            if field.value() != *value {
                field.set_value(value);
            }
        });
    });
    // Kept until the owner goes.
    StoredValue::new_local(show);
}

/// Whether there is room for a page of paper beside a page of this program, at the reader's size of text.
pub(crate) fn is_wide() -> bool {
    const WIDE: &str = "(min-width: 75em)";
    window().match_media(WIDE).ok().flatten().is_some_and(|media| media.matches())
}

/// The key that was pressed. None also when the browser filled a field by itself, which it tells as a key of no kind.
pub(crate) fn key(event: &Event) -> Option<&KeyboardEvent> {
    event.dyn_ref()
}

/// Acts once, just before the browser paints.
pub(crate) fn before_paint(act: impl FnOnce() + 'static) {
    // Boxed, so that the code to wait is there once and not for each act.
    wait(Box::new(act));
}

fn wait(act: Box<dyn FnOnce()>) {
    // Dropped, it would not happen.
    std::mem::forget(gloo_render::request_animation_frame(move |_| act()));
}
