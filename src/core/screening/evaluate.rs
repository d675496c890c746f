//! Rules over answers. Total: a rule of a sound pack always has a value.

use super::truth::Truth;
use crate::answers::{Answers, Record, Value, known};
use crate::base::date::Date;
use crate::pack::compiled::ValueSet;
use crate::pack::{Criterion, FactId, Instrument, Level, Pack, Rule, Test};

/// What each criterion of the pack may still turn out to be.
pub fn criteria(pack: &Pack, answers: &Answers) -> Vec<ValueSet> {
    let facts = Evaluator::new(pack, answers, &[]);
    pack.criteria.iter().map(|criterion| facts.possible(criterion)).collect()
}

/// What one criterion of the pack may still turn out to be.
pub(super) fn criterion(pack: &Pack, answers: &Answers, criterion: &Criterion) -> ValueSet {
    Evaluator::new(pack, answers, &[]).possible(criterion)
}

/// The truth of a yes/no criterion from what it may still be.
pub fn truth(possible: ValueSet) -> Truth {
    match possible {
        ValueSet::NO => Truth::No,
        ValueSet::YES => Truth::Yes,
        _ => Truth::Unknown,
    }
}

/// What rules are judged by: the pack's instruments, the answers, and (for flags) what the criteria came to.
#[derive(Clone, Copy)]
pub struct Evaluator<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The answers.
    pub answers: &'a Answers,
    /// Those that rules read: all, or an entry of a group.
    facts: &'a Record,
    /// What each criterion may be; empty while the criteria themselves are judged.
    pub criteria: &'a [ValueSet],
}

impl<'a> Evaluator<'a> {
    /// Judges by all answers. `criteria` is what each criterion may be, empty while the criteria themselves are judged.
    pub fn new(pack: &'a Pack, answers: &'a Answers, criteria: &'a [ValueSet]) -> Self {
        Self { pack, answers, facts: &answers.facts, criteria }
    }

    /// What a criterion may be.
    pub fn possible(self, criterion: &Criterion) -> ValueSet {
        let every = ValueSet::every(criterion.test.arity());
        match &criterion.test {
            Test::Rule(rule) => match self.truth(rule) {
                Truth::No => ValueSet::NO,
                Truth::Yes => ValueSet::YES,
                Truth::Unknown => every,
            },
            Test::Graded { applies, date, levels } => {
                let mut whatever_the_date = ValueSet::NONE;
                for (value, level) in (1..).zip(levels) {
                    match level.or_when.as_ref().map_or(Truth::No, |rule| self.truth(rule)) {
                        Truth::Yes => return ValueSet::only(value),
                        Truth::Unknown => whatever_the_date |= ValueSet::only(value),
                        Truth::No => {}
                    }
                }
                let by_date = match (self.truth(applies), self.date(date)) {
                    (Truth::No, _) => ValueSet::NO,
                    (Truth::Yes, Some(date)) => {
                        let passed =
                            |level: &&Level| date > self.answers.screened_on.plus_months(level.after_months);
                        let passed = levels.iter().take_while(passed).count();
                        ValueSet::only(u8::try_from(passed).unwrap_or(0))
                    }
                    _ => every,
                };
                by_date | whatever_the_date
            }
        }
    }

