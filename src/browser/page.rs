//! The page itself: focus, scrolling, language, printing and its network.

use super::dom::{self, Node};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Opens the print dialogue.
    #[wasm_bindgen]
    pub(crate) fn print();
    /// The part of the address after `#`, with that sign.
    #[wasm_bindgen(thread_local_v2, js_namespace = location, js_name = hash)]
    static HASH: String;
    #[wasm_bindgen(js_name = scrollTo)]
    fn scroll_to(x: f64, y: f64);

    type Target;
    #[wasm_bindgen(method)]
    fn focus(this: &Target);
    #[wasm_bindgen(method, js_name = scrollIntoView)]
    fn scroll_into_view(this: &Target);
    #[wasm_bindgen(method, getter, js_name = tabIndex)]
    fn tab_index(this: &Target) -> i32;

    #[wasm_bindgen(js_name = CSSStyleSheet)]
    type Sheet;
    #[wasm_bindgen(constructor, js_class = "CSSStyleSheet", catch)]
    fn new() -> Result<Sheet, JsValue>;
    #[wasm_bindgen(method, js_name = replaceSync, catch)]
    fn replace(this: &Sheet, css: &str) -> Result<(), JsValue>;

    type Root;
    #[wasm_bindgen(method, getter, js_name = ownerDocument)]
    fn document(this: &Root) -> JsValue;
}

/// Moves focus to the first element that matches, if there is one, also where it is not meant to be operated.
pub(crate) fn focus(selector: &str) {
    let Some(found) = dom::first(selector) else { return };
    let target: &Target = found.unchecked_ref();
    if target.tab_index() < 0 && found.attribute("tabindex").is_none() {
        found.set_attribute("tabindex", "-1");
    }
    target.focus();
}

/// Moves focus to the element of an id.
pub(crate) fn focus_id(id: &str) {
    if let Some(found) = dom::by_id(id) {
        let target: &Target = found.unchecked_ref();
        target.scroll_into_view();
        target.focus();
    }
}

/// Whether the address ends in this.
pub(crate) fn is_at(fragment: &str) -> bool {
    HASH.with(|hash| hash == fragment)
}

/// Scrolls to the top.
pub(crate) fn to_top() {
    scroll_to(0.0, 0.0);
}

/// Tells the browser and screen readers which language the page is in.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = dom::first("html") {
        root.set_attribute("lang", tag);
    }
}

/// Shuts the page's network: from here on the browser blocks every connection this page could open.
/// False if the policy could not be added.
pub(crate) fn shut_network() -> bool {
    let Some(head) = dom::first("head") else {
        return false;
    };
    let meta: Node = dom::create_element("meta");
    meta.set_attribute("http-equiv", "Content-Security-Policy");
    meta.set_attribute("content", "connect-src 'none'");
    head.append(&meta);
    true
}
