//! Composes the parts of a referral: which answers a part may hold, and the blocks and data that say them.
//!
//! ```text
//! pack + answers + outcome -> record of one part -> sections -> panel | restricted | handling -> blocks
//!                                                -> data                                      -> `referral/1`
//! ```
//!
//! `record` is the one place that sees every answer. All that follows is given the record of its own part, and can
//! write nothing else.

pub mod bilingual;
mod context;
mod data;
mod essentials;
mod handling;
pub(crate) mod page_one;
mod page_one_lengths;
mod page_one_rows;
mod panel;
mod paper;
pub(crate) mod record;
pub(crate) mod record_digest;
mod restricted;
mod sections;
mod since;
mod timeline;

use crate::block::Block;
use crate::composed::{Document, Essential, Stamp};
use crate::explain::panel_reasons::PanelReasons;
use context::Context;
use drive_screening_core::answers::Answers;
use drive_screening_core::interview::Referral;
use drive_screening_core::pack::{Pack, Part};
use drive_screening_core::screening::Outcome;

/// Composes one part. The outcome must be that of the same pack and answers.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_core::base::date::Date;
/// use drive_screening_document::{Stamp, compose, file_name, Format};
/// use drive_screening_core::pack::{Pack, Part};
/// use drive_screening_core::screening::screen;
/// use drive_screening_core::base::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// let made_on = answers.screened_on;
/// let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on, language: Language::Cy };
/// let document = compose(&pack, &answers, &screen(&pack, &answers), Part::Panel, &stamp);
/// assert_eq!(file_name(&document, Format::Pdf), "K7Q2-M9XD-panel.pdf");
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn compose(pack: &Pack, answers: &Answers, outcome: &Outcome, part: Part, stamp: &Stamp) -> Document {
    compose_since(pack, answers, outcome, part, stamp, None)
}

/// The same where the panel was given something of the case before: Part A says what is new since.
pub fn compose_since(
    pack: &Pack,
    answers: &Answers,
    outcome: &Outcome,
    part: Part,
    stamp: &Stamp,
    last: Option<&Referral>,
) -> Document {
    let language = stamp.language;
    let context = Context { pack, screened_on: answers.screened_on, stamp, last };
    let mut composed = in_one_language(&context, answers, outcome, part);
    let marking = &pack.document.marking;
    let other = pack.document.bilingual.then(|| language.other());
    let (blocks, marking) = match other {
        None => {
            let digest = record_digest::add(&mut composed.data);
            composed.blocks.extend(record_digest::blocks(&context, part, &digest));
            (composed.blocks, marking.say(language).to_owned())
        }
        Some(other) => {
            let stamp = &Stamp { language: other, ..stamp.clone() };
            let context_of_other = Context { stamp, ..context };
            let in_other = in_one_language(&context_of_other, answers, outcome, part);
            composed.data["other_language"] = bilingual::different_data(&composed.data, in_other.data);
            let digest = record_digest::add(&mut composed.data);
            let [mut first, mut second] = [composed.blocks, in_other.blocks];
            first.extend(record_digest::blocks(&context, part, &digest));
            second.extend(record_digest::blocks(&context_of_other, part, &digest));
            let marking = bilingual::marking(marking.say(language), marking.say(other));
            (bilingual::both(other, first, second), marking)
        }
    };
    Document {
        part: Some(part),
        made_on: stamp.made_on,
        language,
        other,
        marking,
        reference: stamp.reference.clone(),
        title: pack.part_words(part).title.say(language).to_owned(),
        blocks,
        essentials: composed.essentials,
        data: composed.data,
    }
}

/// Page one of Part A in pieces: what [`compose`] begins that part with.
pub(crate) fn page_one_pieces(
    pack: &Pack,
    answers: &Answers,
    outcome: &Outcome,
    stamp: &Stamp,
    last: Option<&Referral>,
) -> Vec<page_one::Piece> {
    let context = Context { pack, screened_on: answers.screened_on, stamp, last };
    let view = record::PanelView::new(pack, answers, outcome);
    let record = panel_record(&context, &view, outcome);
    page_one::pieces(&context, &record, &PanelReasons::new(pack, &view.implied)).0
}

/// The digests of the answers that Part A shows, by question: what a later one is compared with.
pub fn panel_digests(
    pack: &Pack,
    answers: &Answers,
    outcome: &Outcome,
    reference: &str,
) -> Vec<(String, String)> {
    let view = record::PanelView::new(pack, answers, outcome);
    since::digests(&record::panel(pack, &view, outcome), reference)
}

/// The record of Part A with what is new in it.
fn panel_record<'a>(
    context: &Context<'a>,
    view: &'a record::PanelView,
    outcome: &'a Outcome,
) -> record::PartRecord<'a, record::Panel> {
    let Context { pack, stamp, last, .. } = *context;
    let mut record = record::panel(pack, view, outcome);
    record.own.since = last.map(|last| record::Since::new(pack, &record, &stamp.reference, last));
    record
}

/// A part in one language, before its digest is known.
struct InOneLanguage {
    blocks: Vec<Block>,
    data: serde_json::Value,
    essentials: Vec<Essential>,
}

fn in_one_language(context: &Context<'_>, answers: &Answers, outcome: &Outcome, part: Part) -> InOneLanguage {
    let pack = context.pack;
    match part {
        Part::Panel => {
            let view = record::PanelView::new(pack, answers, outcome);
            let record = panel_record(context, &view, outcome);
            let reasons = PanelReasons::new(pack, &view.implied);
            InOneLanguage {
                data: data::panel(context, &record, &view.implied),
                blocks: panel::blocks(context, &record, &reasons),
                essentials: essentials::of(&record, part),
            }
        }
        Part::Restricted => {
            let record = record::restricted(pack, answers, outcome);
            InOneLanguage {
                data: data::restricted(context, &record),
                blocks: restricted::blocks(context, &record),
                essentials: essentials::of(&record, part),
            }
        }
        Part::Handling => {
            let record = record::handling(pack, answers, outcome);
            InOneLanguage {
                data: data::handling(context, &record),
                blocks: handling::blocks(context, &record),
                essentials: essentials::of(&record, part),
            }
        }
    }
}
