//! One answer in words: the line that every document, explanation and page writes it in.

use crate::answers::{Answer, Value};
use crate::document::block::{Line, Run};
use crate::interview::say;
use crate::pack::Question;
use crate::words::Language;

/// An answer in words; text that was typed stays apart, as it has a direction of its own.
pub(crate) fn answer_line(question: &Question, answer: &Answer, language: Language) -> Line {
    let text = say(question, answer, language);
    match answer {
        Answer::Known(Value::Text(_)) => Line(vec![Run::Typed(text)]),
        _ => Line::words(text),
    }
}
