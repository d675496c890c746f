//! Example sheets, made as small as they can be.

use crate::answers::{Answer, AnswerSheet, Answers, Record};
use crate::date::Date;
use crate::pack::{FactId, Pack};
use crate::screening::{Facts, Truth};
use serde_json::Value;

/// Leaves out one answer after another, from several sheets at once, as long as something holds of them. Nothing if it
/// does not hold to begin with.
pub(super) fn smallest(
    pack: &Pack,
    day: Date,
    records: Vec<Record>,
    holds: &dyn Fn(&[Answers]) -> bool,
) -> Option<Vec<Answers>> {
    let mut sheets: Vec<Answers> =
        records.into_iter().map(|facts| Answers { facts, ..Answers::none(day) }).collect();
    if !holds(&sheets) {
        return None;
    }
    loop {
        let mut facts: Vec<FactId> = Vec::new();
        for sheet in &sheets {
            facts
                .extend(sheet.facts.keys().filter(|fact| !facts.contains(fact)).cloned().collect::<Vec<_>>());
        }
        // What hangs on another answer goes before it.
        facts.sort_by_key(|fact| {
            std::cmp::Reverse(pack.place(fact.as_str()).map(|at| (at.section, at.page, at.question)))
        });
        let mut smaller = None;
        for fact in facts {
            let mut without = smaller.clone().unwrap_or_else(|| sheets.clone());
            for sheet in &mut without {
                sheet.facts.remove(&fact);
            }
            if without.iter().all(|sheet| can_be_read(pack, sheet)) && holds(&without) {
                smaller = Some(without);
            }
        }
        match smaller {
            Some(smaller) => sheets = smaller,
            None => return Some(sheets),
        }
    }
}

/// Whether no answer is to a question that the other answers rule out, and no count is above its form.
fn can_be_read(pack: &Pack, answers: &Answers) -> bool {
    if pack.instruments.iter().any(|instrument| instrument.overflow(&answers.facts).is_some()) {
        return false;
    }
    let facts = Facts { pack, answers, criteria: &[] };
    answers.facts.iter().filter(|(_, answer)| matches!(answer, Answer::Known(_))).all(|(fact, _)| {
        let rule = pack.question(fact.as_str()).and_then(|question| question.asked_when.as_ref());
        rule.is_none_or(|rule| facts.truth(rule) == Truth::Yes)
    })
}

/// The sheets as JSON.
pub(super) fn to_json(pack: &Pack, sheets: &[Answers]) -> Vec<Value> {
    sheets.iter().map(|sheet| AnswerSheet::write(pack, sheet, None)).collect()
}

/// A sheet of this one record.
pub(super) fn of(pack: &Pack, day: Date, facts: Record) -> Value {
    AnswerSheet::write(pack, &Answers { facts, ..Answers::none(day) }, None)
}
