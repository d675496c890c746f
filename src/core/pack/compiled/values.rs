//! Sets of values: of one criterion, and of verdicts.

use crate::base::sorted::sort_by_key;
use std::ops::{BitAnd, BitOr, BitOrAssign, Not};

/// A set of the values of a criterion, in the order of its [`Test`](crate::pack::Test): what it may still turn out to be, or
/// what it can be at all. One value alone is settled. The order of two settled sets is that of their values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueSet(u8);

impl ValueSet {
    /// No value.
    pub const NONE: Self = Self(0);
    /// No alone, of a criterion that is yes or no; the first level of a graded one.
    pub const NO: Self = Self::only(0);
    /// Yes alone.
    pub const YES: Self = Self::only(1);

    /// One value alone, 0 to 7.
    pub const fn only(value: u8) -> Self {
        Self(1 << value)
    }

    /// The first `arity` values, at most 7: all that a criterion has.
    pub const fn every(arity: u8) -> Self {
        Self((1 << arity) - 1)
    }

    /// The one value, if it is settled.
    pub fn settled(self) -> Option<u8> {
        self.is_settled().then(|| u8::try_from(self.0.trailing_zeros()).unwrap_or(0))
    }

    /// Whether there is one value alone.
    pub fn is_settled(self) -> bool {
        self.0.is_power_of_two()
    }

    /// Whether a value is among them.
    pub fn contains(self, value: u8) -> bool {
        self.0 >> value & 1 == 1
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of them are among others.
    pub fn is_within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// How many there are.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The values, in order.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let value = u8::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
            left &= left - 1;
            Some(value)
        })
    }

    /// Every set of some of them, the largest first.
    pub fn subsets(self) -> Vec<Self> {
        let mut subsets: Vec<Self> = (1..=self.0).map(Self).filter(|subset| subset.is_within(self)).collect();
        sort_by_key(&mut subsets, |subset| std::cmp::Reverse(subset.len()));
        subsets
    }

    /// A number of its own for each set.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl BitAnd for ValueSet {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for ValueSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for ValueSet {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Not for ValueSet {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_values_and_is_settled_by_one() {
        for number in 0..=u8::MAX {
            let set = ValueSet(number);
            let values: Vec<u8> = set.iter().collect();
            assert!(values.is_sorted() && values.iter().all(|value| set.contains(*value)));
            assert_eq!(values.len(), set.len() as usize);
            assert_eq!(set.is_empty(), values.is_empty());
            assert_eq!(set.settled(), (values.len() == 1).then(|| values[0]));
            assert_eq!(values.iter().fold(ValueSet::NONE, |all, value| all | ValueSet::only(*value)), set);
            let subsets = set.subsets();
            assert_eq!(subsets.len() + 1, 1 << set.len());
            assert!(subsets.iter().all(|subset| subset.is_within(set) && *subset & !set == ValueSet::NONE));
            assert!(subsets.is_sorted_by_key(|subset| std::cmp::Reverse(subset.len())));
        }
        assert_eq!(ValueSet::every(2), ValueSet::NO | ValueSet::YES);
    }
}
