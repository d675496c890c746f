//! The rule language of criteria. Data only; `screening` evaluates it.
//!
//! Learning more never contradicts a rule: no operator asks whether something *is not known*, except
//! [`Flag`](super::Flag)s, which never touch a verdict.

use super::compiled::ValueSet;
use super::criterion_index::CriterionIndex;
use super::id::{CriterionId, FactId};
use super::instrument::Instrument;

/// A rule over facts. Its value is yes, no or unknown.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Any no is no, else any unknown is unknown, else yes.
    All(Vec<Rule>),
    /// Any yes is yes, else any unknown is unknown, else no.
    Any(Vec<Rule>),
    /// Yes and no swapped; unknown stays unknown.
    Not(Box<Rule>),
    /// A settled value, which a setting turned on or off.
    Always(bool),
    /// The yes/no fact is yes.
    IsYes(FactId),
    /// The choice is one of the values.
    IsOneOf(FactId, Vec<String>),
    /// The set holds at least one of the values.
    HasAny(FactId, Vec<String>),
    /// The count is at least this.
    AtLeast(FactId, u32),
    /// Whole years on the day of screening, from the date of birth or, if that is unknown, from the age.
    AgeAtLeast {
        /// A date fact; decides when it is known.
        date_of_birth: FactId,
        /// A count of whole years, used otherwise.
        age: FactId,
        /// The youngest age that is yes.
        years: u32,
    },
    /// Both are known, and the age by the date of birth on the day of screening is another than the age; otherwise no.
    AgesDiffer {
        /// A date fact.
        date_of_birth: FactId,
        /// A count of whole years.
        age: FactId,
    },
    /// The date, moved on by so many calendar months, is not before the day of screening.
    WithinMonths(FactId, u32),
    /// Yes when the date is at most so many days before the day of screening; otherwise **unknown**, never no.
    FreshWithinDays(FactId, u32),
    /// Yes when the date is known and more than so many days before the day of screening; otherwise no.
    StaleAfterDays(FactId, u32),
    /// How many items of an instrument were answered yes, as an interval, reaches the line.
    CountReaches {
        /// Which instrument, an index into the pack's instruments.
        instrument: usize,
        /// The line, inclusive.
        line: u32,
    },
    /// Yes when the text is not blank; otherwise unknown.
    TextGiven(FactId),
    /// `then`, once `given` is yes. If `given` is no: no. If `given` is unknown: unknown.
    Given(Box<Rule>, Box<Rule>),
    /// Yes stays yes; anything else is unknown ("not yet").
    YesOrNotYet(Box<Rule>),
    /// The rule is yes of some entry of a group; no where it is no of each, as where there are none (beside verdicts only).
    SomeEntry {
        /// The group.
        group: FactId,
        /// A rule over the questions of an entry.
        rule: Box<Rule>,
    },
    /// What a criterion of the pack came to (flags only).
    Criterion(CriterionId),
}

impl Rule {
    /// The values that some answers give it, no or yes. It may name a value that no answers
    /// give, where parts hang together, and never lacks one that some do.
    pub fn can_be(&self) -> ValueSet {
        const NO: ValueSet = ValueSet::NO;
        const YES: ValueSet = ValueSet::YES;
        let both = |parts: &[Rule]| {
            parts.iter().fold((NO | YES, ValueSet::NONE), |(all, any), part| {
                let part = part.can_be();
                (all & part, any | part)
            })
        };
        match self {
            Self::All(parts) => {
                let (all, any) = both(parts);
                all & YES | any & NO
            }
            Self::Any(parts) => {
                let (all, any) = both(parts);
                all & NO | any & YES
            }
            Self::Not(part) => {
                let part = part.can_be();
                let is = |value: u8, then: ValueSet| if part.contains(value) { then } else { ValueSet::NONE };
                is(0, YES) | is(1, NO)
            }
            Self::Always(holds) => ValueSet::only(u8::from(*holds)),
            Self::IsOneOf(_, values) | Self::HasAny(_, values) if values.is_empty() => NO,
            Self::AtLeast(_, 0)
            | Self::AgeAtLeast { years: 0, .. }
            | Self::CountReaches { line: 0, .. }
            | Self::FreshWithinDays(..)
            | Self::TextGiven(_) => YES,
            Self::Given(given, then) => {
                let (given, then) = (given.can_be(), then.can_be());
                let reached = if given.contains(1) { then } else { ValueSet::NONE };
                given & NO | reached
            }
            Self::YesOrNotYet(part) => part.can_be() & YES,
            Self::SomeEntry { rule, .. } => NO | rule.can_be() & YES,
            _ => NO | YES,
        }
    }

