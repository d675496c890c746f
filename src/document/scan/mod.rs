//! Looks through what is written for Part A for what belongs to Part B: names of victim-survivors and children as they
//! are typed there, postcodes, phone numbers, e-mail addresses and street addresses, in English and Welsh.
//!
//! It finds what looks like one of these; whether it is, the referrer says. `tests/scan.json` bounds both how much it
//! misses and how often it is wrong.

mod address;
mod name;
mod token;

use super::record::{self, Held, Holds, PartRecord};
use crate::answers::{Answer, Answers, Value};
use crate::pack::{FactId, Pack, Question};
use crate::screening::Outcome;
use crate::words::Words;
pub use name::Name;
use std::ops::Range;
use token::tokens;

/// Where a name of a person at risk stands, besides what names an entry of a list.
const OTHER_NAMES: &str = "_other_names";
/// Facts that say by themselves whose name, number or address they hold: that of a professional, or of the perpetrator.
const OF_OTHERS: [&str; 12] = [
    "referrer_",
    "referral_",
    "reference_number",
    "perpetrator_name",
    "perpetrator_other_",
    "dash_completed_by",
    "tool_",
    "probation_officer",
    "priority_score",
    "disruption_lead",
    "whereabouts_phone",
    "custody_prison",
];
/// Facts that hold where the perpetrator is: of these only the names of others are looked at.
const OWN_PLACE: &str = "whereabouts_";
/// The facts that hold the perpetrator's own names, which a victim-survivor or child may share.
const PERPETRATOR: [&str; 2] = ["perpetrator_name", "perpetrator_other_names"];

/// What something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// The name of a victim-survivor, a child or another person at risk, as it stands in Part B.
    Name,
    /// A postcode.
    Postcode,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street, or a flat or room of a house.
    Address,
}

impl Looks {
    /// The public name: `name`, `postcode`, `phone`, `email`, `address`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
        }
    }

    /// What to tell the referrer.
    pub fn words(self) -> Words {
        match self {
            Self::Name => Words { en: "This is a name from Part B", cy: "Mae hwn yn enw o Ran B" },
            Self::Postcode => {
                Words { en: "This looks like a postcode", cy: "Mae hwn yn edrych fel cod post" }
            }
            Self::Phone => {
                Words { en: "This looks like a phone number", cy: "Mae hwn yn edrych fel rhif ffôn" }
            }
            Self::Email => Words {
                en: "This looks like an e-mail address",
                cy: "Mae hwn yn edrych fel cyfeiriad e-bost",
            },
            Self::Address => {
                Words { en: "This looks like an address", cy: "Mae hwn yn edrych fel cyfeiriad" }
            }
        }
    }
}

/// What to do about a hit.
pub const MOVE_IT: Words = Words {
    en: "Move it to Part B, or say that it names or locates no victim-survivor or child",
    cy: "Symudwch ef i Ran B, neu dywedwch nad yw'n enwi nac yn lleoli unrhyw ddioddefwr-goroeswr na phlentyn",
};

/// Something in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub looks: Looks,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
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

/// Looks through every text that would stand in Part A, in pack order. The outcome must be that of the same pack and
/// answers.
pub fn scan(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Hit> {
    let view = record::PanelView::new(pack, answers, outcome);
    let panel = record::panel(pack, &view, outcome);
    let names = names(pack, answers, outcome);
    let mut hits = Vec::new();
    for section in panel.sections() {
        for held in &section.held {
            match &held.holds {
                Holds::Entries(_, entries) => {
                    for entry in entries {
                        for inner in &entry.held {
                            look(inner, Some((&held.question.id, entry.number - 1)), &names, &mut hits);
                        }
                    }
                }
                _ => {
                    look(held, None, &names, &mut hits);
                    look_beside(held, &names, &mut hits);
                }
            }
        }
    }
    hits
}

fn look(held: &Held<'_>, entry: Option<(&FactId, usize)>, names: &[Name], hits: &mut Vec<Hit>) {
    let Some(text) = text(held) else {
        return;
    };
    let fact = held.question.id.as_str();
    for start in OF_OTHERS {
        if fact.starts_with(start) {
            return;
        }
    }
    for found in scan_text(text, names) {
        if found.looks == Looks::Name || !fact.starts_with(OWN_PLACE) {
            let entry = entry.map(|(list, number)| (list.clone(), number));
            hits.push(Hit { fact: held.question.id.clone(), entry, noted: false, found });
        }
    }
}

/// The note on where an answer comes from, which stands wherever the answer does.
fn look_beside(held: &Held<'_>, names: &[Name], hits: &mut Vec<Hit>) {
    let Some(beside) = held.beside else {
        return;
    };
    for found in scan_text(beside.note, names) {
        hits.push(Hit { fact: held.question.id.clone(), entry: None, noted: true, found });
    }
}

/// Looks through one text. What is found is in order and does not overlap.
pub fn scan_text(text: &str, names: &[Name]) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let rest = &tokens[index..];
        let hit = address::email(rest)
            .map(|count| (Looks::Email, count))
            .or_else(|| address::postcode(rest).map(|count| (Looks::Postcode, count)))
            .or_else(|| address::phone(rest).map(|count| (Looks::Phone, count)))
            .or_else(|| name::name(rest, names).map(|count| (Looks::Name, count)))
            .or_else(|| address::street(rest).map(|count| (Looks::Address, count)));
        match hit {
            Some((looks, count)) => {
                let range = rest[0].start..rest[count - 1].end;
                found.push(Found { looks, range });
                index += count;
            }
            None => index += 1,
        }
    }
    found
}

/// The names of people at risk as Part B holds them, without what the perpetrator shares.
fn names(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Name> {
    let mut shared = Vec::new();
    for fact in PERPETRATOR {
        if let Some(Value::Text(text)) = answers.known(fact) {
            shared.push(text.as_str());
        }
    }
    let mut names = Vec::new();
    let record: PartRecord<'_, _> = record::restricted(pack, answers, outcome);
    for section in record.sections() {
        for held in &section.held {
            let Holds::Entries(group, entries) = &held.holds else {
                continue;
            };
            for inner in entries.iter().flat_map(|entry| &entry.held) {
                if is_name(inner.question, &group.name_by)
                    && let Some(text) = text(inner)
                {
                    names.extend(Name::new(text, &shared));
                }
            }
        }
    }
    names
}

fn is_name(question: &Question, name_by: &[FactId]) -> bool {
    let id = question.id.as_str();
    id.ends_with(OTHER_NAMES) || (name_by.contains(&question.id) && id.ends_with("_name"))
}

fn text<'a>(held: &Held<'a>) -> Option<&'a str> {
    match held.holds {
        Holds::Answer(Answer::Known(Value::Text(text))) => Some(text),
        _ => None,
    }
}
