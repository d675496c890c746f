//! In place of every page while what was typed is covered.

use crate::components::button::{Button, Heading, PRIMARY, Submit, WARNING};
use crate::components::form::Form;
use crate::components::passphrase::{PassphraseField, PassphraseProblem, PassphraseWork, typed};
use crate::components::text::{Paragraph, live};
use crate::pages::documents::Making;
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn LockPage(session: Session, language: Language) -> impl IntoView {
    let has_key = session.state().sealing.lock_key.is_some();
    let left = live(move || {
        let Some(seconds) = session.state().sealing.seconds_left else { return String::new() };
        let (minutes, seconds) = ((seconds / 60).to_string(), (seconds % 60).to_string());
        let time = [&*minutes, if seconds.len() == 1 { ":0" } else { ":" }, &*seconds].concat();
        words::COVERED_LEFT.fill(&[&time]).say(language).to_owned()
    });
    let way_back = if has_key {
        let unlock = move || session.apply(Change::Unlocked(typed(session)));
        view! {
            <Paragraph text=words::LOCKED_TEXT.say(language) />
            <Form act=unlock>
                <PassphraseField label=words::PASSPHRASE.say(language) language />
                <Submit words=words::UNLOCK language />
            </Form>
            <PassphraseWork session language />
            <Making session making=words::WORKING language />
        }
        .into_any()
    } else {
        let uncover = move || session.apply(Change::Uncovered);
        view! {
            <Paragraph text=words::COVERED_TEXT.say(language) />
            <Button text=words::GO_ON.say(language) class=PRIMARY act=uncover />
        }
        .into_any()
    };
    view! {
        <PassphraseProblem session language />
        <Heading text=words::LOCKED_TITLE.say(language) />
        {way_back}
        <p class="govuk-body" role="timer" prop:textContent=left></p>
        <Button text=words::CLEAR.say(language) class=WARNING act=move || session.clear() />
    }
}
