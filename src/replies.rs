//! What the programs beside the page say to whoever started them. `composer` and `exporter` list the messages.

use crate::document::Made;
use crate::document::job::BUILD;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

/// The worker that this program runs in.
pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// It has started, and is of this build.
pub(crate) fn ready(scope: &DedicatedWorkerGlobalScope) {
    post(scope, &Array::of2(&"ready".into(), &BUILD.into()), &Array::new());
}

/// The exporter has started too, or will not.
#[cfg(feature = "composer")]
pub(crate) fn settled(scope: &DedicatedWorkerGlobalScope) {
    post(scope, &Array::of1(&"settled".into()), &Array::new());
}

/// A job begins: whoever asked hears that this program lives.
#[cfg(feature = "composer")]
pub(crate) fn begun(scope: &DedicatedWorkerGlobalScope, number: &JsValue) {
    post(scope, &Array::of2(number, &0.into()), &Array::new());
}

/// What was made, the bytes given over.
pub(crate) fn made(scope: &DedicatedWorkerGlobalScope, number: &JsValue, made: &Made) {
    let bytes = Uint8Array::from(made.bytes.as_slice());
    let message = Array::of4(number, &made.name.as_str().into(), &made.kind.into(), &bytes);
    post(scope, &message, &Array::of1(&bytes.buffer()));
}

/// Why nothing was made, and what to do.
pub(crate) fn refused(scope: &DedicatedWorkerGlobalScope, number: &JsValue, words: &str) {
    post(scope, &Array::of2(number, &words.into()), &Array::new());
}

/// It should be started afresh.
pub(crate) fn spent(scope: &DedicatedWorkerGlobalScope) {
    post(scope, &Array::of1(&"spent".into()), &Array::new());
}

/// Only data that cannot be copied is refused, and all of this can.
pub(crate) fn post(scope: &DedicatedWorkerGlobalScope, message: &Array, given: &Array) {
    let _ = scope.post_message_with_transfer(message, given);
}
