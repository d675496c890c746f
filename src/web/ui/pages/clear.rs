//! Clearing everything, and the end page.

use crate::components::button::{Button, Go, Heading, LINK, PRIMARY, WARNING};
use crate::components::text::{BulletList, Paragraph};
use crate::session::{Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn ClearPage(session: Session, language: Language) -> impl IntoView {
    let clear = move || session.clear();
    view! {
        <Heading text=words::CLEAR_TITLE.say(language) />
        <Paragraph text=words::CLEAR_TEXT.say(language) />
        <GivenFiles session language />
        <div class="govuk-button-group">
            <Button text=words::CLEAR_YES.say(language) class=WARNING act=clear />
            <Button text=words::CLEAR_NO.say(language) class=LINK act=move || session.back() />
        </div>
    }
}

/// What the browser was given, to be looked for before this page can no longer make it again.
#[component]
fn GivenFiles(session: Session, language: Language) -> impl IntoView {
    let given = session.state().visit.saved_files.clone();
    if given.is_empty() {
        return view! { <Paragraph text=words::CLEAR_NOTHING_GIVEN.say(language) /> }.into_any();
    }
    view! {
        <Paragraph text=words::CLEAR_GIVEN.say(language) />
        <BulletList lines=given />
    }
    .into_any()
}

#[component]
pub(crate) fn EndedPage(session: Session, language: Language) -> impl IntoView {
    let forgotten = session.state().sealing.was_forgotten;
    let forgotten = forgotten
        .then(|| view! { <Paragraph text=words::FORGOTTEN.say(language) class="govuk-inset-text" /> });
    let after = if session.host().is_guest() { words::GUEST_CLOSED } else { words::ENDED_HISTORY };
    view! {
        <div class="ds-end">
            <Heading text=words::ENDED_TITLE.say(language) />
            {forgotten}
            <Paragraph text=words::ENDED_TEXT.say(language) />
            <Paragraph text=after.say(language) />
            <Go session to=Page::Start words=words::START_AGAIN language class=PRIMARY />
        </div>
    }
}
