//! Taking something out of Part A and keeping it in Part B.

use super::entry::{Field, FieldInput, RawValue};
use super::form::Form;
use crate::answers::{Answer, Value};
use crate::pack::well_known::KEPT_FROM_PANEL;
use crate::pack::{FactId, Kind, Pack, Part};
use std::ops::Range;

/// Where what was taken out of Part A is kept, if a pack asks for it as Part B's and of many lines.
pub fn kept_in(pack: &Pack) -> Option<&FactId> {
    let question = pack.question(KEPT_FROM_PANEL)?;
    (question.part == Part::Restricted && matches!(question.kind, Kind::LongText)).then_some(&question.id)
}

impl Form {
    /// Takes a piece, in bytes of its answer, out of a text and puts it under the last line of what is [`kept_in`]
    /// Part B, with the label of the text before it. False, and nothing changed, where that cannot be: the text is
    /// another by now, or what is kept would be too long.
    pub fn keep_from_panel(&mut self, pack: &Pack, from: &Field, piece: Range<usize>, label: &str) -> bool {
        let question = match from.evidence_of() {
            Some(_) => pack.evidence.questions.iter().find(|question| question.id == from.fact),
            None => pack.question(from.fact.as_str()),
        };
        let (Some(question), Some(to)) = (question, kept_in(pack)) else { return false };
        let Ok(Some(Answer::Known(Value::Text(text)))) = self.read(question, from) else { return false };
        let (Some(taken), Some(before), Some(after)) =
            (text.get(piece.clone()), text.get(..piece.start), text.get(piece.end..))
        else {
            return false;
        };
        let to = Field::of(to);
        let mut kept = match self.get(&to).typed {
            RawValue::Text(kept) => kept,
            _ => String::new(),
        };
        if !kept.trim().is_empty() {
            kept.push('\n');
        }
        kept.push_str(&[label, ": ", taken.trim()].concat());
        if taken.trim().is_empty() || kept.chars().count() > Kind::LONG_TEXT_MAX {
            return false;
        }
        let stays = [before, after].concat();
        let stays = stays.trim();
        let entry = if stays.is_empty() {
            FieldInput::default()
        } else {
            FieldInput::typed(RawValue::Text(stays.to_owned()))
        };
        self.put(from, entry);
        self.put(&to, FieldInput::typed(RawValue::Text(kept)));
        true
    }
}
