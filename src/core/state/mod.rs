//! The state of the page as plain data, and the one place where it changes.
//!
//! ```text
//! Change -> State::apply -> Command
//! ```
//!
//! [`State::apply`] is pure: the day and the reference of a new case come with the changes that need them, and what the
//! browser is to do about a change comes back as [`Command`]s. So whole visits run in native tests, without a browser.
//!
//! | part | holds |
//! |---|---|
//! | [`Navigation`] | where the person is and was |
//! | [`Visit`] | the case: what "clear" forgets |
//! | [`Jobs`] | the composer, what it is asked for and what came of it |
//! | [`Editing`] | changes to a pack, where the page is about the criteria and not for a referral |

mod change;
mod command;
mod editing;
mod jobs;
mod navigation;
mod page;
mod submit;
mod visit;
mod words;

pub use change::{Change, FileFault, NewCase};
pub use command::Command;
pub use editing::Editing;
pub use jobs::{ComposerState, CurrentJob, Jobs, Output, Saved};
pub use navigation::Navigation;
pub use page::Page;
pub use visit::Visit;

use crate::answers::{AnswerSheet, Answers};
use crate::base::json::{self, Json};
use crate::base::words::Language;
use crate::interview::{Draft, Field, FieldError, Form};
use crate::pack::{Pack, Part, Stage};
use crate::protocol::{Finding, Format, Job, OPENED_MAX_MB, Reply, ReviewFindings, WorkerEvent};
use crate::screening::screen;
use words::{TOO_LARGE, UNREADABLE};

/// Everything that is remembered, until the page is closed or cleared.
#[derive(Debug)]
pub struct State {
    /// What is asked: the criteria, or the form in which a pack is changed.
    pub pack: &'static Pack,
    /// The criteria of this copy.
    home: &'static Pack,
    /// The language the person reads.
    pub language: Language,
    /// The browser blocks every fetch that this page could make.
    pub network_shut: bool,
    /// One more press of a Shift key leaves the page.
    pub exit_is_near: bool,
    /// The page is being left quickly.
    pub left: bool,
    /// Where the person is and was.
    pub navigation: Navigation,
    /// The case.
    pub visit: Visit,
    /// The composer, what it is asked for and what came of it.
    pub jobs: Jobs,
    /// Changes to a pack, where the page is about the criteria; none where it is for a referral.
    pub editing: Option<Editing>,
}

impl State {
    /// A referral in which nothing has happened yet. The composer is being started.
    pub fn new(language: Language, home: &'static Pack, owns_history: bool, new_case: NewCase) -> Self {
        Self {
            pack: home,
            home,
            language,
            network_shut: false,
            exit_is_near: false,
            left: false,
            navigation: Navigation::new(owns_history),
            visit: Visit::new(new_case),
            jobs: Jobs::default(),
            editing: None,
        }
    }

    /// The same where the criteria are looked at and changed.
    pub fn about_criteria(
        language: Language,
        home: &'static Pack,
        owns_history: bool,
        new_case: NewCase,
    ) -> Self {
        Self { editing: Some(Editing::default()), ..Self::new(language, home, owns_history, new_case) }
    }

    /// The page the person is on.
    pub fn page(&self) -> Page {
        self.navigation.page()
    }

    /// What the composer made for the page the person is on, in their language, as HTML.
    pub fn panel(&self) -> Option<&str> {
        self.jobs.panel(self.page(), self.language)
    }

    /// Whether something would be lost by leaving.
    pub fn has_answers(&self) -> bool {
        match &self.editing {
            Some(editing) => editing.unsaved(),
            None => !self.visit.form.is_blank(),
        }
    }

    /// What was found in Part A and is neither moved nor confirmed, with its field.
    pub fn findings_left(&self) -> Vec<(Field, Finding)> {
        self.visit.findings_left(self.pack)
    }

