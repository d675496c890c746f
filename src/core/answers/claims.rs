//! Answers that another system gave, and that nobody has confirmed yet. They are answers like others to the screening;
//! the page asks for each of them before a result, and Part C lists those that are left.

use super::problems::short;
use super::renewed::fact_of_today;
use super::{Record, clean_text};
use crate::base::json::{Json, Map, object};
use crate::base::problem::Problem;
use crate::base::sorted::sort;
use crate::base::text::quoted;
use crate::base::words::Phrase;
use crate::pack::{FactId, Pack};

/// Longest name of a system, in characters.
pub const SYSTEM_MAX: usize = 80;

/// What a system gave and nobody has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The name of the system: one line of at most [`SYSTEM_MAX`] characters, cleaned.
    pub system: String,
    /// The questions outside groups that it answered, in order.
    pub facts: Vec<FactId>,
}

impl Claims {
    /// The claims of a system about all of these answers.
    ///
    /// # Errors
    /// What is wrong with its name.
    pub fn of(system: &str, facts: &Record) -> Result<Self, Misnamed> {
        let system = name(system)?;
        Ok(Self { system, facts: facts.iter().map(|(fact, _)| fact.clone()).collect() })
    }

    /// Whether the answer to a question is one of them.
    pub fn hold(&self, fact: &str) -> bool {
        self.facts.iter().any(|held| held.as_str() == fact)
    }

    /// Reads `{"system":..,"facts":[..]}` beside answers that were read.
    pub(super) fn read(pack: &Pack, map: &Map, facts: &Record, problems: &mut Vec<Problem>) -> Option<Self> {
        let at = |key: &str| ["not_confirmed/", key].concat();
        for key in map.keys().filter(|key| !["system", "facts"].contains(&key.as_str())) {
            problems.push(wrong(
                &at(&short(key)),
                Phrase::of("{0} does not belong here", "nid yw {0} yn perthyn yma"),
                Phrase::of("remove it", "tynnwch ef"),
                key,
            ));
        }
        let system = match map.get("system") {
            Some(system) => match system.as_str() {
                Some(system) => name(system),
                None => Err(Misnamed::NoText),
            },
            None => Err(Misnamed::Missing),
        };
        let system = system
            .map_err(|misnamed| {
                problems.push(wrong(
                    &at("system"),
                    misnamed.words(),
                    Phrase::of(
                        "write its name, at most 80 characters, or remove \"not_confirmed\"",
                        "ysgrifennwch ei henw, 80 nod ar y mwyaf, neu tynnwch \"not_confirmed\"",
                    ),
                    "",
                ));
            })
            .ok();
        let mut held = Vec::new();
        for fact in map.get("facts").and_then(Json::as_array).unwrap_or_default() {
            let today = fact.as_str().map(|name| fact_of_today(pack, name));
            match today.and_then(FactId::parse).filter(|fact| facts.contains_key(fact)) {
                Some(fact) => held.push(fact),
                None => problems.push(wrong(
                    &at("facts"),
                    Phrase::of("{0} has no answer in this sheet", "nid oes ateb i {0} yn y daflen hon"),
                    Phrase::of("answer it, or remove it here", "atebwch ef, neu tynnwch ef yma"),
                    fact.as_str().unwrap_or_default(),
                )),
            }
        }
        sort(&mut held);
        held.dedup();
        (!held.is_empty()).then_some(Self { system: system?, facts: held })
    }

    pub(super) fn to_json(&self) -> Json {
        let facts = self.facts.iter().map(|fact| fact.as_str().into()).collect();
        object([("system", self.system.as_str().into()), ("facts", Json::Array(facts))])
    }
}

/// What is wrong with a system's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misnamed {
    /// There is none, or nothing can be seen of it.
    Missing,
    /// It is longer than [`SYSTEM_MAX`].
    TooLong,
    /// It is no text.
    NoText,
}

impl Misnamed {
    /// It in words.
    pub fn words(self) -> Phrase {
        match self {
            Self::Missing => Phrase::of("the name of the system is missing", "mae enw'r system ar goll"),
            Self::TooLong => Phrase::of(
                "the name of the system is longer than 80 characters",
                "mae enw'r system yn hwy nag 80 nod",
            ),
            Self::NoText => Phrase::of("the name of the system is not text", "nid yw enw'r system yn destun"),
        }
    }
}

/// A system's name, on one line.
fn name(system: &str) -> Result<String, Misnamed> {
    let name = clean_text(system, false);
    match name.chars().count() {
        0 => Err(Misnamed::Missing),
        count if count > SYSTEM_MAX => Err(Misnamed::TooLong),
        _ => Ok(name),
    }
}

fn wrong(at: &str, message: Phrase, next_step: Phrase, found: &str) -> Problem {
    Problem::filled("sheet-not-confirmed", at, message, next_step, &[&quoted(found)])
}
