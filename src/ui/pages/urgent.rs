//! What to do before anything else, as soon as an answer asks for it; then back or on.

use super::result;
use crate::browser::clock;
use crate::pack::well_known::URGENT;
use crate::ui::components::button::{LINK, PRIMARY, button, go, heading};
use crate::ui::components::routes::routes;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language, section: usize, page: usize) -> El {
    let on = button(words::URGENT_GO_ON.say(language), PRIMARY, move |_| {
        session.apply(Change::PageSubmitted { section, page });
    });
    let back = go(session, Page::Questions(section, page), words::URGENT_CHANGE, language, LINK);
    several()
        .child(heading(words::FIRST.say(language)))
        .children(session.interview(|at| result::acts(at.pack, at.outcome, true, language)))
        .child(said("p", "govuk-body", words::URGENT_STAYS.say(language)))
        .child(el("div", "govuk-button-group").child(on).child(back))
        .child(said("h2", "govuk-heading-m", words::URGENT_TITLE.say(language)))
        .child(routes(session.pack(), URGENT, clock::today(), language))
}
