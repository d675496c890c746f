//! A link to an answer that is missing, or may not be right.

use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Gap, Missing};
use leptos::prelude::*;

/// A link to where something is missing.
#[component]
pub(crate) fn Mend(session: Session, gap: Gap, language: Language) -> impl IntoView {
    let lacks = |what: &str| [gap.label.say(language), ": ", what].concat();
    let what = match &gap.missing {
        Missing::Answer => lacks(words::GAP_ANSWER.say(language)),
        Missing::Known => lacks(words::GAP_KNOWN.say(language)),
        Missing::Entries => lacks(words::GAP_ENTRIES.say(language)),
        Missing::Mend(message) | Missing::Sure(message) => message.say(language).to_owned(),
    };
    let (page, field) = (gap.page, gap.field);
    let mend = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.apply(Change::NavigatedToField(page, field.clone()));
    };
    view! { <a class="govuk-link" href="#" on:click=mend>{what}</a> }
}