    /// What it comes to whatever is answered, where settings leave it no choice.
    pub fn settled(&self) -> Option<bool> {
        match self {
            Self::Always(holds) => Some(*holds),
            Self::IsOneOf(_, values) | Self::HasAny(_, values) if values.is_empty() => Some(false),
            Self::All(parts) => {
                let any_no = parts.iter().any(|part| part.settled() == Some(false));
                let all_yes = parts.iter().all(|part| part.settled() == Some(true));
                if any_no { Some(false) } else { all_yes.then_some(true) }
            }
            Self::Any(parts) => {
                let any_yes = parts.iter().any(|part| part.settled() == Some(true));
                let all_no = parts.iter().all(|part| part.settled() == Some(false));
                if any_yes { Some(true) } else { all_no.then_some(false) }
            }
            Self::Not(part) => part.settled().map(|holds| !holds),
            Self::Given(is, then) => {
                if is.settled()? {
                    then.settled()
                } else {
                    Some(false)
                }
            }
            _ => None,
        }
    }

    /// Calls `visit` for this rule and every rule inside it, also those over the entries of a group.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Rule)) {
        self.walk_sheet(&mut |part| {
            visit(part);
            if let Self::SomeEntry { rule, .. } = part {
                rule.walk(visit);
            }
        });
    }

    /// Calls `visit` for this rule and every rule inside it that is over the whole sheet.
    pub fn walk_sheet<'a>(&'a self, visit: &mut dyn FnMut(&'a Rule)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.walk_sheet(visit);
                }
            }
            Self::Not(part) | Self::YesOrNotYet(part) => part.walk_sheet(visit),
            Self::Given(given, then) => {
                given.walk_sheet(visit);
                then.walk_sheet(visit);
            }
            _ => {}
        }
    }
}

/// The facts a rule reads; of a rule over entries, the group.
pub fn facts_of(rule: &Rule, instruments: &[Instrument]) -> Vec<FactId> {
    facts(rule, instruments).into_iter().map(|(fact, _, _)| fact).collect()
}

/// The facts a rule reads, with the kind of question each needs.
pub(crate) fn facts(
    rule: &Rule,
    instruments: &[Instrument],
) -> Vec<(FactId, &'static [&'static str], Vec<String>)> {
    let mut facts = Vec::new();
    rule.walk_sheet(&mut |part| match part {
        Rule::IsYes(fact) => facts.push((fact.clone(), &["yes_no"] as &[_], Vec::new())),
        Rule::IsOneOf(fact, values) => facts.push((fact.clone(), &["choice"] as &[_], values.clone())),
        Rule::HasAny(fact, values) => facts.push((fact.clone(), &["set"] as &[_], values.clone())),
        Rule::AtLeast(fact, _) => facts.push((fact.clone(), &["count"] as &[_], Vec::new())),
        Rule::AgeAtLeast { date_of_birth, age, .. } | Rule::AgesDiffer { date_of_birth, age } => {
            facts.push((date_of_birth.clone(), &["date"] as &[_], Vec::new()));
            facts.push((age.clone(), &["count"] as &[_], Vec::new()));
        }
        Rule::WithinMonths(fact, _) | Rule::FreshWithinDays(fact, _) | Rule::StaleAfterDays(fact, _) => {
            facts.push((fact.clone(), &["date"] as &[_], Vec::new()));
        }
        Rule::TextGiven(fact) => facts.push((fact.clone(), &["text", "long_text"] as &[_], Vec::new())),
        Rule::SomeEntry { group, .. } => facts.push((group.clone(), &["group"] as &[_], Vec::new())),
        Rule::CountReaches { instrument, .. } => {
            let instrument = &instruments[*instrument];
            facts.push((instrument.yes.clone(), &["count"] as &[_], Vec::new()));
            facts.push((instrument.not_known.clone(), &["count"] as &[_], Vec::new()));
            facts.push((instrument.form.clone(), &["choice"] as &[_], Vec::new()));
        }
        Rule::All(_)
        | Rule::Any(_)
        | Rule::Not(_)
        | Rule::Always(_)
        | Rule::Given(..)
        | Rule::YesOrNotYet(_)
        | Rule::Criterion(_) => {}
    });
    facts
}

/// A verdict's condition over criteria. Criteria are settled one way or another, so it is yes or no.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// Every part holds.
    All(Vec<Formula>),
    /// Some part holds.
    Any(Vec<Formula>),
    /// The part does not hold.
    Not(Box<Formula>),
    /// At least so many of the parts hold.
    AtLeast(usize, Vec<Formula>),
    /// Settled by a setting.
    Always(bool),
    /// The criterion takes this value: 0 no, 1 yes; or the level of a graded one.
    Takes(CriterionIndex, u8),
}

#[cfg(test)]
mod tests {
    use super::*;
    use Rule::{All, Always, Any, Given, Not, YesOrNotYet};

    fn some_entry(rule: Rule) -> Rule {
        let group = FactId::parse("list").unwrap_or_else(|| unreachable!());
        Rule::SomeEntry { group, rule: Box::new(rule) }
    }

