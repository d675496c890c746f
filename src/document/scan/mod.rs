//! Looks through what is written for Part A for what belongs to Part B: whatever Part B holds that names, locates or
//! quotes somebody ([`Identifies`](drive_screening_core::pack::Identifies)), however it is written; and postcodes, phone numbers, e-mail addresses and street
//! addresses of anybody, and words that tell how somebody is kept safe, in English and Welsh.
//!
//! ```text
//! answers of Part B -> KnownIdentifiers (patterns, numbers, days, words in a row)
//! text of Part A -> tokens, in small plain letters -> what of it is known, or looks like an address
//! ```
//!
//! It finds what is or looks like one of these; whether it may stand, the referrer says. `tests/scan.json` bounds both how
//! much it misses and how often it is wrong.

mod address;
mod day;
mod found;
mod known;
mod letters;
mod measures;
mod names;
mod pattern;
mod places;
mod quotes;
mod scripts;
mod sentence;
mod token;
mod words;

use crate::compose::record::{self, ItemContent, RecordItem};
use drive_screening_core::answers::{Answer, Answers, Value};
use drive_screening_core::pack::{FactId, Pack};
use drive_screening_core::screening::Outcome;
pub use found::{Found, IdentifierKind};
pub use known::KnownIdentifiers;
pub(crate) use sentence::sentence;

/// Something in an answer of Part A.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The fact: within a list, that of the entry.
    pub fact: FactId,
    /// The list and the place of the entry in it, from 0.
    pub entry: Option<(FactId, usize)>,
    /// It is in the note on where the answer comes from, not in the answer.
    pub noted: bool,
    /// What was found in it.
    pub found: Found,
}

/// Looks through every text and date that would stand in Part A, in pack order. The outcome must be that of the same
/// pack and answers.
///
/// # Examples
/// ```
/// use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_document::scan::scan;
/// use drive_screening_core::pack::Pack;
/// use drive_screening_core::screening::screen;
///
/// let pack = Pack::builtin("default")?;
/// let sheet = AnswerSheet::parse(
///     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
///         "answers": {"judgement_high": "yes", "judgement_reasons": "Call 01632 960000."}}"#,
/// )?;
/// let answers = sheet.read(&pack)?;
/// let hits = scan(&pack, &answers, &screen(&pack, &answers));
/// assert_eq!(hits[0].fact.as_str(), "judgement_reasons");
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn scan(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Hit> {
    let view = record::PanelView::new(pack, answers, outcome);
    let panel = record::panel(pack, &view, outcome);
    let known = KnownIdentifiers::new(pack, answers);
    let mut hits = Vec::new();
    for section in panel.sections() {
        for item in &section.items {
            match &item.content {
                ItemContent::Entries(_, entries) => {
                    for entry in entries {
                        for inner in &entry.items {
                            look(inner, Some((&item.question.id, entry.index)), &known, &mut hits);
                        }
                    }
                }
                _ => {
                    look(item, None, &known, &mut hits);
                    look_at_note(item, &known, &mut hits);
                }
            }
        }
    }
    hits
}

fn look(
    item: &RecordItem<'_>,
    entry: Option<(&FactId, usize)>,
    known: &KnownIdentifiers,
    hits: &mut Vec<Hit>,
) {
    let ItemContent::Answer(Answer::Known(value)) = item.content else {
        return;
    };
    let found = match value {
        // A professional's own number may stand where it is asked for; what Part B holds may stand nowhere.
        Value::Text(text) => known.look(text, item.question.identifies.is_none()),
        Value::Date(date) if known.is_birth(*date) => {
            vec![Found { kind: IdentifierKind::Birth, known: true, range: 0..date.to_string().len() }]
        }
        _ => return,
    };
    for found in found {
        let entry = entry.map(|(list, number)| (list.clone(), number));
        hits.push(Hit { fact: item.question.id.clone(), entry, noted: false, found });
    }
}

/// The note on where an answer comes from, which stands wherever the answer does.
fn look_at_note(item: &RecordItem<'_>, known: &KnownIdentifiers, hits: &mut Vec<Hit>) {
    let Some(evidence) = item.evidence else {
        return;
    };
    for found in known.look(evidence.note, true) {
        hits.push(Hit { fact: item.question.id.clone(), entry: None, noted: true, found });
    }
}

/// Looks through one text, in which anybody's number or address may be another's. In order; only words that were said
/// may overlap with others.
pub fn scan_text(text: &str, known: &KnownIdentifiers) -> Vec<Found> {
    known.look(text, true)
}
