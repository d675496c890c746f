//! The answer sheet: `{"format":"answers/1","pack":..,"screened_on":..,"answers":{..}}`, read strictly.

use super::{Answer, Answers, Record, Value};
use crate::date::Date;
use crate::pack::{Choice, FactId, Kind, Pack, Question};
use crate::problem::{DID_YOU_MEAN, MOST_PROBLEMS, Problem, keep, nearest_of, one_line, quoted};
use crate::words::Words;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The largest answer sheet that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// An answer sheet whose envelope has been read. Its answers are read against a pack.
#[derive(Clone, Debug)]
pub struct AnswerSheet {
    /// The pack it names.
    pub pack: String,
    /// The day of screening.
    pub screened_on: Date,
    answers: Map<String, Json>,
}

impl AnswerSheet {
    /// Reads the envelope.
    ///
    /// # Errors
    /// Every problem of the envelope.
    pub fn parse(source: &str) -> Result<Self, Vec<Problem>> {
        if source.len() > MAX_BYTES {
            return Err(vec![too_large()]);
        }
        let json: Json = crate::json::parse(source).map_err(|error| {
            let at = format!("line {}, column {}", error.line(), error.column());
            vec![Problem::filled(
                "sheet-not-json",
                &at,
                Words::of("the file is not valid JSON: {0}", "nid yw'r ffeil yn JSON dilys: {0}"),
                Words::of(
                    "check that the file is whole and is an answer sheet",
                    "gwiriwch fod y ffeil yn gyfan a'i bod yn daflen atebion",
                ),
                &[&error.to_string()],
            )]
        })?;
        Self::from_json(json)
    }

    /// Reads the envelope of a sheet that is already JSON.
    ///
    /// # Errors
    /// Every problem of the envelope.
    pub fn from_json(json: Json) -> Result<Self, Vec<Problem>> {
        let Json::Object(mut map) = json else {
            return Err(vec![envelope(
                "sheet-wrong-kind",
                "",
                "the sheet is not an object in { }",
                "nid yw'r daflen yn wrthrych mewn { }",
            )]);
        };
        let mut problems = Vec::new();
        match map.remove("format") {
            Some(Json::String(format)) if format == "answers/1" => {}
            Some(other) => {
                let found = quoted(&other.to_string());
                problems.push(Problem::filled(
                    "sheet-format",
                    "format",
                    Words::of(
                        "this copy does not read the format {0}",
                        "nid yw'r copi hwn yn darllen y fformat {0}",
                    ),
                    Words::of(
                        "use a sheet of the format \"answers/1\"",
                        "defnyddiwch daflen o'r fformat \"answers/1\"",
                    ),
                    &[&found],
                ));
            }
            None => problems.push(envelope(
                "sheet-missing",
                "format",
                "`format` is missing",
                "mae `format` ar goll",
            )),
        }
        let pack = match map.remove("pack") {
            Some(Json::String(pack)) => Some(pack),
            Some(_) => {
                problems.push(envelope(
                    "sheet-wrong-kind",
                    "pack",
                    "`pack` is not text",
                    "nid yw `pack` yn destun",
                ));
                None
            }
            None => {
                problems.push(envelope("sheet-missing", "pack", "`pack` is missing", "mae `pack` ar goll"));
                None
            }
        };
        let screened_on = match map.remove("screened_on") {
            Some(Json::String(text)) if Date::parse(&text).is_some() => Date::parse(&text),
            Some(other) => {
                problems.push(no_such_date("screened_on", &other.to_string()));
                None
            }
            None => {
                problems.push(envelope(
                    "sheet-missing",
                    "screened_on",
                    "`screened_on` is missing",
                    "mae `screened_on` ar goll",
                ));
                None
            }
        };
        let answers = match map.remove("answers") {
            Some(Json::Object(answers)) => Some(answers),
            Some(_) => {
                problems.push(envelope(
                    "sheet-wrong-kind",
                    "answers",
                    "`answers` is not an object in { }",
                    "nid yw `answers` yn wrthrych mewn { }",
                ));
                None
            }
            None => {
                problems.push(envelope(
                    "sheet-missing",
                    "answers",
                    "`answers` is missing",
                    "mae `answers` ar goll",
                ));
                None
            }
        };
        for key in map.keys().take(MOST_PROBLEMS) {
            let name = quoted(key);
            problems.push(Problem::filled(
                "sheet-unknown-key",
                &short(key),
                Words::of("{0} is not part of an answer sheet", "nid yw {0} yn rhan o daflen atebion"),
                Words::of("remove it", "tynnwch ef"),
                &[&name],
            ));
        }
        match (pack, screened_on, answers) {
            (Some(pack), Some(screened_on), Some(answers)) if problems.is_empty() => {
                Ok(Self { pack, screened_on, answers })
            }
            _ => Err(problems),
        }
    }