    #[test]
    fn what_a_rule_can_come_to() {
        const NO: ValueSet = ValueSet::NO;
        const YES: ValueSet = ValueSet::YES;
        let fact = || FactId::parse("fact").unwrap_or_else(|| unreachable!());
        let both = || Rule::IsYes(fact());
        let yes = || Rule::TextGiven(fact());
        let given = |is: Rule, then: Rule| Given(Box::new(is), Box::new(then));
        let table = [
            (both(), NO | YES),
            (yes(), YES),
            (Rule::FreshWithinDays(fact(), 90), YES),
            (Rule::AtLeast(fact(), 0), YES),
            (Rule::AtLeast(fact(), 1), NO | YES),
            (Rule::IsOneOf(fact(), Vec::new()), NO),
            (Always(true), YES),
            (Always(false), NO),
            (Not(Box::new(yes())), NO),
            (Not(Box::new(Always(false))), YES),
            (All(Vec::new()), YES),
            (Any(Vec::new()), NO),
            (All(vec![yes(), both()]), NO | YES),
            (All(vec![yes(), yes()]), YES),
            (All(vec![yes(), yes(), yes()]), YES),
            (All(vec![yes(), Always(false)]), NO),
            (Any(vec![yes(), both()]), YES),
            (Any(vec![Always(false), both()]), NO | YES),
            (Any(vec![Always(false), Always(false)]), NO),
            (given(both(), yes()), NO | YES),
            (given(both(), both()), NO | YES),
            (given(yes(), yes()), YES),
            (given(yes(), both()), NO | YES),
            (given(Always(false), yes()), NO),
            (YesOrNotYet(Box::new(both())), YES),
            (YesOrNotYet(Box::new(Always(false))), ValueSet::NONE),
            // There may be no entries.
            (some_entry(both()), NO | YES),
            (some_entry(yes()), NO | YES),
            (some_entry(Always(false)), NO),
        ];
        for (rule, expected) in table {
            assert_eq!(rule.can_be(), expected, "{rule:?}");
        }
    }

    #[test]
    fn what_settings_leave_no_choice() {
        let fact = || FactId::parse("fact").unwrap_or_else(|| unreachable!());
        let open = || Rule::IsYes(fact());
        let given = |is: Rule, then: Rule| Given(Box::new(is), Box::new(then));
        let not = |part: Rule| Not(Box::new(part));
        let one_of = |values: &[&str]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
        let table = [
            (open(), None),
            (Always(true), Some(true)),
            (Always(false), Some(false)),
            (Rule::IsOneOf(fact(), one_of(&[])), Some(false)),
            (Rule::IsOneOf(fact(), one_of(&["a"])), None),
            (Rule::HasAny(fact(), one_of(&[])), Some(false)),
            (Rule::HasAny(fact(), one_of(&["a"])), None),
            (All(vec![]), Some(true)),
            (All(vec![Always(true), Always(true)]), Some(true)),
            (All(vec![Always(true), open()]), None),
            (All(vec![open(), Always(false)]), Some(false)),
            (Any(vec![]), Some(false)),
            (Any(vec![Always(false), Always(false)]), Some(false)),
            (Any(vec![Always(false), open()]), None),
            (Any(vec![open(), Always(true)]), Some(true)),
            (not(Always(true)), Some(false)),
            (not(Always(false)), Some(true)),
            (not(open()), None),
            (given(Always(false), open()), Some(false)),
            (given(Always(true), Always(true)), Some(true)),
            (given(Always(true), Always(false)), Some(false)),
            (given(Always(true), open()), None),
            (given(open(), Always(true)), None),
            (some_entry(Always(true)), None),
        ];
        for (rule, expected) in table {
            assert_eq!(rule.settled(), expected, "{rule:?}");
            // What it comes to whatever is answered is one of the values that it can have.
            let value = expected.map(u8::from);
            assert!(value.is_none_or(|value| rule.can_be() == ValueSet::only(value)), "{rule:?}");
        }
    }

    /// A rule over the entries of a group reads the group; the questions of the entries are read inside it alone.
    #[test]
    fn a_walk_over_a_sheet_stays_outside_entries() {
        let inner = || Rule::IsYes(FactId::parse("inner").unwrap_or_else(|| unreachable!()));
        let rule = Not(Box::new(All(vec![Always(true), some_entry(Any(vec![inner()]))])));
        let name = |part: &Rule| match part {
            Not(_) => "not",
            All(_) => "all",
            Any(_) => "any",
            Always(_) => "always",
            Rule::IsYes(_) => "is_yes",
            Rule::SomeEntry { .. } => "some_entry",
            _ => "other",
        };
        let (mut outside, mut everywhere) = (Vec::new(), Vec::new());
        rule.walk_sheet(&mut |part| outside.push(name(part)));
        rule.walk(&mut |part| everywhere.push(name(part)));
        assert_eq!(outside, ["not", "all", "always", "some_entry"]);
        assert_eq!(everywhere, ["not", "all", "always", "some_entry", "any", "is_yes"]);
        let read: Vec<String> = facts_of(&rule, &[]).iter().map(ToString::to_string).collect();
        assert_eq!(read, ["list"]);
    }
}
