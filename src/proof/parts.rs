//! Parts of a rule that change nothing, because the parts beside them settle it every time.

use super::field::Field;
use super::{Finding, Severity, Subject};
use crate::pack::{Rule, Test};
use crate::screening::Facts;
use crate::words::Words;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let pack = subject.pack;
    for (index, criterion) in pack.criteria.iter().enumerate() {
        let (rule, at) = match &criterion.test {
            Test::Rule(rule) => (rule, format!("criteria/{}/rule", criterion.id)),
            Test::Graded { applies, .. } => (applies, format!("criteria/{}/graded/applies", criterion.id)),
        };
        let mut shorter = Vec::new();
        without_a_part(rule, &at, &|whole| whole, &mut shorter);
        if shorter.is_empty() {
            continue;
        }
        let mut idle = vec![true; shorter.len()];
        let visited = Field::new(pack, subject.day, &[index], &[]).each(&mut |answers, _| {
            let facts = Facts { pack, answers, criteria: &[] };
            let truth = facts.truth(rule);
            for ((_, shorter), idle) in shorter.iter().zip(&mut idle) {
                *idle &= facts.truth(shorter) == truth;
            }
        });
        if visited.is_err() {
            continue;
        }
        // Of parts that make one another idle the last is named.
        let mut named: Vec<&str> = Vec::new();
        for ((at, _), _) in shorter.iter().zip(idle).filter(|(_, idle)| *idle).rev() {
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

/// The whole rule once without each part of each list in it. Lists with a part that a setting settles are left alone:
/// such a part is meant to come and go.
fn without_a_part(rule: &Rule, at: &str, whole: &dyn Fn(Rule) -> Rule, shorter: &mut Vec<(String, Rule)>) {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => {
            let all = matches!(rule, Rule::All(_));
            let list = |parts: Vec<Rule>| whole(if all { Rule::All(parts) } else { Rule::Any(parts) });
            let at = format!("{at}/{}", if all { "all" } else { "any" });
            let switched = parts.iter().any(has_constant);
            for (index, part) in parts.iter().enumerate() {
                let at = format!("{at}/{index}");
                if parts.len() > 1 && !switched {
                    let mut fewer = parts.clone();
                    fewer.remove(index);
                    shorter.push((at.clone(), list(fewer)));
                }
                let with = |part: Rule| {
                    let mut parts = parts.clone();
                    parts[index] = part;
                    list(parts)
                };
                without_a_part(part, &at, &with, shorter);
            }
        }
        Rule::Not(part) => {
            without_a_part(part, &format!("{at}/not"), &|part| whole(Rule::Not(Box::new(part))), shorter);
        }
        Rule::YesOrNotYet(part) => {
            let with = |part: Rule| whole(Rule::YesOrNotYet(Box::new(part)));
            without_a_part(part, &format!("{at}/yes_or_not_yet"), &with, shorter);
        }
        Rule::Given(given, then) => {
            let with = |part: Rule| whole(Rule::Given(Box::new(part), then.clone()));
            without_a_part(given, &format!("{at}/given/is"), &with, shorter);
            let with = |part: Rule| whole(Rule::Given(given.clone(), Box::new(part)));
            without_a_part(then, &format!("{at}/given/then"), &with, shorter);
        }
        _ => {}
    }
}

fn has_constant(rule: &Rule) -> bool {
    let mut found = false;
    rule.walk(&mut |part| found |= matches!(part, Rule::Always(_)));
    found
}
