//! Flags, which stand beside a verdict and never decide it.

use super::id::{FactId, FlagId};
use super::instrument::Instrument;
use super::question::Part;
use super::rule::{Rule, facts_of};
use crate::base::words::Localized;

/// Something that stands beside a verdict and never decides it.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its name; for a flag of each value, the start of the name.
    pub id: FlagId,
    /// When it is raised.
    pub when: FlagWhen,
    /// What it says.
    pub text: Localized,
    /// What to do about it today, if anything.
    pub act: Option<Localized>,
    /// What to do about each value, where the flag is one for each.
    pub acts: Vec<(String, Localized)>,
    /// It comes before everything else.
    pub urgent: bool,
    /// Which document it belongs to.
    pub part: Part,
}

impl Flag {
    /// What to do about it where it was raised for a value, or at all.
    pub fn act_for(&self, value: Option<&str>) -> Option<&Localized> {
        let of_value = self.acts.iter().find(|(name, _)| Some(name.as_str()) == value).map(|(_, act)| act);
        of_value.or(self.act.as_ref())
    }

    /// Whether a fact can raise it, or keep it down.
    pub fn reads(&self, fact: &FactId, instruments: &[Instrument]) -> bool {
        match &self.when {
            FlagWhen::Each(each) => each == fact,
            FlagWhen::Rule { when, unless } => {
                [when, unless].into_iter().flatten().any(|rule| facts_of(rule, instruments).contains(fact))
            }
        }
    }
}

/// When a flag is raised.
#[derive(Clone, Debug)]
pub enum FlagWhen {
    /// When the first is yes (if given) and the second is not yes (if given).
    Rule {
        /// Must be yes.
        when: Option<Rule>,
        /// Must be no or unknown.
        unless: Option<Rule>,
    },
    /// One flag for each value of a set that is present, named `<flag id>_<value>`.
    Each(FactId),
}
