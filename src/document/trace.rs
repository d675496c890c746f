//! The screening trace of Part C: every answer the screening could read, so that it can be judged again later.

use crate::answers::{Answer, Answers, Value};
use crate::date::Date;
use crate::pack::{Criterion, FactId, Kind, Pack, Part, Question, Stage, Test, facts_of};
use crate::screening::Outcome;

/// How the screening came out, and from what.
#[derive(Clone, Debug)]
pub(super) struct Trace<'a> {
    pub(super) screened_on: Date,
    pub(super) outcome: &'a Outcome,
    /// Every screening question, and every other fact a criterion reads, in pack order.
    pub(super) answers: Vec<Traced<'a>>,
}

/// A question of the screening and its answer.
#[derive(Clone, Debug)]
pub(super) struct Traced<'a> {
    pub(super) question: &'a Question,
    pub(super) answer: TracedAnswer<'a>,
}

/// An answer in the trace. A verdict cannot be audited without the answers it came from, so closed answers (yes or
/// no, a choice, a count, a date) stand here whatever part they belong to: none of them locates, names or quotes
/// anyone. What somebody wrote is in one part only, and the trace says which; nothing here can hold it.
#[derive(Clone, Debug)]
pub(super) enum TracedAnswer<'a> {
    NotAsked,
    /// Nothing was written where something could be.
    Blank,
    /// A closed answer, or "not known".
    Closed(&'a Answer),
    /// Text was written, or entries were listed, and they are in this part.
    Written(Part),
}

impl<'a> Trace<'a> {
    pub(super) fn new(pack: &'a Pack, answers: &'a Answers, outcome: &'a Outcome) -> Self {
        let read: Vec<FactId> =
            pack.criteria.iter().flat_map(|criterion| facts_read(pack, criterion)).collect();
        let traced = pack.questions().filter(|(place, question)| {
            pack.sections[place.section].stage == Stage::Screening || read.contains(&question.id)
        });
        let answer = |question: &Question| match (&question.kind, answers.get(question.id.as_str())) {
            (_, None) => TracedAnswer::NotAsked,
            (_, Some(Answer::Known(Value::Text(text)))) if text.trim().is_empty() => TracedAnswer::Blank,
            (Kind::Text | Kind::LongText | Kind::Group(_), Some(Answer::Known(_))) => {
                TracedAnswer::Written(question.part)
            }
            (_, Some(answer)) => TracedAnswer::Closed(answer),
        };
        let answers_traced =
            traced.map(|(_, question)| Traced { question, answer: answer(question) }).collect();
        Self { screened_on: answers.screened_on, outcome, answers: answers_traced }
    }
}

/// The facts a criterion reads, each once, in the order its rule names them.
pub(super) fn facts_read(pack: &Pack, criterion: &Criterion) -> Vec<FactId> {
    let mut seen: Vec<FactId> = Vec::new();
    let mut facts = match &criterion.test {
        Test::Rule(rule) => facts_of(rule, &pack.instruments),
        Test::Graded { applies, date, .. } => {
            let mut facts = facts_of(applies, &pack.instruments);
            facts.push(date.clone());
            facts
        }
    };
    facts.retain(|fact| {
        let first = !seen.contains(fact);
        if first {
            seen.push(fact.clone());
        }
        first
    });
    facts
}