    /// The only place where anything changes. Gives what is to be done about it, in order.
    #[must_use]
    pub fn apply(&mut self, change: Change) -> Vec<Command> {
        let before = Before::of(self);
        let mut commands = Vec::new();
        self.change(change, &before, &mut commands);
        self.arrive(&before, &mut commands);
        self.summarize_edits(before.language);
        self.ask(&mut commands);
        before.announce(self, &mut commands);
        commands
    }

    fn change(&mut self, change: Change, before: &Before, commands: &mut Vec<Command>) {
        match change {
            Change::Typed(field, entry) => {
                self.visit.form.put(&field, entry);
                self.edited();
            }
            Change::EntryAdded(group) => {
                self.visit.form.add_item(&group);
                self.edited();
            }
            Change::EntryRemoved(group, key) => {
                self.visit.form.remove_item(&group, key);
                self.edited();
            }
            Change::Navigated(page) => {
                self.navigation.return_to = None;
                self.go_to(page, commands);
            }
            Change::NavigatedToCorrect(page) => {
                self.navigation.return_to = Some(before.page);
                self.go_to(page, commands);
            }
            Change::BackPressed if self.navigation.owns_history => commands.push(Command::GoBack),
            Change::BackPressed => {
                self.visit.errors.clear();
                self.navigation.back();
            }
            Change::HistoryMoved(number) => {
                self.visit.errors.clear();
                self.navigation.move_to(number);
            }
            Change::PageRefused => self.refuse_page(Vec::new()),
            Change::PageSubmitted { section, page } => self.submit_page(section, page, commands),
            Change::EntrySubmitted { section, page, key } => {
                self.submit_entry((section, page), key, commands);
            }
            Change::EntryClosed { section, page } => self.close_entry((section, page), commands),
            Change::DisagreementSubmitted => self.submit_disagreement(commands),
            Change::ReferralStarted => self.start_referral(commands),
            Change::LanguageChosen(language) => self.language = language,
            Change::Prefilled(answers) => self.visit.continue_with(Form::from_answers(&answers), self.pack),
            Change::DayChanged(day) => self.visit.set_day(day, self.pack),
            Change::SharingDecided(may_tell) => self.visit.may_tell = Some(may_tell),
            Change::SaveDraft => commands.push(self.save_draft()),
            Change::Requested(output) => self.request(output, commands),
            Change::SendToHost(part) => {
                self.request(Output::File(part, Format::Pdf), commands);
                self.jobs.send_to_host();
            }
            Change::FilesChosen(output, files) => {
                self.jobs.files = files;
                self.visit.open_error = None;
                self.request(output, commands);
            }
            Change::FileNotRead(fault) => self.file_not_read(fault),
            Change::PackOpened(file) => {
                if self.page() != Page::Tasks {
                    self.visit.stage = Stage::Referral;
                    self.navigation.restart_at(Page::Tasks);
                }
                self.jobs.files = vec![file];
                self.request(Output::EditForm, commands);
            }
            Change::FindingConfirmed(field, found) => self.visit.confirm(field, found),
            Change::FindingMoved { from, piece, label } => {
                if self.visit.form.keep_from_panel(self.pack, &from, piece, &label) {
                    self.review(commands);
                }
            }
            Change::FileSaved(saved) => self.file_saved(saved),
            Change::ComposerSaid(event, new_case) => self.composer_said(event, new_case, before, commands),
            Change::ComposerFailed => {
                self.jobs.composer = ComposerState::Failed;
                self.shut_network(commands);
            }
            Change::ComposerStale => {
                self.jobs.composer = ComposerState::Stale;
                self.shut_network(commands);
            }
            Change::RestartComposer { keep_job } => {
                if !keep_job {
                    self.jobs.current = None;
                }
                self.jobs.restart(commands);
            }
            Change::NetworkShut(shut) => self.network_shut = shut,
            Change::ExitNear(near) => self.exit_is_near = near,
            Change::Cleared(new_case) => {
                self.forget(new_case);
                self.navigation.restart_at(Page::Ended);
                if self.navigation.owns_history {
                    commands.push(Command::ReplaceHistory(0));
                }
            }
            Change::Left(new_case) => {
                self.forget(new_case);
                self.navigation.restart_at(Page::Start);
                self.left = true;
                commands.push(Command::LeavePage);
            }
        }
    }

