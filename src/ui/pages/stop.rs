//! The verdict is settled: stop here, or go on.

use crate::interview::next_page;
use crate::pack::Stage;
use crate::ui::components::button::{PRIMARY, SECONDARY, go, heading};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    session.apply(Change::OfferedStop);
    let next = session.pages(|at| next_page(at, Stage::Screening, None, true));
    let next = next.map_or(Page::Result, |(section, page)| Page::Questions(section, page));
    view! {
        {heading(words::STOP_TITLE.say(language).to_owned())}
        <p class="govuk-body">{words::STOP_TEXT.say(language)}</p>
        <div class="govuk-button-group">
            {go(session, Page::Result, words::SEE_RESULT, language, PRIMARY)}
            {go(session, next, words::KEEP_ANSWERING, language, SECONDARY)}
        </div>
    }
}
