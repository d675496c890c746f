//! Every place where the page acts because something changed or the browser spoke.

use super::frame::leave_quickly;
use super::mount::{effect, keep};
use super::session::{Change, ComposerState, Page, Saved, Session};
use super::state::Wanted;
use super::titles::title;
use crate::answers::AnswerSheet;
use crate::browser::composer::{Composer, File, Said};
use crate::browser::dom::{Event, before_paint, key, on_window};
use crate::browser::{clock, download, history, leave, timer};
use crate::document::job::{BUILD, DATA, Job, Output, REFUSED};
use crate::document::looked::Looked;
use crate::embed::Message;
use crate::exit_keys::{ExitKeys, Heard, Presses, WINDOW_MS};
use crate::json::{self, Json};
use crate::protocol::{read_draft, read_form};
use gloo_timers::callback::Interval;
use leptos::prelude::untrack;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::KeyboardEvent;

/// How often it is looked whether it is another day.
const DAY_MS: u32 = 20_000;

/// Starts listening, for as long as the current owner lives.
pub(crate) fn install(session: Session) {
    let host = session.host();
    focus(session);
    effect(Box::new({
        let host = host.clone();
        move || host.set_language(session.language().tag())
    }));
    effect(Box::new({
        let host = host.clone();
        move || host.set_title(&title(session))
    }));
    if host.owns_history() {
        history::replace(0);
        hear("popstate", move |event| {
            if let Some(number) = history::number(event) {
                session.apply(Change::Returned(number));
            }
        });
    }
    day(session);
    leaving(session);
    if session.site().exit_keys {
        exit_keys(session);
    }
    writing(session);
    telling(session);
}

/// Notices that it is another day: now and then, and whenever the person comes back to the page.
fn day(session: Session) {
    let look = move || {
        let today = clock::today();
        if untrack(|| session.state().form.screened_on) != today {
            session.apply(Change::DayIs(today));
        }
    };
    hear("focus", move |_| look());
    hear("pageshow", move |_| look());
    keep(Box::new(Interval::new(DAY_MS, look)));
}

/// Tells whoever embeds this copy how it goes: nothing of a case before the person has agreed.
fn telling(session: Session) {
    let host = session.host();
    host.tell(Message::Ready(session.pack(), &session.site().languages), &JsValue::UNDEFINED);
    let mut closed = false;
    effect(Box::new({
        let host = host.clone();
        move || {
            let (ended, left) = {
                let state = session.state();
                (state.page() == Page::Ended, state.left)
            };
            if (ended || left) && !closed {
                host.tell(Message::Closed(left.then_some(&session.site().exit)), &JsValue::UNDEFINED);
            }
            closed = ended || left;
        }
    }));
    effect(Box::new({
        let host = host.clone();
        move || host.agreed(session.state().may_tell == Some(true))
    }));
    let mut told = String::new();
    effect(Box::new(move || {
        let (page, may) = {
            let state = session.state();
            (state.page(), state.may_tell == Some(true))
        };
        if !may {
            return;
        }
        let mut tell = |message: Message<'_>| {
            // Only what is new.
            let text = json::write(&message.to_json());
            if told != text {
                host.tell(message, &JsValue::UNDEFINED);
                told = text;
            }
        };
        session.pages(|at| match page {
            Page::Result => tell(Message::Outcome(at.pack, at.outcome)),
            _ => tell(Message::Progress(at)),
        });
    }));
}

/// Keeps the composer running, and gives it what is wanted.
fn writing(session: Session) {
    let host = session.host();
    let mut composer: Option<Composer> = None;
    let mut started = None;
    let mut asked = None;
    effect(Box::new(move || {
        let (starts, state_of_it, wanted) = {
            let state = session.state();
            (state.composer_starts, state.composer, state.wanted)
        };
        if started != Some(starts) {
            (started, asked) = (Some(starts), None);
            // The last one ends first.
            drop(composer.take());
            composer = Composer::start(&host, move |said| heard(session, said));
            if composer.is_none() {
                heard(session, Said::Failed);
            }
        }
        let Some(composer) = composer.as_ref().filter(|_| state_of_it == ComposerState::Ready) else {
            return;
        };
        if asked.is_none() {
            asked = Some(None);
            composer.give(&host.given());
        }
        if asked != Some(wanted) {
            asked = Some(wanted);
            if let Some(wanted) = wanted {
                composer.ask(wanted.number, &untrack(|| job(session, wanted)));
            }
        }
    }));
}

fn job(session: Session, wanted: Wanted) -> String {
    let Wanted { part, output, .. } = wanted;
    let sheet = || {
        let reference = session.reference();
        session.pages(|at| AnswerSheet::to_json(at.pack, at.answers, Some(&reference)))
    };
    let files = || session.state().files.iter().map(|file| file.as_str().into()).collect();
    let given = match output {
        Output::Compare => Json::Array(files()),
        Output::Form | Output::Opened => files().pop().unwrap_or_default(),
        Output::Draft | Output::Pack => {
            let source = session.state().edits.as_ref().map(|edits| edits.source.clone());
            json::object([("pack", source.unwrap_or_default().as_str().into()), ("sheet", sheet())])
        }
        _ => sheet(),
    };
    Job { given, part, output, made_on: clock::today(), language: session.language() }.write()
}

