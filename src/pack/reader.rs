//! Reads JSON values into typed things and keeps every problem it meets, each with its place.

use crate::problem::{self, MOST_PROBLEMS, Problem, nearest, quoted};
use crate::words::Text;
use serde_json::{Map, Value};
use std::cell::RefCell;

/// The problems found so far. Reading goes on after each one.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub(crate) fn add(&self, code: &'static str, at: &str, message: Text, next_step: Text) {
        let mut problems = self.0.borrow_mut();
        match problems.len() {
            count if count < MOST_PROBLEMS => problems.push(Problem::new(code, at, message, next_step)),
            MOST_PROBLEMS => problems.push(problem::and_more("pack-more-problems")),
            _ => {}
        }
    }

    /// Whether no further problem will be kept.
    pub(crate) fn is_full(&self) -> bool {
        self.0.borrow().len() > MOST_PROBLEMS
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.0.into_inner()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
}

/// One JSON value and where it stands.
#[derive(Clone)]
pub(crate) struct Reader<'a> {
    pub(crate) value: &'a Value,
    pub(crate) at: String,
    pub(crate) problems: &'a Problems,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(value: &'a Value, at: impl Into<String>, problems: &'a Problems) -> Self {
        Self { value, at: at.into(), problems }
    }

    /// Reports that this value is not of the kind wanted.
    pub(crate) fn wrong(&self, wanted_en: &str, wanted_cy: &str) {
        let found = quoted(&self.value.to_string().chars().take(61).collect::<String>());
        self.problems.add(
            "pack-wrong-kind",
            &self.at,
            Text::new(format!("{found} is not {wanted_en}"), format!("nid yw {found} yn {wanted_cy}")),
            Text::new(format!("write {wanted_en} here"), format!("ysgrifennwch {wanted_cy} yma")),
        );
    }

    pub(crate) fn object(&self) -> Option<Object<'a>> {
        let Value::Object(map) = self.value else {
            self.wrong("an object in { }", "wrthrych mewn { }");
            return None;
        };
        Some(Object { map, at: self.at.clone(), problems: self.problems, known: RefCell::default() })
    }

    pub(crate) fn list(&self) -> Vec<Reader<'a>> {
        let Value::Array(values) = self.value else {
            self.wrong("a list in [ ]", "rhestr mewn [ ]");
            return Vec::new();
        };
        let place = |(index, value): (usize, &'a Value)| {
            let id = value
                .get("id")
                .and_then(Value::as_str)
                .filter(|id| id.len() <= 64);
            let place = match id {
                Some(id) => join(&self.at, id),
                None => join(&self.at, &index.to_string()),
            };
            Reader::new(value, place, self.problems)
        };
        values.iter().enumerate().map(place).collect()
    }

    pub(crate) fn string(&self) -> Option<&'a str> {
        let string = self.value.as_str();
        if string.is_none() {
            self.wrong("text in quotation marks", "destun mewn dyfynodau");
        }
        string
    }

    pub(crate) fn number(&self) -> Option<u32> {
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.wrong("a whole number", "rhif cyfan");
        }
        number
    }

    pub(crate) fn truth(&self) -> Option<bool> {
        let truth = self.value.as_bool();
        if truth.is_none() {
            self.wrong("true or false", "true neu false");
        }
        truth
    }

    /// A name of the kind `parse` reads.
    pub(crate) fn id<T>(&self, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.string()?;
        let id = parse(text);
        if id.is_none() {
            self.wrong("a name of lower-case letters, digits and _", "enw o lythrennau bach, digidau a _");
        }
        id
    }

    pub(crate) fn text(&self) -> Text {
        // The usual case, without the places that only problems need.
        if let Value::Object(map) = self.value
            && let (2, Some(Value::String(en)), Some(Value::String(cy))) =
                (map.len(), map.get("en"), map.get("cy"))
            && [en, cy].iter().all(|text| !text.trim().is_empty())
        {
            return Text {
                en: en.clone(),
                cy: cy.clone(),
            };
        }
        self.checked_text()
    }

    fn checked_text(&self) -> Text {
        let Some(object) = self.object() else {
            return Text::default();
        };
        let language = |key: &'static str| {
            let string = object.required(key).and_then(|reader| reader.string().map(str::to_owned));
            if string.as_deref().is_some_and(|text| text.trim().is_empty()) {
                self.problems.add(
                    "pack-text-missing",
                    &format!("{}/{key}", self.at),
                    Text::new("the text is empty", "mae'r testun yn wag"),
                    Text::new("write it in this language", "ysgrifennwch ef yn yr iaith hon"),
                );
            }
            string.unwrap_or_default()
        };
        let text = Text { en: language("en"), cy: language("cy") };
        object.finish();
        text
    }
}

