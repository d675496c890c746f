//! The answers of a sheet, each read as its question wants it. Reading goes on after a problem.

use super::problems::{no_such_date, short};
use super::{Answer, Chosen, Evidence, Record, Value, clean_text};
use crate::base::date::{Date, MOST_YEARS_BACK};
use crate::base::json::{Json, Map};
use crate::base::problem::{DID_YOU_MEAN, MOST_PROBLEMS, Problem, keep, nearest_of};
use crate::base::text::quoted;
use crate::base::time_of_day::{TypedTime, typed_time};
use crate::base::words::Phrase;
use crate::pack::{Choice, FactId, Group, Impossible, Instrument, Kind, Pack, Question, WrittenAs};

pub(super) struct SheetReader<'a> {
    pub(super) pack: &'a Pack,
    pub(super) screened_on: Date,
    /// The day on which the referral is written, which its own dates go by.
    pub(super) written_on: Date,
    pub(super) problems: Vec<Problem>,
}

impl SheetReader<'_> {
    fn problem(
        &mut self,
        code: &'static str,
        at: &str,
        message: Phrase,
        next_step: Phrase,
        arguments: &[&str],
    ) {
        if self.problems.len() <= MOST_PROBLEMS {
            self.keep(Problem::filled(code, at, message, next_step, arguments));
        }
    }

    fn keep(&mut self, problem: Problem) {
        keep(&mut self.problems, problem, "sheet-more-problems");
    }

    /// Where answers come from, in the order of the pack.
    pub(super) fn evidence(&mut self, map: &Map) -> Vec<(FactId, Evidence)> {
        let pack = self.pack;
        let mut all = Vec::new();
        for (_, question) in pack.questions().filter(|(_, question)| question.takes_evidence()) {
            let Some(json) = map.get(question.id.as_str()) else { continue };
            let at = ["evidence/", question.id.as_str()].concat();
            let Some(inner) = json.as_object() else {
                self.wrong(&at, json, "an object in { }", "wrthrych mewn { }");
                continue;
            };
            let record = self.record(inner, Some(&pack.evidence), &at);
            all.extend(Evidence::from_record(&record).map(|evidence| (question.id.clone(), evidence)));
        }
        for name in map.keys() {
            if pack.place(name).is_some_and(|place| place.in_group.is_none()) {
                if pack.question(name).is_some_and(|question| !question.takes_evidence()) {
                    self.no_evidence(name);
                }
            } else {
                self.unknown_fact(name, None, &["evidence/", &short(name)].concat());
            }
        }
        all
    }

    fn no_evidence(&mut self, name: &str) {
        self.problem(
            "sheet-no-evidence",
            &["evidence/", name].concat(),
            Phrase::of(
                "the answer to {0} cannot say where it comes from",
                "ni all yr ateb i {0} ddweud o ble y daw",
            ),
            Phrase::of("remove it", "tynnwch ef"),
            &[&quoted(name)],
        );
    }

    pub(super) fn record(&mut self, map: &Map, group: Option<&Group>, at: &str) -> Record {
        let mut record = Record::new();
        for (name, json) in map {
            let at = if at.is_empty() { short(name) } else { format!("{at}/{}", short(name)) };
            let question = match group {
                Some(group) => group.questions.iter().find(|question| question.id.as_str() == name),
                None => self
                    .pack
                    .place(name)
                    .filter(|place| place.in_group.is_none())
                    .and_then(|_| self.pack.question(name)),
            };
            let (Some(question), Some(fact)) = (question, FactId::parse(name)) else {
                self.unknown_fact(name, group, &at);
                continue;
            };
            if let Some(answer) = self.answer(question, json, &at) {
                record.insert(fact, answer);
            }
        }
        record
    }

    fn unknown_fact(&mut self, name: &str, group: Option<&Group>, at: &str) {
        if self.problems.len() > MOST_PROBLEMS {
            return;
        }
        let pack = self.pack;
        let near = match group {
            Some(group) => nearest_of(name, &mut group.questions.iter().map(|question| question.id.as_str())),
            None => nearest_of(name, &mut pack.questions().map(|(_, question)| question.id.as_str())),
        };
        let next_step = match near {
            Some(_) => DID_YOU_MEAN,
            None => Phrase::of(
                "remove it, or use a pack that asks it",
                "tynnwch ef, neu defnyddiwch becyn sy'n ei ofyn",
            ),
        };
        self.problem(
            "sheet-unknown-fact",
            at,
            Phrase::of("the pack has no fact {0}", "nid oes ffaith {0} yn y pecyn"),
            next_step,
            &[&quoted(name), &near.map(quoted).unwrap_or_default()],
        );
    }

    fn answer(&mut self, question: &Question, json: &Json, at: &str) -> Option<Answer> {
        if json.as_str() == Some("not_known") && question.takes_not_known() {
            return Some(Answer::NotKnown);
        }
        let value = match &question.kind {
            Kind::YesNo(_) => match json.as_str() {
                Some("yes") => Some(Value::YesNo(true)),
                Some("no") => Some(Value::YesNo(false)),
                _ => self.wrong(at, json, "`yes`, `no` or `not_known`", "`yes`, `no` neu `not_known`"),
            },
            Kind::Choice(choices) => {
                let value = json.as_str().filter(|value| choices.iter().any(|choice| choice.value == *value));
                match value {
                    Some(value) => Some(Value::Choice(value.to_owned())),
                    None => self.wrong_choice(at, json, question),
                }
            }
            Kind::Set(choices) => match chosen(json, choices) {
                Some(values) => Some(Value::Set(values)),
                None => self.wrong_choice(at, json, question),
            },
            Kind::Count(min, max) => self.count(at, json, *min, *max),
            Kind::Date { future } => self.date(question, at, json, *future),
            Kind::Text => self.text(at, json, Kind::TEXT_MAX, false).map(|text| in_its_form(question, text)),
            Kind::LongText => self.text(at, json, Kind::LONG_TEXT_MAX, true),
            Kind::Group(group) => self.group(group, json, at),
        };
        value.map(Answer::Known)
    }

    fn wrong(&mut self, at: &str, json: &Json, wanted_en: &str, wanted_cy: &str) -> Option<Value> {
        let found = quoted(&crate::base::json::write(json));
        self.problem(
            "sheet-wrong-value",
            at,
            Phrase::of("{0} is not {1}", "nid yw {0} yn {2}"),
            Phrase::of("write {1}", "ysgrifennwch {2}"),
            &[&found, wanted_en, wanted_cy],
        );
        None
    }

    fn wrong_choice(&mut self, at: &str, json: &Json, question: &Question) -> Option<Value> {
        let names: Vec<String> =
            question.kind.choices().iter().map(|choice| format!("`{}`", choice.value)).collect();
        let names = names.join(", ");
        match question.kind {
            _ if !question.takes_not_known() => {
                self.wrong(at, json, &format!("one of {names}"), &format!("un o {names}"))
            }
            Kind::Set(_) => self.wrong(
                at,
                json,
                &format!("a list of {names}, or `not_known`"),
                &format!("rhestr o {names}, neu `not_known`"),
            ),
            _ => self.wrong(
                at,
                json,
                &format!("one of {names} or `not_known`"),
                &format!("un o {names} neu `not_known`"),
            ),
        }
    }

    fn count(&mut self, at: &str, json: &Json, min: u32, max: u32) -> Option<Value> {
        let Some(whole) = json.as_whole() else {
            return self.wrong(at, json, "a whole number", "rhif cyfan");
        };
        match u32::try_from(whole).ok().filter(|count| (min..=max).contains(count)) {
            Some(count) => Some(Value::Count(count)),
            None => {
                let found = quoted(&crate::base::json::write(json));
                self.problem(
                    "sheet-out-of-range",
                    at,
                    Phrase::of("{0} is not between {1} and {2}", "nid yw {0} rhwng {1} a {2}"),
                    Phrase::of("check the count", "gwiriwch y rhifiad"),
                    &[&found, &min.to_string(), &max.to_string()],
                );
                None
            }
        }
    }

    fn date(&mut self, question: &Question, at: &str, json: &Json, future: bool) -> Option<Value> {
        let Some(date) = json.as_str().and_then(Date::parse) else {
            self.keep(no_such_date(at, json.as_str().unwrap_or(&crate::base::json::write(json))));
            return None;
        };
        if date.is_too_long_before(self.screened_on) {
            self.problem(
                "sheet-date-too-old",
                at,
                Phrase::of(
                    "{0} is more than {1} years before the day of screening",
                    "mae {0} dros {1} mlynedd cyn diwrnod y sgrinio",
                ),
                Phrase::of(
                    "check the year; leave the date out where it is not given",
                    "gwiriwch y flwyddyn; gadewch y dyddiad allan lle na roddwyd un",
                ),
                &[&date.to_string(), &MOST_YEARS_BACK.to_string()],
            );
            return None;
        }
        if !future && date > self.screened_on {
            let of_referral = self.pack.is_of_referral(&question.id);
            let (message, day) = if of_referral {
                (
                    Phrase::of(
                        "{0} is after {1}, the day of the referral",
                        "mae {0} ar ôl {1}, diwrnod yr atgyfeiriad",
                    ),
                    self.written_on,
                )
            } else {
                (
                    Phrase::of(
                        "{0} is after the day of screening, {1}",
                        "mae {0} ar ôl diwrnod y sgrinio, {1}",
                    ),
                    self.screened_on,
                )
            };
            if date > day {
                self.problem(
                    "sheet-future-date",
                    at,
                    message,
                    Phrase::of("write the day it happened", "ysgrifennwch y diwrnod y digwyddodd"),
                    &[&date.to_string(), &day.to_string()],
                );
                return None;
            }
        }
        if let Some(impossible) = question.expected.impossible(date) {
            let (code, message, day) = match impossible {
                Impossible::Before(day) => (
                    "sheet-date-too-early",
                    Phrase::of(
                        "{0} cannot be: there was none before {1}",
                        "ni all {0} fod: nid oedd un cyn {1}",
                    ),
                    day,
                ),
                Impossible::After(day) => (
                    "sheet-date-too-late",
                    Phrase::of(
                        "{0} cannot be: there was none after {1}",
                        "ni all {0} fod: nid oedd un ar ôl {1}",
                    ),
                    day,
                ),
            };
            self.problem(
                code,
                at,
                message,
                Phrase::of(
                    "check the year; leave the date out where it is not given",
                    "gwiriwch y flwyddyn; gadewch y dyddiad allan lle na roddwyd un",
                ),
                &[&date.to_string(), &day.to_string()],
            );
            return None;
        }
        Some(Value::Date(date))
    }

    fn text(&mut self, at: &str, json: &Json, max: usize, lines: bool) -> Option<Value> {
        let Some(text) = json.as_str() else {
            return self.wrong(at, json, "text", "destun");
        };
        let text = clean_text(text, lines);
        if text.chars().count() > max {
            self.problem(
                "sheet-text-too-long",
                at,
                Phrase::of("the text is longer than {0} characters", "mae'r testun yn hwy na {0} nod"),
                Phrase::of("shorten it", "byrhewch ef"),
                &[&max.to_string()],
            );
            return None;
        }
        Some(Value::Text(text))
    }

    fn group(&mut self, group: &Group, json: &Json, at: &str) -> Option<Value> {
        let Some(entries) = json.as_array() else {
            return self.wrong(at, json, "a list of entries in [ ]", "rhestr o gofnodion mewn [ ]");
        };
        if entries.len() > Kind::ENTRIES_MAX {
            self.problem(
                "sheet-too-many",
                at,
                Phrase::of("more than {0} entries", "mwy na {0} o gofnodion"),
                Phrase::of("keep those the panel needs", "cadwch y rhai sydd eu hangen ar y panel"),
                &[&Kind::ENTRIES_MAX.to_string()],
            );
            return None;
        }
        let mut records = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let at = format!("{at}/{}", index + 1);
            match entry.as_object() {
                Some(map) => records.push(self.record(map, Some(group), &at)),
                None => {
                    self.wrong(&at, entry, "an object in { }", "wrthrych mewn { }");
                }
            }
        }
        Some(Value::Group(records))
    }

    /// What is present is not "not checked" too.
    pub(super) fn sets_apart(&mut self, facts: &Record) {
        for (_, question) in self.pack.questions() {
            let Some(choice) = super::in_both(question, facts) else { continue };
            let other = question.apart_from.as_ref().map_or("", |other| other.as_str());
            self.problem(
                "sheet-in-both",
                question.id.as_str(),
                Phrase::of("`{0}` is in `{1}` too", "mae `{0}` yn `{1}` hefyd"),
                Phrase::of("leave it in one of the two", "gadewch ef yn un o'r ddau"),
                &[&choice.value, other],
            );
        }
    }

    /// The counts of an instrument must fit on its form.
    pub(super) fn instruments(&mut self, facts: &Record) {
        for instrument in &self.pack.instruments {
            if let Some((items, counted)) = instrument.overflow(facts) {
                self.problems.push(Problem::filled(
                    "sheet-above-form",
                    instrument.yes.as_str(),
                    Phrase::of(
                        "{0} items answered yes or not known, on a form of {1}",
                        "{0} eitem wedi'u hateb yn gadarnhaol neu â 'ddim yn hysbys', ar ffurflen o {1}",
                    ),
                    Phrase::of("check the counts and the form", "gwiriwch y rhifiadau a'r ffurflen"),
                    &[&counted.to_string(), &items.to_string()],
                ));
            }
        }
    }
}

