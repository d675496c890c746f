//! The pages about this copy and its criteria: what they are, changing them in a form, and the self-test; and answering a question
//! that somebody sent. They are programs of
//! their own, at addresses of their own, so that a referral does not load them; no case is ever open in them.

mod about;
mod edit;
mod reply;
mod self_test;

use super::pages::common;
use super::session::{Change, Output, Page, Program, Session};
use super::{effects, words};
use crate::browser::host::{EDITOR, REPLY, SELF_TEST, is_at};
use about::AboutPage;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::State;
use edit::{Draft, EditPage};
use leptos::prelude::*;
use reply::ReplyPage;
use self_test::SelfTestPage;

/// The program that the address asks for.
pub fn about_copy() -> &'static Program {
    if is_at(SELF_TEST) {
        &TESTING
    } else if is_at(REPLY) {
        &REPLYING
    } else {
        &CRITERIA
    }
}

/// The program about the criteria.
static CRITERIA: Program = Program {
    state: State::about_criteria,
    begin,
    draw,
    start: words::ABOUT_TITLE,
    tasks: words::EDIT,
    below: |session, language| Some(view! { <Draft session language /> }.into_any()),
    is_refused: edit::is_refused,
    effects: effects::EFFECTS,
};

/// The program that tests this copy.
static TESTING: Program = Program {
    state: State::self_test,
    begin: |_| (),
    draw: draw_test,
    start: words::SELF_TEST_TITLE,
    tasks: words::EDIT,
    below: |_, _| None,
    is_refused: |_| false,
    effects: effects::TESTING,
};

/// The program that answers a question.
static REPLYING: Program = Program {
    state: State::about_criteria,
    begin: |_| (),
    draw: draw_reply,
    start: words::REPLY_TITLE,
    tasks: words::REPLY_TITLE,
    below: |_, _| None,
    is_refused: |_| false,
    effects: effects::EFFECTS,
};

/// The address says which of the two is wanted.
fn begin(session: Session) {
    session.apply(if is_at(EDITOR) {
        Change::PackOpened(String::new())
    } else {
        Change::Requested(Output::About)
    });
}

/// The page the person is on.
fn draw(session: Session, page: Page, language: Language) -> AnyView {
    match page {
        Page::Start => view! { <AboutPage session language /> }.into_any(),
        Page::Tasks => view! { <EditPage session language /> }.into_any(),
        page => common(session, page, language),
    }
}

/// The page the person is on, where a question is answered.
fn draw_reply(session: Session, page: Page, language: Language) -> AnyView {
    match page {
        Page::Start | Page::Tasks => view! { <ReplyPage session language /> }.into_any(),
        page => common(session, page, language),
    }
}

/// The page the person is on, where this copy is tested.
fn draw_test(session: Session, page: Page, language: Language) -> AnyView {
    match page {
        Page::Start => view! { <SelfTestPage session language /> }.into_any(),
        page => common(session, page, language),
    }
}
