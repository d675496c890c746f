//! Saving what was typed, to come back to it, and locking the page with the same passphrase. The composer draws the form.

use crate::components::button::Heading;
use crate::components::error_summary::Summary;
use crate::components::redrawn::Redrawn;
use crate::pages::documents::{Making, SavedFile};
use crate::pages::statement::MadePage;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn SavePage(session: Session, language: Language) -> impl IntoView {
    view! {
        <SealProblem session language />
        <Heading text=words::SAVE_TITLE.say(language) />
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <MadePage session />
    }
}

/// What is wrong with a passphrase, or with the file it is for.
#[component]
pub(crate) fn SealProblem(session: Session, language: Language) -> impl IntoView {
    let problem = move || {
        let problem = session.state().sealing.problem.clone();
        problem.map(|problem| view! { <Summary language><p>{problem}</p></Summary> })
    };
    let key = move || {
        let state = session.state();
        if state.sealing.problem.is_some() { state.navigation.refusals } else { 0 }
    };
    view! { <Redrawn key>{problem()}</Redrawn> }
}
