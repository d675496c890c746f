//! Every way of answering a few questions that makes a difference to some rules, exactly.
//!
//! A rule sees only a little of an answer: on which side of a line a count or a date lies, whether a choice is in a
//! list. So each fact has a few classes of values, one answer stands for each class, and going through the answers of
//! every fact goes through all that the rules can see. A sheet answers only what is asked: a question whose
//! `asked_when` is not yes has no answer.

use crate::answers::{Answer, Answers, Record, Value};
use crate::date::Date;
use crate::pack::{Criterion, FactId, Kind, Pack, Question, Rule, Stage, Test, facts_of};
use crate::screening::{Facts, Truth};
use std::collections::{BTreeMap, BTreeSet};

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
struct Read<'a> {
    pack: &'a Pack,
    rules: Vec<&'a Rule>,
    graded: Vec<(&'a FactId, &'a [(String, u32)])>,
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

    /// One value of each class.
    fn values(&self, fact: &FactId, day: Date, sums: &BTreeMap<FactId, BTreeSet<u32>>) -> Vec<Value> {
        let Some(question) = self.pack.question(fact.as_str()) else { return Vec::new() };
        match &question.kind {
            Kind::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
            Kind::Choice(choices) => {
                let mut seen = BTreeSet::new();
                let fresh = choices.iter().filter(|choice| seen.insert(self.seen_of(fact, &choice.value)));
                fresh.map(|choice| Value::Choice(choice.value.clone())).collect()
            }
            Kind::Set(choices) => {
                // Sets by what rules see of them, grown one choice at a time.
                let mut sets = BTreeMap::from([(BTreeSet::new(), BTreeSet::new())]);
                for choice in choices {
                    let more = self.seen_of(fact, &choice.value);
                    for (seen, mut set) in sets.clone() {
                        set.insert(choice.value.clone());
                        sets.entry(seen.union(&more).copied().collect()).or_insert(set);
                    }
                }
                sets.into_values().map(Value::Set).collect()
            }
            Kind::Count(min, max) => match sums.get(fact) {
                Some(values) => values.iter().copied().map(Value::Count).collect(),
                None => {
                    let lines = self.lines(fact).into_iter().filter(|line| (min + 1..=*max).contains(line));
                    sides(lines.map(u64::from).collect(), u64::from(*max))
                        .into_iter()
                        .filter_map(|count| u32::try_from(count).ok().map(Value::Count))
                        .collect()
                }
            },
            Kind::Date { future } => self.dates(fact, *future, day),
            Kind::Text | Kind::LongText => vec![Value::Text("As written".to_owned())],
            Kind::Group(_) => Vec::new(),
        }
    }

    /// Which of the lists of values hold a value, and how many items a form of that name has.
    fn seen_of(&self, fact: &FactId, value: &str) -> BTreeSet<(usize, u32)> {
        let mut seen = BTreeSet::new();
        let mut number = 0;
        for rule in &self.rules {
            rule.walk(&mut |part| {
                number += 1;
                match part {
                    Rule::IsOneOf(of, values) | Rule::HasAny(of, values)
                        if of == fact && values.iter().any(|other| other == value) =>
                    {
                        seen.insert((number, 0));
                    }
                    _ => {}
                }
            });
        }
        for (index, instrument) in self.pack.instruments.iter().enumerate() {
            if instrument.form == *fact {
                let items = instrument.items.get(value).copied().unwrap_or(instrument.otherwise);
                seen.insert((usize::MAX - index, items));
            }
        }
        seen
    }

    /// The lines that counts are compared with.
    fn lines(&self, fact: &FactId) -> BTreeSet<u32> {
        let mut lines = BTreeSet::new();
        for rule in &self.rules {
            rule.walk(&mut |part| match part {
                Rule::AtLeast(of, line) | Rule::AgeAtLeast { age: of, years: line, .. } if of == fact => {
                    lines.insert(*line);
                }
                _ => {}
            });
        }
        lines
    }

    /// The counts of instruments. Rules and forms compare `yes`, `not known` and the sum of both with lines; whatever
    /// region such comparisons leave has a corner where two of the three are at a line or at the end of their range.
    fn sums(&self) -> BTreeMap<FactId, BTreeSet<u32>> {
        let mut sums = BTreeMap::new();
        for (index, instrument) in self.pack.instruments.iter().enumerate() {
            let mut lines = BTreeSet::from([instrument.otherwise, instrument.otherwise.saturating_add(1)]);
            for (_, items) in &instrument.items.0 {
                lines.extend([*items, items.saturating_add(1)]);
            }
            let mut read = false;
            for rule in &self.rules {
                rule.walk(&mut |part| {
                    if let Rule::CountReaches { instrument, line } = part
                        && *instrument == index
                    {
                        read = true;
                        lines.extend([*line, line.saturating_sub(1)]);
                    }
                });
            }
            if !read {
                continue;
            }
            let ends = |fact: &FactId| match self.pack.question(fact.as_str()).map(|q| &q.kind) {
                Some(Kind::Count(min, max)) => (*min, *max),
                _ => (0, 0),
            };
            let corners = |fact: &FactId| {
                let (min, max) = ends(fact);
                let own = self.lines(fact).into_iter().flat_map(|line| [line, line.saturating_sub(1)]);
                let mut own: BTreeSet<u32> = own.chain([min, max]).collect();
                own.retain(|count| (min..=max).contains(count));
                own
            };
            let (yes, not_known) = (corners(&instrument.yes), corners(&instrument.not_known));
            for (fact, own, other, alone) in
                [(&instrument.yes, &yes, &not_known, true), (&instrument.not_known, &not_known, &yes, false)]
            {
                let (min, max) = ends(fact);
                let mut counts = own.clone();
                for line in &lines {
                    if alone {
                        counts.insert(*line);
                    }
                    counts.extend(other.iter().filter_map(|other| line.checked_sub(*other)));
                    if !alone {
                        counts.extend(lines.iter().filter_map(|sum| sum.checked_sub(*line)));
                    }
                }
                counts.retain(|count| (min..=max).contains(count));
                sums.entry(fact.clone()).or_insert_with(BTreeSet::new).extend(counts);
            }
        }
        sums
    }

    /// A date on either side of every line that dates are compared with.
    fn dates(&self, fact: &FactId, future: bool, day: Date) -> Vec<Value> {
        let last = if future { Date::from_ymd(9999, 12, 31).unwrap_or(day) } else { day };
        let last = u64::try_from(Date::EARLIEST.days_until(last)).unwrap_or(0);
        let mut lines = BTreeSet::new();
        let mut line = |holds: &dyn Fn(Date) -> bool| {
            lines.extend(first(last, &|days| Date::EARLIEST.plus_days(days).is_none_or(holds)));
        };
        for rule in &self.rules {
            rule.walk(&mut |part| match part {
                Rule::WithinMonths(of, months) if of == fact => {
                    line(&|date| date.plus_months(*months) >= day);
                }
                Rule::FreshWithinDays(of, days) | Rule::StaleAfterDays(of, days) if of == fact => {
                    line(&|date| date.days_until(day) <= i64::from(*days));
                }
                Rule::AgeAtLeast { date_of_birth: of, years, .. } if of == fact => {
                    line(&|date| date.whole_years_until(day).is_none_or(|age| age < *years));
                    line(&|date| date > day);
                }
                _ => {}
            });
        }
        for (_, steps) in self.graded.iter().filter(|(of, _)| *of == fact) {
            for (_, months) in *steps {
                line(&|date| date > day.plus_months(*months));
            }
        }
        lines.remove(&0);
        let dates = sides(lines, last).into_iter().filter_map(|days| Date::EARLIEST.plus_days(days));
        dates.map(Value::Date).collect()
    }
}

/// A number on either side of every line, close to it: each line, and the last number before the first.
fn sides(lines: BTreeSet<u64>, last: u64) -> Vec<u64> {
    let before = lines.first().map_or(last, |line| line - 1);
    std::iter::once(before).chain(lines).collect()
}

/// The first number up to `last` from which on something holds.
fn first(last: u64, holds: &dyn Fn(u64) -> bool) -> Option<u64> {
    if !holds(last) {
        return None;
    }
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(high)
}

/// How much a record asks of whoever answers: how many facts are known, and how many of them come with the referral.
pub(super) fn cost(pack: &Pack, record: &Record) -> (usize, usize) {
    let later = |fact: &FactId| {
        pack.place(fact.as_str()).is_some_and(|place| pack.sections[place.section].stage == Stage::Referral)
    };
    (record.len(), record.keys().filter(|fact| later(fact)).count())
}
