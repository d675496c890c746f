//! What answer sheets can make of the criteria, exactly.
//!
//! Criteria that read the same facts, or facts that hang on one another, form a component: its classes are all that
//! sheets can make of its criteria together. Components share nothing but the day of screening, so a sheet is a class
//! of every component, and every choice of classes is a sheet. "No answer sheet can" means: no sheet screened on the
//! given day that answers only what is asked.

use super::field::{Field, cost};
use crate::answers::{Answers, Record};
use crate::date::Date;
use crate::pack::{FactId, Pack, Test, facts_of};
use crate::screening::{Facts, Possible};
use std::collections::{BTreeMap, BTreeSet};

/// Most steps of one search through the classes of components.
const MOST_STEPS: usize = 20_000;

/// All that answer sheets can make of a pack's criteria.
pub(super) struct Space {
    pub(super) components: Vec<Component>,
    /// How many criteria there are.
    size: usize,
}

/// Criteria that hang together by their facts.
pub(super) struct Component {
    /// Indices of criteria.
    pub(super) criteria: Vec<usize>,
    /// What sheets can make of them together, each with a sheet of the fewest answers that does.
    pub(super) classes: Vec<Class>,
    /// Which criteria each fact can change while the other answers stay.
    pub(super) changes: BTreeMap<FactId, BTreeSet<usize>>,
    /// Whether the classes are exact; otherwise there were too many ways of answering, and any values are assumed.
    pub(super) exact: bool,
}

/// What each criterion of a component may be, in their order, and answers that make it so.
#[derive(Clone)]
pub(super) struct Class {
    pub(super) possible: Vec<Possible>,
    pub(super) answers: Record,
}

/// What holds of every choice of classes within some bounds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    Never,
    Perhaps,
    Always,
}

/// What a search came to.
pub(super) enum Found {
    /// Answers that do it.
    Sheet(Record),
    /// No sheet does it.
    None,
    /// The search took too many steps.
    GaveUp,
}

impl Space {
    pub(super) fn new(pack: &Pack, day: Date) -> Self {
        let mut components = Vec::new();
        for criteria in together(pack) {
            match Component::exact(pack, day, &criteria) {
                Some(component) => components.push(component),
                None => components.extend(criteria.iter().map(|index| Component::any(pack, *index))),
            }
        }
        Self { components, size: pack.criteria.len() }
    }

    /// The component of a criterion and its place there.
    pub(super) fn at(&self, criterion: usize) -> Option<(usize, usize)> {
        self.components.iter().enumerate().find_map(|(index, component)| {
            let place = component.criteria.iter().position(|other| *other == criterion)?;
            Some((index, place))
        })
    }

    /// The classes to choose from, those that leave least open among what a filter lets through: what settles a
    /// verdict with one that leaves more open settles it with them too.
    pub(super) fn choose(&self, keep: &dyn Fn(&Component, &Class) -> bool) -> Choice<'_> {
        let pool = |component: &'_ Component| -> Vec<usize> {
            let classes = &component.classes;
            let kept: Vec<usize> =
                (0..classes.len()).filter(|index| keep(component, &classes[*index])).collect();
            smallest(classes, &kept)
        };
        Choice { space: self, pools: self.components.iter().map(pool).collect() }
    }
}

/// The classes of each component that a search chooses from.
#[derive(Clone)]
pub(super) struct Choice<'a> {
    space: &'a Space,
    pub(super) pools: Vec<Vec<usize>>,
}

impl Choice<'_> {
    /// Finds a class for each component that makes `judge` say always. It is asked what holds within bounds: for each
    /// criterion the values that some class still to choose from leaves open; and whether every class is chosen.
    pub(super) fn find(&self, judge: &mut dyn FnMut(&[Possible], bool) -> Judged) -> Found {
        if self.pools.iter().any(Vec::is_empty) {
            return Found::None;
        }
        let mut bounds = vec![0; self.space.size];
        for (component, pool) in self.space.components.iter().zip(&self.pools) {
            for class in pool {
                for (criterion, possible) in
                    component.criteria.iter().zip(&component.classes[*class].possible)
                {
                    bounds[*criterion] |= possible;
                }
            }
        }
        let mut chosen: Vec<usize> = self.pools.iter().map(|pool| pool[0]).collect();
        let mut steps = MOST_STEPS;
        match self.descend(0, &bounds, &mut chosen, &mut steps, judge) {
            Some(true) => {
                let mut sheet = Record::new();
                for (component, class) in self.space.components.iter().zip(chosen) {
                    sheet.extend(component.classes[class].answers.clone());
                }
                Found::Sheet(sheet)
            }
            Some(false) => Found::None,
            None => Found::GaveUp,
        }
    }

    /// Whether it was found; nothing once the steps are used up.
    fn descend(
        &self,
        from: usize,
        bounds: &[Possible],
        chosen: &mut [usize],
        steps: &mut usize,
        judge: &mut dyn FnMut(&[Possible], bool) -> Judged,
    ) -> Option<bool> {
        *steps = steps.checked_sub(1)?;
        let next = (from..self.pools.len()).find(|index| self.pools[*index].len() > 1);
        match (judge(bounds, next.is_none()), next) {
            (Judged::Always, _) => Some(true),
            (Judged::Never, _) | (Judged::Perhaps, None) => Some(false),
            (Judged::Perhaps, Some(next)) => {
                let component = &self.space.components[next];
                let mut within = bounds.to_vec();
                for class in &self.pools[next] {
                    for (criterion, possible) in
                        component.criteria.iter().zip(&component.classes[*class].possible)
                    {
                        within[*criterion] = *possible;
                    }
                    chosen[next] = *class;
                    if self.descend(next + 1, &within, chosen, steps, judge)? {
                        return Some(true);
                    }
                }
                chosen[next] = self.pools[next][0];
                Some(false)
            }
        }
    }
}

