//! Looks through what is written for Part A for what belongs to Part B: whatever Part B holds that names, locates or
//! quotes somebody ([`Identifies`](crate::pack::Identifies)), however it is written; and postcodes, phone numbers, e-mail addresses and street
//! addresses of anybody, in English and Welsh.
//!
//! ```text
//! answers of Part B -> Known (patterns, numbers, days, words in a row)
//! text of Part A -> tokens, in small plain letters -> what of it is known, or looks like an address
//! ```
//!
//! It finds what is or looks like one of these; whether it may stand, the referrer says. `tests/scan.json` bounds both how
//! much it misses and how often it is wrong.

mod address;
mod day;
mod known;
mod letters;
mod names;
mod pattern;
mod places;
mod quotes;
mod scripts;
mod sentence;
mod token;
mod words;

use super::record::{self, Held, Holds};
use crate::answers::{Answer, Answers, Value};
use crate::pack::{FactId, Pack};
use crate::screening::Outcome;
use crate::words::Words;
pub use known::Known;
pub(super) use sentence::sentence;
use std::ops::Range;

/// What something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Looks {
    /// The name of a victim-survivor, a child or somebody near them, as it stands in Part B.
    Name,
    /// A home, a school or another place of Part B.
    Place,
    /// A postcode.
    Postcode,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street, or a flat or room of a house.
    Address,
    /// A date of birth of Part B.
    Birth,
    /// A code word of Part B.
    CodeWord,
    /// Several words in a row of Part B.
    Words,
}

impl Looks {
    /// The public name: `name`, `place`, `postcode`, `phone`, `email`, `address`, `birth`, `code-word`, `words`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "place",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Birth => "birth",
            Self::CodeWord => "code-word",
            Self::Words => "words",
        }
    }

    /// The code of the problem that such a thing stands in Part A.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "part-a-name",
            Self::Place => "part-a-place",
            Self::Postcode => "part-a-postcode",
            Self::Phone => "part-a-phone",
            Self::Email => "part-a-email",
            Self::Address => "part-a-address",
            Self::Birth => "part-a-birth",
            Self::CodeWord => "part-a-code-word",
            Self::Words => "part-a-words",
        }
    }
}

/// Something in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub looks: Looks,
    /// Part B holds it. Otherwise it only looks like something that may belong there.
    pub known: bool,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

impl Found {
    /// What to tell the referrer.
    pub fn words(&self) -> Words {
        match (self.looks, self.known) {
            (Looks::Name, _) => Words::of("This is a name from Part B", "Mae hwn yn enw o Ran B"),
            (Looks::Place, _) => Words::of("This is a place from Part B", "Mae hwn yn lle o Ran B"),
            (Looks::Birth, _) => {
                Words::of("This is a date of birth from Part B", "Mae hwn yn ddyddiad geni o Ran B")
            }
            (Looks::CodeWord, _) => {
                Words::of("This is a code word from Part B", "Mae hwn yn air cod o Ran B")
            }
            (Looks::Words, _) => {
                Words::of("These words also stand in Part B", "Mae'r geiriau hyn hefyd yn Rhan B")
            }
            (Looks::Postcode, true) => {
                Words::of("This is a postcode from Part B", "Mae hwn yn god post o Ran B")
            }
            (Looks::Phone, true) => {
                Words::of("This is a phone number from Part B", "Mae hwn yn rhif ffôn o Ran B")
            }
            (Looks::Email, true) => {
                Words::of("This is an e-mail address from Part B", "Mae hwn yn gyfeiriad e-bost o Ran B")
            }
            (Looks::Address, true) => {
                Words::of("This is an address from Part B", "Mae hwn yn gyfeiriad o Ran B")
            }
            (Looks::Postcode, false) => {
                Words::of("This looks like a postcode", "Mae hwn yn edrych fel cod post")
            }
            (Looks::Phone, false) => {
                Words::of("This looks like a phone number", "Mae hwn yn edrych fel rhif ffôn")
            }
            (Looks::Email, false) => {
                Words::of("This looks like an e-mail address", "Mae hwn yn edrych fel cyfeiriad e-bost")
            }
            (Looks::Address, false) => {
                Words::of("This looks like an address", "Mae hwn yn edrych fel cyfeiriad")
            }
        }
    }
}

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
/// use drive_screening::answers::AnswerSheet;
/// use drive_screening::document::scan::scan;
/// use drive_screening::pack::Pack;
/// use drive_screening::screening::screen;
///
/// let pack = Pack::builtin("default")?;
/// let sheet = AnswerSheet::parse(
///     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
///         "answers": {"judgement_high": "yes", "judgement_reasons": "Call 01632 960000."}}"#,
/// )?;
/// let answers = sheet.read(&pack)?;
/// let hits = scan(&pack, &answers, &screen(&pack, &answers));
/// assert_eq!(hits[0].fact.as_str(), "judgement_reasons");
/// # Ok::<(), Vec<drive_screening::problem::Problem>>(())
/// ```
pub fn scan(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Hit> {
    let view = record::PanelView::new(pack, answers, outcome);
    let panel = record::panel(pack, &view, outcome);
    let known = Known::new(pack, answers);
    let mut hits = Vec::new();
    for section in panel.sections() {
        for held in &section.held {
            match &held.holds {
                Holds::Entries(_, entries) => {
                    for entry in entries {
                        for inner in &entry.held {
                            look(inner, Some((&held.question.id, entry.number - 1)), &known, &mut hits);
                        }
                    }
                }
                _ => {
                    look(held, None, &known, &mut hits);
                    look_beside(held, &known, &mut hits);
                }
            }
        }
    }
    hits
}

fn look(held: &Held<'_>, entry: Option<(&FactId, usize)>, known: &Known, hits: &mut Vec<Hit>) {
    let Holds::Answer(Answer::Known(value)) = held.holds else {
        return;
    };
    let found = match value {
        // A professional's own number may stand where it is asked for; what Part B holds may stand nowhere.
        Value::Text(text) => known.look(text, held.question.identifies.is_none()),
        Value::Date(date) if known.is_birth(*date) => {
            vec![Found { looks: Looks::Birth, known: true, range: 0..date.to_string().len() }]
        }
        _ => return,
    };
    for found in found {
        let entry = entry.map(|(list, number)| (list.clone(), number));
        hits.push(Hit { fact: held.question.id.clone(), entry, noted: false, found });
    }
}

/// The note on where an answer comes from, which stands wherever the answer does.
fn look_beside(held: &Held<'_>, known: &Known, hits: &mut Vec<Hit>) {
    let Some(beside) = held.beside else {
        return;
    };
    for found in known.look(beside.note, true) {
        hits.push(Hit { fact: held.question.id.clone(), entry: None, noted: true, found });
    }
}

/// Looks through one text, in which anybody's number or address may be another's. In order; only words that were said
/// may overlap with others.
pub fn scan_text(text: &str, known: &Known) -> Vec<Found> {
    known.look(text, true)
}
