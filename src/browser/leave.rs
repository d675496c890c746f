//! Leaving for another website at once.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Loads this page afresh, which forgets everything.
    #[wasm_bindgen(js_namespace = location)]
    pub(crate) fn reload();
    #[wasm_bindgen(js_namespace = location, catch)]
    fn replace(address: &str) -> Result<(), JsValue>;
}

/// Goes to `address` in place of this page, so that "back" does not return here.
pub(crate) fn leave_for(address: &str) {
    // What whoever installed this copy wrote may be no address; the page is covered all the same.
    let _ = replace(address);
}
