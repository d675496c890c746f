//! Every place where the page acts because something changed or the browser spoke.

use super::element::effect;
use super::frame::leave_quickly;
use super::session::{Change, Session};
use crate::browser::dom::{before_paint, on_window};
use crate::browser::{clock, history, leave, page};
use std::cell::Cell;

/// Presses of Shift that leave, and the time they must fall in.
const SHIFTS: u8 = 3;
const SHIFT_WINDOW_MS: f64 = 5_000.0;

/// Starts listening, for as long as the page lives.
pub(crate) fn install(session: Session) {
    history::replace(0);
    focus(session);
    effect(Box::new(move || page::set_language(session.language().tag())));
    on_window("popstate", move |event| {
        if let Some(number) = history::number(&event.state()) {
            session.apply(Change::Returned(number));
        }
    });
    leaving(session);
    shifts(session);
    // Everything is here: from now on nothing more is fetched, and nothing can be sent.
    session.apply(Change::Network(page::shut_network()));
}

/// A new page is read from its heading; a refused one from its error summary.
fn focus(session: Session) {
    let mut before = (0, 0);
    effect(Box::new(move || {
        let now = {
            let state = session.state();
            (state.turns, state.refusals)
        };
        if now == before {
            return;
        }
        let target = if now.0 == before.0 { ".govuk-error-summary" } else { "main h1" };
        before = now;
        before_paint(move || {
            page::to_top();
            page::focus(target);
        });
    }));
}

/// Warns before answers are lost, and leaves nothing behind for "back" or a restored tab to show.
fn leaving(session: Session) {
    on_window("beforeunload", move |event| {
        if session.has_answers() {
            event.prevent_default();
            event.set_return_value("1");
        }
    });
    on_window("pagehide", move |_| session.apply(Change::Cleared));
    on_window("pageshow", move |event| {
        if event.persisted() {
            leave::reload();
        }
    });
}

/// Three presses of Shift within five seconds, nothing between. The Shift of a capital or of Shift and Tab is no press.
fn shifts(session: Session) {
    let presses = Cell::new((0_u8, 0.0_f64));
    let held = Cell::new(false);
    on_window("keyup", move |event| {
        if event.key().as_deref() != Some("Shift") {
            held.set(event.shift_key());
            presses.set((0, 0.0));
            return;
        }
        if held.replace(false) {
            return;
        }
        let now = clock::milliseconds();
        let (count, since) = presses.get();
        let (count, since) =
            if count > 0 && now - since <= SHIFT_WINDOW_MS { (count + 1, since) } else { (1, now) };
        presses.set((count, since));
        if count >= SHIFTS {
            leave_quickly(session);
        }
    });
}
