//! Flags: they stand beside a verdict and never decide it.

use super::evaluate::Evaluator;
use super::truth::Truth;
use crate::answers::{Answers, Value};
use crate::pack::compiled::ValueSet;
use crate::pack::order::sorted;
use crate::pack::{FlagWhen, Pack};

/// A flag that is raised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RaisedFlag {
    /// Its public name: `urgent_first`, `marker_stalking`.
    pub name: String,
    /// The flag of the pack, an index.
    pub flag: usize,
    /// The value of a set it was raised for.
    pub value: Option<String>,
}

/// The flags raised by these answers, by name.
pub(super) fn raised(pack: &Pack, answers: &Answers, criteria: &[ValueSet]) -> Vec<RaisedFlag> {
    let facts = Evaluator::new(pack, answers, criteria);
    let mut raised = Vec::new();
    for (index, flag) in pack.flags.iter().enumerate() {
        match &flag.when {
            FlagWhen::Rule { when, unless } => {
                let holds = |rule| facts.truth(rule) == Truth::Yes;
                if when.as_ref().is_none_or(holds) && !unless.as_ref().is_some_and(holds) {
                    raised.push(RaisedFlag { name: flag.id.as_str().to_owned(), flag: index, value: None });
                }
            }
            FlagWhen::Each(fact) => {
                if let Some(Value::Set(values)) = answers.known(fact.as_str()) {
                    let each = |value: &String| RaisedFlag {
                        name: format!("{}_{value}", flag.id),
                        flag: index,
                        value: Some(value.clone()),
                    };
                    raised.extend(values.iter().map(each));
                }
            }
        }
    }
    sorted(raised)
}
