//! The verdict is settled: stop here, or go on.

use crate::pack::{PageRef, Stage};
use crate::ui::components::button::{PRIMARY, SECONDARY, go, heading};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    let next = session.interview(|at| at.next_page(Stage::Screening, None, true));
    let next = next.map_or(Page::Result, |PageRef { section, page }| Page::Questions(section, page));
    let buttons = el("div", "govuk-button-group")
        .child(go(session, Page::Result, words::SEE_RESULT, language, PRIMARY))
        .child(go(session, next, words::KEEP_ANSWERING, language, SECONDARY));
    several()
        .child(heading(words::STOP_TITLE.say(language)))
        .child(said("p", "govuk-body", words::STOP_TEXT.say(language)))
        .child(buttons)
}
