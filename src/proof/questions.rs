//! Questions never asked or never needed, and flags that are never or always raised.

use super::field::Field;
use super::{Finding, Severity, Subject, gave_up, sheet};
use crate::answers::{Answers, Record};
use crate::pack::{FactId, FlagWhen, Kind, Pack, Question, Rule, Stage, facts_of};
use crate::screening::{Facts, Truth, criteria};
use crate::words::Words;

/// Adds what is found; `matters` tells which criteria do.
pub(super) fn find(subject: &Subject<'_>, matters: &[bool], findings: &mut Vec<Finding>) {
    for section in &subject.pack.sections {
        for page in &section.pages {
            for question in &page.questions {
                let at = format!("sections/{}/{}/{}", section.id, page.id, question.id);
                never_asked(subject, question, &at, findings);
                if section.stage == Stage::Screening && !is_needed(subject, matters, question) {
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

fn never_asked(subject: &Subject<'_>, question: &Question, at: &str, findings: &mut Vec<Finding>) {
    let Some(rule) = &question.asked_when else { return };
    let pack = subject.pack;
    let mut asked = false;
    let visited = Field::of_question(pack, subject.day, question, rule).each(&mut |answers, _| {
        asked |= Facts { pack, answers, criteria: &[] }.truth(rule) == Truth::Yes;
    });
    if visited.is_err() {
        findings.push(gave_up(at));
    } else if !asked {
        findings.push(Finding::new(
            Severity::Problem,
            "question-never-asked",
            at,
            Words::of("no answers lead to `{0}` being asked", "nid oes atebion sy'n arwain at ofyn `{0}`"),
            Words::of("mend its `asked_when`, or remove it", "trwsiwch ei `asked_when`, neu tynnwch ef"),
            &[question.id.as_str()],
        ));
    }
}

fn decides_nothing(question: &Question, at: &str) -> Finding {
    Finding::new(
        Severity::Note,
        "question-decides-nothing",
        at,
        Words::of(
            "with these settings no verdict and no flag depends on `{0}`",
            "gyda'r gosodiadau hyn nid oes dyfarniad na fflag yn dibynnu ar `{0}`",
        ),
        Words::of(
            "leave it if a setting switches it off or the referral needs it; otherwise ask it with the referral, or remove it",
            "gadewch ef os yw gosodiad yn ei ddiffodd neu os oes ei angen ar yr atgyfeiriad; fel arall gofynnwch ef gyda'r atgyfeiriad, neu tynnwch ef",
        ),
        &[question.id.as_str()],
    )
}

/// Whether something depends on the question: a criterion that matters, a flag, another question, or the form of an
/// instrument, which limits its counts.
fn is_needed(subject: &Subject<'_>, matters: &[bool], question: &Question) -> bool {
    let (pack, fact) = (subject.pack, &question.id);
    let reads = |rule: &Rule| facts_of(rule, &pack.instruments).contains(fact);
    let decides = subject.space.components.iter().any(|component| match component.changes.get(fact) {
        Some(changed) => changed.iter().any(|criterion| matters[*criterion]),
        None => !component.exact && component.criteria.iter().any(|index| reads_fact(pack, *index, fact)),
    });
    let flagged = pack.flags.iter().any(|flag| match &flag.when {
        FlagWhen::Each(each) => each == fact,
        FlagWhen::Rule { when, unless } => [when, unless].into_iter().flatten().any(reads),
    });
    decides
        || flagged
        || question.before_result
        || pack.instruments.iter().any(|instrument| instrument.form == *fact)
        || pack.sections.iter().any(|section| section.not_known_reason.as_ref() == Some(fact))
        || pack.questions().any(|(_, other)| other.asked_when.as_ref().is_some_and(reads))
}

fn reads_fact(pack: &Pack, criterion: usize, fact: &FactId) -> bool {
    super::space::facts(pack, criterion).contains(fact)
}

fn flags(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let pack = subject.pack;
    for flag in &pack.flags {
        let FlagWhen::Rule { when, unless } = &flag.when else { continue };
        let at = format!("flags/{}", flag.id);
        let rules: Vec<&Rule> = [when, unless].into_iter().flatten().collect();
        let (mut ever, mut always) = (false, true);
        let visited = Field::new(pack, subject.day, &[], &rules).each(&mut |answers: &Answers, _| {
            let criteria = criteria(pack, answers);
            let facts = Facts { pack, answers, criteria: &criteria };
            let yes = |rule: &Rule| facts.truth(rule) == Truth::Yes;
            let raised = when.as_ref().is_none_or(yes) && !unless.as_ref().is_some_and(yes);
            ever |= raised;
            always &= raised;
        });
        if visited.is_err() {
            findings.push(gave_up(&at));
        } else if !ever {
            findings.push(Finding::new(
                Severity::Problem,
                "flag-never-raised",
                &at,
                Words::of("no answer sheet raises `{0}`", "nid oes taflen atebion sy'n codi `{0}`"),
                Words::of("mend its rule, or remove it", "trwsiwch ei rheol, neu tynnwch hi"),
                &[flag.id.as_str()],
            ));
        } else if always {
            let finding = Finding::new(
                Severity::Note,
                "flag-always-raised",
                &at,
                Words::of("every answer sheet raises `{0}`", "mae pob taflen atebion yn codi `{0}`"),
                Words::of(
                    "leave it if everybody should read it; otherwise mend its rule",
                    "gadewch hi os dylai pawb ei darllen; fel arall trwsiwch ei rheol",
                ),
                &[flag.id.as_str()],
            );
            // The empty sheet raises it too.
            findings.push(finding.with(vec![sheet::of(pack, subject.day, Record::new())]));
        }
    }
}
