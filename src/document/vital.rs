//! What a document shows whole or not at all: typed answers that name, locate or reach a person.
//!
//! A mark in the place of a letter does no harm in an account; in a name, a number or a way to make contact it can send
//! somebody to the wrong person. So a format that cannot hold one of these holds nothing of the part.

use super::record::{Held, Holds, PartRecord};
use crate::answers::{Answer, Value};
use crate::pack::{Kind, Part};
use crate::words::Text;

/// An answer that is shown whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vital {
    /// The field, such as "Victim-survivor 2: Name": nothing that was typed.
    pub label: Text,
    /// What was typed.
    pub text: String,
    /// It is an account in which such things stand: then its letters and digits count, not its other signs.
    pub account: bool,
}

/// Every one-line answer of the part, and all that was typed in Part B, as a name can stand anywhere in that.
pub(super) fn of<P>(record: &PartRecord<'_, P>, part: Part) -> Vec<Vital> {
    let mut found = Vec::new();
    for held in record.sections().iter().flat_map(|section| &section.held) {
        if let Holds::Entries(group, entries) = &held.holds {
            for entry in entries {
                let item = |item: &str| [item, " ", &entry.number.to_string(), ": "].concat();
                let lead = Text::new(item(&group.item.en), item(&group.item.cy));
                found.extend(entry.held.iter().filter_map(|held| vital(held, part, &lead)));
            }
        } else {
            found.extend(vital(held, part, &Text::default()));
        }
    }
    found
}

fn vital(held: &Held<'_>, part: Part, lead: &Text) -> Option<Vital> {
    let Holds::Answer(Answer::Known(Value::Text(text))) = held.holds else { return None };
    let account = matches!(held.question.kind, Kind::LongText);
    if account && part != Part::Restricted {
        return None;
    }
    let label = &held.question.label;
    let label = Text::new([&*lead.en, &*label.en].concat(), [&*lead.cy, &*label.cy].concat());
    Some(Vital { label, text: text.clone(), account })
}
