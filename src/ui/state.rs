//! What has happened in a visit, as plain data. One list of changes, one place they happen.

use super::page::Page;
use crate::answers::Answers;
use crate::browser::{clock, history, random};
use crate::date::Date;
use crate::document::Format;
use crate::document::job::Output;
use crate::document::looked::{Looked, Seen};
use crate::interview::{Draft, Entry, Field, Form, Wrong, as_of};
use crate::pack::{FactId, Pack, Part, Stage};
use crate::words::{Language, Text};
use std::ops::Range;

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
    /// A page was sent on, and what it says asks to act before anything else: the page, and all flags that do, by name.
    StoppedToAct(usize, usize, Vec<String>),
    /// Fewer flags ask for that than were shown.
    SawUrgent(Vec<String>),
    /// The early stop was offered.
    OfferedStop,
    /// The result was shown.
    SawResult(String),
    /// The person went on to the referral.
    Refers,
    /// The other language was picked.
    Spoke(Language),
    /// A draft or an answer sheet was opened.
    Opened(Box<Draft>),
    /// A file could not be opened.
    NotOpened(String),
    /// A document is wanted.
    Wanted(Part, Output),
    /// Something is wanted of files: a comparison with one or of two, or what a record holds.
    Given(Output, Vec<String>),
    /// A pack is to be changed: the text of its file, blank for the pack of this copy.
    Edits(String),
    /// The form to change it in is there, with the answers that leave everything as it is.
    Formed(&'static Pack, Box<Answers>),
    /// What the changes come to is there.
    Drafted(String),
    /// What the page shows of a document is there.
    Drawn(String),
    /// What should be looked at before documents are made is there.
    Looked(Looked),
    /// The person says of something found in a field of Part A that it is right as it is.
    Confirmed(Field, String),
    /// A piece of an answer of Part A, in bytes, is to be kept in Part B; with the label of its question.
    Kept(Field, Range<usize>, String),
    /// A file was made.
    Saved(Saved),
    /// The composer has started, or failed.
    ComposerIs(ComposerState),
    /// What is wanted is so far, in percent.
    Progress(u32),
    /// It is to be started again, for what is wanted; or for nothing, where that was stopped.
    StartWriter {
        /// Whether what is wanted stays so.
        keep: bool,
    },
    /// Another system gave answers.
    Prefilled(Box<Answers>),
    /// It is this day now.
    DayIs(Date),
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
    /// Whether one more press of a Shift key leaves the page.
    ExitIsNear(bool),
    /// The page is being left quickly.
    Left,
}

/// How the composer is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ComposerState {
    /// It is being fetched and started.
    Starting,
    /// It waits for work.
    Ready,
    /// It did not start, or it has ended.
    Failed,
    /// It is of another build than the page.
    Stale,
}

/// What came of a file that was made.
pub(crate) enum Saved {
    /// It was given to the browser under this name. Whether that kept it, no page is told.
    File(String),
    /// It went, under this name, to whoever embeds this.
    Given(String),
    /// It could not be saved, or not made; why, where that is known.
    Failed(Option<String>),
}