    /// Takes what the composer says.
    fn composer_said(
        &mut self,
        event: WorkerEvent,
        new_case: NewCase,
        before: &Before,
        commands: &mut Vec<Command>,
    ) {
        match event {
            WorkerEvent::Ready => {
                self.jobs.composer = ComposerState::Ready;
                commands.push(Command::LoadCriteria);
            }
            WorkerEvent::Settled => self.shut_network(commands),
            WorkerEvent::Spent => self.jobs.restart(commands),
            WorkerEvent::Progress { number, percent } => self.jobs.progressed(number, percent),
            WorkerEvent::Finished { number, reply } => {
                if let Some(job) = self.jobs.finish(number) {
                    self.job_finished(job, reply, new_case, before, commands);
                }
            }
            // Only a page without criteria asks for them; and that a job has begun is no news to anybody.
            WorkerEvent::Loaded(_) | WorkerEvent::NotLoaded { .. } | WorkerEvent::Started { .. } => {}
        }
    }

    fn job_finished(
        &mut self,
        job: CurrentJob,
        reply: Reply,
        new_case: NewCase,
        before: &Before,
        commands: &mut Vec<Command>,
    ) {
        match reply {
            Reply::File { name, media_type } => match job.output {
                Output::File(part, _) if job.to_host => {
                    commands.push(Command::SendToHost { part, name: name.clone(), media_type });
                    self.file_saved(Saved::ToHost(name));
                }
                _ => commands.push(Command::SaveFile { name, media_type }),
            },
            Reply::Panel(html) if job.output.is_side_query() => {
                if matches!(before.page, Page::Start | Page::Open) {
                    self.jobs.side_panel = Some(html);
                    // Read from its heading.
                    self.navigation.refusals += 1;
                }
            }
            Reply::Panel(html) => {
                self.jobs.show(before.page, before.language, html);
                if matches!(before.page, Page::Preview(_)) {
                    // Drawn with the document, and read from its heading.
                    self.navigation.turns += 1;
                }
            }
            Reply::Review(findings) => self.reviewed(findings, before, commands),
            Reply::Draft(draft) => self.open_draft(*draft, new_case, commands),
            Reply::NotOpened(why) => self.file_refused(why),
            Reply::EditForm(form) => self.edit_form_loaded(*form),
            Reply::EditSummary(summary) => {
                if let Some(editing) = &mut self.editing {
                    editing.summary = Some(summary);
                }
            }
            Reply::Refused(why) => self.file_saved(Saved::Failed(Some(why))),
        }
    }

    /// What follows from being on another page, or on the same page in another language.
    fn arrive(&mut self, before: &Before, commands: &mut Vec<Command>) {
        let page = self.page();
        let turned = page != before.page;
        if turned {
            self.navigation.turns += 1;
        } else if self.language == before.language {
            return;
        }
        self.jobs.side_panel = None;
        if turned {
            self.jobs.files.clear();
        }
        match page {
            // Part A is looked at first, by whichever way one comes to it.
            Page::Preview(Part::Panel) => {
                self.jobs.hide();
                self.review(commands);
            }
            Page::Preview(part) => self.request(Output::Preview(part), commands),
            Page::Stop => self.visit.stop_offered = true,
            Page::Result => {
                self.visit.result_seen = Some(screen(self.pack, &self.answers()).name);
                self.request(Output::Reasons, commands);
            }
            Page::Documents => self.review(commands),
            Page::Start if self.editing.is_some() => self.request(Output::About, commands),
            Page::Privacy => self.request(Output::Privacy, commands),
            Page::Accessibility => self.request(Output::Accessibility, commands),
            Page::Glossary => self.request(Output::Glossary, commands),
            Page::Open if !self.jobs.files.is_empty() => self.request(Output::Open, commands),
            _ => {}
        }
    }

