//! A reference for a document: random, and about nobody.

use drive_screening_core::answers::reference_from;
use leptos::prelude::window;

/// A new reference such as `K7Q2-M9XD`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to below 256")]
pub(crate) fn reference() -> String {
    let mut bytes = [0_u8; 8];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // It only has to differ from the last one; it guards nothing.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    reference_from(bytes)
}
