//! The visit as pages see it: one signal of what has happened, and a memo of what follows from it.

pub(crate) use super::page::Page;
use super::state::State;
pub(crate) use super::state::{Change, ComposerState, Saved};
use crate::answers::Answers;
use crate::browser::history;
use crate::browser::host::Host;
use crate::interview::{Entry, Field, Form, Interview};
use crate::pack::{Pack, Stage};
use crate::screening::{Outcome, screen};
use crate::site::Site;
use crate::words::Language;
use leptos::prelude::*;
use std::ops::Deref;

/// What follows from what was typed.
#[derive(PartialEq)]
struct Derived {
    form: Form,
    answers: Answers,
    outcome: Outcome,
}

/// A handle on the visit, passed by value. What an effect reads through it, the effect follows.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    site: &'static Site,
    host: StoredValue<Host, LocalStorage>,
    state: RwSignal<State>,
    derived: Memo<Derived>,
}

impl Session {
    /// A visit in which nothing has happened yet.
    pub(crate) fn new(pack: &'static Pack, site: &'static Site, host: Host) -> Self {
        let wanted = host.lang().and_then(|tag| Language::from_tag(&tag));
        let offered = wanted.filter(|language| site.languages.contains(language));
        let language = offered.or(site.languages.first().copied()).unwrap_or_default();
        let mut state = State::new(language, pack);
        state.owns_history = host.owns_history();
        let (host, state) = (StoredValue::new_local(host), RwSignal::new(state));
        let derived = Memo::new(move |_| {
            let state = state.read();
            let pack = state.pack;
            let answers = state.form.answers(pack);
            let outcome = screen(pack, &answers);
            Derived { form: state.form.clone(), answers, outcome }
        });
        Self { site, host, state, derived }
    }

    /// Says what happened.
    pub(crate) fn apply(self, change: Change) {
        self.state.update(|state| state.apply(change));
    }

    /// What is asked: the criteria, or the form in which a pack is changed.
    pub(crate) fn pack(self) -> &'static Pack {
        self.state().pack
    }

    /// Whether this visit is for changing a pack.
    pub(crate) fn is_editing(self) -> bool {
        self.state().edits.is_some()
    }

    /// What the site wrote beside this copy.
    pub(crate) fn site(self) -> &'static Site {
        self.site
    }

    /// What this copy stands in.
    pub(crate) fn host(self) -> Host {
        self.host.get_value()
    }

    /// Goes back to the page before.
    pub(crate) fn back(self) {
        if self.host().owns_history() {
            history::back();
        } else {
            self.apply(Change::WentBack);
        }
    }

    /// Everything that has happened. Nothing can change while it is held.
    #[inline(never)]
    pub(crate) fn state(self) -> impl Deref<Target = State> {
        self.state.read()
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
        self.state().stage
    }

    /// What a field holds.
    pub(crate) fn entry(self, field: &Field) -> Entry {
        self.state().form.get(field)
    }

    /// What is wrong with a field, in the language of the page.
    pub(crate) fn error(self, field: &Field) -> Option<String> {
        let state = self.state();
        let wrong = state.wrongs.iter().find(|wrong| wrong.field == *field)?;
        Some(wrong.message.say(state.language).to_owned())
    }

    /// The reference of the documents.
    pub(crate) fn reference(self) -> String {
        self.state().reference.clone()
    }

    /// Whether something would be lost by leaving.
    pub(crate) fn has_answers(self) -> bool {
        self.state().has_answers()
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
        self.derived.read()
    }
}
