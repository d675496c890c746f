//! In place of every page while what was typed is covered.

use super::seal_problem::SealProblem;
use crate::components::button::{Button, Heading, PRIMARY, WARNING};
use crate::components::text::{Paragraph, live};
use crate::pages::documents::Making;
use crate::pages::statement::MadePage;
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn LockPage(session: Session, language: Language) -> impl IntoView {
    let left = live(move || {
        let Some(seconds) = session.state().sealing.seconds_left else { return String::new() };
        let (minutes, seconds) = ((seconds / 60).to_string(), (seconds % 60).to_string());
        let time = [&*minutes, if seconds.len() == 1 { ":0" } else { ":" }, &*seconds].concat();
        words::COVERED_LEFT.fill(&[&time]).say(language).to_owned()
    });
    let way_back = if session.state().sealing.lock_key.is_some() {
        view! { <MadePage session /> }.into_any()
    } else {
        let uncover = move || session.apply(Change::Uncovered);
        view! {
            <Paragraph text=words::COVERED_TEXT.say(language) />
            <Button text=words::GO_ON.say(language) class=PRIMARY act=uncover />
        }
        .into_any()
    };
    view! {
        <SealProblem session language />
        <Heading text=words::LOCKED_TITLE.say(language) />
        <Making session making=words::WORKING language />
        {way_back}
        <p class="govuk-body" role="timer" prop:textContent=left></p>
        <Button text=words::CLEAR.say(language) class=WARNING act=move || session.clear() />
    }
}
