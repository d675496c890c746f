//! Deciding: answers and a pack to an outcome with its reasons. Total and pure; the day comes with the answers.

pub mod diagram;
mod evaluate;
mod flags;
mod outcome;
mod result;
mod table;
mod truth;

pub use evaluate::{Facts, Possible, criteria, truth};
pub use flags::Raised;
pub use outcome::{NEED_INFORMATION, Outcome, screen};
pub use result::result_json;
pub use truth::Truth;
