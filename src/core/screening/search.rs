//! The cheapest sets of changes to criteria after which a verdict is certain, or no longer certain. Exact.
//!
//! The criteria are gone through in order, each given one of the values on offer or left as it is for good. What is
//! still undecided after that is a few places in the diagram, and [`Diagram::least`] says what each must cost at least;
//! a branch that must cost more than the cheapest set is given up. That bound is nearly always what it does cost, so
//! after one pass over the diagram a set is found in about one step for each criterion.

use crate::pack::CriterionIndex;
use crate::pack::compiled::{Aim, Diagram, NEVER, Ref, ValueSet};

/// One criterion given one value.
pub(super) type Assignment = (CriterionIndex, u8);

/// Most steps of one search. The default pack needs a hundred or so; this stops packs made to be hard.
const MAX_STEPS: u32 = 50_000;

/// What is searched for, and from where.
pub(super) struct Search<'a> {
    pub(super) diagram: &'a Diagram,
    pub(super) aim: Aim,
    /// What each criterion may be before any change.
    pub(super) possible: &'a [ValueSet],
    /// The values each criterion can be given.
    pub(super) offered: &'a [ValueSet],
    /// What a change of each criterion costs; more than 0.
    pub(super) prices: &'a [u64],
    /// The most that a set may cost.
    pub(super) most: u64,
    /// How many sets are wanted.
    pub(super) wanted: usize,
}

/// What a search found.
#[derive(Debug, Default)]
pub(super) struct SearchResult {
    /// The cheapest sets, all at one price, those with earlier criteria first.
    pub(super) sets: Vec<Vec<Assignment>>,
    /// The search was stopped, so there may be other sets.
    pub(super) stopped: bool,
}

struct State {
    /// What each node must cost at least.
    least: Vec<u64>,
    /// The step in which each node was last met.
    met: Vec<u32>,
    step: u32,
    taken: Vec<Assignment>,
    /// What a set may cost in this round.
    bound: u64,
    /// The least that a branch given up in this round would have cost.
    above: u64,
    found: SearchResult,
}