/// What the composer said.
fn heard(session: Session, said: Said) {
    let wanted = |number: u32| {
        let state = session.state();
        state.wanted.filter(|wanted| wanted.number == number)
    };
    let change = match said {
        Said::Ready(build) => {
            Change::ComposerIs(if build == BUILD { ComposerState::Ready } else { ComposerState::Stale })
        }
        // Only a page without criteria asks for them.
        Said::Copy(..) | Said::Refused(_) | Said::Begun => return,
        Said::Settled => return shut(session),
        Said::Failed => Change::ComposerIs(ComposerState::Failed),
        Said::Spent => Change::StartWriter { keep: true },
        Said::Progress(number, percent) => match wanted(number) {
            Some(_) => Change::Progress(percent),
            None => return,
        },
        Said::Made(number, file) => match wanted(number) {
            Some(Wanted { output: Output::Look, .. }) => Change::Looked(Looked::read(&file.text())),
            Some(Wanted { output: Output::Draft, .. }) => Change::Drafted(file.text()),
            Some(Wanted { output: Output::Form, .. }) => formed(&file),
            Some(Wanted { output: Output::Opened, .. }) => opened(&file),
            Some(wanted) if !matches!(wanted.output, Output::File(_) | Output::Zip | Output::Pack) => {
                Change::Drawn(file.text())
            }
            Some(Wanted { part, gives: true, .. }) => {
                session.host().tell(Message::Document(part, &file.name, &file.kind), &file.bytes);
                Change::Saved(Saved::Given(file.name))
            }
            Some(_) => {
                let saved = download::save(&file.name, &file.kind, &file.bytes);
                Change::Saved(Saved::of(file.name, saved))
            }
            None => return,
        },
        Said::NotMade(number, words) => match wanted(number) {
            Some(_) => Change::Saved(Saved::Failed(Some(words))),
            None => return,
        },
    };
    session.apply(change);
    if matches!(session.state().composer, ComposerState::Failed | ComposerState::Stale) {
        shut(session);
    }
}

/// Everything is here, or will not come: from now on nothing more is fetched.
fn shut(session: Session) {
    if !session.state().network_shut {
        session.apply(Change::Network(session.host().shut_network()));
    }
}

/// The form in which a pack is changed. It is needed for as long as the page lives, and there are a few at most.
fn formed(file: &File) -> Change {
    let (form, answers) = read_form(&file.bytes());
    Change::Formed(Box::leak(Box::new(form)), Box::new(answers))
}

/// What a file that was opened turned out to be.
fn opened(file: &File) -> Change {
    if file.kind == DATA {
        return Change::Opened(Box::new(read_draft(&file.bytes())));
    }
    if file.name == REFUSED { Change::NotOpened(file.text()) } else { Change::Drawn(file.text()) }
}

/// A new page is read from its heading; a refused one from its error summary.
fn focus(session: Session) {
    let host = session.host();
    let mut before = (0, 0);
    effect(Box::new(move || {
        let now = {
            let state = session.state();
            (state.turns, state.refusals)
        };
        if now == before {
            return;
        }
        let target = if now.0 == before.0 { ".govuk-error-summary, .ds-beside h2" } else { "main h1" };
        before = now;
        let host = host.clone();
        before_paint(move || {
            host.to_top();
            host.focus(target);
        });
    }));
}

/// Warns before answers are lost, and leaves nothing behind for "back" or a restored tab to show.
fn leaving(session: Session) {
    hear("beforeunload", move |event| {
        if session.has_answers() {
            leave::ask(event);
        }
    });
    hear("pagehide", move |_| session.apply(Change::Cleared));
    if !session.host().is_guest() {
        // Another address after "#" is another page of this file.
        hear("hashchange", |_| leave::reload());
        hear("pageshow", move |event| {
            if leave::comes_back(event) {
                leave::reload();
            }
        });
    }
}

/// Listens to the window for as long as the current owner lives.
fn hear(event: &'static str, act: impl Fn(&Event) + 'static) {
    keep(Box::new(on_window(event, act)));
}

/// What a person does that is no press of a key, or that a press of a key did.
const DOES: [&str; 4] = ["pointerdown", "wheel", "input", "focusin"];

/// Leaves by three presses of a Shift key, and says so before the last.
fn exit_keys(session: Session) {
    let (keys, forgets) = (Rc::new(RefCell::new(ExitKeys::default())), Rc::new(RefCell::new(None)));
    let hear = move |heard: Heard<'_>, at: f64| {
        let presses = keys.borrow_mut().hear(heard, at);
        let one_more = presses == Presses::OneMore;
        if session.state().exit_is_near != one_more {
            session.apply(Change::ExitIsNear(one_more));
            // What is said does not stay longer than it is true.
            let over = move || session.apply(Change::ExitIsNear(false));
            forgets.replace(one_more.then(|| timer::after(WINDOW_MS, over)));
        }
        if presses == Presses::Leave {
            leave_quickly(session);
        }
    };
    let host = session.host();
    for does in DOES {
        let hear = hear.clone();
        keep(Box::new(host.on_passing(does, move |event| hear(Heard::Other, event.time_stamp()))));
    }
    for (event, goes_down) in [("keydown", true), ("keyup", false)] {
        let hear = hear.clone();
        let listener = host.on_passing(event, move |event| {
            let code = key(event).filter(|key| !key.repeat() && !key.is_composing()).map(KeyboardEvent::code);
            let heard = match &code {
                Some(code) if !goes_down => Heard::Up(code),
                Some(code) if key(event).is_some_and(is_alone) => Heard::Down(code),
                _ => Heard::Other,
            };
            hear(heard, event.time_stamp());
        });
        keep(Box::new(listener));
    }
}

/// Whether no other key is held that gives a key another meaning.
fn is_alone(key: &KeyboardEvent) -> bool {
    !key.ctrl_key() && !key.alt_key() && !key.meta_key()
}
