//! The tests of everything that needs no browser: one program, a module a subject.
//!
//! `cargo test --test suite packs::` runs one subject. Tests that measure are ignored unless asked for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, and its modules are its own"
)]

#[cfg(feature = "export")]
mod about;
mod bad_input;
#[cfg(feature = "export")]
mod bilingual;
#[cfg(all(feature = "export", target_os = "linux"))]
mod bounded;
mod changes;
mod codes;
#[cfg(feature = "export")]
mod command_line;
mod docs;
mod documents;
mod drafts;
mod edit;
mod embed;
mod exact;
mod exit_keys;
mod interview;
mod interview_form;
mod laws;
mod non_interference;
#[cfg(feature = "export")]
mod opened;
mod packs;
mod proof;
mod protocol;
mod reasons;
#[cfg(feature = "compose")]
mod scan;
mod schemas;
mod site;
#[path = "../support/mod.rs"]
mod support;
mod truth_tables;
mod vignettes;
mod visits;
#[cfg(feature = "export")]
mod writers;
