//! The program beside the page, in a worker: it is given the criteria, and then does one job after another. It keeps nothing
//! of a job. PDF, Word and zip files it composes and has written by the `exporter`, a program of its own in a worker of this
//! one: without that there is every other format.
//!
//! It takes what [`Request`] lists and tells what [`WorkerEvent`] lists. A panic ends the worker with an error, which the page
//! hears.
//!
//! There are two of it: `composer` for a referral, and `author` for the page about the criteria, which can do more.

use drive_screening_core::base::date::Date;
use drive_screening_core::base::json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::embed::{self, Message};
use drive_screening_core::protocol::{
    Job, JobRequest, Prefill, Reply, Request, Setup, Source, Stale, WorkerEvent, WriteRequest,
};
use drive_screening_core::site::Site;
use drive_screening_document::panels::with_meanings;
use drive_screening_document::write::problems_html;
use drive_screening_document::{Criteria, JobResult, OutputFile};
use drive_screening_worker_messages as messages;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};

/// The exporter is not there, or it is of another build.
const NO_EXPORTER: Phrase = Phrase::of(
    "PDF, Word and zip files cannot be made here now. Save a web page, plain text or data instead, or load the page again: save the answers first and open them there.",
    "Ni ellir llunio ffeiliau PDF, Word a zip yma ar hyn o bryd. Cadwch dudalen we, testun plaen neu ddata yn lle hynny, neu llwythwch y dudalen eto: cadwch yr atebion yn gyntaf ac agorwch nhw yno.",
);

#[wasm_bindgen]
extern "C" {
    /// Starts the exporter: see `programs.js`.
    #[wasm_bindgen(catch, js_name = driveExporter)]
    fn start_exporter() -> Result<Worker, JsValue>;
}

/// What does a job by the criteria of a copy.
pub type RunJob = fn(JobRequest, &Criteria) -> Result<JobResult, Vec<Problem>>;

/// Listens for as long as the worker lives. `run_job` is what this program can do.
pub fn start(run_job: RunJob) {
    let scope = messages::scope();
    let composer = Composer {
        scope: scope.clone(),
        run_job,
        criteria: RefCell::new(Err(Vec::new())),
        prefill: RefCell::default(),
        exporter: Exporter::start(scope.clone()),
    };
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        composer.take(Request::read(&messages::head(&event.data())));
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
    messages::tell(&scope, &WorkerEvent::Ready);
}

/// What the program holds between two messages.
struct Composer {
    scope: DedicatedWorkerGlobalScope,
    run_job: RunJob,
    /// The criteria of this copy, or everything that is wrong with them.
    criteria: RefCell<Result<Criteria, Vec<Problem>>>,
    /// What another system answers, until the page is given it.
    prefill: RefCell<Option<Prefill>>,
    exporter: Rc<Exporter>,
}

impl Composer {
    fn take(&self, request: Result<Request, Stale>) {
        match request {
            Ok(Request::Load(mut source)) => {
                self.prefill.replace(source.prefill.take());
                *self.criteria.borrow_mut() = load(&source);
            }
            Ok(Request::GiveSetup) => self.tell(&setup(&self.criteria.borrow(), self.prefill.take())),
            Ok(Request::Run(request)) => self.run(request),
            // Which build this is of is all that another one can be told.
            Err(Stale) => self.tell(&WorkerEvent::Ready),
        }
    }

    fn tell(&self, event: &WorkerEvent) {
        messages::tell(&self.scope, event);
    }

    fn run(&self, mut request: JobRequest) {
        if let Job::PageReport { browser, .. } = &mut request.job {
            *browser = self.scope.navigator().user_agent().unwrap_or_default();
        }
        let number = request.number;
        self.tell(&WorkerEvent::Started { number });
        let result = match &*self.criteria.borrow() {
            Ok(criteria) => (self.run_job)(request, criteria),
            Err(problems) => Err(problems.clone()),
        };
        match result {
            Ok(JobResult::Reply(reply)) => self.tell(&WorkerEvent::Finished { number, reply }),
            Ok(JobResult::File(OutputFile { name, media_type, bytes })) => {
                let reply = Reply::File { name, media_type: media_type.to_owned() };
                messages::tell_with(&self.scope, &WorkerEvent::Finished { number, reply }, &bytes);
            }
            Ok(JobResult::Export(documents)) => {
                self.exporter.write(WriteRequest { number }, &documents.packed());
            }
            Err(problems) => {
                let reply = Reply::Refused(Problem::in_both(&problems));
                self.tell(&WorkerEvent::Finished { number, reply });
            }
        }
    }
}

/// The exporter of PDF, Word and zip files, in a worker of this one.
struct Exporter {
    scope: DedicatedWorkerGlobalScope,
    /// None once it has ended, or if it never was.
    running: RefCell<Option<Worker>>,
    /// It has started, or will not.
    settled: Cell<bool>,
    /// What it is writing.
    writing: Cell<Option<WriteRequest>>,
    /// What it is to write once it has started: before that it would not hear.
    waiting: RefCell<Option<Array>>,
}

