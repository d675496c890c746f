//! Order, in little code. A library sort or a map built from a list costs several KB of code for every type it is
//! used with, and the page must load over poor connections; these cost a few hundred bytes.

use std::collections::BinaryHeap;

/// The list in order. Things that are equal must be equal in everything: which of them comes first is not kept.
pub fn sorted<T: Ord>(list: Vec<T>) -> Vec<T> {
    BinaryHeap::from(list).into_sorted_vec()
}

/// The names met so far, in order.
#[derive(Default)]
pub(crate) struct Seen<'a>(Vec<&'a str>);

impl<'a> Seen<'a> {
    /// Notes a name; false if it was met before.
    pub(crate) fn add(&mut self, name: &'a str) -> bool {
        match self.0.binary_search(&name) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, name);
                true
            }
        }
    }

    /// Whether a name was met.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.binary_search(&name).is_ok()
    }
}
