//! Saving a file, because the person pressed a button.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text file to save. False if the browser has no such facility.
pub(crate) fn save(name: &str, kind: &str, content: &str) -> bool {
    try_save(name, kind, content).is_some()
}

fn try_save(name: &str, kind: &str, content: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Kept long enough for a slow disk, then let go, so that nothing of the case stays reachable.
    gloo_timers::callback::Timeout::new(20_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
