//! The verdicts of a pack as one decision diagram over its criteria.
//!
//! A node asks one criterion and has a child for each value; a leaf is a verdict. Nodes are shared and none asks
//! in vain, so one pass from the leaves up tells, for criteria only partly known, exactly which verdicts some
//! settlement of the unknown ones reaches and which unknown criteria the verdict still depends on.

use super::node::{ARITY, Node, Ref};
use super::table::Table;
use super::values::ValueSet;
use super::verdicts::VerdictSet;
use crate::base::wire::wire;
use crate::pack::{Criterion, CriterionIndex, Formula, Verdict};

/// Most nodes a pack may need. The default pack needs a few dozen.
const MAX_NODES: usize = 100_000;

/// Most steps of compiling them: counts of thousands among thousands may come to few nodes, and take for ever.
const MAX_STEPS: u32 = 20_000_000;

/// What stands at a place of a diagram.
pub enum Step<'a> {
    /// A verdict, an index.
    Verdict(usize),
    /// A criterion, and where each of its values leads.
    Asks(CriterionIndex, &'a [Ref; ARITY]),
}

/// The compiled verdicts. Nodes stand after their children.
#[derive(Clone, Debug, Default)]
pub struct Diagram {
    nodes: Vec<Node>,
    root: Ref,
}

wire! {
    struct Diagram { nodes, root }
}

/// What can still come of criteria that are only partly known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The verdicts that some settlement reaches.
    pub verdicts: VerdictSet,
    /// The criteria that the verdict still depends on, in order.
    pub open: Vec<CriterionIndex>,
}

/// What a search for changes is after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Every settlement reaches this verdict.
    Only(usize),
    /// Some settlement reaches another verdict than this.
    Other(usize),
}

/// The price of what no change leads to.
pub const NEVER: u64 = u64::MAX;

impl Aim {
    /// What a leaf costs: nothing if the aim is reached there.
    pub(crate) fn of_leaf(self, leaf: Ref) -> u64 {
        let verdict = (leaf - Diagram::TRUE - 1) as usize;
        let reached = match self {
            Self::Only(only) => verdict == only,
            Self::Other(than) => verdict != than,
        };
        if reached { 0 } else { NEVER }
    }

    /// What two places cost together at least, where an open criterion may lead to either.
    pub(crate) fn both(self, one: u64, other: u64) -> u64 {
        match self {
            Self::Only(_) => one.max(other),
            Self::Other(_) => one.min(other),
        }
    }

    /// What no places cost together.
    pub(crate) fn none(self) -> u64 {
        match self {
            Self::Only(_) => 0,
            Self::Other(_) => NEVER,
        }
    }
}

/// The diagram would need too many nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooComplex;

impl Diagram {
    const FALSE: Ref = 0;
    const TRUE: Ref = 1;
    /// Leaves: false and true while conditions are compiled, then 32 verdicts.
    const LEAVES: Ref = 34;

    /// Compiles the verdicts, in order of precedence. The last has no condition.
    ///
    /// # Errors
    /// If the conditions need more than 100,000 nodes, or too many steps.
    pub fn compile(criteria: &[Criterion], verdicts: &[Verdict]) -> Result<Self, TooComplex> {
        let mut builder = Builder {
            arity: criteria.iter().map(|c| c.test.arity()).collect(),
            settled: criteria.iter().map(|c| c.test.settled()).collect(),
            ..Builder::default()
        };
        let mut root = Self::TRUE + u32::try_from(verdicts.len()).map_err(|_| TooComplex)?;
        for (index, verdict) in verdicts.iter().enumerate().rev() {
            let leaf = Self::TRUE + 1 + u32::try_from(index).map_err(|_| TooComplex)?;
            let condition = match &verdict.when {
                Some(formula) => builder.formula(formula)?,
                None => Self::TRUE,
            };
            root = builder.choose(condition, leaf, root)?;
        }
        Ok(builder.finish(root))
    }

