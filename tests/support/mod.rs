//! What several test programs share. Each uses some of it.
#![allow(dead_code, reason = "each test program uses a part")]

pub mod minimal;
pub mod packs;
pub mod pdf;
pub mod reference;
pub mod sheets;
