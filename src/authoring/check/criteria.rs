//! Criteria that can never matter, that always agree with another, or that cannot take one of their values.

use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::pairs::{self, Pair, Wanted};
use super::subject::Subject;
use crate::answer_space::budget::{GaveUp, Share};
use crate::answer_space::components::Component;
use crate::answer_space::sheet;
use drive_screening_core::answers::Answers;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::pack::{CriterionIndex, Rule, Test};
use drive_screening_core::screening::Evaluator;
use serde_json::Value;
use std::collections::HashMap;

/// Adds what is found, and tells which criteria matter to some sheet.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) -> Vec<bool> {
    let mut matters = vec![false; subject.pack.criteria.len()];
    let alike: Vec<Alike<'_>> = subject.space.components.iter().map(Alike::new).collect();
    for ((index, criterion), matters) in subject.pack.indexed_criteria().zip(&mut matters) {
        let at = format!("criteria/{}", criterion.id);
        values(subject, index, &at, findings);
        if !criterion.used {
            findings.push(Finding::new(
                Severity::Note,
                "criterion-decides-nothing",
                &at,
                Phrase::of(
                    "with these settings no verdict depends on `{0}`",
                    "gyda'r gosodiadau hyn nid oes dyfarniad yn dibynnu ar `{0}`",
                ),
                Phrase::of(
                    "leave it if a setting turns it off. If not, name it in a verdict, or remove it",
                    "gadewch ef os yw gosodiad yn ei ddiffodd; fel arall enwch ef mewn dyfarniad, neu tynnwch ef",
                ),
                &[criterion.id.as_str()],
            ));
            continue;
        }
        *matters = true;
        let share = subject.budget.share();
        let (component, inside, _) = subject.space.at(index);
        if let Some(earlier) = same_as_earlier(subject, index, &share) {
            let earlier = subject.pack.criteria[earlier].id.as_str();
            let finding = Finding::new(
                Severity::Problem,
                "criterion-repeats",
                &at,
                Phrase::of(
                    "on every answer sheet `{0}` comes to the same as `{1}`",
                    "ar bob taflen atebion mae `{0}` yn dod i'r un peth â `{1}`",
                ),
                Phrase::of("keep one of them", "cadwch un ohonynt"),
                &[criterion.id.as_str(), earlier],
            );
            findings.push(finding.with(shown(subject, index)));
            continue;
        }
        match ever_matters(subject, index, &alike[component], &share) {
            // Where any values are assumed, that they decide differently says little.
            Ok(true) if !inside.exact => findings.gave_up(&at, Check::Matters),
            Ok(true) => {}
            Ok(false) => {
                *matters = false;
                findings.push(Finding::new(
                    Severity::Problem,
                    "criterion-never-matters",
                    &at,
                    Phrase::of(
                        "no answer sheet comes out another way by `{0}`: the other criteria settle it each time",
                        "nid oes taflen atebion a benderfynir yn wahanol gan `{0}`: mae'r meini prawf eraill yn ei setlo bob tro",
                    ),
                    Phrase::of("mend its rule or the verdicts, or remove it", "trwsiwch ei reol neu'r dyfarniadau, neu tynnwch ef"),
                    &[criterion.id.as_str()],
                ));
            }
            Err(GaveUp) => findings.gave_up(&at, Check::Matters),
        }
    }
    matters
}

/// A smallest sheet on which the criterion comes to yes, or to a level.
fn shown(subject: &Subject<'_>, index: CriterionIndex) -> Vec<Value> {
    let (pack, day) = (subject.pack, subject.day);
    let (_, component, place) = subject.space.at(index);
    let yes = |possible: &ValueSet| possible.settled().is_some_and(|value| value > 0);
    let Some(class) = component.classes.iter().find(|class| yes(&class.possible[place])) else {
        return Vec::new();
    };
    let holds = |sheets: &[Answers]| {
        let facts = Evaluator::new(pack, &sheets[0], &[]);
        yes(&facts.possible(&pack.criteria[index]))
    };
    let steps = sheet::Steps { share: &subject.budget.share(), each: subject.judging };
    let found = sheet::smallest(pack, day, vec![class.answers.clone()], steps, &holds);
    found.map(|found| sheet::to_json(pack, &found.sheets)).unwrap_or_default()
}

