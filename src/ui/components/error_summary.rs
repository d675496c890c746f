//! Everything that is wrong with a page, at its top, each a link to the field.
//!
//! Takes focus when it appears; each link moves focus to its field and changes no address.

use crate::browser::page;
use crate::ui::session::Session;
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn ErrorSummary(
    /// The visit, which knows what is wrong.
    session: Session,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let rows = move || {
        session.wrongs().get().into_iter().map(|wrong| {
            let id = wrong.field.control();
            let href = format!("#{id}");
            let go = move |event: ev::MouseEvent| {
                event.prevent_default();
                page::focus_id(&id);
            };
            view! { <li><a href=href on:click=go>{wrong.message.say(language).to_owned()}</a></li> }
        }).collect_view()
    };
    view! {
        <Show when=move || !session.wrongs().read().is_empty()>
            <div class="govuk-error-summary" tabindex="-1" role="alert">
                <h2 class="govuk-error-summary__title">{words::ERROR_TITLE.say(language)}</h2>
                <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{rows}</ul></div>
            </div>
        </Show>
    }
}

use leptos::ev;
