//! Starting the page.

use super::components::question::provide_doubts;
use super::components::redrawn::{Redrawn, Shown};
use super::components::text::{Paragraph, live};
use super::frame::{Bar, ExitOverlay, ExitWarning, Foot, follow};
use super::instance::{self, Instance};
use super::mount::{Drawn, mount};
use super::page_one::PageOneBeside;
use super::pages::lock::LockPage;
use super::session::{Change, Page, Program, Session};
use super::{effects, words};
use crate::browser::composer::{Composer, ComposerEvent};
use crate::browser::dom::{before_paint, page_drawn};
use crate::browser::host::{Host, Options, filled};
use crate::browser::json;
use crate::browser::settings::{self, Settings};
use drive_screening_core::answers::Answers;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::embed::{NO_CRITERIA, NOT_READ};
use drive_screening_core::pack::{Pack, builtin};
use drive_screening_core::protocol::{Request, Setup, WorkerEvent};
use drive_screening_core::site::plain;
use drive_screening_core::state::State;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// The program that reads a site's own criteria did not start.
const NO_READER: Phrase = Phrase {
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
    reader: Option<Composer>,
    session: Option<Session>,
    drawn: Option<Drawn>,
}

impl Mounted {
    /// Goes on in a language, where this copy offers it.
    pub fn speak(&self, tag: &str) {
        let session = self.parts.borrow().session;
        if let (Some(session), Some(language)) = (session, Language::from_tag(tag))
            && session.site().languages.contains(&language)
        {
            session.apply(Change::LanguageChosen(language));
        }
    }
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
/// Built-in packs are carried as the build read them. What a site changes of them, a pack of its own, and what another
/// system answers is read by the program that can: it gives them to the page in the same form.
pub fn start(root: HtmlElement, options: Options, program: &'static Program) -> Mounted {
    let start = Start { program, host: Host::new(root.clone(), options), parts: Rc::default() };
    let parts = start.parts.clone();
    let given = start.host.given();
    let settings = settings::read(&given);
    match instance::known(&settings).or_else(|| precompiled(&settings)) {
        Some(instance) if !settings::is_prefilled(&given) => start.draw(instance, None),
        _ => start.read(settings),
    }
    Mounted { root, parts }
}

/// The packs that ship, as the build read them.
const PACKS: builtin::Precompiled = builtin::Precompiled {
    numbers: include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin")),
    words: include_str!(concat!(env!("OUT_DIR"), "/packs.txt")),
    digests: "",
};

/// The copy of a site that takes a built-in pack as it is.
fn precompiled(settings: &Settings) -> Option<Instance> {
    let (site, id) = plain(settings.site.as_deref().map_err(|status| *status), json::parse)?;
    let pack = Pack::precompiled(&id, PACKS).ok()?;
    Some(instance::keep(settings.clone(), site, pack))
}

/// A copy on its way to being drawn.
#[derive(Clone)]
struct Start {
    program: &'static Program,
    host: Host,
    parts: Rc<RefCell<Parts>>,
}

impl Start {
    /// Has the criteria, and what another system answers, read by the program that can.
    fn read(self, settings: Settings) {
        let (start, unread) = (self.clone(), settings.clone());
        let parts = Rc::downgrade(&self.parts);
        let hears = move |event| {
            let Some(parts) = parts.upgrade() else { return };
            match event {
                ComposerEvent::Said(WorkerEvent::Ready, _) => {
                    if let Some(composer) = &parts.borrow().reader {
                        let given = start.host.given();
                        composer.ask(Request::Load(settings::source(&given)));
                        settings::forget_prefill(&given);
                        composer.ask(Request::GiveSetup);
                    }
                    return;
                }
                ComposerEvent::Said(WorkerEvent::Loaded(setup), _) => {
                    let Setup { site, pack, answers, notice } = *setup;
                    if let Some(notice) = notice {
                        start.host.tell_text(&notice, &JsValue::UNDEFINED);
                    }
                    let known = instance::known(&settings);
                    start
                        .draw(known.unwrap_or_else(|| instance::keep(settings.clone(), site, pack)), answers);
                }
                ComposerEvent::Said(WorkerEvent::NotLoaded { en, cy }, _) => start.refuse([en, cy]),
                // It was given no job yet, and may be at work all the same.
                ComposerEvent::Said(WorkerEvent::Started { .. } | WorkerEvent::Progress { .. }, _) => return,
                ComposerEvent::Said(WorkerEvent::Finished { .. } | WorkerEvent::Spent, _)
                | ComposerEvent::Failed
                | ComposerEvent::Stale => start.unread(&settings),
            }
            // Nothing more is wanted of it; it is still speaking.
            before_paint(move || drop(parts.borrow_mut().reader.take()));
        };
        let reader = Composer::start(&self.host, Rc::new(hears));
        let started = reader.is_some();
        self.parts.borrow_mut().reader = reader;
        if !started {
            self.unread(&unread);
        }
    }