    fn go_to(&mut self, page: Page, commands: &mut Vec<Command>) {
        self.visit.errors.clear();
        self.visit.open_error = None;
        self.jobs.saved = None;
        commands.extend(self.navigation.go_to(page));
    }

    fn refuse_page(&mut self, errors: Vec<FieldError>) {
        self.visit.errors = errors;
        self.navigation.refusals += 1;
    }

    /// The answers that can be read of what was typed.
    fn answers(&self) -> Answers {
        self.visit.form.answers(self.pack)
    }

    fn save_draft(&self) -> Command {
        let Visit { form, stage, reference, .. } = &self.visit;
        let draft = Draft::to_json(self.pack, form, *stage, reference);
        Command::SaveText {
            name: [reference, "-draft.json"].concat(),
            media_type: Format::Json.media_type(),
            text: json::write(&draft),
        }
    }

    fn open_draft(&mut self, mut draft: Draft, new_case: NewCase, commands: &mut Vec<Command>) {
        self.forget(new_case);
        if let Some(reference) = draft.reference.take() {
            self.visit.reference = reference;
        }
        self.visit.stage = draft.stage;
        self.visit.continue_with(draft.form(), self.pack);
        self.go_to(Page::Tasks, commands);
    }

    /// Says of a chosen file that it could not be read: where files are opened above the page, elsewhere beside what is made
    /// of them.
    fn file_not_read(&mut self, fault: FileFault) {
        let why = match fault {
            FileFault::TooLarge => TOO_LARGE.fill(&[&OPENED_MAX_MB.to_string()]),
            FileFault::Unreadable => UNREADABLE.fill(&[]),
        };
        let why = why.say(self.language);
        if self.page() == Page::Open {
            self.file_refused(["<ul class=\"govuk-list\"><li>", why, "</li></ul>"].concat());
        } else {
            self.file_saved(Saved::Failed(Some(why.to_owned())));
        }
    }

    fn file_refused(&mut self, why: String) {
        self.jobs.current = None;
        self.visit.open_error = Some(why);
        self.jobs.side_panel = None;
        self.jobs.files.clear();
        self.navigation.refusals += 1;
    }

    fn file_saved(&mut self, saved: Saved) {
        // Whether the browser kept it, no page is told: what was typed stays unsaved to this one.
        if let Saved::File(name) = &saved {
            self.visit.note_saved(name);
        }
        self.jobs.current = None;
        self.jobs.saved = Some(saved);
    }

    /// Asks what should be looked at before documents are made.
    fn review(&mut self, commands: &mut Vec<Command>) {
        self.visit.set_review(None);
        self.request(Output::Review, commands);
    }

    fn reviewed(&mut self, findings: ReviewFindings, before: &Before, commands: &mut Vec<Command>) {
        self.visit.set_review(Some(findings));
        if before.page == Page::Preview(Part::Panel) && self.findings_left().is_empty() {
            self.request(Output::Preview(Part::Panel), commands);
        }
    }

    /// The form in which a pack is changed. It is needed for as long as the page lives, and there are a few at most.
    fn edit_form_loaded(&mut self, (form, answers): (Pack, Answers)) {
        self.pack = Box::leak(Box::new(form));
        self.visit.form = Form::from_answers(&answers);
        self.editing = Some(Editing::of(self.jobs.files.pop().unwrap_or_default()));
        self.navigation.turns += 1;
    }

