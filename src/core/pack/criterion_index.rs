//! Which criterion of a pack is meant.

use crate::base::wire::{Decoder, Encoder, Wire};
use std::ops::{Index, IndexMut};

/// Which criterion of a pack: its place among [`Pack::criteria`](super::Pack::criteria), in whose order these are.
///
/// A pack gives it out, and it indexes every list that has one entry for each criterion of that pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionIndex(usize);

impl CriterionIndex {
    /// The criterion at a place, counted from 0.
    pub const fn new(place: usize) -> Self {
        Self(place)
    }

    /// Its place, counted from 0.
    pub const fn place(self) -> usize {
        self.0
    }

    /// The places of a list with one entry for each criterion.
    pub fn all<T>(list: &[T]) -> impl DoubleEndedIterator<Item = Self> + use<T> {
        (0..list.len()).map(Self)
    }
}

impl<T> Index<CriterionIndex> for [T] {
    type Output = T;

    fn index(&self, index: CriterionIndex) -> &T {
        &self[index.0]
    }
}

impl<T> IndexMut<CriterionIndex> for [T] {
    fn index_mut(&mut self, index: CriterionIndex) -> &mut T {
        &mut self[index.0]
    }
}

impl<T> Index<CriterionIndex> for Vec<T> {
    type Output = T;

    fn index(&self, index: CriterionIndex) -> &T {
        &self[index.0]
    }
}

impl<T> IndexMut<CriterionIndex> for Vec<T> {
    fn index_mut(&mut self, index: CriterionIndex) -> &mut T {
        &mut self[index.0]
    }
}

impl Wire for CriterionIndex {
    fn encode(&self, out: &mut Encoder) {
        self.0.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Self(usize::decode(from))
    }
}
