//! The pages about the criteria: what they are, and changing them in a form. They are a program of their own, at addresses
//! of their own, so that a referral does not load them; no case is ever open in it.

mod about;
mod edit;

use super::pages::common;
use super::session::{Change, Output, Page, Program, Session};
use super::{effects, words};
use crate::browser::host::{EDITOR, is_at};
use about::AboutPage;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::State;
use edit::{Draft, EditPage};
use leptos::prelude::*;

/// The program about the criteria.
pub static CRITERIA: Program = Program {
    state: State::about_criteria,
    begin,
    draw,
    start: words::ABOUT_TITLE,
    tasks: words::EDIT,
    below: |session, language| Some(view! { <Draft session language /> }.into_any()),
    is_refused: edit::is_refused,
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
