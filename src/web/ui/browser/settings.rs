//! What whoever installed this copy wrote beside `index.html`, as `boot.js` fetched it before the page started.

use drive_screening_core::protocol::{Fetched, Prefill, Source};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `{site, pack, prefill}`: the text of `site.json` and of the pack it names, or a status in place of a text that did not
    /// come; and `{system, sheet}` if another system answers something, its name and the text of an answer sheet.
    type HostFiles;
    #[wasm_bindgen(method, getter)]
    fn site(this: &HostFiles) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn pack(this: &HostFiles) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn prefill(this: &HostFiles) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_prefill(this: &HostFiles, prefill: &JsValue);
}

#[wasm_bindgen]
extern "C" {
    /// What another system answers.
    type GivenAnswers;
    #[wasm_bindgen(method, getter)]
    fn system(this: &GivenAnswers) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn sheet(this: &GivenAnswers) -> JsValue;
}

/// Whether another system answers something.
pub(crate) fn is_prefilled(given: &JsValue) -> bool {
    given.unchecked_ref::<HostFiles>().prefill().is_truthy()
}

/// All that the composer reads of it.
pub(crate) fn source(given: &JsValue) -> Source {
    let Settings { site, pack } = read(given);
    let prefill = is_prefilled(given).then(|| {
        let answers: GivenAnswers = given.unchecked_ref::<HostFiles>().prefill().unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Prefill { system: text(answers.system()), sheet: text(answers.sheet()) }
    });
    Source { site, pack, prefill }
}

/// Lets go of what another system answered, once it was read: nothing of a case stays beside the page.
pub(crate) fn forget_prefill(given: &JsValue) {
    given.unchecked_ref::<HostFiles>().set_prefill(&JsValue::UNDEFINED);
}

/// What came of `site.json`, and of the file it names as the pack: the text, or the status in its place.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) site: Fetched,
    pub(crate) pack: Fetched,
}

/// Reads what was given.
pub(crate) fn read(given: &JsValue) -> Settings {
    let given: &HostFiles = given.unchecked_ref();
    Settings { site: text(&given.site()), pack: text(&given.pack()) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
fn text(given: &JsValue) -> Fetched {
    given.as_string().ok_or(given.as_f64().unwrap_or_default() as u32)
}
