//! References by node. One small table for all that the diagram looks up: a library map costs several KB of code for
//! every kind of key, and its hash is slow for keys this short. Packs come from whoever runs the program, so nobody
//! gains by nodes that collide.

use super::node::{Node, Ref};

/// References by node, with open addressing: a node stands in the first free slot from its own on.
#[derive(Default)]
pub(super) struct Table {
    /// A power of two of them, or none; at most half are taken.
    slots: Vec<(Node, Ref)>,
    taken: usize,
}

/// Stands in a slot that is free. No diagram has so many nodes.
const FREE: Ref = Ref::MAX;

impl Table {
    /// How many nodes are in it.
    pub(super) fn len(&self) -> usize {
        self.taken
    }

    /// What stands for the node.
    pub(super) fn get(&self, node: Node) -> Option<Ref> {
        if self.slots.is_empty() {
            return None;
        }
        let (_, reference) = self.slots[self.slot(node)];
        (reference != FREE).then_some(reference)
    }

    /// What stands for the node already, or else `reference` from now on.
    pub(super) fn get_or_insert(&mut self, node: Node, reference: Ref) -> Ref {
        if 2 * self.taken >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(node);
        if self.slots[slot].1 == FREE {
            self.slots[slot] = (node, reference);
            self.taken += 1;
        }
        self.slots[slot].1
    }

    fn grow(&mut self) {
        let larger = vec![(Node::default(), FREE); (2 * self.slots.len()).max(64)];
        for (node, reference) in std::mem::replace(&mut self.slots, larger) {
            if reference != FREE {
                let slot = self.slot(node);
                self.slots[slot] = (node, reference);
            }
        }
    }

    /// The slot of the node, or the free one where it would stand.
    fn slot(&self, node: Node) -> usize {
        let mut hash = node.variable;
        for child in node.children {
            hash = (hash.rotate_left(5) ^ child).wrapping_mul(0x9E37_79B9);
        }
        let last = self.slots.len() - 1;
        let mut slot = (hash ^ hash >> 15) as usize & last;
        while self.slots[slot].1 != FREE && self.slots[slot].0 != node {
            slot = (slot + 1) & last;
        }
        slot
    }
}
