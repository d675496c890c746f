//! Back and forward. An entry holds a number that means nothing outside this page; the address never changes.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = history, js_name = pushState, catch)]
    fn push_state(state: f64, unused: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = history, js_name = replaceState, catch)]
    fn replace_state(state: f64, unused: &str) -> Result<(), JsValue>;
    /// Goes back one entry.
    #[wasm_bindgen(js_namespace = history)]
    pub(crate) fn back();
}

/// Adds an entry after the current one.
pub(crate) fn push(number: u32) {
    // A sandboxed frame may refuse; the page's own back links still work.
    let _ = push_state(f64::from(number), "");
}

/// Renames the current entry.
pub(crate) fn replace(number: u32) {
    let _ = replace_state(f64::from(number), "");
}

/// The number of an entry, if it is one of ours.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bounds are checked first")]
pub(crate) fn number(state: &JsValue) -> Option<u32> {
    let number = state.as_f64()?;
    (number >= 0.0 && number.fract() == 0.0 && number < 1e6).then_some(number as u32)
}
