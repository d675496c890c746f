//! The field for a passphrase.

use crate::browser::acts;
use crate::components::button::SECONDARY;
use crate::session::Session;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::base::words::{Language, Phrase};
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
        </div>
    }
}

/// What stands in it.
pub(super) fn typed(session: Session) -> Secret {
    acts::typed(&session.host(), PASSPHRASE).into()
}