/// Those classes that leave least open.
fn smallest(classes: &[Class], pool: &[usize]) -> Vec<usize> {
    let within = |small: &Class, large: &Class| {
        small.possible != large.possible
            && small.possible.iter().zip(&large.possible).all(|(small, large)| small & !large == 0)
    };
    let least = |index: &usize| !pool.iter().any(|other| within(&classes[*other], &classes[*index]));
    pool.iter().copied().filter(least).collect()
}

impl Component {
    fn exact(pack: &Pack, day: Date, criteria: &[usize]) -> Option<Self> {
        let field = Field::new(pack, day, criteria, &[]);
        let mut classes: BTreeMap<Vec<Possible>, Record> = BTreeMap::new();
        let mut ways: Vec<(Vec<usize>, Vec<Possible>)> = Vec::new();
        let visited = field.each(&mut |answers: &Answers, taken| {
            let facts = Facts { pack, answers, criteria: &[] };
            let possible: Vec<Possible> =
                criteria.iter().map(|index| facts.possible(&pack.criteria[*index])).collect();
            let fewer =
                classes.get(&possible).is_none_or(|record| cost(pack, &answers.facts) < cost(pack, record));
            if fewer {
                classes.insert(possible.clone(), answers.facts.clone());
            }
            ways.push((taken.to_vec(), possible));
        });
        visited.ok()?;
        let mut changes = BTreeMap::new();
        for (at, fact) in field.facts.iter().enumerate() {
            changes.insert(fact.clone(), changed(&ways, at, criteria));
        }
        let mut classes: Vec<Class> =
            classes.into_iter().map(|(possible, answers)| Class { possible, answers }).collect();
        classes.sort_by_key(|class| cost(pack, &class.answers));
        Some(Self { criteria: criteria.to_vec(), classes, changes, exact: true })
    }

    /// Any value at all, without answers that make it so.
    fn any(pack: &Pack, criterion: usize) -> Self {
        let value = |value| Class { possible: vec![1_u8 << value], answers: Record::new() };
        let classes = (0..pack.criteria[criterion].test.arity()).map(value).collect();
        Self { criteria: vec![criterion], classes, changes: BTreeMap::new(), exact: false }
    }
}

/// Which criteria differ between two ways that differ in one fact alone.
fn changed(ways: &[(Vec<usize>, Vec<Possible>)], at: usize, criteria: &[usize]) -> BTreeSet<usize> {
    let mut first: BTreeMap<Vec<usize>, &Vec<Possible>> = BTreeMap::new();
    let mut changed = BTreeSet::new();
    for (taken, possible) in ways {
        let mut others = taken.clone();
        others.remove(at);
        let before = first.entry(others).or_insert(possible);
        for ((one, other), criterion) in before.iter().zip(possible).zip(criteria) {
            if one != other {
                changed.insert(*criterion);
            }
        }
    }
    changed
}

/// The facts a criterion reads, and those that these hang on.
pub(super) fn facts(pack: &Pack, criterion: usize) -> BTreeSet<FactId> {
    let mut wanted: Vec<FactId> = match &pack.criteria[criterion].test {
        Test::Rule(rule) => facts_of(rule, &pack.instruments),
        Test::Graded { applies, date, .. } => {
            let mut facts = facts_of(applies, &pack.instruments);
            facts.push(date.clone());
            facts
        }
    };
    let mut all = BTreeSet::new();
    while let Some(fact) = wanted.pop() {
        if all.insert(fact.clone())
            && let Some(rule) = pack.question(fact.as_str()).and_then(|q| q.asked_when.as_ref())
        {
            wanted.extend(facts_of(rule, &pack.instruments));
        }
    }
    all
}

/// The criteria, those with a fact in common together.
fn together(pack: &Pack) -> Vec<Vec<usize>> {
    let mut groups: Vec<(BTreeSet<FactId>, Vec<usize>)> = Vec::new();
    for criterion in 0..pack.criteria.len() {
        let mut facts = facts(pack, criterion);
        let mut criteria = vec![criterion];
        let (touching, apart) = groups.into_iter().partition(|(other, _)| !other.is_disjoint(&facts));
        groups = apart;
        let touching: Vec<(BTreeSet<FactId>, Vec<usize>)> = touching;
        for (other, more) in touching {
            facts.extend(other);
            criteria.extend(more);
        }
        criteria.sort_unstable();
        groups.push((facts, criteria));
    }
    groups.into_iter().map(|(_, criteria)| criteria).collect()
}
