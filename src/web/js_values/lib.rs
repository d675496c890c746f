//! Values of JavaScript as the engine's two programs take and give them.

use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::text::quoted;
use drive_screening_core::base::words::{Language, Phrase};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// A value of JavaScript as JSON.
///
/// # Errors
/// That it is none.
pub fn taken(value: JsValue) -> Result<Json, Vec<Problem>> {
    serde_wasm_bindgen::from_value(value).map_err(|_| {
        let (en, cy) = ("what was given is no JSON", "nid yw'r hyn a roddwyd yn JSON");
        let (mend, trwsio) = (
            "give an object, lists, texts and numbers alone",
            "rhowch wrthrych, rhestrau, testunau a rhifau yn unig",
        );
        vec![Problem::filled("engine-not-json", "", Phrase::of(en, cy), Phrase::of(mend, trwsio), &[])]
    })
}

/// JSON as a value of JavaScript.
///
/// # Errors
/// None that can occur.
pub fn given(json: &Json) -> Result<JsValue, JsValue> {
    Ok(json.serialize(&Serializer::json_compatible())?)
}

/// Problems, to throw.
pub fn thrown(problems: &[Problem], language: Language) -> JsValue {
    given(&Json::Array(problems.iter().map(|problem| problem.to_json(language)).collect()))
        .unwrap_or_default()
}

/// A day, as `YYYY-MM-DD`.
///
/// # Errors
/// That it is none.
pub fn day(text: &str) -> Result<Date, Problem> {
    Date::parse(text).ok_or_else(|| {
        Problem::filled(
            "engine-no-such-date",
            "day",
            Phrase::of("{0} is no date", "nid yw {0} yn ddyddiad"),
            Phrase::of("write a date as YYYY-MM-DD", "ysgrifennwch ddyddiad fel BBBB-MM-DD"),
            &[&quoted(text)],
        )
    })
}
