//! Where questions stand in a pack.

use super::id::FactId;

/// A page of the pack. Their order is that of the pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageRef {
    /// Index of the section.
    pub section: usize,
    /// Index of the page in the section.
    pub page: usize,
}

/// Where a question stands in the pack. Their order is that of the pack, a group before its questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactPlace {
    /// The page.
    pub page: PageRef,
    /// Index of the question in the page.
    pub question: usize,
    /// Index of the question in the group, if it is inside one.
    pub in_group: Option<usize>,
}

/// Where each fact is asked, in order of the facts. A list that is searched, because a map of its own types costs code.
#[derive(Clone, Debug, Default)]
pub struct Places(pub(super) Vec<(FactId, FactPlace)>);

impl Places {
    pub(crate) fn get(&self, fact: &str) -> Option<FactPlace> {
        Some(self.0[self.at(fact).ok()?].1)
    }

    /// Notes where a fact is asked; false if it was asked before, and then the later place counts.
    pub fn add(&mut self, fact: &FactId, place: FactPlace) -> bool {
        match self.at(fact.as_str()) {
            Ok(at) => {
                self.0[at].1 = place;
                false
            }
            Err(at) => {
                self.0.insert(at, (fact.clone(), place));
                true
            }
        }
    }

    pub(crate) fn facts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(fact, _)| fact.as_str())
    }

    fn at(&self, fact: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(fact))
    }
}
