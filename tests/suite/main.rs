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

mod about;
mod acts;
mod additions;
mod age_vectors;
mod ask;
mod bad_input;
mod bilingual;
#[cfg(target_os = "linux")]
mod bounded;
mod changes;
mod codes;
mod command_line;
mod docs;
mod documents;
mod doubts;
mod drafts;
mod edit;
mod embed;
mod entries;
mod evidence_sheet;
mod exact;
mod exit_keys;
mod fill;
mod glossary;
mod interview;
mod interview_form;
mod laws;
mod markdown;
mod non_interference;
mod older;
mod opened;
mod pack_check;
mod packs;
mod page_one;
mod panel_desk;
mod progress;
mod protocol;
mod reading_age;
mod reasons;
mod review;
mod scan;
mod schemas;
mod sealed_parts;
mod sealing;
mod since;
mod site;
mod sources;
#[path = "../support/mod.rs"]
mod support;
mod timeline;
mod truth_tables;
mod vignettes;
mod visits;
mod writers;
mod yes_no;
