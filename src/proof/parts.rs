//! Parts of a rule that change nothing, because the parts beside them settle it every time.

use super::field::Field;
use super::{Finding, Severity, Subject};
use crate::pack::{Rule, Test};
use crate::screening::{Facts, Truth};
use crate::words::Words;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let pack = subject.pack;
    for (index, criterion) in pack.criteria.iter().enumerate() {
        let (rule, at) = match &criterion.test {
            Test::Rule(rule) => (rule, format!("criteria/{}/rule", criterion.id)),
            Test::Graded { applies, .. } => (applies, format!("criteria/{}/graded/applies", criterion.id)),
        };
        let mut places = Vec::new();
        removable(rule, &at, &mut places);
        if places.is_empty() {
            continue;
        }
        let mut idle = vec![true; places.len()];
        let mut without = Vec::with_capacity(places.len());
        let visited = Field::new(pack, subject.day, &[index], &[]).each(&mut |answers, _| {
            let facts = Facts { pack, answers, criteria: &[] };
            without.clear();
            without_each(facts, rule, ALONE, &mut without);
            let truth = facts.truth(rule);
            for (without, idle) in without.iter().zip(&mut idle) {
                *idle &= *without == truth;
            }
        });
        if visited.is_err() {
            continue;
        }
        // Of parts that make one another idle the last is named.
        let mut named: Vec<&str> = Vec::new();
        for (at, _) in places.iter().zip(idle).filter(|(_, idle)| *idle).rev() {
            let (parent, number) = at.rsplit_once('/').unwrap_or((at, ""));
            if named.contains(&parent) {
                continue;
            }
            named.push(parent);
            let number = number.parse::<usize>().unwrap_or(0) + 1;
            findings.push(Finding::new(
                Severity::Problem,
                "rule-part-idle",
                at,
                Words::of(
                    "part {0} of this rule changes nothing: the parts beside it settle it on every sheet",
                    "nid yw rhan {0} o'r rheol hon yn newid dim: mae'r rhannau wrth ei hochr yn ei setlo ar bob taflen",
                ),
                Words::of("mend it, or remove it", "trwsiwch hi, neu tynnwch hi"),
                &[&number.to_string()],
            ));
        }
    }
}

/// Where the parts stand that a rule is tried without: those of its lists of two and more. Lists with a part that a setting
/// settles are left alone: such a part is meant to come and go.
fn removable(rule: &Rule, at: &str, places: &mut Vec<String>) {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            let tried = is_tried(parts);
            let at = format!("{at}/{}", if matches!(rule, Rule::All(_)) { "all" } else { "any" });
            for (index, part) in parts.iter().enumerate() {
                let at = format!("{at}/{index}");
                if tried {
                    places.push(at.clone());
                }
                removable(part, &at, places);
            }
        }
        Rule::Not(part) => removable(part, &format!("{at}/not"), places),
        Rule::YesOrNotYet(part) => removable(part, &format!("{at}/yes_or_not_yet"), places),
        Rule::Given(given, then) => {
            removable(given, &format!("{at}/given/is"), places);
            removable(then, &format!("{at}/given/then"), places);
        }
        _ => {}
    }
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
fn without_each(facts: Facts<'_>, rule: &Rule, whole: Whole, out: &mut Vec<Truth>) {
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
