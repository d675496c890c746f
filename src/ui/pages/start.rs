//! Before you start: what it is and is not, what to have ready, urgent help, privacy.

use crate::browser::clock;
use crate::pack::Route;
use crate::ui::components::button::{LINK, PRIMARY, go, heading};
use crate::ui::components::routes::routes;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Page, Session};
use crate::ui::words;
use crate::words::{Language, Words};

pub(crate) fn view(session: Session, language: Language) -> El {
    let list = |lines: &[Words]| {
        el("ul", "govuk-list govuk-list--bullet")
            .children(lines.iter().map(|line| said("li", "", line.say(language))))
    };
    let heading_m = |words: Words| said("h2", "govuk-heading-m", words.say(language));
    several()
        .child(heading(words::START_TITLE.say(language)))
        .children(urgent(session, language))
        .child(said("p", "govuk-body-l", words::START_WHAT.say(language)))
        .child(said("p", "govuk-body", words::START_NOT.say(language)))
        .child(go(session, Page::Tasks, words::START_BUTTON, language, PRIMARY))
        .child(heading_m(words::URGENT_TITLE))
        .child(routes(session.pack(), "urgent", clock::today(), language))
        .child(heading_m(words::HAVE_READY))
        .child(list(&[words::READY_1, words::READY_2, words::READY_3, words::READY_4]))
        .child(heading_m(words::START_PRIVACY))
        .child(list(&[words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3, words::PRIVACY_4]))
        .child(el("p", "govuk-body").child(go(session, Page::Open, words::START_OPEN, language, LINK)))
}

/// Whom to call first, in one line, before anything else is read.
fn urgent(session: Session, language: Language) -> Option<El> {
    let urgent = |route: &&'static Route| route.for_outcomes.iter().any(|outcome| outcome == "urgent");
    let route = session.pack().routes.iter().find(urgent)?;
    let contact = said("strong", "", route.contact.as_deref()?);
    let line = said("p", "govuk-body", words::URGENT_TITLE.say(language)).text(": ");
    Some(line.child(contact).text(", ").text(route.title.say(language)))
}
