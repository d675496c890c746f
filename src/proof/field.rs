//! Every way of answering a few questions that makes a difference to some rules, exactly.
//!
//! A rule sees only a little of an answer: on which side of a line a count or a date lies, whether a choice is in a
//! list. So each fact has a few classes of values, one answer stands for each class, and going through the answers of
//! every fact goes through all that the rules can see. A sheet answers only what is asked: a question whose
//! `asked_when` is not yes has no answer.

use crate::answers::{Answer, Answers, Record, Value};
use crate::date::Date;
use crate::pack::{Criterion, FactId, Pack, Question, Rule, Stage, Test, facts_of};
use crate::screening::{Facts, Truth};
use std::collections::BTreeSet;

/// Most ways of answering that are gone through for one field.
const MOST_WAYS: usize = 60_000;

/// The facts some rules depend on, each with the answers that stand for all its answers; none stands for unknown.
pub(super) struct Field<'a> {
    pack: &'a Pack,
    day: Date,
    pub(super) facts: Vec<FactId>,
    answers: Vec<Vec<Option<Value>>>,
    /// Asked in the entries of a group, where an instrument's counts do not stand.
    in_group: bool,
}

/// There are too many ways of answering to go through.
#[derive(Debug)]
pub(super) struct TooMany;

impl<'a> Field<'a> {
    /// The field of criteria and rules, on a day of screening.
    pub(super) fn new(pack: &'a Pack, day: Date, criteria: &[usize], rules: &[&'a Rule]) -> Self {
        let mut read = Read::new(pack);
        for index in criteria {
            read.criterion(&pack.criteria[*index]);
        }
        for rule in rules {
            read.rule(rule);
        }
        read.field(day, None)
    }

    /// The field of the rule by which a question is asked, among the questions of its group if it is in one.
    pub(super) fn of_question(pack: &'a Pack, day: Date, question: &'a Question, rule: &'a Rule) -> Self {
        let mut read = Read::new(pack);
        read.rule(rule);
        let place = pack.place(question.id.as_str()).filter(|place| place.in_group.is_some());
        read.field(day, place.map(|place| (place.section, place.page, place.question)))
    }

    /// Calls `visit` for every way of answering, with which answer of each fact it takes; the first has none.
    ///
    /// # Errors
    /// If there are too many.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&Answers, &[usize])) -> Result<(), TooMany> {
        let mut answers = Answers::none(self.day);
        let mut taken = Vec::with_capacity(self.facts.len());
        let mut left = MOST_WAYS;
        self.go_on(&mut answers, &mut taken, &mut left, visit)
    }

    fn go_on(
        &self,
        answers: &mut Answers,
        taken: &mut Vec<usize>,
        left: &mut usize,
        visit: &mut dyn FnMut(&Answers, &[usize]),
    ) -> Result<(), TooMany> {
        let Some(fact) = self.facts.get(taken.len()) else {
            if self.in_group || self.pack.instruments.iter().all(|i| i.overflow(&answers.facts).is_none()) {
                *left = left.checked_sub(1).ok_or(TooMany)?;
                visit(answers, taken);
            }
            return Ok(());
        };
        let facts = Facts { pack: self.pack, answers, criteria: &[] };
        let question = self.pack.question(fact.as_str());
        let rule = question.and_then(|question| question.asked_when.as_ref());
        let asked = rule.is_none_or(|rule| facts.truth(rule) == Truth::Yes);
        let choices = &self.answers[taken.len()];
        for (index, value) in choices.iter().enumerate().take(if asked { choices.len() } else { 1 }) {
            match value {
                Some(value) => answers.facts.insert(fact.clone(), Answer::Known(value.clone())),
                None => answers.facts.remove(fact),
            };
            taken.push(index);
            self.go_on(answers, taken, left, visit)?;
            taken.pop();
        }
        answers.facts.remove(fact);
        Ok(())
    }
}

/// What is read by the rules so far.
pub(super) struct Read<'a> {
    pub(super) pack: &'a Pack,
    pub(super) rules: Vec<&'a Rule>,
    pub(super) graded: Vec<(&'a FactId, &'a [(String, u32)])>,
    facts: BTreeSet<FactId>,
}

impl<'a> Read<'a> {
    fn new(pack: &'a Pack) -> Self {
        Self { pack, rules: Vec::new(), graded: Vec::new(), facts: BTreeSet::new() }
    }

    fn criterion(&mut self, criterion: &'a Criterion) {
        match &criterion.test {
            Test::Rule(rule) => self.rule(rule),
            Test::Graded { applies, date, steps } => {
                self.rule(applies);
                self.graded.push((date, steps));
                self.fact(date);
            }
        }
    }

    fn rule(&mut self, rule: &'a Rule) {
        self.rules.push(rule);
        for fact in facts_of(rule, &self.pack.instruments) {
            self.fact(&fact);
        }
        let pack = self.pack;
        let mut criteria = Vec::new();
        rule.walk(&mut |part| {
            if let Rule::Criterion(id) = part {
                criteria.extend(pack.criterion(id.as_str()));
            }
        });
        for index in criteria {
            self.criterion(&pack.criteria[index]);
        }
    }

    fn fact(&mut self, fact: &FactId) {
        if self.facts.insert(fact.clone())
            && let Some(rule) = self.pack.question(fact.as_str()).and_then(|q| q.asked_when.as_ref())
        {
            self.rule(rule);
        }
    }

    fn field(self, day: Date, group: Option<(usize, usize, usize)>) -> Field<'a> {
        let place = |fact: &FactId| {
            let place = self.pack.place(fact.as_str());
            place.map(|place| (place.section, place.page, place.question, place.in_group))
        };
        let mut facts: Vec<FactId> = self.facts.iter().cloned().collect();
        facts.sort_by_key(place);
        let sums = self.sums();
        let answers = facts
            .iter()
            .map(|fact| {
                let mut answers = vec![None];
                let outside = group.is_some_and(|(section, page, question)| {
                    place(fact).is_none_or(|at| (at.0, at.1, at.2) != (section, page, question))
                });
                if !outside {
                    answers.extend(self.values(fact, day, &sums).into_iter().map(Some));
                }
                answers
            })
            .collect();
        Field { pack: self.pack, day, facts, answers, in_group: group.is_some() }
    }
}

/// How much a record asks of whoever answers: how many facts are known, and how many of them come with the referral.
pub(super) fn cost(pack: &Pack, record: &Record) -> (usize, usize) {
    let later = |fact: &FactId| {
        pack.place(fact.as_str()).is_some_and(|place| pack.sections[place.section].stage == Stage::Referral)
    };
    (record.len(), record.keys().filter(|fact| later(fact)).count())
}
