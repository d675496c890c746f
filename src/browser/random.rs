//! A reference for a document: random, and about nobody.

use crate::answers::reference_from;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn fill(bytes: &mut [u8]) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = Math)]
    fn random() -> f64;
}

/// A new reference such as `K7Q2-M9XD`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to below 256")]
pub(crate) fn reference() -> String {
    let mut bytes = [0_u8; 8];
    if fill(&mut bytes).is_err() {
        // It only has to differ from the last one; it guards nothing.
        for byte in &mut bytes {
            *byte = (random() * 256.0) as u8;
        }
    }
    reference_from(bytes)
}
