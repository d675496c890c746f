//! The screening trace of Part C: every answer the screening could read, so that it can be judged again later.

use super::block::Line;
use super::explained::{Explained, Teller};
use super::provenance::Provenance;
use super::words;
use crate::answers::{Answer, Answers, Value};
use crate::date::Date;
use crate::pack::{FactId, Kind, Pack, Part, Question, Stage};
use crate::screening::{Explanation, Outcome, explanation};
use crate::words::Language;

/// How the screening came out, and from what.
#[derive(Clone, Debug)]
pub(super) struct Trace<'a> {
    pub(super) screened_on: Date,
    pub(super) outcome: &'a Outcome,
    /// What stands behind it and what would change it.
    pub(super) explanation: Explanation,
    /// Every screening question, and every other fact a criterion reads, in pack order.
    pub(super) answers: Vec<Traced<'a>>,
    /// What another system answered and nobody has confirmed: its name, and the questions, in pack order.
    pub(super) claimed: Option<(&'a str, Vec<&'a Question>)>,
}

/// A question of the screening and its answer.
#[derive(Clone, Debug)]
pub(super) struct Traced<'a> {
    pub(super) question: &'a Question,
    pub(super) answer: TracedAnswer<'a>,
    /// Where it comes from, which is closed too.
    pub(super) provenance: Option<Provenance>,
}

impl Traced<'_> {
    /// Whether it was asked and is known.
    pub(super) fn is_known(&self) -> bool {
        !matches!(self.answer, TracedAnswer::NotAsked | TracedAnswer::Closed(Answer::NotKnown))
    }
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
            pack.criteria.iter().flat_map(|criterion| criterion.reads(&pack.instruments)).collect();
        let traced = pack.questions().filter(|(place, question)| {
            pack.section(place.page).stage == Stage::Screening || read.contains(&question.id)
        });
        let answer = |question: &Question| match (&question.kind, answers.get(question.id.as_str())) {
            (_, None) => TracedAnswer::NotAsked,
            (_, Some(Answer::Known(Value::Text(text)))) if text.trim().is_empty() => TracedAnswer::Blank,
            (Kind::Text | Kind::LongText | Kind::Group(_), Some(Answer::Known(_))) => {
                TracedAnswer::Written(question.part)
            }
            (_, Some(answer)) => TracedAnswer::Closed(answer),
        };
        let answers_traced = traced
            .map(|(_, question)| Traced {
                question,
                answer: answer(question),
                provenance: Provenance::of(pack, answers, &question.id, Part::Handling),
            })
            .collect();
        let explanation = explanation(pack, answers, outcome);
        let claimed = answers.claims.as_ref().map(|claims| {
            let held = pack.questions().filter(|(_, question)| claims.hold(question.id.as_str()));
            (claims.system.as_str(), held.map(|(_, question)| question).collect())
        });
        Self { screened_on: answers.screened_on, outcome, explanation, answers: answers_traced, claimed }
    }

    /// The explanation in words, with the closed answers: what somebody wrote cannot be told from here, only where it
    /// stands.
    pub(super) fn explained(&self, pack: &'a Pack, language: Language) -> Explained {
        let traced = |fact: &str| self.answers.iter().find(|traced| traced.question.id.as_str() == fact);
        let known = |fact: &str| match traced(fact)? {
            Traced { question, answer: TracedAnswer::Closed(Answer::Known(value)), .. } => {
                Some((*question, value))
            }
            _ => None,
        };
        let comes_from = |fact: &str| traced(fact).filter(|traced| traced.is_known())?.provenance;
        let teller =
            Teller { pack, known: &known, comes_from: &comes_from, screened_on: self.screened_on, language };
        let mut explained = teller.tell(&self.explanation);
        for (reason, said) in self.explanation.because.iter().zip(&mut explained.because) {
            for fact in &reason.facts {
                if let Some(Traced { answer: TracedAnswer::Written(part), .. }) = traced(fact.as_str()) {
                    said.facts.push(Line::words(words::WRITTEN_IN[*part as usize].say(language)));
                }
            }
        }
        explained
    }
}
