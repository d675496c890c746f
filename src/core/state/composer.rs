//! What the composer is asked for, and what comes of what it says.

use super::act::row_id;
use super::{
    Before, Command, ComposerState, CurrentJob, Destination, Editing, NewCase, Output, Page, Saved, State,
};
use crate::answers::{AnswerSheet, Answers};
use crate::base::json::Json;
use crate::base::words::Language;
use crate::interview::{Field, Form};
use crate::pack::{Pack, Part};
use crate::protocol::{CriteriaJob, Finding, Job, PanelForm, Reply, ReviewFindings, WorkerEvent};

impl State {
    /// Takes what the composer says.
    pub(super) fn composer_said(
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
                if !self.home.is_whole() {
                    commands.push(Command::AskSetup);
                }
            }
            WorkerEvent::Spent => self.jobs.restart(commands),
            WorkerEvent::Progress { number, percent } => self.jobs.progressed(number, percent),
            WorkerEvent::Finished { number, reply } => {
                if let Some(job) = self.jobs.finish(number) {
                    self.job_finished(job, reply, new_case, before, commands);
                }
            }
            // The criteria with all words come as a change of their own, as they are kept for the whole page. What is wrong with
            // criteria was said where the page began; that a job has begun is no news to anybody.
            WorkerEvent::Loaded(_) | WorkerEvent::NotLoaded { .. } | WorkerEvent::Started { .. } => {}
        }
    }

    /// Whether this is the pack of this copy, with words of questions that have not come before.
    pub fn wants_words(&self, pack: &Pack) -> bool {
        !self.home.is_whole() && pack.id == self.home.id
    }

    /// Takes the same criteria with the words of every question.
    pub(super) fn words_loaded(&mut self, pack: &'static Pack) {
        if !self.wants_words(pack) {
            return;
        }
        let asks_home = std::ptr::eq(self.pack, self.home);
        self.home = pack;
        if asks_home {
            self.pack = self.home;
            if self.waits_for_words() {
                // Drawn with its words, and read from its heading.
                self.navigation.turns += 1;
            }
        }
    }

    pub(super) fn job_finished(
        &mut self,
        job: CurrentJob,
        reply: Reply,
        new_case: NewCase,
        before: &Before,
        commands: &mut Vec<Command>,
    ) {
        match reply {
            Reply::File { name, media_type } => {
                // Made from what was looked at: after anything else it would have been looked at anew.
                let is_sealed = job.to == Destination::Recipients;
                let has_panel = match job.output {
                    Output::File(part, _) => part == Part::Panel,
                    Output::Zip => !is_sealed || self.sealing.parts.starts_with(Part::Panel.name()),
                    _ => false,
                };
                if let Some(review) = self.visit.review.as_ref().filter(|_| has_panel) {
                    self.visit.referrals.clone_from(&review.referrals);
                }
                match job.output {
                    _ if is_sealed => self.seal_file(&name, commands),
                    Output::File(part, _) if job.to == Destination::Host => {
                        commands.push(Command::SendToHost { part, name: name.clone(), media_type });
                        self.file_saved(Saved::ToHost(name));
                    }
                    _ => commands.push(Command::SaveFile { name, media_type }),
                }
            }
            Reply::Panel(html) if job.output == Output::PageOne => self.jobs.page_one = Some(html),
            Reply::Panel(html) if job.output.is_side_query() => {
                if matches!(before.page, Page::Start | Page::Open) {
                    self.jobs.side_panel = Some(html);
                    // Read from its heading.
                    self.navigation.refusals += 1;
                }
            }
            Reply::Panel(html) => {
                self.jobs.show(before.page, before.language, html);
                match before.page {
                    // Drawn with the document, and read from its heading.
                    Page::Preview(_) => self.navigation.turns += 1,
                    // Read from what it says of a reply.
                    Page::Ask if !self.jobs.files.is_empty() => self.navigation.refusals += 1,
                    // On from the answer that was changed, or to the question that is to be asked.
                    Page::Check | Page::Ask => {
                        let changed = self.navigation.changed.take();
                        commands.extend(changed.map(|fact| Command::FocusId(row_id(fact.as_str()))));
                    }
                    _ => {}
                }
            }
            Reply::Keys(keys) => self.ask_for_fingerprints(keys, commands),
            Reply::Review(findings) => self.reviewed(findings, before, commands),
            Reply::Draft(draft) if job.output == Output::Fill => self.filled(*draft),
            Reply::Draft(draft) if job.output == Output::Ask => {
                self.take_reply(*draft, before.page, commands);
            }
            Reply::Draft(draft) => self.open_draft(*draft, new_case, commands),
            Reply::NotOpened(why) => self.file_refused(why),
            Reply::EditForm(form) => self.edit_form_loaded(*form),
            Reply::EditSummary(summary) => {
                if let Some(editing) = &mut self.editing {
                    editing.summary = Some(summary);
                }
            }
            // Nobody asked for it, and what is wrong is said where something is asked for.
            Reply::Refused(_) if job.output.is_in_background() => {}
            Reply::Refused(why) => self.file_saved(Saved::Failed(Some(why))),
        }
    }

    /// Asks what should be looked at before documents are made.
    pub(super) fn review(&mut self, commands: &mut Vec<Command>) {
        self.visit.set_review(None);
        self.request(Output::Review, commands);
    }

    /// What was found is right as it is.
    pub(super) fn confirm_finding(&mut self, at: usize) {
        if let Some((field, finding)) = self.finding(at) {
            self.visit.confirm(field, finding.found);
            // What was pressed is gone: on to what is left, or to what can be made now.
            if self.findings_left().is_empty() {
                self.navigation.pressed_is_gone();
            } else {
                self.navigation.refusals += 1;
            }
        }
    }

    /// What was found goes to Part B.
    pub(super) fn move_finding(&mut self, at: usize, commands: &mut Vec<Command>) {
        let Some((from, Finding { piece: Some(piece), label, .. })) = self.finding(at) else { return };
        if self.visit.form.keep_from_panel(self.pack, &from, piece, &label) {
            self.review(commands);
            self.navigation.pressed_is_gone();
        }
    }

    fn finding(&self, at: usize) -> Option<(Field, Finding)> {
        let finding = self.visit.review.as_ref()?.findings.get(at)?.clone();
        Some((finding.field(self.pack, &self.visit.form)?, finding))
    }

    pub(super) fn reviewed(
        &mut self,
        findings: ReviewFindings,
        before: &Before,
        commands: &mut Vec<Command>,
    ) {
        self.visit.set_review(Some(findings));
        if before.page == Page::Preview(Part::Panel) && self.findings_left().is_empty() {
            self.request(Output::Preview(Part::Panel), commands);
        }
    }

    /// The form in which a pack is changed. It is needed for as long as the page lives, and there are a few at most.
    pub(super) fn edit_form_loaded(&mut self, (form, answers): (Pack, Answers)) {
        self.pack = Box::leak(Box::new(form));
        self.visit.form = Form::from_answers(&answers);
        self.editing = Some(Editing::of(self.jobs.files.pop().unwrap_or_default()));
        self.navigation.turns += 1;
    }

    /// Asks what changes to a pack come to, once nothing else is asked for: one after another, the last typed always.
    pub(super) fn summarize_edits(&mut self, language_before: Language) {
        let Some(editing) = &mut self.editing else { return };
        if self.language != language_before {
            editing.language_changed();
        }
        if self.jobs.is_idle() && editing.take_stale() {
            self.jobs.set_current(Output::EditSummary);
        }
    }

    /// Asks for something in place of what was asked for before.
    pub(super) fn request(&mut self, output: Output, commands: &mut Vec<Command>) {
        // The answer to what is asked for now will not be heard.
        match self.jobs.current {
            Some(CurrentJob { output: Output::EditSummary, .. }) => {
                if let Some(editing) = &mut self.editing {
                    editing.summary_lost();
                }
            }
            Some(CurrentJob { output: Output::PageOne, .. }) => self.page_one.is_stale = true,
            Some(CurrentJob { output: Output::Fill, .. }) => self.visit.is_filled = false,
            _ => {}
        }
        self.jobs.request(output, commands);
    }

    /// Gives the composer what it is asked for, once it can take it.
    pub(super) fn ask(&mut self, commands: &mut Vec<Command>) {
        if let Some((number, output)) = self.jobs.next_to_ask() {
            commands.push(Command::AskComposer { number, language: self.language, job: self.job(output) });
        }
    }

    /// The page that the person came from, as whoever looks after it knows it.
    fn page_to_report(&self) -> String {
        let page = self.navigation.before().unwrap_or(Page::Start);
        let asks = page.of_pack().map_or("", |page| self.pack.page(page).id.as_str());
        [page.name(), " ", asks].concat()
    }

    /// What is asked for, with what it is made from.
    pub(super) fn job(&self, output: Output) -> Job {
        let file = || self.jobs.files.last().cloned().unwrap_or_default();
        let edited = || -> (String, Json) {
            let sheet = AnswerSheet::to_json(self.pack, &self.answers(), Some(&self.visit.reference));
            (self.editing.as_ref().map(|editing| editing.source.clone()).unwrap_or_default(), sheet)
        };
        match output {
            Output::File(part, format) => Job::Document { part, format, draft: self.draft_json() },
            Output::Zip => {
                let is_sealed =
                    self.jobs.current.is_some_and(|current| current.to == Destination::Recipients);
                let parts = if is_sealed { self.sealing.parts.clone() } else { String::new() };
                Job::Zip { parts, draft: self.draft_json() }
            }
            Output::Review => {
                Job::Review { draft: self.draft_json(), host: self.host_name.clone().unwrap_or_default() }
            }
            Output::Check => Job::Check { draft: self.draft_json() },
            Output::Preview(part) => Job::Preview { part, draft: self.draft_json() },
            Output::Result => Job::Result { draft: self.draft_json() },
            Output::PageOne => Job::PageOne { draft: self.draft_json() },
            Output::Fill => Job::Fill { draft: self.draft_json() },
            Output::Privacy => Job::Privacy,
            Output::Accessibility => Job::Accessibility,
            Output::Glossary => Job::Glossary,
            Output::PageReport => Job::PageReport { page: self.page_to_report(), browser: String::new() },
            Output::SaveForm => Job::Form(PanelForm::Save {
                details: self.has_details(),
                locks: self.sealing.lock_key.is_some(),
            }),
            Output::Ask => Job::Ask { draft: self.draft_json(), typed: self.jobs.files.clone() },
            Output::OpenForm => Job::Form(PanelForm::Open),
            Output::UnlockForm => Job::Form(PanelForm::Unlock),
            Output::SealForm => Job::SealForm {
                draft: self.draft_json(),
                words: self.sealing.fingerprints.clone(),
                with_panel: self.findings_left().is_empty(),
            },
            Output::Open => Job::Open { file: file() },
            Output::About => Job::Criteria(CriteriaJob::About),
            Output::Report => Job::Criteria(CriteriaJob::Report),
            Output::Cases => Job::Criteria(CriteriaJob::Cases),
            Output::Compare => Job::Criteria(CriteriaJob::Compare { packs: self.jobs.files.clone() }),
            Output::EditForm => Job::Criteria(CriteriaJob::EditForm { pack: file() }),
            Output::EditSummary => {
                let (pack, sheet) = edited();
                Job::Criteria(CriteriaJob::EditSummary { pack, sheet })
            }
            Output::EditedPack => {
                let (pack, sheet) = edited();
                Job::Criteria(CriteriaJob::EditedPack { pack, sheet })
            }
            Output::EvidenceSheet(format) => {
                let found = self.self_test.as_ref().map(|test| test.found.clone()).unwrap_or_default();
                Job::Criteria(CriteriaJob::EvidenceSheet { found, format })
            }
        }
    }
}
