//! The program for those who receive sealed referrals, and all that JavaScript may call of it: `boot.js` does.

use drive_screening_ui as ui;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Nothing starts by itself: who loads this says where to draw, and what.
fn main() {}

/// Draws the page in an element, for as long as the page lives.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, options: ui::Options) {
    std::mem::forget(ui::start(root, options, ui::desk()));
}
