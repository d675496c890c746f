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
//! | [`Sealing`] | files and the page itself under lock |
//! | [`Network`] | what the page still fetches, and whether it can |
//! | [`PageOne`] | page one of the panel pack, beside the questions |
//! | [`Editing`] | changes to a pack, where the page is about the criteria and not for a referral |
//! | [`SelfTest`] | what a copy found out about itself, where the page is open for that |

mod act;
mod change;
mod command;
mod composer;
mod editing;
mod files;
mod jobs;
mod navigation;
mod network;
mod page;
mod page_one;
mod sealed;
mod sealing;
mod self_test;
mod submit;
mod testing;
mod visit;
mod words;

pub use act::{Act, row_id};
pub use change::{Change, FileFault, NewCase};
pub use command::Command;
pub use editing::Editing;
pub use jobs::{ComposerState, CurrentJob, Destination, Jobs, Output, Saved};
pub use navigation::Navigation;
pub use network::{Network, NetworkState, SideProgram};
pub use page::Page;
pub use page_one::PageOne;
pub use sealed::Sealed;
pub use sealing::{DRAFT, Lock, STRENGTHS, Sealing};
pub use self_test::SelfTest;
pub use visit::Visit;

use crate::answers::Answers;
use crate::base::date::Date;
use crate::base::words::Language;
use crate::interview::{Draft, Field, FieldError, Form};
use crate::pack::{Pack, PageRef, Part, Stage};
use crate::protocol::{Finding, Format};
use crate::screening::screen;
use crate::site::IdleLimits;

/// Everything that is remembered, until the page is closed or cleared.
#[derive(Debug)]
pub struct State {
    /// What is asked: the criteria, or the form in which a pack is changed.
    pub pack: &'static Pack,
    /// The criteria of this copy.
    pub home: &'static Pack,
    /// The language the person reads.
    pub language: Language,
    /// The page around it is somebody else's.
    pub is_guest: bool,
    /// The name of what embeds it, where that can be told something.
    pub host_name: Option<String>,
    /// After how many minutes without a sign of the person the page acts.
    pub limits: IdleLimits,
    /// What the page still fetches, and whether it can.
    pub network: Network,
    /// Files and the page itself under lock.
    pub sealing: Sealing,
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
    /// Page one of the panel pack, beside the questions of a referral.
    pub page_one: PageOne,
    /// Changes to a pack, where the page is about the criteria; none where it is for a referral.
    pub editing: Option<Editing>,
    /// What this copy found out about itself, where the page is open for that.
    pub self_test: Option<SelfTest>,
}

impl State {
    /// A referral in which nothing has happened yet. The composer is being started.
    pub fn new(language: Language, home: &'static Pack, owns_history: bool, new_case: NewCase) -> Self {
        Self {
            pack: home,
            home,
            language,
            is_guest: false,
            host_name: None,
            limits: IdleLimits::default(),
            network: Network::new(),
            sealing: Sealing::default(),
            exit_is_near: false,
            left: false,
            navigation: Navigation::new(owns_history),
            visit: Visit::new(new_case),
            jobs: Jobs::default(),
            page_one: PageOne::default(),
            editing: None,
            self_test: None,
        }
    }

    /// The same where the criteria are looked at and changed.
    pub fn about_criteria(
        language: Language,
        home: &'static Pack,
        owns_history: bool,
        new_case: NewCase,
    ) -> Self {
        let network = Network::without_sealer();
        Self {
            editing: Some(Editing::default()),
            network,
            ..Self::new(language, home, owns_history, new_case)
        }
    }

    /// The same where a copy is tested and its evidence sheet is made.
    pub fn self_test(language: Language, home: &'static Pack, owns_history: bool, new_case: NewCase) -> Self {
        let self_test = Some(SelfTest::default());
        Self { self_test, ..Self::about_criteria(language, home, owns_history, new_case) }
    }

    /// The page the person is on.
    pub fn page(&self) -> Page {
        self.navigation.page()
    }

    /// What the composer made for the page the person is on, in their language, as HTML.
    pub fn panel(&self) -> Option<&str> {
        self.jobs.panel(self.page(), self.language)
    }

    /// Whether the page the person is on shows words of the referral's questions, which may still be on their way.
    pub fn waits_for_words(&self) -> bool {
        let is_referral = |page: PageRef| {
            self.pack.sections.get(page.section).is_some_and(|section| section.stage == Stage::Referral)
        };
        match self.page() {
            Page::Questions(page) | Page::Item(page, ..) => is_referral(page),
            Page::Check | Page::Disagree => true,
            _ => false,
        }
    }

    /// Whether something would be lost by leaving.
    pub fn has_answers(&self) -> bool {
        match &self.editing {
            Some(editing) => editing.unsaved(),
            None => !self.visit.form.is_blank() || matches!(self.sealing.lock, Lock::Locked(_)),
        }
    }

