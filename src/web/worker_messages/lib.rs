//! How the programs in workers tell what they have to say: a [`WorkerEvent`] as a message to whoever started them.

use drive_screening_core::protocol::WorkerEvent;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::DedicatedWorkerGlobalScope;

/// The worker that this program runs in.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Says something.
pub fn tell(scope: &DedicatedWorkerGlobalScope, event: &WorkerEvent) {
    post(scope, &message(&event.head(), event.body().as_deref()));
}

/// Says something that comes with a file.
pub fn tell_with(scope: &DedicatedWorkerGlobalScope, event: &WorkerEvent, file: &[u8]) {
    post(scope, &message(&event.head(), Some(file)));
}

/// A message: its head and its body.
pub fn message(head: &str, body: Option<&[u8]>) -> Array {
    let body = body.map_or(JsValue::UNDEFINED, |body| Uint8Array::from(body).into());
    Array::of2(&head.into(), &body)
}

/// What of a message is given over and not copied: the bytes of its body.
pub fn given_over(message: &Array) -> Array {
    let body = message.get(1);
    body.dyn_ref::<Uint8Array>().map_or_else(Array::new, |body| Array::of1(&body.buffer()))
}

/// The head of a message; blank if it is none.
pub fn head(message: &JsValue) -> String {
    message.dyn_ref::<Array>().and_then(|message| message.get(0).as_string()).unwrap_or_default()
}

/// Only data that cannot be copied is refused, and all of this can.
pub fn post(scope: &DedicatedWorkerGlobalScope, message: &Array) {
    let _ = scope.post_message_with_transfer(message, &given_over(message));
}
