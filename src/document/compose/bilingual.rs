//! A document in both languages: the two stand together, line by line, and a line that is the same in both stands once.
//!
//! Both are composed by the same rules from the same record, so they have the same blocks in the same order. Where one
//! language groups its words otherwise, as when two labels are the same word in one of them, the blocks stand one after
//! the other: nothing is lost.

use crate::block::{Action, AxisName, BETWEEN, Block, Lane, Line, Row, Run, Table, Timeline};
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::base::words::Language;
use serde_json::Value;

/// Joins the blocks of a document with those of the same document in another language.
pub fn both(language: Language, first: Vec<Block>, other: Vec<Block>) -> Vec<Block> {
    if first.len() != other.len() {
        return one_after_the_other(language, first, other);
    }
    first.into_iter().zip(other).flat_map(|(first, other)| joined(language, first, other)).collect()
}

fn joined(language: Language, first: Block, other: Block) -> Vec<Block> {
    let line = |first, other| line(language, first, other);
    let lines = |first: Vec<Line>, other: Vec<Line>| each(first, other, line);
    let rows = |first: Vec<Row>, other: Vec<Row>| {
        each(first, other, |first, other| Row {
            label: line(first.label, other.label),
            value: if first.value.len() == other.value.len() {
                lines(first.value, other.value)
            } else {
                first
                    .value
                    .into_iter()
                    .chain(other.value.into_iter().map(|value| alone(language, value)))
                    .collect()
            },
        })
    };
    vec![match (first, other) {
        (Block::Marking(first), Block::Marking(other)) => Block::Marking(marking(&first, &other)),
        (Block::Heading(level, first), Block::Heading(_, other)) => Block::Heading(level, line(first, other)),
        (Block::Paragraph(first), Block::Paragraph(other)) => Block::Paragraph(line(first, other)),
        (Block::Verdict(first), Block::Verdict(other)) => Block::Verdict(line(first, other)),
        (Block::Rows(first), Block::Rows(other)) if first.len() == other.len() => {
            Block::Rows(rows(first, other))
        }
        (Block::Summary(first), Block::Summary(other)) if first.len() == other.len() => {
            Block::Summary(rows(first, other))
        }
        (Block::Reasons(first), Block::Reasons(other)) if first.len() == other.len() => {
            Block::Reasons(rows(first, other))
        }
        (Block::List(first), Block::List(other)) if first.len() == other.len() => {
            Block::List(lines(first, other))
        }
        (Block::Tags(first), Block::Tags(other)) if first.len() == other.len() => {
            Block::Tags(lines(first, other))
        }
        (Block::Actions(first), Block::Actions(other)) if first.len() == other.len() => {
            Block::Actions(each(first, other, |first, other| Action {
                urgent: first.urgent,
                act: line(first.act, other.act),
                why: line(first.why, other.why),
            }))
        }
        (Block::Table(first), Block::Table(other)) if first.rows.len() == other.rows.len() => {
            Block::Table(Table {
                caption: first.caption.zip(other.caption).map(|(first, other)| line(first, other)),
                heads: lines(first.heads, other.heads),
                rows: each(first.rows, other.rows, lines),
            })
        }
        // The same events in the same months.
        (Block::Timeline(first), Block::Timeline(other)) => Block::Timeline(Timeline {
            alt: line(first.alt, other.alt),
            day: line(first.day, other.day),
            names: each(first.names, other.names, |first, other| AxisName {
                name: line(first.name, other.name),
                ..first
            }),
            lanes: each(first.lanes, other.lanes, |first, other| Lane {
                label: line(first.label, other.label),
                ..first
            }),
            ..first
        }),
        (Block::Note(title, first), Block::Note(other_title, other)) => Block::Note(
            title.zip(other_title).map(|(first, other)| line(first, other)),
            both(language, first, other),
        ),
        // A code is the same in both.
        (first @ (Block::Code(_) | Block::NewPage), Block::Code(_) | Block::NewPage) => first,
        (first, other) => return one_after_the_other(language, vec![first], vec![other]),
    }]
}

fn each<T>(first: Vec<T>, other: Vec<T>, join: impl Fn(T, T) -> T) -> Vec<T> {
    first.into_iter().zip(other).map(|(first, other)| join(first, other)).collect()
}

fn line(language: Language, first: Line, other: Line) -> Line {
    if first == other {
        return first;
    }
    let mut runs = first.0;
    runs.push(Run::Other(language, other.0));
    Line(runs)
}

/// A line that is in the other language only.
fn alone(language: Language, line: Line) -> Line {
    Line(vec![Run::Other(language, line.0)])
}

fn one_after_the_other(language: Language, first: Vec<Block>, other: Vec<Block>) -> Vec<Block> {
    let other = other.into_iter().map(|block| in_other(language, block));
    first.into_iter().chain(other).collect()
}

/// The block with every line marked as being in the other language.
fn in_other(language: Language, block: Block) -> Block {
    let line = |line| alone(language, line);
    let lines = |lines: Vec<Line>| lines.into_iter().map(line).collect::<Vec<_>>();
    let rows = |rows: Vec<Row>| {
        rows.into_iter().map(|row| Row { label: line(row.label), value: lines(row.value) }).collect()
    };
    match block {
        Block::Heading(level, text) => Block::Heading(level, line(text)),
        Block::Paragraph(text) => Block::Paragraph(line(text)),
        Block::Verdict(text) => Block::Verdict(line(text)),
        Block::Rows(all) => Block::Rows(rows(all)),
        Block::Summary(all) => Block::Summary(rows(all)),
        Block::Reasons(all) => Block::Reasons(rows(all)),
        Block::List(items) => Block::List(lines(items)),
        Block::Tags(tags) => Block::Tags(lines(tags)),
        Block::Actions(actions) => {
            let action = |action: Action| Action { act: line(action.act), why: line(action.why), ..action };
            Block::Actions(actions.into_iter().map(action).collect())
        }
        Block::Table(table) => Block::Table(Table {
            caption: table.caption.map(line),
            heads: lines(table.heads),
            rows: table.rows.into_iter().map(lines).collect(),
        }),
        Block::Timeline(timeline) => Block::Timeline(Timeline {
            alt: line(timeline.alt),
            day: line(timeline.day),
            names: timeline
                .names
                .into_iter()
                .map(|name| AxisName { name: line(name.name), ..name })
                .collect(),
            lanes: timeline.lanes.into_iter().map(|lane| Lane { label: line(lane.label), ..lane }).collect(),
            ..timeline
        }),
        Block::Note(title, blocks) => {
            Block::Note(title.map(line), blocks.into_iter().map(|block| in_other(language, block)).collect())
        }
        block @ (Block::Marking(_) | Block::Code(_) | Block::NewPage) => block,
    }
}

/// The marking in both languages. A Welsh marking mostly says the English one too, and stands for both then.
pub(super) fn marking(first: &str, other: &str) -> String {
    if other.contains(first) {
        other.to_owned()
    } else if first.contains(other) {
        first.to_owned()
    } else {
        [first, BETWEEN, other].concat()
    }
}

/// The values of the data that differ in the other language.
pub(super) fn different_data(data: &Value, other: Value) -> Value {
    let Value::Object(other) = other else { return Value::Null };
    let differs = |(key, value): &(String, Value)| data.get(key) != Some(value);
    Value::Object(gathered(other.into_iter().filter(differs)))
}
