//! The exporter: it writes PDF, Word and zip files, in a worker of the composer, and keeps nothing of a job. It is given a
//! [`WriteRequest`] with the documents, as [`ExportRequest::packed`] gives them, and tells what [`WorkerEvent`] lists.

use drive_screening_core::base::problem::Problem;
use drive_screening_core::protocol::{Reply, WorkerEvent, WriteRequest};
use drive_screening_document::{ExportRequest, OutputFile};
use drive_screening_export::{Fonts, write_request};
use drive_screening_worker_messages as messages;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Memory is taken in pieces of 64 KiB and never given back. A referral takes 10 MB with the fonts; what has taken more
/// than this is not kept.
const LARGE: usize = 32 * 1024 * 1024 / 65_536;

/// Listens for as long as the worker lives.
fn main() {
    let scope = messages::scope();
    let fonts = read_fonts();
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = event.data();
        match WriteRequest::read(&messages::head(&message)) {
            Ok(request) => write(&answering, request, message.unchecked_ref(), fonts.as_ref()),
            // Which build this is of is all that another one can be told.
            Err(_) => messages::tell(&answering, &WorkerEvent::Ready),
        }
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    messages::tell(&scope, &WorkerEvent::Ready);
}

/// The fonts of PDF files, as `programs.js` fetched them; without them there is Word.
fn read_fonts() -> Option<Fonts> {
    let files: Array = Reflect::get(&js_sys::global(), &"driveFonts".into()).ok()?.dyn_into().ok()?;
    let file = |index| Some(Uint8Array::new(files.get(index).dyn_ref::<ArrayBuffer>()?).to_vec());
    Fonts::new(file(0)?, file(1)?).ok()
}

fn write(
    scope: &DedicatedWorkerGlobalScope,
    WriteRequest { number }: WriteRequest,
    message: &Array,
    fonts: Option<&Fonts>,
) {
    let told = Cell::new(0);
    let watch = |percent: usize| {
        if percent > told.replace(percent) {
            let percent = u32::try_from(percent).unwrap_or(100);
            messages::tell(scope, &WorkerEvent::Progress { number, percent });
        }
    };
    let documents = ExportRequest::unpacked(&Uint8Array::new(&message.get(1)).to_vec());
    match write_request(&documents, fonts, &watch) {
        Ok(OutputFile { name, media_type, bytes }) => {
            let reply = Reply::File { name, media_type: media_type.to_owned() };
            messages::tell_with(scope, &WorkerEvent::Finished { number, reply }, &bytes);
        }
        Err(problem) => {
            let reply = Reply::Refused(Problem::in_both(&[problem]));
            messages::tell(scope, &WorkerEvent::Finished { number, reply });
        }
    }
    if core::arch::wasm32::memory_size(0) > LARGE {
        messages::tell(scope, &WorkerEvent::Spent);
    }
}
