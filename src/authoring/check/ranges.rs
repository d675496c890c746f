//! Bands of a number that leave a gap or overlap.
//!
//! Criteria of one role that each read the same count or date and nothing else, at least one of them with a limit above
//! and below, are bands of it.

use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::subject::Subject;
use crate::answer_space::field::Field;
use crate::answer_space::sheet;
use drive_screening_core::answers::{Record, Value};
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::pack::{CriterionIndex, FactId, Pack, Test, facts_of};
use drive_screening_core::screening::Evaluator;
use std::collections::BTreeMap;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for ((role, fact), criteria) in bands(subject.pack) {
        if criteria.len() > 1 {
            check(subject, role, &fact, &criteria, findings);
        }
    }
}

/// The criteria by role and the only number they read.
fn bands(pack: &Pack) -> BTreeMap<(&str, FactId), Vec<CriterionIndex>> {
    let mut bands: BTreeMap<(&str, FactId), Vec<CriterionIndex>> = BTreeMap::new();
    for (index, criterion) in pack.indexed_criteria() {
        let Test::Rule(rule) = &criterion.test else { continue };
        let mut facts = facts_of(rule, &pack.instruments);
        facts.dedup();
        if let [fact] = &facts[..]
            && pack.question(fact.as_str()).is_some_and(|q| matches!(q.kind.name(), "count" | "date"))
        {
            bands.entry((criterion.role.name(), fact.clone())).or_default().push(index);
        }
    }
    bands
}

fn check(
    subject: &Subject<'_>,
    role: &str,
    fact: &FactId,
    criteria: &[CriterionIndex],
    findings: &mut Findings,
) {
    let pack = subject.pack;
    // The bands that each value of the number is in, from the least value to the greatest.
    let mut values: BTreeMap<String, (Vec<bool>, Record)> = BTreeMap::new();
    let share = subject.budget.share();
    let field = Field::new(pack, subject.day, criteria, &[], &share);
    let visited = field.and_then(|field| {
        field.each(&share, &mut |answers, _| {
            let key = match answers.known(fact.as_str()) {
                Some(Value::Count(count)) => format!("{count:010}"),
                Some(Value::Date(date)) => date.to_string(),
                _ => return,
            };
            let facts = Evaluator::new(pack, answers, &[]);
            let within = criteria
                .iter()
                .map(|index| facts.possible(&pack.criteria[*index]) == ValueSet::YES)
                .collect();
            values.entry(key).or_insert((within, answers.facts.clone()));
        })
    });
    let at = format!("criteria/{}", pack.criteria[criteria[0]].id);
    let values: Vec<(Vec<bool>, Record)> = values.into_values().collect();
    // Every two bands are compared on every value.
    if visited.and_then(|()| share.spend(criteria.len() * criteria.len() * values.len())).is_err() {
        return findings.gave_up(&at, Check::Bands);
    }
    let (Some((low, _)), Some((high, _))) = (values.first(), values.last()) else { return };
    let limited = |band: usize| !low[band] && !high[band] && values.iter().any(|(within, _)| within[band]);
    if !(0..criteria.len()).any(limited) {
        return;
    }
    let show = |record: &Record| vec![sheet::of(pack, subject.day, record.clone())];
    let some = |(within, _): &(Vec<bool>, Record)| within.contains(&true);
    let first = values.iter().position(some).unwrap_or(0);
    let last = values.iter().rposition(some).unwrap_or(0);
    if let Some((_, record)) = values[first..=last].iter().find(|value| !some(value)) {
        let message =
            Phrase::of("the bands `{0}` of `{1}` leave a gap", "mae'r bandiau `{0}` o `{1}` yn gadael bwlch");
        let next = Phrase::of(
            "let one band begin where the other ends, unless the gap is meant",
            "gadewch i un band ddechrau lle mae'r llall yn gorffen, oni fwriedir y bwlch",
        );
        findings.push(
            Finding::new(Severity::Note, "range-gap", &at, message, next, &[role, fact.as_str()])
                .with(show(record)),
        );
    }
    // A band inside another repeats it on purpose or not; bands that cross do not.
    let crossing = |one: usize, other: usize| {
        let any = |a: bool, b: bool| values.iter().any(|(within, _)| within[one] == a && within[other] == b);
        any(true, true) && any(true, false) && any(false, true)
    };
    for one in 0..criteria.len() {
        for other in one + 1..criteria.len() {
            let both = values.iter().find(|(within, _)| within[one] && within[other]);
            if let (true, Some((_, record))) = (crossing(one, other), both) {
                let names = [one, other].map(|band| pack.criteria[criteria[band]].id.as_str());
                let message = Phrase::of(
                    "the bands `{0}` and `{1}` of `{2}` overlap",
                    "mae'r bandiau `{0}` a `{1}` o `{2}` yn gorgyffwrdd",
                );
                let next = Phrase::of(
                    "let one band end where the other begins, unless the overlap is meant",
                    "gadewch i un band orffen lle mae'r llall yn dechrau, oni fwriedir y gorgyffwrdd",
                );
                let arguments = [names[0], names[1], fact.as_str()];
                findings.push(
                    Finding::new(Severity::Note, "range-overlap", &at, message, next, &arguments)
                        .with(show(record)),
                );
            }
        }
    }
}
