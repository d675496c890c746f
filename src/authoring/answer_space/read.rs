//! What some rules read: facts, the rules by which these are asked, and what that hangs on in turn.

use super::budget::LOOK_UP;
use drive_screening_core::pack::{Criterion, CriterionIndex, FactId, Level, Pack, Rule, Test, facts_of};
use std::collections::BTreeSet;

/// Most facts of a field. They are gone through one inside the other, and the stack of a browser is small.
pub(crate) const MOST_FACTS: usize = 600;

/// What is read by the rules so far.
pub(crate) struct Read<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) rules: Vec<&'a Rule>,
    pub(crate) graded: Vec<(&'a FactId, &'a [Level])>,
    pub(crate) facts: BTreeSet<FactId>,
    /// Criteria that rules name, each read once.
    named: BTreeSet<CriterionIndex>,
}

impl<'a> Read<'a> {
    pub(crate) fn new(pack: &'a Pack) -> Self {
        Self { pack, rules: Vec::new(), graded: Vec::new(), facts: BTreeSet::new(), named: BTreeSet::new() }
    }

    pub(crate) fn criterion(&mut self, criterion: &'a Criterion) {
        match &criterion.test {
            Test::Rule(rule) => self.rule(rule),
            Test::Graded { date, levels, .. } => {
                criterion.test.rules().for_each(|rule| self.rule(rule));
                self.graded.push((date, levels));
                if let Some(asked_when) = self.fact(date) {
                    self.rule(asked_when);
                }
            }
        }
    }

    /// Reads a rule and all that it hangs on. One after the other: a pack may hang thousands of questions on one another.
    pub(crate) fn rule(&mut self, rule: &'a Rule) {
        let mut next = vec![rule];
        let pack = self.pack;
        while let Some(rule) = next.pop() {
            // More than can be gone through: it is enough to know that.
            if self.facts.len() > MOST_FACTS {
                return;
            }
            self.rules.push(rule);
            for fact in facts_of(rule, &pack.instruments) {
                next.extend(self.fact(&fact));
            }
            rule.walk(&mut |part| {
                let Rule::Criterion(id) = part else { return };
                let index = pack.criterion(id.as_str()).filter(|index| self.named.insert(*index));
                let Some(test) = index.map(|index| &pack.criteria[index].test) else { return };
                next.extend(test.rules());
                if let Test::Graded { date, levels, .. } = test {
                    self.graded.push((date, levels));
                    next.extend(self.fact(date));
                }
            });
        }
    }

    /// Notes a fact; the rule by which it is asked, if it was not noted before.
    fn fact(&mut self, fact: &FactId) -> Option<&'a Rule> {
        let fresh = self.facts.insert(fact.clone());
        self.pack.question(fact.as_str()).filter(|_| fresh).and_then(|question| question.asked_when.as_ref())
    }
}

/// How many steps it takes to judge a rule.
pub(crate) fn size(rule: &Rule) -> usize {
    let mut steps = 0;
    rule.walk(&mut |part| steps += own_size(part));
    steps
}

/// How many steps it takes to judge a rule but for the parts in it.
pub(crate) fn own_size(rule: &Rule) -> usize {
    match rule {
        Rule::All(_) | Rule::Any(_) | Rule::Not(_) | Rule::Given(..) | Rule::YesOrNotYet(_) => 1,
        Rule::IsOneOf(_, values) | Rule::HasAny(_, values) => LOOK_UP + values.len(),
        _ => LOOK_UP,
    }
}
