//! Parts of a rule that change nothing, because the parts beside them settle it every time.

use super::findings::{Check, Findings, MOST_FINDINGS};
use super::findings::{Finding, Severity};
use super::subject::Subject;
use crate::answer_space::budget::GaveUp;
use crate::answer_space::field::Field;
use crate::answer_space::read::own_size;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::{CriterionIndex, Rule, Test};
use drive_screening_core::screening::{Evaluator, Truth};
use std::collections::HashSet;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for (index, criterion) in subject.pack.indexed_criteria() {
        let place = format!("criteria/{}", criterion.id);
        let (rule, at) = match &criterion.test {
            Test::Rule(rule) => (rule, format!("{place}/rule")),
            Test::Graded { applies, .. } => (applies, format!("{place}/graded/applies")),
        };
        match idle(subject, index, rule) {
            Ok(idle) => say(rule, at, &idle, findings),
            Err(GaveUp) => findings.gave_up(&place, Check::Parts),
        }
    }
}

/// Which of the parts that the rule is tried without change nothing. Of parts that make one another idle the last.
fn idle(subject: &Subject<'_>, criterion: CriterionIndex, rule: &Rule) -> Result<Vec<bool>, GaveUp> {
    let pack = subject.pack;
    let (mut lists, mut steps) = (Vec::new(), 0);
    removable(rule, &mut lists, &mut steps);
    let mut idle = vec![true; lists.len()];
    if lists.is_empty() {
        return Ok(idle);
    }
    let share = subject.budget.share();
    let mut without = Vec::with_capacity(lists.len());
    let mut came_to = Ok(());
    Field::new(pack, subject.day, &[criterion], &[], &share)?.each(&share, &mut |answers, _| {
        came_to = came_to.and_then(|()| share.spend(steps));
        if came_to.is_err() {
            return;
        }
        let facts = Evaluator::new(pack, answers, &[]);
        without.clear();
        without_each(facts, rule, ALONE, &mut without);
        let truth = facts.truth(rule);
        for (without, idle) in without.iter().zip(&mut idle) {
            *idle &= *without == truth;
        }
    })?;
    came_to?;
    let mut named = HashSet::new();
    for (list, idle) in lists.iter().zip(&mut idle).rev() {
        *idle = *idle && named.insert(*list);
    }
    Ok(idle)
}

/// Says which parts are idle, the last first.
fn say(rule: &Rule, mut at: String, idle: &[bool], findings: &mut Findings) {
    let more = idle.iter().filter(|idle| **idle).count().saturating_sub(MOST_FINDINGS);
    findings.count(Severity::Problem, more);
    let mut places = Vec::new();
    let mut skipped = more;
    name(rule, &mut at, &mut idle.iter(), &mut |at, number| match skipped.checked_sub(1) {
        Some(left) => skipped = left,
        None => places.push((at.to_owned(), number)),
    });
    for (at, number) in places.into_iter().rev() {
        findings.push(Finding::new(
            Severity::Problem,
            "rule-part-idle",
            &at,
            Phrase::of(
                "part {0} of this rule changes nothing. On every sheet the parts beside it settle it",
                "nid yw rhan {0} o'r rheol hon yn newid dim: mae'r rhannau wrth ei hochr yn ei setlo ar bob taflen",
            ),
            Phrase::of("mend it, or remove it", "trwsiwch hi, neu tynnwch hi"),
            &[&number.to_string()],
        ));
    }
}

/// The list of every part that a rule is tried without, each list under a number of its own: parts of lists of two and more.
/// Lists with a part that a setting settles are left alone: such a part is meant to come and go. And how many steps it takes
/// to try the rule without each.
fn removable(rule: &Rule, lists: &mut Vec<usize>, steps: &mut usize) -> usize {
    let mut size = own_size(rule);
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            let (tried, list) = (is_tried(parts), *steps);
            for part in parts {
                if tried {
                    lists.push(list);
                }
                *steps += 1;
                size += removable(part, lists, steps);
            }
        }
        Rule::Not(part) | Rule::YesOrNotYet(part) => size += removable(part, lists, steps),
        Rule::Given(given, then) => {
            size += removable(given, lists, steps) + removable(then, lists, steps);
        }
        _ => {}
    }
    // Every list and condition is judged where it stands, and again in each that it is within.
    *steps += size;
    size
}

