//! The composer as the page sees it: a worker, what it is asked and what it says.

use super::dom::{Event, listen};
use super::host::Host;
use gloo_events::EventListener;
use js_sys::Array;
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

/// What the program says.
pub(crate) enum Said {
    /// It has started, and is of this build.
    Ready(String),
    /// Site and pack of this copy and what another system answers, packed; and what to say of that.
    Copy(Vec<u8>, String, Option<String>),
    /// Everything that is wrong with them, as HTML list items in English and Welsh.
    Refused([String; 2]),
    /// It has made what was asked for under this number.
    Made(u32, File),
    /// It could not make it; why, and what to do.
    NotMade(u32, String),
    /// It is so far with what was asked for under this number, in percent.
    Progress(u32, u32),
    /// It is at work.
    Begun,
    /// What it needs is here, or will not come.
    Settled,
    /// It holds much memory and should end.
    Spent,
    /// It has ended.
    Failed,
}

/// What it made.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) bytes: JsValue,
}

impl File {
    /// The bytes themselves.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let bytes: &js_sys::Uint8Array = self.bytes.unchecked_ref();
        bytes.to_vec()
    }

    /// The bytes as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.bytes()).unwrap_or_default()
    }
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

impl Drop for Limit {
    fn drop(&mut self) {
        self.set(None);
    }
}

impl Composer {
    /// Starts the program, which speaks when it is ready. None if the browser gives no worker.
    pub(crate) fn start(host: &Host, hears: impl Fn(Said) + Clone + 'static) -> Option<Self> {
        let raw = host.composer()?;
        let (fails, ends) = (hears.clone(), hears.clone());
        let limit = Rc::new(Limit { late: Rc::new(move || ends(Said::Failed)), running: Cell::default() });
        limit.set(Some(START));
        let limited = Rc::downgrade(&limit);
        let message = listen(
            &raw,
            "message",
            Box::new(move |event| {
                if let Some(said) = said(event) {
                    if let Some(limit) = limited.upgrade() {
                        match said {
                            Said::Begun | Said::Progress(..) => limit.set(Some(SILENCE)),
                            Said::Settled => {}
                            _ => limit.set(None),
                        }
                    }
                    hears(said);
                }
            }),
        );
        let error = listen(
            &raw,
            "error",
            Box::new(move |event| {
                // The page says what happened; the console stays empty.
                event.prevent_default();
                fails(Said::Failed);
            }),
        );
        Some(Self { raw, limit, _listeners: [message, error] })
    }

    /// Gives it what this copy's criteria are read from.
    pub(crate) fn give(&self, given: &JsValue) {
        self.post(given);
    }

    /// Gives it a job.
    pub(crate) fn ask(&self, number: u32, job: &str) {
        self.limit.set(Some(BEGIN));
        self.post(&Array::of2(&number.into(), &job.into()));
    }

    /// Only data that cannot be copied is refused, and all of this can.
    fn post(&self, message: &JsValue) {
        let _ = self.raw.post_message(message);
    }
}

impl Drop for Composer {
    fn drop(&mut self) {
        self.raw.terminate();
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number this page gave out")]
fn said(event: &Event) -> Option<Said> {
    let data: Array = event.unchecked_ref::<MessageEvent>().data().unchecked_into();
    let Some(number) = data.get(0).as_f64() else {
        let bytes = data.get(1);
        return Some(match (data.get(0).as_string()?.as_str(), bytes.as_string(), data.get(2).as_string()) {
            ("spent", ..) => Said::Spent,
            ("settled", ..) => Said::Settled,
            ("copy", None, Some(words)) => {
                let told = data.get(3).as_string();
                Said::Copy(bytes.unchecked_into::<js_sys::Uint8Array>().to_vec(), words, told)
            }
            ("refused", Some(en), Some(cy)) => Said::Refused([en, cy]),
            (_, build, _) => Said::Ready(build?),
        });
    };
    let number = number as u32;
    if let Some(percent) = data.get(1).as_f64() {
        return Some(if percent > 0.0 { Said::Progress(number, percent as u32) } else { Said::Begun });
    }
    Some(match (data.get(1).as_string()?, data.get(2).as_string()) {
        (name, Some(kind)) => Said::Made(number, File { name, kind, bytes: data.get(3) }),
        (words, None) => Said::NotMade(number, words),
    })
}
