//! The program that writes documents, in a worker: it says which build it is of, is given the criteria, and then does
//! one job after another. It keeps nothing of a job.
//!
//! | message | from | is |
//! |---|---|---|
//! | `["ready", BUILD]` | worker | started; once |
//! | `[regular, bold]` | `worker.js` | the font files, if they loaded; once |
//! | `{site, pack}` | page | what this copy's criteria are read from: [`Site`]'s two files, or statuses; once |
//! | `[0, "copy"]` | page | it cannot read packs: give what was read |
//! | `["copy", numbers, words]` | worker | site and pack as [`packed`] writes them |
//! | `["refused", en, cy]` | worker | or everything that is wrong with them, as HTML list items in both languages |
//! | `[number, job]` | page | a [`Job`] to do, as text |
//! | `[number, percent]` | worker | how far a longer job is; now and then |
//! | `[number, name, kind, bytes]` | worker | what was made, the bytes given over |
//! | `[number, words]` | worker | why nothing was made and what to do, in the language of the job |
//!
//! | `["spent"]` | worker | a job took much memory, which only the end of the worker gives back |
//!
//! A panic ends the worker with an error, which the page hears.

use crate::document::about::Criteria;
use crate::document::files::Fonts;
use crate::document::html::problems_html;
use crate::document::job::{BUILD, COPY, Job};
use crate::pack::packed;
use crate::problem::Problem;
use crate::site::Site;
use crate::words::{Language, Words};
use js_sys::{Array, ArrayBuffer, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Memory is taken in pieces of 64 KiB and never given back. A referral takes 10 MB with the fonts; what has taken more
/// than this is not kept.
const LARGE: usize = 32 * 1024 * 1024 / 65_536;

/// Listens for as long as the worker lives.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let criteria = RefCell::new(Err(Vec::new()));
    let fonts = RefCell::new(None);
    let replies = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        match data.dyn_into::<Array>() {
            Ok(asked) => {
                let number = asked.get(0);
                match asked.get(1).as_string() {
                    Some(job) if job == COPY => copy(&replies, &criteria.borrow()),
                    Some(job) => reply(&replies, &number, &job, &criteria.borrow(), fonts.borrow().as_ref()),
                    None => *fonts.borrow_mut() = read_fonts(&asked),
                }
            }
            Err(given) => *criteria.borrow_mut() = load(&given),
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

/// Gives the page the criteria of this copy, or what is wrong with them.
fn copy(scope: &DedicatedWorkerGlobalScope, criteria: &Result<Criteria, Vec<Problem>>) {
    let message = match criteria {
        Ok(Criteria { site, pack, .. }) => {
            let (numbers, words) = packed::write_copy(site, pack);
            Array::of3(&"copy".into(), &Uint8Array::from(numbers.as_slice()), &words.into())
        }
        Err(problems) => {
            let list = |language| JsValue::from(problems_html(problems, language));
            Array::of3(&"refused".into(), &list(Language::En), &list(Language::Cy))
        }
    };
    post(scope, &message, &Array::new());
}

/// The criteria of this copy.
fn load(given: &JsValue) -> Result<Criteria, Vec<Problem>> {
    let [site, file] = ["site", "pack"].map(|key| fetched(given, key));
    let [site, file] = [&site, &file].map(|file| file.as_deref().map_err(|status| *status));
    let site = Site::read(site);
    let pack = site.pack(file)?;
    let source = site.source(file).map_err(|problem| vec![problem])?.to_owned();
    Ok(Criteria { site, pack, source })
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
    fonts: Option<&Fonts>,
) {
    let job = Job::read(job);
    let language = job.as_ref().map_or(Language::En, |job| job.language);
    let said = Cell::new(0);
    let watch = |percent: usize| {
        if percent > said.replace(percent) {
            let percent = u32::try_from(percent).unwrap_or(100);
            post(scope, &Array::of2(number, &percent.into()), &Array::new());
        }
    };
    let made = match (job, criteria) {
        (Some(job), Ok(criteria)) => job.run_watched(criteria, fonts, &watch),
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
    if is_large() {
        post(scope, &Array::of1(&"spent".into()), &Array::new());
    }
}

/// Whether more memory was taken than is worth keeping.
fn is_large() -> bool {
    core::arch::wasm32::memory_size(0) > LARGE
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
