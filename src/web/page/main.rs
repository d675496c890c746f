//! The program for a referral, and all that JavaScript may call of it: `boot.js` and `embed.js` do.

use drive_screening_ui as ui;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Nothing starts by itself: who loads this says where to draw, and what.
fn main() {}

/// A copy on a page.
#[wasm_bindgen]
pub struct Mounted(Option<ui::Mounted>);

#[wasm_bindgen]
impl Mounted {
    /// Goes on in a language, where the copy offers it.
    pub fn speak(&self, language: &str) {
        if let Some(mounted) = &self.0 {
            mounted.speak(language);
        }
    }

    /// Leaves it there for as long as the page lives, whether or not JavaScript still holds this.
    pub fn keep(&mut self) {
        std::mem::forget(self.0.take());
    }

    /// Ends it, with everything it drew, listened to and remembered.
    pub fn unmount(&mut self) {
        self.0.take();
    }
}

/// Draws a copy in an element.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, options: ui::Options) -> Mounted {
    Mounted(Some(ui::start(root, options, &ui::REFERRAL)))
}
