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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;

    fn form() -> Form {
        Form::new(Date::parse("2026-11-21").unwrap())
    }

    fn typed(text: &str) -> FieldInput {
        FieldInput::typed(RawValue::Text(text.to_owned()))
    }

    fn text(form: &Form, field: &Field) -> String {
        match form.get(field).typed {
            RawValue::Text(text) => text,
            other => format!("{other:?}"),
        }
    }

    /// The default pack, where what is kept is asked in this part and as this kind.
    fn keeping(part: Part, kind: &Kind) -> Pack {
        let mut pack = Pack::builtin("default").unwrap();
        let questions = pack.sections.iter_mut().flat_map(|section| &mut section.pages);
        for question in questions.flat_map(|page| &mut page.questions) {
            if question.id.as_str() == KEPT_FROM_PANEL {
                (question.part, question.kind) = (part, kind.clone());
            }
        }
        pack
    }

    #[test]
    fn what_is_kept_is_of_part_b_and_of_many_lines() {
        for (part, kind, kept) in [
            (Part::Restricted, Kind::LongText, true),
            (Part::Restricted, Kind::Text, false),
            (Part::Panel, Kind::LongText, false),
            (Part::Handling, Kind::Text, false),
        ] {
            let pack = keeping(part, &kind);
            assert_eq!(kept_in(&pack).is_some(), kept, "{part:?} {kind:?}");
        }
    }

    /// A note on the source of an answer is moved too, out of the note alone.
    #[test]
    fn a_note_beside_an_answer_is_moved() {
        let pack = Pack::builtin("default").unwrap();
        let id = |fact: &str| FactId::parse(fact).unwrap();
        let (note, to) = (Field::evidence(&id("marac_heard"), &id("note")), Field::of(&id(KEPT_FROM_PANEL)));
        let mut form = form();
        form.put(&note, typed("From Carys, by telephone"));
        assert!(form.keep_from_panel(&pack, &note, 5..10, "Note on the source"));
        assert_eq!(text(&form, &note), "From , by telephone");
        assert_eq!(text(&form, &to), "Note on the source: Carys");
    }

    /// What is kept may be as long as a text may be, and not a character longer.
    #[test]
    fn what_is_kept_fills_its_field_and_no_more() {
        let pack = Pack::builtin("default").unwrap();
        let id = |fact: &str| FactId::parse(fact).unwrap();
        let (from, to) = (Field::of(&id("plan_why_now")), Field::of(&id(KEPT_FROM_PANEL)));
        // A new line, the label, a colon, a space and the word.
        let added = "\nWhy now: Carys".len();
        for (before, moved) in [(Kind::LONG_TEXT_MAX - added, true), (Kind::LONG_TEXT_MAX - added + 1, false)]
        {
            let mut form = form();
            form.put(&from, typed("Carys rang"));
            form.put(&to, typed(&"a".repeat(before)));
            assert_eq!(form.keep_from_panel(&pack, &from, 0..5, "Why now"), moved, "{before}");
            assert_eq!(text(&form, &from), if moved { "rang" } else { "Carys rang" });
        }
    }
}
