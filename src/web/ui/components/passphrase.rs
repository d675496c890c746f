//! A field for a passphrase, which shows it when asked to.

use super::button::{Button, SECONDARY};
use super::error_summary::Summary;
use super::redrawn::Redrawn;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

/// The id of its control: no page has two.
const ID: &str = "passphrase";

/// What stands in the field.
pub(crate) fn typed(session: Session) -> Secret {
    session.host().value_of(ID).into()
}

/// The field, with what it says of the passphrase as it is typed, if it says anything.
#[component]
pub(crate) fn PassphraseField(
    /// What it asks for.
    label: &'static str,
    language: Language,
    /// What is done with what is typed so far.
    #[prop(optional, into)]
    typing: Option<Callback<Secret>>,
    /// What is said of it.
    #[prop(optional, into)]
    says: Option<Signal<String>>,
) -> impl IntoView {
    let visible = RwSignal::new(false);
    let kind = move || if visible.get() { "text" } else { "password" };
    let input = move |event| {
        if let Some(typing) = typing {
            typing.run(event_target_value(&event).into());
        }
    };
    let toggle = move || {
        let words = if visible.get() { words::HIDE } else { words::SHOW };
        let shows = move || visible.update(|visible| *visible = !*visible);
        view! { <Button text=words.say(language) class=SECONDARY act=shows to_what=[" ", label].concat() /> }
    };
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=ID>{label}</label>
            <div class="ds-passphrase">
                <input
                    class="govuk-input"
                    id=ID
                    type=kind
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    translate="no"
                    aria-describedby="passphrase-says"
                    on:input=input
                />
                <Redrawn key=move || usize::from(visible.get())>{toggle()}</Redrawn>
            </div>
            <p class="govuk-hint" id="passphrase-says" role="status">{says}</p>
        </div>
    }
}

/// What is wrong with a passphrase, or with the file it is for.
#[component]
pub(crate) fn PassphraseProblem(session: Session, language: Language) -> impl IntoView {
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

/// That the page is working on it.
#[component]
pub(crate) fn PassphraseWork(session: Session, language: Language) -> impl IntoView {
    let says = move || if session.state().sealing.is_busy() { words::WORKING.say(language) } else { "" };
    view! { <p class="govuk-body" role="status">{says}</p> }
}
