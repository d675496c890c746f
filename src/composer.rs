//! The program beside the page, in a worker: it says which build it is of, is given the criteria, and then does one job
//! after another. It keeps nothing of a job. PDF, Word and zip files it composes and has written by the `exporter`,
//! a program of its own in a worker of this one: without that there is every other format.
//!
//! | message | from | is |
//! |---|---|---|
//! | `["ready", BUILD]` | composer | started; once |
//! | `["settled"]` | composer | the exporter has started too, or will not: nothing more is fetched; once |
//! | `{site, pack, prefill}` | page | what this copy's criteria are read from: [`Site`]'s two files, or statuses; and what another system answers, `{system, sheet}`; once |
//! | `[0, "copy"]` | page | it cannot read packs and sheets: give what was read |
//! | `["copy", numbers, words, told]` | composer | site, pack and answers as [`protocol::write_copy`] writes them; what to tell whoever embeds the page of those answers |
//! | `["refused", en, cy]` | composer | or everything that is wrong with them, as HTML list items in both languages |
//! | `[number, job]` | page | a [`Job`] to do, as text |
//! | `[number, percent]` | composer | how far a job is: 0 when it begins, then now and then |
//! | `[number, name, kind, bytes]` | composer | what was made, the bytes given over |
//! | `[number, words]` | composer | why nothing was made and what to do, in the language of the job |
//! | `["spent"]` | composer | it should be started afresh: a job took much memory, or the exporter ended |
//!
//! A panic ends the worker with an error, which the page hears.

use crate::date::Date;
use crate::document::job::{BUILD, COPY, Job};
use crate::document::write::problems_html;
use crate::document::{Criteria, Done};
use crate::embed::{self, Message};
use crate::json;
use crate::problem::Problem;
use crate::protocol;
use crate::replies::{self, post};
use crate::site::Site;
use crate::words::{Language, Words};
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

/// The exporter is not there, or it is of another build.
const NO_WRITER: Words = Words::of(
    "PDF, Word and zip files cannot be made here now. Save a web page, plain text or data instead, or load the page again: save the answers first and open them there.",
    "Ni ellir llunio ffeiliau PDF, Word a zip yma ar hyn o bryd. Cadwch dudalen we, testun plaen neu ddata yn lle hynny, neu llwythwch y dudalen eto: cadwch yr atebion yn gyntaf ac agorwch nhw yno.",
);

#[wasm_bindgen]
extern "C" {
    /// Starts the exporter: see `programs.js`.
    #[wasm_bindgen(catch, js_name = driveExporter)]
    fn start_exporter() -> Result<Worker, JsValue>;
}

/// Listens for as long as the worker lives.
pub fn start() {
    let scope = replies::scope();
    let criteria = RefCell::new(Err(Vec::new()));
    let prefill = RefCell::new(None);
    let exporter = Rc::new(Exporter::start(scope.clone()));
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        match data.dyn_into::<Array>() {
            Ok(asked) => match asked.get(1).as_string() {
                Some(job) if job == COPY => copy(&answering, &criteria.borrow(), prefill.take()),
                job => reply(
                    &answering,
                    &asked.get(0),
                    &job.unwrap_or_default(),
                    &criteria.borrow(),
                    exporter.as_ref(),
                ),
            },
            Err(given) => {
                *criteria.borrow_mut() = load(&given);
                *prefill.borrow_mut() = prefilled(&given);
            }
        }
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    replies::ready(&scope);
}

/// The exporter of PDF, Word and zip files.
struct Exporter {
    /// None once it has ended, or if it never was.
    running: Rc<RefCell<Option<Worker>>>,
    /// The number of the job it has, and the language of that.
    has: Rc<Cell<Option<(f64, Language)>>>,
    /// What it is to write once it has started. None when it has, which is said then.
    waiting: Rc<RefCell<Waiting>>,
}

/// Documents for an exporter that has not started yet: before that it would not hear.
#[derive(Default)]
struct Waiting {
    started: bool,
    message: Option<Array>,
}

