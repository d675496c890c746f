//! The state of a visit. One list of changes, one place they happen; everything derived is a memo.

use crate::answers::Answers;
use crate::browser::{clock, history, random};
use crate::interview::{Entry, Field, Form, Pages, Wrong};
use crate::pack::{FactId, Pack, Part, Stage};
use crate::problem::Problem;
use crate::screening::{Outcome, screen};
use crate::words::Language;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// Before you start.
    Start,
    /// The task list.
    Tasks,
    /// A page of questions: section and page.
    Questions(usize, usize),
    /// An entry of a group: the group's section and page, and the key.
    Item(usize, usize, u32),
    /// Removing an entry of a group.
    Remove(usize, usize, u32),
    /// No further answer can change the result.
    Stop,
    /// The result.
    Result,
    /// Disagree and refer anyway.
    Disagree,
    /// Check your answers.
    Check,
    /// The documents.
    Documents,
    /// A document on screen.
    Preview(Part),
    /// Clear everything?
    Clear,
    /// Everything is cleared.
    Ended,
    /// Open an answer sheet.
    Open,
    /// The accessibility statement.
    Accessibility,
    /// The privacy statement.
    Privacy,
}

/// Everything that can happen.
pub(crate) enum Change {
    /// Something was typed or picked.
    Typed(Field, Entry),
    /// An entry was added to a group.
    Added(FactId),
    /// An entry was removed.
    Removed(FactId, u32),
    /// The person moved to a page.
    Went(Page),
    /// The person went to change an answer, and comes back to the page they were on.
    WentToChange(Page),
    /// The browser moved to an entry of its history.
    Returned(usize),
    /// A page was sent on with problems.
    Refused(Vec<Wrong>),
    /// The early stop was offered.
    OfferedStop,
    /// The result was shown.
    SawResult(String),
    /// The person went on to the referral.
    Refers,
    /// The other language was picked.
    Spoke(Language),
    /// An answer sheet was opened.
    Opened(Box<Answers>),
    /// A file could not be opened.
    NotOpened(Vec<Problem>),
    /// A document was saved, or could not be.
    Saved(Result<String, ()>),
    /// Everything is to be forgotten.
    Cleared,
    /// The network was shut, or could not be.
    Network(bool),
    /// The page is being left quickly.
    Left,
}

/// A handle on the visit, passed by value.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    pack: StoredValue<Arc<Pack>>,
    form: RwSignal<Form>,
    visited: RwSignal<Vec<Page>>,
    at: RwSignal<usize>,
    language: RwSignal<Language>,
    wrongs: RwSignal<Vec<Wrong>>,
    refusals: RwSignal<usize>,
    stop_offered: RwSignal<bool>,
    result_seen: RwSignal<Option<String>>,
    stage: RwSignal<Stage>,
    return_to: RwSignal<Option<Page>>,
    problems: RwSignal<Vec<Problem>>,
    saved: RwSignal<Option<Result<String, ()>>>,
    network_shut: RwSignal<bool>,
    left: RwSignal<bool>,
    reference: RwSignal<String>,
    answers: Memo<Answers>,
    outcome: Memo<Outcome>,
    page: Memo<Page>,
}

impl Session {
    /// A visit in which nothing has happened yet.
    pub(crate) fn new(pack: Pack, language: Language) -> Self {
        let pack = StoredValue::new(Arc::new(pack));
        let form = RwSignal::new(Form::new(clock::today()));
        let visited = RwSignal::new(vec![Page::Start]);
        let at = RwSignal::new(0);
        let answers = Memo::new(move |_| form.with(|form| pack.with_value(|pack| form.answers(pack))));
        let outcome = Memo::new(move |_| answers.with(|answers| pack.with_value(|pack| screen(pack, answers))));
        let page = Memo::new(move |_| visited.with(|visited| visited.get(at.get()).cloned().unwrap_or(Page::Start)));
        Self {
            pack,
            form,
            visited,
            at,
            language: RwSignal::new(language),
            wrongs: RwSignal::default(),
            refusals: RwSignal::default(),
            stop_offered: RwSignal::default(),
            result_seen: RwSignal::default(),
            stage: RwSignal::new(Stage::Screening),
            return_to: RwSignal::default(),
            problems: RwSignal::default(),
            saved: RwSignal::default(),
            network_shut: RwSignal::default(),
            left: RwSignal::default(),
            reference: RwSignal::new(random::reference()),
            answers,
            outcome,
            page,
        }
    }

