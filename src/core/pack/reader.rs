//! Reads JSON into typed values and collects every problem, each with its place.

use super::id::is_name;
use crate::base::date::Date;
use crate::base::json::{self, Json, Map};
use crate::base::problem::{DID_YOU_MEAN, MOST_PROBLEMS, Problem, keep, nearest_of};
use crate::base::text::{one_line, quoted};
use crate::base::words::{Localized, Phrase};
use std::cell::RefCell;

/// The problems found so far in one value. Reading goes on after each one.
pub(crate) struct Problems<'a> {
    root: &'a Json,
    found: RefCell<Vec<Problem>>,
}

impl<'a> Problems<'a> {
    /// No problems yet in this value.
    pub(crate) fn of(root: &'a Json) -> Self {
        Self { root, found: RefCell::default() }
    }

    /// Where a part of the value stands, such as `criteria/dash/rule`. Looked for when it is asked, because most packs
    /// have no problem, and noting every place as it is read takes a third of the time of reading.
    pub(crate) fn place(&self, part: &Json) -> String {
        let mut place = String::new();
        find(self.root, part, &mut place);
        place
    }

    /// Keeps a problem whose words have `{0}`, `{1}`, .. where the arguments belong.
    pub(crate) fn add(
        &self,
        code: &'static str,
        at: &str,
        message: Phrase,
        next_step: Phrase,
        arguments: &[&str],
    ) {
        if self.is_full() {
            return;
        }
        let problem = Problem::filled(code, at, message, next_step, arguments);
        keep(&mut self.found.borrow_mut(), problem, "pack-more-problems");
    }

    /// Whether no further problem will be kept.
    pub(crate) fn is_full(&self) -> bool {
        self.found.borrow().len() > MOST_PROBLEMS
    }

    pub(crate) fn into_vec(self) -> Vec<Problem> {
        self.found.into_inner()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }
}

/// Goes down to a part of a value and writes the way there; false, and nothing written, where it is not.
fn find(value: &Json, part: &Json, place: &mut String) -> bool {
    if std::ptr::eq(value, part) {
        return true;
    }
    let before = place.len();
    let mut below = |step: &str, value: &Json| {
        join(place, step);
        let found = find(value, part, place);
        if !found {
            place.truncate(before);
        }
        found
    };
    match value {
        Json::Object(map) => map.iter().any(|(key, value)| below(key, value)),
        Json::Array(values) => values.iter().enumerate().any(|(index, value)| {
            match value.get("id").and_then(Json::as_str).filter(|id| id.len() <= 64) {
                Some(id) => below(id, value),
                None => below(&index.to_string(), value),
            }
        }),
        _ => false,
    }
}

/// One JSON value, read as what it should be.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) value: &'a Json,
    pub(crate) problems: &'a Problems<'a>,
}

impl<'a> Reader<'a> {
    /// Where it stands.
    pub(crate) fn at(&self) -> String {
        self.problems.place(self.value)
    }

    /// Reports that this value is not of the kind wanted.
    pub(crate) fn wrong(&self, wanted_en: &str, wanted_cy: &str) {
        if self.problems.is_full() {
            return;
        }
        let found = quoted(&json::write(self.value));
        self.problems.add(
            "pack-wrong-kind",
            &self.at(),
            Phrase::of("{0} is not {1}", "nid yw {0} yn {2}"),
            Phrase::of("write {1} here", "ysgrifennwch {2} yma"),
            &[&found, wanted_en, wanted_cy],
        );
    }

