//! The classes of values that rules tell apart, and one value of each: close to the lines, so that an example shows them.

use super::field::Read;
use crate::answers::Value;
use crate::date::Date;
use crate::pack::{FactId, Kind, Rule};
use std::collections::{BTreeMap, BTreeSet};

impl Read<'_> {
    /// One value of each class.
    pub(super) fn values(
        &self,
        fact: &FactId,
        day: Date,
        sums: &BTreeMap<FactId, BTreeSet<u32>>,
    ) -> Vec<Value> {
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
                sets.into_values().map(|set| Value::Set(set.iter().map(String::as_str).collect())).collect()
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
    pub(super) fn sums(&self) -> BTreeMap<FactId, BTreeSet<u32>> {
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
