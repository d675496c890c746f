//! Clearing everything, and the end page.

use crate::ui::components::button::{LINK, PRIMARY, WARNING, button, go, heading};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    let buttons = el("div", "govuk-button-group")
        .child(button(words::CLEAR_YES.say(language), WARNING, move |_| {
            session.clear();
        }))
        .child(button(words::CLEAR_NO.say(language), LINK, move |_| session.back()));
    several()
        .child(heading(words::CLEAR_TITLE.say(language)))
        .child(said("p", "govuk-body", words::CLEAR_TEXT.say(language)))
        .child(given(session, language))
        .child(buttons)
}

/// What the browser was given, to be looked for before this page can no longer make it again.
fn given(session: Session, language: Language) -> El {
    let state = session.state();
    if state.visit.saved_files.is_empty() {
        return said("p", "govuk-body", words::CLEAR_NOTHING_GIVEN.say(language));
    }
    let names = state.visit.saved_files.iter().map(|name| said("li", "", name));
    several()
        .child(said("p", "govuk-body", words::CLEAR_GIVEN.say(language)))
        .child(el("ul", "govuk-list govuk-list--bullet").children(names))
}

pub(crate) fn ended(session: Session, language: Language) -> El {
    let after = if session.host().is_guest() { words::GUEST_CLOSED } else { words::ENDED_HISTORY };
    el("div", "ds-end")
        .child(heading(words::ENDED_TITLE.say(language)))
        .child(said("p", "govuk-body", words::ENDED_TEXT.say(language)))
        .child(said("p", "govuk-body", after.say(language)))
        .child(go(session, Page::Start, words::START_AGAIN, language, PRIMARY))
}
