//! Two sheets that differ in one component alone, compared in every completion of the rest at once.

use super::Subject;
use super::space::{Found, Judged};
use crate::answers::Record;
use crate::screening::Possible;
use crate::screening::diagram::{ARITY, Diagram, Ref, Step};
use std::collections::HashSet;

/// Two classes of one component.
pub(super) struct Pair {
    /// Which component.
    pub(super) component: usize,
    /// One class.
    pub(super) one: usize,
    /// The other.
    pub(super) other: usize,
}

/// What is looked for: two sheets whose sets of possible verdicts differ so.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// In anything.
    Different,
    /// The second comes to earlier verdicts only.
    Earlier,
}

impl Wanted {
    fn of_verdicts(self, one: usize, other: usize) -> bool {
        match self {
            Self::Different => one != other,
            Self::Earlier => other < one,
        }
    }

    /// Whether it holds, whatever is known besides.
    fn surely(self, one: u32, other: u32) -> bool {
        match self {
            Self::Different => one & other == 0,
            Self::Earlier => one != 0 && other != 0 && other.ilog2() < one.trailing_zeros(),
        }
    }

    fn of_sheets(self, one: u32, other: u32) -> bool {
        match self {
            Self::Different => one != other,
            Self::Earlier => self.surely(one, other),
        }
    }
}

/// Two records that differ in the component of the pair alone and are decided as wanted; or nothing, or no answer.
pub(super) fn find(subject: &Subject<'_>, pair: &Pair, wanted: Wanted) -> Result<Option<[Record; 2]>, ()> {
    let component = &subject.space.components[pair.component];
    let diagram = &subject.pack.diagram;
    let mut choice = subject.choice.clone();
    choice.pools[pair.component] = vec![pair.one];
    let mut scratch = Vec::new();
    let found = choice.find(&mut |bounds, last| {
        let mut changed = bounds.to_vec();
        for (criterion, possible) in component.criteria.iter().zip(&component.classes[pair.other].possible) {
            changed[*criterion] = *possible;
        }
        let one = diagram.verdicts(bounds, &mut scratch);
        let other = diagram.verdicts(&changed, &mut scratch);
        if wanted.surely(one, other) || (last && wanted.of_sheets(one, other)) {
            Judged::Always
        } else if last || !some([diagram; 2], [bounds, &changed], &|a, b| wanted.of_verdicts(a, b)) {
            Judged::Never
        } else {
            Judged::Perhaps
        }
    });
    match found {
        Found::Sheet(one) => {
            let mut other = one.clone();
            for fact in component.classes[pair.one].answers.keys() {
                other.remove(fact);
            }
            other.extend(component.classes[pair.other].answers.clone());
            Ok(Some([one, other]))
        }
        Found::None => Ok(None),
        Found::GaveUp => Err(()),
    }
}

/// Whether some settlement within both bounds, the same for every criterion whose bounds are, comes to verdicts of the
/// two diagrams that are wanted.
pub(super) fn some(
    diagrams: [&Diagram; 2],
    bounds: [&[Possible]; 2],
    wanted: &dyn Fn(usize, usize) -> bool,
) -> bool {
    let mut seen: HashSet<(Ref, Ref)> = HashSet::new();
    let mut stack = vec![(diagrams[0].root(), diagrams[1].root())];
    while let Some((a, b)) = stack.pop() {
        if !seen.insert((a, b)) {
            continue;
        }
        let (asks_a, asks_b) = match (diagrams[0].step(a), diagrams[1].step(b)) {
            (Step::Verdict(a), Step::Verdict(b)) => {
                if wanted(a, b) {
                    return true;
                }
                continue;
            }
            (Step::Asks(a, down), Step::Verdict(_)) => (Some((a, down)), None),
            (Step::Verdict(_), Step::Asks(b, down)) => (None, Some((b, down))),
            (Step::Asks(x, x_down), Step::Asks(y, y_down)) => {
                ((x <= y).then_some((x, x_down)), (y <= x).then_some((y, y_down)))
            }
        };
        let Some(variable) = asks_a.or(asks_b).map(|(variable, _)| variable) else { continue };
        let below = |asks: Option<(usize, &[Ref; ARITY])>, at: Ref, value: usize| match asks {
            Some((_, down)) => down[value],
            None => at,
        };
        let (mask_a, mask_b) = (bounds[0][variable], bounds[1][variable]);
        for value in values(mask_a) {
            if mask_a == mask_b {
                stack.push((below(asks_a, a, value), below(asks_b, b, value)));
                continue;
            }
            for changed in values(mask_b) {
                stack.push((below(asks_a, a, value), below(asks_b, b, changed)));
            }
        }
    }
    false
}

fn values(mask: Possible) -> impl Iterator<Item = usize> {
    (0..8).filter(move |value| mask >> value & 1 == 1)
}
