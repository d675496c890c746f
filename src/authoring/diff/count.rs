//! Counts the combinations of criteria's values by what two packs make of them: one walk through both diagrams.

use super::product::{Joint, TooComplex};
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::pack::compiled::{Ref, Step};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Most pairs of places in the two diagrams that are counted, and most counts that are kept of all of them.
const MOST_PAIRS: usize = 400_000;
const MOST_COUNTS: usize = 1_000_000;

/// How many combinations, as a share of all and exactly if the number has at most 38 digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Count {
    pub(super) share: f64,
    pub(super) number: Option<u128>,
}

impl Joint {
    /// How many combinations there are, if the number has at most 38 digits.
    pub(super) fn combinations(&self) -> Option<u128> {
        self.variables.iter().try_fold(1_u128, |total, variable| {
            total.checked_mul(u128::try_from(variable.values.len()).ok()?)
        })
    }

    /// How many combinations come to each pair of outcomes.
    pub(super) fn counts(&self) -> Result<BTreeMap<(usize, usize), Count>, TooComplex> {
        let mut levels = vec![usize::MAX; self.pack.criteria.len()];
        for (level, variable) in self.variables.iter().enumerate() {
            for at in [variable.old, variable.new].into_iter().flatten() {
                levels[at] = level;
            }
        }
        let mut counter = Counter { joint: self, levels, known: HashMap::new(), kept: 0 };
        let roots = (self.sides[0].diagram.root(), self.sides[1].diagram.root());
        let (level, below) = counter.below(roots)?;
        Ok(gathered(below.iter().map(|(pair, count)| (*pair, self.scaled(*count, 0, level)))))
    }

    /// A count from a level on, for all levels from an earlier one on.
    fn scaled(&self, count: Count, from: usize, to: usize) -> Count {
        let number = self.variables[from..to].iter().try_fold(count.number, |number, variable| {
            Some(number?.checked_mul(u128::try_from(variable.values.len()).ok()?))
        });
        let number = number.flatten();
        Count { number, ..count }
    }
}

type Below = Rc<BTreeMap<(usize, usize), Count>>;

struct Counter<'a> {
    joint: &'a Joint,
    /// The variable of each criterion.
    levels: Vec<usize>,
    known: HashMap<(Ref, Ref), (usize, Below)>,
    /// How many counts are known in all.
    kept: usize,
}

impl Counter<'_> {
    /// The variable that is asked first at a pair of places, and the counts of everything from it on.
    fn below(&mut self, at: (Ref, Ref)) -> Result<(usize, Below), TooComplex> {
        if let Some(known) = self.known.get(&at) {
            return Ok(known.clone());
        }
        if self.known.len() > MOST_PAIRS || self.kept > MOST_COUNTS {
            return Err(TooComplex);
        }
        let joint = self.joint;
        let steps = [joint.sides[0].diagram.step(at.0), joint.sides[1].diagram.step(at.1)];
        let end = joint.variables.len();
        let level = |step: &Step<'_>| match step {
            Step::Asks(criterion, _) => self.levels[*criterion],
            Step::Verdict(_) => end,
        };
        let first = level(&steps[0]).min(level(&steps[1]));
        let mut below: BTreeMap<(usize, usize), Count> = BTreeMap::new();
        match &steps {
            [Step::Verdict(old), Step::Verdict(new)] => {
                below.insert((*old, *new), Count { share: 1.0, number: Some(1) });
            }
            [old, new] => {
                let down = |step: &Step<'_>, at: Ref, value: u8| match step {
                    Step::Asks(criterion, down) if self.levels[*criterion] == first => {
                        down[usize::from(value)]
                    }
                    _ => at,
                };
                let values = &joint.variables[first].values;
                let next: Vec<(Ref, Ref)> =
                    values.iter().map(|value| (down(old, at.0, value.0), down(new, at.1, value.1))).collect();
                let part = 1.0 / share_of(values.len());
                for at in next {
                    let (level, deeper) = self.below(at)?;
                    for (pair, count) in deeper.iter() {
                        let more = joint.scaled(*count, first + 1, level);
                        let sum = below.entry(*pair).or_insert(Count { share: 0.0, number: Some(0) });
                        sum.share += more.share * part;
                        sum.number = sum.number.zip(more.number).and_then(|(a, b)| a.checked_add(b));
                    }
                }
            }
        }
        self.kept += below.len();
        let below = (first, Rc::new(below));
        self.known.insert(at, below.clone());
        Ok(below)
    }
}

/// A small whole number as a fraction's part.
fn share_of(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
