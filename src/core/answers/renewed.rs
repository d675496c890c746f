//! Sheets and drafts of earlier versions of a pack: what they call otherwise is read under the name of today, and what no name
//! of today stands for is left out and asked again. Each is said.

use crate::base::json::{Json, Map};
use crate::base::problem::Problem;
use crate::base::words::{Localized, Phrase};
use crate::pack::{FactId, Group, Kind, Pack, Question};

/// Something that an earlier version of the pack called otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// The question, by its name of today.
    pub fact: FactId,
    /// What the file calls it, or its answer.
    pub from: String,
    /// What the person is told.
    pub says: Localized,
}

impl Renewed {
    /// What to tell whoever gave the sheet.
    pub fn problem(&self) -> Problem {
        Problem {
            code: "sheet-renewed",
            at: self.fact.to_string(),
            message: self.says.clone(),
            next_step: Phrase::of("check the answer", "gwiriwch yr ateb").text(),
        }
    }
}

/// Reads by the names of today what is in a sheet's `answers`, and says what that was.
pub(crate) fn renew_answers(pack: &Pack, answers: &mut Map, says: &mut Vec<Renewed>) {
    for (_, question) in pack.questions() {
        renew_fact(question, answers, says);
    }
}

/// The name of today of a question outside groups, in a list of names beside answers.
pub(crate) fn fact_of_today<'a>(pack: &'a Pack, name: &'a str) -> &'a str {
    let questions = pack.questions().map(|(_, question)| question);
    today(questions, name)
}

/// The same names for the keys of a map, where no other key has the name already.
pub(super) fn rename_keys(pack: &Pack, map: &mut Map) {
    let names: Vec<String> = map.keys().cloned().collect();
    for name in names {
        let today = fact_of_today(pack, &name);
        if today != name
            && !map.contains_key(today)
            && let Some(value) = map.remove(&name)
        {
            map.insert(today.to_owned(), value);
        }
    }
}

/// The name of today of a question of a group.
pub(crate) fn fact_of_entry<'a>(group: &'a Group, name: &'a str) -> &'a str {
    today(group.questions.iter(), name)
}

fn today<'a>(mut questions: impl Iterator<Item = &'a Question>, name: &'a str) -> &'a str {
    let renamed = questions.find(|question| question.was.iter().any(|was| was == name));
    renamed.map_or(name, |question| question.id.as_str())
}

fn renew_fact(question: &Question, record: &mut Map, says: &mut Vec<Renewed>) {
    let fact = question.id.as_str();
    for was in &question.was {
        if !record.contains_key(fact)
            && let Some(answer) = record.remove(was)
        {
            record.insert(fact.to_owned(), answer);
            says.push(Renewed {
                fact: question.id.clone(),
                from: was.clone(),
                says: Phrase::of(
                        "{0}: an older version of these criteria asked this by another name. Check the answer.",
                        "{0}: gofynnai fersiwn gynharach o'r meini prawf hyn hyn o dan enw arall. Gwiriwch yr ateb.",
                    ).fill_in(&[&question.label]),
            });
        }
    }
    let Some(answer) = record.get_mut(fact) else { return };
    if !renew_value(question, answer, says) {
        record.remove(fact);
    }
}

/// Reads a value by the names of today; false where nothing is left of it.
pub(crate) fn renew_value(question: &Question, answer: &mut Json, says: &mut Vec<Renewed>) -> bool {
    match (&question.kind, answer) {
        (Kind::Choice(_), Json::String(value)) => renew_choice(question, value, says),
        (Kind::Set(_), Json::Array(values)) => {
            values.retain_mut(|value| match value {
                Json::String(value) => renew_choice(question, value, says),
                _ => true,
            });
            true
        }
        (Kind::Group(group), Json::Array(entries)) => {
            for entry in entries {
                if let Json::Object(entry) = entry {
                    group.questions.iter().for_each(|inner| renew_fact(inner, entry, says));
                }
            }
            true
        }
        _ => true,
    }
}

/// Reads one of the choices by its name of today; false where none of today stands for it.
fn renew_choice(question: &Question, value: &mut String, says: &mut Vec<Renewed>) -> bool {
    let choices = question.kind.choices();
    if choices.iter().any(|choice| choice.value == *value) {
        return true;
    }
    let mut say =
        |says_now| says.push(Renewed { fact: question.id.clone(), from: value.clone(), says: says_now });
    if let Some(choice) = choices.iter().find(|choice| choice.was.contains(value)) {
        say(Phrase::of(
            "{0}: an earlier version of these criteria had another name for \"{1}\". Check the answer.",
            "{0}: roedd gan fersiwn gynharach o'r meini prawf hyn enw arall ar \"{1}\". Gwiriwch yr ateb.",
        )
        .fill_in(&[&question.label, &choice.label]));
        value.clone_from(&choice.value);
        return true;
    }
    let retired = question.retired.iter().find(|retired| retired.value == *value);
    if let Some(retired) = retired {
        say(Phrase::of("{0}: {1}", "{0}: {1}").fill_in(&[&question.label, &retired.ask]));
    }
    retired.is_none()
}