    /// The program that reads did not start. Criteria that are here are screened by all the same, and the person answers.
    fn unread(&self, settings: &Settings) {
        match instance::known(settings) {
            Some(instance) => {
                self.host.tell_text(NOT_READ, &JsValue::UNDEFINED);
                self.draw(instance, None);
            }
            None => self.refuse([NO_READER.en.to_owned(), NO_READER.cy.to_owned()]),
        }
    }

    fn draw(&self, instance: Instance, answers: Option<Answers>) {
        let (program, host, parts) = (self.program, self.host.clone(), self.parts.clone());
        let view = move || {
            let session = Session::new(instance.pack, instance.site, host, program);
            parts.borrow_mut().session = Some(session);
            if let Some(answers) = answers {
                session.apply(Change::Prefilled(Box::new(answers)));
            }
            view! { <App session /> }.into_any()
        };
        let drawn = mount(self.host.root(), Box::new(view));
        self.parts.borrow_mut().drawn = Some(drawn);
    }

    fn refuse(&self, problems: [String; 2]) {
        self.host.stop_fetching();
        self.host.shut_network();
        self.host.tell_text(NO_CRITERIA, &JsValue::UNDEFINED);
        let host = self.host.clone();
        let titles = words::NO_PACK_TITLE;
        host.set_title(&[titles.en, " / ", titles.cy].concat());
        let view = move || view! { <NoPack host=StoredValue::new_local(host) problems /> }.into_any();
        let drawn = mount(self.host.root(), Box::new(view));
        self.parts.borrow_mut().drawn = Some(drawn);
    }
}

/// A copy: its page, and what stands around every page.
#[component]
fn App(session: Session) -> impl IntoView {
    (session.program().begin)(session);
    effects::install(session);
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.host().focus("h1");
    };
    let page = move || {
        page_drawn();
        let is_covered = session.state().sealing.is_covered();
        if is_covered || session.page() == Page::Ended {
            session.host().forget_unsent();
        }
        session.host().put_back_unsent();
        if is_covered {
            return view! { <LockPage session language=session.language() /> }.into_any();
        }
        provide_doubts(session);
        (session.program().draw)(session, session.page(), session.language())
    };
    // On paper every sheet of a case has the marking and the reference, as sheets of a document have.
    let marking = live(move || match session.state().case_reference() {
        Some(reference) => {
            [session.pack().document.marking.say(session.language()), " · ", reference].concat()
        }
        None => String::new(),
    });
    view! {
        <a
            class="govuk-skip-link"
            href="#main"
            on:click=skip
            prop:textContent=follow(session, words::SKIP)
        ></a>
        <Bar session />
        <div class="ds-frame">
            <BackLink session />
            <PageOneBeside session />
            <main class="govuk-main-wrapper ds-marked" id="main">
                <p class="ds-marked__line" hidden prop:textContent=marking></p>
                <Redrawn key=move || session.state().navigation.turns * 2 + session.language() as usize>{page()}</Redrawn>
            </main>
        </div>
        <Shown when=move || !session.state().sealing.is_covered()>
            <Foot session />
        </Shown>
        <ExitWarning session />
        <ExitOverlay session />
    }
}

fn can_go_back(state: &State) -> bool {
    state.navigation.can_go_back() && state.page() != Page::Ended && !state.sealing.is_covered()
}

#[component]
fn BackLink(session: Session) -> impl IntoView {
    let back = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.back();
    };
    let text = follow(session, words::BACK);
    view! {
        <Shown when=move || can_go_back(&session.state())>
            <nav aria-label=move || words::BACK_NAV.say(session.language())>
                <a class="govuk-back-link" href="#" on:click=back prop:textContent=text></a>
            </nav>
        </Shown>
    }
}

/// Screening with the wrong criteria is worse than none.
#[component]
fn NoPack(
    host: StoredValue<Host, LocalStorage>,
    /// What is wrong with them, in each language, as list items that are escaped.
    problems: [String; 2],
) -> impl IntoView {
    let in_language = |language: Language| {
        let problems = problems[language as usize].clone();
        view! {
            <div lang=language.tag()>
                <h1 class="govuk-heading-l">{words::NO_PACK_TITLE.say(language)}</h1>
                <Paragraph text=words::NO_PACK_TEXT.say(language) />
                <ul class="govuk-list govuk-list--bullet" use:filled=(host.get_value(), problems)></ul>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="ds-frame">
            <main class="govuk-main-wrapper">{[Language::En, Language::Cy].map(in_language).collect_view()}</main>
        </div>
    }
}
