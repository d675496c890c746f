//! Submitting a page: its errors, or the next page.

use super::words::{DISAGREE_MISSING, FILL, PICK};
use super::{Command, Page, State};
use crate::answers::Answers;
use crate::base::words::Localized;
use crate::interview::{Field, FieldError, Interview, asked_in_item};
use crate::pack::well_known::OVERRIDE_REASONS;
use crate::pack::{Kind, PageRef, Question, Speed, Stage};
use crate::screening::{Outcome, screen};

impl State {
    /// Sends a page of questions on.
    pub(super) fn submit_page(&mut self, page: PageRef, commands: &mut Vec<Command>) {
        let (answers, outcome) = self.screened();
        let errors = page_errors(self.interview(&answers, &outcome), page);
        if !errors.is_empty() {
            return self.refuse_page(errors);
        }
        let asked_here = |fact: &str| self.pack.place(fact).is_some_and(|place| place.page == page);
        self.visit.renewed.retain(|renewed| !asked_here(renewed.fact.as_str()));
        // Sent on as they are: seen, and right.
        self.confirm(&self.pack.page(page).questions);
        let (answers, outcome) = self.screened();
        // Once for each time it is raised, also by a sheet that was opened.
        let urgent = self.interview(&answers, &outcome).urgent_now();
        let is_new = urgent.iter().any(|flag| !self.visit.urgent_seen.contains(flag));
        self.visit.urgent_seen = urgent;
        if is_new {
            // Where a changed answer comes back to stays.
            return self.go_to(Page::Urgent(page), commands);
        }
        // Back to where the change was asked for.
        let back = self.navigation.return_to.take();
        let to = back
            .or(self.editing.is_some().then_some(Page::Tasks))
            .unwrap_or_else(|| next(self.interview(&answers, &outcome), page, self.visit.stop_offered));
        self.go_to(to, commands);
    }

    /// Sends a page of an entry of the group on a page on: to the next page of it that asks something. After the last, or where one
    /// of them was opened from a line about it, back to where the entry was opened from: from its list, which itself may lead back
    /// to somewhere, or from that line.
    pub(super) fn submit_entry(
        &mut self,
        (page, key, part): (PageRef, u32, usize),
        commands: &mut Vec<Command>,
    ) {
        let list = Page::Questions(page);
        let from_list = self.navigation.entry_opened_from(list);
        let question = self.pack.page(page).questions.first();
        let mut next = None;
        if let Some(Question { id, kind: Kind::Group(group), .. }) = question {
            let record = self.visit.form.item_answers(id, group, key);
            let is_asked = |inner: &&Question| asked_in_item(self.pack, &record, inner);
            let questions = group.entry_page(part);
            let asked = questions.iter().filter(is_asked);
            let errors = self.visit.form.errors(self.pack, asked, Some(&(id.clone(), key)));
            if !errors.is_empty() {
                return self.refuse_page(errors);
            }
            // Sent on as they are: seen, and right.
            self.confirm(questions);
            if from_list || self.navigation.return_to.is_none() {
                let asks = |part: &usize| group.entry_page(*part).iter().any(|inner| is_asked(&inner));
                next = (part + 1..group.questions.len()).find(asks);
            }
        }
        let to = match next {
            Some(part) => Page::Item(page, key, part),
            None if from_list => list,
            None => self.navigation.return_to.take().unwrap_or(list),
        };
        self.go_to(to, commands);
    }

    /// Goes on to the referral against the result, once there are reasons for that.
    pub(super) fn submit_disagreement(&mut self, commands: &mut Vec<Command>) {
        if self.answers().known(OVERRIDE_REASONS).is_some() {
            self.start_referral(commands);
        } else if let Some(question) = self.pack.question(OVERRIDE_REASONS) {
            let field = Field::of(&question.id);
            self.refuse_page(vec![FieldError { field, message: DISAGREE_MISSING.text() }]);
        }
    }

    /// Goes on to the referral.
    pub(super) fn start_referral(&mut self, commands: &mut Vec<Command>) {
        self.visit.stage = Stage::Referral;
        self.visit.is_filled = false;
        self.navigation.stay_away();
        self.go_to(Page::Tasks, commands);
    }

    /// The person has seen these answers and leaves them as they are.
    fn confirm(&mut self, seen: &[Question]) {
        self.visit.form.confirm(&|fact| seen.iter().any(|question| question.id == *fact));
    }

    /// What was typed, as it can be read, and what it comes to.
    fn screened(&self) -> (Answers, Outcome) {
        let answers = self.answers();
        let outcome = screen(self.pack, &answers);
        (answers, outcome)
    }

    fn interview<'a>(&'a self, answers: &'a Answers, outcome: &'a Outcome) -> Interview<'a> {
        Interview { pack: self.pack, form: &self.visit.form, answers, outcome, stage: self.visit.stage }
    }
}

fn page_errors(interview: Interview<'_>, page: PageRef) -> Vec<FieldError> {
    let section = interview.pack.section(page);
    let here: Vec<&Question> =
        interview.pack.page(page).questions.iter().filter(|question| interview.is_asked(question)).collect();
    let found = interview.form.errors(interview.pack, here.iter().copied(), None);
    let all_wanted = section.stage == Stage::Screening && interview.stage == Stage::Screening;
    let mut errors = Vec::new();
    // In the order of the page.
    for question in here {
        errors.extend(found.iter().filter(|error| error.field.fact == question.id).cloned());
        if all_wanted && interview.form.get(&Field::of(&question.id)).is_blank() {
            errors.push(unanswered(question));
        }
        errors.extend(interview.form.evidence_errors(interview.pack, question));
    }
    errors
}

/// Every screening question takes "not known", so leaving one blank is only an oversight.
fn unanswered(question: &Question) -> FieldError {
    let words = match question.kind {
        Kind::YesNo(_) | Kind::Choice(_) | Kind::Set(_) => PICK,
        _ => FILL,
    };
    let message = Localized::new(
        [&question.label.en, ": ", words.en].concat(),
        [&question.label.cy, ": ", words.cy].concat(),
    );
    FieldError { field: Field::of(&question.id), message }
}

/// The next page, the early stop, the result or the task list.
fn next(interview: Interview<'_>, page: PageRef, stop_offered: bool) -> Page {
    let section = interview.pack.section(page);
    if section.stage == Stage::Screening && interview.stage == Stage::Screening {
        let open = interview.next_page(Stage::Screening, None, true);
        if interview.outcome.is_settled() && interview.owed_before_result().is_none() && !stop_offered {
            return if open.is_some() { Page::Stop } else { Page::Result };
        }
        return match interview.next_page(Stage::Screening, Some(page), true).or(open) {
            Some(next) => Page::Questions(next),
            None if interview.can_see_result() => Page::Result,
            None => Page::Tasks,
        };
    }
    let speed = interview.pack.page(page).speed();
    for (later, _) in interview.asked_pages(section, speed) {
        if later > page.page {
            return Page::Questions(PageRef { page: later, ..page });
        }
    }
    // From section to section, until the core is whole; what is left behind is on the list.
    let is_core = section.stage == Stage::Referral && speed == Speed::Core;
    let on = is_core.then(|| interview.next_page(Stage::Referral, Some(page), true)).flatten();
    on.map_or(Page::Tasks, Page::Questions)
}
