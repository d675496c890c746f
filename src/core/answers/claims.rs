//! Answers that another system gave, or that the page itself filled in, and that nobody has confirmed yet. They are answers like
//! others to the screening; the page asks for each of them before a result, and Part C lists those that are left.

use super::problems::short;
use super::renewed::fact_of_today;
use super::{Record, Value, clean_text, known};
use crate::base::json::{Json, Map, object};
use crate::base::problem::Problem;
use crate::base::sorted::sort;
use crate::base::text::quoted;
use crate::base::words::{Language, Phrase};
use crate::pack::{FactId, Pack, Question};

/// Longest name of a system, in characters.
pub const SYSTEM_MAX: usize = 80;

/// The name under which the page fills in what the screening knows already.
pub const FROM_SCREENING: &str = "screening";

/// The name under which it fills in what a site usually answers.
pub const FROM_SITE: &str = "site";

/// The name under which it fills in the day and the time.
pub const FROM_TODAY: &str = "today";

/// Those names as people read them. No system can bear one of them.
const OWN: [(&str, Phrase); 3] = [
    (FROM_SCREENING, Phrase::of("the screening", "y sgrinio")),
    (FROM_SITE, Phrase::of("this site's settings", "gosodiadau'r safle hwn")),
    (FROM_TODAY, Phrase::of("your device's clock", "cloc eich dyfais")),
];

/// What a system gave and nobody has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The name of the system: one line of at most [`SYSTEM_MAX`] characters, cleaned. [`FROM_SCREENING`], [`FROM_SITE`] and [`FROM_TODAY`] for
    /// what the page filled in itself.
    pub system: String,
    /// The questions that it answered, in order. One of a group stands for the answer in the first entry.
    pub facts: Vec<FactId>,
}

impl Claims {
    /// The claims of a system about all of these answers.
    ///
    /// # Errors
    /// What is wrong with its name.
    pub fn of(system: &str, facts: &Record) -> Result<Self, Misnamed> {
        let system = name(system)?;
        let claims = Self { system, facts: facts.iter().map(|(fact, _)| fact.clone()).collect() };
        if claims.are_own() { Err(Misnamed::Taken) } else { Ok(claims) }
    }

    /// Where the answers are from, in words: the name of the system as it gave it, or what the page itself filled in from.
    pub fn from(&self, language: Language) -> &str {
        let own = OWN.iter().find(|(own, _)| *own == self.system);
        own.map_or(&self.system, |(_, words)| words.say(language))
    }

    /// Whether the page filled them in itself.
    pub fn are_own(&self) -> bool {
        OWN.iter().any(|(own, _)| *own == self.system)
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
            match today.and_then(FactId::parse).filter(|fact| pack.question(fact.as_str()).is_some()) {
                // What became of the answer is another matter: without one there is nothing to confirm.
                Some(fact) if is_answered(pack, facts, &fact) => held.push(fact),
                Some(_) => {}
                None => problems.push(wrong(
                    &at("facts"),
                    Phrase::of("the pack has no fact {0}", "nid oes ffaith {0} yn y pecyn"),
                    Phrase::of("remove it", "tynnwch ef"),
                    fact.as_str().unwrap_or_default(),
                )),
            }
        }
        sort(&mut held);
        held.dedup();
        (!held.is_empty()).then_some(Self { system: system?, facts: held })
    }

    /// The claims of one system as an object, those of several as a list of them.
    pub(super) fn to_json(all: &[Self]) -> Json {
        let one = |claims: &Self| {
            let facts = claims.facts.iter().map(|fact| fact.as_str().into()).collect();
            object([("system", claims.system.as_str().into()), ("facts", Json::Array(facts))])
        };
        match all {
            [claims] => one(claims),
            all => Json::Array(all.iter().map(one).collect()),
        }
    }
}

/// Whether a question has an answer: one of a group, in the first entry.
fn is_answered(pack: &Pack, facts: &Record, fact: &FactId) -> bool {
    let in_first = |group: &Question| match known(facts, group.id.as_str()) {
        Some(Value::Group(records)) => records.first().is_some_and(|first| first.contains_key(fact)),
        _ => false,
    };
    facts.contains_key(fact) || pack.group_of(fact.as_str()).is_some_and(in_first)
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
    /// It is what the page calls something of its own.
    Taken,
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
            Self::Taken => Phrase::of(
                "`screening`, `site` and `today` are what the page calls its own answers",
                "`screening`, `site` a `today` yw'r hyn y mae'r dudalen yn galw ei hatebion ei hun",
            ),
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
