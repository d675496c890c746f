//! Files that are saved, opened or cannot be read.

use super::words::{LOCKED_LATER, TOO_LARGE, UNREADABLE};
use super::{Command, FileFault, NewCase, Output, Page, Saved, State, Visit};
use crate::base::json::{self, Json};
use crate::base::words::Localized;
use crate::interview::Draft;
use crate::pack::Stage;
use crate::protocol::{Format, OPENED_MAX_MB};

impl FileFault {
    /// What is wrong, and what to do.
    pub fn words(self) -> Localized {
        match self {
            Self::TooLarge => TOO_LARGE.fill(&[&OPENED_MAX_MB.to_string()]),
            Self::Unreadable => UNREADABLE.fill(&[]),
        }
    }
}

impl State {
    /// Everything that was typed, to go on with later.
    pub(super) fn draft(&self) -> String {
        json::write(&self.draft_json())
    }

    pub(super) fn draft_json(&self) -> Json {
        let Visit { form, stage, reference, referrals, .. } = &self.visit;
        Draft::with_referrals(Draft::to_json(self.pack, form, *stage, reference), referrals)
    }

    pub(super) fn save_draft(&self) -> Command {
        Command::SaveText {
            name: [&self.visit.reference, "-draft.json"].concat(),
            media_type: Format::Json.media_type(),
            text: self.draft(),
        }
    }

    /// Fills in what the referrer once saved of themself, and leaves the rest as it is.
    fn fill_details(&mut self, details: Draft, commands: &mut Vec<Command>) {
        let saved = details.form();
        for field in Draft::details() {
            let input = saved.get(&field);
            if !input.is_blank() {
                self.visit.form.put(&field, input);
            }
        }
        self.visit.details_filled = true;
        self.jobs.files.clear();
        self.go_to(Page::Tasks, commands);
    }

    /// Asks for what is known to be filled in, once nothing else is asked for. On the list of tasks, where nothing can be typed
    /// meanwhile.
    pub(super) fn fill_in(&mut self) {
        if self.waits_to_be_filled() && self.jobs.is_idle() {
            self.visit.is_filled = true;
            self.jobs.set_current(Output::Fill);
        }
    }

    fn waits_to_be_filled(&self) -> bool {
        let is_list = self.page() == Page::Tasks && !self.sealing.is_covered();
        is_list && self.editing.is_none() && self.visit.stage == Stage::Referral && !self.visit.is_filled
    }

    /// Takes what was filled in, unless the person went on meanwhile.
    pub(super) fn filled(&mut self, draft: Draft) {
        self.visit.is_filled = self.page() == Page::Tasks;
        if self.visit.is_filled {
            self.visit.form = draft.form();
            self.page_one.is_stale = true;
        }
    }

    /// Fills in the answer that came back, and where it comes from.
    pub(super) fn take_reply(&mut self, reply: Draft, page: Page, commands: &mut Vec<Command>) {
        self.visit.form.fill(reply.form());
        self.edited();
        if page == Page::Ask {
            self.request(Output::Ask, commands);
        }
    }

    pub(super) fn open_draft(&mut self, mut draft: Draft, new_case: NewCase, commands: &mut Vec<Command>) {
        if draft.is_details {
            return self.fill_details(draft, commands);
        }
        self.forget(new_case);
        if let Some(reference) = draft.reference.take() {
            self.visit.reference = reference;
            self.visit.referrals = std::mem::take(&mut draft.referrals);
        }
        self.visit.stage = draft.stage;
        let renewed = std::mem::take(&mut draft.renewed);
        self.visit.continue_with(draft.form(), self.pack);
        self.visit.renewed = renewed;
        let page = self.page_of_draft();
        self.go_to(page, commands);
    }

    /// Says of a chosen file that it could not be read: where files are opened above the page, elsewhere beside what is made
    /// of them.
    pub(super) fn file_not_read(&mut self, fault: FileFault) {
        let why = fault.words();
        if self.page() == Page::Open {
            let html = |language| ["<ul class=\"govuk-list\"><li>", why.say(language), "</li></ul>"].concat();
            self.file_refused(Localized::each(html));
        } else {
            self.file_saved(Saved::Failed(Some(why)));
        }
    }

    pub(super) fn file_refused(&mut self, why: Localized) {
        self.jobs.current = None;
        if self.sealing.is_covered() {
            self.sealing.problem = Some(LOCKED_LATER.fill(&[]));
        }
        self.visit.open_error = Some(why);
        self.jobs.side_panel = None;
        self.jobs.files.clear();
        self.navigation.refusals += 1;
    }

    pub(super) fn file_saved(&mut self, saved: Saved) {
        // Whether the browser kept it, no page is told: what was typed stays unsaved to this one.
        if let Saved::File(name) = &saved {
            self.visit.note_saved(name);
        }
        self.jobs.current = None;
        self.jobs.saved = Some(saved);
    }
}