    /// The criteria that some verdict depends on.
    pub fn variables(&self) -> impl Iterator<Item = CriterionIndex> {
        self.nodes.iter().map(|node| CriterionIndex::new(node.variable as usize))
    }

    /// How many nodes it has.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// Where it begins.
    pub fn root(&self) -> Ref {
        self.root
    }

    /// What stands at a place that the root or a node led to.
    pub fn step(&self, at: Ref) -> Step<'_> {
        match at.checked_sub(Self::LEAVES) {
            Some(index) => {
                let node = &self.nodes[index as usize];
                Step::Asks(CriterionIndex::new(node.variable as usize), &node.children)
            }
            None => Step::Verdict((at - Self::TRUE - 1) as usize),
        }
    }

    /// The verdict that a leaf is.
    fn of_leaf(leaf: Ref) -> VerdictSet {
        VerdictSet::only((leaf - Self::TRUE - 1) as usize)
    }

    /// The verdicts that some settlement reaches, as in [`Reach`]; `scratch` saves making room again.
    pub fn verdicts(&self, possible: &[ValueSet], scratch: &mut Vec<VerdictSet>) -> VerdictSet {
        scratch.clear();
        for node in &self.nodes {
            let mut reached = VerdictSet::default();
            for value in possible[node.variable as usize].iter() {
                let below = node.children[usize::from(value)];
                reached |= match Self::index(below) {
                    Some(below) => scratch[below],
                    None => Self::of_leaf(below),
                };
            }
            scratch.push(reached);
        }
        match self.root.checked_sub(Self::LEAVES) {
            Some(root) => scratch[root as usize],
            None => Self::of_leaf(self.root),
        }
    }

    /// What the aim must cost at least at each node, when criterion `i` may take the values of
    /// `possible[i]`, and can be given, for `prices[i]`, one of the values of `offered[i]`. It may
    /// cost more where paths that part at an open criterion need different changes.
    pub(crate) fn least(
        &self,
        aim: Aim,
        possible: &[ValueSet],
        offered: &[ValueSet],
        prices: &[u64],
    ) -> Vec<u64> {
        let mut least: Vec<u64> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let variable = node.variable as usize;
            let (mut stay, mut change) = (aim.none(), NEVER);
            for value in (possible[variable] | offered[variable]).iter() {
                let below = &node.children[usize::from(value)];
                let price = Self::index(*below).map_or_else(|| aim.of_leaf(*below), |index| least[index]);
                if possible[variable].contains(value) {
                    stay = aim.both(stay, price);
                }
                if offered[variable].contains(value) {
                    change = change.min(price.saturating_add(prices[variable]));
                }
            }
            least.push(stay.min(change));
        }
        least
    }

    /// Which node it is, if it is no leaf.
    pub(crate) fn index(place: Ref) -> Option<usize> {
        Some(place.checked_sub(Self::LEAVES)? as usize)
    }

    /// The node, if it is no leaf.
    pub(crate) fn node(&self, place: Ref) -> Option<&Node> {
        self.nodes.get(Self::index(place)?)
    }

    /// What can come of it when criterion `i` may take the values of `possible[i]`.
    #[allow(clippy::cast_possible_truncation, reason = "there are at most MAX_NODES nodes")]
    pub fn reach(&self, possible: &[ValueSet]) -> Reach {
        let mut reduced: Vec<Ref> = Vec::with_capacity(self.nodes.len());
        let mut verdicts: Vec<VerdictSet> = Vec::with_capacity(self.nodes.len());
        let mut kept = Table::default();
        let mut kids: Vec<Node> = Vec::with_capacity(self.nodes.len());
        for (index, node) in self.nodes.iter().enumerate() {
            let mut children = [Ref::MAX; ARITY];
            let mut reached = VerdictSet::default();
            let (mut first, mut same) = (Ref::MAX, true);
            for value in possible[node.variable as usize].iter() {
                let below = node.children[usize::from(value)];
                if below == Ref::MAX {
                    continue;
                }
                let child = &mut children[usize::from(value)];
                *child = match below.checked_sub(Self::LEAVES) {
                    Some(below) => reduced[below as usize],
                    None => below,
                };
                reached |= match below.checked_sub(Self::LEAVES) {
                    Some(below) => verdicts[below as usize],
                    None => Self::of_leaf(below),
                };
                if first == Ref::MAX {
                    first = *child;
                }
                same &= *child == first;
            }
            let here = Self::LEAVES + index as Ref;
            let smaller = Node { variable: node.variable, children };
            kids.push(smaller);
            reduced.push(if same { first } else { kept.get_or_insert(smaller, here) });
            verdicts.push(reached);
        }
        let Some(root) = self.root.checked_sub(Self::LEAVES) else {
            return Reach { verdicts: Self::of_leaf(self.root), open: Vec::new() };
        };
        let mut open = vec![false; possible.len()];
        let mut seen = vec![false; self.nodes.len()];
        let mut stack = vec![reduced[root as usize]];
        while let Some(next) = stack.pop() {
            let Some(index) = next.checked_sub(Self::LEAVES).map(|index| index as usize) else {
                continue;
            };
            if next == Ref::MAX || std::mem::replace(&mut seen[index], true) {
                continue;
            }
            open[kids[index].variable as usize] = true;
            stack.extend(kids[index].children.iter().filter(|child| **child != Ref::MAX));
        }
        let open = CriterionIndex::all(&open).filter(|criterion| open[*criterion]).collect();
        Reach { verdicts: verdicts[root as usize], open }
    }
}