/// Calls `named` with the place of each part that is idle, and which part of its list it is.
fn name(
    rule: &Rule,
    at: &mut String,
    idle: &mut std::slice::Iter<'_, bool>,
    named: &mut dyn FnMut(&str, usize),
) {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            let tried = is_tried(parts);
            let length = at.len();
            at.push_str(if matches!(rule, Rule::All(_)) { "/all" } else { "/any" });
            for (index, part) in parts.iter().enumerate() {
                let list = at.len();
                at.push('/');
                at.push_str(&index.to_string());
                if tried && idle.next() == Some(&true) {
                    named(at, index + 1);
                }
                name(part, at, idle, named);
                at.truncate(list);
            }
            at.truncate(length);
        }
        Rule::Not(part) => name_within("/not", part, at, idle, named),
        Rule::YesOrNotYet(part) => name_within("/yes_or_not_yet", part, at, idle, named),
        Rule::Given(given, then) => {
            name_within("/given/is", given, at, idle, named);
            name_within("/given/then", then, at, idle, named);
        }
        _ => {}
    }
}

fn name_within(
    step: &str,
    part: &Rule,
    at: &mut String,
    idle: &mut std::slice::Iter<'_, bool>,
    named: &mut dyn FnMut(&str, usize),
) {
    let length = at.len();
    at.push_str(step);
    name(part, at, idle, named);
    at.truncate(length);
}

fn is_tried(parts: &[Rule]) -> bool {
    parts.len() > 1 && !parts.iter().any(has_constant)
}

/// What a whole rule comes to where a part of it is no, unknown or yes.
type Whole = [Truth; 3];
/// A rule that is no part of another.
const ALONE: Whole = [Truth::No, Truth::Unknown, Truth::Yes];

/// What the whole comes to without each part of [`removable`], in the same order, in one pass over the rule: so that neither
/// memory nor time grows with the square of its size. `whole` is what it comes to for each truth of `rule`.
fn without_each(facts: Evaluator<'_>, rule: &Rule, whole: Whole, out: &mut Vec<Truth>) {
    let through = |inner: &dyn Fn(Truth) -> Truth| ALONE.map(|part| whole[inner(part) as usize]);
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            let all = matches!(rule, Rule::All(_));
            let both = |one: Truth, other: Truth| if all { one.min(other) } else { one.max(other) };
            let truths: Vec<Truth> = parts.iter().map(|part| facts.truth(part)).collect();
            let none = if all { Truth::Yes } else { Truth::No };
            // What the parts after each come to together.
            let mut after = vec![none; parts.len() + 1];
            for index in (0..parts.len()).rev() {
                after[index] = both(truths[index], after[index + 1]);
            }
            let (tried, mut before) = (is_tried(parts), none);
            for (index, part) in parts.iter().enumerate() {
                let others = both(before, after[index + 1]);
                if tried {
                    out.push(whole[others as usize]);
                }
                without_each(facts, part, through(&|part| both(part, others)), out);
                before = both(before, truths[index]);
            }
        }
        Rule::Not(part) => without_each(facts, part, through(&|part| !part), out),
        Rule::YesOrNotYet(part) => {
            without_each(facts, part, through(&|part| part.max(Truth::Unknown)), out);
        }
        Rule::Given(given, then) => {
            let (is, holds) = (facts.truth(given), facts.truth(then));
            without_each(facts, given, through(&|is| if is == Truth::Yes { holds } else { is }), out);
            without_each(facts, then, through(&|holds| if is == Truth::Yes { holds } else { is }), out);
        }
        _ => {}
    }
}

fn has_constant(rule: &Rule) -> bool {
    let mut found = false;
    rule.walk(&mut |part| found |= matches!(part, Rule::Always(_)));
    found
}
