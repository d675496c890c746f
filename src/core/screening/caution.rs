//! Whether an answer only adds caution. Of an answer that came by a way that proves nothing about who gave it, that is all that
//! may be taken without asking back.

use super::flags::RaisedFlag;
use super::outcome::{Outcome, screen};
use crate::answers::{Answer, Answers, Chosen, Value};
use crate::pack::compiled::{Ref, Step, ValueSet};
use crate::pack::{Kind, Pack, Question, Role};
use std::collections::BTreeSet;

/// Most pairs of places of the diagram that are looked at. Beyond that an answer counts as relaxing.
const MOST_PAIRS: usize = 50_000;

/// What an answer would relax, beside others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relaxed {
    /// How it would, in the order of [`Relaxes`].
    pub by: Vec<Relaxes>,
    /// What stands beside the verdict, and would no longer.
    pub fallen: Vec<RaisedFlag>,
}

/// How an answer would relax something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relaxes {
    /// Some way of learning the rest would then come to a verdict without a referral, and to one with a referral without this
    /// answer.
    MayNotMeet,
    /// Another answer would have something stand beside the verdict; this one has nothing.
    RulesOut,
    /// It takes the place of a known answer, and adds nothing.
    Replaces,
    /// Neither a criterion nor what stands beside the verdict reads it: people act on it, and what that may relax cannot be told.
    CannotTell,
}

impl Relaxed {
    /// Whether it would relax nothing.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What an answer to a question would relax, beside what is answered now and beside not knowing it. `with` gives the answers with
/// another answer to the question.
pub fn relaxed(
    pack: &Pack,
    now: &Answers,
    question: &Question,
    answer: &Answer,
    with: impl Fn(&Answer) -> Answers,
) -> Relaxed {
    let fact = question.id.as_str();
    if now.get(fact) == Some(answer) {
        return Relaxed::default();
    }
    let [after, unknown] = [answer, &Answer::NotKnown].map(|answer| screen(pack, &with(answer)));
    let now_outcome = screen(pack, now);
    let (mut may_not_meet_after, mut fallen) = (false, Vec::new());
    for before in [&unknown, &now_outcome] {
        may_not_meet_after |= may_not_meet(pack, before, &after);
        for flag in &before.flags {
            if !after.flags.contains(flag) && !fallen.contains(flag) {
                fallen.push(flag.clone());
            }
        }
    }
    let raises = |outcome: &Outcome| outcome.flags.iter().any(|flag| !unknown.flags.contains(flag));
    let rules_out = *answer != Answer::NotKnown
        && !raises(&after)
        && others(question).iter().any(|other| raises(&screen(pack, &with(other))));
    let is_read = pack
        .criteria
        .iter()
        .any(|criterion| criterion.used && criterion.reads(&pack.instruments).contains(&question.id))
        || pack.flags.iter().any(|flag| flag.reads(&question.id, &pack.instruments));
    let adds = || {
        after.flags.iter().any(|flag| !now_outcome.flags.contains(flag))
            || may_not_meet(pack, &after, &now_outcome)
    };
    let ways = [
        (Relaxes::MayNotMeet, may_not_meet_after),
        (Relaxes::RulesOut, rules_out),
        (Relaxes::Replaces, now.known(fact).is_some() && !adds()),
        (Relaxes::CannotTell, *answer != Answer::NotKnown && !is_read),
    ];
    Relaxed { by: ways.into_iter().filter(|(_, holds)| *holds).map(|(way, _)| way).collect(), fallen }
}

/// The answers to a question of few answers, one choice at a time where there may be more.
fn others(question: &Question) -> Vec<Answer> {
    let known: Vec<Value> = match &question.kind {
        Kind::YesNo(_) => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(choices) => choices.iter().map(|choice| Value::Choice(choice.value.clone())).collect(),
        Kind::Set(choices) => {
            let one = |value: &String| Value::Set([value.as_str()].into_iter().collect::<Chosen>());
            choices.iter().map(|choice| one(&choice.value)).collect()
        }
        _ => Vec::new(),
    };
    known.into_iter().map(Answer::Known).collect()
}

/// Whether there is a way of learning the rest by which it came to a referral before and does not after. What asks to pause is no
/// refusal, and counts alike on both sides.
fn may_not_meet(pack: &Pack, before: &Outcome, after: &Outcome) -> bool {
    let mut from = before.criteria.clone();
    for (index, criterion) in pack.indexed_criteria() {
        if criterion.role == Role::Pause {
            from[index] = after.criteria[index];
        }
    }
    let refers = |verdict: usize| pack.verdicts.get(verdict).is_some_and(|verdict| verdict.words.refers);
    let mut seen = BTreeSet::new();
    let mut left = vec![(pack.diagram.root(), pack.diagram.root())];
    while let Some(pair) = left.pop() {
        if pair.0 == pair.1 && from == after.criteria || !seen.insert(pair) {
            continue;
        }
        if seen.len() > MOST_PAIRS {
            return true;
        }
        match below(pack, pair, &from, &after.criteria) {
            Below::Verdicts(one, other) if refers(one) && !refers(other) => return true,
            Below::Verdicts(..) => {}
            Below::Pairs(pairs) => left.extend(pairs),
        }
    }
    false
}

/// What a pair of places leads to.
enum Below {
    Verdicts(usize, usize),
    Pairs(Vec<(Ref, Ref)>),
}

/// What is below a pair of places. A criterion that may be the same on both sides is the same on both.
fn below(pack: &Pack, pair: (Ref, Ref), from: &[ValueSet], to: &[ValueSet]) -> Below {
    let (one, other) = (pack.diagram.step(pair.0), pack.diagram.step(pair.1));
    let asks = |step: &Step<'_>| match step {
        Step::Asks(criterion, _) => Some(*criterion),
        Step::Verdict(_) => None,
    };
    // Criteria are asked in their order.
    let next = match (asks(&one), asks(&other)) {
        (Some(one), Some(other)) => one.min(other),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => {
            let (Step::Verdict(one), Step::Verdict(other)) = (one, other) else {
                return Below::Pairs(Vec::new());
            };
            return Below::Verdicts(one, other);
        }
    };
    let child = |step: &Step<'_>, stays: Ref, value: u8| match step {
        Step::Asks(criterion, children) if *criterion == next => children[usize::from(value)],
        _ => stays,
    };
    let mut pairs = Vec::new();
    for value in from[next].iter() {
        for after in to[next].iter() {
            if value == after || from[next] != to[next] {
                pairs.push((child(&one, pair.0, value), child(&other, pair.1, after)));
            }
        }
    }
    Below::Pairs(pairs)
}
