//! Answers that move the verdict the wrong way.
//!
//! A criterion may declare its `direction`: with `towards`, a yes or a higher level speaks for a referral, as evidence
//! of more risk does; with `away`, against one. Verdicts stand in order of precedence, so an earlier one is further
//! from a referral. A criterion that moves as declared towards a referral while the verdict moves back is a violation.

use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::pairs::{self, Pair, Wanted};
use super::subject::Subject;
use crate::answer_space::budget::GaveUp;
use crate::answer_space::components::{Class, Component};
use crate::answer_space::sheet;
use drive_screening_core::answers::{Answers, Record};
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::CriterionIndex;
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::screening::criteria;
use serde_json::Value;
use std::collections::BTreeMap;

/// Most pairs of classes of one component that are compared.
const MOST_PAIRS: usize = 2_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Towards,
    Away,
}

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let directions = declared(subject, findings);
    for (index, component) in subject.space.components.iter().enumerate() {
        if compare(subject, index, &directions, findings).is_err() {
            for criterion in component.criteria.iter().filter(|criterion| directions[**criterion].is_some()) {
                findings.gave_up(&place(subject, *criterion), Check::Direction);
            }
        }
    }
}

fn place(subject: &Subject<'_>, criterion: CriterionIndex) -> String {
    format!("criteria/{}", subject.pack.criteria[criterion].id)
}

/// Compares the classes of a component, every two of them.
fn compare(
    subject: &Subject<'_>,
    index: usize,
    directions: &[Option<Direction>],
    findings: &mut Findings,
) -> Result<(), GaveUp> {
    let component = &subject.space.components[index];
    let share = subject.budget.share();
    let mut found: Vec<Vec<CriterionIndex>> = Vec::new();
    let mut left = MOST_PAIRS;
    for (one, a) in component.classes.iter().enumerate() {
        for (other, b) in component.classes.iter().enumerate() {
            share.spend(1)?;
            let Some(moved) = favourable(component, a, b, directions) else { continue };
            share.spend(component.criteria.len() * (1 + found.len()))?;
            // Said once for the same criteria, and not again for more of them.
            if found.iter().any(|before| before.iter().all(|criterion| moved.contains(criterion))) {
                continue;
            }
            left = left.checked_sub(1).ok_or(GaveUp)?;
            let pair = Pair { component: index, one, other };
            let at = place(subject, moved[0]);
            match pairs::find(subject, &pair, Wanted::Earlier, &share) {
                Ok(Some(records)) => {
                    findings.push(violation(subject, &moved, &at, records));
                    found.push(moved);
                }
                Ok(None) => {}
                Err(GaveUp) => moved
                    .iter()
                    .for_each(|criterion| findings.gave_up(&place(subject, *criterion), Check::Direction)),
            }
        }
    }
    Ok(())
}

/// The direction of each criterion.
fn declared(subject: &Subject<'_>, findings: &mut Findings) -> Vec<Option<Direction>> {
    let pack = subject.pack;
    let mut directions = Vec::new();
    let all = subject.whole["criteria"].as_array().into_iter().flatten();
    let given: BTreeMap<&str, &Value> =
        gathered(all.filter_map(|json| Some((json["id"].as_str()?, json.get("direction")?))));
    for criterion in &pack.criteria {
        let given = given.get(criterion.id.as_str());
        let at = format!("criteria/{}/direction", criterion.id);
        directions.push(match given.map(|given| given.as_str()) {
            Some(Some("towards")) => Some(Direction::Towards),
            Some(Some("away")) => Some(Direction::Away),
            Some(_) => {
                findings.push(Finding::new(
                    Severity::Problem,
                    "direction-unknown",
                    &at,
                    Phrase::of("this is not a direction", "nid cyfeiriad yw hwn"),
                    Phrase::of("write \"towards\" or \"away\"", "ysgrifennwch \"towards\" neu \"away\""),
                    &[],
                ));
                None
            }
            None => {
                if criterion.used {
                    findings.push(Finding::new(
                        Severity::Note,
                        "direction-missing",
                        &at,
                        Phrase::of(
                            "`{0}` does not say whether a yes speaks for a referral or against one, so that is not checked",
                            "nid yw `{0}` yn dweud a yw ie o blaid atgyfeiriad neu yn ei erbyn, felly ni wirir hynny",
                        ),
                        Phrase::of(
                            "add \"direction\": \"towards\" or \"away\"",
                            "ychwanegwch \"direction\": \"towards\" neu \"away\"",
                        ),
                        &[criterion.id.as_str()],
                    ));
                }
                None
            }
        });
    }
    directions
}

/// The criteria that differ between two classes, if each is settled in both and moves towards a referral.
fn favourable(
    component: &Component,
    a: &Class,
    b: &Class,
    directions: &[Option<Direction>],
) -> Option<Vec<CriterionIndex>> {
    let mut moved = Vec::new();
    for ((criterion, a), b) in component.criteria.iter().zip(&a.possible).zip(&b.possible) {
        if a == b {
            continue;
        }
        let better = match directions[*criterion]? {
            Direction::Towards => b > a,
            Direction::Away => b < a,
        };
        if !(better && a.is_settled() && b.is_settled()) {
            return None;
        }
        moved.push(*criterion);
    }
    (!moved.is_empty()).then_some(moved)
}

/// The finding, with two sheets that differ only so that these criteria move.
fn violation(subject: &Subject<'_>, moved: &[CriterionIndex], at: &str, records: [Record; 2]) -> Finding {
    let (pack, screened_on) = (subject.pack, subject.day);
    let values = |answers: &Answers| -> Vec<ValueSet> {
        let all = criteria(pack, answers);
        moved.iter().map(|criterion| all[*criterion]).collect()
    };
    let wanted = records
        .each_ref()
        .map(|facts| values(&Answers { facts: facts.clone(), ..Answers::none(screened_on) }));
    let verdict = |answers: &Answers| {
        let reached = pack.diagram.verdicts(&criteria(pack, answers), &mut Vec::new());
        reached.settled()
    };
    let worse = |sheets: &[Answers]| {
        sheets.iter().zip(&wanted).all(|(answers, wanted)| values(answers) == *wanted)
            && matches!((verdict(&sheets[0]), verdict(&sheets[1])), (Some(one), Some(other)) if other < one)
    };
    let names: Vec<String> = moved.iter().map(|index| format!("`{}`", pack.criteria[*index].id)).collect();
    let finding = Finding::new(
        Severity::Problem,
        "direction-violated",
        at,
        Phrase::of(
            "{0} moves towards a referral, and the verdict moves away from one",
            "mae {0} yn symud tuag at atgyfeiriad, a'r dyfarniad yn symud oddi wrtho",
        ),
        Phrase::of(
            "mend the verdict conditions, or the declared direction",
            "trwsiwch amodau'r dyfarniadau, neu'r cyfeiriad a ddatganwyd",
        ),
        &[&names.join(", ")],
    );
    let steps = sheet::Steps { share: &subject.budget.share(), each: 2 * subject.judging };
    match sheet::smallest(pack, screened_on, Vec::from(records), steps, &worse) {
        Some(found) => finding.with(sheet::to_json(pack, &found.sheets)),
        None => finding,
    }
}
