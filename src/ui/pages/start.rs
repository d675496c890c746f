//! Before you start: what it is and is not, what to have ready, urgent help, privacy.

use crate::browser::clock;
use crate::ui::components::button::{LINK, PRIMARY, go, heading};
use crate::ui::components::routes::routes;
use crate::ui::session::{Page, Session};
use crate::ui::words;
use crate::words::{Language, Words};
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let list = move |lines: [Words; 4]| lines.map(|line| view! { <li>{line.say(language)}</li> }).into_iter().collect_view();
    let (ready, privacy) = (
        [words::READY_1, words::READY_2, words::READY_3, words::READY_4],
        [words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3, words::PRIVACY_4],
    );
    view! {
        {heading(words::START_TITLE.say(language).to_owned())}
        <p class="govuk-body-l">{words::START_WHAT.say(language)}</p>
        <p class="govuk-body">{words::START_NOT.say(language)}</p>
        {go(session, Page::Tasks, words::START_BUTTON, language, PRIMARY)}
        <h2 class="govuk-heading-m">{words::URGENT_TITLE.say(language)}</h2>
        {routes(&pack, "urgent", clock::today(), language)}
        <h2 class="govuk-heading-m">{words::HAVE_READY.say(language)}</h2>
        <ul class="govuk-list govuk-list--bullet">{list(ready)}</ul>
        <h2 class="govuk-heading-m">{words::START_PRIVACY.say(language)}</h2>
        <ul class="govuk-list govuk-list--bullet">{list(privacy)}</ul>
        <p class="govuk-body">{go(session, Page::Open, words::START_OPEN, language, LINK)}</p>
    }
}
