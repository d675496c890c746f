//! The classes of values that rules tell apart, and one value of each: close to the lines, so that an example shows them.

use super::budget::{GaveUp, Share};
use super::read::{Read, size};
use drive_screening_core::answers::{Record, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::pack::{FactId, Kind, Rule, facts_of};
use drive_screening_core::screening::{Evaluator, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// Most ways of answering that are gone through for one field.
pub(crate) const MOST_WAYS: usize = 60_000;

/// The parts of the rules that read each fact, so that not every fact goes through every rule.
pub(crate) struct Mentions<'a> {
    parts: BTreeMap<FactId, Vec<&'a Rule>>,
    /// The lines that the sum of each instrument read by some rule is compared with.
    sums: BTreeMap<usize, BTreeSet<u32>>,
}

impl<'a> Mentions<'a> {
    pub(crate) fn of(read: &Read<'a>) -> Self {
        let mut mentions = Self { parts: BTreeMap::new(), sums: BTreeMap::new() };
        for rule in &read.rules {
            rule.walk_sheet(&mut |part| match part {
                Rule::All(_) | Rule::Any(_) | Rule::Not(_) | Rule::Given(..) | Rule::YesOrNotYet(_) => {}
                Rule::CountReaches { instrument, line } => {
                    let lines = mentions.sums.entry(*instrument).or_default();
                    lines.extend([*line, line.saturating_sub(1)]);
                }
                part => {
                    for fact in facts_of(part, &read.pack.instruments) {
                        mentions.parts.entry(fact).or_default().push(part);
                    }
                }
            });
        }
        mentions
    }

    fn parts(&self, fact: &FactId) -> &[&'a Rule] {
        self.parts.get(fact).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Read<'_> {
    /// One value of each class.
    ///
    /// # Errors
    /// If there are too many.
    pub(crate) fn values(
        &self,
        fact: &FactId,
        day: Date,
        sums: &BTreeMap<FactId, BTreeSet<u32>>,
        mentions: &Mentions<'_>,
        share: &Share<'_>,
    ) -> Result<Vec<Value>, GaveUp> {
        let Some(question) = self.pack.question(fact.as_str()) else { return Ok(Vec::new()) };
        let parts = mentions.parts(fact);
        let compared: usize =
            parts.iter().map(|part| size(part)).sum::<usize>() + self.pack.instruments.len();
        share.spend(compared * (1 + question.kind.choices().len()))?;
        Ok(match &question.kind {
            Kind::YesNo(_) => vec![Value::YesNo(true), Value::YesNo(false)],
            Kind::Choice(choices) => {
                let mut seen = BTreeSet::new();
                let fresh =
                    choices.iter().filter(|choice| seen.insert(self.seen_of(fact, &choice.value, parts)));
                fresh.map(|choice| Value::Choice(choice.value.clone())).collect()
            }
            Kind::Set(choices) => {
                // Sets by what rules see of them, grown one choice at a time.
                let mut sets = BTreeMap::from([(BTreeSet::new(), BTreeSet::new())]);
                for choice in choices {
                    let more = self.seen_of(fact, &choice.value, parts);
                    if more.is_empty() {
                        continue;
                    }
                    // With every choice there may be twice as many.
                    share.spend(sets.len() * (1 + more.len()))?;
                    if sets.len() > MOST_WAYS {
                        return Err(GaveUp);
                    }
                    for (seen, mut set) in sets.clone() {
                        set.insert(choice.value.clone());
                        sets.entry(gathered(seen.union(&more).copied())).or_insert(set);
                    }
                }
                sets.into_values().map(|set| Value::Set(set.iter().map(String::as_str).collect())).collect()
            }
            Kind::Count(min, max) => match sums.get(fact) {
                Some(values) => values.iter().copied().map(Value::Count).collect(),
                None => {
                    let lines = lines_of(parts).into_iter().filter(|line| (min + 1..=*max).contains(line));
                    sides(gathered(lines.map(u64::from)), u64::from(*max))
                        .into_iter()
                        .filter_map(|count| u32::try_from(count).ok().map(Value::Count))
                        .collect()
                }
            },
            Kind::Date { future } => self.dates(fact, *future, day, parts),
            Kind::Text | Kind::LongText => vec![Value::Text("As written".to_owned())],
            Kind::Group(_) => self.entries(fact, day, parts, share)?,
        })
    }

    /// Lists of entries by what the rules over them come to. Of several entries each rule comes to the most that it comes to of
    /// one.
    fn entries(
        &self,
        group: &FactId,
        day: Date,
        parts: &[&Rule],
        share: &Share<'_>,
    ) -> Result<Vec<Value>, GaveUp> {
        let pack = self.pack;
        let Some(place) = pack.place(group.as_str()) else { return Ok(Vec::new()) };
        let mut rules: Vec<&Rule> = Vec::new();
        for part in parts {
            if let Rule::SomeEntry { rule, .. } = part {
                rules.push(rule);
            }
        }
        let mut read = Read::new(pack);
        for rule in &rules {
            read.rule(rule);
        }
        let entry = read.field(day, Some((place.page, place.question)), share)?;
        let mut lists = vec![(vec![Truth::No; rules.len()], Vec::<Record>::new())];
        entry.each(share, &mut |answers, _| {
            let facts = Evaluator::new(pack, answers, &[]);
            let of_entry: Vec<Truth> = rules.iter().map(|rule| facts.truth(rule)).collect();
            for at in 0..lists.len() {
                let (of_list, entries) = &lists[at];
                let of_both: Vec<Truth> =
                    of_list.iter().zip(&of_entry).map(|(one, other)| *one.max(other)).collect();
                if !lists.iter().any(|(known, _)| *known == of_both) {
                    let mut entries = entries.clone();
                    entries.push(answers.facts.clone());
                    lists.push((of_both, entries));
                }
            }
        })?;
        Ok(lists.into_iter().map(|(_, entries)| Value::Group(entries)).collect())
    }

    /// Which of the lists of values hold a value, and how many items a form of that name has.
    fn seen_of(&self, fact: &FactId, value: &str, parts: &[&Rule]) -> BTreeSet<(usize, u32)> {
        let mut seen = BTreeSet::new();
        for (number, part) in parts.iter().enumerate() {
            match part {
                Rule::IsOneOf(_, values) | Rule::HasAny(_, values)
                    if values.iter().any(|other| other == value) =>
                {
                    seen.insert((number, 0));
                }
                _ => {}
            }
        }
        for (index, instrument) in self.pack.instruments.iter().enumerate() {
            if instrument.form == *fact {
                let items = instrument.items.get(value).copied().unwrap_or(instrument.otherwise);
                seen.insert((usize::MAX - index, items));
            }
        }
        seen
    }

    /// The counts of instruments. Rules and forms compare `yes`, `not known` and the sum of both with lines; whatever
    /// region such comparisons leave has a corner where two of the three are at a line or at the end of their range.
    ///
    /// # Errors
    /// If there are too many lines.
    pub(crate) fn sums(
        &self,
        mentions: &Mentions<'_>,
        share: &Share<'_>,
    ) -> Result<BTreeMap<FactId, BTreeSet<u32>>, GaveUp> {
        let mut sums = BTreeMap::new();
        for (index, read) in &mentions.sums {
            let instrument = &self.pack.instruments[*index];
            let mut lines: BTreeSet<u32> =
                gathered([instrument.otherwise, instrument.otherwise.saturating_add(1)]);
            lines.extend(read);
            for (_, items) in &instrument.items.0 {
                lines.extend([*items, items.saturating_add(1)]);
            }
            let ends = |fact: &FactId| match self.pack.question(fact.as_str()).map(|q| &q.kind) {
                Some(Kind::Count(min, max)) => (*min, *max),
                _ => (0, 0),
            };
            let corners = |fact: &FactId| {
                let (min, max) = ends(fact);
                let own = lines_of(mentions.parts(fact))
                    .into_iter()
                    .flat_map(|line| [line, line.saturating_sub(1)]);
                let mut own: BTreeSet<u32> = gathered(own.chain([min, max]));
                own.retain(|count| (min..=max).contains(count));
                own
            };
            let (yes, not_known) = (corners(&instrument.yes), corners(&instrument.not_known));
            for (fact, own, other, alone) in
                [(&instrument.yes, &yes, &not_known, true), (&instrument.not_known, &not_known, &yes, false)]
            {
                let (min, max) = ends(fact);
                share.spend(lines.len() * (1 + other.len() + lines.len()))?;
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
        Ok(sums)
    }

    /// A date on either side of every line that dates are compared with.
    fn dates(&self, fact: &FactId, future: bool, day: Date, parts: &[&Rule]) -> Vec<Value> {
        let last = if future { Date::from_ymd(9999, 12, 31).unwrap_or(day) } else { day };
        let last = u64::try_from(Date::EARLIEST.days_until(last)).unwrap_or(0);
        let mut lines = BTreeSet::new();
        let mut line = |holds: &dyn Fn(Date) -> bool| {
            lines.extend(first(last, &|days| Date::EARLIEST.plus_days(days).is_none_or(holds)));
        };
        for part in parts {
            match part {
                Rule::WithinMonths(_, months) => line(&|date| date.plus_months(*months) >= day),
                Rule::FreshWithinDays(_, days) | Rule::StaleAfterDays(_, days) => {
                    line(&|date| date.days_until(day) <= i64::from(*days));
                }
                Rule::AgeAtLeast { date_of_birth: of, years, .. } if of == fact => {
                    line(&|date| date.whole_years_until(day).is_none_or(|age| age < *years));
                    line(&|date| date > day);
                }
                _ => {}
            }
        }
        for (_, levels) in self.graded.iter().filter(|(of, _)| *of == fact) {
            for level in *levels {
                line(&|date| date > day.plus_months(level.after_months));
            }
        }
        lines.remove(&0);
        let dates = sides(lines, last).into_iter().filter_map(|days| Date::EARLIEST.plus_days(days));
        dates.map(Value::Date).collect()
    }
}

/// The lines that a count is compared with.
fn lines_of(parts: &[&Rule]) -> BTreeSet<u32> {
    let mut lines = BTreeSet::new();
    for part in parts {
        if let Rule::AtLeast(_, line) | Rule::AgeAtLeast { years: line, .. } = part {
            lines.insert(*line);
        }
    }
    lines
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
