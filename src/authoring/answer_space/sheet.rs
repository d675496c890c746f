//! Example sheets, made as small as they can be.

use super::budget::Share;
use drive_screening_core::answers::{Answer, AnswerSheet, Answers, Record};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::{gathered, sort_by_key};
use drive_screening_core::pack::{FactId, Pack, facts_of};
use drive_screening_core::screening::{Evaluator, Truth};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Sheets made smaller.
pub(crate) struct Smallest {
    pub(crate) sheets: Vec<Answers>,
    /// None of their answers can be spared; otherwise there was no time to find out.
    pub(crate) is_least: bool,
}

/// What it takes to tell whether something holds of sheets, and what may be taken.
#[derive(Clone, Copy)]
pub(crate) struct Steps<'a> {
    pub(crate) share: &'a Share<'a>,
    pub(crate) each: usize,
}

/// Leaves out one answer after another, from several sheets at once, as long as something holds of them. Nothing if it
/// does not hold to begin with.
pub(crate) fn smallest(
    pack: &Pack,
    day: Date,
    records: Vec<Record>,
    steps: Steps<'_>,
    holds: &dyn Fn(&[Answers]) -> bool,
) -> Option<Smallest> {
    let mut sheets: Vec<Answers> =
        records.into_iter().map(|facts| Answers { facts, ..Answers::none(day) }).collect();
    if !holds(&sheets) {
        return None;
    }
    let hanging = Hanging::of(pack, &sheets);
    loop {
        let facts: BTreeSet<FactId> = gathered(sheets.iter().flat_map(|sheet| sheet.facts.keys().cloned()));
        let mut facts: Vec<FactId> = facts.into_iter().collect();
        // What hangs on another answer goes before it.
        sort_by_key(&mut facts, |fact| {
            std::cmp::Reverse(pack.place(fact.as_str()).map(|place| (place.page, place.question)))
        });
        let mut smaller = false;
        for fact in facts {
            if steps.share.spend(sheets.len() * steps.each + hanging.steps(&fact)).is_err() {
                return Some(Smallest { sheets, is_least: false });
            }
            let removed: Vec<Option<Answer>> =
                sheets.iter_mut().map(|sheet| sheet.facts.remove(&fact)).collect();
            if sheets.iter().all(|sheet| hanging.can_be_read(pack, sheet, &fact)) && holds(&sheets) {
                smaller = true;
                continue;
            }
            for (sheet, removed) in sheets.iter_mut().zip(removed) {
                if let Some(answer) = removed {
                    sheet.facts.insert(fact.clone(), answer);
                }
            }
        }
        if !smaller {
            return Some(Smallest { sheets, is_least: true });
        }
    }
}

/// The questions answered that hang on each answer.
struct Hanging(BTreeMap<FactId, Vec<FactId>>);

impl Hanging {
    fn of(pack: &Pack, sheets: &[Answers]) -> Self {
        let mut hanging: BTreeMap<FactId, Vec<FactId>> = BTreeMap::new();
        let facts: BTreeSet<&FactId> = gathered(sheets.iter().flat_map(|sheet| sheet.facts.keys()));
        for fact in facts {
            let rule = pack.question(fact.as_str()).and_then(|question| question.asked_when.as_ref());
            for on in rule.map(|rule| facts_of(rule, &pack.instruments)).unwrap_or_default() {
                let those = hanging.entry(on).or_default();
                if those.last() != Some(fact) {
                    those.push(fact.clone());
                }
            }
        }
        Self(hanging)
    }

    fn on(&self, fact: &FactId) -> &[FactId] {
        self.0.get(fact).map(Vec::as_slice).unwrap_or_default()
    }

    fn steps(&self, fact: &FactId) -> usize {
        1 + self.on(fact).len()
    }

    /// Whether, without an answer that could be read before, no answer is to a question that the others rule out, and no
    /// count is above its form.
    fn can_be_read(&self, pack: &Pack, answers: &Answers, without: &FactId) -> bool {
        if pack.instruments.iter().any(|instrument| instrument.overflow(&answers.facts).is_some()) {
            return false;
        }
        let facts = Evaluator::new(pack, answers, &[]);
        let known = |fact: &&FactId| matches!(answers.get(fact.as_str()), Some(Answer::Known(_)));
        self.on(without).iter().filter(known).all(|fact| {
            let rule = pack.question(fact.as_str()).and_then(|question| question.asked_when.as_ref());
            rule.is_none_or(|rule| facts.truth(rule) == Truth::Yes)
        })
    }
}

/// The sheets as JSON.
pub(crate) fn to_json(pack: &Pack, sheets: &[Answers]) -> Vec<Value> {
    sheets.iter().map(|sheet| AnswerSheet::write(pack, sheet, None)).collect()
}

/// A sheet of this one record.
pub(crate) fn of(pack: &Pack, day: Date, facts: Record) -> Value {
    AnswerSheet::write(pack, &Answers { facts, ..Answers::none(day) }, None)
}
