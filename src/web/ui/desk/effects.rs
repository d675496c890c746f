//! The desk as its pages see it: one signal; and the one place where it acts, on what happened and because nobody is there.

use crate::browser::clock;
use crate::browser::dom::before_paint;
use crate::browser::download;
use crate::browser::file::{self, Contents};
use crate::browser::sealer::Sealer;
use crate::browser::timer;
use crate::effects::signs;
use crate::mount::keep;
use crate::session::{Change, Output, Saved, Session};
use drive_screening_core::protocol::{OPENED_MAX_BYTES, SealRequest};
use drive_screening_panel_desk::state::{ChosenFile, Desk, DeskChange, DeskCommand};
use leptos::prelude::*;
use std::ops::Deref;

/// How often it is looked for a sign of the person.
const SIGN_MS: u32 = 1_000;

/// A handle on the desk, passed by value.
#[derive(Clone, Copy)]
pub(super) struct DeskHandle {
    session: Session,
    desk: RwSignal<Desk>,
    /// Everything was forgotten, as nobody was there.
    pub(super) was_forgotten: RwSignal<bool>,
    sealer: StoredValue<Option<Sealer>, LocalStorage>,
}

thread_local! {
    /// The desk of this page: it outlives each drawing of it.
    static DESK: std::cell::Cell<Option<DeskHandle>> = const { std::cell::Cell::new(None) };
}

/// Lays out an empty desk, which is cleared when nobody is there for as long as a page of a case would be locked after.
pub(super) fn begin(session: Session) {
    lay_out(session);
}

fn lay_out(session: Session) -> DeskHandle {
    let handle = DeskHandle {
        session,
        desk: RwSignal::default(),
        was_forgotten: RwSignal::new(false),
        sealer: StoredValue::new_local(None),
    };
    DESK.set(Some(handle));
    let last = signs(session);
    let limit = session.site().idle.lock_after * 60;
    keep(Box::new(timer::every(SIGN_MS, move || {
        let is_left = clock::seconds_since(last.get()) >= limit;
        if is_left && untrack(|| handle.get().holds_something()) {
            handle.apply(DeskChange::Forgotten);
            handle.was_forgotten.set(true);
        }
    })));
    handle
}

/// Whether the page shows something that has to be put right first.
pub(super) fn is_refused(session: Session) -> bool {
    of(session).get().problem.is_some()
}

/// The desk of this page; an empty one where there is none, as where a page is drawn by itself.
pub(super) fn of(session: Session) -> DeskHandle {
    DESK.get().unwrap_or_else(|| lay_out(session))
}

impl DeskHandle {
    /// The desk. Nothing can change while it is held.
    pub(super) fn get(self) -> impl Deref<Target = Desk> {
        self.desk.read()
    }

    /// Says what happened, and has done what is to be done about it.
    pub(super) fn apply(self, change: DeskChange) {
        self.was_forgotten.set(false);
        let commands = self.desk.try_update(|desk| desk.apply(change)).unwrap_or_default();
        self.carry_out(commands);
        if untrack(|| self.get().problem.is_some()) {
            let host = self.session.host();
            before_paint(move || {
                host.to_top();
                host.focus(".govuk-error-summary");
            });
        }
    }

    /// Does what is to be done.
    pub(super) fn carry_out(self, commands: Vec<DeskCommand>) {
        for command in commands {
            match command {
                DeskCommand::AskSealer(request) => self.ask_sealer(&request),
                DeskCommand::EndSealer => {
                    if let Some(sealer) = self.sealer.try_update_value(Option::take).flatten() {
                        // It may be what asked for this, and still be speaking.
                        before_paint(move || drop(sealer));
                    }
                }
                DeskCommand::Save { name, media_type, bytes } => {
                    let saved = download::save_bytes(&name, media_type, &bytes);
                    self.session.apply(Change::FileSaved(Saved::of(name, saved)));
                }
                DeskCommand::Show(text) if text.is_empty() => {
                    self.session.set_up(|state| state.jobs.forget_side());
                }
                DeskCommand::Show(text) => self.session.apply(Change::FilesChosen(Output::Open, vec![text])),
            }
        }
    }

    fn ask_sealer(self, request: &SealRequest) {
        if self.sealer.with_value(Option::is_none) {
            let hears = move |event| match event {
                Some(event) => self.apply(DeskChange::SealerSaid(event)),
                None => self.apply(DeskChange::SealerFailed),
            };
            self.sealer.set_value(Sealer::start(&self.session.host(), hears));
        }
        let asked = self.sealer.with_value(|sealer| sealer.as_ref().map(|sealer| sealer.ask(request)));
        if asked.is_none() {
            self.apply(DeskChange::SealerFailed);
        }
    }

    /// Reads the files that were chosen in the input of an event, at most so many.
    pub(super) fn read(
        self,
        event: &leptos::ev::Event,
        most: u32,
        change: fn(Vec<ChosenFile>) -> DeskChange,
    ) {
        let names = file::names(event, most);
        file::read(event, most, OPENED_MAX_BYTES as u64, move |read| {
            self.apply(match read {
                Ok(files) => change(files.into_iter().zip(names.clone()).map(chosen).collect()),
                Err(fault) => DeskChange::NotRead(fault),
            });
        });
    }
}

fn chosen((contents, name): (Contents, String)) -> ChosenFile {
    let bytes = match contents {
        Contents::Text(text) => text.into_bytes(),
        Contents::Sealed(bytes) => bytes,
    };
    ChosenFile { name, bytes }
}
