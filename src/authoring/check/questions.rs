//! Questions never asked or never needed, and flags that are never or always raised.

use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::subject::Subject;
use crate::answer_space::components::facts;
use crate::answer_space::field::Field;
use crate::answer_space::sheet;
use drive_screening_core::answers::{Answers, Record};
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::{FactId, FlagWhen, Kind, Pack, Question, Rule, Stage, facts_of};
use drive_screening_core::screening::{Evaluator, Truth, criteria};
use std::collections::BTreeSet;

/// Adds what is found; `matters` tells which criteria do.
pub(super) fn find(subject: &Subject<'_>, matters: &[bool], findings: &mut Findings) {
    let read = read_besides(subject.pack);
    let deciding = deciding(subject, matters);
    let is_needed = |question: &Question| {
        question.before_result || read.contains(&question.id) || deciding.contains(&question.id)
    };
    for section in &subject.pack.sections {
        for page in &section.pages {
            for question in &page.questions {
                let at = format!("sections/{}/{}/{}", section.id, page.id, question.id);
                never_asked(subject, question, &at, findings);
                if section.stage == Stage::Screening && !is_needed(question) {
                    findings.push(decides_nothing(question, &at));
                }
                if let Kind::Group(group) = &question.kind {
                    for inner in &group.questions {
                        never_asked(subject, inner, &format!("{at}/{}", inner.id), findings);
                    }
                }
            }
        }
    }
    flags(subject, findings);
}

fn never_asked(subject: &Subject<'_>, question: &Question, at: &str, findings: &mut Findings) {
    let Some(rule) = condition(question) else { return };
    let (pack, rule) = (subject.pack, &rule);
    let mut asked = false;
    let share = subject.budget.share();
    let field = Field::of_question(pack, subject.day, question, rule, &share);
    let visited = field.and_then(|field| {
        field.each(&share, &mut |answers, _| {
            asked |= Evaluator::new(pack, answers, &[]).truth(rule) == Truth::Yes;
        })
    });
    if asked {
        return;
    }
    if visited.is_err() {
        findings.gave_up(at, Check::Asked);
    } else {
        findings.push(Finding::new(
            Severity::Problem,
            "question-never-asked",
            at,
            Phrase::of("no answers lead to `{0}` being asked", "nid oes atebion sy'n arwain at ofyn `{0}`"),
            Phrase::of(
                "mend its `asked_when` or `asked_unless`, or remove it",
                "trwsiwch ei `asked_when` neu ei `asked_unless`, neu tynnwch ef",
            ),
            &[question.id.as_str()],
        ));
    }
}

/// When a question is asked, as one rule: what takes it away has turned out not to be.
fn condition(question: &Question) -> Option<Rule> {
    let unless = question.asked_unless.clone().map(|rule| Rule::Not(Box::new(rule)));
    match (question.asked_when.clone(), unless) {
        (Some(when), Some(unless)) => Some(Rule::All(vec![when, unless])),
        (when, unless) => when.or(unless),
    }
}

fn decides_nothing(question: &Question, at: &str) -> Finding {
    Finding::new(
        Severity::Note,
        "question-decides-nothing",
        at,
        Phrase::of(
            "with these settings no verdict and no flag depends on `{0}`",
            "gyda'r gosodiadau hyn nid oes dyfarniad na fflag yn dibynnu ar `{0}`",
        ),
        Phrase::of(
            "leave it if a setting turns it off or the referral needs it. If not, ask it with the referral, or remove it",
            "gadewch ef os yw gosodiad yn ei ddiffodd neu os oes ei angen ar yr atgyfeiriad; fel arall gofynnwch ef gyda'r atgyfeiriad, neu tynnwch ef",
        ),
        &[question.id.as_str()],
    )
}