#[derive(Default)]
struct Builder {
    arity: Vec<u8>,
    /// The value of each criterion that settings leave no choice.
    settled: Vec<Option<u8>>,
    nodes: Vec<Node>,
    unique: Table,
    /// What [`Builder::choose`] came to, by its arguments laid out as a node.
    memo: Table,
    steps: u32,
}

impl Builder {
    fn formula(&mut self, formula: &Formula) -> Result<Ref, TooComplex> {
        match formula {
            Formula::Always(holds) => Ok(Self::truth(*holds)),
            Formula::Takes(criterion, value) => {
                if let Some(settled) = self.settled[*criterion] {
                    return Ok(Self::truth(settled == *value));
                }
                let mut children = [Ref::MAX; ARITY];
                for (index, child) in
                    children.iter_mut().take(usize::from(self.arity[*criterion])).enumerate()
                {
                    *child = Self::truth(index == usize::from(*value));
                }
                self.node(u32::try_from(criterion.place()).map_err(|_| TooComplex)?, children)
            }
            Formula::Not(part) => {
                let part = self.formula(part)?;
                self.choose(part, Diagram::FALSE, Diagram::TRUE)
            }
            Formula::All(parts) => self.fold(parts, true),
            Formula::Any(parts) => self.fold(parts, false),
            Formula::AtLeast(count, parts) if *count > parts.len() => Ok(Diagram::FALSE),
            Formula::AtLeast(count, parts) => {
                let parts = parts.iter().map(|part| self.formula(part)).collect::<Result<Vec<_>, _>>()?;
                // row[k] holds when at least k of the parts seen so far hold.
                let mut row = vec![Diagram::FALSE; count + 1];
                row[0] = Diagram::TRUE;
                for part in parts.into_iter().rev() {
                    for k in (1..=*count).rev() {
                        row[k] = self.choose(part, row[k - 1], row[k])?;
                    }
                }
                Ok(row[*count])
            }
        }
    }

