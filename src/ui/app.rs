//! Starting the page.

use super::copy::{self, Copy};
use super::element::{El, el, said, several};
use super::mount::{Drawn, mount};
use super::session::{Page, Session};
use super::{effects, frame, pages, words};
use crate::browser::dom::before_paint;
use crate::browser::host::{Host, Options};
use crate::browser::settings::{self, Settings};
use crate::browser::worker::{Said, Worker};
use crate::document::job::{BUILD, COPY};
use crate::pack::{Pack, packed};
use crate::problem::Problem;
use crate::site::plain;
use crate::words::{Language, Words};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlElement;

/// The program that reads a site's own criteria did not start.
const NOT_READ: Words = Words {
    en: "<li>A part of this page did not load. Load the page again.</li>",
    cy: "<li>Ni lwythodd rhan o'r dudalen hon. Llwythwch y dudalen eto.</li>",
};

/// A copy on a page: ended, with everything it drew and listened to, when this is dropped.
pub struct Mounted {
    root: HtmlElement,
    parts: Rc<RefCell<Parts>>,
}

#[derive(Default)]
struct Parts {
    /// The program that reads criteria, while it does.
    reader: Option<Worker>,
    drawn: Option<Drawn>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Taken out first: what ends may still ask for what is drawn.
        let parts = self.parts.take();
        drop(parts);
        self.root.replace_children_with_node_0();
    }
}

/// Loads the criteria and draws a copy in an element, or draws why there is none.
///
/// Built-in packs are carried as the build read them. What a site changes of them, and a pack of its own, is read by the
/// program that can: it gives them to the page in the same form.
pub fn start(root: HtmlElement, options: Options) -> Mounted {
    let host = Host::new(root.clone(), options);
    let parts: Rc<RefCell<Parts>> = Rc::default();
    let settings = settings::read(&host.given());
    match copy::known(&settings).or_else(|| built(&settings)) {
        Some(copy) => draw(&parts, &host, copy),
        None => read(&parts, &host, settings),
    }
    Mounted { root, parts }
}

/// The copy of a site that takes a built-in pack as it is.
fn built(settings: &Settings) -> Option<Copy> {
    let (site, id) = plain(settings.site.as_deref().map_err(|status| *status))?;
    let pack = Pack::built(&id).ok()?;
    Some(copy::keep(settings.clone(), site, pack))
}

/// Has the criteria read by the program that can.
fn read(parts: &Rc<RefCell<Parts>>, host: &Host, settings: Settings) {
    let hears = {
        let (parts, host) = (Rc::downgrade(parts), host.clone());
        move |said| {
            let Some(parts) = parts.upgrade() else { return };
            match said {
                Said::Ready(build) if build == BUILD => {
                    if let Some(worker) = &parts.borrow().reader {
                        worker.give(&host.given());
                        worker.ask(0, COPY);
                    }
                    return;
                }
                Said::Copy(numbers, words) => {
                    let (site, pack) = packed::read_copy(&numbers, &words);
                    draw(&parts, &host, copy::keep(settings.clone(), site, pack));
                }
                Said::Refused(problems) => refuse(&parts, &host, problems),
                _ => refuse(&parts, &host, [NOT_READ.en.to_owned(), NOT_READ.cy.to_owned()]),
            }
            // Nothing more is wanted of it; it is still speaking.
            before_paint(move || drop(parts.borrow_mut().reader.take()));
        }
    };
    let reader = Worker::start(host, hears);
    if reader.is_none() {
        refuse(parts, host, [NOT_READ.en.to_owned(), NOT_READ.cy.to_owned()]);
    }
    parts.borrow_mut().reader = reader;
}

fn draw(parts: &Rc<RefCell<Parts>>, host: &Host, copy: Copy) {
    let session = {
        let host = host.clone();
        move || app(Session::new(copy.pack, copy.site, host))
    };
    parts.borrow_mut().drawn = Some(mount(host.root(), session));
}

fn refuse(parts: &Rc<RefCell<Parts>>, host: &Host, problems: [String; 2]) {
    host.shut_network();
    parts.borrow_mut().drawn = Some(mount(host.root(), {
        let host = host.clone();
        move || no_pack(&host, &problems)
    }));
}

fn app(session: Session) -> El {
    effects::install(session);
    let skip = el("a", "govuk-skip-link").attr("href", "#main").on("click", move |event| {
        event.prevent_default();
        session.host().focus("h1");
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
            let back = el("a", "govuk-back-link").attr("href", "#").on("click", move |event| {
                event.prevent_default();
                session.back();
            });
            el("nav", "")
                .attr_live("aria-label", move || Some(words::BACK_NAV.say(session.language()).to_owned()))
                .child(frame::live_words(session, back, words::BACK))
        },
    )
}

/// Screening with the wrong criteria is worse than none. The problems are list items, escaped.
fn no_pack(host: &Host, problems: &[String; 2]) -> El {
    let in_language = |language: Language| {
        el("div", "")
            .attr("lang", language.tag())
            .child(said("h1", "govuk-heading-l", words::NO_PACK_TITLE.say(language)))
            .child(said("p", "govuk-body", words::NO_PACK_TEXT.say(language)))
            .child(el("ul", "govuk-list govuk-list--bullet").html(host, &problems[language as usize]))
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
