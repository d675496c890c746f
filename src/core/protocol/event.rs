//! The events that a worker sends to the program that started it.

use super::bodies::{Setup, read_setup, write_setup};
use super::fields::Fields;
use super::{Reply, Stale};
use crate::base::json::Json;

/// What a program in a worker tells who started it: the composer the page, the exporter the composer.
#[derive(Clone, Debug)]
pub enum WorkerEvent {
    /// It has started, and is of this build.
    Ready,
    /// The criteria of this copy, which are the body. The composer says it, to [`Request::GiveSetup`](super::Request::GiveSetup).
    Loaded(Box<Setup>),
    /// Everything that is wrong with them, as HTML list items. The composer says it in place of that.
    NotLoaded {
        /// In English.
        en: String,
        /// In Welsh.
        cy: String,
    },
    /// A job begins: who asked hears that the program lives.
    Started {
        /// The number of the job.
        number: u32,
    },
    /// How far a job is; now and then.
    Progress {
        /// The number of the job.
        number: u32,
        /// From 1 to 100.
        percent: u32,
    },
    /// A job is done, or cannot be done.
    Finished {
        /// The number of the job.
        number: u32,
        /// What came of it.
        reply: Reply,
    },
    /// It should be started afresh: a job took much memory, or the exporter has ended.
    Spent,
}

impl WorkerEvent {
    /// The head of the message.
    pub fn head(&self) -> String {
        let head = |name| Fields::new("event", name);
        let numbered = |name, number: u32| head(name).with("number", Json::Whole(number.into()));
        match self {
            Self::Ready => head("ready"),
            Self::Loaded(setup) => head("loaded").with_if("notice", setup.notice.as_deref().map(Json::from)),
            Self::NotLoaded { en, cy } => {
                head("not_loaded").with("en", en.as_str().into()).with("cy", cy.as_str().into())
            }
            Self::Started { number } => numbered("started", *number),
            Self::Progress { number, percent } => {
                numbered("progress", *number).with("percent", Json::Whole((*percent).into()))
            }
            Self::Finished { number, reply } => reply.put(numbered("finished", *number)),
            Self::Spent => head("spent"),
        }
        .write()
    }

    /// The body of the message, if it has one. That of [`Reply::File`] is the file, which who sends it adds.
    pub fn body(&self) -> Option<Vec<u8>> {
        match self {
            Self::Loaded(setup) => Some(write_setup(&setup.site, &setup.pack, &setup.answers)),
            Self::Finished { reply, .. } => reply.body(),
            _ => None,
        }
    }

    /// Reads a message from its head; `body` gives its body, and is asked only where that is to be read.
    ///
    /// # Errors
    /// [`Stale`] if it is no message of this build.
    pub fn read(head: Json, body: impl FnOnce() -> Vec<u8>) -> Result<Self, Stale> {
        let mut fields = Fields::read(head)?;
        let name = fields.text("event").ok_or(Stale)?;
        let read = || {
            let mut number = || fields.number("number");
            Some(match name.as_str() {
                "ready" => Self::Ready,
                "loaded" => {
                    let (site, pack, answers) = read_setup(&body());
                    Self::Loaded(Box::new(Setup { site, pack, answers, notice: fields.text("notice") }))
                }
                "not_loaded" => Self::NotLoaded { en: fields.text("en")?, cy: fields.text("cy")? },
                "started" => Self::Started { number: number()? },
                "progress" => Self::Progress { number: number()?, percent: fields.number("percent")? },
                "finished" => Self::Finished { number: number()?, reply: Reply::take(&mut fields, body)? },
                "spent" => Self::Spent,
                _ => return None,
            })
        };
        read().ok_or(Stale)
    }
}
