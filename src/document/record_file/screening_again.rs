//! The screening of a record, run again, with every difference in a line.

use super::criteria::NamedCriteria;
use super::names::{criterion, criterion_value, flag, joined, outcome};
use super::record::{Difference, Record};
use super::words;
use crate::block::{Block, Line, Table};
use crate::words as common;
use crate::write::Fragment;
use drive_screening_core::base::shown::{MOST_SHOWN, more, shown};
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use serde_json::Value;

/// Runs the screening of a record again, and writes the differences.
pub(super) fn screening_again(page: &mut Fragment, record: &Record, named: Option<&NamedCriteria>) {
    page.heading(words::AGAIN);
    let version = [record.text("/pack/id").to_owned(), record.text("/pack/version").to_owned()];
    if record.sheet().is_none() {
        return page.say(words::NOT_IN_THIS_PART, &[]);
    }
    let Some(NamedCriteria { pack, same }) = named else {
        return page.say(words::NOT_IN_THIS_COPY, &version);
    };
    if *same {
        page.say(words::WITH_THE_SAME, &version);
    } else {
        let [id, version] = version;
        page.say(words::WITH_ANOTHER, &[id, version, pack.version.clone()]);
    }
    match record.screen_again(pack) {
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

/// A place in `result/1` in words; a name that is not known stays as it is.
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
        "criteria" => criterion_value(&name(value), language),
        "would_change" => listed(&|value| paths(pack, value, language)),
        _ => name(value),
    }
}

fn paths(pack: &Pack, value: &Value, language: Language) -> String {
    let set = |set: &Value| {
        let all: Vec<(&String, &Value)> = set.as_object().into_iter().flatten().collect();
        let (start, rest) = shown(&all, MOST_SHOWN);
        let changes = start.iter().map(|(id, value)| {
            let value = criterion_value(value.as_str().unwrap_or_default(), language);
            [&criterion(pack, id, language), " = ", &value].concat()
        });
        let rest = more(rest).map(|more| more.say(language).to_owned());
        changes.chain(rest).collect::<Vec<_>>().join(" + ")
    };
    let sets = value["sets"].as_array().map(|sets| joined(sets, &set, language));
    let to = outcome(pack, value["outcome"].as_str().unwrap_or_default(), language);
    [&to, " (", &sets.unwrap_or_default(), ")"].concat()
}
