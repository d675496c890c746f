//! The sealer as the page sees it: a worker, the requests to it and its events. It is started for what is asked, and ended
//! after a passphrase.

use super::dom::{Event, listen};
use super::host::Host;
use super::json;
use super::timer;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::{SealEvent, SealRequest};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};

/// How long it may take to answer: many times what the most work takes on a slow phone.
const PATIENCE_MS: f64 = 90_000.0;

/// The running program, ended when dropped.
pub(crate) struct Sealer {
    raw: Worker,
    /// When it has not answered by then, it counts as ended.
    late: Rc<RefCell<Option<Timeout>>>,
    hears: Rc<dyn Fn(Option<SealEvent>)>,
    /// What it was asked before it listened; none once it does.
    waiting: Rc<RefCell<Option<Vec<Array>>>>,
    _listeners: [EventListener; 2],
}

impl Sealer {
    /// Starts the program. What it says is heard as an event, and that it has failed as none. None if the browser gives no
    /// worker.
    pub(crate) fn start(host: &Host, hears: impl Fn(Option<SealEvent>) + 'static) -> Option<Self> {
        let raw = host.sealer()?;
        let (hears, late): (Rc<dyn Fn(Option<SealEvent>)>, _) = (Rc::new(hears), Rc::<RefCell<_>>::default());
        let (says, fails, answered) = (hears.clone(), hears.clone(), late.clone());
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let (asked, listens) = (waiting.clone(), raw.clone());
        let message = listen(
            &raw,
            "message",
            Box::new(move |event| {
                let event = read(event);
                match event {
                    Some(SealEvent::Ready) => {
                        for message in asked.borrow_mut().take().unwrap_or_default() {
                            post(&listens, &message);
                        }
                    }
                    event => {
                        answered.take();
                        says(event);
                    }
                }
            }),
        );
        let error = listen(
            &raw,
            "error",
            Box::new(move |event| {
                // The page says what happened; the console stays empty.
                event.prevent_default();
                fails(None);
            }),
        );
        Some(Self { raw, late, hears, waiting, _listeners: [message, error] })
    }

    /// Asks it for something: what it is asked before it listens waits.
    pub(crate) fn ask(&self, request: &SealRequest) {
        let hears = self.hears.clone();
        self.late.replace(Some(timer::after(PATIENCE_MS, move || hears(None))));
        let (head, body) = request.write();
        let body = Uint8Array::from(body.bytes());
        let message = Array::of2(&head.into(), &body);
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => post(&self.raw, &message),
        }
    }
}

/// What is given over is gone from here. Only data that cannot be copied is refused, and all of this can.
fn post(worker: &Worker, message: &Array) {
    let body: Uint8Array = message.get(1).unchecked_into();
    let _ = worker.post_message_with_transfer(message, &Array::of1(&body.buffer()));
}

impl Drop for Sealer {
    fn drop(&mut self) {
        self.raw.terminate();
    }
}

/// What it says; none if it is of another build, or no message of it.
fn read(event: &Event) -> Option<SealEvent> {
    let data = event.unchecked_ref::<MessageEvent>().data();
    let [head, body] = data.dyn_ref::<Array>().map(|data| [data.get(0), data.get(1)])?;
    let head = json::parse(&head.as_string()?)?;
    let bytes = || {
        let Some(body) = body.dyn_ref::<Uint8Array>() else { return Secret::default() };
        let taken = body.to_vec().into();
        body.fill(0, 0, body.length());
        taken
    };
    SealEvent::read(head, bytes).ok()
}