    /// Reads the answers against the pack.
    ///
    /// # Errors
    /// Every problem, each with the fact it is about.
    pub fn read(&self, pack: &Pack) -> Result<Answers, Vec<Problem>> {
        let mut reader = SheetReader { pack, screened_on: self.screened_on, problems: Vec::new() };
        let facts = reader.record(&self.answers, None, "");
        reader.instruments(&facts);
        if reader.problems.is_empty() {
            Ok(Answers { screened_on: self.screened_on, facts })
        } else {
            Err(reader.problems)
        }
    }

    /// The sheet of these answers, as JSON.
    pub fn write(pack: &Pack, answers: &Answers) -> Json {
        json!({
            "format": "answers/1",
            "pack": pack.id.as_str(),
            "screened_on": answers.screened_on.to_string(),
            "answers": record_to_json(&answers.facts),
        })
    }
}

/// The problem of a sheet that is not read at all because of its size.
pub fn too_large() -> Problem {
    Problem::filled(
        "sheet-too-large",
        "",
        Words::of("the file is larger than 4 MB", "mae'r ffeil yn fwy na 4 MB"),
        Words::of("check that this is the right file", "gwiriwch mai dyma'r ffeil gywir"),
        &[],
    )
}

fn envelope(code: &'static str, at: &str, en: &'static str, cy: &'static str) -> Problem {
    Problem::filled(
        code,
        at,
        Words::of(en, cy),
        Words::of(
            "write {\"format\":\"answers/1\",\"pack\":..,\"screened_on\":..,\"answers\":{..}}",
            "ysgrifennwch {\"format\":\"answers/1\",\"pack\":..,\"screened_on\":..,\"answers\":{..}}",
        ),
        &[],
    )
}

fn no_such_date(at: &str, found: &str) -> Problem {
    Problem::filled(
        "sheet-no-such-date",
        at,
        Words::of("{0} is not a date", "nid yw {0} yn ddyddiad"),
        Words::of(
            "write a real date, like \"2026-11-21\"",
            "ysgrifennwch ddyddiad go iawn, fel \"2026-11-21\"",
        ),
        &[&quoted(found)],
    )
}

struct SheetReader<'a> {
    pack: &'a Pack,
    screened_on: Date,
    problems: Vec<Problem>,
}

