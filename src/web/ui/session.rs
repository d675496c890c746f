//! The visit as pages see it: one signal of what has happened, and a memo of what follows from it.

use crate::browser::composer::Composer;
use crate::browser::dom::is_wide;
use crate::browser::host::Host;
use crate::browser::sealer::Sealer;
use drive_screening_core::answers::Answers;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Doubt, Field, FieldInput, Form, Gap, Interview};
use drive_screening_core::pack::{Pack, Stage};
use drive_screening_core::screening::{Outcome, screen};
use drive_screening_core::site::Site;
pub(crate) use drive_screening_core::state::{Change, ComposerState, Output, Page, Saved};
use drive_screening_core::state::{Command, NewCase, State};
use leptos::prelude::*;
use std::ops::Deref;
use wasm_bindgen::JsValue;

/// What follows from what was typed.
#[derive(PartialEq)]
struct Derived {
    form: Form,
    answers: Answers,
    outcome: Outcome,
}

/// One of the programs that draw pages: what it is for, and how its own pages look.
pub struct Program {
    /// A visit in which nothing has happened yet.
    pub(crate) state: fn(Language, &'static Pack, bool, NewCase) -> State,
    /// What a visit begins with, once the criteria are there.
    pub(crate) begin: fn(Session),
    /// Draws a page.
    pub(crate) draw: fn(Session, Page, Language) -> AnyView,
    /// The title of its first page.
    pub(crate) start: Phrase,
    /// The title of the page from which every other is reached.
    pub(crate) tasks: Phrase,
    /// What stands below the questions of a page.
    pub(crate) below: fn(Session, Language) -> Option<AnyView>,
    /// Whether that last page shows something that has to be put right first.
    pub(crate) is_refused: fn(Session) -> bool,
    /// What it does to the world outside it.
    pub(crate) effects: Effects,
}

/// What a visit does to the world outside it.
pub(crate) struct Effects {
    /// What a case begins with: the day and a reference.
    pub(crate) new_case: fn() -> NewCase,
    /// Carries a command out; the last is the file that came with the change, if one did.
    pub(crate) carry_out: fn(Session, &Host, Command, &JsValue),
}

/// A handle on the visit, passed by value. What an effect reads through it, the effect follows.
///
/// It is no more than a key: every component and every closure holds one.
#[derive(Clone, Copy)]
pub(crate) struct Session(StoredValue<Parts, LocalStorage>);

/// What a visit is made of.
#[derive(Clone, Copy)]
struct Parts {
    site: &'static Site,
    program: &'static Program,
    host: StoredValue<Host, LocalStorage>,
    state: RwSignal<State>,
    /// The composer, while it runs.
    composer: StoredValue<Option<Composer>, LocalStorage>,
    /// The sealer, while it runs.
    sealer: StoredValue<Option<Sealer>, LocalStorage>,
    derived: Memo<Derived>,
}

#[allow(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of an interview is of one lifetime, and the closure must take any"
)]
impl Session {
    /// A visit in which nothing has happened yet.
    pub(crate) fn new(
        pack: &'static Pack,
        site: &'static Site,
        host: Host,
        program: &'static Program,
    ) -> Self {
        let wanted = host.lang().and_then(|tag| Language::from_tag(&tag));
        let offered = wanted.filter(|language| site.languages.contains(language));
        let language = offered.or(site.languages.first().copied()).unwrap_or_default();
        let new_case = (program.effects.new_case)();
        let mut state = (program.state)(language, pack, host.owns_history(), new_case);
        (state.is_guest, state.host_name) = (host.is_guest(), host.name());
        // A guest is as wide as whoever embeds it lets it be.
        state.page_one.is_open = !host.is_guest() && is_wide();
        state.limits = site.idle;
        let (host, state) = (StoredValue::new_local(host), RwSignal::new(state));
        let derived = Memo::new(move |_| {
            let state = state.read();
            let pack = state.pack;
            let answers = state.visit.form.answers(pack);
            let outcome = screen(pack, &answers);
            Derived { form: state.visit.form.clone(), answers, outcome }
        });
        let (composer, sealer) = (StoredValue::new_local(None), StoredValue::new_local(None));
        Self(StoredValue::new_local(Parts { site, program, host, state, composer, sealer, derived }))
    }

