//! Back and forward. An entry holds a number that means nothing outside this page; the address never changes.

use wasm_bindgen::JsValue;

/// Adds an entry after the current one.
pub(crate) fn push(number: usize) {
    if let Some(history) = history() {
        // A sandboxed frame may refuse; the page's own back links still work.
        let _ = history.push_state(&state(number), "");
    }
}

/// Renames the current entry.
pub(crate) fn replace(number: usize) {
    if let Some(history) = history() {
        let _ = history.replace_state(&state(number), "");
    }
}

/// Goes back one entry.
pub(crate) fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

/// The number of an entry, if it is one of ours.
pub(crate) fn number(state: &JsValue) -> Option<usize> {
    let number = state.as_f64()?;
    (number >= 0.0 && number.fract() == 0.0 && number < 1e6).then_some(number as usize)
}

fn state(number: usize) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
