//! What several subjects of the suite share, and in parts the other test programs and the benchmarks.
#![allow(dead_code, reason = "each program uses a part")]

pub mod code;
pub mod files;
pub mod grown;
pub mod minimal;
pub mod packs;
pub mod pdf;
pub mod reading;
pub mod reference;
pub mod sheets;
