//! Everything that is wrong with a page, at its top, each a link to the field.
//!
//! Takes focus when it appears; each link moves focus to its field and changes no address.

use super::redrawn::{Redrawn, Shown};
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::FieldError;
use leptos::prelude::*;

/// The summary of a page of questions, while something is wrong with it.
#[component]
pub(crate) fn ErrorSummary(session: Session, language: Language) -> impl IntoView {
    let links = move || {
        let errors = session.state().visit.errors.clone();
        errors.into_iter().map(|wrong| view! { <ErrorLink session wrong language /> }).collect_view()
    };
    view! {
        <Shown when=move || !session.state().visit.errors.is_empty()>
            <Summary language>
                <ul class="govuk-list govuk-error-summary__list">
                    <Redrawn key=move || session.state().navigation.refusals>{links()}</Redrawn>
                </ul>
            </Summary>
        </Shown>
    }
}

/// The box itself.
#[component]
pub(crate) fn Summary(language: Language, children: Children) -> impl IntoView {
    view! {
        <div class="govuk-error-summary" tabindex="-1" role="alert">
            <h2 class="govuk-error-summary__title">{words::ERROR_TITLE.say(language)}</h2>
            <div class="govuk-error-summary__body">{children()}</div>
        </div>
    }
}

#[component]
fn ErrorLink(session: Session, wrong: FieldError, language: Language) -> impl IntoView {
    let id = wrong.field.control();
    let href = ["#", &id].concat();
    let focus = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.host().focus_id(&id);
    };
    view! {
        <li>
            <a href=href on:click=focus>{wrong.message.say(language).to_owned()}</a>
        </li>
    }
}
