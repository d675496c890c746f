//! Which verdicts are reached.

use std::ops::BitOrAssign;

/// A set of the verdicts of a pack, which has at most 32, by their places in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerdictSet(u32);

impl VerdictSet {
    /// One verdict alone.
    pub const fn only(verdict: usize) -> Self {
        Self(1 << verdict)
    }

    /// The one verdict, if it is settled.
    pub fn settled(self) -> Option<usize> {
        self.first().filter(|first| self == Self::only(*first))
    }

    /// The verdict that comes first in the pack.
    pub fn first(self) -> Option<usize> {
        (self.0 != 0).then_some(self.0.trailing_zeros() as usize)
    }

    /// The verdict that comes last in the pack.
    pub fn last(self) -> Option<usize> {
        Some(self.0.checked_ilog2()? as usize)
    }

    /// Whether a verdict is among them.
    pub fn contains(self, verdict: usize) -> bool {
        self.0 >> verdict & 1 == 1
    }

    /// Whether none of them is among others.
    pub fn is_apart_from(self, others: Self) -> bool {
        self.0 & others.0 == 0
    }

    /// How many there are.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOrAssign for VerdictSet {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_verdicts_and_is_settled_by_one() {
        let mut set = VerdictSet::default();
        assert_eq!((set.first(), set.last(), set.settled(), set.is_empty()), (None, None, None, true));
        for (count, verdict) in [31, 0, 7].into_iter().enumerate() {
            let before = set;
            assert!(before.is_apart_from(VerdictSet::only(verdict)));
            set |= VerdictSet::only(verdict);
            assert!(set.contains(verdict) && !before.contains(verdict) && !set.is_apart_from(set));
            assert!(!set.is_empty());
            assert_eq!(set.len() as usize, count + 1);
            assert_eq!(set.settled(), (count == 0).then_some(verdict));
        }
        assert_eq!((set.first(), set.last()), (Some(0), Some(31)));
    }
}
