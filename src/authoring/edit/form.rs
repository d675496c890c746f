//! The form as a pack that asks and decides nothing, and the answers it begins with.

use super::Editor;
use super::field::Field;
use super::words;
use drive_screening_core::answers::clean_text;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::words::Localized;
use drive_screening_core::pack::evidence;
use drive_screening_core::pack::{
    FactId, Kind, Pack, PageId, Question, QuestionPage, Section, SectionId, Stage,
};
use serde_json::{Map, Value, json};

/// The name of the form, as its answer sheets give it.
const FORM: &str = "criteria_form";

impl Editor {
    /// The questions that ask for everything that can be changed, all of which may be left blank.
    pub fn form(&self) -> Option<Pack> {
        let mut sections = Vec::new();
        for (number, section) in self.sections.iter().enumerate() {
            let mut pages = Vec::new();
            for (index, page) in section.pages.iter().enumerate() {
                let questions = if page.fields.is_empty() {
                    vec![self.own_contacts()?]
                } else {
                    page.fields.iter().filter_map(question).collect()
                };
                let id = PageId::parse(&format!("p{number}_{index}"))?;
                pages.push(QuestionPage { id, title: page.title.clone(), questions });
            }
            sections.push(Section {
                id: SectionId::parse(&format!("s{number}"))?,
                // Nothing of a form is of a part of a referral.
                stage: Stage::Screening,
                title: section.title.clone(),
                purpose: section.purpose.clone(),
                not_known_reason: None,
                pages,
            });
        }
        Pack::form_only(FORM, words::TITLE.text(), words::ABOUT.text(), sections)
    }

    /// The answers that leave everything as it is, as an answer sheet has them.
    pub fn answers(&self) -> Json {
        let mut answers = Map::new();
        for field in self.fields() {
            if let Some(answer) = field.answer() {
                answers.insert(field.id.clone(), answer);
            }
        }
        let own = self.contacts.entries();
        if own.as_array().is_some_and(|own| !own.is_empty()) {
            answers.insert(super::contacts::GROUP.to_owned(), own);
        }
        Value::Object(answers).into()
    }

    fn own_contacts(&self) -> Option<Question> {
        let group = self.contacts.group(&question);
        let label = words::OWN_CONTACTS.text();
        asking(super::contacts::GROUP, Kind::Group(group), label, None)
    }
}

impl Field {
    fn answer(&self) -> Option<Value> {
        match (&self.kind, &self.now) {
            (Kind::YesNo(_), now) => Some(json!(if *now == true { "yes" } else { "no" })),
            (Kind::Text | Kind::LongText, Value::String(text)) => {
                Some(json!(clean_text(text, matches!(self.kind, Kind::LongText))))
            }
            (Kind::Set(choices), Value::Array(now)) => Some(
                choices
                    .iter()
                    .filter(|choice| now.iter().any(|one| *one == choice.value))
                    .map(|choice| json!(choice.value))
                    .collect(),
            ),
            (_, Value::Null) => None,
            (_, now) => Some(now.clone()),
        }
    }
}

fn question(field: &Field) -> Option<Question> {
    asking(&field.id, field.kind.clone(), field.label.clone(), field.hint.clone())
}

fn asking(id: &str, kind: Kind, label: Localized, hint: Option<Localized>) -> Option<Question> {
    Some(Question { hint, ..evidence::plain(FactId::parse(id)?, kind, label) })
}
