//! The release build in a real browser, under the strict headers, by keyboard alone.
//!
//! Needs `chromedriver`, `chromium`, `node` and a built `dist` (or another folder, named by `DRIVE_DIST`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, in its helpers too, and its modules are its own"
)]

mod about;
mod ask;
mod axe;
mod beside;
mod browser;
mod cases;
mod data;
mod desk;
mod edit;
mod errors;
mod evidence;
mod examples;
mod files;
mod foot;
#[path = "../support/grown.rs"]
mod grown;
mod harness;
mod history;
mod hosts;
mod keys;
mod leaving;
mod measure;
#[path = "../support/minimal.rs"]
#[allow(dead_code, reason = "this uses a part")]
mod minimal;
mod network;
mod offline;
mod opening;
mod page;
mod paper;
mod presses;
mod profile;
mod ready;
mod referral;
mod same_bytes;
mod saving;
mod self_test;
mod site;
mod speed;
mod states;
mod vignettes;
mod waits;
mod walker;
mod watch;
