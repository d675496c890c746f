//! Before you start: what it is and is not, what to have ready, urgent help, privacy.

use crate::browser::clock;
use crate::pack::Route;
use crate::pack::well_known::URGENT;
use crate::ui::components::button::{LINK, PRIMARY, SECONDARY, button, go, heading};
use crate::ui::components::routes::routes;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::{Language, Phrase};

pub(crate) fn view(session: Session, language: Language) -> El {
    let list = |lines: &[Phrase]| {
        el("ul", "govuk-list govuk-list--bullet")
            .children(lines.iter().map(|line| said("li", "", line.say(language))))
    };
    let leaves = match session.host().name() {
        Some(name) => words::PRIVACY_4_HOST.fill(&[&name]),
        None => words::PRIVACY_4.text(),
    };
    let heading_m = |words: Phrase| said("h2", "govuk-heading-m", words.say(language));
    several()
        .child(heading(words::START_TITLE.say(language)))
        .children(urgent(session, language))
        .child(said("p", "govuk-body-l", words::START_WHAT.say(language)))
        .child(said("p", "govuk-body", words::START_NOT.say(language)))
        .children(may_tell(session, language))
        .child(go(session, Page::Tasks, words::START_BUTTON, language, PRIMARY))
        .child(heading_m(words::URGENT_TITLE))
        .child(routes(session.pack(), URGENT, clock::today(), language))
        .child(heading_m(words::HAVE_READY))
        .child(list(&[words::READY_1, words::READY_2, words::READY_3, words::READY_4]))
        .child(heading_m(words::START_PRIVACY))
        .child(list(&[words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3]).child(said(
            "li",
            "",
            leaves.say(language),
        )))
        .child(el("p", "govuk-body").child(go(session, Page::Open, words::START_OPEN, language, LINK)))
}

/// Asks once whether whoever embeds this copy may be told how it goes, and says what it is told.
fn may_tell(session: Session, language: Language) -> Option<El> {
    let name = session.host().name()?;
    let say = move |words: Phrase| words.fill(&[&name]).say(language).to_owned();
    let view = move || {
        let answer = |words: Phrase, may| {
            button(words.say(language), SECONDARY, move |_| session.apply(Change::SharingDecided(may)))
        };
        match session.state().visit.may_tell {
            None => el("section", "govuk-inset-text")
                .child(said("h2", "govuk-heading-s", &say(words::TELL_TITLE)))
                .child(said("p", "", &say(words::TELL_TEXT)))
                .child(answer(words::TELL_YES, true))
                .child(answer(words::TELL_NO, false)),
            Some(true) => el("p", "govuk-inset-text").text(&say(words::TELLS)).text(" ").child(button(
                words::TELL_NO.say(language),
                LINK,
                move |_| {
                    session.apply(Change::SharingDecided(false));
                },
            )),
            Some(false) => el("p", "govuk-inset-text").text(&say(words::TELLS_NOTHING)).text(" ").child(
                button(words::TELL_YES.say(language), LINK, move |_| {
                    session.apply(Change::SharingDecided(true));
                }),
            ),
        }
    };
    let key = move || session.state().visit.may_tell.map_or(0, |may| 1 + usize::from(may));
    Some(el("div", "").attr("role", "status").redrawn(key, view))
}

/// Whom to call first, in one line, before anything else is read.
fn urgent(session: Session, language: Language) -> Option<El> {
    let urgent = |route: &&'static Route| route.for_outcomes.iter().any(|outcome| outcome == URGENT);
    let route = session.pack().routes.iter().find(urgent)?;
    let contact = said("strong", "", route.contact.as_deref()?);
    let line = said("p", "govuk-body", words::URGENT_TITLE.say(language)).text(": ");
    Some(line.child(contact).text(", ").text(route.title.say(language)))
}
