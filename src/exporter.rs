//! The exporter: it writes PDF, Word and zip files, in a worker of the composer, and keeps nothing of a job.
//!
//! | message | from | is |
//! |---|---|---|
//! | `["ready", BUILD]` | exporter | started; once |
//! | `[number, documents, language]` | composer | what to write, as [`ToWrite::packed`] gives it, and the language of problems |
//! | `[number, percent]` | exporter | how far it is; now and then |
//! | `[number, name, kind, bytes]` | exporter | what was written, the bytes given over |
//! | `[number, words]` | exporter | why nothing was written and what to do |
//! | `["spent"]` | exporter | it took much memory, which only its end gives back |

use crate::document::ToWrite;
use crate::export::Fonts;
use crate::problem::Problem;
use crate::replies::{self, post};
use crate::words::Language;
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Memory is taken in pieces of 64 KiB and never given back. A referral takes 10 MB with the fonts; what has taken more
/// than this is not kept.
const LARGE: usize = 32 * 1024 * 1024 / 65_536;

/// Listens for as long as the worker lives.
pub fn start() {
    let scope = replies::scope();
    let fonts = read_fonts();
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        reply(&answering, &event.data().unchecked_into(), fonts.as_ref());
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    replies::ready(&scope);
}

/// The fonts of PDF files, as `programs.js` fetched them; without them there is Word.
fn read_fonts() -> Option<Fonts> {
    let files: Array = Reflect::get(&js_sys::global(), &"driveFonts".into()).ok()?.dyn_into().ok()?;
    let file = |index| Some(Uint8Array::new(files.get(index).dyn_ref::<ArrayBuffer>()?).to_vec());
    Fonts::new(file(0)?, file(1)?).ok()
}

fn reply(scope: &DedicatedWorkerGlobalScope, asked: &Array, fonts: Option<&Fonts>) {
    let number = asked.get(0);
    let language = asked.get(2).as_string().and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
    let said = Cell::new(0);
    let watch = |percent: usize| {
        if percent > said.replace(percent) {
            let percent = u32::try_from(percent).unwrap_or(100);
            post(scope, &Array::of2(&number, &percent.into()), &Array::new());
        }
    };
    let documents = ToWrite::unpacked(&Uint8Array::new(&asked.get(1)).to_vec());
    match documents.write(fonts, &watch) {
        Ok(made) => replies::made(scope, &number, &made),
        Err(problem) => replies::refused(scope, &number, &Problem::in_words(&[problem], language)),
    }
    if core::arch::wasm32::memory_size(0) > LARGE {
        replies::spent(scope);
    }
}