impl Exporter {
    /// Starts it, and says so once it has started, or will not.
    fn start(scope: DedicatedWorkerGlobalScope) -> Rc<Self> {
        let exporter = Rc::new(Self {
            scope,
            running: RefCell::new(start_exporter().ok()),
            settled: Cell::default(),
            writing: Cell::default(),
            waiting: RefCell::default(),
        });
        if let Some(worker) = &*exporter.running.borrow() {
            let (hearing, ending) = (exporter.clone(), exporter.clone());
            let hears =
                Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hearing.hear(&event.data()));
            let ends = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                event.prevent_default();
                ending.end();
            });
            worker.set_onmessage(Some(hears.into_js_value().unchecked_ref()));
            worker.set_onerror(Some(ends.into_js_value().unchecked_ref()));
        } else {
            exporter.settle();
        }
        exporter
    }

    /// Takes what it says. What comes of a job goes on to the page as it is.
    fn hear(&self, message: &JsValue) {
        let head = json::parse(&messages::head(message)).map_err(|_| Stale);
        match head.and_then(|head| WorkerEvent::read(head, Vec::new)) {
            Ok(WorkerEvent::Ready) => self.settle(),
            Ok(WorkerEvent::Progress { .. } | WorkerEvent::Spent) => self.pass_on(message),
            Ok(WorkerEvent::Finished { .. }) => {
                self.writing.take();
                self.pass_on(message);
            }
            // It says nothing else.
            Ok(WorkerEvent::Loaded(_) | WorkerEvent::NotLoaded { .. } | WorkerEvent::Started { .. }) => {}
            Err(Stale) => self.end(),
        }
    }

    fn pass_on(&self, message: &JsValue) {
        messages::post(&self.scope, message.unchecked_ref());
    }

    /// Says that everything is here that will come, once, and gives what was waiting for that.
    fn settle(&self) {
        if self.settled.replace(true) {
            return;
        }
        if let (Some(message), Some(worker)) = (self.waiting.take(), &*self.running.borrow()) {
            give(worker, &message);
        }
    }

    /// Goes on without it: it has ended, or is of another build.
    fn end(&self) {
        if let Some(worker) = self.running.take() {
            worker.terminate();
        }
        self.settle();
        if let Some(request) = self.writing.take() {
            self.refuse(request);
        }
    }

    /// Has documents written, as soon as it can.
    fn write(&self, request: WriteRequest, documents: &[u8]) {
        let running = self.running.borrow();
        let Some(worker) = &*running else { return self.refuse(request) };
        self.writing.set(Some(request));
        let message = messages::message(&request.write(), Some(documents));
        if self.settled.get() {
            give(worker, &message);
        } else {
            self.waiting.replace(Some(message));
        }
    }

    /// Says that it is not there, and that it is worth starting afresh.
    fn refuse(&self, WriteRequest { number }: WriteRequest) {
        let reply = Reply::Refused(NO_EXPORTER.fill(&[]));
        messages::tell(&self.scope, &WorkerEvent::Finished { number, reply });
        messages::tell(&self.scope, &WorkerEvent::Spent);
    }
}

/// Gives the exporter a message. Only data that cannot be copied is refused, and all of this can.
fn give(exporter: &Worker, message: &Array) {
    let _ = exporter.post_message_with_transfer(message, &messages::given_over(message));
}

/// The criteria of this copy and what another system answers, or what is wrong with the criteria.
fn setup(criteria: &Result<Criteria, Vec<Problem>>, prefill: Option<Prefill>) -> WorkerEvent {
    match criteria {
        Ok(Criteria { site, pack, .. }) => {
            let prefilled =
                prefill.map(|Prefill { system, sheet }| embed::prefilled(pack, &system, &sheet, today()));
            let (answers, notice) = match prefilled {
                None => (None, None),
                Some(Ok((answers, left_out))) => {
                    (Some(answers), Some(Message::Prefilled(&left_out).to_json()))
                }
                Some(Err(problems)) => (None, Some(Message::NotPrefilled(&problems).to_json())),
            };
            let notice = notice.map(|notice| json::write(&notice));
            WorkerEvent::Loaded(Box::new(Setup {
                site: site.clone(),
                pack: with_meanings(pack),
                answers,
                notice,
            }))
        }
        Err(problems) => WorkerEvent::NotLoaded {
            en: problems_html(problems, Language::En),
            cy: problems_html(problems, Language::Cy),
        },
    }
}

/// Today, by this device's own calendar.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(0);
    // A real clock always gives a real day; the fallback refuses every sheet.
    Date::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Date::EARLIEST)
}

/// The criteria of this copy.
fn load(source: &Source) -> Result<Criteria, Vec<Problem>> {
    let [site, file] = [&source.site, &source.pack].map(|file| file.as_deref().map_err(|status| *status));
    let site = Site::read(site);
    let pack = site.pack(file)?;
    let source = site.source(file).map_err(|problem| vec![problem])?.to_owned();
    Ok(Criteria { site, pack, source })
}
