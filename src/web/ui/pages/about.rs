//! About these criteria: what they are, what their check finds, how their cases come out, how another pack differs. The
//! program that writes documents makes all of it.

use super::documents::Making;
use crate::browser::file;
use crate::components::button::{Button, Heading, SECONDARY};
use crate::components::file_field::{FileField, PACKS};
use crate::components::html::Html;
use crate::components::redrawn::{Redrawn, Shown};
use crate::components::text::Paragraph;
use crate::session::{Change, EDITOR, Output, Session};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
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
        <Made session class="ds-beside" made=|session| session.state().jobs.side_panel.clone() />
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
            // A tab of its own, so that nothing typed here is lost.
            <a class="govuk-link" href=EDITOR target="_blank" rel="noopener noreferrer">
                {words::EDIT.say(language)}
                {words::NEW_TAB.say(language)}
            </a>
        </p>
    }
}

/// The file field that compares another pack.
#[component]
fn Compare(session: Session, language: Language) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        file::read_all(&event, 2, OPENED_MAX_BYTES as u64, move |texts| {
            session.apply(Change::FilesChosen(Output::Compare, texts));
        });
    };
    view! {
        <FileField id="other-pack" label=words::ABOUT_COMPARE.say(language) accept=PACKS multiple=true chosen />
    }
}

/// A statement of the page itself, which comes from the same program.
#[component]
pub(crate) fn StatementPage(session: Session, title: Phrase, language: Language) -> impl IntoView {
    view! {
        <Heading text=title.say(language) />
        <Making session making=words::WORKING language />
        <MadePage session />
    }
}

/// The page that was made, as soon as it is there.
#[component]
fn MadePage(session: Session) -> impl IntoView {
    view! { <Made session class="" made=|session| session.state().panel().map(ToOwned::to_owned) /> }
}

/// What was made, as soon as it is there.
#[component]
pub(crate) fn Made(
    session: Session,
    /// The class of what stands around it; none if it is empty.
    class: &'static str,
    /// Where it is.
    made: fn(Session) -> Option<String>,
) -> impl IntoView {
    let key = move || session.state().navigation.refusals * 2 + usize::from(made(session).is_some());
    let html = move || made(session).map(|html| view! { <Html session html /> });
    view! {
        <div class=(!class.is_empty()).then_some(class)>
            <Redrawn key>{html()}</Redrawn>
        </div>
    }
}
