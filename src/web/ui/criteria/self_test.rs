//! The self-test of this copy, and the evidence sheet that comes of it. What was found, and how it is told, the composer works
//! out.

use crate::browser::{host, self_test};
use crate::components::button::{Button, Heading, PRIMARY, SECONDARY};
use crate::components::redrawn::Shown;
use crate::components::text::{Paragraph, live};
use crate::pages::documents::{Making, SavedFile};
use crate::pages::statement::MadePage;
use crate::session::{Change, Output, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::protocol::Format;
use leptos::prelude::*;

#[component]
pub(crate) fn SelfTestPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::SELF_TEST_TITLE.say(language) />
        <Paragraph text=words::SELF_TEST_TEXT.say(language) />
        <Progress session language />
        <div>
            <Shown when=move || is_known(session)>
                <Buttons session language />
            </Shown>
        </div>
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <MadePage session />
    }
}

/// Whether everything was looked at that can be once the network is shut.
fn is_known(session: Session) -> bool {
    session.state().self_test.as_ref().is_some_and(|test| !test.found.is_empty())
}

/// How the test goes.
#[component]
fn Progress(session: Session, language: Language) -> impl IntoView {
    let is_there = self_test::of(&session.host()).is_some();
    let text = live(move || {
        let state = session.state();
        let says = match &state.self_test {
            _ if !is_there => words::SELF_TEST_ABSENT,
            Some(test) if test.runs => words::SELF_TEST_RUNS,
            Some(test) if test.ran => words::SELF_TEST_RAN,
            Some(test) if !test.found.is_empty() => words::SELF_TEST_LOOKED,
            _ => words::SELF_TEST_LOOKS,
        };
        says.say(language).to_owned()
    });
    view! { <p class="govuk-inset-text" role="status" prop:textContent=text></p> }
}

/// What can be done: the test in its two parts, and the sheet in its three forms.
#[component]
fn Buttons(session: Session, language: Language) -> impl IntoView {
    let run = move |needs_window: bool| move || session.apply(Change::SelfTestAsked { needs_window });
    let save =
        move |format: Format| move || session.apply(Change::Requested(Output::EvidenceSheet(Some(format))));
    view! {
        <div class="govuk-button-group">
            <Button text=words::SELF_TEST_RUN.say(language) class=PRIMARY act=run(false) />
            <Button text=words::SELF_TEST_WINDOWS.say(language) class=PRIMARY act=run(true) />
        </div>
        <Paragraph text=words::SELF_TEST_NOTE.say(language) class="govuk-hint" />
        <div class="govuk-button-group">
            <Button text=words::SELF_TEST_PDF.say(language) class=SECONDARY act=save(Format::Pdf) />
            <Button text=words::SELF_TEST_PAGE.say(language) class=SECONDARY act=save(Format::Html) />
            <Button text=words::PRINT.say(language) class=SECONDARY act=host::print />
        </div>
    }
}
