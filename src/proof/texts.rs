//! Texts that read the same in both languages, as one does that was copied and never translated. Loading already
//! refuses a text that is missing in a language.

use super::{Finding, Severity, Subject};
use crate::problem::one_line;
use crate::words::Words;
use serde_json::Value;

/// Names are the same in both languages; whoever writes more words than these has written a sentence.
const WORDS_OF_A_NAME: usize = 3;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    walk(subject.whole, "", findings);
}

fn walk(json: &Value, at: &str, findings: &mut Vec<Finding>) {
    let step = |step: &str| if at.is_empty() { step.to_owned() } else { format!("{at}/{step}") };
    match json {
        Value::Object(map) => {
            if let (2, Some(Value::String(en)), Some(Value::String(cy))) =
                (map.len(), map.get("en"), map.get("cy"))
                && en.trim() == cy.trim()
                && en.split_whitespace().count() > WORDS_OF_A_NAME
            {
                findings.push(Finding::new(
                    Severity::Note,
                    "text-untranslated",
                    at,
                    Words::of(
                        "the text is the same in English and Welsh: \"{0}\"",
                        "mae'r testun yr un fath yn Gymraeg ac yn Saesneg: \"{0}\"",
                    ),
                    Words::of("translate it, if it is not a name", "cyfieithwch ef, os nad enw ydyw"),
                    &[&one_line(en, 100)],
                ));
            }
            for (key, value) in map {
                walk(value, &step(&one_line(key, 64)), findings);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                let name = value.get("id").and_then(Value::as_str).filter(|id| id.len() <= 64);
                walk(value, &step(&name.map_or(index.to_string(), str::to_owned)), findings);
            }
        }
        _ => {}
    }
}
