//! The verdicts of a pack compiled into a decision diagram, once, when the pack is read: whether a pack is sound shows in it,
//! and screening walks it.

mod diagram;
mod node;
mod table;
mod values;
mod verdicts;

pub use diagram::{Aim, NEVER, Step};
pub use diagram::{Diagram, Reach};
pub use node::{ARITY, Ref};
pub use values::ValueSet;
pub use verdicts::VerdictSet;
