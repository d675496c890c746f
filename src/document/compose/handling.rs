//! Part C, handling and audit: the decisions about the information, and how the screening came out.

use super::context::Context;
use super::record::{Handling, PartRecord};
use super::sections::{self, Elsewhere};
use crate::answer_line::answer_line;
use crate::block::{Block, Line, Row, Table};
use crate::explain::blocks::explanation_blocks;
use crate::explain::known_facts::KnownFacts;
use crate::explain::trace::{Trace, Traced, TracedAnswer, entries_line};
use crate::words;
use drive_screening_core::answers::Answer;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::pack::well_known::HANDLING_NOT_TO;
use drive_screening_core::pack::{Criterion, Part, Test};
use drive_screening_core::screening::RaisedFlag;

pub(super) fn blocks(context: &Context<'_>, record: &PartRecord<'_, Handling<'_>>) -> Vec<Block> {
    let language = context.stamp.language;
    let mut blocks = context.front(Part::Handling, not_to(record, language));
    blocks.extend(context.act_now(record.flags(), |_| true));
    blocks.extend(sections::why_first(context.pack, record, language));
    for section in record.sections() {
        blocks.extend(sections::section(section, Elsewhere::default(), language));
    }
    blocks.push(Block::NewPage);
    blocks.extend(trace(context, &record.own.trace));
    blocks
}

/// Who must not receive it, where whoever sends it on looks first.
fn not_to(record: &PartRecord<'_, Handling<'_>>, language: Language) -> Vec<Row> {
    let Some((question, value)) = record.known(HANDLING_NOT_TO) else { return Vec::new() };
    let answer = answer_line(question, &Answer::Known(value.clone()), language);
    vec![Row::new(question.label.say(language), answer)]
}

fn trace(context: &Context<'_>, trace: &Trace<'_>) -> Vec<Block> {
    let language = context.stamp.language;
    let mut blocks = vec![
        Block::Heading(2, Line::words(words::TRACE.say(language))),
        Block::Rows(summary(context, trace)),
    ];
    blocks.extend(explanation_blocks(&trace.explain(context.pack, language), language));
    blocks.extend(not_confirmed(trace, language));
    blocks.extend(weak(trace, language));
    blocks.extend([
        Block::Heading(3, Line::words(words::CRITERIA.say(language))),
        criteria(context, trace),
        Block::Heading(3, Line::words(words::EVERY_ANSWER.say(language))),
        answers(trace, language),
    ]);
    blocks
}

fn summary(context: &Context<'_>, trace: &Trace<'_>) -> Vec<Row> {
    let language = context.stamp.language;
    let pack = context.pack;
    // The public name of an outcome is for programs: people read the sentence.
    let outcome = vec![Line::words(pack.outcome_text(&trace.outcome.name).sentence.say(language))];
    let flags = flags(context, &trace.flags);
    let row = |label: &Phrase, value: Vec<Line>| Row { label: Line::words(label.say(language)), value };
    let mut rows = vec![
        row(&words::OUTCOME, outcome),
        row(&words::SCREENED_ON, vec![Line::words(trace.screened_on.in_words(language))]),
    ];
    rows.push(row(
        &words::FLAGS,
        if flags.is_empty() { vec![Line::words(words::NO_FLAGS.say(language))] } else { flags },
    ));
    rows
}

/// The texts of the raised flags, one a line; a flag that was raised for several values names them all.
fn flags(context: &Context<'_>, raised: &[&RaisedFlag]) -> Vec<Line> {
    let language = context.stamp.language;
    let said = |group: &[&RaisedFlag]| {
        let text = group.first().map_or("", |first| context.pack.flags[first.flag].text.say(language));
        let values: Vec<&str> = group.iter().filter_map(|raised| context.flag_value(raised)).collect();
        Line::words(if values.is_empty() {
            text.to_owned()
        } else {
            format!("{text}: {}", values.join("; "))
        })
    };
    raised.chunk_by(|a, b| a.flag == b.flag).map(said).collect()
}

