//! What is said where a passphrase seals or opens something. The composer draws the forms.

use crate::components::error_summary::Summary;
use crate::components::redrawn::Redrawn;
use crate::session::Session;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

/// What is wrong with a passphrase, or with the file it is for.
#[component]
pub(crate) fn SealProblem(session: Session, language: Language) -> impl IntoView {
    let problem = move || {
        let problem = session.state().sealing.problem.clone();
        problem.map(|why| {
            view! {
                <Summary language>
                    <p>{why.say(language).to_owned()}</p>
                </Summary>
            }
        })
    };
    let key = move || {
        let state = session.state();
        if state.sealing.problem.is_some() { state.navigation.refusals } else { 0 }
    };
    view! { <Redrawn key>{problem()}</Redrawn> }
}
