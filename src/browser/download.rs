//! Saving a file, because the person pressed a button.

use super::dom::{Node, create_element, listener};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Blob;
    #[wasm_bindgen(constructor, catch)]
    fn new(parts: &JsValue, options: &JsValue) -> Result<Blob, JsValue>;

    #[wasm_bindgen(js_namespace = URL, js_name = createObjectURL, catch)]
    fn create_url(blob: &Blob) -> Result<String, JsValue>;
    #[wasm_bindgen(js_namespace = URL, js_name = revokeObjectURL)]
    fn revoke_url(url: &str);
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(listener: &JsValue, milliseconds: u32);

    type Anchor;
    #[wasm_bindgen(method)]
    fn click(this: &Anchor);
}

/// How long a file stays reachable for a slow disk.
const KEPT_MS: u32 = 20_000;

/// Offers a file to save, given as a text or as bytes. False if the browser has no such facility.
pub(crate) fn save(name: &str, kind: &str, content: &JsValue) -> bool {
    try_save(name, kind, content).is_ok()
}

fn try_save(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"type".into(), &kind.into())?;
    let url = create_url(&Blob::new(&js_sys::Array::of1(content), &options)?)?;
    let anchor: Node = create_element("a");
    anchor.set_attribute("href", &url);
    anchor.set_attribute("download", name);
    anchor.unchecked_ref::<Anchor>().click();
    // Then let go, so that nothing of the case stays reachable.
    set_timeout(&listener(Box::new(move |_| revoke_url(&url))).into_js_value(), KEPT_MS);
    Ok(())
}
