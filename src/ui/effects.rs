//! Every place where the page acts because something changed or the browser spoke.

use super::element::effect;
use super::frame::leave_quickly;
use super::session::{Change, Session, Writer};
use super::state::Wanted;
use crate::answers::AnswerSheet;
use crate::browser::dom::{before_paint, key, on_window};
use crate::browser::worker::{File, Said, Worker};
use crate::browser::{clock, download, history, leave, page, settings};
use crate::document::job::{BUILD, Job, Output};
use crate::json::{self, Json};
use crate::pack::packed::read_form;
use leptos::prelude::untrack;
use std::cell::Cell;
use web_sys::KeyboardEvent;

/// Presses of Shift that leave, and the time they must fall in.
const SHIFTS: u8 = 3;
const SHIFT_WINDOW_MS: f64 = 5_000.0;

/// Starts listening, for as long as the page lives.
pub(crate) fn install(session: Session) {
    history::replace(0);
    focus(session);
    effect(Box::new(move || page::set_language(session.language().tag())));
    on_window("popstate", move |event| {
        if let Some(number) = history::number(event) {
            session.apply(Change::Returned(number));
        }
    });
    leaving(session);
    shifts(session);
    writing(session);
}

/// Keeps the program that writes documents running, and gives it what is wanted.
fn writing(session: Session) {
    let mut worker: Option<Worker> = None;
    let mut started = None;
    let mut asked = None;
    effect(Box::new(move || {
        let (writers, writer, wanted) = {
            let state = session.state();
            (state.writers, state.writer, state.wanted)
        };
        if started != Some(writers) {
            (started, asked) = (Some(writers), None);
            // The last one ends first.
            drop(worker.take());
            worker = Worker::start(move |said| heard(session, said));
            if worker.is_none() {
                heard(session, Said::Failed);
            }
        }
        let Some(worker) = worker.as_ref().filter(|_| writer == Writer::Ready) else {
            return;
        };
        if asked.is_none() {
            asked = Some(None);
            worker.give(&settings::given());
        }
        if asked != Some(wanted) {
            asked = Some(wanted);
            if let Some(wanted) = wanted {
                worker.ask(wanted.number, &untrack(|| job(session, wanted)));
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
        Output::Form => files().pop().unwrap_or_default(),
        Output::Draft | Output::Pack => {
            let source = session.state().edits.as_ref().map(|edits| edits.source.clone());
            json::object([("pack", source.unwrap_or_default().as_str().into()), ("sheet", sheet())])
        }
        _ => sheet(),
    };
    Job { given, part, output, made_on: clock::today(), language: session.language() }.write()
}

/// What the program that writes documents said.
fn heard(session: Session, said: Said) {
    let wanted = |number: u32| {
        let state = session.state();
        state.wanted.filter(|wanted| wanted.number == number)
    };
    let change = match said {
        Said::Ready(build) => Change::WriterIs(if build == BUILD { Writer::Ready } else { Writer::Stale }),
        // Only a page without criteria asks for them.
        Said::Copy(..) | Said::Refused(_) => return,
        Said::Failed => Change::WriterIs(Writer::Failed),
        Said::Made(number, file) => match wanted(number) {
            Some(Wanted { output: Output::Look, .. }) => Change::Looked(file.text()),
            Some(Wanted { output: Output::Draft, .. }) => Change::Drafted(file.text()),
            Some(Wanted { output: Output::Form, .. }) => formed(&file),
            Some(wanted) if !matches!(wanted.output, Output::File(_) | Output::Zip | Output::Pack) => {
                Change::Drawn(file.text())
            }
            Some(_) => {
                let saved = download::save(&file.name, &file.kind, &file.bytes);
                Change::Saved(if saved { Ok(file.name) } else { Err(None) })
            }
            None => return,
        },
        Said::NotMade(number, words) => match wanted(number) {
            Some(_) => Change::Saved(Err(Some(words))),
            None => return,
        },
    };
    session.apply(change);
    // Everything is here, or will not come: from now on nothing more is fetched, and nothing can be sent.
    if !session.state().network_shut {
        session.apply(Change::Network(page::shut_network()));
    }
}

/// The form in which a pack is changed. It is needed for as long as the page lives, and there are a few at most.
fn formed(file: &File) -> Change {
    let (form, sheet) = read_form(&file.bytes());
    match AnswerSheet::parse(&sheet).and_then(|sheet| sheet.read(&form)) {
        Ok(answers) => Change::Formed(Box::leak(Box::new(form)), Box::new(answers)),
        // The program that made it has read it already.
        Err(_) => Change::Saved(Err(None)),
    }
}

/// A new page is read from its heading; a refused one from its error summary.
fn focus(session: Session) {
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
        before_paint(move || {
            page::to_top();
            page::focus(target);
        });
    }));
}

/// Warns before answers are lost, and leaves nothing behind for "back" or a restored tab to show.
fn leaving(session: Session) {
    on_window("beforeunload", move |event| {
        if session.has_answers() {
            leave::ask(event);
        }
    });
    // Another address after "#" is another page of this file.
    on_window("hashchange", |_| leave::reload());
    on_window("pagehide", move |_| session.apply(Change::Cleared));
    on_window("pageshow", move |event| {
        if leave::comes_back(event) {
            leave::reload();
        }
    });
}

/// Three presses of Shift within five seconds, nothing between. The Shift of a capital or of Shift and Tab is no press.
fn shifts(session: Session) {
    let presses = Cell::new((0_u8, 0.0_f64));
    let held = Cell::new(false);
    on_window("keyup", move |event| {
        let pressed = key(event);
        if pressed.is_none_or(|pressed| pressed.key() != "Shift") {
            held.set(pressed.is_some_and(KeyboardEvent::shift_key));
            presses.set((0, 0.0));
            return;
        }
        if held.replace(false) {
            return;
        }
        let now = clock::milliseconds();
        let (count, since) = presses.get();
        let (count, since) =
            if count > 0 && now - since <= SHIFT_WINDOW_MS { (count + 1, since) } else { (1, now) };
        presses.set((count, since));
        if count >= SHIFTS {
            leave_quickly(session);
        }
    });
}
