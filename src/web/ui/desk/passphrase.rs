//! The field for a passphrase.

use crate::browser::acts;
use crate::components::button::SECONDARY;
use crate::session::Session;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::state::STRENGTHS;
use drive_screening_panel_desk::words;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// The id of the field, which whatever listens to the page knows: no page has two.
const PASSPHRASE: &str = "passphrase";

/// A field for a passphrase, with a button that shows it.
#[component]
pub(super) fn PassphraseField(
    /// Its label.
    label: Phrase,
    /// What to say of it.
    #[prop(optional)]
    hint: Option<Phrase>,
    language: Language,
) -> impl IntoView {
    // A new one only: of one that is there already it would help nobody but who guesses.
    let strength = hint.map(|_| {
        let [at_once, easy, effort, hard, very] = STRENGTHS.map(|step| step.say(language));
        view! {
            <p
                class="govuk-hint"
                id="passphrase-says"
                role="status"
                data-step0=at_once
                data-step1=easy
                data-step2=effort
                data-step3=hard
                data-step4=very
            ></p>
        }
    });
    let hint = hint.map(|hint| view! { <p class="govuk-hint">{hint.say(language)}</p> });
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=PASSPHRASE>
                {label.say(language)}
            </label>
            {hint}
            <div class="ds-passphrase">
                <input
                    class="govuk-input"
                    id=PASSPHRASE
                    type="password"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    translate="no"
                    {..custom_attribute("writingsuggestions", "false")}
                />
                <button
                    class=SECONDARY
                    type="button"
                    aria-pressed="false"
                    {..custom_attribute("data-shows", PASSPHRASE)}
                >
                    {words::SHOW.say(language)}
                </button>
            </div>
            {strength}
        </div>
    }
}

/// What stands in it.
pub(super) fn typed(session: Session) -> Secret {
    acts::typed(&session.host(), PASSPHRASE).into()
}
