//! Answers: typed values by fact, and the answer sheet that carries them.

mod chosen;
mod claims;
mod code;
mod evidence;
mod members;
mod problems;
mod read;
mod reference;
mod renewed;
mod sheet;
mod text;
mod wire;
mod write;

pub use chosen::Chosen;
pub use claims::{Claims, FROM_SCREENING, FROM_SITE, FROM_TODAY, Misnamed, SYSTEM_MAX};
pub use code::{CodeKey, answer_digest, check_letters, is_answer_digest, is_code, mark};
pub use evidence::is_recent;
pub use evidence::{Evidence, RECENT_MONTHS};
pub use reference::{is_reference, reference_from};
pub use renewed::Renewed;
pub(crate) use renewed::{fact_of_entry, fact_of_today, renew_value};
pub(crate) use sheet::read_facts;
pub use sheet::{AnswerSheet, MAX_BYTES, too_large};
pub use text::clean_text;
pub use write::answer_to_json;

use crate::base::date::Date;
use crate::pack::{Choice, FactId, Question};
use litemap::LiteMap;

/// An answer. A fact without one was not asked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Asked, and cannot tell.
    NotKnown,
    /// Asked and known.
    Known(Value),
}

/// A known value, of the kind its question takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// One of the choices.
    Choice(String),
    /// Any of the choices.
    Set(Chosen),
    /// A whole number.
    Count(u32),
    /// A date.
    Date(Date),
    /// Text of one or many lines, cleaned of control characters.
    Text(String),
    /// Repeating entries.
    Group(Vec<Record>),
}

/// Answers by fact, in order of the facts. A flat map, in a fraction of the code of the library's.
pub type Record = LiteMap<FactId, Answer>;

/// The answers of a case and the day they are judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The day of screening.
    pub screened_on: Date,
    /// The answers.
    pub facts: Record,
    /// Where answers come from, in the order of the pack. It decides nothing.
    pub evidence: Vec<(FactId, Evidence)>,
    /// What another system gave and nobody has confirmed. It decides nothing either.
    pub claims: Vec<Claims>,
}

impl Answers {
    /// No answers yet.
    pub fn none(screened_on: Date) -> Self {
        Self { screened_on, facts: Record::new(), evidence: Vec::new(), claims: Vec::new() }
    }

    /// The answer to a question, if it was asked.
    pub fn get(&self, fact: &str) -> Option<&Answer> {
        self.facts.get(fact)
    }

    /// Where the answer to a question comes from, if that was said.
    pub fn evidence(&self, fact: &str) -> Option<&Evidence> {
        self.evidence.iter().find(|(of, _)| of.as_str() == fact).map(|(_, evidence)| evidence)
    }

    /// Whether another system gave the answer and nobody has confirmed it.
    pub fn is_claimed(&self, fact: &str) -> bool {
        self.claims.iter().any(|claims| claims.hold(fact))
    }

    /// The known value of a fact.
    pub fn known(&self, fact: &str) -> Option<&Value> {
        known(&self.facts, fact)
    }
}

/// A choice that is in this set and in the one it must be apart from, if there is one.
pub fn in_both<'a>(question: &'a Question, facts: &Record) -> Option<&'a Choice> {
    let other = question.apart_from.as_ref()?;
    match (known(facts, question.id.as_str())?, known(facts, other.as_str())?) {
        (Value::Set(here), Value::Set(there)) => {
            let both = |choice: &&Choice| here.contains(&choice.value) && there.contains(&choice.value);
            question.kind.choices().iter().find(both)
        }
        _ => None,
    }
}

/// The known value of a fact in a record.
pub fn known<'a>(record: &'a Record, fact: &str) -> Option<&'a Value> {
    match record.get(fact)? {
        Answer::Known(value) => Some(value),
        Answer::NotKnown => None,
    }
}
