//! Verdicts that no answer sheet reaches, or that an earlier one always stands before.

use super::space::{Choice, Found, Judged};
use super::{Finding, Reached, Severity, Subject, gave_up, sheet};
use crate::answers::{Answers, Record};
use crate::pack::{Formula, Verdict};
use crate::screening::diagram::Diagram;
use crate::screening::{Outcome, screen};
use crate::words::Words;

/// What is found, and a smallest sheet for every outcome reached.
pub(super) fn find(subject: &Subject<'_>) -> (Vec<Finding>, Vec<Reached>) {
    let (pack, mut findings, mut reached) = (subject.pack, Vec::new(), Vec::new());
    for (index, verdict) in pack.verdicts.iter().enumerate() {
        let name = verdict.id.as_str();
        let at = format!("verdicts/{name}");
        match settled(&pack.diagram, index, &subject.choice) {
            Found::Sheet(record) => {
                let comes = |outcome: &Outcome| outcome.is_settled() && outcome.possible[0] == verdict.id;
                reached.extend(example(subject, name, record, &comes));
            }
            Found::None => findings.push(unreached(subject, index, &at)),
            Found::GaveUp => findings.push(gave_up(&at)),
        }
        let Some(refined) = &verdict.refined else { continue };
        let alone = subject.space.choose(&|component, class| {
            component.criteria.iter().zip(&class.possible).all(|(criterion, possible)| {
                let yes = *possible == 0b10;
                if *criterion == refined.only { yes } else { !(yes && refined.among.contains(criterion)) }
            })
        });
        let at = format!("{at}/refined");
        let name = refined.id.as_str();
        let found = if refined.among.contains(&refined.only) {
            settled(&pack.diagram, index, &alone)
        } else {
            Found::None
        };
        match found {
            Found::Sheet(record) => {
                reached.extend(example(subject, name, record, &|outcome| outcome.name == name));
            }
            // A setting may leave the criterion out.
            Found::None if !refined.among.contains(&refined.only) => {
                findings.push(Finding { severity: Severity::Note, ..no_sheet(name, &at) });
            }
            Found::None => findings.push(no_sheet(name, &at)),
            Found::GaveUp => findings.push(gave_up(&at)),
        }
    }
    (findings, reached)
}

/// A sheet that settles a verdict.
fn settled(diagram: &Diagram, verdict: usize, choice: &Choice<'_>) -> Found {
    let mut scratch = Vec::new();
    choice.find(&mut |bounds, _| match diagram.verdicts(bounds, &mut scratch) {
        verdicts if verdicts >> verdict & 1 == 0 => Judged::Never,
        verdicts if verdicts == 1 << verdict => Judged::Always,
        _ => Judged::Perhaps,
    })
}

fn example(
    subject: &Subject<'_>,
    outcome: &str,
    record: Record,
    comes: &dyn Fn(&Outcome) -> bool,
) -> Option<Reached> {
    let pack = subject.pack;
    let sheets =
        sheet::smallest(pack, subject.day, vec![record], &|sheets| comes(&screen(pack, &sheets[0])))?;
    Some(Reached { outcome: outcome.to_owned(), sheet: sheet::to_json(pack, &sheets).pop()? })
}

fn no_sheet(name: &str, at: &str) -> Finding {
    Finding::new(
        Severity::Problem,
        "verdict-unreachable",
        at,
        Words::of("no answer sheet comes to `{0}`", "nid oes taflen atebion sy'n arwain at `{0}`"),
        Words::of("mend its condition, or remove it", "trwsiwch ei amod, neu tynnwch ef"),
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
    let Found::Sheet(record) = settled(&met, 0, &subject.choice) else {
        return no_sheet(name, at);
    };
    let first = |answers: &Answers| {
        let outcome = screen(pack, answers);
        let holds = met.verdicts(&outcome.criteria, &mut Vec::new()) == 1;
        (holds && outcome.is_settled()).then(|| outcome.possible[0].as_str().to_owned())
    };
    let sheets = sheet::smallest(pack, subject.day, vec![record], &|sheets| first(&sheets[0]).is_some());
    let Some((sheets, first)) = sheets.and_then(|sheets| first(&sheets[0]).map(|first| (sheets, first)))
    else {
        return no_sheet(name, at);
    };
    Finding::new(
        Severity::Problem,
        "verdict-shadowed",
        at,
        Words::of(
            "wherever the condition of `{0}` holds an earlier verdict, such as `{1}`, comes first",
            "lle bynnag y mae amod `{0}` yn wir mae dyfarniad cynharach, fel `{1}`, yn dod yn gyntaf",
        ),
        Words::of(
            "put it before that verdict, or remove it",
            "rhowch ef cyn y dyfarniad hwnnw, neu tynnwch ef",
        ),
        &[name, &first],
    )
    .with(sheet::to_json(pack, &sheets))
}
