//! The sections of a part as blocks: questions and answers in pack order, with every gap named.

use super::record::{Entry, ItemContent, PartRecord, RecordItem, SectionRecord};
use crate::answer_line::answer_line;
use crate::block::{Block, Line, Row, Table};
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{FactId, Flag, Group, Kind, Pack, Question};

/// Most questions of an entry for which entries make a table; and of one entry alone.
const TABLE_COLUMNS: usize = 5;
const TABLE_COLUMNS_OF_ONE: usize = 3;
/// A longer answer, in letters, stands better across the page, unless there are so many entries that they are compared, not
/// read.
const CELL: usize = 160;
const MANY: usize = 8;
/// How many letters a page holds across, and what is free between columns.
const ACROSS: usize = 84;
const BETWEEN_COLUMNS: usize = 3;
/// From so many questions with the same choices on, their answers make a table.
const ALIKE: usize = 3;

/// What stands in a part whole before its sections, and is not said again.
#[derive(Clone, Copy, Default)]
pub(super) struct Elsewhere<'a> {
    /// Questions whose answers page one has.
    pub(super) page_one: &'a [String],
    /// Lists that the timeline has.
    pub(super) timeline: &'a [FactId],
}

/// The section under its heading: questions that stand alone first, then those with the same choices as a table, then lists. Only
/// the heading where all of it stands elsewhere.
pub(super) fn section(
    section: &SectionRecord<'_>,
    elsewhere: Elsewhere<'_>,
    language: Language,
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, Line::words(section.section.title.say(language)))];
    let is_on_page_one =
        |item: &&RecordItem<'_>| elsewhere.page_one.iter().any(|fact| fact == item.question.id.as_str());
    let mut items: Vec<&RecordItem<'_>> = section.items.iter().filter(|item| !is_on_page_one(item)).collect();
    let matrices = matrices(&mut items, language);
    let (mut first, mut last, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for item in &section.items {
        match &item.content {
            ItemContent::Entries(..) if elsewhere.timeline.contains(&item.question.id) => {}
            ItemContent::Entries(_, entries) if entries.is_empty() => {
                last.push(none_listed(item.question, language));
            }
            ItemContent::Entries(group, entries) => {
                lists.extend(group_blocks(item.question, group, entries, language));
            }
            _ => {}
        }
    }
    if let Some(Block::Rows(rows)) = rows(&items, language) {
        first.extend(rows);
    }
    first.extend(last);
    if !first.is_empty() {
        blocks.push(Block::Rows(first));
    }
    blocks.extend(matrices);
    blocks.extend(lists);
    blocks
}

fn none_listed(question: &Question, language: Language) -> Row {
    Row::new(question.label.say(language), Line::words(words::NONE_LISTED.say(language)))
}