    /// The reference of the case there is something of, where this copy is for one.
    pub fn case_reference(&self) -> Option<&str> {
        (self.editing.is_none() && self.has_answers()).then_some(&self.visit.reference)
    }

    /// Whether the referrer said something of themself that could be kept for the next referral.
    pub fn has_details(&self) -> bool {
        Draft::details().any(|field| !self.visit.form.get(&field).is_blank())
    }

    /// What was found in Part A and is neither moved nor confirmed, with its field.
    pub fn findings_left(&self) -> Vec<(usize, Field, Finding)> {
        self.visit.findings_left(self.pack)
    }

    /// The only place where anything changes. Gives what is to be done about it, in order.
    #[must_use]
    pub fn apply(&mut self, change: Change) -> Vec<Command> {
        let mut commands = Vec::new();
        // What is covered nobody changes.
        if self.sealing.is_covered() && !change.goes_on_under_lock() {
            return commands;
        }
        let before = Before::of(self);
        self.change(change, &before, &mut commands);
        self.arrive(&before, &mut commands);
        self.summarize_edits(before.language);
        self.fill_in();
        self.follow_on_page_one(&before);
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
                // Focus moves to what puts it back, where there is something to put back.
                if self.visit.form.removed_from(group.as_str()).is_none() {
                    self.navigation.pressed_is_gone();
                }
            }
            Change::EntryPutBack => {
                self.visit.form.put_back();
                self.edited();
                self.navigation.pressed_is_gone();
            }
            Change::Navigated(page) => {
                self.navigation.stay_away();
                self.go_to(page, commands);
            }
            Change::NavigatedToCorrect(page) => {
                // An entry goes back to its list, which itself may lead back to somewhere.
                if page.list() != Some(before.page) {
                    self.navigation.return_to = Some(before.page);
                }
                self.go_to(page, commands);
            }
            Change::NavigatedToField(page, field) => {
                self.navigation.return_to = Some(before.page);
                self.navigation.changed = Some(field.question().clone());
                self.go_to(Page::of_field(self.pack, page, &field), commands);
                commands.push(Command::FocusId(field.control()));
            }
            Change::AskOpened(fact) => {
                self.navigation.changed = Some(fact);
                self.go_to(Page::Ask, commands);
            }
            Change::ReplyTyped(name, typed) => {
                // Another reply begins anew.
                if name.is_empty() {
                    self.jobs.files.clear();
                }
                self.jobs.files.extend([name, typed]);
                self.request(Output::Ask, commands);
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
            Change::PageSubmitted(page) => self.submit_page(page, commands),
            Change::EntrySubmitted { page, key, part } => self.submit_entry((page, key, part), commands),
            Change::DisagreementSubmitted => self.submit_disagreement(commands),
            Change::ReferralStarted => self.start_referral(commands),
            Change::LanguageChosen(language) => self.language = language,
            Change::Prefilled(answers) => self.visit.continue_with(Form::from_answers(&answers), self.pack),
            Change::DayChanged(day) => self.visit.set_day(day, self.pack),
            Change::SharingDecided(may_tell) => {
                self.visit.may_tell = Some(may_tell);
                self.navigation.pressed_is_gone();
            }
            Change::SaveDraft => commands.push(self.save_draft()),
            Change::PassphraseTyped(passphrase) => self.passphrase_typed(passphrase, commands),
            Change::SaveSealed(what, passphrase) => self.save_sealed(what, passphrase, commands),
            Change::PartsSealed(parts, keys) => self.seal_parts(parts, keys, commands),
            Change::SealedFileChosen(file) => self.sealed_file_chosen(file, commands),
            Change::SealedFileOpened(secret) => self.open_sealed(secret, commands),
            Change::Locked => self.lock(commands),
            Change::Uncovered => self.uncover(),
            Change::Unlocked(passphrase) => self.unlock(passphrase, commands),
            Change::Idle(seconds, new_case) => self.idle(seconds, new_case, commands),
            Change::SealerSaid(event, new_case) => self.sealer_said(event, new_case, commands),
            Change::SealerFailed => self.sealer_failed(commands),
            Change::Requested(output) => self.request(output, commands),
            Change::SendToHost(part) => {
                self.request(Output::File(part, Format::Pdf), commands);
                self.jobs.send_to(Destination::Host);
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
            Change::FindingConfirmed(at) => self.confirm_finding(at),
            Change::FindingMoved(at) => self.move_finding(at, commands),
            Change::FileSaved(saved) => {
                self.file_saved(saved.clone());
                if self.page() == Page::Save {
                    // Without the passphrase, and with what it does from now on; read from its heading.
                    self.request(Output::SaveForm, commands);
                    self.jobs.saved = Some(saved);
                    self.navigation.pressed_is_gone();
                }
            }
            Change::SelfTestAsked { needs_window } => self.run_self_test(needs_window, commands),
            Change::SelfTested(found) => self.self_tested(found, commands),
            Change::ComposerSaid(event, new_case) => self.composer_said(event, new_case, before, commands),
            Change::WordsLoaded(pack) => self.words_loaded(pack),
            Change::ComposerFailed => self.jobs.composer = ComposerState::Failed,
            Change::ComposerStale => self.jobs.composer = ComposerState::Stale,
            Change::RestartComposer { keep_job } => {
                if !keep_job {
                    self.jobs.current = None;
                }
                self.jobs.restart(commands);
                self.navigation.pressed_is_gone();
            }
            Change::ProgramArrived(program, is_here) => self.arrived(program, is_here, commands),
            Change::NetworkShut(shut) => self.network_is(shut),
            Change::NetworkAccepted => self.accept_network(),
            Change::PageOneOpened(is_open) => self.page_one.is_open = is_open,
            Change::ExitNear(near) => self.exit_is_near = near,
            Change::Cleared(new_case) => self.clear(new_case, commands),
            Change::Left(new_case) => {
                self.forget(new_case);
                self.sealing = Sealing::default();
                self.navigation.restart_at(Page::Start);
                self.left = true;
                commands.push(Command::LeavePage);
            }
        }
    }

