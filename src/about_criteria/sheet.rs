//! An example answer sheet in words.

use crate::words;
use drive_screening_core::answers::AnswerSheet;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use drive_screening_document::answer_line;
use drive_screening_document::block::Line;
use serde_json::Value;

/// The answers of a sheet by what they answer, each once; `packs` are tried in turn for the questions.
pub(super) fn in_words(packs: &[&Pack], sheet: &Value, language: Language) -> Line {
    let mut line = Line::default();
    let Some(answers) = sheet["answers"].as_object() else { return line };
    for fact in answers.keys() {
        if !line.0.is_empty() {
            line = line.then("; ");
        }
        line = line.join(answer(packs, sheet, fact, language));
    }
    if line.0.is_empty() { Line::words(words::NO_ANSWER.say(language)) } else { line.then(".") }
}

fn answer(packs: &[&Pack], sheet: &Value, fact: &str, language: Language) -> Line {
    for pack in packs {
        // Alone, because another pack may not ask the rest.
        let mut alone = sheet.clone();
        alone["pack"] = pack.id.as_str().into();
        if let Some(answers) = alone["answers"].as_object_mut() {
            answers.retain(|other, _| other == fact);
        }
        let Some(question) = pack.question(fact) else { continue };
        let read = AnswerSheet::from_json(alone).and_then(|sheet| sheet.read(pack));
        if let Ok(answers) = read
            && let Some(answer) = answers.get(fact)
        {
            let label = format!("{}: ", question.label.say(language));
            return Line::words(label).join(answer_line(question, answer, language));
        }
    }
    Line::words(format!("{fact}: {}", sheet["answers"][fact]))
}
