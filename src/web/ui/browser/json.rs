//! JSON that this page's own programs wrote, read by the browser: it can, and a second reader is code to download. What
//! people open is read strictly, by the composer.

use drive_screening_core::base::json::{Fraction, Json, Map};
use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a text. None if it is no JSON.
pub(crate) fn parse(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(|value| read(&value))
}

#[allow(clippy::cast_possible_truncation, reason = "the bounds are checked first")]
fn read(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        return Json::String(text);
    }
    if let Some(number) = value.as_f64() {
        let whole = number.fract() == 0.0 && number.abs() < 1e15;
        if whole {
            return Json::Whole(number as i64);
        }
        let written = JSON::stringify(value).map(String::from).unwrap_or_default();
        return Json::Fraction(Fraction::written(number, written));
    }
    if let Some(truth) = value.as_bool() {
        return Json::Bool(truth);
    }
    if Array::is_array(value) {
        return Json::Array(value.unchecked_ref::<Array>().iter().map(|value| read(&value)).collect());
    }
    let mut map = Map::new();
    if let Some(object) = value.dyn_ref::<Object>() {
        for entry in Object::entries(object).iter() {
            let entry: Array = entry.unchecked_into();
            map.insert(entry.get(0).as_string().unwrap_or_default(), read(&entry.get(1)));
        }
        return Json::Object(map);
    }
    Json::Null
}
