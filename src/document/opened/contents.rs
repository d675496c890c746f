//! What a record says, in its own language and as it was recorded: nothing of it is worked out again.

use super::again::{criterion, outcome};
use super::{Held, words};
use crate::document::about::Fragment;
use crate::document::block::{Block, Line, Row, Table};
use crate::document::verify::Record;
use crate::document::words as common;
use crate::words::Language;
use serde_json::Value;

pub(super) fn contents(page: &mut Fragment, record: &Record, held: Option<&Held>) {
    page.heading(words::CONTENTS);
    page.say(words::READ_ONLY, &[]);
    let language = Language::from_tag(record.text("/language")).unwrap_or(page.language());
    page.in_language(language, |page| {
        page.block(&Block::Marking(record.text("/marking").to_owned()));
        result(page, &record.data["result"], held, language);
        for section in list(&record.data["sections"]) {
            page.block(&Block::Heading(3, Line::typed(text(section, "title"))));
            answers(page, list(&section["answers"]), language);
        }
        if let Some(ages) = record.data.get("children_ages") {
            let age = |age: &Value| match age {
                Value::Null => common::AGE_NOT_KNOWN.say(language).to_owned(),
                age => age.to_string(),
            };
            let ages = list(ages).iter().map(age).collect::<Vec<_>>().join(", ");
            page.rows(vec![Row::new(common::AGES.say(language), Line::typed(ages))]);
        }
        trace(page, &record.data["trace"], language);
    });
}

/// What the screening came to. Its words are in the criteria, as far as this copy has them.
fn result(page: &mut Fragment, result: &Value, held: Option<&Held>, language: Language) {
    let Some(name) = result["outcome"].as_str() else { return };
    let said = held.map_or_else(|| name.to_owned(), |held| outcome(&held.pack, name, language));
    page.block(&Block::Verdict(Line::typed(said)));
    let label = |id: &Value| {
        let id = id.as_str().unwrap_or_default();
        held.map_or_else(|| id.to_owned(), |held| criterion(&held.pack, id, language))
    };
    let mut rows = Vec::new();
    for (words, key) in [(common::DECIDED_BY, "because"), (words::OPEN, "open")] {
        let labels: Vec<String> = list(&result[key]).iter().map(label).collect();
        if !labels.is_empty() {
            rows.push(Row::new(words.say(language), Line::typed(labels.join("; "))));
        }
    }
    if !rows.is_empty() {
        page.rows(rows);
    }
}

/// Answers as rows, and what has none in one row for each reason; entries of a group below them, each on its own.
fn answers(page: &mut Fragment, answers: &[Value], language: Language) {
    let (groups, plain): (Vec<&Value>, Vec<&Value>) =
        answers.iter().partition(|answer| answer.get("entries").is_some());
    if !plain.is_empty() {
        page.rows(rows(plain, language));
    }
    for group in groups {
        for entry in list(&group["entries"]) {
            let title = Line::typed(format!("{} {}", text(group, "label"), entry["number"]));
            let rows = rows(list(&entry["answers"]).iter(), language);
            page.block(&Block::Note(Some(title), vec![Block::Rows(rows)]));
        }
    }
}

fn rows<'a>(answers: impl IntoIterator<Item = &'a Value>, language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut without: Vec<(&str, Vec<&str>)> = Vec::new();
    for answer in answers {
        if !answer["answer"].is_null() || answer.get("evidence").is_some() {
            rows.push(row(answer, "label", language));
            continue;
        }
        let said = text(answer, "said");
        match without.iter_mut().find(|(same, _)| *same == said) {
            Some((_, labels)) => labels.push(text(answer, "label")),
            None => without.push((said, vec![text(answer, "label")])),
        }
    }
    rows.extend(
        without.into_iter().map(|(said, labels)| Row {
            label: Line::typed(said),
            value: vec![Line::typed(labels.join("; "))],
        }),
    );
    rows
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
    page.block(&Block::Table(Table {
        caption: None,
        heads: heads.iter().map(|words| Line::words(words.say(language))).collect(),
        rows: list(&trace["criteria"]).iter().map(row).collect(),
    }));
    page.block(&Block::Heading(3, Line::words(common::EVERY_ANSWER.say(language))));
    page.rows(list(&trace["answers"]).iter().map(|answer| self::row(answer, "asked", language)).collect());
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}