    /// The only place where anything changes.
    pub(crate) fn apply(self, change: Change) {
        match change {
            Change::Typed(field, entry) => self.form.update(|form| form.put(&field, entry)),
            Change::Added(group) => self.form.update(|form| {
                form.add_item(&group);
            }),
            Change::Removed(group, key) => self.form.update(|form| form.remove_item(&group, key)),
            Change::Went(page) => {
                self.return_to.set(None);
                self.went(page);
            }
            Change::WentToChange(page) => {
                self.return_to.set(Some(self.page.get_untracked()));
                self.went(page);
            }
            Change::Returned(number) => {
                self.wrongs.set(Vec::new());
                self.at.set(number.min(self.visited.with_untracked(Vec::len).saturating_sub(1)));
            }
            Change::Refused(wrongs) => {
                self.wrongs.set(wrongs);
                self.refusals.update(|count| *count += 1);
            }
            Change::OfferedStop => self.stop_offered.set(true),
            Change::SawResult(name) => self.result_seen.set(Some(name)),
            Change::Refers => self.stage.set(Stage::Referral),
            Change::Spoke(language) => self.language.set(language),
            Change::Opened(answers) => {
                self.forget();
                self.form.set(Form::from_answers(&answers));
                self.went(Page::Tasks);
            }
            Change::NotOpened(problems) => self.problems.set(problems),
            Change::Saved(saved) => self.saved.set(Some(saved)),
            Change::Cleared => {
                self.forget();
                self.visited.set(vec![Page::Ended]);
                self.at.set(0);
                history::replace(0);
            }
            Change::Network(shut) => self.network_shut.set(shut),
            Change::Left => {
                self.forget();
                self.visited.set(vec![Page::Start]);
                self.at.set(0);
                self.left.set(true);
            }
        }
    }

    fn went(self, page: Page) {
        self.wrongs.set(Vec::new());
        self.problems.set(Vec::new());
        self.saved.set(None);
        self.visited.update(|visited| {
            visited.truncate(self.at.get_untracked() + 1);
            visited.push(page);
        });
        let number = self.visited.with_untracked(Vec::len) - 1;
        self.at.set(number);
        history::push(number);
    }

    fn forget(self) {
        self.return_to.set(None);
        self.form.set(Form::new(clock::today()));
        self.wrongs.set(Vec::new());
        self.stop_offered.set(false);
        self.result_seen.set(None);
        self.stage.set(Stage::Screening);
        self.problems.set(Vec::new());
        self.saved.set(None);
        self.reference.set(random::reference());
    }

    pub(crate) fn pack(self) -> Arc<Pack> {
        self.pack.get_value()
    }

    pub(crate) fn page(self) -> Memo<Page> {
        self.page
    }

    pub(crate) fn language(self) -> RwSignal<Language> {
        self.language
    }

    pub(crate) fn form(self) -> ReadSignal<Form> {
        self.form.read_only()
    }

    pub(crate) fn answers(self) -> Memo<Answers> {
        self.answers
    }

    pub(crate) fn outcome(self) -> Memo<Outcome> {
        self.outcome
    }

    pub(crate) fn wrongs(self) -> ReadSignal<Vec<Wrong>> {
        self.wrongs.read_only()
    }

    /// Counts how often a page was refused, so that focus moves each time.
    pub(crate) fn refusals(self) -> ReadSignal<usize> {
        self.refusals.read_only()
    }

    pub(crate) fn problems(self) -> ReadSignal<Vec<Problem>> {
        self.problems.read_only()
    }

    pub(crate) fn saved(self) -> ReadSignal<Option<Result<String, ()>>> {
        self.saved.read_only()
    }

    pub(crate) fn network_shut(self) -> ReadSignal<bool> {
        self.network_shut.read_only()
    }

    pub(crate) fn left(self) -> ReadSignal<bool> {
        self.left.read_only()
    }

    pub(crate) fn reference(self) -> String {
        self.reference.get_untracked()
    }

    pub(crate) fn stage(self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// Where a changed answer comes back to.
    pub(crate) fn return_to(self) -> Option<Page> {
        self.return_to.get_untracked()
    }

    pub(crate) fn stop_offered(self) -> bool {
        self.stop_offered.get_untracked()
    }

    /// The result the person saw last.
    pub(crate) fn result_seen(self) -> ReadSignal<Option<String>> {
        self.result_seen.read_only()
    }

    /// Whether there is an entry of the browser's history to go back to.
    pub(crate) fn can_go_back(self) -> bool {
        self.at.get() > 0
    }

    /// Whether something would be lost by leaving.
    pub(crate) fn has_answers(self) -> bool {
        self.form.with_untracked(|form| !form.is_blank())
    }

    /// Calls `with` with what pages are worked out from, as things stand now, without following changes.
    pub(crate) fn pages<T>(self, with: impl FnOnce(Pages<'_>) -> T) -> T {
        let pack = self.pack();
        let stage = self.stage.get_untracked();
        self.answers.with_untracked(|answers| {
            self.outcome.with_untracked(|outcome| with(Pages { pack: &pack, answers, outcome, stage }))
        })
    }
}
