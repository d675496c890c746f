//! Two sheets that differ in one component alone, compared in every completion of the rest at once.

use super::subject::Subject;
use crate::answer_space::budget::{GaveUp, Share};
use crate::answer_space::components::{Found, Judged};
use drive_screening_core::answers::Record;
use drive_screening_core::pack::CriterionIndex;
use drive_screening_core::pack::compiled::{ARITY, Diagram, Ref, Step, ValueSet, VerdictSet};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

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
    fn surely(self, one: VerdictSet, other: VerdictSet) -> bool {
        match self {
            Self::Different => one.is_apart_from(other),
            Self::Earlier => other.last().zip(one.first()).is_some_and(|(other, one)| other < one),
        }
    }

    fn of_sheets(self, one: VerdictSet, other: VerdictSet) -> bool {
        match self {
            Self::Different => one != other,
            Self::Earlier => self.surely(one, other),
        }
    }
}

/// Two records that differ in the component of the pair alone and are decided as wanted; or nothing.
///
/// # Errors
/// If the search is given up.
pub(super) fn find(
    subject: &Subject<'_>,
    pair: &Pair,
    wanted: Wanted,
    share: &Share<'_>,
) -> Result<Option<[Record; 2]>, GaveUp> {
    let component = &subject.space.components[pair.component];
    let diagram = &subject.pack.diagram;
    let mut scratch = Vec::new();
    let fixed = Some((pair.component, pair.one));
    let found = subject.choice.find(fixed, share, steps(&[diagram; 2]), &mut |bounds, last| {
        let mut changed = bounds.to_vec();
        component.put(pair.other, &mut changed);
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
            for (fact, answer) in &component.classes[pair.other].answers {
                other.insert(fact.clone(), answer.clone());
            }
            Ok(Some([one, other]))
        }
        Found::None => Ok(None),
        Found::GaveUp => Err(GaveUp),
    }
}

/// What it takes to go through diagrams once, each alone and all together.
pub(crate) fn steps(diagrams: &[&Diagram]) -> usize {
    diagrams.iter().map(|diagram| 4 * diagram.size()).sum()
}

/// Whether one path through the diagram shows that two sheets are decided differently: one that only asks for what single
/// classes settle. Mostly there is one, and it is found in one walk; where there is none, nothing is said.
pub(super) fn shown_by_a_path(subject: &Subject<'_>, pair: &Pair, share: &Share<'_>) -> Result<bool, GaveUp> {
    let component = &subject.space.components[pair.component];
    let diagram = &subject.pack.diagram;
    share.spend(steps(&[diagram; 2]) + subject.pack.criteria.len())?;
    let [mut bounds, mut changed] = [subject.choice.bounds.clone(), subject.choice.bounds.clone()];
    component.put(pair.one, &mut bounds);
    component.put(pair.other, &mut changed);
    let mut wished = vec![None; bounds.len()];
    let path = path([diagram; 2], [&bounds, &changed], &|a, b| a != b).unwrap_or_default();
    let mut settled = !path.is_empty();
    for (variable, value) in path {
        if subject.space.at(variable).0 == pair.component {
            settled &= bounds[variable].is_settled() && changed[variable].is_settled();
        } else {
            wished[variable] = Some(ValueSet::only(value));
        }
    }
    Ok(settled && subject.choice.has(&wished, share)?)
}

/// Whether some settlement within both bounds, the same for every criterion whose bounds are, comes to verdicts of the
/// two diagrams that are wanted.
pub(crate) fn some(
    diagrams: [&Diagram; 2],
    bounds: [&[ValueSet]; 2],
    wanted: &dyn Fn(usize, usize) -> bool,
) -> bool {
    let mut seen: HashSet<Places, Mixed> = HashSet::default();
    let mut stack = vec![(diagrams[0].root(), diagrams[1].root())];
    while let Some(at) = stack.pop() {
        if seen.insert(at) && below(diagrams, bounds, at, wanted, &mut |_, _, next| stack.push(next)) {
            return true;
        }
    }
    false
}

/// The way there, if [`some`]: each criterion asked, with its value in the first diagram.
fn path(
    diagrams: [&Diagram; 2],
    bounds: [&[ValueSet]; 2],
    wanted: &dyn Fn(usize, usize) -> bool,
) -> Option<Vec<(CriterionIndex, u8)>> {
    let start = (diagrams[0].root(), diagrams[1].root());
    let mut from: HashMap<Places, (CriterionIndex, u8, Places), Mixed> = HashMap::default();
    let mut stack = vec![start];
    let mut found = None;
    while let (Some(at), None) = (stack.pop(), found) {
        let arrived = below(diagrams, bounds, at, wanted, &mut |variable, value, next| {
            from.entry(next).or_insert_with(|| {
                stack.push(next);
                (variable, value, at)
            });
        });
        found = arrived.then_some(at);
    }
    let mut at = found?;
    let mut path = Vec::new();
    while at != start {
        let (variable, value, before) = *from.get(&at)?;
        path.push((variable, value));
        at = before;
    }
    Some(path)
}

/// Calls `next` for every pair of places below a pair, with the criterion that is asked there and its value in the first
/// diagram; or tells whether these are the verdicts wanted.
fn below(
    diagrams: [&Diagram; 2],
    bounds: [&[ValueSet]; 2],
    (a, b): (Ref, Ref),
    wanted: &dyn Fn(usize, usize) -> bool,
    next: &mut dyn FnMut(CriterionIndex, u8, (Ref, Ref)),
) -> bool {
    let (asks_a, asks_b) = match (diagrams[0].step(a), diagrams[1].step(b)) {
        (Step::Verdict(a), Step::Verdict(b)) => return wanted(a, b),
        (Step::Asks(a, down), Step::Verdict(_)) => (Some((a, down)), None),
        (Step::Verdict(_), Step::Asks(b, down)) => (None, Some((b, down))),
        (Step::Asks(x, x_down), Step::Asks(y, y_down)) => {
            ((x <= y).then_some((x, x_down)), (y <= x).then_some((y, y_down)))
        }
    };
    let Some(variable) = asks_a.or(asks_b).map(|(variable, _)| variable) else { return false };
    let down = |asks: Option<(CriterionIndex, &[Ref; ARITY])>, at: Ref, value: u8| match asks {
        Some((_, down)) => down[usize::from(value)],
        None => at,
    };
    let (mask_a, mask_b) = (bounds[0][variable], bounds[1][variable]);
    for value in mask_a.iter() {
        if mask_a == mask_b {
            next(variable, value, (down(asks_a, a, value), down(asks_b, b, value)));
            continue;
        }
        for changed in mask_b.iter() {
            next(variable, value, (down(asks_a, a, value), down(asks_b, b, changed)));
        }
    }
    false
}

/// A place in each of two diagrams.
type Places = (Ref, Ref);

/// Hashes places of diagrams: two numbers this program made itself, so nobody gains by some that collide.
type Mixed = BuildHasherDefault<Mix>;

#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32((*byte).into());
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(26) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
