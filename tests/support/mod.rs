//! What several subjects of the suite share, and in parts the other test programs and the benchmarks.
#![allow(dead_code, reason = "each program uses a part")]

pub mod code;
#[cfg(feature = "export")]
pub mod files;
#[cfg(feature = "export")]
pub mod grown;
pub mod minimal;
pub mod packs;
#[cfg(feature = "export")]
pub mod pdf;
pub mod reference;
pub mod sheets;
