//! The pages. They show what the core says and send what was typed to `session`; they hold no rule,
//! no validation and no explanation of their own.

mod app;
mod components;
mod effects;
mod element;
mod frame;
mod instance;
mod mount;
mod pages;
mod session;
mod titles;
mod words;

pub use crate::browser::host::Options;
pub use app::{Mounted, start};
