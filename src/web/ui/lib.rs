//! The pages. They show what the core says and send what was typed to `session`; they hold no rule,
//! no validation and no explanation of their own.
//!
//! Each is a component of Leptos. What a component takes is documented at its properties; `session` is the visit and
//! `language` the language of the page, which is drawn anew in another.
#![allow(unreachable_pub, reason = "what `#[component]` writes is `pub`, whatever its function is")]
#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

// For its docs it makes no difference.
#[cfg(all(target_arch = "wasm32", not(erase_components), not(doc)))]
compile_error!(
    "the page needs `--cfg erase_components`, which `.cargo/config.toml` gives: is RUSTFLAGS set?"
);

mod app;
mod browser;
mod components;
mod criteria;
mod desk;
mod effects;
mod examples;
mod frame;
mod instance;
mod mount;
mod page_one;
mod pages;
mod session;
mod titles;
mod words;

pub use crate::browser::host::Options;
pub use app::{Mounted, start};
pub use criteria::about_copy;
pub use desk::desk;
pub use examples::COMPONENTS;
pub use pages::REFERRAL;
pub use session::Program;
