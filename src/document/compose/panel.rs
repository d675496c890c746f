//! Part A, the panel pack. Page one is complete in itself; everything after it is reference.

use super::context::{Context, is_of_marker};
use super::page_one::{self, Remaining};
use super::page_one_rows::{ages, by_who};
use super::record::{Panel, PartRecord};
use super::sections::{self, Elsewhere};
use super::timeline;
use crate::block::{Block, Line};
use crate::explain::panel_reasons::{Besides, PanelReasons, Settled};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Part;
use drive_screening_core::pack::well_known::CHILDREN;
use drive_screening_core::screening::Act;

pub(super) fn blocks(
    context: &Context<'_>,
    record: &PartRecord<'_, Panel>,
    reasons: &PanelReasons<'_>,
) -> Vec<Block> {
    let language = context.stamp.language;
    let (mut blocks, remaining, on_page_one) = page_one::blocks(context, record, reasons);
    blocks.push(Block::NewPage);
    blocks.push(Block::Note(
        Some(Line::words(words::BEFORE_SHARING.say(language))),
        vec![Block::Paragraph(Line::words(context.pack.part_words(Part::Panel).care.say(language)))],
    ));
    blocks.extend(record.own.since.iter().flat_map(|since| since.blocks(context)));
    let (timeline, in_timeline) = timeline::blocks(context, record);
    let elsewhere = Elsewhere { page_one: &on_page_one, timeline: &in_timeline };
    blocks.extend(timeline);
    blocks.extend(in_full(context, reasons, record, &remaining));
    // Page one has said what is urgent.
    let is_left = |act: &Act<'_>| {
        !act.flag.urgent
            && remaining.contains(if is_of_marker(act) { &Remaining::MarkerActs } else { &Remaining::Acts })
    };
    blocks.extend(context.act_now(record.flags(), is_left));
    blocks.extend(still_open(reasons, language));
    let is_on_page_one = |fact: &str| on_page_one.iter().any(|whole| whole == fact);
    let mut ages = ages(record, language).filter(|_| !is_on_page_one(CHILDREN));
    let mut not_again = (!(on_page_one.is_empty() && in_timeline.is_empty()))
        .then(|| Block::Paragraph(Line::words(words::NOT_AGAIN.say(language))));
    for section in record.sections() {
        let mut own = sections::section(section, elsewhere, language);
        if own.len() == 1 {
            continue;
        }
        if let Some(not_again) = not_again.take() {
            own.insert(1, not_again);
        }
        blocks.extend(own);
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

/// The reasons with every figure, what else was looked at, and what page one left out of what is to be done.
fn in_full(
    context: &Context<'_>,
    reasons: &PanelReasons<'_>,
    record: &PartRecord<'_, Panel>,
    remaining: &[Remaining],
) -> Vec<Block> {
    let language = context.stamp.language;
    let weighed = reasons.weighed(record, context.screened_on, language);
    let mut blocks = Vec::new();
    if remaining.contains(&Remaining::Reasons) {
        blocks.push(Block::Reasons(weighed.deciding));
    }
    // By their labels: a dozen sentences that say nothing is wrong would fill the page.
    let labels = |settled: Vec<Settled<'_>>| -> Vec<String> {
        settled.iter().map(|settled| settled.criterion.label.say(language).to_owned()).collect()
    };
    let lines = [
        (words::RESTS_ON_WEAK, weighed.weak),
        (words::BESIDES, weighed.besides.iter().map(Besides::with_facts).collect()),
        (words::MET, labels(weighed.met)),
        (words::CLEAR, labels(weighed.clear)),
        (
            words::WHY_ACT,
            if remaining.contains(&Remaining::WhyActs) {
                context.why_act(record.flags())
            } else {
                Vec::new()
            },
        ),
    ];
    for (lead, sentences) in lines {
        if !sentences.is_empty() {
            let text = format!("{} {}.", lead.say(language), sentences.join("; "));
            blocks.push(Block::Paragraph(Line::words(text)));
        }
    }
    if remaining.contains(&Remaining::Asked) {
        let document = &context.pack.document;
        let title = [words::ASKED_OF.say(language), document.panel.say(language)].join(": ");
        blocks.push(Block::Paragraph(Line::words([&title, ". ", document.asked.say(language)].concat())));
    }
    if !blocks.is_empty() {
        blocks.insert(0, heading(words::IN_FULL.say(language)));
    }
    blocks
}

/// Who could tell what is not known.
fn still_open(reasons: &PanelReasons<'_>, language: Language) -> Vec<Block> {
    if reasons.open.is_empty() {
        return Vec::new();
    }
    vec![heading(words::WHO_COULD_TELL.say(language)), Block::Rows(by_who(&reasons.open, language))]
}
