//! Flags, which stand beside a verdict and never decide it.

use super::id::{FactId, FlagId, SourceId};
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
    /// It stands above all else in the document of its part, and its words give no reason: the parts that hold what raised it
    /// say why.
    pub first: bool,
    /// Which document it belongs to.
    pub part: Part,
    /// Where the law, figures and numbers in its words come from.
    pub sources: Vec<SourceId>,
}

impl Flag {
    /// What to do about it where it was raised for a value, or at all.
    pub fn act_for(&self, value: Option<&str>) -> Option<&Localized> {
        let of_value = self.acts.iter().find(|(name, _)| Some(name.as_str()) == value).map(|(_, act)| act);
        of_value.or(self.act.as_ref())
    }

    /// Whether a fact can raise it, or keep it down.
    pub fn reads(&self, fact: &FactId, instruments: &[Instrument]) -> bool {
        self.facts(instruments).contains(fact)
    }

    /// The facts that can raise it, or keep it down; of entries, their group.
    pub fn facts(&self, instruments: &[Instrument]) -> Vec<FactId> {
        match &self.when {
            FlagWhen::Each(each) => vec![each.clone()],
            FlagWhen::Rule { .. } => self.rules().flat_map(|rule| facts_of(rule, instruments)).collect(),
        }
    }

    /// The facts of the entries of a group that can raise it, or keep it down.
    pub fn facts_of_entries(&self, of: &FactId, instruments: &[Instrument]) -> Vec<FactId> {
        let mut facts = Vec::new();
        for rule in self.rules() {
            rule.walk_sheet(&mut |part| {
                if let Rule::SomeEntry { group, rule } = part
                    && group == of
                {
                    facts.extend(facts_of(rule, instruments));
                }
            });
        }
        facts
    }

    fn rules(&self) -> impl Iterator<Item = &Rule> {
        let rules = match &self.when {
            FlagWhen::Each(_) => [None, None],
            FlagWhen::Rule { when, unless } => [when.as_ref(), unless.as_ref()],
        };
        rules.into_iter().flatten()
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
