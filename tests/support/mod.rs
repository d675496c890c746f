//! What several test programs share. Each uses some of it.
#![allow(dead_code, reason = "each test program uses a part")]

#[cfg(feature = "export")]
pub mod files;
pub mod minimal;
pub mod packs;
#[cfg(feature = "export")]
pub mod pdf;
pub mod reference;
pub mod sheets;