    pub(crate) fn object(&self) -> Option<Object<'a>> {
        let Json::Object(map) = self.value else {
            self.wrong("an object in { }", "wrthrych mewn { }");
            return None;
        };
        Some(Object { reader: *self, map, known: RefCell::default() })
    }

    /// What stands in a list.
    pub(crate) fn values(&self) -> &'a [Json] {
        let Json::Array(values) = self.value else {
            self.wrong("a list in [ ]", "rhestr mewn [ ]");
            return &[];
        };
        values
    }

    /// What stands in a list, each to be read.
    pub(crate) fn readers(&self) -> impl Iterator<Item = Self> {
        self.values().iter().map(|value| Self { value, ..*self })
    }

    /// A list of things; what is none of them is reported by `read` and left out. A loop, because an iterator that
    /// filters and collects comes to several times the code for each kind of thing.
    pub(crate) fn each<T>(&self, mut read: impl FnMut(&Reader<'a>) -> Option<T>) -> Vec<T> {
        let values = self.values();
        let mut things = Vec::with_capacity(values.len());
        for value in values {
            if let Some(thing) = read(&Reader { value, ..*self }) {
                things.push(thing);
            }
        }
        things
    }

    /// A list of texts; what is not text is reported and left out.
    pub(crate) fn strings(&self) -> Vec<String> {
        self.each(|reader| reader.string().map(str::to_owned))
    }

    pub(crate) fn string(&self) -> Option<&'a str> {
        let string = self.value.as_str();
        if string.is_none() {
            self.wrong("text in quotation marks", "destun mewn dyfynodau");
        }
        string
    }

    pub(crate) fn number(&self) -> Option<u32> {
        let number = self.value.as_whole().and_then(|number| u32::try_from(number).ok());
        if number.is_none() {
            self.wrong("a whole number", "rhif cyfan");
        }
        number
    }

    pub(crate) fn truth(&self) -> Option<bool> {
        let Json::Bool(truth) = self.value else {
            self.wrong("true or false", "true neu false");
            return None;
        };
        Some(*truth)
    }

    /// A name as every id takes it.
    pub(crate) fn name(&self) -> Option<&'a str> {
        let name = self.string()?;
        if !is_name(name) {
            self.wrong("a name of lower-case letters, digits and _", "enw o lythrennau bach, digidau a _");
            return None;
        }
        Some(name)
    }

    pub(crate) fn text(&self) -> Localized {
        // The usual case, without the places that only problems need.
        if let Json::Object(map) = self.value
            && let (2, Some(Json::String(en)), Some(Json::String(cy))) =
                (map.len(), map.get("en"), map.get("cy"))
            && [en, cy].iter().all(|text| !text.trim().is_empty())
        {
            return Localized { en: en.clone(), cy: cy.clone() };
        }
        self.checked_text()
    }

    fn checked_text(&self) -> Localized {
        let Some(object) = self.object() else {
            return Localized::default();
        };
        let language = |key: &'static str| {
            let string = object.required(key).and_then(|reader| reader.string().map(str::to_owned));
            if string.as_deref().is_some_and(|text| text.trim().is_empty()) {
                self.problems.add(
                    "pack-text-missing",
                    &object.place_of(key),
                    Phrase::of("the text is empty", "mae'r testun yn wag"),
                    Phrase::of("write it in this language", "ysgrifennwch ef yn yr iaith hon"),
                    &[],
                );
            }
            string.unwrap_or_default()
        };
        let text = Localized { en: language("en"), cy: language("cy") };
        object.finish();
        text
    }
}

// The getters that follow are never inlined: each is called dozens of times, and a copy of each in every function
// that reads an object comes to more code than all else in this module.