/// The questions that something besides criteria depends on: a flag, another question, why an answer is not known, or the
/// form of an instrument, which limits its counts.
fn read_besides(pack: &Pack) -> BTreeSet<FactId> {
    let mut read = BTreeSet::new();
    for flag in &pack.flags {
        match &flag.when {
            FlagWhen::Each(fact) => read.extend([fact.clone()]),
            FlagWhen::Rule { when, unless } => {
                let rules = [when, unless].into_iter().flatten();
                read.extend(rules.flat_map(|rule| facts_of(rule, &pack.instruments)));
            }
        }
    }
    read.extend(pack.instruments.iter().map(|instrument| instrument.form.clone()));
    read.extend(pack.sections.iter().filter_map(|section| section.not_known_reason.clone()));
    let asked_when = pack.questions().filter_map(|(_, question)| question.asked_when.as_ref());
    read.extend(asked_when.flat_map(|rule| facts_of(rule, &pack.instruments)));
    read
}

/// The questions that some criterion depends on and that matter through it; all that are read where it is not known.
fn deciding(subject: &Subject<'_>, matters: &[bool]) -> BTreeSet<FactId> {
    let mut deciding = BTreeSet::new();
    let mut inexact = Vec::new();
    for component in &subject.space.components {
        if !component.exact {
            inexact.extend(&component.criteria);
        }
        for (fact, changed) in &component.changes {
            if changed.iter().any(|criterion| matters[*criterion]) {
                deciding.insert(fact.clone());
            }
        }
    }
    deciding.extend(facts(subject.pack, &inexact));
    deciding
}

fn flags(subject: &Subject<'_>, findings: &mut Findings) {
    let pack = subject.pack;
    for flag in &pack.flags {
        let FlagWhen::Rule { when, unless } = &flag.when else { continue };
        let at = format!("flags/{}", flag.id);
        let rules: Vec<&Rule> = [when, unless].into_iter().flatten().collect();
        let (mut ever, mut always) = (false, true);
        let share = subject.budget.share();
        let named = rules.iter().any(|rule| names_a_criterion(rule));
        let judging = if named { subject.judging } else { 0 };
        let mut spent = Ok(());
        let field = Field::new(pack, subject.day, &[], &rules, &share);
        let visited = field.and_then(|field| {
            field.each(&share, &mut |answers: &Answers, _| {
                spent = spent.and_then(|()| share.spend(judging));
                if spent.is_err() || (ever && !always) {
                    return;
                }
                let criteria = if named { criteria(pack, answers) } else { Vec::new() };
                let facts = Evaluator::new(pack, answers, &criteria);
                let yes = |rule: &Rule| facts.truth(rule) == Truth::Yes;
                let raised = when.as_ref().is_none_or(yes) && !unless.as_ref().is_some_and(yes);
                ever |= raised;
                always &= raised;
            })
        });
        if ever && !always {
            continue;
        }
        if visited.and(spent).is_err() {
            findings.gave_up(&at, Check::Raised);
        } else if !ever {
            findings.push(Finding::new(
                Severity::Problem,
                "flag-never-raised",
                &at,
                Phrase::of("no answer sheet raises `{0}`", "nid oes taflen atebion sy'n codi `{0}`"),
                Phrase::of("mend its rule, or remove it", "trwsiwch ei rheol, neu tynnwch hi"),
                &[flag.id.as_str()],
            ));
        } else if always {
            let finding = Finding::new(
                Severity::Note,
                "flag-always-raised",
                &at,
                Phrase::of("every answer sheet raises `{0}`", "mae pob taflen atebion yn codi `{0}`"),
                Phrase::of(
                    "leave it if all should read it. If not, mend its rule",
                    "gadewch hi os dylai pawb ei darllen; fel arall trwsiwch ei rheol",
                ),
                &[flag.id.as_str()],
            );
            // The empty sheet raises it too.
            findings.push(finding.with(vec![sheet::of(pack, subject.day, Record::new())]));
        }
    }
}

fn names_a_criterion(rule: &Rule) -> bool {
    let mut names = false;
    rule.walk(&mut |part| names |= matches!(part, Rule::Criterion(_)));
    names
}
