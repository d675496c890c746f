//! The cheapest sets of changes to criteria after which a verdict is certain, or no longer certain. Exact.
//!
//! Sets are built criterion by criterion, each taken or left for good, and a branch is given up as soon as
//! [`Diagram::price`] shows that it must cost more than the cheapest set. That bound is nearly always what it does
//! cost, so the work grows with the number of criteria times the size of the diagram, for every set that is found.

use super::diagram::{Aim, Diagram, NEVER};
use super::evaluate::Possible;

/// One criterion given one value.
pub(super) type Given = (usize, u8);

/// Most looks at the whole diagram in one search. The default pack needs a hundred; this stops packs made to be hard.
const MAX_LOOKS: u32 = 20_000;

/// What is searched for, and from where.
pub(super) struct Search<'a> {
    pub(super) diagram: &'a Diagram,
    pub(super) aim: Aim,
    /// The criteria that may be changed, the preferred first.
    pub(super) order: &'a [usize],
    /// What each criterion may be before any change.
    pub(super) possible: &'a [Possible],
    /// The values each criterion can be given.
    pub(super) offered: &'a [Possible],
    /// What a change of each criterion costs; more than 0.
    pub(super) prices: &'a [u64],
    /// The most that a set may cost.
    pub(super) most: u64,
    /// How many sets are wanted.
    pub(super) wanted: usize,
}

/// What a search found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The cheapest sets, all at one price, those with the preferred criteria first.
    pub(super) sets: Vec<Vec<Given>>,
    /// The search was stopped, so there may be other sets.
    pub(super) stopped: bool,
}

struct State {
    possible: Vec<Possible>,
    offered: Vec<Possible>,
    taken: Vec<Given>,
    scratch: Vec<u64>,
    looks: u32,
    /// What a set may cost in this round.
    bound: u64,
    /// The least that a branch given up in this round would have cost.
    above: u64,
    found: Found,
}

impl Search<'_> {
    /// The cheapest sets: rounds with a rising bound, until one finds some.
    pub(super) fn run(&self) -> Found {
        let mut state = State {
            possible: self.possible.to_vec(),
            offered: self.offered.to_vec(),
            taken: Vec::new(),
            scratch: Vec::new(),
            looks: 0,
            bound: 0,
            above: NEVER,
            found: Found::default(),
        };
        state.bound = self.price(&mut state);
        while state.bound <= self.most && state.bound < NEVER {
            state.above = NEVER;
            self.extend(&mut state, 0, 0);
            if !state.found.sets.is_empty() || state.found.stopped {
                break;
            }
            state.bound = state.above;
        }
        state.found
    }

    /// Finds the sets that hold what is taken, and beyond it only criteria from `from` on.
    fn extend(&self, state: &mut State, from: usize, spent: u64) {
        let mut next = from;
        let mut rest = self.affordable(state, spent);
        while let Some(price) = rest {
            if price == 0 {
                state.found.sets.push(state.taken.clone());
                break;
            }
            let Some(&criterion) = self.order.get(next) else { break };
            next += 1;
            let before = state.possible[criterion];
            state.offered[criterion] = 0;
            for value in 0..8 {
                if self.offered[criterion] >> value & 1 == 1 && !self.is_done(state) {
                    state.possible[criterion] = 1 << value;
                    state.taken.push((criterion, value));
                    self.extend(state, next, spent.saturating_add(self.prices[criterion]));
                    state.taken.pop();
                }
            }
            state.possible[criterion] = before;
            rest = if self.is_done(state) { None } else { self.affordable(state, spent) };
        }
        for criterion in &self.order[from..next] {
            state.offered[*criterion] = self.offered[*criterion];
        }
    }

    /// What is still to pay, if that keeps within the bound.
    fn affordable(&self, state: &mut State, spent: u64) -> Option<u64> {
        if state.looks == MAX_LOOKS {
            state.found.stopped = true;
            return None;
        }
        state.looks += 1;
        let rest = self.price(state);
        let total = spent.saturating_add(rest);
        if total > state.bound {
            state.above = state.above.min(total);
            return None;
        }
        Some(rest)
    }

    fn price(&self, state: &mut State) -> u64 {
        self.diagram.price(self.aim, &state.possible, &state.offered, self.prices, &mut state.scratch)
    }

    fn is_done(&self, state: &State) -> bool {
        state.found.sets.len() >= self.wanted || state.found.stopped
    }
}
