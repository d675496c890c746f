//! Part B, the restricted annex: whoever is at risk, with safe contact before anything else.

use super::context::Context;
use super::record::{Entry, ItemContent, PartRecord, RecordItem, Restricted, SectionRecord};
use super::sections::{self, Elsewhere};
use crate::block::{Block, Line};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::well_known::{
    VICTIM_CODE_WORD, VICTIM_SAFE_CONTACT, VICTIM_SAFE_PEOPLE, VICTIM_SAFE_PHONE, VICTIM_UNSAFE_PEOPLE,
};
use drive_screening_core::pack::{Group, Kind, Part, Question};

/// The facts that make contact safe.
const SAFE_CONTACT: [&str; 5] =
    [VICTIM_SAFE_PHONE, VICTIM_SAFE_CONTACT, VICTIM_CODE_WORD, VICTIM_SAFE_PEOPLE, VICTIM_UNSAFE_PEOPLE];

pub(super) fn blocks(context: &Context<'_>, record: &PartRecord<'_, Restricted>) -> Vec<Block> {
    let language = context.stamp.language;
    let mut blocks = context.front(Part::Restricted, Vec::new());
    blocks.extend(safe_contact(record, language));
    blocks.extend(context.act_now(record.flags(), |_| true));
    blocks.extend(sections::why_first(context.pack, record, language));
    // People first: whoever opens this looks for a person. Facts of other sections follow in pack order.
    for section in record.sections().iter().filter(|section| is_about_people(section)) {
        blocks.push(Block::Heading(2, Line::words(section.section.title.say(language))));
        for item in &section.items {
            if let ItemContent::Entries(group, entries) = &item.content {
                blocks.extend(people(item.question, group, entries, language));
            }
        }
        blocks.extend(sections::rows(&section.items.iter().collect::<Vec<_>>(), language));
    }
    for section in record.sections().iter().filter(|section| !is_about_people(section)) {
        blocks.extend(sections::section(section, Elsewhere::default(), language));
    }
    blocks
}

/// Whether a list of this part stands in the section: victim-survivors, children, others at risk.
fn is_about_people(section: &SectionRecord<'_>) -> bool {
    section
        .items
        .iter()
        .any(|item| item.question.part == Part::Restricted && matches!(item.question.kind, Kind::Group(_)))
}

/// How each person can be reached safely, before all else.
fn safe_contact(record: &PartRecord<'_, Restricted>, language: Language) -> Vec<Block> {
    let mut notes = Vec::new();
    for item in record.sections().iter().flat_map(|section| &section.items) {
        let ItemContent::Entries(group, entries) = &item.content else { continue };
        for entry in entries {
            let safe: Vec<&RecordItem<'_>> =
                entry.items.iter().filter(|item| is_safe_contact(item)).collect();
            if let Some(rows) = sections::rows(&safe, language) {
                notes.push(Block::Note(Some(sections::entry_name(group, entry, language)), vec![rows]));
            }
        }
    }
    if !notes.is_empty() {
        let care = Block::Paragraph(Line::words(words::SAFE_CONTACT_CARE.say(language)));
        notes.splice(0..0, [Block::Heading(2, Line::words(words::SAFE_CONTACT.say(language))), care]);
    }
    notes
}

fn people(question: &Question, group: &Group, entries: &[Entry<'_>], language: Language) -> Vec<Block> {
    if entries.iter().flat_map(|entry| &entry.items).any(is_safe_contact) {
        entries.iter().flat_map(|entry| person(group, entry, language)).collect()
    } else {
        sections::group_blocks(question, group, entries, language)
    }
}

fn is_safe_contact(item: &RecordItem<'_>) -> bool {
    SAFE_CONTACT.contains(&item.question.id.as_str())
}

/// A person, but for how to reach them, which stands above all else.
fn person(group: &Group, entry: &Entry<'_>, language: Language) -> Vec<Block> {
    let rest: Vec<&RecordItem<'_>> = entry.items.iter().filter(|item| !is_safe_contact(item)).collect();
    let mut blocks = vec![Block::Heading(3, sections::entry_name(group, entry, language))];
    blocks.extend(sections::rows(&rest, language));
    blocks
}
