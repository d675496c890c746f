//! The subject of a check.

use crate::answer_space::budget::Budget;
use crate::answer_space::components::{Choice, Space};
use drive_screening_core::base::date::Date;
use drive_screening_core::pack::Pack;
use serde_json::Value;

/// What is checked: a pack, its JSON with everything it extends, what sheets can make of its criteria, and the day.
pub(super) struct Subject<'a> {
    pub(super) pack: &'a Pack,
    pub(super) whole: &'a Value,
    pub(super) space: &'a Space,
    /// The classes that settle most.
    pub(super) choice: Choice<'a>,
    /// What the check may still do.
    pub(super) budget: &'a Budget,
    /// How many steps it takes to judge all criteria and the verdicts.
    pub(super) judging: usize,
    pub(super) day: Date,
}
