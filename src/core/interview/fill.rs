//! Filling in what is known already, so that nobody is asked twice. What is filled in counts as not confirmed until the person has
//! seen it and goes on, or types something else.

use super::asked::asked_in_item;
use super::entry::{Field, FieldInput};
use super::{Form, Interview};
use crate::answers::{Answer, Answers, Claims, FROM_SCREENING, FROM_SITE, FROM_TODAY, Record, Value};
use crate::base::date::Date;
use crate::base::sorted::sort;
use crate::base::time_of_day::TimeOfDay;
use crate::base::words::Language;
use crate::pack::{FactId, FilledFrom, Group, Kind, Pack, Question, Stage};
use crate::screening::screen;

/// The day and the time by which a referral is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The day.
    pub today: Date,
    /// The time, in minutes after midnight: below 1440.
    pub minute: u32,
}

/// Fills in what the screening knows, what the site usually answers, the day and the time, wherever the referral asks it and nothing stands
/// there. What was filled in before and is not confirmed is filled in anew, as the screening may have changed since.
///
/// In a group only the first entry is filled in, and begun if there is none: the screening is about one victim-survivor.
pub fn fill(pack: &Pack, form: &mut Form, usual: &Record, now: Now, language: Language) {
    form.forget_filled(pack);
    let answers = form.answers(pack);
    let outcome = screen(pack, &answers);
    let filling = Filling { answers: &answers, usual, now, language };
    // Which questions are asked goes by what the person answered, not by what is being filled in.
    let asked: Vec<&Question> = {
        let interview =
            Interview { pack, form, answers: &answers, outcome: &outcome, stage: Stage::Referral };
        pack.questions()
            .map(|(_, question)| question)
            .filter(|question| interview.is_asked(question))
            .collect()
    };
    for question in asked {
        if let Kind::Group(group) = &question.kind {
            filling.entry(pack, form, question, group);
        } else {
            filling.field(form, question, &Field::of(&question.id));
        }
    }
}

/// What is filled in from.
#[derive(Clone, Copy)]
struct Filling<'a> {
    answers: &'a Answers,
    usual: &'a Record,
    now: Now,
    language: Language,
}

impl Filling<'_> {
    fn entry(self, pack: &Pack, form: &mut Form, question: &Question, group: &Group) {
        let known: Vec<&Question> =
            group.questions.iter().filter(|inner| self.answer(inner).is_some()).collect();
        if known.is_empty() {
            return;
        }
        let first = form.items(question.id.as_str()).next();
        let key = first.map_or_else(|| form.add_item(&question.id), |first| first.key);
        for inner in known {
            let entry = form.item_answers(&question.id, group, key);
            if asked_in_item(pack, &entry, inner) {
                let item = Some((question.id.clone(), key));
                self.field(form, inner, &Field { item, fact: inner.id.clone() });
            }
        }
    }

    fn field(self, form: &mut Form, question: &Question, field: &Field) {
        if let Some((answer, from)) = self.answer(question)
            && form.get(field).is_blank()
        {
            form.put(field, FieldInput::from_answer(&answer));
            form.claim(from, &field.fact);
        }
    }

    /// What is known of the answer to a question, and from where.
    fn answer(self, question: &Question) -> Option<(Answer, &'static str)> {
        let known = |value| Some((Answer::Known(value), FROM_SCREENING));
        match &question.filled_from {
            FilledFrom::Nothing => None,
            FilledFrom::Today => {
                let Now { today, minute } = self.now;
                let value = match question.kind {
                    Kind::Date { .. } => Value::Date(today),
                    _ => Value::Text(TimeOfDay::new(minute / 60, minute % 60)?.to_string()),
                };
                Some((Answer::Known(value), FROM_TODAY))
            }
            FilledFrom::Site => Some((self.usual.get(&question.id)?.clone(), FROM_SITE)),
            FilledFrom::Screening(fact, values) => match (self.answers.known(fact.as_str())?, &question.kind)
            {
                (Value::Choice(value), Kind::Choice(_)) => {
                    let (_, stands) = values.iter().find(|(from, _)| from == value)?;
                    known(Value::Choice(stands.clone()))
                }
                (Value::Date(date), Kind::Text) => known(Value::Text(date.in_words(self.language))),
                (value, _) => known(value.clone()),
            },
        }
    }
}

impl Form {
    /// Takes out what was filled in and is not confirmed.
    fn forget_filled(&mut self, pack: &Pack) {
        let own = self.claims.iter().filter(|claims| claims.are_own());
        let facts: Vec<FactId> = own.flat_map(|claims| claims.facts.clone()).collect();
        for fact in facts {
            let item = pack
                .group_of(fact.as_str())
                .and_then(|group| Some((group.id.clone(), self.items(group.id.as_str()).next()?.key)));
            self.put(&Field { item, fact }, FieldInput::default());
        }
    }

    /// Notes that an answer was filled in and waits to be confirmed.
    fn claim(&mut self, from: &str, fact: &FactId) {
        let at = self.claims.iter().position(|claims| claims.system == from).unwrap_or_else(|| {
            self.claims.push(Claims { system: from.to_owned(), facts: Vec::new() });
            self.claims.len() - 1
        });
        let facts = &mut self.claims[at].facts;
        facts.push(fact.clone());
        sort(facts);
    }
}
