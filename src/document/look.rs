//! What should be looked at before documents are made: what in Part A may belong to Part B, and characters that a PDF
//! cannot show.

use super::covered::{fits, uncovered};
use super::scan::{Hit, scan};
use super::{Document, words};
use crate::answers::{Answer, Answers, Value};
use crate::pack::Pack;
use crate::problem::{Problem, one_line};
use crate::screening::Outcome;
use crate::words::Language;
use serde_json::json;

/// Most of a text that is repeated, in characters.
const SHOWN: usize = 60;

/// `{"hits": [{"fact", "list", "index", "says"}], "note"}`: what was found in Part A, with the field it stands in (`list`
/// and `index`, from 0, where that is in an entry), and what to know before a PDF is made; in one language.
pub(super) fn through(
    pack: &Pack,
    answers: &Answers,
    outcome: &Outcome,
    parts: &[Document],
    language: Language,
) -> String {
    let mut hits = Vec::new();
    for hit in scan(pack, answers, outcome) {
        let label = pack.question(hit.fact.as_str()).map_or("", |question| question.label.say(language));
        let found = typed(answers, &hit).and_then(|text| text.get(hit.found.range.clone()));
        let found = one_line(found.unwrap_or_default(), SHOWN);
        let looks = hit.found.looks.words();
        hits.push(json!({
            "fact": hit.fact.as_str(),
            "list": hit.entry.as_ref().map(|(list, _)| list.as_str()),
            "index": hit.entry.as_ref().map(|(_, index)| index),
            "says": format!("{label}: {}: {found}", looks.say(language)),
        }));
    }
    json!({ "hits": hits, "note": note(parts, language) }).to_string()
}

/// The text that a hit is in.
fn typed<'a>(answers: &'a Answers, hit: &Hit) -> Option<&'a str> {
    if hit.noted {
        return answers.evidence(hit.fact.as_str()).map(|evidence| evidence.note.as_str());
    }
    let answer = match &hit.entry {
        None => answers.get(hit.fact.as_str())?,
        Some((list, index)) => match answers.known(list.as_str())? {
            Value::Group(records) => records.get(*index)?.get(hit.fact.as_str())?,
            _ => return None,
        },
    };
    match answer {
        Answer::Known(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// Which parts no PDF is made of and why, then what the PDFs of the others cannot show.
fn note(parts: &[Document], language: Language) -> String {
    let mut lacking: Vec<char> = Vec::new();
    let mut refused = Vec::new();
    for part in parts {
        if let Err(problem) = fits(part) {
            refused.push(problem);
            continue;
        }
        for c in uncovered(part) {
            if !lacking.contains(&c) {
                lacking.push(c);
            }
        }
    }
    let mut note = Problem::in_words(&refused, language);
    if !lacking.is_empty() {
        let lacking: Vec<String> = lacking.iter().map(char::to_string).collect();
        if !note.is_empty() {
            note.push(' ');
        }
        note.extend([words::NOT_IN_PDF.say(language), " ", &lacking.join(" ")]);
    }
    note
}