impl Exporter {
    /// Starts it, and says so once it has started, or will not.
    fn start(scope: DedicatedWorkerGlobalScope) -> Self {
        let running = Rc::new(RefCell::new(start_exporter().ok()));
        let has = Rc::new(Cell::new(None));
        let waiting = Rc::new(RefCell::new(Waiting::default()));
        let settled = {
            let (scope, running, waiting) = (scope.clone(), running.clone(), waiting.clone());
            move || {
                let mut waiting = waiting.borrow_mut();
                if waiting.started {
                    return;
                }
                waiting.started = true;
                replies::settled(&scope);
                if let (Some(message), Some(worker)) = (waiting.message.take(), running.borrow().as_ref()) {
                    let _ = give(worker, &message);
                }
            }
        };
        let settled = Rc::new(settled);
        if let Some(worker) = running.borrow().as_ref() {
            let ended = {
                let (scope, running, has, settled) =
                    (scope.clone(), running.clone(), has.clone(), settled.clone());
                Closure::<dyn Fn(Event)>::new(move |event: Event| {
                    event.prevent_default();
                    running.borrow_mut().take();
                    settled();
                    if let Some((number, language)) = has.take() {
                        no_exporter(&scope, &JsValue::from_f64(number), language);
                    }
                })
            };
            let hears = {
                let (running, has) = (running.clone(), has.clone());
                Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                    let message: Array = event.data().unchecked_into();
                    if message.get(0).as_string().is_some_and(|word| word == "ready") {
                        if message.get(1).as_string().is_none_or(|build| build != BUILD)
                            && let Some(stale) = running.borrow_mut().take()
                        {
                            stale.terminate();
                            if let Some((number, language)) = has.take() {
                                no_exporter(&scope, &JsValue::from_f64(number), language);
                            }
                        }
                        return settled();
                    }
                    if message.get(1).as_f64().is_none() && message.get(0).as_f64().is_some() {
                        has.take();
                    }
                    let bytes = message.get(3);
                    let given = bytes
                        .dyn_ref::<Uint8Array>()
                        .map_or_else(Array::new, |bytes| Array::of1(&bytes.buffer()));
                    post(&scope, &message, &given);
                })
            };
            worker.set_onmessage(Some(hears.into_js_value().unchecked_ref()));
            worker.set_onerror(Some(ended.into_js_value().unchecked_ref()));
        } else {
            settled();
        }
        Self { running, has, waiting }
    }

    /// Gives it documents to write. False where it is not there.
    fn write(&self, number: f64, documents: &[u8], language: Language) -> bool {
        let running = self.running.borrow();
        let Some(worker) = running.as_ref() else { return false };
        self.has.set(Some((number, language)));
        let bytes = Uint8Array::from(documents);
        let message = Array::of3(&number.into(), &bytes, &language.tag().into());
        let mut waiting = self.waiting.borrow_mut();
        if !waiting.started {
            waiting.message = Some(message);
            return true;
        }
        give(worker, &message)
    }
}

/// Gives the exporter a message, the bytes in it given over.
fn give(exporter: &Worker, message: &Array) -> bool {
    let bytes: Uint8Array = message.get(1).unchecked_into();
    exporter.post_message_with_transfer(message, &Array::of1(&bytes.buffer())).is_ok()
}

/// Gives the page the criteria of this copy and what another system answers, or what is wrong with the criteria.
fn copy(
    scope: &DedicatedWorkerGlobalScope,
    criteria: &Result<Criteria, Vec<Problem>>,
    prefill: Option<[String; 2]>,
) {
    let message = match criteria {
        Ok(Criteria { site, pack, .. }) => {
            let (answers, told) =
                match prefill.map(|[system, sheet]| embed::prefilled(pack, &system, &sheet, today())) {
                    None => (None, None),
                    Some(Ok((answers, left_out))) => {
                        (Some(answers), Some(Message::Prefilled(&left_out).to_json()))
                    }
                    Some(Err(problems)) => (None, Some(Message::NotPrefilled(&problems).to_json())),
                };
            let (numbers, words) = protocol::write_copy(site, pack, &answers);
            let told = told.map_or(JsValue::UNDEFINED, |told| json::write(&told).into());
            let numbers = Uint8Array::from(numbers.as_slice());
            Array::of4(&"copy".into(), &numbers, &words.into(), &told)
        }
        Err(problems) => {
            let list = |language| JsValue::from(problems_html(problems, language));
            Array::of3(&"refused".into(), &list(Language::En), &list(Language::Cy))
        }
    };
    post(scope, &message, &Array::new());
}

/// Today, by this device's own calendar.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    // A real clock always gives a real day; the fallback refuses every sheet.
    Date::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Date::EARLIEST)
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

/// What another system answers: its name, and the text of an answer sheet.
fn prefilled(given: &JsValue) -> Option<[String; 2]> {
    let prefill = Reflect::get(given, &"prefill".into()).ok().filter(JsValue::is_truthy)?;
    Some(["system", "sheet"].map(|key| {
        Reflect::get(&prefill, &key.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }))
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
    exporter: &Exporter,
) {
    replies::begun(scope, number);
    let job = Job::read(job);
    let language = job.as_ref().map_or(Language::En, |job| job.language);
    let done = match (job, criteria) {
        (Some(job), Ok(criteria)) => job.done(criteria),
        (Some(_), Err(problems)) => Err(problems.clone()),
        (None, _) => Err(vec![no_job()]),
    };
    match done {
        Ok(Done::Made(made)) => replies::made(scope, number, &made),
        Ok(Done::ToWrite(documents)) => {
            if !exporter.write(number.as_f64().unwrap_or_default(), &documents.packed(), language) {
                no_exporter(scope, number, language);
            }
        }
        Err(problems) => replies::refused(scope, number, &Problem::in_words(&problems, language)),
    }
}

/// Says so, and that it is worth starting afresh.
fn no_exporter(scope: &DedicatedWorkerGlobalScope, number: &JsValue, language: Language) {
    replies::refused(scope, number, NO_WRITER.say(language));
    replies::spent(scope);
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
