//! A reference for a document: random, and about nobody.

use crate::document::reference_from;

/// A new reference such as `K7Q2-M9XD`.
pub(crate) fn reference() -> String {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // It only has to differ from the last one; it guards nothing.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    reference_from(bytes)
}