impl Instrument {
    /// How many items the form used has.
    pub(crate) fn items(&self, facts: &Record) -> u32 {
        match super::known(facts, self.form.as_str()) {
            Some(Value::Choice(form)) => self.items.get(form).copied().unwrap_or(self.otherwise),
            _ => self.otherwise,
        }
    }

    /// The items of the form and the items counted, if more were counted than it has.
    pub fn overflow(&self, facts: &Record) -> Option<(u32, u32)> {
        let count = |fact: &FactId| match super::known(facts, fact.as_str()) {
            Some(Value::Count(count)) => *count,
            _ => 0,
        };
        let (items, counted) = (self.items(facts), count(&self.yes).saturating_add(count(&self.not_known)));
        (counted > items).then_some((items, counted))
    }
}

/// A time on the 24-hour clock, if that is what a text is. What cannot be read as one stays as it is, and is asked about.
fn in_its_form(question: &Question, value: Value) -> Value {
    if let (Some(WrittenAs::Time), Value::Text(text)) = (question.expected.written_as, &value)
        && let TypedTime::Time(time) = typed_time(text)
    {
        return Value::Text(time.to_string());
    }
    value
}

/// The values of a list, if each is one of the choices.
fn chosen(json: &Json, choices: &[Choice]) -> Option<Chosen> {
    let mut values = Chosen::default();
    for value in json.as_array()? {
        let value = value.as_str().filter(|value| choices.iter().any(|choice| choice.value == *value))?;
        values.insert(value);
    }
    Some(values)
}