pub(super) fn group_blocks(
    question: &Question,
    group: &Group,
    entries: &[Entry<'_>],
    language: Language,
) -> Vec<Block> {
    if entries.is_empty() {
        return vec![Block::Rows(vec![none_listed(question, language)])];
    }
    if let Some(rows) = named_entries(group, entries, language) {
        let caption = Block::Heading(3, Line::words(question.label.say(language)));
        return vec![caption, Block::Rows(rows)];
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

/// A row an entry, where each is a choice that names it and one answer beside it, as the kind and the number of a record are.
fn named_entries(group: &Group, entries: &[Entry<'_>], language: Language) -> Option<Vec<Row>> {
    let [name, _] = &group.questions[..] else { return None };
    let row = |entry: &Entry<'_>| match &entry.items[..] {
        [first, second] if matches!(name.kind, Kind::Choice(_)) && first.question.id == name.id => {
            let known = matches!(first.content, ItemContent::Answer(Answer::Known(_)));
            known.then(|| Row { label: cell(first, language), value: vec![cell(second, language)] })
        }
        _ => None,
    };
    entries.iter().map(row).collect()
}

/// A table, where each entry is a few questions. What one of them was not asked is blank in it.
fn table(question: &Question, group: &Group, entries: &[Entry<'_>], language: Language) -> Option<Table> {
    let of = |entry: &'_ Entry<'_>, question: &Question| {
        entry.items.iter().position(|item| item.question.id == question.id)
    };
    let is_asked = |question: &&Question| entries.iter().any(|entry| of(entry, question).is_some());
    let columns: Vec<&Question> = group.questions.iter().filter(is_asked).collect();
    let most = if entries.len() > 1 { TABLE_COLUMNS } else { TABLE_COLUMNS_OF_ONE };
    if columns.is_empty() || columns.len() > most {
        return None;
    }
    let is_long = |item: &RecordItem<'_>| cell(item, language).text().chars().count() > CELL;
    if entries.len() < MANY && entries.iter().flat_map(|entry| &entry.items).any(is_long) {
        return None;
    }
    let mut heads = vec![Line::words(words::ENTRY.say(language))];
    heads.extend(columns.iter().map(|column| Line::words(column.label.say(language))));
    let row = |entry: &Entry<'_>| {
        let mut cells = vec![Line::words(entry.number.to_string())];
        cells.extend(columns.iter().map(|column| {
            of(entry, column).map_or_else(Line::default, |at| cell(&entry.items[at], language))
        }));
        cells
    };
    let rows: Vec<Vec<Line>> = entries.iter().map(row).collect();
    if entries.len() < MANY && !is_whole(&heads, &rows) {
        return None;
    }
    Some(Table { caption: Some(Line::words(question.label.say(language))), heads, rows })
}

/// Whether every word stands whole in its column.
fn is_whole(heads: &[Line], rows: &[Vec<Line>]) -> bool {
    let longest = |line: &Line| {
        line.text().split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default()
    };
    let column = |(index, head): (usize, &Line)| {
        let cells = rows.iter().filter_map(|row| row.get(index)).map(longest);
        BETWEEN_COLUMNS + cells.max().unwrap_or_default().max(longest(head))
    };
    heads.iter().enumerate().map(column).sum::<usize>() <= ACROSS
}

/// Takes out the answers to questions that follow one another and have the same choices, each run of them as a table with a
/// column for each choice: what is serious is seen at a glance. None where nothing was answered.
fn matrices(items: &mut Vec<&RecordItem<'_>>, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = Vec::new();
    let alike = |first: &&RecordItem<'_>, second: &&RecordItem<'_>| {
        let choices = first.question.kind.choices();
        let values = |item: &RecordItem<'_>| -> Vec<String> {
            item.question.kind.choices().iter().map(|choice| choice.value.clone()).collect()
        };
        matches!(first.question.kind, Kind::Choice(_))
            && !choices.is_empty()
            && values(first) == values(second)
    };
    for run in items.chunk_by(alike) {
        let is_answer = |item: &&RecordItem<'_>| matches!(item.content, ItemContent::Answer(_));
        let answered: Vec<&RecordItem<'_>> =
            run.iter().copied().filter(|item| is_answer(item) && item.evidence.is_none()).collect();
        if answered.len() < ALIKE || !matches!(run[0].question.kind, Kind::Choice(_)) {
            rest.extend(run);
            continue;
        }
        rest.extend(run.iter().copied().filter(|item| !answered.iter().any(|one| std::ptr::eq(*one, *item))));
        blocks.push(matrix(&answered, language));
    }
    *items = rest;
    blocks
}

/// Answers under the choice that each is; not known has a column where it is an answer.
fn matrix(items: &[&RecordItem<'_>], language: Language) -> Block {
    let choices = items.first().map_or(&[][..], |item| item.question.kind.choices());
    let place = |item: &RecordItem<'_>| match item.content {
        ItemContent::Answer(Answer::Known(Value::Choice(value))) => {
            choices.iter().position(|choice| choice.value == *value).unwrap_or(choices.len())
        }
        _ => choices.len(),
    };
    let mut heads = vec![Line::words(words::QUESTION.say(language))];
    heads.extend(choices.iter().map(|choice| Line::words(choice.label.say(language))));
    if let Some(item) = items.iter().find(|item| place(item) == choices.len()) {
        heads.push(cell(item, language));
    }
    let row = |item: &&RecordItem<'_>| {
        let mut cells = vec![Line::default(); heads.len()];
        cells[0] = Line::words(item.question.label.say(language));
        cells[1 + place(item)] = cell(item, language);
        cells
    };
    let rows = items.iter().map(row).collect();
    Block::Table(Table { caption: None, heads, rows })
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

/// Answered questions in rows; then in one row each those that were answered alike with yes, with no, or with not known, the
/// questions not asked and those not answered. Groups that have entries are left out. None at all if nothing remains.
pub(super) fn rows(items: &[&RecordItem<'_>], language: Language) -> Option<Block> {
    let mut rows = Vec::new();
    let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
    let short = |item: &RecordItem<'_>| match item.content {
        ItemContent::Answer(answer) if item.evidence.is_none() => match answer {
            Answer::Known(Value::YesNo(_)) | Answer::NotKnown => {
                Some(answer_line(item.question, answer, language).text())
            }
            Answer::Known(_) => None,
        },
        _ => None,
    };
    for item in items {
        let Some(answer) = short(item) else { continue };
        let label = item.question.label.say(language);
        match alike.iter_mut().find(|(said, _)| *said == answer) {
            Some((_, labels)) => labels.push(label),
            None => alike.push((answer, vec![label])),
        }
    }
    // One alone is plainer as it is.
    alike.retain(|(_, labels)| labels.len() > 1);
    let [mut not_asked, mut not_answered, mut left_out, mut not_here] = [const { Vec::new() }; 4];
    for item in items {
        let label = item.question.label.say(language);
        match item.content {
            ItemContent::NotAsked => not_asked.push(label),
            ItemContent::NotAnswered => not_answered.push(label),
            ItemContent::LeftOut => left_out.push(label),
            ItemContent::NotHere => not_here.push(label),
            ItemContent::Withheld => rows.push(Row::new(label, Line::words(words::WITHHELD.say(language)))),
            ItemContent::Answer(_)
                if short(item).is_some_and(|answer| alike.iter().any(|(said, _)| *said == answer)) => {}
            ItemContent::Answer(answer) => {
                let mut row = Row::new(label, answer_line(item.question, answer, language));
                let evidence = evidence(item, language);
                if matches!(item.question.kind, Kind::Text | Kind::LongText) {
                    row.value.extend(evidence);
                } else {
                    // On the line of a short answer.
                    let answer = row.value.pop().into_iter();
                    row.value.extend(answer.chain(evidence).reduce(|all, line| all.then(". ").join(line)));
                }
                rows.push(row);
            }
            ItemContent::Entries(..) => {}
        }
    }
    for (answer, labels) in &alike {
        rows.push(Row::new(answer.as_str(), Line::words(labels.join("; "))));
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
