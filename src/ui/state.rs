//! What has happened in a visit, as plain data. One list of changes, one place they happen.

use super::page::Page;
use crate::answers::Answers;
use crate::browser::{clock, history, random};
use crate::interview::{Entry, Field, Form, Wrong};
use crate::pack::{FactId, Stage};
use crate::problem::Problem;
use crate::words::Language;

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
    WentToMend(Page),
    /// The browser moved to an entry of its history.
    Returned(u32),
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
    Opened(Stage, Box<Answers>),
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

/// Everything that is remembered, until the page is closed or cleared.
pub(crate) struct State {
    pub(crate) form: Form,
    pub(crate) language: Language,
    pub(crate) wrongs: Vec<Wrong>,
    /// Counts how often a page or a file was refused, so that focus moves each time.
    pub(crate) refusals: usize,
    pub(crate) stop_offered: bool,
    /// The result the person saw last.
    pub(crate) result_seen: Option<String>,
    pub(crate) stage: Stage,
    /// Where a changed answer comes back to.
    pub(crate) return_to: Option<Page>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) saved: Option<Result<String, ()>>,
    pub(crate) network_shut: bool,
    pub(crate) left: bool,
    pub(crate) reference: String,
    /// Counts how often another page was shown.
    pub(crate) turns: usize,
    visited: Vec<Page>,
    at: usize,
}

impl State {
    /// Nothing has happened yet.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            form: Form::new(clock::today()),
            language,
            wrongs: Vec::new(),
            refusals: 0,
            stop_offered: false,
            result_seen: None,
            stage: Stage::Screening,
            return_to: None,
            problems: Vec::new(),
            saved: None,
            network_shut: false,
            left: false,
            reference: random::reference(),
            turns: 0,
            visited: vec![Page::Start],
            at: 0,
        }
    }

    /// The page the person is on.
    pub(crate) fn page(&self) -> Page {
        self.visited.get(self.at).copied().unwrap_or(Page::Start)
    }

    /// Whether there is an entry of the browser's history to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// The only place where anything changes.
    pub(crate) fn apply(&mut self, change: Change) {
        let before = self.page();
        match change {
            Change::Typed(field, entry) => self.form.put(&field, entry),
            Change::Added(group) => {
                self.form.add_item(&group);
            }
            Change::Removed(group, key) => self.form.remove_item(&group, key),
            Change::Went(page) => {
                self.return_to = None;
                self.went(page);
            }
            Change::WentToMend(page) => {
                self.return_to = Some(before);
                self.went(page);
            }
            Change::Returned(number) => {
                self.wrongs.clear();
                self.at =
                    usize::try_from(number).unwrap_or(usize::MAX).min(self.visited.len().saturating_sub(1));
            }
            Change::Refused(wrongs) => {
                self.wrongs = wrongs;
                self.refusals += 1;
            }
            Change::OfferedStop => self.stop_offered = true,
            Change::SawResult(name) => self.result_seen = Some(name),
            Change::Refers => self.stage = Stage::Referral,
            Change::Spoke(language) => self.language = language,
            Change::Opened(stage, answers) => {
                self.forget();
                self.form = Form::from_answers(&answers);
                self.stage = stage;
                self.went(Page::Tasks);
            }
            Change::NotOpened(problems) => {
                self.problems = problems;
                self.refusals += 1;
            }
            Change::Saved(saved) => self.saved = Some(saved),
            Change::Cleared => {
                self.forget();
                self.visited = vec![Page::Ended];
                self.at = 0;
                history::replace(0);
            }
            Change::Network(shut) => self.network_shut = shut,
            Change::Left => {
                self.forget();
                self.visited = vec![Page::Start];
                self.at = 0;
                self.left = true;
            }
        }
        if self.page() != before {
            self.turns += 1;
        }
    }

    fn went(&mut self, page: Page) {
        self.wrongs.clear();
        self.problems.clear();
        self.saved = None;
        self.visited.truncate(self.at + 1);
        self.visited.push(page);
        self.at = self.visited.len() - 1;
        history::push(u32::try_from(self.at).unwrap_or(u32::MAX));
    }

    /// Forgets the case; what the page is like (its language, its network) stays.
    fn forget(&mut self) {
        *self = Self {
            refusals: self.refusals,
            network_shut: self.network_shut,
            left: self.left,
            turns: self.turns,
            visited: std::mem::take(&mut self.visited),
            at: self.at,
            ..Self::new(self.language)
        };
    }
}
