//! The composer, the job it has, and the results.

use super::{Command, Page};
use crate::base::words::{Language, Localized};
use crate::pack::Part;
use crate::protocol::Format;

/// How the composer is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComposerState {
    /// It is being fetched and started.
    #[default]
    Starting,
    /// It waits for work.
    Ready,
    /// It did not start, or it has ended.
    Failed,
    /// It is of another build than the page.
    Stale,
}

/// What the page asks the composer for. What that is made from is added when it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A part of the referral, as a file to save.
    File(Part, Format),
    /// All three parts as PDF files, in one zip.
    Zip,
    /// Every answer, with what is missing.
    Check,
    /// What should be looked at before documents are made.
    Review,
    /// A part of the referral on screen.
    Preview(Part),
    /// What stands behind the result, and what can be done next.
    Result,
    /// Page one of the panel pack, beside the questions.
    PageOne,
    /// What was typed, with what is known filled in.
    Fill,
    /// What the criteria are.
    About,
    /// The privacy statement.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// What the words mean that a referrer meets.
    Glossary,
    /// What to tell of a page on which something is wrong.
    PageReport,
    /// The form in which what was typed is saved.
    SaveForm,
    /// Questions that others can be asked, and what came back.
    Ask,
    /// The form in which a sealed file is opened.
    OpenForm,
    /// The form in which the page is unlocked.
    UnlockForm,
    /// For whom parts can be sealed.
    SealForm,
    /// What the check of the criteria finds.
    Report,
    /// How the worked cases come out.
    Cases,
    /// How the chosen packs differ.
    Compare,
    /// What the chosen file holds.
    Open,
    /// The form in which the chosen pack is changed.
    EditForm,
    /// What the changes to it come to.
    EditSummary,
    /// The changed pack, as a file to save.
    EditedPack,
    /// The evidence sheet, as a file to save or on screen.
    EvidenceSheet(Option<Format>),
}

impl Output {
    /// Whether it is of no referral that is being written, and asked for beside what else a page shows.
    pub fn is_side_query(self) -> bool {
        matches!(self, Self::Report | Self::Cases | Self::Compare | Self::Open | Self::OpenForm)
    }

    /// Whether nobody waits for it: it follows what is typed, and gives way to all else.
    pub(super) fn is_in_background(self) -> bool {
        matches!(self, Self::EditSummary | Self::PageOne | Self::Fill)
    }

    /// Whether what a page shows is out of date once this is asked for.
    fn takes_the_panel(self) -> bool {
        matches!(
            self,
            Self::Preview(_)
                | Self::Check
                | Self::Result
                | Self::About
                | Self::SaveForm
                | Self::Ask
                | Self::UnlockForm
                | Self::SealForm
                | Self::EvidenceSheet(None)
        )
    }
}

/// What came of a file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was given to the browser under this name. Whether that kept it, no page is told.
    File(String),
    /// It went, under this name, to whoever embeds the page.
    ToHost(String),
    /// It could not be saved, or not made; why, where that is known.
    Failed(Option<Localized>),
}

impl Saved {
    /// What came of giving it to the browser.
    pub fn of(name: String, given: bool) -> Self {
        if given { Self::File(name) } else { Self::Failed(None) }
    }
}

/// Where a document goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Destination {
    /// Into a file, in the clear.
    #[default]
    File,
    /// To whoever embeds the page.
    Host,
    /// Into a file that is sealed for those whose keys were ticked.
    Recipients,
}

/// What the composer is asked for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentJob {
    /// A number of its own.
    pub number: u32,
    /// What is wanted.
    pub output: Output,
    /// Where it goes.
    pub to: Destination,
    /// The composer was given it.
    asked: bool,
}

/// What was made to be shown, and where: no other page can show it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Panel {
    page: Page,
    language: Language,
    html: String,
}

/// One job at a time: what is asked for later takes the place of what was asked for before, whose answer is not heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Jobs {
    /// How the composer is doing.
    pub composer: ComposerState,
    /// What it is asked for now.
    pub current: Option<CurrentJob>,
    /// How far that is, in percent, where that is known.
    pub progress: Option<u32>,
    /// What came of the last file.
    pub saved: Option<Saved>,
    /// What was asked for beside the page, as HTML.
    pub side_panel: Option<String>,
    /// Page one of the panel pack as it came last, as HTML.
    pub page_one: Option<String>,
    /// The files that were chosen: packs to compare, a record, or the pack to change.
    pub files: Vec<String>,
    panel: Option<Panel>,
    last_number: u32,
}

impl Jobs {
    /// What was made for a page in a language, as HTML.
    pub(super) fn panel(&self, page: Page, language: Language) -> Option<&str> {
        let panel = self.panel.as_ref()?;
        (panel.page == page && panel.language == language).then_some(&panel.html)
    }

    /// Whether the person waits for something.
    pub fn is_busy(&self) -> bool {
        self.current.is_some_and(|job| !job.output.is_in_background())
    }

    /// Whether the composer has nothing to do and can do something.
    pub(super) fn is_idle(&self) -> bool {
        self.current.is_none() && self.composer == ComposerState::Ready
    }

    /// Asks for something in place of what was asked for before.
    pub(super) fn request(&mut self, output: Output, commands: &mut Vec<Command>) {
        (self.saved, self.progress) = (None, None);
        // Of one that failed, another format may do; and nothing waits any more for what takes long.
        if self.composer == ComposerState::Failed
            || self.current.is_some_and(|job| job.output.is_side_query())
        {
            self.restart(commands);
        }
        if output.is_side_query() {
            self.side_panel = None;
        } else if output.takes_the_panel() {
            self.panel = None;
        }
        self.set_current(output);
    }

