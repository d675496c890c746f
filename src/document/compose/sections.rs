//! The sections of a part as blocks: questions and answers in pack order, with every gap named.

use super::record::{Entry, ItemContent, PartRecord, RecordItem, SectionRecord};
use crate::answer_line::answer_line;
use crate::block::{Block, Line, Row, Table};
use crate::words;
use drive_screening_core::answers::Answer;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Flag, Group, Kind, Pack, Question};

/// Most questions of an entry for which entries make a table.
const TABLE_COLUMNS: usize = 3;
/// From this many entries on, up to so many questions make a table, too: a long list is compared, not read.
const MANY: usize = 8;
const TABLE_COLUMNS_OF_MANY: usize = 5;

/// The section under its heading: questions that stand alone first, then lists.
pub(super) fn section(section: &SectionRecord<'_>, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::words(section.section.title.say(language)))];
    blocks.extend(rows(&section.items.iter().collect::<Vec<_>>(), language));
    for item in &section.items {
        if let ItemContent::Entries(group, entries) = &item.content {
            blocks.extend(group_blocks(item.question, group, entries, language));
        }
    }
    blocks
}

pub(super) fn group_blocks(
    question: &Question,
    group: &Group,
    entries: &[Entry<'_>],
    language: Language,
) -> Vec<Block> {
    if entries.is_empty() {
        let none = Line::words(words::NONE_LISTED.say(language));
        return vec![Block::Rows(vec![Row::new(question.label.say(language), none)])];
    }
    if let Some(table) = table(question, group, entries, language) {
        return vec![Block::Table(table)];
    }
    let mut blocks = Vec::new();
    for entry in entries {
        blocks.push(Block::Heading(3, entry_name(group, entry, language)));
        blocks.extend(rows(&entry.items.iter().collect::<Vec<_>>(), language));
    }
    blocks
}

/// A table, where each entry is a few questions that all were asked.
fn table(question: &Question, group: &Group, entries: &[Entry<'_>], language: Language) -> Option<Table> {
    let first = entries.first()?;
    let columns: Vec<&Question> = first.items.iter().map(|item| item.question).collect();
    let same = |entry: &Entry<'_>| {
        entry.items.iter().map(|item| &item.question.id).eq(columns.iter().map(|q| &q.id))
    };
    let most = if entries.len() < MANY { TABLE_COLUMNS } else { TABLE_COLUMNS_OF_MANY };
    if columns.is_empty() || columns.len() > most || !entries.iter().all(same) {
        return None;
    }
    let item = group.item.say(language);
    let mut heads = vec![Line::words(item)];
    heads.extend(columns.iter().map(|column| Line::words(column.label.say(language))));
    let row = |entry: &Entry<'_>| {
        let mut cells = vec![Line::words(entry.number.to_string())];
        cells.extend(entry.items.iter().map(|item| cell(item, language)));
        cells
    };
    Some(Table {
        caption: Some(Line::words(question.label.say(language))),
        heads,
        rows: entries.iter().map(row).collect(),
    })
}

/// The content of one item, alone.
pub(super) fn cell(item: &RecordItem<'_>, language: Language) -> Line {
    match item.content {
        ItemContent::Answer(answer) => answer_line(item.question, answer, language),
        ItemContent::Withheld => Line::words(words::WITHHELD.say(language)),
        ItemContent::NotAsked => Line::words(words::NOT_ASKED.say(language)),
        ItemContent::NotHere => Line::words(words::NOT_HERE.say(language)),
        ItemContent::LeftOut => Line::words(words::LEFT_OUT.say(language)),
        ItemContent::NotAnswered | ItemContent::Entries(..) => Line::words(words::NOT_ANSWERED.say(language)),
    }
}

/// "Incident 2: 3 May 2026, …", from the items of this part and nothing else.
pub(super) fn entry_name(group: &Group, entry: &Entry<'_>, language: Language) -> Line {
    let named = group.name_by.iter().filter_map(|fact| {
        let item = entry.items.iter().find(|item| item.question.id == *fact)?;
        match item.content {
            ItemContent::Answer(answer @ Answer::Known(_)) => {
                Some(answer_line(item.question, answer, language))
            }
            _ => None,
        }
    });
    let mut line = Line::words(format!("{} {}", group.item.say(language), entry.number));
    for (index, name) in named.enumerate() {
        line = line.then(if index == 0 { ": " } else { ", " }).join(name);
    }
    line
}

/// Answered questions in rows, then in one row each the questions not asked and those not answered. Groups that have
/// entries are left out. None at all if nothing remains.
pub(super) fn rows(items: &[&RecordItem<'_>], language: Language) -> Option<Block> {
    let mut rows = Vec::new();
    let [mut not_asked, mut not_answered, mut left_out, mut not_here] = [const { Vec::new() }; 4];
    for item in items {
        let label = item.question.label.say(language);
        match item.content {
            ItemContent::NotAsked => not_asked.push(label),
            ItemContent::NotAnswered => not_answered.push(label),
            ItemContent::LeftOut => left_out.push(label),
            ItemContent::NotHere => not_here.push(label),
            ItemContent::Withheld => rows.push(Row::new(label, Line::words(words::WITHHELD.say(language)))),
            ItemContent::Answer(answer) => {
                let mut row = Row::new(label, answer_line(item.question, answer, language));
                row.value.extend(evidence(item, language));
                rows.push(row);
            }
            ItemContent::Entries(..) => {}
        }
    }
    let lists = [
        (words::NOT_ASKED_LIST, not_asked),
        (words::NOT_ANSWERED_LIST, not_answered),
        (words::LEFT_OUT_LIST, left_out),
        (words::NOT_HERE, not_here),
    ];
    for (label, labels) in lists.into_iter().filter(|(_, labels)| !labels.is_empty()) {
        rows.push(Row::new(label.say(language), Line::words(labels.join("; "))));
    }
    (!rows.is_empty()).then_some(Block::Rows(rows))
}

/// Where an answer comes from, and the note on it.
fn evidence(item: &RecordItem<'_>, language: Language) -> Vec<Line> {
    let Some(evidence) = item.evidence else { return Vec::new() };
    let mut lines: Vec<Line> = evidence.provenance.line(language).into_iter().map(Line::words).collect();
    if !evidence.note.is_empty() {
        let lead = Line::words([words::EVIDENCE_NOTE.say(language), ": "].concat());
        lines.push(lead.join(Line::typed(evidence.note)));
    }
    lines
}

/// Before all else in the parts that hold them: the answers by which a flag of another part comes first, whose words do not say
/// why.
pub(super) fn why_first<P>(pack: &Pack, record: &PartRecord<'_, P>, language: Language) -> Vec<Block> {
    let raises = |flag: &Flag, question: &Question| flag.first && flag.reads(&question.id, &pack.instruments);
    let mut items = Vec::new();
    for (_, question) in pack.questions() {
        if pack.flags.iter().any(|flag| raises(flag, question)) && !matches!(question.kind, Kind::Group(_)) {
            items.extend(record.item(question.id.as_str()));
        }
    }
    if items.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, Line::words(words::BEFORE_ANY_APPROACH.say(language)))];
    blocks.extend(rows(&items, language));
    blocks
}