impl SheetReader<'_> {
    fn problem(
        &mut self,
        code: &'static str,
        at: &str,
        message: Words,
        next_step: Words,
        arguments: &[&str],
    ) {
        if self.problems.len() <= MOST_PROBLEMS {
            self.keep(Problem::filled(code, at, message, next_step, arguments));
        }
    }

    fn keep(&mut self, problem: Problem) {
        keep(&mut self.problems, problem, "sheet-more-problems");
    }

    fn record(&mut self, map: &Map<String, Json>, group: Option<&Question>, at: &str) -> Record {
        let mut record = Record::new();
        for (name, json) in map {
            let at = if at.is_empty() { short(name) } else { format!("{at}/{}", short(name)) };
            let question = match group.map(|group| &group.kind) {
                Some(Kind::Group(group)) => {
                    group.questions.iter().find(|question| question.id.as_str() == name)
                }
                _ => self
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

    fn unknown_fact(&mut self, name: &str, group: Option<&Question>, at: &str) {
        if self.problems.len() > MOST_PROBLEMS {
            return;
        }
        let pack = self.pack;
        let near = match group.map(|group| &group.kind) {
            Some(Kind::Group(group)) => {
                nearest_of(name, &mut group.questions.iter().map(|question| question.id.as_str()))
            }
            _ => nearest_of(name, &mut pack.questions().map(|(_, question)| question.id.as_str())),
        };
        let next_step = match near {
            Some(_) => DID_YOU_MEAN,
            None => Words::of(
                "remove it, or use a pack that asks it",
                "tynnwch ef, neu defnyddiwch becyn sy'n ei ofyn",
            ),
        };
        self.problem(
            "sheet-unknown-fact",
            at,
            Words::of("the pack has no fact {0}", "nid oes ffaith {0} yn y pecyn"),
            next_step,
            &[&quoted(name), &near.map(quoted).unwrap_or_default()],
        );
    }

    fn answer(&mut self, question: &Question, json: &Json, at: &str) -> Option<Answer> {
        if json == "not_known" {
            return Some(Answer::NotKnown);
        }
        let value = match &question.kind {
            Kind::YesNo => match json.as_str() {
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
            Kind::Date { future } => self.date(at, json, *future),
            Kind::Text => self.text(at, json, Kind::TEXT_MAX, false),
            Kind::LongText => self.text(at, json, Kind::LONG_TEXT_MAX, true),
            Kind::Group(_) => self.group(question, json, at),
        };
        value.map(Answer::Known)
    }

    fn wrong(&mut self, at: &str, json: &Json, wanted_en: &str, wanted_cy: &str) -> Option<Value> {
        let found = quoted(&json.to_string());
        self.problem(
            "sheet-wrong-value",
            at,
            Words::of("{0} is not {1}", "nid yw {0} yn {2}"),
            Words::of("write {1}", "ysgrifennwch {2}"),
            &[&found, wanted_en, wanted_cy],
        );
        None
    }

    fn wrong_choice(&mut self, at: &str, json: &Json, question: &Question) -> Option<Value> {
        let names: Vec<String> =
            question.kind.choices().iter().map(|choice| format!("`{}`", choice.value)).collect();
        let names = names.join(", ");
        match question.kind {
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
        if !json.is_i64() && !json.is_u64() {
            return self.wrong(at, json, "a whole number", "rhif cyfan");
        }
        match json
            .as_u64()
            .and_then(|count| u32::try_from(count).ok())
            .filter(|count| (min..=max).contains(count))
        {
            Some(count) => Some(Value::Count(count)),
            None => {
                let found = quoted(&json.to_string());
                self.problem(
                    "sheet-out-of-range",
                    at,
                    Words::of("{0} is not between {1} and {2}", "nid yw {0} rhwng {1} a {2}"),
                    Words::of("check the count", "gwiriwch y rhifiad"),
                    &[&found, &min.to_string(), &max.to_string()],
                );
                None
            }
        }
    }

    fn date(&mut self, at: &str, json: &Json, future: bool) -> Option<Value> {
        let Some(date) = json.as_str().and_then(Date::parse) else {
            self.keep(no_such_date(at, json.as_str().unwrap_or(&json.to_string())));
            return None;
        };
        if !future && date > self.screened_on {
            self.problem(
                "sheet-future-date",
                at,
                Words::of("{0} is after the day of screening, {1}", "mae {0} ar ôl diwrnod y sgrinio, {1}"),
                Words::of("write the day it happened", "ysgrifennwch y diwrnod y digwyddodd"),
                &[&date.to_string(), &self.screened_on.to_string()],
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
                Words::of("the text is longer than {0} characters", "mae'r testun yn hwy na {0} nod"),
                Words::of("shorten it", "byrhewch ef"),
                &[&max.to_string()],
            );
            return None;
        }
        Some(Value::Text(text))
    }

    fn group(&mut self, question: &Question, json: &Json, at: &str) -> Option<Value> {
        let Some(entries) = json.as_array() else {
            return self.wrong(at, json, "a list of entries in [ ]", "rhestr o gofnodion mewn [ ]");
        };
        if entries.len() > Kind::ENTRIES_MAX {
            self.problem(
                "sheet-too-many",
                at,
                Words::of("more than {0} entries", "mwy na {0} o gofnodion"),
                Words::of("keep those the panel needs", "cadwch y rhai sydd eu hangen ar y panel"),
                &[&Kind::ENTRIES_MAX.to_string()],
            );
            return None;
        }
        let mut records = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let at = format!("{at}/{}", index + 1);
            match entry.as_object() {
                Some(map) => records.push(self.record(map, Some(question), &at)),
                None => {
                    self.wrong(&at, entry, "an object in { }", "wrthrych mewn { }");
                }
            }
        }
        Some(Value::Group(records))
    }

    /// The counts of an instrument must fit on its form.
    fn instruments(&mut self, facts: &Record) {
        for instrument in &self.pack.instruments {
            if let Some((items, counted)) = instrument.overflow(facts) {
                self.problems.push(Problem::filled(
                    "sheet-above-form",
                    instrument.yes.as_str(),
                    Words::of(
                        "{0} items answered yes or not known, on a form of {1}",
                        "{0} eitem wedi'u hateb yn gadarnhaol neu ddim yn hysbys, ar ffurflen o {1}",
                    ),
                    Words::of("check the counts and the form", "gwiriwch y rhifiadau a'r ffurflen"),
                    &[&counted.to_string(), &items.to_string()],
                ));
            }
        }
    }
}

impl crate::pack::Instrument {
    /// How many items the form used has.
    pub(crate) fn items(&self, facts: &Record) -> u32 {
        match super::known(facts, self.form.as_str()) {
            Some(Value::Choice(form)) => self.items.get(form).copied().unwrap_or(self.otherwise),
            _ => self.otherwise,
        }
    }

    /// The items of the form and the items counted, if more were counted than it has.
    pub(crate) fn overflow(&self, facts: &Record) -> Option<(u32, u32)> {
        let count = |fact: &FactId| match super::known(facts, fact.as_str()) {
            Some(Value::Count(count)) => *count,
            _ => 0,
        };
        let (items, counted) = (self.items(facts), count(&self.yes).saturating_add(count(&self.not_known)));
        (counted > items).then_some((items, counted))
    }
}

/// Text as it is kept: no control characters and no overrides of the reading order; line ends of every kind become
/// `\n`, and only many-line text keeps them; what nobody can see is blank.
pub fn clean_text(text: &str, lines: bool) -> String {
    let unified = text.replace("\r\n", "\n");
    let keep = |c: char| match c {
        // Word writes a soft line end as U+000B.
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Some(if lines { '\n' } else { ' ' })
        }
        '\t' => Some(' '),
        '\u{feff}' | '\u{202d}' | '\u{202e}' => None,
        c if c.is_control() => None,
        c => Some(c),
    };
    let kept: String = unified.chars().filter_map(keep).collect();
    if kept.chars().any(is_seen) { kept.trim().to_owned() } else { String::new() }
}

/// Whether a character leaves a mark: not a space, a joiner, a direction mark or a variation selector.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    !unseen && !c.is_whitespace()
}

fn short(name: &str) -> String {
    one_line(name, 64)
}

/// The values of a list, if each is one of the choices.
fn chosen(json: &Json, choices: &[Choice]) -> Option<BTreeSet<String>> {
    // Put in one by one: a collected set brings a sort of its own.
    let mut values = BTreeSet::new();
    for value in json.as_array()? {
        let value = value.as_str().filter(|value| choices.iter().any(|choice| choice.value == *value))?;
        values.insert(value.to_owned());
    }
    Some(values)
}

fn record_to_json(record: &Record) -> Json {
    let mut map = Map::new();
    for (fact, answer) in record {
        map.insert(fact.as_str().to_owned(), answer_to_json(answer));
    }
    Json::Object(map)
}

/// The answer as answer sheets write it.
pub(crate) fn answer_to_json(answer: &Answer) -> Json {
    match answer {
        Answer::NotKnown => json!("not_known"),
        Answer::Known(Value::YesNo(yes)) => json!(if *yes { "yes" } else { "no" }),
        Answer::Known(Value::Choice(value) | Value::Text(value)) => json!(value),
        Answer::Known(Value::Set(values)) => json!(values),
        Answer::Known(Value::Count(count)) => json!(count),
        Answer::Known(Value::Date(date)) => json!(date.to_string()),
        Answer::Known(Value::Group(records)) => Json::Array(records.iter().map(record_to_json).collect()),
    }
}
