//! The documents: Part A, B and C, each composed once into a tree of [`block`]s and written in several formats.
//!
//! ```text
//! pack + answers + outcome -> record of one part -> blocks and data -> html | json | txt | docx | pdf
//! ```
//!
//! [`compose`] decides *what* is said; writers decide only how it looks. The day, the reference and the language come
//! with the [`Stamp`]: there is no clock and no randomness here, so the same input makes the same bytes.
//!
//! Invariant: each answer belongs to one part. A part is composed from a record of that part alone, so what belongs to
//! Part B cannot reach Part A by mistake, nor can anything be told from Part A of what it was: see `record.rs`. Free text is
//! never in two parts. The exceptions are the children's ages (in Part A, as whole years without names) and the closed
//! answers of the screening (in Part C, which audits it).
//!
//! Nothing here is written to the perpetrator, and nothing says that anyone was taken on: a panel decides.

pub mod about;
mod bilingual;
pub mod block;
#[cfg(feature = "compose")]
pub mod covered;
#[cfg(feature = "export")]
mod docx;
mod evidence;
mod explained;
#[cfg(feature = "export")]
mod file_words;
#[cfg(feature = "export")]
pub mod files;
mod findings;
mod handling;
pub mod html;
mod json;
#[cfg(feature = "compose")]
mod look;
pub mod opened;
#[cfg(feature = "compose")]
mod packed;
mod panel;
#[cfg(feature = "export")]
mod pdf;
mod provenance;
mod reasons;
mod record;
mod restricted;
#[cfg(feature = "compose")]
mod run_job;
#[cfg(feature = "compose")]
pub mod scan;
mod seal;
mod sections;
mod text;
mod trace;
pub mod verify;
mod vital;
mod words;
#[cfg(feature = "export")]
mod zipped;

pub use crate::protocol::Format;
pub use explained::{Explained, LeadsSaid, OpenSaid, ReasonSaid, explained, explained_json};
#[cfg(feature = "compose")]
pub use look::part_a_problems;
pub use provenance::freshness;
pub use reasons::reasons_html;
#[cfg(feature = "compose")]
pub use run_job::{ExportRequest, JobResult, OutputFile, run_job};
pub use vital::Vital;

use crate::answers::Answers;
use crate::date::Date;
use crate::pack::{FlagWhen, Pack, Part};
use crate::screening::{Outcome, Raised};
use crate::words::Language;
use block::{Action, Block, Line, Row};

/// The program and its version, as documents name it.
pub const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// The sheet of every HTML document: light, small and with nothing from elsewhere. The page's own sheet can include
/// it too, so that a preview looks as the file does.
pub const STYLE: &str = include_str!("document.css");

/// What a document is stamped with, given by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// A random reference that says nothing about the case, such as `K7Q2-M9XD`.
    pub reference: String,
    /// The day the document is made.
    pub made_on: Date,
    /// The language it is written in. What people typed stays as they typed it.
    pub language: Language,
}

/// One part, composed.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Which part it is.
    pub part: Part,
    /// The language it is written in.
    pub language: Language,
    /// The language that stands beside it, where the pack asks for both.
    pub other: Option<Language>,
    /// The protective marking.
    pub marking: String,
    /// The random reference.
    pub reference: String,
    /// The day it was made.
    pub made_on: Date,
    /// The title of the part.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// What of it is shown whole or not at all.
    pub vital: Vec<Vital>,
    /// The same as data: `referral/1`, with its own digest in it.
    pub data: serde_json::Value,
}

/// Composes one part. The outcome must be that of the same pack and answers.
pub fn compose(pack: &Pack, answers: &Answers, outcome: &Outcome, part: Part, stamp: &Stamp) -> Document {
    let context = Context { pack, screened_on: answers.screened_on, stamp };
    let (mut blocks, mut data, vital) = composed(&context, answers, outcome, part);
    let marking = &pack.document.marking;
    let other = pack.document.bilingual.then(|| stamp.language.other());
    let marking = match other {
        None => {
            let digest = seal::put(&mut data);
            blocks.extend(seal::blocks(&context, part, &digest));
            marking.say(stamp.language).to_owned()
        }
        Some(language) => {
            let stamp = &Stamp { language, ..stamp.clone() };
            let beside = Context { stamp, ..context };
            let (mut other_blocks, other_data, _) = composed(&beside, answers, outcome, part);
            data["other_language"] = bilingual::said_otherwise(&data, other_data);
            let digest = seal::put(&mut data);
            blocks.extend(seal::blocks(&context, part, &digest));
            other_blocks.extend(seal::blocks(&beside, part, &digest));
            blocks = bilingual::both(language, blocks, other_blocks);
            bilingual::marking(marking.say(language.other()), marking.say(language))
        }
    };
    Document {
        part,
        made_on: stamp.made_on,
        language: stamp.language,
        other,
        marking,
        reference: stamp.reference.clone(),
        title: pack.part_words(part).title.say(stamp.language).to_owned(),
        blocks,
        vital,
        data,
    }
}

