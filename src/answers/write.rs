//! Answers as answer sheets write them.

use super::{Answer, Record, Value};
use serde_json::{Map, Value as Json, json};

/// The answer as answer sheets write it.
pub(crate) fn answer_to_json(answer: &Answer) -> Json {
    match answer {
        Answer::NotKnown => json!("not_known"),
        Answer::Known(Value::YesNo(yes)) => json!(if *yes { "yes" } else { "no" }),
        Answer::Known(Value::Choice(value) | Value::Text(value)) => json!(value),
        Answer::Known(Value::Set(values)) => Json::Array(values.iter().map(|value| json!(value)).collect()),
        Answer::Known(Value::Count(count)) => json!(count),
        Answer::Known(Value::Date(date)) => json!(date.to_string()),
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
