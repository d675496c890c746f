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

/// The page that was made, as soon as it is there. What is typed in it stays while something is wrong with that.
#[component]
pub(crate) fn MadePage(session: Session) -> impl IntoView {
    let made = move || session.state().panel().map(ToOwned::to_owned);
    view! {
        <div>
            <Redrawn key=move || usize::from(made().is_some())>
                {made().map(|html| view! { <Html session html /> })}
            </Redrawn>
        </div>
    }
}

/// What was asked for beside the page, as soon as it is there; each answer anew.
#[component]
pub(crate) fn SidePanel(session: Session) -> impl IntoView {
    let made = move || session.state().jobs.side_panel.clone();
    let key = move || session.state().navigation.refusals * 2 + usize::from(made().is_some());
    view! {
        <div class="ds-beside">
            <Redrawn key>{made().map(|html| view! { <Html session html /> })}</Redrawn>
        </div>
    }
}
