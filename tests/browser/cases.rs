//! The vignettes, moved to today: the page screens by the device's own day.

use chrono::{Days, NaiveDate};
use drive_screening::answers::AnswerSheet;
use drive_screening::pack::Pack;
use drive_screening::screening::screen;
use serde_json::{Map, Value};

/// A vignette, its dates moved by as many days as lie between its day of screening and today.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) today: NaiveDate,
    pub(crate) pack: Pack,
    pub(crate) outcome: String,
    pub(crate) answers: Map<String, Value>,
}

impl Case {
    /// The vignette of an id, with the outcome its case expects, which the crate confirms for today.
    pub(crate) fn new(id: &str, today: NaiveDate) -> Self {
        let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
        let mut case =
            cases.into_iter().find(|case| case["id"] == id).unwrap_or_else(|| panic!("no vignette {id}"));
        let screened: NaiveDate = case["sheet"]["screened_on"].as_str().unwrap().parse().unwrap();
        move_dates(&mut case["sheet"], screened, today);
        let sheet = AnswerSheet::from_json(case["sheet"].clone()).unwrap();
        let pack = Pack::builtin(&sheet.pack).unwrap();
        let outcome = screen(&pack, &sheet.read(&pack).unwrap()).name;
        assert_eq!(case["expect"]["outcome"], outcome.as_str(), "{id}, moved to {today}");
        Self {
            id: id.to_owned(),
            today,
            pack,
            outcome,
            answers: case["sheet"]["answers"].as_object().unwrap().clone(),
        }
    }
}

/// The answers of the golden sheet, moved to today, with one entry in each list and no child. Those of entries stand beside
/// the others.
pub(crate) fn golden(today: NaiveDate) -> Map<String, Value> {
    let mut sheet: Value = serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap();
    let screened: NaiveDate = sheet["screened_on"].as_str().unwrap().parse().unwrap();
    move_dates(&mut sheet, screened, today);
    let mut answers = sheet["answers"].as_object().unwrap().clone();
    answers.insert("children".to_owned(), "no".into());
    let entries: Vec<Value> = answers.values().filter_map(|answer| answer.get(0)).cloned().collect();
    for entry in entries {
        answers.extend(
            entry.as_object().into_iter().flatten().map(|(fact, answer)| (fact.clone(), answer.clone())),
        );
    }
    // The sheet is to show everything; a page does not take ways to make contact that contradict each other.
    answers.insert("victim_safe_contact".to_owned(), serde_json::json!(["call"]));
    answers
}

fn move_dates(value: &mut Value, from: NaiveDate, to: NaiveDate) {
    match value {
        Value::String(text) => {
            let Ok(date) = text.parse::<NaiveDate>() else {
                return;
            };
            let days = (to - from).num_days();
            let moved = if days < 0 {
                date - Days::new(days.unsigned_abs())
            } else {
                date + Days::new(days.unsigned_abs())
            };
            *text = moved.to_string();
        }
        Value::Array(values) => values.iter_mut().for_each(|value| move_dates(value, from, to)),
        Value::Object(map) => map.values_mut().for_each(|value| move_dates(value, from, to)),
        _ => {}
    }
}
