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
    view! { <Made session is_side=false /> }
}

/// What was asked for beside the page, as soon as it is there.
#[component]
pub(crate) fn SidePanel(session: Session) -> impl IntoView {
    view! { <Made session is_side=true /> }
}

/// Drawn afresh once another is asked for: the one before is gone by then.
#[component]
fn Made(session: Session, is_side: bool) -> impl IntoView {
    let made = move || {
        let state = session.state();
        if is_side { state.jobs.side_panel.clone() } else { state.panel().map(ToOwned::to_owned) }
    };
    view! {
        <div class:ds-beside=is_side>
            <Redrawn key=move || usize::from(made().is_some())>
                {made().map(|html| view! { <Html session html /> })}
            </Redrawn>
        </div>
    }
}
