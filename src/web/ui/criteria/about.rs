//! About these criteria: what they are, what their check finds, how their cases come out, how another pack differs. The
//! composer makes all of it.

use crate::browser::{file, host};
use crate::components::button::{Button, Heading, SECONDARY};
use crate::components::file_field::{FileField, PACKS};
use crate::components::redrawn::Shown;
use crate::components::text::Paragraph;
use crate::pages::documents::{Making, SavedFile};
use crate::pages::statement::{MadePage, SidePanel};
use crate::session::{Change, Output, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::protocol::OPENED_MAX_BYTES;
use leptos::prelude::*;

#[component]
pub(crate) fn AboutPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::ABOUT_TITLE.say(language) />
        <Paragraph text=words::ABOUT_TEXT.say(language) />
        // Not before the rest is there, which would otherwise give way to what is asked for.
        <div>
            <Shown when=move || session.state().panel().is_some()>
                <Asking session language />
            </Shown>
        </div>
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <SidePanel session />
        <MadePage session />
    }
}

/// What can be asked about the criteria.
#[component]
fn Asking(session: Session, language: Language) -> impl IntoView {
    let ask = move |output: Output| move || session.apply(Change::Requested(output));
    view! {
        <div class="govuk-button-group">
            <Button text=words::ABOUT_CHECK.say(language) class=SECONDARY act=ask(Output::Report) />
            <Button text=words::ABOUT_CASES.say(language) class=SECONDARY act=ask(Output::Cases) />
        </div>
        <Compare session language />
        <p class="govuk-body">
            <a class="govuk-link" href=session.host().address(host::EDITOR, language)>
                {words::EDIT.say(language)}
            </a>
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=session.host().address(host::REPLY, language)>
                {words::REPLY_TITLE.say(language)}
            </a>
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=session.host().address(host::SELF_TEST, language)>
                {words::SELF_TEST_TITLE.say(language)}
            </a>
        </p>
    }
}

/// The file field that compares another pack.
#[component]
fn Compare(session: Session, language: Language) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        file::read(&event, 2, OPENED_MAX_BYTES as u64, move |read| {
            let read = read.and_then(file::texts);
            session.apply(match read {
                Ok(texts) => Change::FilesChosen(Output::Compare, texts),
                Err(fault) => Change::FileNotRead(fault),
            });
        });
    };
    view! {
        <FileField id="other-pack" label=words::ABOUT_COMPARE.say(language) accept=PACKS multiple=true chosen />
    }
}
