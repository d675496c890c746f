//! The sealer: it locks files and opens them, in a worker that the page ends after each passphrase, as memory that a worker
//! has taken is never given back. It takes a [`SealRequest`] and tells what [`SealEvent`] lists, and keeps nothing of a job.

use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::{SealEvent, SealReply, SealRequest};
use drive_screening_seal::run_job;
use drive_screening_worker_messages as messages;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives.
fn main() {
    let scope = messages::scope();
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data();
        let body = take_body(message.unchecked_ref());
        tell(
            &answering,
            &match SealRequest::read(&messages::head(&message), &body) {
                Ok(SealRequest { number, job }) => {
                    let refused = |problems: Vec<Problem>| SealReply::Refused(Problem::in_both(&problems));
                    SealEvent::Finished { number, reply: run_job(job).unwrap_or_else(refused) }
                }
                // Which build this is of is all that another one can be told.
                Err(_) => SealEvent::Ready,
            },
        );
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    tell(&scope, &SealEvent::Ready);
}

/// The body of a message, which nothing is left of.
fn take_body(message: &Array) -> Secret {
    let body = message.get(1);
    let Some(body) = body.dyn_ref::<Uint8Array>() else { return Secret::default() };
    let taken = body.to_vec().into();
    body.fill(0, 0, body.length());
    taken
}

fn tell(scope: &DedicatedWorkerGlobalScope, event: &SealEvent) {
    let (head, body) = event.write();
    messages::post(scope, &messages::message(&head, body.as_ref().map(Secret::bytes)));
}
