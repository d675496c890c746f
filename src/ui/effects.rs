//! Every place where the page acts because something changed or the browser spoke.

use super::frame::leave_quickly;
use super::session::{Change, Session};
use crate::browser::{clock, history, leave, page};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

/// Presses of Shift that leave, and the time they must fall in.
const SHIFTS: u8 = 3;
const SHIFT_WINDOW_MS: u32 = 5_000;

/// Starts listening. Listeners go when the owner of the session goes.
pub(crate) fn install(session: Session) {
    history::replace(0);
    focus(session);
    language(session);
    history_moves(session);
    leaving(session);
    shifts(session);
    network(session);
}

/// A new page is read from its heading; a refused one from its error summary.
fn focus(session: Session) {
    Effect::new(move |first: Option<()>| {
        session.page().track();
        if first.is_some() {
            request_animation_frame(|| {
                page::to_top();
                page::focus("main h1");
            });
        }
    });
    Effect::new(move |_| {
        if session.refusals().get() > 0 {
            request_animation_frame(|| {
                page::to_top();
                page::focus(".govuk-error-summary");
            });
        }
    });
    Effect::new(move |_| {
        if !session.problems().read().is_empty() {
            request_animation_frame(|| {
                page::focus(".govuk-error-summary");
            });
        }
    });
}

fn language(session: Session) {
    Effect::new(move |_| {
        let language = session.language().get();
        page::set_language(language.tag());
    });
}

fn history_moves(session: Session) {
    let handle = window_event_listener(ev::popstate, move |event| {
        if let Some(number) = history::number(&event.state()) {
            session.apply(Change::Returned(number));
        }
    });
    on_cleanup(move || handle.remove());
}

/// Warns before answers are lost, and leaves nothing behind for "back" or a restored tab to show.
fn leaving(session: Session) {
    let warn = window_event_listener(ev::beforeunload, move |event| {
        if session.has_answers() {
            event.prevent_default();
            event.set_return_value("1");
        }
    });
    let forget = window_event_listener_untyped("pagehide", move |_| session.apply(Change::Cleared));
    let blank = window_event_listener_untyped("pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            leave::reload();
        }
    });
    on_cleanup(move || [warn, forget, blank].into_iter().for_each(WindowListenerHandle::remove));
}

/// Three presses of Shift within five seconds, nothing between.
fn shifts(session: Session) {
    let presses = StoredValue::new((0_u8, 0.0_f64));
    let handle = window_event_listener(ev::keyup, move |event| {
        if event.key() != "Shift" {
            presses.set_value((0, 0.0));
            return;
        }
        let now = clock::milliseconds();
        let (count, since) = presses.get_value();
        let (count, since) = if count > 0 && now - since <= f64::from(SHIFT_WINDOW_MS) { (count + 1, since) } else { (1, now) };
        presses.set_value((count, since));
        if count >= SHIFTS {
            leave_quickly(session);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Once everything is here, nothing more is fetched, and nothing can be sent.
fn network(session: Session) {
    Effect::new(move |_| session.apply(Change::Network(page::shut_network())));
}
