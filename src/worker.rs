//! The program that writes documents, in a worker: it says which build it is of, is given the criteria, and then does
//! one job after another. It keeps nothing of a job.
//!
//! | message | from | is |
//! |---|---|---|
//! | `["ready", BUILD]` | worker | started; once |
//! | `{site, pack}` | page | what this copy's criteria are read from: [`Site`]'s two files, or statuses; once |
//! | `[number, job]` | page | a [`Job`] to do, as text |
//! | `[number, name, kind, bytes]` | worker | what was made, the bytes given over |
//! | `[number, problems]` | worker | why nothing was made: an array of lines, each a problem as JSON |
//!
//! A panic ends the worker with an error, which the page hears.

use crate::document::about::Criteria;
use crate::document::job::{BUILD, Job};
use crate::problem::Problem;
use crate::site::Site;
use crate::words::{Language, Words};
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let criteria = RefCell::new(Err(Vec::new()));
    let replies = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        match data.dyn_into::<Array>() {
            Ok(asked) => {
                let number = asked.get(0);
                let job = asked.get(1).as_string().unwrap_or_default();
                reply(&replies, &number, &job, &criteria.borrow());
            }
            Err(given) => *criteria.borrow_mut() = load(&given),
        }
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    post(&scope, &Array::of2(&"ready".into(), &BUILD.into()), &Array::new());
}

/// The criteria of this copy, read as the page reads them.
fn load(given: &JsValue) -> Result<Criteria, Vec<Problem>> {
    let [site, file] = ["site", "pack"].map(|key| fetched(given, key));
    let [site, file] = [&site, &file].map(|file| file.as_deref().map_err(|status| *status));
    let site = Site::read(site);
    let pack = site.pack(file)?;
    let source = site.source(file).map_err(|problem| vec![problem])?.to_owned();
    Ok(Criteria { pack, source })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status has three digits")]
fn fetched(given: &JsValue, key: &str) -> Result<String, u32> {
    let file = Reflect::get(given, &key.into()).unwrap_or_default();
    file.as_string().ok_or(file.as_f64().unwrap_or_default() as u32)
}

fn reply(
    scope: &DedicatedWorkerGlobalScope,
    number: &JsValue,
    job: &str,
    criteria: &Result<Criteria, Vec<Problem>>,
) {
    let made = match (Job::read(job), criteria) {
        (Some(job), Ok(criteria)) => job.run(criteria),
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
            let lines: Array =
                problems.iter().map(|problem| JsValue::from(problem.to_json(Language::En))).collect();
            post(scope, &Array::of2(number, &lines), &Array::new());
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
