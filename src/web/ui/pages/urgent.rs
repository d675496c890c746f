//! What to do before anything else, as soon as an answer asks for it; then back or on.

use super::result::UrgentActs;
use crate::browser::clock;
use crate::components::button::{Button, Go, Heading, LINK, PRIMARY};
use crate::components::routes::Routes;
use crate::components::text::{Paragraph, Subheading};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::PageRef;
use leptos::prelude::*;

#[component]
pub(crate) fn UrgentPage(
    session: Session,
    language: Language,
    /// The page with the answer.
    page: PageRef,
) -> impl IntoView {
    let go_on = move || session.apply(Change::PageSubmitted(page));
    let back = Page::Questions(page);
    view! {
        <Heading text=words::FIRST.say(language) />
        <UrgentActs session language />
        <Paragraph text=words::URGENT_STAYS.say(language) />
        <div class="govuk-button-group">
            <Button text=words::URGENT_GO_ON.say(language) class=PRIMARY act=go_on />
            <Go session to=back words=words::URGENT_CHANGE language class=LINK />
        </div>
        <Subheading text=words::URGENT_TITLE.say(language) />
        <Routes session outcome="urgent" today=clock::today() language />
    }
}
