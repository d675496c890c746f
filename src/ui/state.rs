//! What has happened in a visit, as plain data. One list of changes, one place they happen.

use super::page::Page;
use crate::answers::Answers;
use crate::browser::{clock, history, random};
use crate::document::Format;
use crate::document::job::Output;
use crate::interview::{Entry, Field, Form, Wrong};
use crate::pack::{FactId, Part, Stage};
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
    /// The person went back, where the browser's history is not this page's.
    WentBack,
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
    Opened(Stage, Box<Answers>, Option<String>),
    /// A file could not be opened.
    NotOpened(Vec<Problem>),
    /// A document is wanted.
    Wanted(Part, Output),
    /// A comparison with another pack is wanted.
    Compared(String),
    /// What the page shows of a document is there.
    Drawn(String),
    /// What should be looked at before documents are made is there.
    Looked(String),
    /// The person says that it is right as it is.
    Confirmed,
    /// A file was saved, or could not be; why, where that is known.
    Saved(Result<String, Option<String>>),
    /// The program that writes documents has started, or failed.
    WriterIs(Writer),
    /// It is to be started again, for what is wanted; or for nothing, where that was stopped.
    StartWriter {
        /// Whether what is wanted stays so.
        keep: bool,
    },
    /// Another system gave answers.
    Prefilled(Box<Answers>),
    /// The person has seen these answers of another system, and leaves them as they are.
    ConfirmedClaims(Vec<FactId>),
    /// Whether whoever embeds this may be told how it goes.
    MayTell(bool),
    /// A part is to be made and given to whoever embeds this.
    Gives(Part),
    /// Everything is to be forgotten.
    Cleared,
    /// The network was shut, or could not be.
    Network(bool),
    /// The page is being left quickly.
    Left,
}

/// How the program that writes documents is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writer {
    /// It is being fetched and started.
    Starting,
    /// It waits for work.
    Ready,
    /// It did not start, or it has ended.
    Failed,
    /// It is of another build than the page.
    Stale,
}

