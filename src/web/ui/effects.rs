//! Every place where the page acts: on the commands that come of a change, and because the browser spoke.

use super::instance;
use super::mount::{effect, keep};
use super::session::{Change, Effects, Page, Saved, Session};
use super::titles::title;
use crate::browser::composer::{Composer, ComposerEvent};
use crate::browser::dom::{Event, before_paint, is_wide, key, on_window};
use crate::browser::host::Host;
use crate::browser::sealer::Sealer;
use crate::browser::{acts, clock, download, history, leave, random, self_test, settings, timer};
use drive_screening_core::base::json;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::embed::Message;
use drive_screening_core::exit_keys::{ExitKeys, Heard, Presses, WINDOW_MS};
use drive_screening_core::protocol::{JobRequest, Request, SealEvent, SealJob, SealRequest, WorkerEvent};
use drive_screening_core::state::{Act, Command, NetworkState, NewCase, SideProgram};
use drive_screening_panel_desk::words::{TEST_MARKING, TEST_REFERENCE};
use js_sys::Uint8Array;
use leptos::prelude::{SetValue, UpdateValue, WithValue, untrack};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::KeyboardEvent;

/// What a visit of this page does.
pub(crate) const EFFECTS: Effects = Effects { new_case, carry_out };

/// What one does where a site tries all of it before it begins.
pub(crate) const DRILLING: Effects = Effects { new_case: new_test, carry_out: carry_out_drill };

/// What one does where this copy is tested.
pub(crate) const TESTING: Effects = Effects { new_case, carry_out: carry_out_test };
/// How long the page fetches what it will need, from when the person wants to go on.
const FETCHING_MS: f64 = 10_000.0;

/// How often it is looked for a sign of the person.
const SIGN_MS: u32 = 1_000;

/// What is one, beside [`DOES`].
const SIGNS: [&str; 3] = ["keydown", "pointermove", "touchstart"];

/// How often it is looked whether it is another day.
const DAY_MS: u32 = 20_000;

/// Starts listening, for as long as the current owner lives.
pub(crate) fn install(session: Session) {
    let host = session.host();
    start_composer(session, &host);
    host.on_arrived(move |name, is_here| {
        if let Some(program) = SideProgram::ALL.into_iter().find(|program| program.name() == name) {
            session.apply(Change::ProgramArrived(program, is_here));
        }
    });
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
                session.apply(Change::HistoryMoved(number));
            }
        });
    }
    day(session);
    leaving(session);
    acts(session);
    if !session.is_editing() {
        idle(session);
        save_key(session);
        hide_key(session);
        if !session.host().is_guest() {
            room(session);
        }
    }
    if session.site().exit_keys {
        exit_keys(session);
    }
    telling(session);
}

fn new_case() -> NewCase {
    NewCase { today: clock::today(), reference: random::reference() }
}

fn carry_out(session: Session, host: &Host, command: Command, file: &JsValue) {
    match command {
        Command::PushHistory(number) => history::push(number),
        Command::ReplaceHistory(number) => history::replace(number),
        Command::GoBack => history::back(),
        Command::StartComposer => start_composer(session, host),
        Command::LoadCriteria => ask_composer(session, Request::Load(settings::source(&host.given()))),
        Command::AskSetup => ask_composer(session, Request::GiveSetup),
        Command::AskComposer { number, language, job } => {
            let (made_on, minute) = (clock::today(), clock::minute());
            ask_composer(session, Request::Run(JobRequest { number, made_on, minute, language, job }));
        }
        Command::SaveFile { name, media_type } => {
            let saved = download::save(&name, &media_type, file);
            session.apply(Change::FileSaved(Saved::of(name, saved)));
        }
        Command::SaveText { name, media_type, text } => {
            let saved = download::save(&name, media_type, &text.into());
            session.apply(Change::FileSaved(Saved::of(name, saved)));
        }
        Command::SaveBytes { name, media_type, bytes } => {
            let saved = download::save_bytes(&name, media_type, &bytes);
            session.apply(Change::FileSaved(Saved::of(name, saved)));
        }
        Command::SealFile { number, keys } => {
            let content = Secret::from(Uint8Array::new(file).to_vec());
            ask_sealer(session, host, &SealRequest { number, job: SealJob::SealFor { keys, content } });
        }
        Command::AskSealer(request) => ask_sealer(session, host, &request),
        Command::EndSealer => end_sealer(session),
        Command::LimitFetching => {
            let host = host.clone();
            timer::after(FETCHING_MS, move || host.stop_fetching()).forget();
        }
        Command::SendToHost { part, name, media_type } => {
            host.tell(Message::Document(part, &name, &media_type), file);
        }
        Command::TellClosed { left } => {
            host.tell(Message::Closed(left.then_some(&session.site().exit)), &JsValue::UNDEFINED);
        }
        Command::TellAgreed(agreed) => host.agreed(agreed),
        Command::ShutNetwork => session.apply(Change::NetworkShut(host.shut_network())),
        // Only where this copy is tested, which has that carried out below.
        Command::RunSelfTest { .. } => {}
        Command::LeavePage => leave::leave_for(&session.site().exit),
        Command::FocusHeading => focus(host, "main h1"),
        Command::FocusId(id) => {
            let host = host.clone();
            // After the heading.
            before_paint(move || before_paint(move || host.focus_id(&id)));
        }
        Command::FocusProblem => focus(host, ".govuk-error-summary, .ds-beside h2"),
    }
}

