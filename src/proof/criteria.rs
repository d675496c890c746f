//! Criteria that can never matter, that always agree with another, or that cannot take one of their values.

use super::pairs::{self, Pair, Wanted};
use super::space::Component;
use super::{Finding, Severity, Subject, gave_up, sheet};
use crate::answers::Answers;
use crate::pack::{Rule, Test};
use crate::screening::{Possible, criteria};
use crate::words::Words;
use serde_json::Value;
use std::collections::BTreeMap;

/// Adds what is found, and tells which criteria matter to some sheet.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) -> Vec<bool> {
    let mut matters = vec![false; subject.pack.criteria.len()];
    for (index, matters) in matters.iter_mut().enumerate() {
        let criterion = &subject.pack.criteria[index];
        let at = format!("criteria/{}", criterion.id);
        values(subject, index, &at, findings);
        if !criterion.used {
            findings.push(Finding::new(
                Severity::Note,
                "criterion-decides-nothing",
                &at,
                Words::of(
                    "with these settings no verdict depends on `{0}`",
                    "gyda'r gosodiadau hyn nid oes dyfarniad yn dibynnu ar `{0}`",
                ),
                Words::of(
                    "leave it if a setting switches it off; otherwise name it in a verdict, or remove it",
                    "gadewch ef os yw gosodiad yn ei ddiffodd; fel arall enwch ef mewn dyfarniad, neu tynnwch ef",
                ),
                &[criterion.id.as_str()],
            ));
            continue;
        }
        *matters = true;
        if let Some(earlier) = same_as_earlier(subject, index) {
            let earlier = subject.pack.criteria[earlier].id.as_str();
            let finding = Finding::new(
                Severity::Problem,
                "criterion-repeats",
                &at,
                Words::of(
                    "on every answer sheet `{0}` comes to the same as `{1}`",
                    "ar bob taflen atebion mae `{0}` yn dod i'r un peth â `{1}`",
                ),
                Words::of("keep one of them", "cadwch un ohonynt"),
                &[criterion.id.as_str(), earlier],
            );
            findings.push(finding.with(shown(subject, index)));
            continue;
        }
        match ever_matters(subject, index) {
            Ok(true) => {}
            Ok(false) => {
                *matters = false;
                findings.push(Finding::new(
                    Severity::Problem,
                    "criterion-never-matters",
                    &at,
                    Words::of(
                        "no answer sheet is decided differently by `{0}`: the other criteria settle it every time",
                        "nid oes taflen atebion a benderfynir yn wahanol gan `{0}`: mae'r meini prawf eraill yn ei setlo bob tro",
                    ),
                    Words::of("mend its rule or the verdicts, or remove it", "trwsiwch ei reol neu'r dyfarniadau, neu tynnwch ef"),
                    &[criterion.id.as_str()],
                ));
            }
            Err(()) => findings.push(gave_up(&at)),
        }
    }
    matters
}

fn component<'a>(subject: &'a Subject<'_>, criterion: usize) -> Option<(usize, &'a Component, usize)> {
    let (index, place) = subject.space.at(criterion)?;
    Some((index, &subject.space.components[index], place))
}

/// A smallest sheet on which the criterion comes to yes, or to a level.
fn shown(subject: &Subject<'_>, index: usize) -> Vec<Value> {
    let (pack, day) = (subject.pack, subject.day);
    let Some((_, component, place)) = component(subject, index) else { return Vec::new() };
    let yes = |possible: &Possible| possible.is_power_of_two() && *possible > 1;
    let Some(class) = component.classes.iter().find(|class| yes(&class.possible[place])) else {
        return Vec::new();
    };
    let holds = |sheets: &[Answers]| yes(&criteria(pack, &sheets[0])[index]);
    let sheets = sheet::smallest(pack, day, vec![class.answers.clone()], &holds);
    sheets.map(|sheets| sheet::to_json(pack, &sheets)).unwrap_or_default()
}

/// The values that no sheet gives the criterion.
fn values(subject: &Subject<'_>, index: usize, at: &str, findings: &mut Vec<Finding>) {
    let criterion = &subject.pack.criteria[index];
    let Some((_, component, place)) = component(subject, index) else { return };
    if !component.exact {
        findings.push(gave_up(at));
        return;
    }
    let not_yet = |rule: &Rule| {
        let mut found = false;
        rule.walk(&mut |part| {
            found |= matches!(part, Rule::YesOrNotYet(_) | Rule::FreshWithinDays(..) | Rule::TextGiven(_));
        });
        found
    };
    for value in 0..criterion.test.arity() {
        if component.classes.iter().any(|class| class.possible[place] == 1 << value) {
            continue;
        }
        // A rule that says "not yet" rather than "no" is meant never to be no.
        let meant = value == 0 && matches!(&criterion.test, Test::Rule(rule) if not_yet(rule));
        findings.push(Finding::new(
            if meant || !criterion.used { Severity::Note } else { Severity::Problem },
            "criterion-value-unreached",
            at,
            Words::of(
                "no answer sheet makes `{0}` come to `{1}`",
                "nid oes taflen atebion sy'n gwneud i `{0}` ddod i `{1}`",
            ),
            if meant {
                Words::of(
                    "leave it if an answer is meant to stay open until it is yes",
                    "gadewch ef os bwriedir i ateb aros yn agored nes ei fod yn gadarnhaol",
                )
            } else {
                Words::of(
                    "check the lines and lists in its rule against the answers its questions take",
                    "gwiriwch y llinellau a'r rhestrau yn ei reol yn erbyn yr atebion y mae ei gwestiynau'n eu derbyn",
                )
            },
            &[criterion.id.as_str(), criterion.test.value_name(value)],
        ));
    }
}

/// An earlier criterion that every sheet makes the same of, value for value.
fn same_as_earlier(subject: &Subject<'_>, index: usize) -> Option<usize> {
    let (_, component, place) = component(subject, index)?;
    let same = |(other, earlier): (usize, &usize)| {
        (*earlier < index
            && component.exact
            && subject.pack.criteria[*earlier].used
            && component.classes.iter().all(|class| class.possible[other] == class.possible[place]))
        .then_some(*earlier)
    };
    component.criteria.iter().enumerate().find_map(same)
}

/// Whether two sheets that make the same of all other criteria are decided differently.
fn ever_matters(subject: &Subject<'_>, index: usize) -> Result<bool, ()> {
    let Some((component, inside, place)) = component(subject, index) else { return Ok(true) };
    // Classes that make the same of all others.
    let mut alike: BTreeMap<Vec<Possible>, Vec<usize>> = BTreeMap::new();
    for (index, class) in inside.classes.iter().enumerate() {
        let mut others = class.possible.clone();
        others.remove(place);
        alike.entry(others).or_default().push(index);
    }
    let mut pairs = Vec::new();
    for classes in alike.values() {
        for (index, one) in classes.iter().enumerate() {
            let more = classes[index + 1..].iter();
            pairs.extend(more.map(|other| Pair { component, one: *one, other: *other }));
        }
    }
    // What never changes alone is compared with nothing.
    let mut came_to = Ok(pairs.is_empty());
    for pair in &pairs {
        match pairs::find(subject, pair, Wanted::Different) {
            Ok(Some(_)) => return Ok(true),
            Ok(None) => {}
            Err(()) => came_to = Err(()),
        }
    }
    came_to
}
