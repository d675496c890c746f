//! Deciding: answers and a pack to an outcome with its reasons. Total and pure; the day comes with the answers.

pub(crate) mod because;
mod evaluate;
mod explanation;
mod flags;
mod implied;
mod outcome;
mod result;
mod search;
mod truth;

pub use evaluate::{Facts, criteria, truth};
pub use explanation::{
    Change, Explanation, Leads, MAX_CHANGES, MAX_SETS, Missing, Open, Reason, because, explanation, open,
    would_change,
};
pub use flags::Raised;
pub use implied::{Implied, implied};
pub(crate) use outcome::settled_name;
pub use outcome::{Outcome, screen};
pub use result::{implied_json, result_json};
pub use truth::Truth;

pub use crate::pack::well_known::NEED_INFORMATION;