    /// Notes that something of a pack was changed.
    fn edited(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.typed();
        }
    }

    /// Asks what changes to a pack come to, once nothing else is asked for: one after another, the last typed always.
    fn summarize_edits(&mut self, language_before: Language) {
        let Some(editing) = &mut self.editing else { return };
        if self.language != language_before {
            editing.language_changed();
        }
        if self.jobs.is_idle() && editing.take_stale() {
            self.jobs.set_current(Output::EditSummary);
        }
    }

    /// Asks for something in place of what was asked for before.
    fn request(&mut self, output: Output, commands: &mut Vec<Command>) {
        if let (Some(CurrentJob { output: Output::EditSummary, .. }), Some(editing)) =
            (&self.jobs.current, &mut self.editing)
        {
            // Its answer will not be heard.
            editing.summary_lost();
        }
        self.jobs.request(output, commands);
    }

    /// Gives the composer what it is asked for, once it can take it.
    fn ask(&mut self, commands: &mut Vec<Command>) {
        if let Some((number, output)) = self.jobs.next_to_ask() {
            commands.push(Command::AskComposer { number, language: self.language, job: self.job(output) });
        }
    }

    /// What is asked for, with what it is made from.
    fn job(&self, output: Output) -> Job {
        let sheet = || AnswerSheet::to_json(self.pack, &self.answers(), Some(&self.visit.reference));
        let file = || self.jobs.files.last().cloned().unwrap_or_default();
        let edited = || -> (String, Json) {
            (self.editing.as_ref().map(|editing| editing.source.clone()).unwrap_or_default(), sheet())
        };
        match output {
            Output::File(part, format) => Job::Document { part, format, sheet: sheet() },
            Output::Zip => Job::Zip { sheet: sheet() },
            Output::Review => Job::Review { sheet: sheet() },
            Output::Preview(part) => Job::Preview { part, sheet: sheet() },
            Output::Reasons => Job::Reasons { sheet: sheet() },
            Output::About => Job::About,
            Output::Privacy => Job::Privacy,
            Output::Accessibility => Job::Accessibility,
            Output::Glossary => Job::Glossary,
            Output::Report => Job::Report,
            Output::Cases => Job::Cases,
            Output::Compare => Job::Compare { packs: self.jobs.files.clone() },
            Output::Open => Job::Open { file: file() },
            Output::EditForm => Job::EditForm { pack: file() },
            Output::EditSummary => {
                let (pack, sheet) = edited();
                Job::EditSummary { pack, sheet }
            }
            Output::EditedPack => {
                let (pack, sheet) = edited();
                Job::EditedPack { pack, sheet }
            }
        }
    }

    /// Everything is here, or will not come: from now on nothing more is fetched.
    fn shut_network(&self, commands: &mut Vec<Command>) {
        if !self.network_shut {
            commands.push(Command::ShutNetwork);
        }
    }

    /// Forgets the case; what the page is like (its language, its network) stays.
    fn forget(&mut self, new_case: NewCase) {
        self.pack = self.home;
        self.exit_is_near = false;
        self.visit = Visit::new(new_case);
        self.navigation.return_to = None;
        self.jobs.forget();
        self.editing = self.editing.take().map(|_| Editing::default());
    }
}

/// What was, before a change.
struct Before {
    page: Page,
    language: Language,
    turns: usize,
    refusals: usize,
    is_over: bool,
    may_tell: bool,
}

impl Before {
    fn of(state: &State) -> Self {
        let page = state.page();
        Self {
            page,
            language: state.language,
            turns: state.navigation.turns,
            refusals: state.navigation.refusals,
            is_over: state.left || page == Page::Ended,
            may_tell: state.visit.may_tell == Some(true),
        }
    }

    /// Says what whoever embeds the page, and the person, are to notice of the change.
    fn announce(&self, state: &State, commands: &mut Vec<Command>) {
        let now = Self::of(state);
        if now.is_over && !self.is_over {
            commands.push(Command::TellClosed { left: state.left });
        }
        if now.may_tell != self.may_tell {
            commands.push(Command::TellAgreed(now.may_tell));
        }
        if now.turns != self.turns {
            commands.push(Command::FocusHeading);
        } else if now.refusals != self.refusals {
            commands.push(Command::FocusProblem);
        }
    }
}
