//! How much a check may do, in steps and not by the clock: whoever checks a pack anywhere reads the same findings.

use std::cell::Cell;

/// All steps of one check. A step is about what it takes to look at a place of a diagram: some nanoseconds, and a little
/// more in a browser.
const MOST_STEPS: usize = 400_000_000;

/// The steps that it takes to look up an answer.
pub(crate) const LOOK_UP: usize = 8;

/// No search may use more than this part of what is left, so that one hard rule does not keep the rest from being checked.
const PART: usize = 8;

/// The steps that are left to a check.
pub(crate) struct Budget(Cell<usize>);

/// What one search may use of the steps that are left.
pub(crate) struct Share<'a> {
    budget: &'a Budget,
    left: Cell<usize>,
}

/// A search was given up: it needs more steps than it may take, or more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GaveUp;

impl Budget {
    /// The budget of one check.
    pub(crate) fn new() -> Self {
        Self(Cell::new(MOST_STEPS))
    }

    /// The steps that one search may use.
    pub(crate) fn share(&self) -> Share<'_> {
        Share { budget: self, left: Cell::new(self.0.get() / PART) }
    }
}

impl Share<'_> {
    /// Takes so many steps.
    ///
    /// # Errors
    /// If fewer are left; then none are left.
    pub(crate) fn spend(&self, steps: usize) -> Result<(), GaveUp> {
        let taken = steps.min(self.left.get());
        self.left.set(self.left.get() - taken);
        self.budget.0.set(self.budget.0.get().saturating_sub(taken));
        if taken < steps { Err(GaveUp) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_search_takes_all_and_what_one_leaves_the_next_may_use() {
        let budget = Budget(Cell::new(100 * PART));
        let first = budget.share();
        assert_eq!((first.spend(99), first.spend(1), first.spend(0)), (Ok(()), Ok(()), Ok(())));
        assert_eq!((first.spend(1), budget.0.get()), (Err(GaveUp), 100 * (PART - 1)));
        // A step too many takes what is left of the share, and no more.
        let (second, before) = (budget.share(), budget.0.get());
        assert_eq!((second.spend(usize::MAX), second.spend(1)), (Err(GaveUp), Err(GaveUp)));
        assert_eq!(budget.0.get(), before - before / PART);
        for _ in 0..1_000 {
            let _ = budget.share().spend(usize::MAX);
        }
        assert_eq!(budget.0.get(), PART - 1, "what cannot be shared is left");
    }
}