    fn fold(&mut self, parts: &[Formula], all: bool) -> Result<Ref, TooComplex> {
        let mut result = Self::truth(all);
        for part in parts.iter().rev() {
            let part = self.formula(part)?;
            result = if all {
                self.choose(part, result, Diagram::FALSE)?
            } else {
                self.choose(part, Diagram::TRUE, result)?
            };
        }
        Ok(result)
    }

    fn truth(holds: bool) -> Ref {
        if holds { Diagram::TRUE } else { Diagram::FALSE }
    }

    /// `then` where `condition` holds, else `other`.
    fn choose(&mut self, condition: Ref, then: Ref, other: Ref) -> Result<Ref, TooComplex> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(TooComplex);
        }
        if condition == Diagram::TRUE || then == other {
            return Ok(then);
        }
        if condition == Diagram::FALSE {
            return Ok(other);
        }
        let question = Node { variable: condition, children: [then, other, Ref::MAX, Ref::MAX] };
        if let Some(known) = self.memo.get(question) {
            return Ok(known);
        }
        let variable = [condition, then, other]
            .iter()
            .filter_map(|part| self.get(*part))
            .map(|node| node.variable)
            .min();
        let Some(variable) = variable else { return Ok(then) };
        let mut children = [Ref::MAX; ARITY];
        let arity = usize::from(self.arity[variable as usize]);
        for (value, child) in children.iter_mut().enumerate().take(arity) {
            let below = |part: Ref| match self.get(part) {
                Some(node) if node.variable == variable => node.children[value],
                _ => part,
            };
            let (condition, then, other) = (below(condition), below(then), below(other));
            *child = self.choose(condition, then, other)?;
        }
        let result = self.node(variable, children)?;
        self.memo.get_or_insert(question, result);
        if self.memo.len() > 8 * MAX_NODES { Err(TooComplex) } else { Ok(result) }
    }

    fn get(&self, part: Ref) -> Option<&Node> {
        self.nodes.get(part.checked_sub(Diagram::LEAVES)? as usize)
    }

    fn node(&mut self, variable: u32, children: [Ref; ARITY]) -> Result<Ref, TooComplex> {
        if children.iter().all(|child| *child == children[0] || *child == Ref::MAX) {
            return Ok(children[0]);
        }
        let node = Node { variable, children };
        if let Some(known) = self.unique.get(node) {
            return Ok(known);
        }
        if self.nodes.len() >= MAX_NODES {
            return Err(TooComplex);
        }
        let reference = Diagram::LEAVES + u32::try_from(self.nodes.len()).map_err(|_| TooComplex)?;
        self.nodes.push(node);
        self.unique.get_or_insert(node, reference);
        Ok(reference)
    }

    /// Drops every node the root does not reach. Children still stand before their parents.
    #[allow(clippy::cast_possible_truncation, reason = "there are at most MAX_NODES nodes")]
    fn finish(self, root: Ref) -> Diagram {
        let mut live = vec![false; self.nodes.len()];
        let mut stack = vec![root];
        while let Some(next) = stack.pop() {
            let Some(index) = next.checked_sub(Diagram::LEAVES).map(|index| index as usize) else {
                continue;
            };
            if index < live.len() && !std::mem::replace(&mut live[index], true) {
                stack.extend(self.nodes[index].children);
            }
        }
        let mut place = vec![Ref::MAX; self.nodes.len()];
        let moved = |part: Ref, place: &[Ref]| match part.checked_sub(Diagram::LEAVES) {
            Some(index) if part != Ref::MAX => place[index as usize],
            _ => part,
        };
        let mut nodes = Vec::new();
        for (index, node) in self.nodes.iter().enumerate().filter(|(index, _)| live[*index]) {
            place[index] = Diagram::LEAVES + nodes.len() as Ref;
            nodes.push(Node {
                variable: node.variable,
                children: node.children.map(|child| moved(child, &place)),
            });
        }
        let root = moved(root, &place);
        nodes.shrink_to_fit();
        Diagram { nodes, root }
    }
}

#[cfg(test)]
mod tests;
