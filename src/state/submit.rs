//! Sending a page on: what is wrong with it, or which page comes next.

use super::words::{DISAGREE_MISSING, FILL, PICK};
use super::{Command, Page, State};
use crate::answers::Answers;
use crate::interview::{
    Asked, Field, Form, OVERRIDE, Pages, Wrong, asked, asked_in_item, can_see_result, next_page,
    owed_before_result, page_is_asked, urgent_now,
};
use crate::pack::{FactId, Kind, Question, Stage};
use crate::screening::{Outcome, screen};
use crate::words::Text;

impl State {
    /// Sends a page of questions on.
    pub(super) fn submit_page(&mut self, section: usize, page: usize, commands: &mut Vec<Command>) {
        let (mut answers, mut outcome) = self.screened();
        let errors = page_errors(self.interview(&answers, &outcome), &self.visit.form, section, page);
        if !errors.is_empty() {
            return self.refuse_page(errors);
        }
        // Sent on as they are: seen, and right.
        let seen = self.pack.sections[section].pages[page].questions.iter();
        let claimed = seen.filter(|question| answers.is_claimed(question.id.as_str()));
        let claimed: Vec<FactId> = claimed.map(|question| question.id.clone()).collect();
        if !claimed.is_empty() {
            self.visit.form.confirm(&claimed);
            (answers, outcome) = self.screened();
        }
        // Once for each time it is raised, also by a sheet that was opened.
        let urgent = urgent_now(self.interview(&answers, &outcome));
        let is_new = urgent.iter().any(|flag| !self.visit.urgent_seen.contains(flag));
        self.visit.urgent_seen = urgent;
        if is_new {
            // Where a changed answer comes back to stays.
            return self.go_to(Page::Urgent(section, page), commands);
        }
        // Back to where the change was asked for.
        let back = self.navigation.return_to.take();
        let to = back.or(self.editing.is_some().then_some(Page::Tasks)).unwrap_or_else(|| {
            next(self.interview(&answers, &outcome), section, page, self.visit.stop_offered)
        });
        self.go_to(to, commands);
    }

    /// Sends an entry of the group on a page on.
    pub(super) fn submit_entry(
        &mut self,
        (section, page): (usize, usize),
        key: u32,
        commands: &mut Vec<Command>,
    ) {
        let question = self.pack.sections[section].pages[page].questions.first();
        let errors = match question.map(|question| (&question.id, &question.kind)) {
            Some((id, Kind::Group(group))) => {
                let form = &self.visit.form;
                let record = form.item_answers(id, group, key);
                let shown = group.questions.iter().filter(|inner| asked_in_item(self.pack, &record, inner));
                form.wrongs(self.pack, shown, Some(&(id.clone(), key)))
            }
            _ => Vec::new(),
        };
        if errors.is_empty() {
            self.close_entry((section, page), commands);
        } else {
            self.refuse_page(errors);
        }
    }

    /// Goes to where an entry was opened from.
    pub(super) fn close_entry(&mut self, (section, page): (usize, usize), commands: &mut Vec<Command>) {
        let to = self.navigation.return_to.take();
        self.go_to(to.unwrap_or(Page::Questions(section, page)), commands);
    }

    /// Goes on to the referral against the result, once there are reasons for that.
    pub(super) fn submit_disagreement(&mut self, commands: &mut Vec<Command>) {
        if self.answers().known(OVERRIDE).is_some() {
            self.start_referral(commands);
        } else if let Some(question) = self.pack.question(OVERRIDE) {
            let field = Field::of(&question.id);
            self.refuse_page(vec![Wrong { field, message: DISAGREE_MISSING.text() }]);
        }
    }

    /// Goes on to the referral.
    pub(super) fn start_referral(&mut self, commands: &mut Vec<Command>) {
        self.visit.stage = Stage::Referral;
        self.navigation.return_to = None;
        self.go_to(Page::Tasks, commands);
    }

    /// What was typed, as it can be read, and what it comes to.
    fn screened(&self) -> (Answers, Outcome) {
        let answers = self.answers();
        let outcome = screen(self.pack, &answers);
        (answers, outcome)
    }

    fn interview<'a>(&self, answers: &'a Answers, outcome: &'a Outcome) -> Pages<'a> {
        Pages { pack: self.pack, answers, outcome, stage: self.visit.stage }
    }
}

fn page_errors(at: Pages<'_>, form: &Form, section: usize, page: usize) -> Vec<Wrong> {
    let section = &at.pack.sections[section];
    let here: Vec<&Question> = section.pages[page]
        .questions
        .iter()
        .filter(|question| asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes)
        .collect();
    let found = form.wrongs(at.pack, here.iter().copied(), None);
    let all_wanted = section.stage == Stage::Screening && at.stage == Stage::Screening;
    let mut errors = Vec::new();
    // In the order of the page.
    for question in here {
        errors.extend(found.iter().filter(|error| error.field.fact == question.id).cloned());
        if all_wanted && form.get(&Field::of(&question.id)).is_blank() {
            errors.push(unanswered(question));
        }
        errors.extend(form.wrongs_beside(at.pack, question));
    }
    errors
}

/// Every screening question takes "not known", so leaving one blank is only an oversight.
fn unanswered(question: &Question) -> Wrong {
    let words = match question.kind {
        Kind::YesNo | Kind::Choice(_) | Kind::Set(_) => PICK,
        _ => FILL,
    };
    let message = Text::new(
        [&question.label.en, ": ", words.en].concat(),
        [&question.label.cy, ": ", words.cy].concat(),
    );
    Wrong { field: Field::of(&question.id), message }
}

/// The next page, the early stop, the result or the task list.
fn next(at: Pages<'_>, section: usize, page: usize, stop_offered: bool) -> Page {
    if at.pack.sections[section].stage == Stage::Screening && at.stage == Stage::Screening {
        let open = next_page(at, Stage::Screening, None, true);
        if at.outcome.is_settled() && owed_before_result(at).is_none() && !stop_offered {
            return if open.is_some() { Page::Stop } else { Page::Result };
        }
        return match next_page(at, Stage::Screening, Some((section, page)), true).or(open) {
            Some((section, page)) => Page::Questions(section, page),
            None if can_see_result(at) => Page::Result,
            None => Page::Tasks,
        };
    }
    let mut pages = at.pack.sections[section].pages.iter().enumerate().skip(page + 1);
    let next = pages.find(|(_, page)| page_is_asked(at, page));
    next.map_or(Page::Tasks, |(page, _)| Page::Questions(section, page))
}
