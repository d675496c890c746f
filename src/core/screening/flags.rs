//! Flags: they stand beside a verdict and never decide it.

use super::evaluate::Evaluator;
use super::truth::Truth;
use crate::answers::{Answers, Value};
use crate::base::shown::FEW;
use crate::base::words::{Language, Localized};
use crate::pack::compiled::ValueSet;
use crate::pack::order::sorted;
use crate::pack::{Choice, Flag, FlagWhen, Pack};

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

/// What a raised flag asks to be done.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The flag.
    pub flag: &'a Flag,
    /// What to do.
    pub act: &'a Localized,
    /// The value that it was raised for, if it is one for each.
    pub value: Option<&'a Choice>,
}

impl Act<'_> {
    /// Why: what the flag says, with its value.
    pub fn why(&self, language: Language) -> String {
        let text = self.flag.text.say(language);
        self.value.map_or(text.to_owned(), |value| [text, ": ", value.label.say(language)].concat())
    }
}

/// What raised flags ask to be done, in the order in which people read it: what is urgent, what comes first, the rest, and
/// among equals the order of the pack.
pub fn acts<'a>(pack: &'a Pack, raised: &[&RaisedFlag]) -> Vec<Act<'a>> {
    let mut acts = Vec::new();
    for place in [(true, true), (true, false), (false, true), (false, false)] {
        let flags = pack.flags.iter().enumerate().filter(|(_, flag)| (flag.urgent, flag.first) == place);
        for (number, flag) in flags {
            for raised in raised.iter().filter(|raised| raised.flag == number) {
                let value = raised.value.as_deref();
                if let Some(act) = flag.act_for(value) {
                    acts.push(Act { flag, act, value: pack.flag_value(number, value) });
                }
            }
        }
    }
    acts
}

/// How many of these acts stand open: [`FEW`] of them, and whatever is urgent or comes before all else.
pub fn open_acts(acts: &[Act<'_>]) -> usize {
    let always = acts.iter().filter(|act| act.flag.urgent || act.flag.first).count();
    // One alone is not worth folding away.
    if acts.len() <= FEW + 1 { acts.len() } else { always.max(FEW) }
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