impl Search<'_> {
    /// The cheapest sets: rounds with a rising bound, until one finds some.
    pub(super) fn run(&self) -> SearchResult {
        let least = self.diagram.least(self.aim, self.possible, self.offered, self.prices);
        let mut state = State {
            met: vec![0; least.len()],
            least,
            step: 0,
            taken: Vec::new(),
            bound: 0,
            above: NEVER,
            found: SearchResult::default(),
        };
        let start = vec![self.diagram.root()];
        state.bound = self.price(&state, &start);
        while state.bound <= self.most && state.bound < NEVER {
            state.above = NEVER;
            self.extend(&mut state, start.clone(), 0);
            if !state.found.sets.is_empty() || state.found.stopped {
                break;
            }
            state.bound = state.above;
        }
        state.found
    }

    /// Finds the sets that hold what is taken, and beyond it only criteria asked at these places or below them.
    fn extend(&self, state: &mut State, mut places: Vec<Ref>, spent: u64) {
        while self.price(state, &places) > 0 {
            let mut first = u32::MAX;
            for place in &places {
                first = first.min(self.diagram.node(*place).map_or(u32::MAX, |node| node.variable));
            }
            let criterion = CriterionIndex::new(first as usize);
            let dearer = spent.saturating_add(self.prices[criterion]);
            for value in self.offered[criterion].iter() {
                if let Some(below) = self.below(state, &places, first, ValueSet::only(value), dearer) {
                    state.taken.push((criterion, value));
                    self.extend(state, below, dearer);
                    state.taken.pop();
                }
                if state.found.sets.len() >= self.wanted || state.found.stopped {
                    return;
                }
            }
            match self.below(state, &places, first, self.possible[criterion], spent) {
                Some(below) => places = below,
                None => return,
            }
        }
        state.found.sets.push(state.taken.clone());
    }

    /// The places once the criterion may only be one of these values, if that keeps within the bound.
    fn below(
        &self,
        state: &mut State,
        places: &[Ref],
        criterion: u32,
        values: ValueSet,
        spent: u64,
    ) -> Option<Vec<Ref>> {
        if state.step == MAX_STEPS {
            state.found.stopped = true;
            return None;
        }
        state.step += 1;
        let mut below = Vec::with_capacity(places.len() + 1);
        for place in places {
            match self.diagram.node(*place).filter(|node| node.variable == criterion) {
                Some(node) => {
                    for value in values.iter() {
                        self.add(state, &mut below, node.children[usize::from(value)]);
                    }
                }
                None => self.add(state, &mut below, *place),
            }
        }
        let total = spent.saturating_add(self.price(state, &below));
        if total > state.bound {
            state.above = state.above.min(total);
            return None;
        }
        Some(below)
    }

    /// Adds a place that was not met in this step; a leaf where nothing is left to pay or to hope for says nothing.
    fn add(&self, state: &mut State, places: &mut Vec<Ref>, place: Ref) {
        match Diagram::index(place) {
            Some(index) if state.met[index] == state.step => {}
            Some(index) => {
                state.met[index] = state.step;
                places.push(place);
            }
            None => {
                if self.aim.of_leaf(place) != self.aim.none() {
                    places.push(place);
                }
            }
        }
    }

    fn price(&self, state: &State, places: &[Ref]) -> u64 {
        let mut price = self.aim.none();
        for place in places {
            let here = match Diagram::index(*place) {
                Some(index) => state.least[index],
                None => self.aim.of_leaf(*place),
            };
            price = self.aim.both(price, here);
        }
        price
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Criterion, Formula, Pack, Verdict};

    /// Of three criteria that are yes or no: the first verdict where the formula holds, else the second.
    fn decided_by(formula: Formula) -> Diagram {
        let pack = Pack::builtin("default").unwrap();
        let is_open = |one: &&Criterion| one.test.arity() == 2 && one.test.settled().is_none();
        let criterion = pack.criteria.iter().find(is_open).unwrap();
        let verdict = |when| Verdict { when, ..pack.verdicts[0].clone() };
        Diagram::compile(&vec![criterion.clone(); 3], &[verdict(Some(formula)), verdict(None)]).unwrap()
    }

    fn all_three() -> Vec<Formula> {
        (0..3).map(|place| Formula::Takes(CriterionIndex::new(place), 1)).collect()
    }

    /// What is found where all are no, by place, when those on offer can be changed to yes.
    fn found(diagram: &Diagram, offered: [bool; 3], most: u64) -> Vec<Vec<usize>> {
        let offered = offered.map(|is| if is { ValueSet::YES } else { ValueSet::NONE });
        let search = Search {
            diagram,
            aim: Aim::Only(0),
            possible: &[ValueSet::NO; 3],
            offered: &offered,
            prices: &[3, 1, 2],
            most,
            wanted: 5,
        };
        let found = search.run();
        assert!(!found.stopped);
        found.sets.iter().map(|set| set.iter().map(|(criterion, _)| criterion.place()).collect()).collect()
    }

    #[test]
    fn a_set_costs_no_more_than_it_may() {
        let diagram = decided_by(Formula::All(all_three()));
        for (most, sets) in [(5, vec![]), (6, vec![vec![0, 1, 2]]), (u64::MAX, vec![vec![0, 1, 2]])] {
            assert_eq!(found(&diagram, [true; 3], most), sets, "for {most}");
        }
        // Not at any price.
        assert_eq!(found(&diagram, [true, false, true], u64::MAX), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn the_cheapest_sets_are_found_and_all_of_one_price() {
        let any = decided_by(Formula::Any(all_three()));
        assert_eq!(found(&any, [true; 3], u64::MAX), [[1]]);
        assert_eq!(found(&any, [true, false, true], u64::MAX), [[2]]);
        // The first alone costs what the other two do.
        let [first, second, third] = [0, 1, 2].map(|place| Formula::Takes(CriterionIndex::new(place), 1));
        let either = decided_by(Formula::Any(vec![first, Formula::All(vec![second, third])]));
        assert_eq!(found(&either, [true; 3], u64::MAX), [vec![0], vec![1, 2]]);
    }
}