    #[inline(never)]
    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// Says what happened, and has done what is to be done about it.
    pub(crate) fn apply(self, change: Change) {
        self.apply_with(change, &JsValue::UNDEFINED);
    }

    /// The same of something that comes with a file.
    pub(crate) fn apply_with(self, change: Change, file: &JsValue) {
        // After the page has ended there is nobody to tell.
        let Some(parts) = self.0.try_get_value() else { return };
        let commands = parts.state.try_update(|state| state.apply(change)).unwrap_or_default();
        for command in commands {
            // Whoever embeds the page may end it when it is told something.
            let Some(host) = parts.host.try_get_value() else { return };
            (parts.program.effects.carry_out)(self, &host, command, file);
        }
    }

    /// Puts the visit in a state that nothing brings about: of an example, or where a program begins. Nothing is done about it.
    pub(crate) fn set_up(self, with: impl FnOnce(&mut State)) {
        self.parts().state.update(with);
    }

    /// Forgets the case.
    pub(crate) fn clear(self) {
        self.apply(Change::Cleared((self.parts().program.effects.new_case)()));
    }

    /// Forgets everything, covers the page and goes elsewhere.
    pub(crate) fn leave(self) {
        self.apply(Change::Left((self.parts().program.effects.new_case)()));
    }

    /// Where the composer is kept while it runs.
    pub(super) fn composer(self) -> StoredValue<Option<Composer>, LocalStorage> {
        self.parts().composer
    }

    /// Where the sealer is kept while it runs.
    pub(super) fn sealer(self) -> StoredValue<Option<Sealer>, LocalStorage> {
        self.parts().sealer
    }

    /// What is asked: the criteria, or the form in which a pack is changed.
    pub(crate) fn pack(self) -> &'static Pack {
        self.state().pack
    }

    /// The program that draws its pages.
    pub(crate) fn program(self) -> &'static Program {
        self.parts().program
    }

    /// Whether this visit is about the criteria, and not for a referral.
    pub(crate) fn is_editing(self) -> bool {
        self.state().editing.is_some()
    }

    /// What the site wrote beside this copy.
    pub(crate) fn site(self) -> &'static Site {
        self.parts().site
    }

    /// What this copy stands in.
    pub(crate) fn host(self) -> Host {
        self.parts().host.get_value()
    }

    /// Goes back to the page before.
    pub(crate) fn back(self) {
        self.apply(Change::BackPressed);
    }

    /// Everything that has happened. Nothing can change while it is held.
    #[inline(never)]
    pub(crate) fn state(self) -> impl Deref<Target = State> {
        self.parts().state.read()
    }

    /// The page the person is on.
    pub(crate) fn page(self) -> Page {
        self.state().page()
    }

    /// The language the person reads.
    pub(crate) fn language(self) -> Language {
        self.state().language
    }

    /// Before or after the result.
    pub(crate) fn stage(self) -> Stage {
        self.state().visit.stage
    }

    /// What a field holds.
    pub(crate) fn entry(self, field: &Field) -> FieldInput {
        self.state().visit.form.get(field)
    }

    /// What is wrong with a field, in the language of the page.
    pub(crate) fn error(self, field: &Field) -> Option<String> {
        let state = self.state();
        let error = state.visit.errors.iter().find(|error| error.field == *field)?;
        Some(error.message.say(state.language).to_owned())
    }

    /// Whether something would be lost by leaving.
    pub(crate) fn has_answers(self) -> bool {
        self.state().has_answers()
    }

    /// What is still missing.
    pub(crate) fn gaps(self) -> Vec<Gap> {
        self.interview(|interview| interview.gaps())
    }

    /// Every answer that may not be right.
    pub(crate) fn doubts(self) -> Vec<Doubt> {
        self.interview(|interview| interview.doubts())
    }

    /// Whether the result may be shown.
    pub(crate) fn can_see_result(self) -> bool {
        self.interview(|interview| interview.can_see_result())
    }

    /// Calls `with` with the interview as it stands.
    pub(crate) fn interview<T>(self, with: impl FnOnce(Interview<'_>) -> T) -> T {
        let (pack, stage) = (self.pack(), self.stage());
        let derived = self.derived();
        let Derived { form, answers, outcome } = &*derived;
        with(Interview { pack, form, answers, outcome, stage })
    }

    #[inline(never)]
    fn derived(self) -> impl Deref<Target = Derived> {
        self.parts().derived.read()
    }
}
