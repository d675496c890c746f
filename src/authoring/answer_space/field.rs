//! Every way of answering a few questions that makes a difference to some rules, exactly.
//!
//! A rule sees only a little of an answer: on which side of a line a count or a date lies, whether a choice is in a
//! list. So each fact has a few classes of values, one answer stands for each class, and going through the answers of
//! every fact goes through all that the rules can see. A sheet answers only what is asked: a question whose
//! `asked_when` is not yes has no answer.

use super::budget::{GaveUp, LOOK_UP, Share};
use super::read::{MOST_FACTS, Read, size};
use super::values::{MOST_WAYS, Mentions};
use drive_screening_core::answers::{Answer, Answers, Record, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::pack::{CriterionIndex, FactId, Pack, PageRef, Question, Rule, Stage};
use drive_screening_core::screening::{Evaluator, Truth};

/// The facts some rules depend on, each with the answers that stand for all its answers; none stands for unknown.
pub(crate) struct Field<'a> {
    pack: &'a Pack,
    day: Date,
    pub(crate) facts: Vec<FactId>,
    answers: Vec<Vec<Option<Value>>>,
    /// The rule by which each fact is asked, and how many steps it takes to tell whether it is.
    asking: Vec<(Option<&'a Rule>, usize)>,
    /// How many steps it takes to judge the rules.
    judging: usize,
    /// Asked in the entries of a group, where an instrument's counts do not stand.
    in_group: bool,
}

impl<'a> Field<'a> {
    /// The field of criteria and rules, on a day of screening.
    ///
    /// # Errors
    /// If there are too many facts, or too many answers to one of them.
    pub(crate) fn new(
        pack: &'a Pack,
        day: Date,
        criteria: &[CriterionIndex],
        rules: &[&'a Rule],
        share: &Share<'_>,
    ) -> Result<Self, GaveUp> {
        let mut read = Read::new(pack);
        for index in criteria {
            read.criterion(&pack.criteria[*index]);
        }
        for rule in rules {
            read.rule(rule);
        }
        read.field(day, None, share)
    }

    /// The field of the rule by which a question is asked, among the questions of its group if it is in one.
    ///
    /// # Errors
    /// As [`Field::new`].
    pub(crate) fn of_question(
        pack: &'a Pack,
        day: Date,
        question: &'a Question,
        rule: &'a Rule,
        share: &Share<'_>,
    ) -> Result<Self, GaveUp> {
        let mut read = Read::new(pack);
        read.rule(rule);
        let place = pack.place(question.id.as_str()).filter(|place| place.in_group.is_some());
        read.field(day, place.map(|place| (place.page, place.question)), share)
    }

    /// Calls `visit` for every way of answering, with which answer of each fact it takes; the first has none.
    ///
    /// # Errors
    /// If there are too many.
    pub(crate) fn each(
        &self,
        share: &Share<'_>,
        visit: &mut dyn FnMut(&Answers, &[usize]),
    ) -> Result<(), GaveUp> {
        if self.surely() > MOST_WAYS {
            return Err(GaveUp);
        }
        let mut answers = Answers::none(self.day);
        let mut taken = Vec::with_capacity(self.facts.len());
        let mut left = MOST_WAYS;
        self.go_on(&mut answers, &mut taken, &mut left, share, visit)
    }

    /// A number of ways that there are at least: facts that are always asked and that no form limits go with one another.
    fn surely(&self) -> usize {
        let limited = |fact: &FactId| {
            self.pack.instruments.iter().any(|i| [&i.form, &i.yes, &i.not_known].contains(&fact))
        };
        let mut ways = 1_usize;
        for (fact, answers) in self.facts.iter().zip(&self.answers) {
            let question = self.pack.question(fact.as_str());
            if question.is_none_or(|question| question.asked_when.is_none()) && !limited(fact) {
                ways = ways.saturating_mul(answers.len());
            }
        }
        ways
    }

    fn go_on(
        &self,
        answers: &mut Answers,
        taken: &mut Vec<usize>,
        left: &mut usize,
        share: &Share<'_>,
        visit: &mut dyn FnMut(&Answers, &[usize]),
    ) -> Result<(), GaveUp> {
        let Some(fact) = self.facts.get(taken.len()) else {
            share.spend(self.judging + 4 * LOOK_UP * self.pack.instruments.len())?;
            if self.in_group || self.pack.instruments.iter().all(|i| i.overflow(&answers.facts).is_none()) {
                *left = left.checked_sub(1).ok_or(GaveUp)?;
                visit(answers, taken);
            }
            return Ok(());
        };
        let (rule, steps) = self.asking[taken.len()];
        share.spend(steps)?;
        let facts = Evaluator::new(self.pack, answers, &[]);
        let asked = rule.is_none_or(|rule| facts.truth(rule) == Truth::Yes);
        let choices = &self.answers[taken.len()];
        for (index, value) in choices.iter().enumerate().take(if asked { choices.len() } else { 1 }) {
            // None comes first, before there is any.
            if let Some(value) = value {
                share.spend(LOOK_UP)?;
                answers.facts.insert(fact.clone(), Answer::Known(value.clone()));
            }
            taken.push(index);
            self.go_on(answers, taken, left, share, visit)?;
            taken.pop();
        }
        if asked {
            answers.facts.remove(fact);
        }
        Ok(())
    }
}

impl<'a> Read<'a> {
    /// The field of all that was read; of a question of a group, with the answers of its entry alone.
    ///
    /// # Errors
    /// If that is too much.
    pub(super) fn field(
        self,
        day: Date,
        group: Option<(PageRef, usize)>,
        share: &Share<'_>,
    ) -> Result<Field<'a>, GaveUp> {
        if self.facts.len() > MOST_FACTS {
            return Err(GaveUp);
        }
        let mut facts: Vec<FactId> = self.facts.iter().cloned().collect();
        sort_by_key(&mut facts, |fact| self.pack.place(fact.as_str()));
        let mentions = Mentions::of(&self);
        let judging = self.rules.iter().map(|rule| size(rule)).sum::<usize>() + facts.len() + 1;
        share.spend(LOOK_UP * judging)?;
        let sums = self.sums(&mentions, share)?;
        let mut all = Vec::with_capacity(facts.len());
        let mut asking = Vec::with_capacity(facts.len());
        for fact in &facts {
            let mut answers = vec![None];
            let outside = group.is_some_and(|group| {
                self.pack.place(fact.as_str()).is_none_or(|place| (place.page, place.question) != group)
            });
            if !outside {
                answers.extend(self.values(fact, day, &sums, &mentions, share)?.into_iter().map(Some));
            }
            all.push(answers);
            let rule = self.pack.question(fact.as_str()).and_then(|question| question.asked_when.as_ref());
            asking.push((rule, 2 + rule.map_or(0, size)));
        }
        let in_group = group.is_some();
        Ok(Field { pack: self.pack, day, facts, answers: all, asking, judging, in_group })
    }
}

/// How much a record asks of whoever answers: how many facts are known, and how many of them come with the referral.
pub(crate) fn cost(pack: &Pack, record: &Record) -> (usize, usize) {
    let later = |fact: &FactId| {
        pack.place(fact.as_str()).is_some_and(|place| pack.section(place.page).stage == Stage::Referral)
    };
    (record.len(), record.keys().filter(|fact| later(fact)).count())
}