/// The values that no sheet gives the criterion.
fn values(subject: &Subject<'_>, index: CriterionIndex, at: &str, findings: &mut Findings) {
    let criterion = &subject.pack.criteria[index];
    let (_, component, place) = subject.space.at(index);
    if !component.exact {
        findings.gave_up(at, Check::Values);
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
        if component.classes.iter().any(|class| class.possible[place] == ValueSet::only(value)) {
            continue;
        }
        // A rule that says "not yet" rather than "no" is meant never to be no.
        let meant = value == 0 && matches!(&criterion.test, Test::Rule(rule) if not_yet(rule));
        findings.push(Finding::new(
            if meant || !criterion.used { Severity::Note } else { Severity::Problem },
            "criterion-value-unreached",
            at,
            Phrase::of(
                "no answer sheet makes `{0}` come to `{1}`",
                "nid oes taflen atebion sy'n gwneud i `{0}` ddod i `{1}`",
            ),
            if meant {
                Phrase::of(
                    "leave it if an answer is meant to stay open until it is yes",
                    "gadewch ef os bwriedir i ateb aros yn agored nes ei fod yn gadarnhaol",
                )
            } else {
                Phrase::of(
                    "check the limits and lists in its rule against the answers its questions take",
                    "gwiriwch y terfynau a'r rhestrau yn ei reol yn erbyn yr atebion y mae ei gwestiynau'n eu derbyn",
                )
            },
            &[criterion.id.as_str(), criterion.test.value_name(value)],
        ));
    }
}

/// An earlier criterion that every sheet makes the same of, value for value.
fn same_as_earlier(
    subject: &Subject<'_>,
    index: CriterionIndex,
    share: &Share<'_>,
) -> Option<CriterionIndex> {
    let (_, component, place) = subject.space.at(index);
    let same = |(other, earlier): (usize, &CriterionIndex)| {
        (*earlier < index
            && component.exact
            && subject.pack.criteria[*earlier].used
            && component.classes.iter().all(|class| class.possible[other] == class.possible[place]))
        .then_some(*earlier)
    };
    // Mostly the first class or the second tells them apart.
    share.spend(2 * component.criteria.len()).ok()?;
    component.criteria.iter().enumerate().find_map(same)
}

/// What finds the classes of a component that make the same of all criteria but one, without comparing every two of them.
struct Alike<'a> {
    component: &'a Component,
    /// For each class the sum of a number for each criterion and value: without one criterion, that of all others.
    sums: Vec<u64>,
}

impl<'a> Alike<'a> {
    fn new(component: &'a Component) -> Self {
        let sum = |possible: &[ValueSet]| {
            let numbers = possible.iter().enumerate().map(|(place, possible)| number(place, *possible));
            numbers.fold(0, u64::wrapping_add)
        };
        Self { component, sums: component.classes.iter().map(|class| sum(&class.possible)).collect() }
    }

    /// The classes that may make the same of all criteria but this one, in lists of two and more; as pairs they are checked.
    fn but_for(&self, place: usize) -> Vec<Vec<usize>> {
        let mut order: HashMap<u64, usize> = HashMap::new();
        let mut lists: Vec<Vec<usize>> = Vec::new();
        for (index, class) in self.component.classes.iter().enumerate() {
            let others = self.sums[index].wrapping_sub(number(place, class.possible[place]));
            let list = *order.entry(others).or_insert(lists.len());
            if list == lists.len() {
                lists.push(Vec::new());
            }
            lists[list].push(index);
        }
        lists.retain(|list| list.len() > 1);
        lists
    }

    /// Whether two classes do.
    fn is_pair(&self, place: usize, one: usize, other: usize) -> bool {
        let [one, other] = [one, other].map(|index| &self.component.classes[index].possible);
        one[..place] == other[..place] && one[place + 1..] == other[place + 1..]
    }
}

/// A number that looks random, always the same for the same criterion and value.
fn number(place: usize, possible: ValueSet) -> u64 {
    let mut number = ((place as u64) << 8 | u64::from(possible.number())).wrapping_add(0x9E37_79B9_7F4A_7C15);
    number = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ number >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ number >> 31
}

/// Whether two sheets that make the same of all other criteria are decided differently.
fn ever_matters(
    subject: &Subject<'_>,
    index: CriterionIndex,
    alike: &Alike<'_>,
    share: &Share<'_>,
) -> Result<bool, GaveUp> {
    let (component, inside, place) = subject.space.at(index);
    share.spend(inside.classes.len())?;
    let mut pairs = Vec::new();
    for list in alike.but_for(place) {
        for (at, one) in list.iter().enumerate() {
            for other in &list[at + 1..] {
                share.spend(inside.criteria.len())?;
                if alike.is_pair(place, *one, *other) {
                    pairs.push(Pair { component, one: *one, other: *other });
                }
            }
        }
    }
    let is_settled = |class: usize| inside.classes[class].possible[place].is_settled();
    for pair in pairs.iter().filter(|pair| is_settled(pair.one) && is_settled(pair.other)) {
        if pairs::shown_by_a_path(subject, pair, share)? {
            return Ok(true);
        }
    }
    // What never changes alone is compared with nothing.
    let mut came_to = Ok(pairs.is_empty());
    for pair in &pairs {
        match pairs::find(subject, pair, Wanted::Different, share) {
            Ok(Some(_)) => return Ok(true),
            Ok(None) => {}
            Err(GaveUp) => came_to = Err(GaveUp),
        }
    }
    came_to
}
