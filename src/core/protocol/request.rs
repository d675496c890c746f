//! The requests to a worker: by the page to the composer, by the composer to the exporter.

use super::fields::Fields;
use super::{JobRequest, Stale};
use crate::base::json::{self, Json};

/// A file that was fetched before the page started: its text, or the status in its place.
pub type Fetched = Result<String, u32>;

/// What the criteria of a copy are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// `site.json`.
    pub site: Fetched,
    /// The pack it names.
    pub pack: Fetched,
    /// What another system answers, if anything.
    pub prefill: Option<Prefill>,
}

/// What another system answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefill {
    /// The name of the system.
    pub system: String,
    /// An answer sheet, as text.
    pub sheet: String,
}

/// What the page asks of the composer.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Read the criteria of this copy. Once, and before everything else; there is no answer to it.
    Load(Source),
    /// Give what was read, to a page that cannot read packs and sheets: [`WorkerEvent::Loaded`](super::WorkerEvent::Loaded) or
    /// [`WorkerEvent::NotLoaded`](super::WorkerEvent::NotLoaded).
    GiveSetup,
    /// Do a job.
    Run(JobRequest),
}

impl Request {
    /// The head of the message. It has no body.
    pub fn write(self) -> String {
        let head = |name| Fields::new("request", name);
        match self {
            Self::Load(Source { site, pack, prefill }) => {
                let fetched =
                    |file: Fetched| file.map_or_else(|status| Json::Whole(status.into()), Json::from);
                let prefill = prefill.map(|Prefill { system, sheet }| {
                    json::object([("system", system.into()), ("sheet", sheet.into())])
                });
                head("load")
                    .with("site", fetched(site))
                    .with("pack", fetched(pack))
                    .with_if("prefill", prefill)
                    .write()
            }
            Self::GiveSetup => head("give_setup").write(),
            Self::Run(job) => job.put(head("run")).write(),
        }
    }

    /// Reads a message to the composer from its head.
    ///
    /// # Errors
    /// [`Stale`] if it is no message of this build.
    pub fn read(head: &str) -> Result<Self, Stale> {
        let mut fields = Fields::read(json::parse(head).map_err(|_| Stale)?)?;
        Ok(match fields.text("request").as_deref() {
            Some("load") => Self::Load(source(&mut fields).ok_or(Stale)?),
            Some("give_setup") => Self::GiveSetup,
            Some("run") => Self::Run(JobRequest::take(&mut fields)?),
            _ => return Err(Stale),
        })
    }
}

fn source(fields: &mut Fields) -> Option<Source> {
    let mut fetched = |name| match fields.take(name)? {
        Json::String(text) => Some(Ok(text)),
        status => Some(Err(u32::try_from(status.as_whole()?).ok()?)),
    };
    let (site, pack) = (fetched("site")?, fetched("pack")?);
    let prefill = match fields.take("prefill") {
        None => None,
        Some(prefill) => {
            let text = |name| Some(prefill.get(name)?.as_str()?.to_owned());
            Some(Prefill { system: text("system")?, sheet: text("sheet")? })
        }
    };
    Some(Source { site, pack, prefill })
}

/// What the composer asks of the exporter: to write the documents in the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriteRequest {
    /// The number of the job that they are of.
    pub number: u32,
}

impl WriteRequest {
    /// The head of the message.
    pub fn write(self) -> String {
        Fields::new("request", "write").with("number", Json::Whole(self.number.into())).write()
    }

    /// Reads a message to the exporter from its head.
    ///
    /// # Errors
    /// [`Stale`] if it is no message of this build.
    pub fn read(head: &str) -> Result<Self, Stale> {
        let mut fields = Fields::read(json::parse(head).map_err(|_| Stale)?)?;
        let is_write = fields.text("request").as_deref() == Some("write");
        let mut read = || Some(Self { number: fields.number("number")? });
        read().filter(|_| is_write).ok_or(Stale)
    }
}
