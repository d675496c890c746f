//! Criteria: the test of each, and the words for each of its values.

use super::compiled::ValueSet;
use super::id::{CriterionId, FactId, SourceId};
use super::instrument::Instrument;
use super::order;
use super::role::Role;
use super::rule::{Rule, facts_of};
use crate::base::words::Localized;

/// A test that is yes, no or unknown; or a grade.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its name.
    pub id: CriterionId,
    /// What it tests, short: "In the area".
    pub label: Localized,
    /// Its part in the verdict.
    pub role: Role,
    /// The test.
    pub test: Test,
    /// The sentence for each value, in the order of [`Test`]: no, yes; or each level from none up.
    pub says: Vec<Localized>,
    /// The sentence while it is unknown.
    pub unknown: Localized,
    /// Who could tell.
    pub who: Localized,
    /// What would have to turn out for each value, in the order of [`Test`], to follow "if it were found that" and
    /// "pe canfyddid". Empty if it is judgement.
    pub conditional: Vec<Localized>,
    /// Somebody's judgement: the last choice among reasons that would do, and never named as something that would
    /// change a result.
    pub judgement: bool,
    /// Where it comes from.
    pub source: SourceId,
    /// The settings whose values it uses, indices.
    pub settings: Vec<usize>,
    /// The verdicts depend on it.
    pub used: bool,
}

impl Criterion {
    /// The facts it reads, each once, in the order its test names them.
    pub fn reads(&self, instruments: &[Instrument]) -> Vec<FactId> {
        let mut facts = match &self.test {
            Test::Rule(rule) => facts_of(rule, instruments),
            Test::Graded { applies, date, levels } => {
                let mut facts = facts_of(applies, instruments);
                facts.push(date.clone());
                facts.extend(
                    levels
                        .iter()
                        .filter_map(|level| level.or_when.as_ref())
                        .flat_map(|rule| facts_of(rule, instruments)),
                );
                facts
            }
        };
        let all = facts.clone();
        let mut seen = order::Seen::default();
        let mut fresh = all.iter().map(|fact| seen.add(fact.as_str()));
        facts.retain(|_| fresh.next() == Some(true));
        facts
    }
}

/// What a criterion tests.
#[derive(Clone, Debug)]
pub enum Test {
    /// Yes or no.
    Rule(Rule),
    /// How far ahead a date lies, once `applies` is yes. No: the first level. Unknown: any level.
    Graded {
        /// Whether there is anything to grade.
        applies: Rule,
        /// The date that is graded.
        date: FactId,
        /// The levels after the first, from the lowest up.
        levels: Vec<Level>,
    },
}

/// A level of a graded criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Its name.
    pub id: String,
    /// A date later than so many calendar months from the day of screening is this level or a higher one.
    pub after_months: u32,
    /// It is this level whatever the date, where this is yes: there may be no date to ask for.
    pub or_when: Option<Rule>,
}

impl Test {
    /// The rule that it tests, or by which there is something to grade.
    pub fn rule(&self) -> &Rule {
        match self {
            Self::Rule(rule) | Self::Graded { applies: rule, .. } => rule,
        }
    }

    /// Every rule in it: [`Test::rule`] and those by which it is of a level whatever the date.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let levels: &[Level] = match self {
            Self::Rule(_) => &[],
            Self::Graded { levels, .. } => levels,
        };
        std::iter::once(self.rule()).chain(levels.iter().filter_map(|level| level.or_when.as_ref()))
    }

    /// The value that it takes whatever is answered, where settings leave it no choice.
    pub fn settled(&self) -> Option<u8> {
        match self {
            Self::Rule(rule) => rule.settled().map(u8::from),
            Self::Graded { .. } => None,
        }
    }

    /// How many values it can take, 2 to 4.
    pub fn arity(&self) -> u8 {
        match self {
            Self::Rule(_) => 2,
            Self::Graded { levels, .. } => 1 + u8::try_from(levels.len()).unwrap_or(3),
        }
    }

    /// The values that some answers give it.
    pub fn can_be(&self) -> ValueSet {
        match self {
            Self::Rule(rule) => rule.can_be(),
            Self::Graded { applies, levels, .. }
                if !applies.can_be().contains(1) && levels.iter().all(|level| level.or_when.is_none()) =>
            {
                ValueSet::NO
            }
            Self::Graded { .. } => ValueSet::every(self.arity()),
        }
    }

    /// The public name of a value: `no`, `yes`; `none` or a level.
    pub fn value_name(&self, value: u8) -> &str {
        match (self, value) {
            (Self::Rule(_), 0) => "no",
            (Self::Rule(_), _) => "yes",
            (Self::Graded { .. }, 0) => "none",
            (Self::Graded { levels, .. }, value) => {
                levels.get(usize::from(value) - 1).map_or("none", |level| level.id.as_str())
            }
        }
    }
}
