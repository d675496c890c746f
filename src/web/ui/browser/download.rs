//! Saving a file, because the person pressed a button.

use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BlobPropertyBag, HtmlAnchorElement};

/// How long a file stays reachable for a slow disk.
const KEPT_MS: u32 = 20_000;

/// Offers a file to save, given as a text or as bytes. False if the browser has no such facility.
pub(crate) fn save(name: &str, kind: &str, content: &JsValue) -> bool {
    try_save(name, kind, content).is_ok()
}

/// The same of bytes.
pub(crate) fn save_bytes(name: &str, kind: &str, content: &[u8]) -> bool {
    save(name, kind, &Uint8Array::from(content))
}

fn try_save(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(content);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = ObjectUrl::from(Blob::from(blob));
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Then let go, so that nothing of the case stays reachable.
    Timeout::new(KEPT_MS, move || drop(url)).forget();
    Ok(())
}
