//! One answer in words: the line that every document, explanation and page writes it in.

use crate::block::{Line, Run};
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::say;
use drive_screening_core::pack::Question;

/// An answer in words; text that was typed stays apart, as it has a direction of its own.
pub fn answer_line(question: &Question, answer: &Answer, language: Language) -> Line {
    let text = say(question, answer, language);
    match answer {
        Answer::Known(Value::Text(_)) => Line(vec![Run::Typed(text)]),
        _ => Line::words(text),
    }
}
