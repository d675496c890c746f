//! Screens referrals to the Drive Project and writes the referral, in the browser, with nothing sent.
//!
//! ```text
//! pack + answers + today -> screen -> outcome (with reasons) -> referral -> document -> bytes
//! ```
//!
//! Every arrow is a plain function of the **pure core**: no browser, clock or randomness; it builds with no features.
//! The **shell** (feature `page`) holds what was typed, calls these functions in memos and shows what comes back.
//! Nothing flows left: each module may use only those before it, and `tests/architecture.rs` names the first line that does
//! otherwise.
//!
//! | module | holds |
//! |---|---|
//! | [`words`], [`text`], [`json`], [`date`], [`time_of_day`], [`problem`], [`shown`], `wire` | languages; what is repeated in messages; JSON; days and times; what is wrong, where, and what next; long lists; a small form of things |
//! | [`pack`] | the criteria pack: what is asked, what decides, and the words for both |
//! | [`site`] | what a site wrote beside its copy, and its pack with that laid over it |
//! | [`answers`] | typed answers by fact, and the answer sheet |
//! | [`screening`] | rules to truths to the exact verdict, flags, deciding reasons, and what would change it |
//! | [`interview`] | what is asked next, what was typed, what is still missing |
//! | [`protocol`] | what the programs of one build say to one another |
//! | [`state`] | what has happened on the page: changes in, commands out |
//! | [`proof`] | what a pack proves about itself: findings, worked cases, how two packs differ |
//! | [`edit`] | what of a pack can be changed in a form, and the pack that comes of it |
//! | [`document`] | the three parts composed as blocks, and their writers |
//! | [`embed`] | what a copy and whoever embeds it say to each other |
//! | [`exit_keys`] | which presses of keys leave the page quickly |
//! | `export` | the same as PDF, Word and zip files (feature `export`: pure, and large) |
//! | `browser`, `ui` | one browser facility a file; the pages (feature `page`) |
//! | `composer` | a worker of the page: it makes documents and knows the criteria (feature `composer`) |
//! | `exporter` | a worker of the composer: PDF, Word and zip files (feature `exporter`) |
//!
//! Invariants:
//! - A [`pack::Pack`] that exists is sound, so `screening` has no `Result`.
//! - Learning more never contradicts: a settled verdict stays under every further answer.
//! - What belongs to Part B never reaches Part A: a document is composed from a record of one part.
//! - Answers leave the page only by something the person did.

pub mod answers;
#[cfg(feature = "page")]
mod browser;
#[cfg(feature = "checker")]
pub mod checker;
#[cfg(feature = "composer")]
pub mod composer;
pub mod date;
pub mod document;
pub mod edit;
pub mod embed;
#[cfg(feature = "engine")]
pub mod engine;
#[cfg(any(feature = "engine", feature = "checker"))]
mod engine_values;
pub mod exit_keys;
#[cfg(feature = "export")]
pub mod export;
#[cfg(feature = "exporter")]
pub mod exporter;
pub mod interview;
pub mod json;
pub mod pack;
pub mod problem;
pub mod proof;
pub mod protocol;
#[cfg(any(feature = "composer", feature = "exporter"))]
mod replies;
pub mod screening;
pub mod shown;
pub mod site;
pub mod state;
pub mod text;
pub mod time_of_day;
#[cfg(feature = "page")]
pub mod ui;
mod wire;
pub mod words;