fn criteria(context: &Context<'_>, trace: &Trace<'_>) -> Block {
    let language = context.stamp.language;
    let pack = context.pack;
    let row = |(criterion, possible): (&Criterion, &ValueSet)| {
        let value = possible.settled();
        let said = value.map_or(&criterion.unknown, |value| &criterion.says[usize::from(value)]);
        let mut label = criterion.label.say(language).to_owned();
        if !criterion.used {
            label = format!("{label} ({})", words::NOT_USED.say(language));
        }
        let source = pack.source(&criterion.source).map_or("", |source| source.title.say(language));
        vec![
            Line::words(label),
            Line::words(value_words(criterion, value, language)),
            Line::words(said.say(language)),
            Line::words(source),
        ]
    };
    Block::Table(Table {
        caption: None,
        heads: [words::CRITERION, words::CAME_TO, words::IN_WORDS, words::SOURCE]
            .map(|w| Line::words(w.say(language)))
            .to_vec(),
        rows: pack.criteria.iter().zip(&trace.outcome.criteria).map(row).collect(),
    })
}

fn value_words(criterion: &Criterion, value: Option<u8>, language: Language) -> String {
    match (value, &criterion.test) {
        (None, _) => words::UNKNOWN.say(language).to_owned(),
        (Some(0), Test::Rule(_)) => words::NO.say(language).to_owned(),
        (Some(_), Test::Rule(_)) => words::YES.say(language).to_owned(),
        (Some(value), Test::Graded { .. }) => criterion.test.value_name(value).to_owned(),
    }
}

/// The answers that were filled in and that nobody has confirmed.
fn not_confirmed(trace: &Trace<'_>, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (claims, questions) in &trace.claimed {
        if blocks.is_empty() {
            blocks.push(Block::Heading(3, Line::words(words::NOT_CONFIRMED_TITLE.say(language))));
        }
        let text = words::NOT_CONFIRMED.fill(&[claims.from(language)]);
        let labels = questions.iter().map(|question| Line::words(question.label.say(language)));
        blocks.extend([Block::Paragraph(Line::words(text.say(language))), Block::List(labels.collect())]);
    }
    blocks
}

/// The weaknesses of the sources of known answers, and the answers that name no source.
fn weak(trace: &Trace<'_>, language: Language) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut silent = Vec::new();
    for traced in &trace.answers {
        if !traced.question.asks_evidence || !traced.is_known() {
            continue;
        }
        let label = traced.question.label.say(language);
        let Some(provenance) = traced.provenance else {
            silent.push(label);
            continue;
        };
        let weak: Vec<&str> = provenance.weaknesses().iter().map(|words| words.say(language)).collect();
        if !weak.is_empty() {
            let mut row = Row::new(label, Line::words(weak.join(", ")));
            // Without a day, the weakness says it all.
            let line = provenance.line(language).filter(|_| provenance.on.is_some());
            row.value.extend(line.map(Line::words));
            rows.push(row);
        }
    }
    if !silent.is_empty() {
        rows.push(Row::new(words::NOTHING_SAID.say(language), Line::words(silent.join("; "))));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(3, Line::words(words::WEAK_TITLE.say(language))), Block::Rows(rows)]
}

fn answers(trace: &Trace<'_>, language: Language) -> Block {
    let row = |traced: &Traced<'_>| {
        let answer = match &traced.answer {
            TracedAnswer::NotAsked => Line::words(words::NOT_ASKED.say(language)),
            TracedAnswer::Blank => Line::words(words::NOT_ANSWERED.say(language)),
            TracedAnswer::Closed(answer) => answer_line(traced.question, answer, language),
            TracedAnswer::Entries(group, entries) => entries_line(group, entries, language),
            TracedAnswer::Written(part) => Line::words(words::WRITTEN_IN[*part as usize].say(language)),
        };
        let answer = match traced.provenance.and_then(|provenance| provenance.line(language)) {
            Some(line) => answer.then([". ", &line].concat()),
            None => answer,
        };
        vec![Line::words(traced.question.ask.say(language)), answer]
    };
    Block::Table(Table {
        caption: None,
        heads: [words::AS_ASKED, words::ANSWER].map(|w| Line::words(w.say(language))).to_vec(),
        rows: trace.answers.iter().map(row).collect(),
    })
}
