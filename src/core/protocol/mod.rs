//! What the programs of one build say to one another: the page asks the composer, the composer the exporter, and each tells
//! who started it how that goes.
//!
//! ```text
//! page --Request--> composer --WriteRequest--> exporter
//! page <--WorkerEvent-- composer <--WorkerEvent-- exporter
//! page --SealRequest--> sealer
//! page <--SealEvent-- sealer
//! ```
//!
//! A message is two values: its head, a JSON object as text, and its body, bytes that are given over and not copied, or
//! nothing. Every head names the build and the [`VERSION`] of this protocol, so a message of another build is refused as
//! [`Stale`] before anything in it is read. What a message is its head says, by name; [`WorkerEvent`] and [`Reply`] say which of
//! them have a body.

mod bodies;
mod event;
mod fields;
mod format;
mod job;
mod reply;
mod request;
mod review;
mod sealing;

pub use bodies::{Setup, read_draft, read_form, read_setup, write_draft, write_form, write_setup};
pub use event::WorkerEvent;
pub use format::Format;
pub use job::{CriteriaJob, Job, JobRequest, PanelForm};
pub use reply::Reply;
pub use request::{Fetched, Prefill, Request, Source, WriteRequest};
pub use review::{Finding, ReviewFindings};
pub use sealing::{
    ARMOR_BEGINS, ARMOR_ENDS, LockKey, MOST_PASSPHRASE, RECOVERY, SEALED_BEGINS, SealEvent, SealJob,
    SealReply, SealRequest, is_sealed,
};

/// Which build a program is of: it takes messages of its own build only.
pub const BUILD: &str = env!("DRIVE_BUILD");

/// The version of the messages themselves.
pub const VERSION: u32 = 2;

/// The largest file that a page opens, in megabytes: any draft, record or PDF that it makes is one it opens again.
pub const OPENED_MAX_MB: usize = 64;

/// The same in bytes.
pub const OPENED_MAX_BYTES: usize = OPENED_MAX_MB * 1024 * 1024;

/// What stands before a message that asks questions, where it is given in place of a pack to change: the form that comes of it is
/// that in which they are answered. No pack begins so.
pub const MESSAGE_BEGINS: &str = "message\n";

/// A message that is not taken: another build or another version of the protocol sent it, or no program of this house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;
