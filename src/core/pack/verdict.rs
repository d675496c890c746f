//! Verdicts: when each holds, and its words.

use super::criterion_index::CriterionIndex;
use super::id::VerdictId;
use super::rule::Formula;
use crate::base::words::Localized;

/// A verdict and when it holds, if none before it does.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Its name.
    pub id: VerdictId,
    /// Its condition, as the pack states it; the last verdict has none.
    pub when: Option<Formula>,
    /// Its words.
    pub words: OutcomeText,
    /// A finer outcome with its own words.
    pub refined: Option<Refined>,
}

/// A finer outcome of a verdict: when only one of some criteria is yes.
#[derive(Clone, Debug)]
pub struct Refined {
    /// Its name.
    pub id: VerdictId,
    /// The one criterion that may be yes.
    pub only: CriterionIndex,
    /// Among these.
    pub among: Vec<CriterionIndex>,
    /// Its words.
    pub words: OutcomeText,
}

/// How an outcome is said.
#[derive(Clone, Debug, Default)]
pub struct OutcomeText {
    /// The one plain sentence.
    pub sentence: Localized,
    /// What it means.
    pub meaning: Localized,
    /// What to do next, a button or a line.
    pub next_step: Localized,
    /// A referral is the usual next step.
    pub refers: bool,
}
