//! A link to an answer that is missing, or may not be right.

use crate::browser::dom::before_paint;
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Field, Gap, Missing};
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
    let id = gap.field.control();
    let to = match &gap.field.item {
        Some((_, key)) if *key != Field::EVIDENCE => Page::Item(gap.page, *key),
        _ => Page::Questions(gap.page),
    };
    let mend = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.apply(Change::NavigatedToCorrect(to));
        // After the page has drawn and moved focus to its heading, on to the field itself.
        let id = id.clone();
        let host = session.host();
        before_paint(move || before_paint(move || host.focus_id(&id)));
    };
    view! { <a class="govuk-link" href="#" on:click=mend>{what}</a> }
}