/// What a part says in one language, and the same as data, neither with its digest yet; and what is shown whole.
fn composed(
    context: &Context<'_>,
    answers: &Answers,
    outcome: &Outcome,
    part: Part,
) -> (Vec<Block>, serde_json::Value, Vec<Vital>) {
    let pack = context.pack;
    match part {
        Part::Panel => {
            let view = record::PanelView::new(pack, answers, outcome);
            let record = record::panel(pack, &view, outcome);
            let findings = findings::Findings::new(pack, &view.implied);
            let data = json::panel(context, &record, &view.implied);
            (panel::compose(context, &record, &findings), data, vital::of(&record, part))
        }
        Part::Restricted => {
            let record = record::restricted(pack, answers, outcome);
            let data = json::restricted(context, &record);
            (restricted::compose(context, &record), data, vital::of(&record, part))
        }
        Part::Handling => {
            let record = record::handling(pack, answers, outcome);
            let data = json::handling(context, &record);
            (handling::compose(context, &record), data, vital::of(&record, part))
        }
    }
}

/// The name of a document's file: the reference and the part, such as `K7Q2-M9XD-panel.html`, and nothing that was
/// answered. Anything in the reference but ASCII letters, digits and `-` is left out.
pub fn file_name(document: &Document, format: Format) -> String {
    format!("{}-{}.{}", safe(&document.reference), document.part.name(), format.name())
}

/// The name of a file that holds all three parts, such as `K7Q2-M9XD.zip`.
pub fn zip_name(reference: &str) -> String {
    format!("{}.zip", safe(reference))
}

fn safe(reference: &str) -> String {
    reference.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Writes a document as text, whole. `None` for the formats that are not text: those need fonts and the feature
/// `documents`.
pub fn write_text(document: &Document, format: Format) -> Option<String> {
    match format {
        Format::Html => Some(html::page(document, STYLE)),
        Format::Json => Some(json::write(document)),
        Format::Text => Some(text::write(document)),
        Format::Docx | Format::Pdf => None,
    }
}

/// What every part is composed with.
#[derive(Clone, Copy)]
struct Context<'a> {
    pack: &'a Pack,
    screened_on: Date,
    stamp: &'a Stamp,
}

/// How every part begins: marking, what it is, whom it is for, what must not be done with it, and which case.
fn front(context: &Context<'_>, part: Part, case: Vec<Row>) -> Vec<Block> {
    let stamp = context.stamp;
    let language = stamp.language;
    let part = context.pack.part_words(part);
    let readers = format!("{} {}", words::READERS.say(language), part.readers.say(language));
    let made =
        format!("{}, {} {}", stamp.reference, words::MADE_ON.say(language), stamp.made_on.in_words(language));
    let mut rows = vec![Row::new(words::REFERENCE.say(language), Line::words(made))];
    rows.extend(case);
    vec![
        Block::Marking(context.pack.document.marking.say(language).to_owned()),
        Block::Heading(1, Line::words(part.title.say(language))),
        Block::Paragraph(Line::words(part.holds.say(language))),
        Block::Note(
            None,
            vec![
                Block::Paragraph(Line::words(readers)),
                Block::Paragraph(Line::words(part.care.say(language))),
            ],
        ),
        Block::Rows(rows),
    ]
}

/// What the raised flags ask to be done, urgent first.
fn actions(context: &Context<'_>, raised: &[&Raised]) -> Vec<Action> {
    let language = context.stamp.language;
    let action = |raised: &&Raised| {
        let flag = &context.pack.flags[raised.flag];
        let act = Line::words(flag.act.as_ref()?.say(language));
        Some(Action { urgent: flag.urgent, act, why: Line::words(flag.text.say(language)) })
    };
    let (mut actions, later): (Vec<Action>, Vec<Action>) =
        raised.iter().filter_map(action).partition(|action| action.urgent);
    actions.extend(later);
    actions
}

/// The words of the value a flag was raised for.
fn flag_value<'a>(context: &Context<'a>, raised: &Raised) -> Option<&'a str> {
    let FlagWhen::Each(fact) = &context.pack.flags[raised.flag].when else {
        return None;
    };
    let value = raised.value.as_ref()?;
    let question = context.pack.question(fact.as_str())?;
    let choice = question.kind.choices().iter().find(|choice| choice.value == *value)?;
    Some(choice.label.say(context.stamp.language))
}
