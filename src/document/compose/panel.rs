//! Part A, the panel pack. Page one is complete in itself; everything after it is reference.

use super::context::Context;
use super::record::{Panel, PartRecord};
use super::sections;
use crate::answer_line::answer_line;
use crate::block::{Block, Line, Row};
use crate::explain::known_facts::KnownFacts;
use crate::explain::panel_reasons::{PanelReasons, Settled};
use crate::words;
use drive_screening_core::answers::{Answer, Chosen, Value};
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::well_known::{
    CHILDREN, PERPETRATOR_DATE_OF_BIRTH, PERPETRATOR_NAME, REFERRER_AGENCY, REFERRER_NAME, REFERRER_ROLE,
};
use drive_screening_core::pack::{Criterion, FactId, FlagWhen, Part, Question};

pub(super) fn blocks(
    context: &Context<'_>,
    record: &PartRecord<'_, Panel>,
    reasons: &PanelReasons<'_>,
) -> Vec<Block> {
    let language = context.stamp.language;
    let mut blocks = context.front(Part::Panel, case(context, record));
    blocks.extend(context.first(record.flags()));
    blocks.extend(verdict(reasons, record, language));
    blocks.extend(because(context, reasons, record));
    blocks.extend(markers(context, record));
    blocks.extend(act_now(context, record));
    blocks.push(heading(&format!(
        "{}: {}",
        words::ASKED_OF.say(language),
        context.pack.document.panel.say(language)
    )));
    blocks.push(Block::Paragraph(Line::words(context.pack.document.asked.say(language))));
    // Last, as it may be long: everything the panel must see stands above it.
    blocks.extend(still_open(reasons, record, language));
    blocks.push(Block::NewPage);
    let mut ages = ages(record, language);
    for section in record.sections() {
        blocks.extend(sections::section(section, language));
        if section.items.iter().any(|item| item.question.id.as_str() == CHILDREN)
            && let Some(Block::Rows(rows)) = blocks.last_mut()
        {
            rows.extend(ages.take());
        }
    }
    blocks.extend(ages.map(|row| Block::Rows(vec![row])));
    blocks
}

fn heading(text: &str) -> Block {
    Block::Heading(2, Line::words(text))
}

/// Who the case is about and who refers it.
fn case(context: &Context<'_>, record: &PartRecord<'_, Panel>) -> Vec<Row> {
    let language = context.stamp.language;
    let mut rows = Vec::new();
    let typed = |fact: &str| match record.known(fact) {
        Some((_, Value::Text(text))) => Some(Line::typed(text.clone())),
        _ => None,
    };
    if let Some(mut name) = typed(PERPETRATOR_NAME) {
        if let Some((_, Value::Date(born))) = record.known(PERPETRATOR_DATE_OF_BIRTH) {
            name = name.then(format!(", {} {}", words::BORN.say(language), born.in_words(language)));
        }
        rows.push(Row::new(words::PERSON.say(language), name));
    }
    let referrer: Vec<Line> =
        [REFERRER_NAME, REFERRER_ROLE, REFERRER_AGENCY].into_iter().filter_map(typed).collect();
    if !referrer.is_empty() {
        rows.push(Row {
            label: Line::words(words::REFERRED_BY.say(language)),
            value: vec![commas(referrer)],
        });
    }
    rows
}

fn commas(lines: Vec<Line>) -> Line {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |all, line| all.then(", ").join(line))
}

fn verdict(reasons: &PanelReasons<'_>, record: &PartRecord<'_, Panel>, language: Language) -> Vec<Block> {
    let outcome = reasons.pack.outcome_text(reasons.name);
    let mut blocks = vec![
        Block::Verdict(Line::words(outcome.sentence.say(language))),
        Block::Paragraph(Line::words(outcome.meaning.say(language))),
    ];
    if !reasons.settled {
        blocks.push(Block::Paragraph(Line::words(words::COULD_BE.say(language))));
        let sentences = reasons
            .possible
            .iter()
            .map(|name| Line::words(reasons.pack.outcome_text(name).sentence.say(language)));
        blocks.push(Block::List(sentences.collect()));
    }
    if record.own.despite {
        blocks.push(Block::Note(None, vec![Block::Paragraph(Line::words(words::DESPITE.say(language)))]));
    }
    blocks
}

fn because(context: &Context<'_>, reasons: &PanelReasons<'_>, record: &PartRecord<'_, Panel>) -> Vec<Block> {
    let language = context.stamp.language;
    let weighed = reasons.weighed(record, context.screened_on, language);
    let mut blocks = Vec::new();
    if !weighed.deciding.is_empty() {
        blocks.push(Block::Reasons(weighed.deciding));
    }
    if !weighed.weak.is_empty() {
        let text = format!("{} {}.", words::RESTS_ON_WEAK.say(language), weighed.weak.join("; "));
        blocks.push(Block::Paragraph(Line::words(text)));
    }
    // By their labels: a dozen sentences that say nothing is wrong would fill the page.
    let labels = |settled: Vec<Settled<'_>>| -> Vec<String> {
        settled.iter().map(|settled| settled.criterion.label.say(language).to_owned()).collect()
    };
    let lines = [
        (words::BESIDES, weighed.besides),
        (words::MET, labels(weighed.met)),
        (words::CLEAR, labels(weighed.clear)),
    ];
    for (lead, sentences) in lines {
        if !sentences.is_empty() {
            let text = format!("{} {}.", lead.say(language), sentences.join("; "));
            blocks.push(Block::Paragraph(Line::words(text)));
        }
    }
    if !reasons.follows {
        blocks.push(Block::Paragraph(Line::words(words::RESTS_ON_OTHER_PARTS.say(language))));
    }
    if !blocks.is_empty() {
        let title = if reasons.settled { words::BECAUSE } else { words::SO_FAR };
        blocks.insert(0, heading(title.say(language)));
    }
    blocks
}