/// A JSON object being read. Keys nobody asked for are reported by `finish`.
pub(crate) struct Object<'a> {
    map: &'a Map<String, Value>,
    pub(crate) at: String,
    pub(crate) problems: &'a Problems,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Object<'a> {
    pub(crate) fn optional(&self, key: &'static str) -> Option<Reader<'a>> {
        self.known.borrow_mut().push(key);
        let value = self.map.get(key)?;
        Some(Reader::new(value, join(&self.at, key), self.problems))
    }

    pub(crate) fn required(&self, key: &'static str) -> Option<Reader<'a>> {
        let reader = self.optional(key);
        if reader.is_none() {
            self.problems.add(
                "pack-missing",
                &join(&self.at, key),
                Text::new(format!("`{key}` is missing"), format!("mae `{key}` ar goll")),
                Text::new(format!("add `{key}`"), format!("ychwanegwch `{key}`")),
            );
        }
        reader
    }

    pub(crate) fn text(&self, key: &'static str) -> Text {
        self.required(key).map(|reader| reader.text()).unwrap_or_default()
    }

    pub(crate) fn optional_text(&self, key: &'static str) -> Option<Text> {
        self.optional(key).map(|reader| reader.text())
    }

    pub(crate) fn string(&self, key: &'static str) -> String {
        self.required(key).and_then(|reader| reader.string()).unwrap_or_default().to_owned()
    }

    pub(crate) fn flag(&self, key: &'static str) -> bool {
        self.optional(key).and_then(|reader| reader.truth()).unwrap_or(false)
    }

    pub(crate) fn list(&self, key: &'static str) -> Vec<Reader<'a>> {
        self.required(key).map(|reader| reader.list()).unwrap_or_default()
    }

    pub(crate) fn optional_list(&self, key: &'static str) -> Vec<Reader<'a>> {
        self.optional(key).map(|reader| reader.list()).unwrap_or_default()
    }

    /// The one key and value of an object that names what it is, such as `{"is_yes": "in_area"}`.
    pub(crate) fn only_entry(&self) -> Option<(&'a str, Reader<'a>)> {
        let mut entries = self.map.iter();
        if let (Some((key, value)), None) = (entries.next(), entries.next()) {
            return Some((key, Reader::new(value, join(&self.at, key), self.problems)));
        }
        self.problems.add(
            "pack-wrong-kind",
            &self.at,
            Text::new("this needs exactly one operator", "mae angen un gweithredydd yn union yma"),
            Text::new("write one operator, such as \"all\" or \"is_yes\"", "ysgrifennwch un gweithredydd, fel \"all\" neu \"is_yes\""),
        );
        None
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(&self) {
        let known = self.known.borrow();
        for key in self.map.keys().filter(|key| !known.contains(&key.as_str())) {
            if self.problems.is_full() {
                return;
            }
            let name = quoted(key);
            let (en, cy) = match nearest(key, known.iter().copied()) {
                Some(near) => {
                    let near = quoted(near);
                    (
                        format!("did you mean {near}?"),
                        format!("ai {near} oeddech yn ei feddwl?"),
                    )
                }
                None => ("remove it".to_owned(), "tynnwch ef".to_owned()),
            };
            self.problems.add(
                "pack-unknown-key",
                &self.at,
                Text::new(format!("{name} is not known here"), format!("nid yw {name} yn hysbys yma")),
                Text::new(en, cy),
            );
        }
    }
}

/// A step deeper. Names are cut to 64 characters on one line, so that a place stays short.
pub(crate) fn join(at: &str, step: &str) -> String {
    let mut place = String::with_capacity(at.len() + 1 + step.len().min(64));
    if !at.is_empty() {
        place.push_str(at);
        place.push('/');
    }
    match step {
        plain if plain.len() <= 64 && plain.bytes().all(|byte| (b' '..=b'~').contains(&byte)) => {
            place.push_str(plain)
        }
        _ => place.extend(
            step.chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .take(64),
        ),
    }
    place
}
