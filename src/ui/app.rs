//! Starting the page.

use super::element::{El, el, said, several};
use super::mount::mount;
use super::session::{Page, Session};
use super::{effects, frame, pages, words};
use crate::browser::{history, page, settings};
use crate::problem::Problem;
use crate::site::Site;
use crate::words::Language;

/// Loads the criteria and draws the page, or draws why there is none.
pub fn start() {
    let (site, pack) = settings::read(|site, pack| {
        let site = Site::read(site);
        let pack = site.pack(pack);
        (site, pack)
    });
    match pack {
        // Both are needed for as long as the page lives.
        Ok(pack) => mount(move || app(Session::new(Box::leak(Box::new(pack)), Box::leak(Box::new(site))))),
        Err(problems) => {
            page::shut_network();
            mount(move || no_pack(&problems));
        }
    }
}

fn app(session: Session) -> El {
    effects::install(session);
    let skip = el("a", "govuk-skip-link").attr("href", "#main").on("click", |event| {
        event.prevent_default();
        page::focus("h1");
    });
    let page = el("main", "govuk-main-wrapper").id("main").redrawn(
        move || session.state().turns * 2 + session.language() as usize,
        move || pages::view(session, session.page(), session.language()),
    );
    several()
        .child(frame::live_words(session, skip, words::SKIP))
        .child(frame::bar(session))
        .child(back_link(session, el("div", "ds-frame")).child(page))
        .child(frame::foot(session))
        .child(frame::exit_overlay(session))
}

fn back_link(session: Session, inside: El) -> El {
    inside.shown(
        move || session.state().can_go_back() && session.page() != Page::Ended,
        move || {
            let back = el("a", "govuk-back-link").attr("href", "#").on("click", |event| {
                event.prevent_default();
                history::back();
            });
            el("nav", "")
                .attr_live("aria-label", move || Some(words::BACK_NAV.say(session.language()).to_owned()))
                .child(frame::live_words(session, back, words::BACK))
        },
    )
}

/// Screening with the wrong criteria is worse than none.
fn no_pack(problems: &[Problem]) -> El {
    let in_language = |language: Language| {
        el("div", "")
            .attr("lang", language.tag())
            .child(said("h1", "govuk-heading-l", words::NO_PACK_TITLE.say(language)))
            .child(said("p", "govuk-body", words::NO_PACK_TEXT.say(language)))
            .child(problem_list(problems, language))
    };
    let page = el("main", "govuk-main-wrapper").children([Language::En, Language::Cy].map(in_language));
    el("div", "ds-frame").child(page)
}

/// What is wrong, where, and what to do about it.
pub(crate) fn problem_list(problems: &[Problem], language: Language) -> El {
    el("ul", "govuk-list govuk-list--bullet").children(problems.iter().map(|problem| {
        el("li", "")
            .child(said("code", "", &problem.at))
            .text(" ")
            .text(problem.message.say(language))
            .text("; ")
            .text(problem.next_step.say(language))
    }))
}
