//! Answers in words.

use super::{Interview, may_be_left_out};
use crate::answers::{Answer, Evidence, Record, Value};
use crate::base::words::{Language, Phrase};
use crate::pack::{FactId, Group, Kind, Pack, Question};

const NOT_KNOWN: Phrase = Phrase { en: "Not known", cy: "Ddim yn hysbys" };
const NONE: Phrase = Phrase { en: "None of these", cy: "Dim un o'r rhain" };
const NO_ENTRIES: Phrase = Phrase { en: "None", cy: "Dim" };

const NOT_ANSWERED: Phrase = Phrase { en: "Not answered", cy: "Heb ei ateb" };
const LEFT_OUT: Phrase = Phrase { en: "Not answered (optional)", cy: "Heb ei ateb (dewisol)" };

impl Interview<'_> {
    /// What was answered to a question, or that it was not, in lines: an entry of a group a line, and where the answer
    /// comes from.
    pub fn answer_lines(self, question: &Question, language: Language) -> Vec<String> {
        let mut lines = match (self.answers.get(question.id.as_str()), &question.kind) {
            (Some(Answer::Known(Value::Group(records))), Kind::Group(group)) if !records.is_empty() => {
                let records = records.iter().enumerate();
                records.map(|(index, record)| item_name(group, index + 1, record, language)).collect()
            }
            (Some(answer), _) => vec![say(question, answer, language)],
            (None, _) if may_be_left_out(self.pack, question) => vec![LEFT_OUT.say(language).to_owned()],
            (None, _) => vec![NOT_ANSWERED.say(language).to_owned()],
        };
        let evidence = self.answers.evidence(question.id.as_str());
        lines.extend(evidence.map(|evidence| evidence_text(self.pack, evidence, language)));
        lines
    }
}

/// The answer in words, as it stands in lists and documents.
pub fn say(question: &Question, answer: &Answer, language: Language) -> String {
    let label = |value: &str| {
        let choice = question.kind.choices().iter().find(|choice| choice.value == value);
        choice.map_or(value, |choice| choice.label.say(language)).to_owned()
    };
    match answer {
        Answer::NotKnown => NOT_KNOWN.say(language).to_owned(),
        Answer::Known(Value::YesNo(yes)) => question.kind.say_yes_no(*yes, language).to_owned(),
        Answer::Known(Value::Choice(value)) => label(value),
        Answer::Known(Value::Set(values)) if values.is_empty() => NONE.say(language).to_owned(),
        // In the pack's order, not the alphabet's.
        Answer::Known(Value::Set(values)) => {
            let chosen = question.kind.choices().iter().filter(|choice| values.contains(&choice.value));
            chosen.map(|choice| choice.label.say(language)).collect::<Vec<_>>().join("; ")
        }
        Answer::Known(Value::Count(count)) => count.to_string(),
        Answer::Known(Value::Date(date)) => date.in_words(language),
        Answer::Known(Value::Text(text)) => text.clone(),
        Answer::Known(Value::Group(records)) if records.is_empty() => NO_ENTRIES.say(language).to_owned(),
        Answer::Known(Value::Group(records)) => records.len().to_string(),
    }
}

/// The name of an entry of a group: "Incident 2: 3 May 2026, assault".
pub fn item_name(group: &Group, number: usize, record: &Record, language: Language) -> String {
    let named = |fact: &crate::pack::FactId| {
        let question = group.questions.iter().find(|question| question.id == *fact)?;
        let answer = record.get::<crate::pack::FactId>(fact)?;
        (*answer != Answer::NotKnown).then(|| say(question, answer, language))
    };
    let said: Vec<String> = group.name_by.iter().filter_map(named).filter(|name| !name.is_empty()).collect();
    let item = group.item.say(language);
    let number = number.to_string();
    if said.is_empty() {
        [item, " ", &number].concat()
    } else {
        [item, " ", &number, ": ", &said.join(", ")].concat()
    }
}

/// Where an answer comes from, as it was put: "Where this comes from: Police record; 1 October 2026".
pub fn evidence_text(pack: &Pack, evidence: &Evidence, language: Language) -> String {
    let record = evidence.to_record();
    let mut said = pack.evidence.item.say(language).to_owned();
    let mut between = ": ";
    for question in &pack.evidence.questions {
        if let Some(answer) = record.get::<FactId>(&question.id) {
            said.push_str(between);
            said.push_str(&say(question, answer, language));
            between = "; ";
        }
    }
    said
}
