//! What whoever installed this copy wrote beside `index.html`, as `boot.js` fetched it before the page started.

use drive_screening_core::base::words::Phrase;
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
    type HostPrefill;
    #[wasm_bindgen(method, getter)]
    fn system(this: &HostPrefill) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn sheet(this: &HostPrefill) -> JsValue;
}

/// Whether another system answers something.
pub(crate) fn is_prefilled(files: &JsValue) -> bool {
    files.unchecked_ref::<HostFiles>().prefill().is_truthy()
}

/// All that the composer reads of it.
pub(crate) fn source(files: &JsValue) -> Source {
    let Settings { site, pack } = read(files);
    let prefill = is_prefilled(files).then(|| {
        let answers: HostPrefill = files.unchecked_ref::<HostFiles>().prefill().unchecked_into();
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        Prefill { system: text(answers.system()), sheet: text(answers.sheet()) }
    });
    Source { site, pack, prefill }
}

/// The same with this protective marking in place of the site's.
pub(crate) fn marked_source(files: &JsValue, marking: Phrase) -> Source {
    let source = source(files);
    let marked = |site: &str| {
        let site = js_sys::JSON::parse(site).ok()?;
        let words = js_sys::Object::new();
        for (language, text) in [("en", marking.en), ("cy", marking.cy)] {
            js_sys::Reflect::set(&words, &language.into(), &text.into()).ok()?;
        }
        js_sys::Reflect::set(&site, &"marking".into(), &words).ok()?;
        js_sys::JSON::stringify(&site).ok()?.as_string()
    };
    let site = source.site.map(|site| marked(&site).unwrap_or(site));
    Source { site, ..source }
}

/// Lets go of what another system answered, once it was read: nothing of a case stays beside the page.
pub(crate) fn forget_prefill(files: &JsValue) {
    files.unchecked_ref::<HostFiles>().set_prefill(&JsValue::UNDEFINED);
}

/// What came of `site.json`, and of the file it names as the pack: the text, or the status in its place.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) site: Fetched,
    pub(crate) pack: Fetched,
}

/// Reads what came of them.
pub(crate) fn read(files: &JsValue) -> Settings {
    let files: &HostFiles = files.unchecked_ref();
    Settings { site: text(&files.site()), pack: text(&files.pack()) }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
fn text(file: &JsValue) -> Fetched {
    file.as_string().ok_or(file.as_f64().unwrap_or_default() as u32)
}