    /// What follows from being on another page, or on the same page in another language or on another day.
    fn arrive(&mut self, before: &Before, commands: &mut Vec<Command>) {
        let page = self.page();
        let turned = page != before.page || before.is_covered && !self.sealing.is_covered();
        if self.sealing.is_covered() {
            // Nothing of the page that is covered; what uncovers it, in the language of today.
            if self.language != before.language && self.sealing.lock_key.is_some() {
                self.request(Output::UnlockForm, commands);
            }
            return;
        }
        if turned {
            self.navigation.turns += 1;
        } else if self.language == before.language && self.visit.form.screened_on == before.day {
            return;
        }
        self.jobs.side_panel = None;
        if turned {
            self.jobs.files.clear();
            self.sealing.leave_page();
            self.limit_wait(commands);
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
                self.request(Output::Result, commands);
            }
            Page::Check => self.request(Output::Check, commands),
            Page::Documents => self.review(commands),
            Page::Start if self.self_test.is_some() => self.ask_evidence_sheet(commands),
            Page::Start if self.editing.is_some() => self.request(Output::About, commands),
            Page::Privacy => self.request(Output::Privacy, commands),
            Page::Accessibility => self.request(Output::Accessibility, commands),
            Page::Glossary => self.request(Output::Glossary, commands),
            Page::Report => self.request(Output::PageReport, commands),
            Page::Ask => self.request(Output::Ask, commands),
            Page::Save => self.request(Output::SaveForm, commands),
            Page::Seal => self.request(Output::SealForm, commands),
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

    /// Forgets everything, and says so.
    fn clear(&mut self, new_case: NewCase, commands: &mut Vec<Command>) {
        self.forget(new_case);
        self.sealing = Sealing::default();
        self.navigation.restart_at(Page::Ended);
        if self.navigation.owns_history {
            commands.push(Command::ReplaceHistory(0));
        }
        commands.push(Command::EndSealer);
    }

    fn refuse_page(&mut self, errors: Vec<FieldError>) {
        self.visit.errors = errors;
        self.navigation.refusals += 1;
    }

    /// The answers that can be read of what was typed.
    fn answers(&self) -> Answers {
        self.visit.form.answers(self.pack)
    }

    /// Notes that something was typed, which other things follow.
    fn edited(&mut self) {
        self.page_one.is_stale = true;
        if let Some(editing) = &mut self.editing {
            editing.typed();
        }
    }

    /// Forgets the case; what the page is like (its language, its network) stays.
    fn forget(&mut self, new_case: NewCase) {
        self.pack = self.home;
        self.exit_is_near = false;
        self.visit = Visit::new(new_case);
        self.navigation.stay_away();
        self.jobs.forget();
        self.editing = self.editing.take().map(|_| Editing::default());
    }
}

/// What was, before a change.
struct Before {
    page: Page,
    language: Language,
    day: Date,
    turns: usize,
    refusals: usize,
    is_over: bool,
    is_covered: bool,
    may_tell: bool,
}

impl Before {
    fn of(state: &State) -> Self {
        let page = state.page();
        Self {
            page,
            language: state.language,
            day: state.visit.form.screened_on,
            turns: state.navigation.turns,
            refusals: state.navigation.refusals,
            is_covered: state.sealing.is_covered(),
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