/// A case about nobody, which says so wherever its reference stands.
fn new_test() -> NewCase {
    let NewCase { today, reference } = new_case();
    let of_its_own = reference.split('-').next_back().unwrap_or_default();
    NewCase { today, reference: [TEST_REFERENCE, of_its_own].concat() }
}

/// The same where a site tries all of it before it begins: each page of a document says that it is a test.
fn carry_out_drill(session: Session, host: &Host, command: Command, file: &JsValue) {
    match command {
        Command::LoadCriteria => {
            let source = settings::marked_source(&host.given(), TEST_MARKING);
            ask_composer(session, Request::Load(source));
        }
        command => carry_out(session, host, command, file),
    }
}

/// The same where this copy is tested: every file is looked at while it can still be fetched.
fn carry_out_test(session: Session, host: &Host, command: Command, file: &JsValue) {
    let Some(test) = self_test::of(host) else { return carry_out(session, host, command, file) };
    let tell = {
        let test = test.clone();
        move || {
            session.apply(Change::SelfTested(
                test.found(untrack(|| session.state().network.state == NetworkState::Shut)),
            ));
        }
    };
    match command {
        Command::ShutNetwork => {
            let host = host.clone();
            test.looked(move || {
                carry_out(session, &host, Command::ShutNetwork, &JsValue::UNDEFINED);
                tell();
            });
        }
        Command::RunSelfTest { needs_window } => test.run(needs_window, tell),
        command => carry_out(session, host, command, file),
    }
}

/// Starts the composer; the one before ends first.
fn start_composer(session: Session, host: &Host) {
    if let Some(before) = session.composer().try_update_value(Option::take).flatten() {
        before.end();
        // It may be what asked for this, and still be speaking.
        before_paint(move || drop(before));
    }
    let composer = Composer::start(host, Rc::new(move |event| on_composer_event(session, event)));
    let started = composer.is_some();
    session.composer().set_value(composer);
    if !started {
        session.apply(Change::ComposerFailed);
    }
}

fn ask_composer(session: Session, request: Request) {
    session.composer().with_value(|composer| {
        if let Some(composer) = composer {
            composer.ask(request);
        }
    });
}

/// Asks the sealer for something, and starts it first where it does not run.
fn ask_sealer(session: Session, host: &Host, request: &SealRequest) {
    let kept = session.sealer();
    let runs = kept.with_value(Option::is_some);
    if !runs {
        let hears = move |event: Option<SealEvent>| match event {
            Some(event) => session.apply(Change::SealerSaid(event, new_case())),
            None => session.apply(Change::SealerFailed),
        };
        kept.set_value(Sealer::start(host, hears));
    }
    let asked = kept.with_value(|sealer| sealer.as_ref().map(|sealer| sealer.ask(request)));
    if asked.is_none() {
        session.apply(Change::SealerFailed);
    }
}

fn end_sealer(session: Session) {
    if let Some(sealer) = session.sealer().try_update_value(Option::take).flatten() {
        // It may be what asked for this, and still be speaking.
        before_paint(move || drop(sealer));
    }
}

fn on_composer_event(session: Session, event: ComposerEvent) {
    match event {
        ComposerEvent::Said(WorkerEvent::Loaded(setup), _) => {
            let home = session.state().home;
            if untrack(|| session.state().wants_words(&setup.pack)) {
                session.apply(Change::WordsLoaded(instance::keep_words(home, setup.pack)));
            }
        }
        ComposerEvent::Said(event, file) => {
            session.apply_with(Change::ComposerSaid(event, new_case()), &file);
        }
        ComposerEvent::Failed => session.apply(Change::ComposerFailed),
        ComposerEvent::Stale => session.apply(Change::ComposerStale),
    }
}

/// Moves to the first element that matches, once the page is drawn.
fn focus(host: &Host, target: &'static str) {
    let host = host.clone();
    before_paint(move || {
        host.to_top();
        host.focus(target);
    });
}

/// Notices that it is another day: now and then, and whenever the person comes back to the page.
fn day(session: Session) {
    let look = move || {
        let today = clock::today();
        if untrack(|| session.state().visit.form.screened_on) != today {
            session.apply(Change::DayChanged(today));
        }
    };
    hear("focus", move |_| look());
    hear("pageshow", move |_| look());
    keep(Box::new(timer::every(DAY_MS, look)));
}