/// The sets that raise a flag for each of their values: the values present, or that none is, or that it is not known.
fn markers(context: &Context<'_>, record: &PartRecord<'_, Panel>) -> Vec<Block> {
    let language = context.stamp.language;
    let mut blocks = Vec::new();
    for flag in context.pack.flags.iter().filter(|flag| flag.part == Part::Panel) {
        let FlagWhen::Each(fact) = &flag.when else {
            continue;
        };
        let Some(question) =
            context.pack.question(fact.as_str()).filter(|question| question.part == Part::Panel)
        else {
            continue;
        };
        blocks.push(heading(question.label.say(language)));
        blocks.push(match record.known(fact.as_str()) {
            Some((question, Value::Set(present))) if !present.is_empty() => {
                Block::Tags(tags(question, present, language))
            }
            Some((question, value)) => {
                Block::Paragraph(answer_line(question, &Answer::Known(value.clone()), language))
            }
            None => Block::Paragraph(match record.item(fact.as_str()) {
                Some(item) => sections::cell(item, language),
                None => Line::words(words::NOT_ASKED.say(language)),
            }),
        });
        blocks.extend(apart_from(context, record, fact, language));
    }
    blocks
}

fn tags(question: &Question, chosen: &Chosen, language: Language) -> Vec<Line> {
    let chosen = question.kind.choices().iter().filter(|choice| chosen.contains(&choice.value));
    chosen.map(|choice| Line::words(choice.label.say(language))).collect()
}

/// What of a set nobody could check, said apart from what is not there.
fn apart_from(
    context: &Context<'_>,
    record: &PartRecord<'_, Panel>,
    fact: &FactId,
    language: Language,
) -> Option<Block> {
    let mut questions = context.pack.questions();
    let (_, question) = questions.find(|(_, question)| question.apart_from.as_ref() == Some(fact))?;
    match record.known(question.id.as_str())? {
        (question, Value::Set(chosen)) if !chosen.is_empty() => {
            let label = [question.label.say(language), ": "].concat();
            Some(Block::Paragraph(Line::words(label).join(semicolons(tags(question, chosen, language)))))
        }
        _ => None,
    }
}

fn semicolons(lines: Vec<Line>) -> Line {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |all, line| all.then("; ").join(line))
}

fn act_now(context: &Context<'_>, record: &PartRecord<'_, Panel>) -> Vec<Block> {
    let language = context.stamp.language;
    let blocks = context.act_now(record.flags());
    if !blocks.is_empty() {
        return blocks;
    }
    let nothing = Block::Paragraph(Line::words(words::NOTHING_TO_ACT_ON.say(language)));
    vec![heading(words::ACT_NOW.say(language)), nothing]
}

fn still_open(reasons: &PanelReasons<'_>, record: &PartRecord<'_, Panel>, language: Language) -> Vec<Block> {
    let mut blocks = vec![heading(words::STILL_OPEN.say(language))];
    let mut also = Vec::new();
    if reasons.open.is_empty() && reasons.settled {
        also.push(words::NOTHING_OPEN.say(language).to_owned());
    } else if reasons.open.is_empty() {
        also.push(words::OPEN_IN_OTHER_PARTS.say(language).to_owned());
    } else {
        blocks.push(Block::Paragraph(Line::words(words::WHO_COULD_TELL.say(language))));
        blocks.push(Block::Rows(by_who(&reasons.open, language)));
    }
    let missing = record.missing();
    if missing > 0 {
        also.push(format!(
            "{} {missing} ({}).",
            words::MISSING.say(language),
            words::MISSING_WHERE.say(language)
        ));
    }
    if !also.is_empty() {
        blocks.push(Block::Paragraph(Line::words(also.join(" "))));
    }
    blocks
}

/// The unknowns, under the person or agency that could tell, so that each is asked once.
fn by_who(open: &[&Criterion], language: Language) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for criterion in open {
        let who = Line::words(criterion.who.say(language));
        let unknown = Line::words(criterion.unknown.say(language));
        match rows.iter_mut().find(|row| row.label == who) {
            Some(row) => row.value.push(unknown),
            None => rows.push(Row { label: who, value: vec![unknown] }),
        }
    }
    rows
}

/// The children's ages: nothing else about them is in Part A.
fn ages(record: &PartRecord<'_, Panel>, language: Language) -> Option<Row> {
    let ages = record.own.ages.as_ref().filter(|ages| !ages.is_empty())?;
    let age = |age: &Option<u32>| match age {
        None => words::AGE_NOT_KNOWN.say(language).to_owned(),
        Some(0) => words::UNDER_ONE.say(language).to_owned(),
        Some(years) => years.to_string(),
    };
    let value = vec![
        Line::words(ages.iter().map(age).collect::<Vec<_>>().join(", ")),
        Line::words(words::ONLY_AGES.say(language)),
    ];
    Some(Row { label: Line::words(words::AGES.say(language)), value })
}