    /// The truth of a rule.
    pub fn truth(self, rule: &Rule) -> Truth {
        match rule {
            Rule::All(parts) => parts.iter().map(|part| self.truth(part)).min().unwrap_or(Truth::Yes),
            Rule::Any(parts) => parts.iter().map(|part| self.truth(part)).max().unwrap_or(Truth::No),
            Rule::Not(part) => !self.truth(part),
            Rule::Always(holds) => Truth::of(*holds),
            Rule::IsYes(fact) => match self.value(fact) {
                Some(Value::YesNo(yes)) => Truth::of(*yes),
                _ => Truth::Unknown,
            },
            // A site that counts nothing: whatever the answer turns out to be.
            Rule::IsOneOf(_, values) | Rule::HasAny(_, values) if values.is_empty() => Truth::No,
            Rule::IsOneOf(fact, values) => match self.value(fact) {
                Some(Value::Choice(value)) => Truth::of(values.contains(value)),
                _ => Truth::Unknown,
            },
            Rule::HasAny(fact, values) => match self.value(fact) {
                Some(Value::Set(present)) => Truth::of(values.iter().any(|value| present.contains(value))),
                _ => Truth::Unknown,
            },
            Rule::AtLeast(fact, least) => {
                self.count(fact).map_or(Truth::Unknown, |count| Truth::of(count >= *least))
            }
            Rule::AgeAtLeast { date_of_birth, age, years } => {
                let age = match self.date(date_of_birth) {
                    Some(born) => born.whole_years_until(self.answers.screened_on),
                    None => self.count(age),
                };
                age.map_or(Truth::Unknown, |age| Truth::of(age >= *years))
            }
            Rule::AgesDiffer { date_of_birth, age } => {
                let by_date = self
                    .date(date_of_birth)
                    .and_then(|born| born.whole_years_until(self.answers.screened_on));
                let differ = by_date.zip(self.count(age)).is_some_and(|(by_date, age)| by_date != age);
                Truth::of(differ)
            }
            Rule::WithinMonths(fact, months) => {
                let within = |date: Date| date.plus_months(*months) >= self.answers.screened_on;
                self.date(fact).map_or(Truth::Unknown, |date| Truth::of(within(date)))
            }
            Rule::FreshWithinDays(fact, days) => match self.fresh(fact, *days) {
                Some(true) => Truth::Yes,
                _ => Truth::Unknown,
            },
            Rule::StaleAfterDays(fact, days) => Truth::of(self.fresh(fact, *days) == Some(false)),
            Rule::CountReaches { instrument, line } => {
                self.count_reaches(&self.pack.instruments[*instrument], *line)
            }
            Rule::TextGiven(fact) => match self.value(fact) {
                Some(Value::Text(text)) if !text.trim().is_empty() => Truth::Yes,
                _ => Truth::Unknown,
            },
            Rule::Given(given, then) => match self.truth(given) {
                Truth::Yes => self.truth(then),
                no_or_unknown => no_or_unknown,
            },
            Rule::YesOrNotYet(part) => self.truth(part).max(Truth::Unknown),
            Rule::SomeEntry { group, rule } => match self.value(group) {
                Some(Value::Group(entries)) => {
                    let entry = |facts| Self { facts, ..self }.truth(rule);
                    entries.iter().map(entry).max().unwrap_or(Truth::No)
                }
                _ => Truth::Unknown,
            },
            Rule::Criterion(id) => {
                let possible =
                    self.pack.criterion(id.as_str()).and_then(|index| self.criteria.get(index.place()));
                possible.map_or(Truth::Unknown, |possible| truth(*possible))
            }
        }
    }

    /// The yes answers lie between those counted and those that may still be; both ends are compared with the line.
    fn count_reaches(self, instrument: &Instrument, line: u32) -> Truth {
        let Some(low) = self.count(&instrument.yes) else { return Truth::Unknown };
        let high = match self.count(&instrument.not_known) {
            Some(not_known) => low.saturating_add(not_known),
            None => instrument.items(self.facts).max(low),
        };
        match (low >= line, high < line) {
            (true, _) => Truth::Yes,
            (_, true) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    fn fresh(self, fact: &FactId, days: u32) -> Option<bool> {
        self.date(fact).map(|date| date.days_until(self.answers.screened_on) <= i64::from(days))
    }

    fn date(self, fact: &FactId) -> Option<Date> {
        match self.value(fact)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    fn count(self, fact: &FactId) -> Option<u32> {
        match self.value(fact)? {
            Value::Count(count) => Some(*count),
            _ => None,
        }
    }

    fn value(self, fact: &FactId) -> Option<&'a Value> {
        known(self.facts, fact.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answer;

    #[test]
    fn what_a_criterion_may_be_is_a_truth_once_it_is_one_of_two() {
        for (possible, expected) in [
            (ValueSet::NO, Truth::No),
            (ValueSet::YES, Truth::Yes),
            (ValueSet::NO | ValueSet::YES, Truth::Unknown),
            (ValueSet::NONE, Truth::Unknown),
        ] {
            assert_eq!(truth(possible), expected);
        }
    }

    /// Where a site counts no value the rule is no, whatever is answered and before anything is; else it goes by the answer.
    #[test]
    fn a_rule_that_counts_nothing_is_no() {
        let pack = Pack::builtin("default").unwrap();
        let id = |fact: &str| FactId::parse(fact).unwrap();
        let named = |values: &[&str]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
        let none = Answers::none(Date::EARLIEST);
        let mut known = none.clone();
        known.facts.insert(id("custody"), Answer::Known(Value::Choice("remand".to_owned())));
        known.facts.insert(id("markers"), Answer::Known(Value::Set(["stalking"].into_iter().collect())));
        let table: [(&[&str], &[&str], Truth, Truth); 3] = [
            (&[], &[], Truth::No, Truth::No),
            (&["recall"], &["weapon"], Truth::Unknown, Truth::No),
            (&["recall", "remand"], &["weapon", "stalking"], Truth::Unknown, Truth::Yes),
        ];
        for (choices, set, unasked, answered) in table {
            for rule in
                [Rule::IsOneOf(id("custody"), named(choices)), Rule::HasAny(id("markers"), named(set))]
            {
                for (answers, expected) in [(&none, unasked), (&known, answered)] {
                    assert_eq!(Evaluator::new(&pack, answers, &[]).truth(&rule), expected, "{rule:?}");
                }
            }
        }
    }
}