/// Does what buttons in HTML of the composer name.
fn acts(session: Session) {
    let host = session.host();
    let act = move |name: &str| {
        if let Some(act) = Act::from_name(name) {
            let typed = acts::typed(&session.host(), name);
            let change = act.change(typed.into(), &session.state().visit.form);
            if let Some(change) = change {
                session.apply(change);
            }
        }
    };
    let types = move |passphrase: String| session.apply(Change::PassphraseTyped(passphrase.into()));
    keep(Box::new(acts::on_acts(&host, act, types)));
    effect(Box::new(move || acts::say_strength(&host, session.state().sealing.strength)));
}

/// When there was the last sign of the person, from now on.
pub(crate) fn signs(session: Session) -> Rc<Cell<f64>> {
    let last = Rc::new(Cell::new(clock::now()));
    let host = session.host();
    for sign in DOES.into_iter().chain(SIGNS) {
        let last = last.clone();
        keep(Box::new(host.on_passing(sign, Box::new(move |_| last.set(clock::now())))));
    }
    last
}

/// Looks for signs of the person, and says how long there was none.
fn idle(session: Session) {
    let last = signs(session);
    // What is covered waits, whatever moves, from when it was covered.
    let since = Cell::new(None);
    keep(Box::new(timer::every(SIGN_MS, move || {
        let is_covered = untrack(|| session.state().sealing.is_covered());
        let from = since.get().filter(|_| is_covered).unwrap_or_else(|| last.get());
        since.set(is_covered.then_some(from));
        let seconds = clock::seconds_since(from);
        if untrack(|| session.state().minds_idle(seconds)) {
            session.apply(Change::Idle(seconds, new_case()));
        }
    })));
}

/// Goes to where what was typed is saved, by the keys that save in every other program.
fn save_key(session: Session) {
    let saves = move |event: &Event| {
        let wanted = key(event).is_some_and(|key| {
            (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key() && key.key() == "s"
        });
        if wanted && session.has_answers() {
            event.prevent_default();
            if session.page() != Page::Save {
                session.apply(Change::Navigated(Page::Save));
            }
        }
    };
    keep(Box::new(session.host().on_key(saves)));
}

/// Hides page one by Escape, wherever focus is: somebody may have come in.
fn hide_key(session: Session) {
    let hides = move |event: &Event| {
        if key(event).is_some_and(|key| key.key() == "Escape") && session.state().page_one.is_open {
            session.apply(Change::PageOneOpened(false));
        }
    };
    keep(Box::new(session.host().on_key(hides)));
}

/// Hides page one as the room for it beside the page goes: zoomed in, or on a screen that was turned, it would stand above each
/// question. It is shown again by its button alone, as somebody may have hidden it from others.
fn room(session: Session) {
    let was_wide = Cell::new(is_wide());
    hear("resize", move |_| {
        if was_wide.replace(is_wide()) && !was_wide.get() {
            session.apply(Change::PageOneOpened(false));
        }
    });
}

/// Tells whoever embeds this copy how it goes: nothing of a case before the person has agreed.
fn telling(session: Session) {
    let host = session.host();
    host.tell(Message::Ready(session.pack(), &session.site().languages), &JsValue::UNDEFINED);
    let mut told = String::new();
    effect(Box::new(move || {
        let (page, may) = {
            let state = session.state();
            (state.page(), state.visit.may_tell == Some(true))
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
        session.interview(|interview| match page {
            Page::Result => tell(Message::Outcome(interview.pack, interview.outcome)),
            _ => tell(Message::Progress(interview)),
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
    hear("pagehide", move |_| session.clear());
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
            session.apply(Change::ExitNear(one_more));
            // What is said does not stay longer than it is true.
            let over = move || session.apply(Change::ExitNear(false));
            forgets.replace(one_more.then(|| timer::after(WINDOW_MS, over)));
        }
        if presses == Presses::Leave {
            session.leave();
        }
    };
    let host = session.host();
    for does in DOES {
        let hear = hear.clone();
        keep(Box::new(host.on_passing(does, Box::new(move |event| hear(Heard::Other, event.time_stamp())))));
    }
    for (event, goes_down) in [("keydown", true), ("keyup", false)] {
        let hear = hear.clone();
        let hears = move |event: &Event| {
            let code = key(event).filter(|key| !key.repeat() && !key.is_composing()).map(KeyboardEvent::code);
            let heard = match &code {
                Some(code) if !goes_down => Heard::Up(code),
                Some(code) if key(event).is_some_and(is_alone) => Heard::Down(code),
                _ => Heard::Other,
            };
            hear(heard, event.time_stamp());
        };
        keep(Box::new(host.on_passing(event, Box::new(hears))));
    }
}

/// Whether no other key is held that gives a key another meaning.
fn is_alone(key: &KeyboardEvent) -> bool {
    !key.ctrl_key() && !key.alt_key() && !key.meta_key()
}
