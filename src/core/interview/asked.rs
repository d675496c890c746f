//! Whether a question is asked now, and if not, why not.

use super::Interview;
use crate::answers::{Answer, Answers, Record, Value};
use crate::pack::well_known::OVERRIDE_REASONS;
use crate::pack::{
    CriterionIndex, FactId, Kind, Need, Pack, PageRef, Question, Rule, Section, Speed, Stage, Test, facts_of,
};
use crate::screening::{Evaluator, Outcome, Truth};

/// Whether a referral would go against the screening: its usual next step is none.
pub fn goes_against(pack: &Pack, outcome: &Outcome) -> bool {
    !pack.outcome_text(&outcome.name).refers
}

/// Whether a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is asked.
    Yes,
    /// What it hangs on is not answered so.
    NotHere,
    /// No answer to it can change the verdict any more.
    NoLonger,
}

impl Interview<'_> {
    /// Whether a question outside groups is asked. While screening, a question that can no longer matter is not;
    /// with the referral, the panel may still want it.
    pub fn asked(self, question: &Question) -> Asked {
        let Self { pack, answers, outcome, .. } = self;
        let section = pack.place(question.id.as_str()).map(|place| pack.section(place.page));
        if let Some(section) = section
            && section.not_known_reason.as_ref() == Some(&question.id)
        {
            let wanted = needs_reason(pack, section, answers);
            return if wanted { Asked::Yes } else { Asked::NotHere };
        }
        let answered = answers.get(question.id.as_str()).is_some();
        if question.id.as_str() == OVERRIDE_REASONS && !answered && !goes_against(pack, outcome) {
            return Asked::NotHere;
        }
        let facts = Evaluator::new(pack, answers, &outcome.criteria);
        if question.asked_when.as_ref().is_some_and(|rule| facts.truth(rule) != Truth::Yes) {
            return Asked::NotHere;
        }
        let screening = section.is_some_and(|section| section.stage == Stage::Screening);
        if self.stage == Stage::Referral
            || !screening
            || answered
            || matters(pack, outcome, &question.id, question.before_result)
        {
            Asked::Yes
        } else {
            Asked::NoLonger
        }
    }

    /// Whether a question outside groups is to be answered now.
    pub fn is_asked(self, question: &Question) -> bool {
        self.asked(question) == Asked::Yes
    }

    /// The page that could settle a criterion: where the first question it reads is asked and not known, else where the
    /// first is asked.
    pub fn page_to_settle(self, criterion: CriterionIndex) -> Option<PageRef> {
        let mut first = None;
        for fact in self.pack.criteria[criterion].reads(&self.pack.instruments) {
            let (Some(question), Some(place)) =
                (self.pack.question(fact.as_str()), self.pack.place(fact.as_str()))
            else {
                continue;
            };
            // Before the referral is being written its sections are not open.
            if self.pack.section(place.page).stage > self.stage || !self.is_asked(question) {
                continue;
            }
            if self.answers.known(fact.as_str()).is_none() {
                return Some(place.page);
            }
            first = first.or(Some(place.page));
        }
        first
    }
}

/// Whether a question of a group's entry is asked, by the answers of that entry.
pub fn asked_in_item(pack: &Pack, item: &Answers, question: &Question) -> bool {
    let facts = Evaluator::new(pack, item, &[]);
    question.asked_when.as_ref().is_none_or(|rule| facts.truth(rule) == Truth::Yes)
        && question.asked_unless.as_ref().is_none_or(|rule| facts.truth(rule) != Truth::Yes)
}

/// Whether an `if_known` question of the section was answered "not known", and is still asked: one of the core, or any once a
/// reason is there.
pub fn needs_reason(pack: &Pack, section: &Section, answers: &Answers) -> bool {
    let facts = &answers.facts;
    let is_there =
        section.not_known_reason.as_ref().is_some_and(|reason| answers.get(reason.as_str()).is_some());
    let speed = if is_there { Speed::Full } else { Speed::Core };
    let not_known = |question: &Question, facts: &Record| {
        question.need == Need::IfKnown
            && question.speed <= speed
            && facts.get(question.id.as_str()) == Some(&Answer::NotKnown)
    };
    section.pages.iter().flat_map(|page| &page.questions).any(|question| {
        match (&question.kind, facts.get(question.id.as_str())) {
            (Kind::Group(group), Some(Answer::Known(Value::Group(records)))) => {
                let still_asked = |inner: &Question, record: &Record| {
                    let entry = || Answers { facts: record.clone(), ..Answers::none(answers.screened_on) };
                    inner.asked_unless.is_none() || asked_in_item(pack, &entry(), inner)
                };
                records.iter().any(|record| {
                    group.questions.iter().any(|inner| not_known(inner, record) && still_asked(inner, record))
                })
            }
            _ => not_known(question, facts),
        }
    })
}

/// Whether a referral may leave a question unanswered: whatever is not of its core, too. The reason for not knowing is never
/// left out where it is asked.
pub fn may_be_left_out(pack: &Pack, question: &Question) -> bool {
    let is_reason =
        pack.sections.iter().any(|section| section.not_known_reason.as_ref() == Some(&question.id));
    (question.need == Need::Optional || question.speed == Speed::Full) && !is_reason
}

/// A screening question matters while a criterion that reads it is open. One that no verdict reads matters if a
/// flag does: what stands beside every verdict is always asked.
fn matters(pack: &Pack, outcome: &Outcome, fact: &FactId, before_result: bool) -> bool {
    let reads = |rule: &Rule| facts_of(rule, &pack.instruments).contains(fact);
    let mut decides = false;
    for (index, criterion) in pack.indexed_criteria().filter(|(_, criterion)| criterion.used) {
        let dated = matches!(&criterion.test, Test::Graded { date, .. } if date == fact);
        let read = dated || criterion.test.rules().any(reads);
        if read && outcome.open.contains(&index) {
            return true;
        }
        decides |= read;
    }
    let flagged = || pack.flags.iter().any(|flag| flag.reads(fact, &pack.instruments));
    before_result || (!decides && flagged())
}
