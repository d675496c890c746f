//! Texts that read the same in both languages, as one does that was copied and never translated, and texts that decide or
//! predict, which a screening does not. Loading already refuses a text that is missing in a language.

use super::findings::Findings;
use super::findings::{Finding, Severity};
use super::subject::Subject;
use drive_screening_core::base::text::one_line;
use drive_screening_core::base::words::Phrase;
use serde_json::Value;

/// Names are the same in both languages; whoever writes more words than these has written a sentence.
const WORDS_OF_A_NAME: usize = 3;

/// Words of somebody who decides or predicts: a panel decides, and nobody predicts. The start of a word is enough.
const DECIDES: [&str; 14] = [
    "eligible",
    "ineligible",
    "accepted",
    "rejected",
    "approved",
    "is high risk",
    "predict",
    "likelihood",
    "guarantee",
    "yn gymwys",
    "anghymwys",
    "rhagweld",
    "tebygolrwydd",
    "gwarantu",
];

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    walk(subject.whole, "", findings);
}

fn walk(json: &Value, at: &str, findings: &mut Findings) {
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
                    Phrase::of(
                        "the text is the same in English and Welsh: \"{0}\"",
                        "mae'r testun yr un fath yn Gymraeg ac yn Saesneg: \"{0}\"",
                    ),
                    Phrase::of("translate it, if it is not a name", "cyfieithwch ef, os nad enw ydyw"),
                    &[&one_line(en, 100)],
                ));
            }
            if let (Some(Value::String(en)), Some(Value::String(cy))) = (map.get("en"), map.get("cy"))
                && let Some(word) = DECIDES.iter().find(|word| [en, cy].iter().any(|text| has(text, word)))
            {
                findings.push(Finding::new(
                    Severity::Note,
                    "text-decides",
                    at,
                    Phrase::of(
                        "the text says \"{0}\": a screening neither decides nor predicts",
                        "mae'r testun yn dweud \"{0}\": nid yw sgrinio yn penderfynu nac yn rhagfynegi",
                    ),
                    Phrase::of(
                        "say what was found: it meets the screening criteria, or does not",
                        "dywedwch yr hyn a gafwyd: mae'n bodloni'r meini prawf sgrinio, neu nid yw",
                    ),
                    &[word],
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

/// Whether a text has a word that begins so, or the phrase.
fn has(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    text.match_indices(word).any(|(at, _)| begins(at))
}
