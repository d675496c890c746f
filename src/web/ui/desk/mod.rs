//! The pages of those who receive sealed referrals: opening one, the keys of a team, and the drill before they begin. They are programs
//! of their own, at addresses of their own, so that a referral does not load them.

mod drill;
mod effects;
mod keys;
mod open;
mod passphrase;
mod ways;

use super::effects::{DRILLING as DRILL_EFFECTS, EFFECTS};
use super::pages::common;
use super::pages::network::NetworkPage;
use super::session::{Page, Program, Session};
use crate::browser::host::{DRILL, KEYS, is_at};
use drill::DrillPage;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::State;
use drive_screening_panel_desk::words;
use keys::KeysPage;
use leptos::prelude::*;
use open::OpenPage;

/// The program that the address asks for.
pub fn desk() -> &'static Program {
    if is_at(KEYS) {
        &MAKING
    } else if is_at(DRILL) {
        &DRILLING
    } else {
        &OPENING
    }
}

/// The program that opens what came.
static OPENING: Program = Program {
    state: State::new,
    begin: effects::begin,
    draw: |session, page, language| match page {
        Page::Start => view! { <OpenPage session language /> }.into_any(),
        page => common(session, page, language),
    },
    start: words::OPEN_TITLE,
    tasks: words::OPEN_TITLE,
    below: |_, _| None,
    is_refused: effects::is_refused,
    effects: EFFECTS,
};

/// The program that makes keys.
static MAKING: Program = Program {
    draw: |session, page, language| match page {
        Page::Start => view! { <KeysPage session language /> }.into_any(),
        page => common(session, page, language),
    },
    start: words::KEYS_TITLE,
    tasks: words::KEYS_TITLE,
    state: State::new,
    begin: effects::begin,
    below: |_, _| None,
    is_refused: effects::is_refused,
    effects: EFFECTS,
};

/// The program of the drill.
static DRILLING: Program = Program {
    begin: drill::begin,
    draw: draw_drill,
    start: words::DRILL_TITLE,
    tasks: words::DRILL_TITLE,
    is_refused: |_| false,
    state: State::new,
    below: |_, _| None,
    effects: DRILL_EFFECTS,
};

fn draw_drill(session: Session, page: Page, language: Language) -> AnyView {
    let waits = session.state().waits_for_network();
    match page {
        _ if waits => view! { <NetworkPage session language /> }.into_any(),
        Page::Start | Page::Seal => view! { <DrillPage session language /> }.into_any(),
        page => common(session, page, language),
    }
}
