//! The release build in a real browser, under the strict headers, by keyboard alone.
//!
//! Needs `chromedriver`, `chromium`, `node` and a built `dist` (or another folder, named by `DRIVE_DIST`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::pedantic,
    reason = "a test program: a failed expectation should stop it, in its helpers too"
)]

mod about;
mod axe;
mod browser;
mod cases;
mod data;
mod edit;
mod errors;
mod evidence;
mod files;
mod foot;
mod harness;
mod history;
mod hosts;
mod keys;
mod leaving;
mod measure;
mod network;
mod opening;
mod page;
mod referral;
mod same_bytes;
mod site;
mod speed;
mod states;
mod vignettes;
mod waits;
mod walker;
mod watch;
