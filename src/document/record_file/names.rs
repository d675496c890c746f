//! The names that `result/1` gives outcomes, criteria and flags, in words. A name that the pack does not have stays as it is.

use crate::words as common;
use drive_screening_core::base::shown::{MOST_SHOWN, more, shown};
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Flag, FlagWhen, Pack};
use drive_screening_core::screening::NEED_INFORMATION;
use serde_json::Value;

/// The start of a list in one line, and how many more there are.
pub(super) fn joined(list: &[Value], said: &dyn Fn(&Value) -> String, language: Language) -> String {
    let (start, rest) = shown(list, MOST_SHOWN);
    let mut said: Vec<String> = start.iter().map(said).collect();
    said.extend(more(rest).map(|more| more.say(language).to_owned()));
    said.join("; ")
}

/// The sentence of an outcome; a name this pack does not have stays as it is.
pub(super) fn outcome(pack: &Pack, name: &str, language: Language) -> String {
    let words = pack.outcome_text(name);
    let known = name == NEED_INFORMATION || !std::ptr::eq(words, &raw const pack.undecided);
    if known { words.sentence.say(language).to_owned() } else { name.to_owned() }
}

/// The label of a criterion.
pub(super) fn criterion(pack: &Pack, id: &str, language: Language) -> String {
    match pack.criterion(id) {
        Some(index) => pack.criteria[index].label.say(language).to_owned(),
        None => id.to_owned(),
    }
}

pub(super) fn flag(pack: &Pack, name: &str, language: Language) -> String {
    let said = pack.flags.iter().find(|flag| flag.id.as_str() == name);
    if let Some(flag) = said {
        return flag.text.say(language).to_owned();
    }
    // A flag of each value is named by the flag and the value.
    let of = |flag: &&Flag| name.strip_prefix(flag.id.as_str()).is_some_and(|rest| rest.starts_with('_'));
    let Some(flag) = pack.flags.iter().find(of) else { return name.to_owned() };
    let value = &name[flag.id.as_str().len() + 1..];
    let label = match &flag.when {
        FlagWhen::Each(fact) => pack
            .question(fact.as_str())
            .and_then(|question| question.kind.choices().iter().find(|choice| choice.value == value))
            .map(|choice| choice.label.say(language)),
        FlagWhen::Rule { .. } => None,
    };
    label.unwrap_or(name).to_owned()
}

/// The name of a criterion's value in words; a level keeps its name.
pub(super) fn criterion_value(name: &str, language: Language) -> String {
    let words = match name {
        "yes" => common::YES,
        "no" => common::NO,
        "unknown" => common::UNKNOWN,
        _ => return name.to_owned(),
    };
    words.say(language).to_owned()
}
