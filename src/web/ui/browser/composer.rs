//! The composer as the page sees it: a worker, the requests to it and its events.

use super::dom::{Event, listen};
use super::host::Host;
use super::json;
use drive_screening_core::protocol::{Request, Stale, WorkerEvent};
use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageEvent;

/// How long it may take to start: nothing waits for ever for a file that does not come.
const START: Duration = Duration::from_secs(20);
/// How long until it says that it has begun a job, after others that it was given before. Then it has ended, and no event
/// tells that.
const BEGIN: Duration = Duration::from_secs(30);
/// How long it may say nothing in the middle of a job.
const SILENCE: Duration = Duration::from_secs(180);

/// What is heard of the program.
pub(crate) enum ComposerEvent {
    /// It says something; with the body of the message, which is the file where that comes with one.
    Said(WorkerEvent, JsValue),
    /// It did not start, or it has ended.
    Failed,
    /// It is of another build than the page.
    Stale,
}

/// The running program, ended when dropped.
pub(crate) struct Composer {
    raw: web_sys::Worker,
    limit: Rc<Limit>,
    _listeners: [EventListener; 2],
}

/// How long it may say nothing now. When it has not spoken by then, it counts as ended.
struct Limit {
    late: Rc<dyn Fn()>,
    running: Cell<Option<TimeoutHandle>>,
}

impl Limit {
    fn set(&self, patience: Option<Duration>) {
        if let Some(before) = self.running.take() {
            before.clear();
        }
        let late = self.late.clone();
        self.running
            .set(patience.and_then(|patience| set_timeout_with_handle(move || late(), patience).ok()));
    }
}

impl Limit {
    /// Begins to count anew when it spoke.
    fn heard(&self, heard: &ComposerEvent) {
        match heard {
            ComposerEvent::Said(WorkerEvent::Started { .. } | WorkerEvent::Progress { .. }, _) => {
                self.set(Some(SILENCE));
            }
            _ => self.set(None),
        }
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        self.set(None);
    }
}

impl Composer {
    /// Starts the program, which speaks when it is ready. None if the browser gives no worker.
    pub(crate) fn start(host: &Host, hears: Rc<dyn Fn(ComposerEvent)>) -> Option<Self> {
        let raw = host.composer()?;
        let (fails, ends) = (hears.clone(), hears.clone());
        let late = Rc::new(move || ends(ComposerEvent::Failed));
        let limit = Rc::new(Limit { late, running: Cell::default() });
        limit.set(Some(START));
        let limited = Rc::downgrade(&limit);
        let message = listen(
            &raw,
            "message",
            Box::new(move |event| {
                let heard = read(event);
                if let Some(limit) = limited.upgrade() {
                    limit.heard(&heard);
                }
                hears(heard);
            }),
        );
        let error = listen(
            &raw,
            "error",
            Box::new(move |event| {
                // The page says what happened; the console stays empty.
                event.prevent_default();
                fails(ComposerEvent::Failed);
            }),
        );
        Some(Self { raw, limit, _listeners: [message, error] })
    }

    /// Ends it: nothing more is heard of it.
    pub(crate) fn end(&self) {
        self.limit.set(None);
        self.raw.terminate();
    }

    /// Asks it for something.
    pub(crate) fn ask(&self, request: Request) {
        match request {
            // There is no answer to it.
            Request::Load(_) => {}
            Request::GiveSetup | Request::Run(_) => self.limit.set(Some(BEGIN)),
        }
        self.post(&Array::of1(&request.write().into()));
    }

    /// Only data that cannot be copied is refused, and all of this can.
    fn post(&self, message: &JsValue) {
        let _ = self.raw.post_message(message);
    }
}

impl Drop for Composer {
    fn drop(&mut self) {
        self.end();
    }
}

fn read(event: &Event) -> ComposerEvent {
    let data = event.unchecked_ref::<MessageEvent>().data();
    let [head, body] = data.dyn_ref::<Array>().map_or_else(<_>::default, |data| [data.get(0), data.get(1)]);
    let head = head.as_string().and_then(|head| json::parse(&head));
    let bytes = || body.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    match WorkerEvent::read(head.unwrap_or_default(), bytes) {
        Ok(event) => ComposerEvent::Said(event, body),
        Err(Stale) => ComposerEvent::Stale,
    }
}