    pub(super) fn set_current(&mut self, output: Output) {
        self.last_number += 1;
        self.current =
            Some(CurrentJob { number: self.last_number, output, to: Destination::File, asked: false });
    }

    /// Forgets what was asked for beside the page, and what was saved of it.
    pub fn forget_side(&mut self) {
        (self.side_panel, self.saved) = (None, None);
        self.files.clear();
    }

    /// Says where what is asked for goes.
    pub(super) fn send_to(&mut self, to: Destination) {
        if let Some(job) = &mut self.current {
            job.to = to;
        }
    }

    /// What the composer is to be given now, if anything: its number, and what is wanted.
    pub(super) fn next_to_ask(&mut self) -> Option<(u32, Output)> {
        let is_ready = self.composer == ComposerState::Ready;
        let job = self.current.as_mut().filter(|job| is_ready && !job.asked)?;
        job.asked = true;
        Some((job.number, job.output))
    }

    /// Has the composer started again, and asked again for what is asked for.
    pub(super) fn restart(&mut self, commands: &mut Vec<Command>) {
        self.composer = ComposerState::Starting;
        if let Some(job) = &mut self.current {
            job.asked = false;
        }
        commands.push(Command::StartComposer);
    }

    pub(super) fn progressed(&mut self, number: u32, percent: u32) {
        if self.current.is_some_and(|job| job.number == number) {
            self.progress = Some(percent);
        }
    }

    /// Takes the job of this number off, if it is the one that is asked for: the answer to another is not heard.
    pub(super) fn finish(&mut self, number: u32) -> Option<CurrentJob> {
        self.current.take_if(|job| job.number == number)
    }

    /// Shows something on a page.
    pub(super) fn show(&mut self, page: Page, language: Language, html: String) {
        self.panel = Some(Panel { page, language, html });
    }

    /// Shows nothing.
    pub(super) fn hide(&mut self) {
        self.panel = None;
    }

    /// Forgets everything of a case. The composer runs on.
    pub(super) fn forget(&mut self) {
        *self = Self { composer: self.composer, last_number: self.last_number, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ready() -> Jobs {
        Jobs { composer: ComposerState::Ready, ..Jobs::default() }
    }

    #[test]
    fn a_job_is_given_once_and_again_to_a_composer_that_starts_again() {
        let (mut jobs, mut commands) = (ready(), Vec::new());
        jobs.request(Output::Result, &mut commands);
        assert_eq!(jobs.next_to_ask(), Some((1, Output::Result)));
        assert_eq!(jobs.next_to_ask(), None);
        jobs.restart(&mut commands);
        assert_eq!((commands.as_slice(), jobs.next_to_ask()), (&[Command::StartComposer][..], None));
        jobs.composer = ComposerState::Ready;
        assert_eq!(jobs.next_to_ask(), Some((1, Output::Result)));
    }

    #[test]
    fn the_answer_to_what_is_no_longer_asked_for_is_not_heard() {
        let (mut jobs, mut commands) = (ready(), Vec::new());
        jobs.request(Output::Result, &mut commands);
        jobs.request(Output::Zip, &mut commands);
        assert_eq!(commands, []);
        jobs.progressed(1, 50);
        assert_eq!((jobs.finish(1), jobs.progress), (None, None));
        jobs.progressed(2, 50);
        assert_eq!(jobs.progress, Some(50));
        assert_eq!(jobs.finish(2).map(|job| job.output), Some(Output::Zip));
        assert_eq!(jobs.current, None);
    }

    /// A check may take minutes: the next thing that is asked for does not wait for it.
    #[test]
    fn what_takes_long_gives_way() {
        let (mut jobs, mut commands) = (ready(), Vec::new());
        jobs.request(Output::Report, &mut commands);
        jobs.request(Output::Cases, &mut commands);
        assert_eq!(commands, [Command::StartComposer]);
        assert_eq!(jobs.composer, ComposerState::Starting);
    }

    #[test]
    fn a_composer_that_failed_is_started_again_for_the_next_job() {
        let (mut jobs, mut commands) = (ready(), Vec::new());
        jobs.composer = ComposerState::Failed;
        jobs.request(Output::Zip, &mut commands);
        assert_eq!(commands, [Command::StartComposer]);
    }

    #[test]
    fn a_panel_is_of_one_page_in_one_language() {
        let mut jobs = ready();
        jobs.show(Page::Privacy, Language::En, "<p>".to_owned());
        assert_eq!(jobs.panel(Page::Privacy, Language::En), Some("<p>"));
        assert_eq!(jobs.panel(Page::Privacy, Language::Cy), None);
        assert_eq!(jobs.panel(Page::Result, Language::En), None);
        jobs.forget();
        assert_eq!(jobs.panel(Page::Privacy, Language::En), None);
    }

    #[test]
    fn nobody_waits_for_what_follows_the_typing() {
        let mut jobs = ready();
        assert!(jobs.is_idle() && !jobs.is_busy());
        for follows in [Output::EditSummary, Output::PageOne] {
            jobs.set_current(follows);
            assert!(!jobs.is_idle() && !jobs.is_busy());
        }
        jobs.set_current(Output::EditedPack);
        assert!(jobs.is_busy());
    }
}
