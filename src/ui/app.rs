//! Starting the page.

use super::element::{El, el, said, several};
use super::mount::mount;
use super::session::{Change, Page, Session};
use super::{effects, frame, pages, words};
use crate::browser::dom::before_paint;
use crate::browser::worker::{Said, Worker};
use crate::browser::{history, json, page, settings};
use crate::document::job::{BUILD, COPY};
use crate::pack::{Pack, packed};
use crate::site::{Site, plain};
use crate::words::{Language, Words};
use std::cell::RefCell;
use std::rc::Rc;

/// The program that reads a site's own criteria did not start.
const NOT_READ: Words = Words {
    en: "<li>A part of this page did not load. Load the page again.</li>",
    cy: "<li>Ni lwythodd rhan o'r dudalen hon. Llwythwch y dudalen eto.</li>",
};

/// Loads the criteria and draws the page, or draws why there is none.
///
/// Built-in packs are carried as the build read them. What a site changes of them, and a pack of its own, is read by the
/// program that can: it gives them to the page in the same form.
pub fn start() {
    if let Some((site, id)) = settings::read(|site, _| plain(site, json::parse))
        && let Ok(pack) = Pack::built(&id)
    {
        return draw(site, pack);
    }
    let reader: Rc<RefCell<Option<Worker>>> = Rc::default();
    let running = reader.clone();
    *reader.borrow_mut() = Worker::start(move |said| {
        match said {
            Said::Ready(build) if build == BUILD => {
                if let Some(worker) = running.borrow().as_ref() {
                    worker.give(&settings::given());
                    worker.ask(0, COPY);
                }
                return;
            }
            Said::Copy(numbers, words) => {
                let (site, pack) = packed::read_copy(&numbers, &words);
                draw(site, pack);
            }
            Said::Refused(problems) => refuse(problems),
            _ => refuse([NOT_READ.en.to_owned(), NOT_READ.cy.to_owned()]),
        }
        // Nothing more is wanted of it.
        before_paint({
            let running = running.clone();
            move || drop(running.take())
        });
    });
    if reader.borrow().is_none() {
        refuse([NOT_READ.en.to_owned(), NOT_READ.cy.to_owned()]);
    }
}

/// Both are needed for as long as the page lives.
fn draw(site: Site, pack: Pack) {
    mount(move || app(Session::new(Box::leak(Box::new(pack)), Box::leak(Box::new(site)))));
}

fn refuse(problems: [String; 2]) {
    page::shut_network();
    mount(move || no_pack(&problems));
}

/// What the address ends in where a pack is to be changed.
pub(crate) const EDITOR: &str = "#criteria";

fn app(session: Session) -> El {
    if page::is_at(EDITOR) {
        session.apply(Change::Edits(String::new()));
    }
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

/// Screening with the wrong criteria is worse than none. The problems are list items, escaped.
fn no_pack(problems: &[String; 2]) -> El {
    let in_language = |language: Language| {
        el("div", "")
            .attr("lang", language.tag())
            .child(said("h1", "govuk-heading-l", words::NO_PACK_TITLE.say(language)))
            .child(said("p", "govuk-body", words::NO_PACK_TEXT.say(language)))
            .child(el("ul", "govuk-list govuk-list--bullet").html(&problems[language as usize]))
    };
    let page = el("main", "govuk-main-wrapper").children([Language::En, Language::Cy].map(in_language));
    el("div", "ds-frame").child(page)
}