/// A document that is being made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// A number of its own.
    pub(crate) number: u32,
    pub(crate) part: Part,
    pub(crate) output: Output,
    /// What is made goes to whoever embeds this, and not to a file.
    pub(crate) gives: bool,
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
    pub(crate) saved: Option<Result<String, Option<String>>>,
    pub(crate) writer: Writer,
    /// Counts how often the program that writes documents was started.
    pub(crate) writers: usize,
    pub(crate) wanted: Option<Wanted>,
    /// What should be looked at before documents are made, as the program that writes them gave it.
    pub(crate) looked: Option<String>,
    /// What the person looked at and found to be right.
    pub(crate) confirmed: Option<String>,
    /// What was made for this page, as HTML: a document, or the reasons of the result.
    pub(crate) drawn: Option<String>,
    /// What was asked for beside it, in the same way, and the pack it was compared with.
    pub(crate) beside: Option<String>,
    pub(crate) other_pack: String,
    pub(crate) network_shut: bool,
    pub(crate) left: bool,
    pub(crate) reference: String,
    /// Counts how often another page was shown.
    pub(crate) turns: usize,
    /// Whether the browser's history is this page's own.
    pub(crate) owns_history: bool,
    /// Whether whoever embeds this may be told how it goes, once that was asked.
    pub(crate) may_tell: Option<bool>,
    jobs: u32,
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
            writer: Writer::Starting,
            writers: 0,
            wanted: None,
            drawn: None,
            looked: None,
            confirmed: None,
            beside: None,
            other_pack: String::new(),
            network_shut: false,
            left: false,
            reference: random::reference(),
            turns: 0,
            owns_history: true,
            may_tell: None,
            jobs: 0,
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
        let before = (self.page(), self.language);
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
                self.return_to = Some(before.0);
                self.went(page);
            }
            Change::WentBack => {
                self.wrongs.clear();
                self.at = self.at.saturating_sub(1);
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
            Change::Opened(stage, answers, reference) => {
                self.forget();
                if let Some(reference) = reference {
                    self.reference = reference;
                }
                self.form = Form::from_answers(&answers);
                self.stage = stage;
                self.went(Page::Tasks);
            }
            Change::Prefilled(answers) => self.form = Form::from_answers(&answers),
            Change::ConfirmedClaims(facts) => self.form.confirm(&facts),
            Change::MayTell(may) => self.may_tell = Some(may),
            Change::Gives(part) => {
                self.want(part, Output::File(Format::Pdf));
                if let Some(wanted) = &mut self.wanted {
                    wanted.gives = true;
                }
            }
            Change::NotOpened(problems) => {
                self.problems = problems;
                self.refusals += 1;
            }
            Change::Wanted(part, output) => self.want(part, output),
            Change::Looked(looked) => {
                self.wanted = None;
                self.looked = Some(looked);
            }
            Change::Confirmed => self.confirmed = self.looked.clone(),
            Change::Compared(other) => {
                self.other_pack = other;
                self.want(Part::Handling, Output::Compare);
            }
            Change::Drawn(drawn) => {
                let wanted = self.wanted.take();
                if wanted.is_some_and(|wanted| wanted.output.is_beside()) {
                    if before.0 == Page::About {
                        self.beside = Some(drawn);
                        // Read from its heading.
                        self.refusals += 1;
                    }
                    return;
                }
                self.drawn = Some(drawn);
                if matches!(before.0, Page::Preview(_)) {
                    // Drawn with the document, and read from its heading.
                    self.turns += 1;
                }
            }
            Change::Saved(saved) => {
                self.wanted = None;
                self.saved = Some(saved);
            }
            Change::WriterIs(writer) => self.writer = writer,
            Change::StartWriter { keep } => {
                self.wanted = self.wanted.filter(|_| keep);
                self.start_writer();
            }
            Change::Cleared => {
                self.forget();
                self.visited = vec![Page::Ended];
                self.at = 0;
                if self.owns_history {
                    history::replace(0);
                }
            }
            Change::Network(shut) => self.network_shut = shut,
            Change::Left => {
                self.forget();
                self.visited = vec![Page::Start];
                self.at = 0;
                self.left = true;
            }
        }
        let page = self.page();
        if page != before.0 {
            self.turns += 1;
        }
        if (page, self.language) != before {
            match page {
                Page::Preview(part) => self.want(part, Output::Preview),
                Page::Result => self.want(Part::Handling, Output::Reasons),
                Page::Documents => {
                    self.looked = None;
                    self.want(Part::Panel, Output::Look);
                }
                Page::About => {
                    self.beside = None;
                    self.want(Part::Handling, Output::About);
                }
                _ => {}
            }
        }
    }

    fn start_writer(&mut self) {
        self.writer = Writer::Starting;
        self.writers += 1;
    }

    fn want(&mut self, part: Part, output: Output) {
        self.saved = None;
        if self.wanted.is_some_and(|wanted| wanted.output.is_beside()) {
            // It may take long, and nothing waits for it any more.
            self.start_writer();
        }
        if output.is_beside() {
            self.beside = None;
        } else if matches!(output, Output::Preview | Output::Reasons | Output::About) {
            self.drawn = None;
        }
        self.jobs += 1;
        self.wanted = Some(Wanted { number: self.jobs, part, output, gives: false });
    }

    fn went(&mut self, page: Page) {
        self.wrongs.clear();
        self.problems.clear();
        self.saved = None;
        self.visited.truncate(self.at + 1);
        self.visited.push(page);
        self.at = self.visited.len() - 1;
        if self.owns_history {
            history::push(u32::try_from(self.at).unwrap_or(u32::MAX));
        }
    }

    /// Forgets the case; what the page is like (its language, its network) stays.
    fn forget(&mut self) {
        *self = Self {
            refusals: self.refusals,
            network_shut: self.network_shut,
            left: self.left,
            writer: self.writer,
            writers: self.writers,
            turns: self.turns,
            owns_history: self.owns_history,
            jobs: self.jobs,
            visited: std::mem::take(&mut self.visited),
            at: self.at,
            ..Self::new(self.language)
        };
    }
}
