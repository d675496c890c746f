//! What whoever installed this copy wrote beside `index.html`, as `boot.js` fetched it before the page started.

use crate::site::Fetched;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{site, pack}`: the text of `site.json` and of the pack it names; a status in place of a text that did not come.
    #[wasm_bindgen(thread_local_v2, js_name = driveGiven)]
    static GIVEN: Given;

    #[derive(Clone)]
    type Given;
    #[wasm_bindgen(method, getter)]
    fn site(this: &Given) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn pack(this: &Given) -> JsValue;
}

/// All of it, to hand on.
pub(crate) fn given() -> JsValue {
    GIVEN.with(Given::clone).into()
}

/// Calls `with` with what came of `site.json`, and of the file it names as the pack.
pub(crate) fn read<T>(with: impl FnOnce(Fetched<'_>, Fetched<'_>) -> T) -> T {
    let [site, pack] = GIVEN.with(|given| [given.site(), given.pack()]).map(text);
    with(site.as_deref().map_err(|status| *status), pack.as_deref().map_err(|status| *status))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
#[allow(clippy::needless_pass_by_value, reason = "for `map`")]
fn text(given: JsValue) -> Result<String, u32> {
    given.as_string().ok_or(given.as_f64().unwrap_or_default() as u32)
}
