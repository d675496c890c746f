//! Reads sections, pages and questions.

use super::id::{FactId, PageId, SectionId};
use super::logic::{Names, unknown};
use super::question::{Choice, Group, Kind, Need, Page, Part, Question, Section, Stage};
use super::reader::{Object, Reader};

const KINDS: [&str; 8] = ["yes_no", "choice", "set", "count", "date", "text", "long_text", "group"];

pub(crate) fn section(reader: &Reader<'_>, names: &Names<'_>) -> Option<Section> {
    let object = reader.object()?;
    let id = object.required("id").and_then(|id| id.id(SectionId::parse));
    let stage = one_of(&object, "stage", &[("screening", Stage::Screening), ("referral", Stage::Referral)]);
    let section = Section {
        id: id?,
        stage: stage.unwrap_or(Stage::Referral),
        title: object.text("title"),
        purpose: object.text("purpose"),
        not_known_reason: object.optional("not_known_reason").and_then(|fact| fact.id(FactId::parse)),
        pages: object.list("pages").iter().filter_map(|reader| page(reader, names)).collect(),
    };
    object.finish();
    Some(section)
}

fn page(reader: &Reader<'_>, names: &Names<'_>) -> Option<Page> {
    let object = reader.object()?;
    let id = object.required("id").and_then(|id| id.id(PageId::parse));
    let title = object.text("title");
    let questions = object.list("questions").iter().filter_map(|reader| question(reader, names, false)).collect();
    object.finish();
    Some(Page { id: id?, title, questions })
}

fn question(reader: &Reader<'_>, names: &Names<'_>, in_group: bool) -> Option<Question> {
    let object = reader.object()?;
    let id = object.required("id").and_then(|id| id.id(FactId::parse));
    let kind = kind(&object, names, in_group);
    let parts = [("panel", Part::Panel), ("restricted", Part::Restricted), ("handling", Part::Handling)];
    let needs = [("required", Need::Required), ("if_known", Need::IfKnown), ("optional", Need::Optional)];
    let part = one_of(&object, "part", &parts);
    let need = one_of(&object, "need", &needs);
    let ask = object.text("ask");
    let label = object.text("label");
    let [hint, why, who] = ["hint", "why", "who"].map(|key| object.optional_text(key));
    let must_be_known = object.flag("must_be_known");
    let before_result = object.flag("before_result");
    let with = object.optional("with").and_then(|with| with.id(SectionId::parse));
    let asked_when = object.optional("asked_when").map(|rule| names.rule(&rule));
    object.finish();
    Some(Question {
        id: id?,
        kind: kind?,
        ask,
        label,
        hint,
        why,
        who,
        part: part?,
        need: need?,
        must_be_known,
        before_result,
        with,
        asked_when,
    })
}

fn kind(object: &Object<'_>, names: &Names<'_>, in_group: bool) -> Option<Kind> {
    let reader = object.required("kind")?;
    Some(match reader.string()? {
        "yes_no" => Kind::YesNo,
        "choice" => Kind::Choice(choices(object)),
        "set" => Kind::Set(choices(object)),
        "count" => {
            let bound = |key| object.required(key).and_then(|reader| reader.number());
            let (min, max) = (bound("min"), bound("max"));
            if min? > max? {
                reader.wrong("a count whose `min` is not above its `max`", "rhifiad nad yw ei `min` yn fwy na'i `max`");
            }
            Kind::Count(min?, max?)
        }
        "date" => Kind::Date { future: object.flag("future") },
        "text" => Kind::Text,
        "long_text" => Kind::LongText,
        "group" if in_group => {
            reader.wrong("a kind other than `group`, inside a group", "math heblaw `group`, y tu mewn i grŵp");
            return None;
        }
        "group" => Kind::Group(Group {
            item: object.text("item"),
            questions: object.list("questions").iter().filter_map(|reader| question(reader, names, true)).collect(),
            name_by: object
                .optional_list("name_by")
                .iter()
                .filter_map(|reader| reader.id(FactId::parse))
                .collect(),
            at_least: object.optional("at_least").and_then(|reader| reader.number()).unwrap_or(0) as usize,
        }),
        other => {
            unknown(&reader, other, KINDS);
            return None;
        }
    })
}

fn choices(object: &Object<'_>) -> Vec<Choice> {
    let choice = |reader: &Reader<'_>| {
        let object = reader.object()?;
        let value = object.required("value").and_then(|value| value.id(FactId::parse));
        let (label, hint) = (object.text("label"), object.optional_text("hint"));
        object.finish();
        Some(Choice { value: value?.as_str().to_owned(), label, hint })
    };
    object.list("choices").iter().filter_map(choice).collect()
}

/// Reads a word that stands for one of a few things.
pub(crate) fn one_of<T: Copy>(object: &Object<'_>, key: &'static str, allowed: &[(&'static str, T)]) -> Option<T> {
    let reader = object.required(key)?;
    let word = reader.string()?;
    let found = allowed.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if found.is_none() {
        unknown(&reader, word, allowed.iter().map(|(name, _)| *name));
    }
    found
}
