//! The verdict is settled: stop here, or go on.

use crate::components::button::{Go, Heading, PRIMARY, SECONDARY};
use crate::components::text::Paragraph;
use crate::session::{Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Stage;
use leptos::prelude::*;

#[component]
pub(crate) fn StopPage(session: Session, language: Language) -> impl IntoView {
    let next = session.interview(|interview| interview.next_page(Stage::Screening, None, true));
    let next = next.map_or(Page::Result, Page::Questions);
    view! {
        <Heading text=words::STOP_TITLE.say(language) />
        <Paragraph text=words::STOP_TEXT.say(language) />
        <div class="govuk-button-group">
            <Go session to=Page::Result words=words::SEE_RESULT language class=PRIMARY />
            <Go session to=next words=words::KEEP_ANSWERING language class=SECONDARY />
        </div>
    }
}
