//! The contents of a record, in its own language and as recorded: nothing of it is worked out again.

use super::criteria::NamedCriteria;
use super::names::{criterion, joined, outcome};
use super::record::Record;
use super::words;
use crate::block::{Block, Line, Row, Table};
use crate::words as common;
use crate::write::Fragment;
use drive_screening_core::base::shown::{MOST_ROWS, more, shown};
use drive_screening_core::base::words::Language;
use serde_json::Value;
use std::collections::HashMap;

pub(super) fn contents(page: &mut Fragment, record: &Record, named: Option<&NamedCriteria>) {
    page.heading(words::CONTENTS);
    page.say(words::READ_ONLY, &[]);
    let language = Language::from_tag(record.text("/language")).unwrap_or(page.language());
    page.in_language(language, |page| {
        page.block(&Block::Marking(record.text("/marking").to_owned()));
        result(page, &record.data["result"], named, language);
        let (sections, rest) = page.cut(list(&record.data["sections"]), MOST_ROWS);
        for section in sections {
            page.block(&Block::Heading(3, Line::typed(text(section, "title"))));
            answers(page, list(&section["answers"]), language);
        }
        page.and_more(rest);
        if let Some(ages) = record.data.get("children_ages") {
            let age = |age: &Value| match age {
                Value::Null => common::AGE_NOT_KNOWN.say(language).to_owned(),
                age => age.to_string(),
            };
            let ages = joined(list(ages), &age, language);
            page.rows(vec![Row::new(common::AGES.say(language), Line::typed(ages))]);
        }
        trace(page, &record.data["trace"], language);
    });
}

/// The outcome of the screening. Its words are in the criteria, as far as this copy has them.
fn result(page: &mut Fragment, result: &Value, named: Option<&NamedCriteria>, language: Language) {
    let Some(name) = result["outcome"].as_str() else { return };
    let said = named.map_or_else(|| name.to_owned(), |named| outcome(&named.pack, name, language));
    page.block(&Block::Verdict(Line::typed(said)));
    let label = |id: &Value| {
        let id = id.as_str().unwrap_or_default();
        named.map_or_else(|| id.to_owned(), |named| criterion(&named.pack, id, language))
    };
    let mut rows = Vec::new();
    for (words, key) in [(common::DECIDED_BY, "because"), (words::OPEN, "open")] {
        let labels = list(&result[key]);
        if !labels.is_empty() {
            rows.push(Row::new(words.say(language), Line::typed(joined(labels, &label, language))));
        }
    }
    if !rows.is_empty() {
        page.rows(rows);
    }
}

/// Answers as rows, and questions without one in one row for each reason; entries of a group below them, each on its own.
fn answers(page: &mut Fragment, answers: &[Value], language: Language) {
    let (groups, plain): (Vec<&Value>, Vec<&Value>) =
        answers.iter().partition(|answer| answer.get("entries").is_some());
    if !plain.is_empty() {
        page.rows(rows(plain, language));
    }
    let (groups, left_out) = page.cut(&groups, MOST_ROWS);
    for group in groups {
        let (entries, rest) = page.cut(list(&group["entries"]), MOST_ROWS);
        for entry in entries {
            let title = Line::typed(format!("{} {}", text(group, "label"), entry["number"]));
            let rows = rows(list(&entry["answers"]).iter(), language);
            let (drawn, rest) = page.cut(&rows, MOST_ROWS);
            page.block(&Block::Note(Some(title), vec![Block::Rows(drawn.to_vec())]));
            page.and_more(rest);
        }
        page.and_more(rest);
    }
    page.and_more(left_out);
}

fn rows<'a>(answers: impl IntoIterator<Item = &'a Value>, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    // By the words in place of an answer, in the order of the file.
    let mut without: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for answer in answers {
        if !answer["answer"].is_null() || answer.get("evidence").is_some() {
            rows.push(row(answer, "label", language));
            continue;
        }
        let said = text(answer, "said");
        let place = *places.entry(said).or_insert(without.len());
        if place == without.len() {
            without.push((said, Vec::new()));
        }
        without[place].1.push(text(answer, "label"));
    }
    rows.extend(without.into_iter().map(|(said, labels)| Row {
        label: Line::typed(said),
        value: vec![Line::typed(in_one_line(&labels, language))],
    }));
    rows
}

/// Names in one line, as many as an honest record may have.
fn in_one_line(labels: &[&str], language: Language) -> String {
    let (start, rest) = shown(labels, MOST_ROWS);
    let more = more(rest).map(|more| more.say(language).to_owned());
    start.iter().map(|label| (*label).to_owned()).chain(more).collect::<Vec<_>>().join("; ")
}

/// One answer, and where it comes from.
fn row(answer: &Value, label: &str, language: Language) -> Row {
    let mut value = vec![Line::typed(text(answer, "said"))];
    if let Some(evidence) = answer.get("evidence") {
        let from = [common::COMES_FROM.say(language), ": "].concat();
        value.push(Line::words(from).join(Line::typed(text(evidence, "said"))));
        let note = text(evidence, "note");
        if !note.is_empty() {
            value.push(Line::typed(note));
        }
    }
    Row { label: Line::typed(text(answer, label)), value }
}

/// Every criterion and every answer of the screening, which Part C holds.
fn trace(page: &mut Fragment, trace: &Value, language: Language) {
    if trace.is_null() {
        return;
    }
    page.block(&Block::Heading(3, Line::words(common::CRITERIA.say(language))));
    let heads = [common::CRITERION, common::CAME_TO, common::IN_WORDS];
    let row = |one: &Value| ["label", "value", "said"].map(|key| Line::typed(text(one, key))).to_vec();
    let (criteria, rest) = page.cut(list(&trace["criteria"]), MOST_ROWS);
    page.block(&Block::Table(Table {
        caption: None,
        heads: heads.iter().map(|words| Line::words(words.say(language))).collect(),
        rows: criteria.iter().map(row).collect(),
    }));
    page.and_more(rest);
    page.block(&Block::Heading(3, Line::words(common::EVERY_ANSWER.say(language))));
    page.rows(list(&trace["answers"]).iter().map(|answer| self::row(answer, "asked", language)).collect());
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
