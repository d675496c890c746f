//! Answers as answer sheets write them.

use super::{Answer, Record, Value};
use crate::base::json::{Json, Map};

/// The answer as answer sheets write it.
pub fn answer_to_json(answer: &Answer) -> Json {
    match answer {
        Answer::NotKnown => "not_known".into(),
        Answer::Known(Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.into(),
        Answer::Known(Value::Choice(value) | Value::Text(value)) => value.as_str().into(),
        Answer::Known(Value::Set(values)) => {
            Json::Array(values.iter().map(|value| value.as_str().into()).collect())
        }
        Answer::Known(Value::Count(count)) => Json::Whole((*count).into()),
        Answer::Known(Value::Date(date)) => date.to_string().into(),
        Answer::Known(Value::Group(records)) => Json::Array(records.iter().map(record_to_json).collect()),
    }
}

pub(super) fn record_to_json(record: &Record) -> Json {
    let mut map = Map::new();
    for (fact, answer) in record {
        map.insert(fact.as_str().to_owned(), answer_to_json(answer));
    }
    Json::Object(map)
}
