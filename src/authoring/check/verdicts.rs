//! Verdicts that no answer sheet reaches, or that an earlier one always stands before.

use super::Reached;
use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::pairs::steps;
use super::subject::Subject;
use crate::answer_space::budget::Share;
use crate::answer_space::components::{Choice, Found, Judged};
use crate::answer_space::sheet;
use drive_screening_core::answers::{Answers, Record};
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::compiled::{Diagram, ValueSet, VerdictSet};
use drive_screening_core::pack::{Formula, Verdict};
use drive_screening_core::screening::{criteria, settled_name};

/// Adds what is found, and tells a smallest sheet for every outcome reached.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) -> Vec<Reached> {
    let (pack, mut reached) = (subject.pack, Vec::new());
    for (index, verdict) in pack.verdicts.iter().enumerate() {
        let name = verdict.id.as_str();
        let at = format!("verdicts/{name}");
        match settled(&pack.diagram, index, &subject.choice, &subject.budget.share()) {
            Found::Sheet(record) => {
                reached.extend(example(subject, [name, &at], record, &|_| true, index, findings));
            }
            Found::None => findings.push(unreached(subject, index, &at)),
            Found::GaveUp => findings.gave_up(&at, Check::Reached),
        }
        let Some(refined) = &verdict.refined else { continue };
        let alone = subject.space.choose(subject.budget, &|component, class| {
            component.criteria.iter().zip(&class.possible).all(|(criterion, possible)| {
                let yes = *possible == ValueSet::YES;
                if *criterion == refined.only { yes } else { !(yes && refined.among.contains(criterion)) }
            })
        });
        let at = format!("{at}/refined");
        let name = refined.id.as_str();
        let found = if refined.among.contains(&refined.only) {
            settled(&pack.diagram, index, &alone, &subject.budget.share())
        } else {
            Found::None
        };
        match found {
            Found::Sheet(record) => {
                let finer = |criteria: &[ValueSet]| settled_name(pack, index, criteria) == name;
                reached.extend(example(subject, [name, &at], record, &finer, index, findings));
            }
            // A setting may leave the criterion out.
            Found::None if !refined.among.contains(&refined.only) => {
                findings.push(Finding { severity: Severity::Note, ..no_sheet(name, &at) });
            }
            Found::None => findings.push(no_sheet(name, &at)),
            Found::GaveUp => findings.gave_up(&at, Check::Reached),
        }
    }
    reached
}

/// A sheet that settles a verdict.
fn settled(diagram: &Diagram, verdict: usize, choice: &Choice<'_>, share: &Share<'_>) -> Found {
    let mut scratch = Vec::new();
    choice.find(None, share, steps(&[diagram]), &mut |bounds, _| match diagram.verdicts(bounds, &mut scratch)
    {
        verdicts if !verdicts.contains(verdict) => Judged::Never,
        verdicts if verdicts == VerdictSet::only(verdict) => Judged::Always,
        _ => Judged::Perhaps,
    })
}

fn example(
    subject: &Subject<'_>,
    [outcome, at]: [&str; 2],
    record: Record,
    is_it: &dyn Fn(&[ValueSet]) -> bool,
    verdict: usize,
    findings: &mut Findings,
) -> Option<Reached> {
    let pack = subject.pack;
    let comes = |sheets: &[Answers]| {
        let criteria = criteria(pack, &sheets[0]);
        pack.diagram.verdicts(&criteria, &mut Vec::new()) == VerdictSet::only(verdict) && is_it(&criteria)
    };
    let steps = sheet::Steps { share: &subject.budget.share(), each: subject.judging };
    let Some(found) = sheet::smallest(pack, subject.day, vec![record], steps, &comes) else {
        // Any values were assumed of criteria that read too much.
        findings.gave_up(at, Check::Reached);
        return None;
    };
    if !found.is_least {
        findings.gave_up(at, Check::Smallest);
    }
    Some(Reached { outcome: outcome.to_owned(), sheet: sheet::to_json(pack, &found.sheets).pop()? })
}

fn no_sheet(name: &str, at: &str) -> Finding {
    Finding::new(
        Severity::Problem,
        "verdict-unreachable",
        at,
        Phrase::of("no answer sheet comes to `{0}`", "nid oes taflen atebion sy'n arwain at `{0}`"),
        Phrase::of("mend its condition, or remove it", "trwsiwch ei amod, neu tynnwch ef"),
        &[name],
    )
}

/// A verdict that no sheet reaches: its condition cannot be met, or an earlier verdict always comes first.
fn unreached(subject: &Subject<'_>, index: usize, at: &str) -> Finding {
    let pack = subject.pack;
    let verdict = &pack.verdicts[index];
    let name = verdict.id.as_str();
    let own =
        Verdict { when: Some(verdict.when.clone().unwrap_or(Formula::Always(true))), ..verdict.clone() };
    let other = Verdict { when: None, ..verdict.clone() };
    let Ok(met) = Diagram::compile(&pack.criteria, &[own, other]) else { return no_sheet(name, at) };
    let Found::Sheet(record) = settled(&met, 0, &subject.choice, &subject.budget.share()) else {
        return no_sheet(name, at);
    };
    let first = |answers: &Answers| {
        let criteria = criteria(pack, answers);
        let reached = pack.diagram.verdicts(&criteria, &mut Vec::new());
        let holds = met.verdicts(&criteria, &mut Vec::new()) == VerdictSet::only(0);
        let first = reached.settled().filter(|_| holds)?;
        Some(pack.verdicts[first].id.as_str())
    };
    let steps = sheet::Steps { share: &subject.budget.share(), each: 2 * subject.judging };
    let holds = |sheets: &[Answers]| first(&sheets[0]).is_some();
    let found = sheet::smallest(pack, subject.day, vec![record], steps, &holds);
    let Some((sheets, first)) = found
        .and_then(|found| Some((first(&found.sheets[0])?, found)))
        .map(|(first, found)| (found.sheets, first))
    else {
        return no_sheet(name, at);
    };
    Finding::new(
        Severity::Problem,
        "verdict-shadowed",
        at,
        Phrase::of(
            "where the condition of `{0}` holds, another verdict comes first, such as `{1}`",
            "lle bynnag y mae amod `{0}` yn wir mae dyfarniad cynharach, fel `{1}`, yn dod yn gyntaf",
        ),
        Phrase::of(
            "put it before that verdict, or remove it",
            "rhowch ef cyn y dyfarniad hwnnw, neu tynnwch ef",
        ),
        &[name, first],
    )
    .with(sheet::to_json(pack, &sheets))
}