impl Saved {
    /// What came of giving it to the browser.
    pub(crate) fn of(name: String, given: bool) -> Self {
        if given { Self::File(name) } else { Self::Failed(None) }
    }
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

/// What was made to be shown, and where: no other page can show it.
struct Drawn {
    page: Page,
    language: Language,
    html: String,
}

/// Changes to a pack, in the form of this visit.
#[derive(Default)]
pub(crate) struct Edits {
    /// The text of its file, blank for the pack of this copy.
    pub(crate) source: String,
    /// The form is there.
    pub(crate) formed: bool,
    /// What they come to, as the composer gave it last.
    pub(crate) draft: Option<String>,
    /// Something was typed since.
    stale: bool,
    /// Something was typed since the pack was opened.
    unsaved: bool,
}

/// Everything that is remembered, until the page is closed or cleared.
#[allow(clippy::struct_excessive_bools, reason = "each is a thing of its own that happened or not")]
pub(crate) struct State {
    /// What is asked: the criteria, or the form in which a pack is changed.
    pub(crate) pack: &'static Pack,
    /// The criteria of this copy.
    home: &'static Pack,
    pub(crate) form: Form,
    pub(crate) language: Language,
    pub(crate) wrongs: Vec<Wrong>,
    /// Counts how often a page or a file was refused, so that focus moves each time.
    pub(crate) refusals: usize,
    pub(crate) stop_offered: bool,
    /// The urgent flags that were shown since they were raised.
    pub(crate) urgent_seen: Vec<String>,
    /// The result the person saw last.
    pub(crate) result_seen: Option<String>,
    pub(crate) stage: Stage,
    /// What came of screening answers of an earlier day as of today, where some were.
    pub(crate) carried: Option<Text>,
    /// Where a changed answer comes back to.
    pub(crate) return_to: Option<Page>,
    /// Why a file could not be opened, as HTML.
    pub(crate) refused: Option<String>,
    pub(crate) saved: Option<Saved>,
    pub(crate) composer: ComposerState,
    /// Counts how often the composer was started.
    pub(crate) composer_starts: usize,
    pub(crate) wanted: Option<Wanted>,
    /// How far it is, in percent, where that is known.
    pub(crate) progress: Option<u32>,
    /// What should be looked at before documents are made, as the composer gave it.
    pub(crate) looked: Option<Looked>,
    /// What the person looked at and found to be right: the field, and what stands there.
    confirmed: Vec<(Field, String)>,
    /// Counts what was found, confirmed and moved.
    pub(crate) looks: usize,
    /// What was made for a page, as HTML: a document, a statement, or the reasons of the result.
    drawn: Option<Drawn>,
    /// What was asked for beside it, in the same way.
    pub(crate) beside: Option<String>,
    /// The files that were chosen for it: packs to compare, a record, or the pack to change.
    pub(crate) files: Vec<String>,
    /// Changes to a pack, where this visit is for that.
    pub(crate) edits: Option<Edits>,
    pub(crate) network_shut: bool,
    /// One more press of a Shift key leaves the page.
    pub(crate) exit_is_near: bool,
    pub(crate) left: bool,
    /// The names of files that were given to the browser in this visit.
    pub(crate) given: Vec<String>,
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
    pub(crate) fn new(language: Language, home: &'static Pack) -> Self {
        Self {
            pack: home,
            home,
            form: Form::new(clock::today()),
            language,
            wrongs: Vec::new(),
            refusals: 0,
            stop_offered: false,
            urgent_seen: Vec::new(),
            result_seen: None,
            stage: Stage::Screening,
            carried: None,
            return_to: None,
            refused: None,
            saved: None,
            composer: ComposerState::Starting,
            composer_starts: 0,
            wanted: None,
            progress: None,
            drawn: None,
            looked: None,
            confirmed: Vec::new(),
            looks: 0,
            beside: None,
            files: Vec::new(),
            edits: None,
            network_shut: false,
            exit_is_near: false,
            left: false,
            given: Vec::new(),
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

    /// What was made for the page the person is on, in their language.
    pub(crate) fn drawn(&self) -> Option<&str> {
        let drawn = self.drawn.as_ref()?;
        (drawn.page == self.page() && drawn.language == self.language).then_some(&drawn.html)
    }

    /// Whether something would be lost by leaving.
    pub(crate) fn has_answers(&self) -> bool {
        match &self.edits {
            Some(edits) => edits.unsaved,
            None => !self.form.is_blank(),
        }
    }

    /// Whether there is an entry of the browser's history to go back to.
    pub(crate) fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// The only place where anything changes.
    pub(crate) fn apply(&mut self, change: Change) {
        let before = (self.page(), self.language);
        match change {
            Change::Typed(field, entry) => {
                self.form.put(&field, entry);
                self.edited();
            }
            Change::Added(group) => {
                self.form.add_item(&group);
                self.edited();
            }
            Change::Removed(group, key) => {
                self.form.remove_item(&group, key);
                self.edited();
            }
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
            // Where a changed answer comes back to stays.
            Change::StoppedToAct(section, page, flags) => {
                self.urgent_seen = flags;
                self.went(Page::Urgent(section, page));
            }
            Change::SawUrgent(flags) => self.urgent_seen = flags,
            Change::OfferedStop => self.stop_offered = true,
            Change::SawResult(name) => self.result_seen = Some(name),
            Change::Refers => self.stage = Stage::Referral,
            Change::Spoke(language) => self.language = language,
            Change::Opened(mut draft) => {
                self.forget();
                if let Some(reference) = draft.reference.take() {
                    self.reference = reference;
                }
                self.stage = draft.stage;
                self.go_on(draft.form());
                self.went(Page::Tasks);
            }
            Change::Prefilled(answers) => self.go_on(Form::from_answers(&answers)),
            Change::DayIs(day) => self.day_is(day),
            Change::ConfirmedClaims(facts) => self.form.confirm(&facts),
            Change::MayTell(may) => self.may_tell = Some(may),
            Change::Gives(part) => {
                self.want(part, Output::File(Format::Pdf));
                if let Some(wanted) = &mut self.wanted {
                    wanted.gives = true;
                }
            }
            Change::NotOpened(why) => {
                self.wanted = None;
                self.refused = Some(why);
                self.beside = None;
                self.files.clear();
                self.refusals += 1;
            }
            Change::Wanted(part, output) => self.want(part, output),
            Change::Looked(looked) => {
                self.wanted = None;
                self.looked = Some(looked);
                self.looks += 1;
                if matches!(before.0, Page::Preview(Part::Panel)) && self.left_to_look_at().is_empty() {
                    self.want(Part::Panel, Output::Preview);
                }
            }
            Change::Confirmed(field, found) => {
                self.confirmed.push((field, found));
                self.looks += 1;
            }
            Change::Kept(from, piece, label) => {
                if self.form.keep_from_panel(self.pack, &from, piece, &label) {
                    self.look();
                }
            }
            Change::Given(output, files) => {
                self.files = files;
                self.refused = None;
                self.want(Part::Handling, output);
            }
            Change::Edits(file) => {
                if self.edits.is_none() {
                    self.edits = Some(Edits::default());
                    self.stage = Stage::Referral;
                    self.visited = vec![Page::Tasks];
                }
                self.files = vec![file];
                self.want(Part::Handling, Output::Form);
            }
            Change::Formed(pack, answers) => {
                self.wanted = None;
                self.pack = pack;
                self.form = Form::from_answers(&answers);
                let source = self.files.pop().unwrap_or_default();
                self.edits = Some(Edits { source, formed: true, stale: true, ..Edits::default() });
                self.turns += 1;
            }
            Change::Drafted(draft) => {
                self.wanted = None;
                if let Some(edits) = &mut self.edits {
                    edits.draft = Some(draft);
                }
            }
            Change::Drawn(drawn) => {
                let wanted = self.wanted.take();
                if wanted.is_some_and(|wanted| wanted.output.is_beside()) {
                    if matches!(before.0, Page::About | Page::Open) {
                        self.beside = Some(drawn);
                        // Read from its heading.
                        self.refusals += 1;
                    }
                    return;
                }
                self.drawn = Some(Drawn { page: before.0, language: before.1, html: drawn });
                if matches!(before.0, Page::Preview(_)) {
                    // Drawn with the document, and read from its heading.
                    self.turns += 1;
                }
            }
            Change::Saved(saved) => {
                self.wanted = None;
                // Whether the browser kept it, no page is told: what was typed stays unsaved to this one.
                if let Saved::File(name) = &saved
                    && !self.given.contains(name)
                {
                    self.given.push(name.clone());
                }
                self.saved = Some(saved);
            }
            Change::ComposerIs(composer) => self.composer = composer,
            Change::Progress(percent) => self.progress = Some(percent),
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
            Change::ExitIsNear(near) => self.exit_is_near = near,
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
            self.beside = None;
            if page != before.0 {
                self.files.clear();
            }
            match page {
                // Part A is looked at first, by whichever way one comes to it.
                Page::Preview(Part::Panel) => {
                    self.drawn = None;
                    self.look();
                }
                Page::Preview(part) => self.want(part, Output::Preview),
                Page::Result => self.want(Part::Handling, Output::Reasons),
                Page::Documents => self.look(),
                Page::About => self.want(Part::Handling, Output::About),
                Page::Privacy => self.want(Part::Handling, Output::Privacy),
                Page::Accessibility => self.want(Part::Handling, Output::Accessibility),
                Page::Open if !self.files.is_empty() => self.want(Part::Handling, Output::Opened),
                _ => {}
            }
        }
        self.draft(before.1 != self.language);
    }

    /// Goes on with a form of some day, as of today.
    fn go_on(&mut self, form: Form) {
        let today = self.form.screened_on;
        self.carried = None;
        self.form = form;
        self.day_is(today);
    }

    /// What was answered so far is screened as of this day, and the page says what that changed.
    fn day_is(&mut self, day: Date) {
        let before = (!self.form.is_blank()).then(|| self.form.answers(self.pack));
        self.form.day_is(day);
        if let Some(before) = before {
            self.carried = as_of(self.pack, before, day).1;
        }
    }

    /// Notes that something of a pack was changed.
    fn edited(&mut self) {
        if let Some(edits) = &mut self.edits {
            (edits.stale, edits.unsaved) = (true, true);
        }
    }

    /// Asks what changes to a pack come to, once nothing else is asked for: one after another, the last typed always.
    fn draft(&mut self, in_words: bool) {
        let Some(edits) = &mut self.edits else { return };
        edits.stale |= in_words && edits.draft.is_some();
        if edits.stale && edits.formed && self.wanted.is_none() && self.composer == ComposerState::Ready {
            edits.stale = false;
            self.jobs += 1;
            self.wanted =
                Some(Wanted { number: self.jobs, part: Part::Handling, output: Output::Draft, gives: false });
        }
    }

    /// Asks what should be looked at before documents are made.
    fn look(&mut self) {
        self.looked = None;
        self.looks += 1;
        self.want(Part::Panel, Output::Look);
    }

    /// What was found in Part A and is neither moved nor confirmed, with its field.
    pub(crate) fn left_to_look_at(&self) -> Vec<(Field, Seen)> {
        let hits = self.looked.as_ref().map_or(&[] as &[Seen], |looked| &looked.hits);
        let field = |seen: &Seen| Some((seen.field(self.pack, &self.form)?, seen.clone()));
        let is_left = |(field, seen): &(Field, Seen)| {
            !self.confirmed.iter().any(|(at, found)| at == field && *found == seen.found)
        };
        hits.iter().filter_map(field).filter(is_left).collect()
    }

    fn start_writer(&mut self) {
        self.composer = ComposerState::Starting;
        self.composer_starts += 1;
    }

    fn want(&mut self, part: Part, output: Output) {
        (self.saved, self.progress) = (None, None);
        if self.composer == ComposerState::Failed {
            // Another format may do.
            self.start_writer();
        }
        if self.wanted.is_some_and(|wanted| wanted.output.is_beside()) {
            // It may take long, and nothing waits for it any more.
            self.start_writer();
        }
        if let (Some(Wanted { output: Output::Draft, .. }), Some(edits)) = (self.wanted, &mut self.edits) {
            // Its answer will not be heard.
            edits.stale = true;
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
        self.refused = None;
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
            composer: self.composer,
            composer_starts: self.composer_starts,
            turns: self.turns,
            owns_history: self.owns_history,
            jobs: self.jobs,
            visited: std::mem::take(&mut self.visited),
            at: self.at,
            ..Self::new(self.language, self.home)
        };
    }
}