/// A JSON object being read. Keys nobody asked for are reported by `finish`.
pub(crate) struct Object<'a> {
    reader: Reader<'a>,
    map: &'a Map,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Object<'a> {
    #[inline(never)]
    pub(crate) fn optional(&self, key: &'static str) -> Option<Reader<'a>> {
        self.known.borrow_mut().push(key);
        let value = self.map.get(key)?;
        Some(Reader { value, ..self.reader })
    }

    /// Whether it has a key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some()
    }

    /// Where a key of the object stands, or would.
    fn place_of(&self, key: &str) -> String {
        let mut place = self.reader.at();
        join(&mut place, key);
        place
    }

    #[inline(never)]
    pub(crate) fn required(&self, key: &'static str) -> Option<Reader<'a>> {
        let reader = self.optional(key);
        if reader.is_none() {
            self.reader.problems.add(
                "pack-missing",
                &self.place_of(key),
                Phrase::of("`{0}` is missing", "mae `{0}` ar goll"),
                Phrase::of("add `{0}`", "ychwanegwch `{0}`"),
                &[key],
            );
        }
        reader
    }

    /// A name that must be there.
    #[inline(never)]
    pub(crate) fn name(&self, key: &'static str) -> Option<&'a str> {
        self.required(key)?.name()
    }

    /// A day that must be there.
    #[inline(never)]
    pub(crate) fn date(&self, key: &'static str) -> Option<Date> {
        let reader = self.required(key)?;
        let date = reader.value.as_str().and_then(Date::parse);
        if date.is_none() {
            reader.wrong("a date like \"2026-11-21\"", "dyddiad fel \"2026-11-21\"");
        }
        date
    }

    /// A name that may be left out.
    #[inline(never)]
    pub(crate) fn optional_name(&self, key: &'static str) -> Option<&'a str> {
        self.optional(key)?.name()
    }

    /// A whole number that must be there.
    #[inline(never)]
    pub(crate) fn number(&self, key: &'static str) -> Option<u32> {
        self.required(key)?.number()
    }

    #[inline(never)]
    pub(crate) fn text(&self, key: &'static str) -> Localized {
        self.required(key).map(|reader| reader.text()).unwrap_or_default()
    }

    #[inline(never)]
    pub(crate) fn optional_text(&self, key: &'static str) -> Option<Localized> {
        self.optional(key).map(|reader| reader.text())
    }

    #[inline(never)]
    pub(crate) fn string(&self, key: &'static str) -> String {
        self.required(key).and_then(|reader| reader.string()).unwrap_or_default().to_owned()
    }

    #[inline(never)]
    pub(crate) fn flag(&self, key: &'static str) -> bool {
        self.optional(key).and_then(|reader| reader.truth()).unwrap_or(false)
    }

    /// A list that must be there.
    pub(crate) fn each<T>(&self, key: &'static str, read: impl FnMut(&Reader<'a>) -> Option<T>) -> Vec<T> {
        match self.required(key) {
            Some(reader) => reader.each(read),
            None => Vec::new(),
        }
    }

    /// The one key and value of an object that names what it is, such as `{"is_yes": "in_area"}`.
    pub(crate) fn only_entry(&self) -> Option<(&'a str, Reader<'a>)> {
        let mut entries = self.map.iter();
        if let (Some((key, value)), None) = (entries.next(), entries.next()) {
            return Some((key, Reader { value, ..self.reader }));
        }
        self.reader.problems.add(
            "pack-wrong-kind",
            &self.reader.at(),
            Phrase::of("this needs exactly one operator", "mae angen un gweithredydd yn union yma"),
            Phrase::of(
                "write one operator, such as \"all\" or \"is_yes\"",
                "ysgrifennwch un gweithredydd, fel \"all\" neu \"is_yes\"",
            ),
            &[],
        );
        None
    }

    /// Every key and value, where the keys are names of the pack's own.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a str, Reader<'a>)> {
        let reader = self.reader;
        self.map.iter().map(move |(key, value)| (key.as_str(), Reader { value, ..reader }))
    }

    /// Reports every key that was not asked for.
    pub(crate) fn finish(&self) {
        let known = self.known.borrow();
        for key in self.map.keys().filter(|key| !known.contains(&key.as_str())) {
            if self.reader.problems.is_full() {
                return;
            }
            let near = nearest_of(key, &mut known.iter().copied());
            self.reader.problems.add(
                "pack-unknown-key",
                &self.reader.at(),
                Phrase::of("{0} is not known here", "nid yw {0} yn hysbys yma"),
                if near.is_some() { DID_YOU_MEAN } else { Phrase::of("remove it", "tynnwch ef") },
                &[&quoted(key), &near.map(quoted).unwrap_or_default()],
            );
        }
    }
}

/// A step deeper. Names are cut to 64 characters on one line, so that a place stays short.
fn join(place: &mut String, step: &str) {
    if !place.is_empty() {
        place.push('/');
    }
    if step.len() <= 64 && step.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        place.push_str(step);
    } else {
        place.push_str(&one_line(step, 64));
    }
}
