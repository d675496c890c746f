//! The program that writes documents, in a worker: it says which build it is of, is told which pack, and then does one
//! job after another. It keeps nothing of a job.
//!
//! | message | from | is |
//! |---|---|---|
//! | `["ready", BUILD]` | worker | started; once |
//! | `[regular, bold]` | `worker.js` | the font files, if they loaded; once |
//! | a text | page | the name of the pack, which is built in; once |
//! | `[number, job]` | page | a [`Job`] to do, as text |
//! | `[number, name, kind, bytes]` | worker | what was made, the bytes given over |
//! | `[number, words]` | worker | why nothing was made and what to do, in the language of the job |
//!
//! A panic ends the worker with an error, which the page hears.

use crate::document::files::Fonts;
use crate::document::job::{BUILD, Job};
use crate::pack::Pack;
use crate::problem::Problem;
use crate::words::{Language, Words};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let pack = RefCell::new(Err(Vec::new()));
    let fonts = RefCell::new(None);
    let replies = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if let Some(name) = data.as_string() {
            *pack.borrow_mut() = Pack::builtin(&name);
        } else if let Ok(asked) = data.dyn_into::<Array>() {
            let number = asked.get(0);
            match asked.get(1).as_string() {
                Some(job) => reply(&replies, &number, &job, &pack.borrow(), fonts.borrow().as_ref()),
                None => *fonts.borrow_mut() = read_fonts(&asked),
            }
        }
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    post(&scope, &Array::of2(&"ready".into(), &BUILD.into()), &Array::new());
}

/// The fonts of PDF files; without them there is every other format.
fn read_fonts(files: &Array) -> Option<Fonts> {
    let file = |index| Some(Uint8Array::new(files.get(index).dyn_ref::<ArrayBuffer>()?).to_vec());
    Fonts::new(file(0)?, file(1)?).ok()
}

fn reply(
    scope: &DedicatedWorkerGlobalScope,
    number: &JsValue,
    job: &str,
    pack: &Result<Pack, Vec<Problem>>,
    fonts: Option<&Fonts>,
) {
    let job = Job::read(job);
    let language = job.as_ref().map_or(Language::En, |job| job.language);
    let made = match (job, pack) {
        (Some(job), Ok(pack)) => job.run(pack, fonts),
        (Some(_), Err(problems)) => Err(problems.clone()),
        (None, _) => Err(vec![no_job()]),
    };
    match made {
        Ok(made) => {
            let bytes = Uint8Array::from(made.bytes.as_slice());
            let given = Array::of1(&bytes.buffer());
            post(scope, &Array::of4(number, &made.name.into(), &made.kind.into(), &bytes), &given);
        }
        Err(problems) => {
            let mut words = String::new();
            for problem in &problems {
                let sentence = [problem.message.say(language), ": ", problem.next_step.say(language), ". "];
                words.extend(sentence);
            }
            post(scope, &Array::of2(number, &words.trim_end().into()), &Array::new());
        }
    }
}

/// Only data that cannot be copied is refused, and all of this can.
fn post(scope: &DedicatedWorkerGlobalScope, message: &Array, given: &Array) {
    let _ = scope.post_message_with_transfer(message, given);
}

fn no_job() -> Problem {
    Problem::new(
        "job-not-read",
        "",
        Words::of("this job is not one that the program knows", "nid yw'r rhaglen yn adnabod y dasg hon")
            .text(),
        Words::of("load the page again", "llwythwch y dudalen eto").text(),
    )
}
