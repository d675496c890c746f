//! The answers that a document shows whole or not at all: typed text that names, locates or reaches a person.
//!
//! A mark in the place of a letter does no harm in an account; in a name, a number or a way to make contact it can send
//! somebody to the wrong person. So a format that cannot hold one of these holds nothing of the part.

use super::record::{ItemContent, PartRecord, RecordItem};
use crate::composed::Essential;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::Localized;
use drive_screening_core::pack::{Kind, Part};

/// Every one-line answer of the part, and all that was typed in Part B, as a name can stand anywhere in that.
pub(super) fn of<P>(record: &PartRecord<'_, P>, part: Part) -> Vec<Essential> {
    let mut found = Vec::new();
    for item in record.sections().iter().flat_map(|section| &section.items) {
        if let ItemContent::Entries(group, entries) = &item.content {
            for entry in entries {
                let numbered = |name: &str| [name, " ", &entry.number.to_string(), ": "].concat();
                let lead = Localized::new(numbered(&group.item.en), numbered(&group.item.cy));
                found.extend(entry.items.iter().filter_map(|item| essential(item, part, &lead)));
            }
        } else {
            found.extend(essential(item, part, &Localized::default()));
        }
    }
    found
}

fn essential(item: &RecordItem<'_>, part: Part, lead: &Localized) -> Option<Essential> {
    let ItemContent::Answer(Answer::Known(Value::Text(text))) = item.content else { return None };
    let account = matches!(item.question.kind, Kind::LongText);
    if account && part != Part::Restricted {
        return None;
    }
    let label = &item.question.label;
    let label = Localized::new([&*lead.en, &*label.en].concat(), [&*lead.cy, &*label.cy].concat());
    Some(Essential { label, text: text.clone(), account })
}
