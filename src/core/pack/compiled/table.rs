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

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes as a diagram makes them: a few criteria, whose values lead to places nearby.
    fn node(number: u32) -> Node {
        Node { variable: number % 50, children: [number, number + 1, number / 3, Ref::MAX] }
    }

    #[test]
    fn what_was_put_in_first_stands_for_a_node() {
        let mut table = Table::default();
        assert_eq!((table.get(node(0)), table.len()), (None, 0));
        for number in 0..1_000 {
            assert_eq!(table.get(node(number)), None);
            assert_eq!(table.get_or_insert(node(number), number), number);
            assert_eq!(table.get_or_insert(node(number), number + 1), number, "what is there stays");
            assert_eq!(table.len(), number as usize + 1);
            assert!(2 * table.len() <= table.slots.len(), "at most half of the slots are taken");
        }
        assert!((0..1_000).all(|number| table.get(node(number)) == Some(number)));
        assert!(table.slots.len().is_power_of_two() && table.slots.len() <= 4 * table.len());
    }

    /// With half of the slots taken, by nodes that are spread well, a node stands half a slot from its own on average.
    #[test]
    fn nodes_are_spread_over_the_slots() {
        let mut table = Table::default();
        for number in 0..4_096 {
            table.get_or_insert(node(number), number);
        }
        let slots = table.slots.len();
        let free = Table { slots: vec![(Node::default(), FREE); slots], taken: 0 };
        let away = |node| (table.slot(node) + slots - free.slot(node)) % slots;
        let all: usize = (0..4_096).map(|number| away(node(number))).sum();
        assert!(all < 4_096, "{all} slots for 4,096 nodes");
    }
}
