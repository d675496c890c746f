//! The screening of a record, run again, with what comes out otherwise line by line.

use super::{Held, words};
use crate::document::about::Fragment;
use crate::document::block::{Block, Line, Table};
use crate::document::verify::{Difference, Record};
use crate::document::words as common;
use crate::pack::Pack;
use crate::shown::{MOST_SHOWN, more, shown};
use crate::words::Language;
use serde_json::Value;

pub(super) fn again(page: &mut Fragment, record: &Record, held: Option<&Held>) {
    page.heading(words::AGAIN);
    let named = [record.text("/pack/id").to_owned(), record.text("/pack/version").to_owned()];
    if record.sheet().is_none() {
        return page.say(words::NOT_IN_THIS_PART, &[]);
    }
    let Some(Held { pack, same }) = held else {
        return page.say(words::NOT_IN_THIS_COPY, &named);
    };
    if *same {
        page.say(words::WITH_THE_SAME, &named);
    } else {
        let [id, version] = named;
        page.say(words::WITH_ANOTHER, &[id, version, pack.version.clone()]);
    }
    match record.again(pack) {
        Some(Ok(again)) if again.differences.is_empty() => page.say(words::COMES_OUT_SAME, &[]),
        Some(Ok(again)) => {
            page.say(words::COMES_OUT_OTHERWISE, &[again.differences.len().to_string()]);
            let (drawn, rest) = page.cut(&again.differences, MOST_SHOWN);
            let table = table(pack, drawn, page.language());
            page.block(&Block::Table(table));
            page.and_more(rest);
        }
        Some(Err(problems)) => {
            page.say(words::DOES_NOT_FIT, &[]);
            page.problems(&problems);
        }
        None => {}
    }
}

fn table(pack: &Pack, differences: &[Difference], language: Language) -> Table {
    let row = |difference: &Difference| {
        let value = |value| Line::typed(value_said(pack, &difference.at, value, language));
        vec![
            Line::typed(place(pack, &difference.at, language)),
            value(&difference.recorded),
            value(&difference.now),
        ]
    };
    Table {
        caption: None,
        heads: [words::WHAT, words::RECORD_SAYS, words::COMES_OUT_AS]
            .iter()
            .map(|words| Line::words(words.say(language)))
            .collect(),
        rows: differences.iter().map(row).collect(),
    }
}

/// What `result/1` calls by a name, in words; a name that nobody knows stays as it is.
fn place(pack: &Pack, at: &str, language: Language) -> String {
    let words = match at.split_once('/') {
        None if at == "outcome" => common::OUTCOME,
        None if at == "possible" => words::POSSIBLE,
        None if at == "open" => words::OPEN,
        None if at == "flags" => common::FLAGS,
        None if at == "because" => common::DECIDED_BY,
        None if at == "would_change" => common::WOULD_CHANGE,
        Some(("criteria", id)) => return criterion(pack, id, language),
        _ => return at.to_owned(),
    };
    words.say(language).to_owned()
}

fn value_said(pack: &Pack, at: &str, value: &Value, language: Language) -> String {
    let listed = |said: &dyn Fn(&Value) -> String| match value.as_array() {
        Some(list) if list.is_empty() => words::NOTHING.say(language).to_owned(),
        Some(list) => joined(list, said, language),
        None => said(value),
    };
    let name = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match at.split_once('/').map_or(at, |(first, _)| first) {
        _ if value.is_null() => words::NOTHING.say(language).to_owned(),
        "outcome" | "possible" => listed(&|value| outcome(pack, &name(value), language)),
        "open" | "because" => listed(&|value| criterion(pack, &name(value), language)),
        "flags" => listed(&|value| flag(pack, &name(value), language)),
        "criteria" => came_to(&name(value), language),
        "would_change" => listed(&|value| leads(pack, value, language)),
        _ => name(value),
    }
}

/// The start of a list in one line, and how many more there are.
pub(super) fn joined(list: &[Value], said: &dyn Fn(&Value) -> String, language: Language) -> String {
    let (start, rest) = shown(list, MOST_SHOWN);
    let mut said: Vec<String> = start.iter().map(said).collect();
    said.extend(more(rest).map(|more| more.say(language).to_owned()));
    said.join("; ")
}

/// The sentence of an outcome; a name this pack does not have stays as it is.
pub(super) fn outcome(pack: &Pack, name: &str, language: Language) -> String {
    let words = pack.words(name);
    let known = name == crate::screening::NEED_INFORMATION || !std::ptr::eq(words, &raw const pack.undecided);
    if known { words.sentence.say(language).to_owned() } else { name.to_owned() }
}

/// The label of a criterion.
pub(super) fn criterion(pack: &Pack, id: &str, language: Language) -> String {
    match pack.criterion(id) {
        Some(index) => pack.criteria[index].label.say(language).to_owned(),
        None => id.to_owned(),
    }
}

fn flag(pack: &Pack, name: &str, language: Language) -> String {
    let said = pack.flags.iter().find(|flag| flag.id.as_str() == name);
    if let Some(flag) = said {
        return flag.text.say(language).to_owned();
    }
    // A flag of each value is named by the flag and the value.
    let of = |flag: &&crate::pack::Flag| {
        name.strip_prefix(flag.id.as_str()).is_some_and(|rest| rest.starts_with('_'))
    };
    let Some(flag) = pack.flags.iter().find(of) else { return name.to_owned() };
    let value = &name[flag.id.as_str().len() + 1..];
    let label = match &flag.when {
        crate::pack::FlagWhen::Each(fact) => pack
            .question(fact.as_str())
            .and_then(|question| question.kind.choices().iter().find(|choice| choice.value == value))
            .map(|choice| choice.label.say(language)),
        crate::pack::FlagWhen::Rule { .. } => None,
    };
    label.unwrap_or(name).to_owned()
}

/// The name of a criterion's value in words; a level keeps its name.
fn came_to(name: &str, language: Language) -> String {
    let words = match name {
        "yes" => common::YES,
        "no" => common::NO,
        "unknown" => common::UNKNOWN,
        _ => return name.to_owned(),
    };
    words.say(language).to_owned()
}

fn leads(pack: &Pack, value: &Value, language: Language) -> String {
    let set = |set: &Value| {
        let all: Vec<(&String, &Value)> = set.as_object().into_iter().flatten().collect();
        let (start, rest) = shown(&all, MOST_SHOWN);
        let changes = start.iter().map(|(id, value)| {
            let value = came_to(value.as_str().unwrap_or_default(), language);
            [&criterion(pack, id, language), " = ", &value].concat()
        });
        let rest = more(rest).map(|more| more.say(language).to_owned());
        changes.chain(rest).collect::<Vec<_>>().join(" + ")
    };
    let sets = value["sets"].as_array().map(|sets| joined(sets, &set, language));
    let to = outcome(pack, value["outcome"].as_str().unwrap_or_default(), language);
    [&to, " (", &sets.unwrap_or_default(), ")"].concat()
}
