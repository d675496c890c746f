//! The verdicts of a pack compiled into a decision diagram, once, when the pack is read: whether a pack is sound shows in it,
//! and screening walks it.

mod diagram;
mod table;
mod values;

pub(crate) use diagram::{ARITY, Aim, NEVER, Ref, Step};
pub use diagram::{Diagram, Reach};
pub use values::ValueSet;
