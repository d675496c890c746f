//! Clearing everything, and the end page.

use crate::ui::components::button::{LINK, PRIMARY, WARNING, go, heading};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    view! {
        {heading(words::CLEAR_TITLE.say(language).to_owned())}
        <p class="govuk-body">{words::CLEAR_TEXT.say(language)}</p>
        <div class="govuk-button-group">
            <button class=WARNING type="button" on:click=move |_| session.apply(Change::Cleared)>{words::CLEAR_YES.say(language)}</button>
            <button class=LINK type="button" on:click=|_| crate::browser::history::back()>{words::CLEAR_NO.say(language)}</button>
        </div>
    }
}

pub(crate) fn ended(session: Session, language: Language) -> impl IntoView {
    view! {
        <div class="ds-end">
            {heading(words::ENDED_TITLE.say(language).to_owned())}
            <p class="govuk-body">{words::ENDED_TEXT.say(language)}</p>
            <p class="govuk-body">{words::ENDED_HISTORY.say(language)}</p>
            {go(session, Page::Start, words::START_AGAIN, language, PRIMARY)}
        </div>
    }
}
