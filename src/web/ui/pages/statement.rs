//! What the composer made for a page, as soon as it is there; and the statements and the glossary, which are nothing else.

use super::documents::{Making, SavedFile};
use super::seal_problem::SealProblem;
use crate::components::button::Heading;
use crate::components::html::Html;
use crate::components::redrawn::Redrawn;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use leptos::prelude::*;

/// A statement of the page itself, or its glossary.
#[component]
pub(crate) fn StatementPage(session: Session, title: Phrase, language: Language) -> impl IntoView {
    view! {
        <SealProblem session language />
        <Heading text=title.say(language) />
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <MadePage session />
    }
}

/// The page that was made, as soon as it is there.
#[component]
pub(crate) fn MadePage(session: Session) -> impl IntoView {
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
