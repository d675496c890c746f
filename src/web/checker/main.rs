//! What reads and checks criteria for the engine, in a program of its own: it is several times as large, and
//! a page that screens by what ships never loads it.

use drive_screening_authoring::check;
use drive_screening_core::base::json::{self, Json};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Pack, wire};
use drive_screening_js_values::{day, taken, thrown};
use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Nothing starts by itself.
fn main() {}

/// Reads a pack, an object as its file has it or that file's text, into the form that the engine takes.
///
/// # Errors
/// Every problem of the pack, as a list.
#[wasm_bindgen]
pub fn read(pack: JsValue, language: &str) -> Result<Vec<u8>, JsValue> {
    let language = Language::from_tag(language).unwrap_or_default();
    let pack = source(pack).and_then(|source| Pack::load(&source));
    Ok(wire::write_criteria(&pack.map_err(|problems| thrown(&problems, language))?))
}

/// What the check of a pack finds as of a day, `YYYY-MM-DD`: what `screening check` says, with the findings as a list.
///
/// # Errors
/// Every problem that keeps it from loading, as a list; or that of a day that is none.
#[wasm_bindgen]
pub fn check(pack: JsValue, on: &str, language: &str) -> Result<JsValue, JsValue> {
    let language = Language::from_tag(language).unwrap_or_default();
    let day = day(on).map_err(|problem| thrown(&[problem], language))?;
    let checked = source(pack).and_then(|source| check::check(&source, day));
    let (pack, report) = checked.map_err(|problems| thrown(&problems, language))?;
    let mut said = report.summary(&pack);
    said["findings"] =
        report.findings.iter().map(|finding| finding.to_json(language)).collect::<Vec<Value>>().into();
    Ok(said.serialize(&Serializer::json_compatible())?)
}

/// The text of a pack.
fn source(pack: JsValue) -> Result<String, Vec<Problem>> {
    match pack.as_string() {
        Some(text) => Ok(text),
        None => taken(pack).map(|json: Json| json::write(&json)),
    }
}
