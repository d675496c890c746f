//! Deciding: answers and a pack to an outcome with its reasons. Total and pure; the day comes with the answers.

mod caution;
mod evaluate;
mod explanation;
mod flags;
mod implied;
mod outcome;
mod result;
mod search;
pub mod sufficient_set;
mod truth;

pub use caution::{Relaxed, Relaxes, relaxed};
pub use evaluate::{Evaluator, criteria, truth};
pub use explanation::{
    Counterfactual, CriterionChange, Explanation, MAX_CHANGES, MAX_SETS, OpenCriterion, Reason, UnknownCause,
    counterfactuals, explanation, open_criteria, reasons,
};
pub use flags::{Act, RaisedFlag, acts, open_acts};
pub use implied::{Implied, implied};
pub use outcome::settled_name;
pub use outcome::{Outcome, screen};
pub use result::{implied_json, result_json, with_renewed};
pub use truth::Truth;

pub use crate::pack::well_known::NEED_INFORMATION;
