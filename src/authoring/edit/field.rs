//! The fields that can be changed, on pages, in sections.

use super::json_path::Step;
use drive_screening_core::base::words::Localized;
use drive_screening_core::pack::Kind;
use serde_json::{Map, Value};

/// What stands together in the list of what can be changed.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) title: Localized,
    pub(super) purpose: Localized,
    pub(super) pages: Vec<FormPage>,
}

/// What is changed on one page.
#[derive(Clone, Debug)]
pub(super) struct FormPage {
    pub(super) title: Localized,
    pub(super) fields: Vec<Field>,
}

/// One value that can be changed.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The name of the question that asks for it.
    pub(super) id: String,
    pub(super) label: Localized,
    pub(super) hint: Option<Localized>,
    pub(super) kind: Kind,
    /// Where it stands in the file.
    pub(super) at: Vec<Step>,
    /// What it is now; null where it is not there.
    pub(super) now: Value,
    /// Left blank it is null, "no limit". Any other field that is left blank stays as it is.
    pub(super) nullable: bool,
}

/// A question of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The question.
    pub fact: String,
    /// The group it is asked in, and which entry, from 0.
    pub entry: Option<(&'static str, usize)>,
}

impl Field {
    /// The value answered, if it is another than now.
    pub(super) fn changed(&self, answers: &Map<String, Value>) -> Option<Value> {
        let new = match answers.get(&self.id) {
            Some(answer) => self.read(answer)?,
            None if self.nullable => Value::Null,
            None => return None,
        };
        (!self.is(&new)).then_some(new)
    }

    /// The answer as the file writes it. Blank text is no answer.
    fn read(&self, answer: &Value) -> Option<Value> {
        match &self.kind {
            Kind::YesNo(_) => Some(Value::Bool(answer == "yes")),
            Kind::Set(choices) => {
                let chosen = answer.as_array()?;
                let kept = choices.iter().filter(|choice| chosen.iter().any(|one| *one == choice.value));
                Some(kept.map(|choice| Value::from(choice.value.as_str())).collect())
            }
            Kind::Count(..) => answer.is_u64().then(|| answer.clone()),
            _ => answer.as_str().filter(|text| !text.trim().is_empty()).map(Value::from),
        }
    }

    /// Whether a value is what it is now.
    fn is(&self, new: &Value) -> bool {
        match (&self.now, new) {
            (Value::Null, Value::Bool(false)) => true,
            (Value::Array(now), Value::Array(new)) => {
                // What the form does not offer it does not take away either.
                let offered = |one: &&Value| self.kind.choices().iter().any(|choice| **one == choice.value);
                let now: Vec<&Value> = now.iter().filter(offered).collect();
                now.len() == new.len() && now.iter().all(|one| new.contains(one))
            }
            (Value::String(now), Value::String(new)) => {
                let lines = matches!(self.kind, Kind::LongText);
                drive_screening_core::answers::clean_text(now, lines) == *new
            }
            (now, new) => now == new,
        }
    }
}
