//! The nodes of a diagram.

use crate::base::wire::wire;

/// Most values a criterion can take.
pub const ARITY: usize = 4;

/// A leaf (below [`Diagram::LEAVES`](super::Diagram)) or a node.
pub type Ref = u32;

/// Asks one criterion; each of its values leads on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) variable: u32,
    pub(crate) children: [Ref; ARITY],
}

wire! {
    struct Node { variable, children }
}
