//! Every combination of values that answer sheets can give to the criteria, exactly.
//!
//! Criteria that read the same facts, or facts that hang on one another, form a component: its classes are all that
//! sheets can make of its criteria together. Components share nothing but the day of screening, so a sheet is a class
//! of every component, and every choice of classes is a sheet. "No answer sheet can" means: no sheet screened on the
//! given day that answers only what is asked.

use super::budget::{Budget, GaveUp, LOOK_UP, Share};
use super::field::{Field, cost};
use drive_screening_core::answers::{Answers, Record};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::pack::{CriterionIndex, FactId, Pack, Rule, facts_of};
use drive_screening_core::screening::Evaluator;
use std::collections::{BTreeMap, BTreeSet};

/// Most choices of one search through the classes of components.
const MOST_CHOICES: usize = 20_000;

/// Most bytes, or nearly, that all ways of answering one component may take.
const MOST_KEPT: usize = 48 * 1024 * 1024;

/// What one answer of a record takes, or nearly.
const ANSWER: usize = 128;

/// All that answer sheets can make of a pack's criteria.
pub(crate) struct Space {
    pub(crate) components: Vec<Component>,
    /// The component of each criterion and its place there.
    places: Vec<(usize, usize)>,
}

/// Criteria that hang together by their facts.
pub(crate) struct Component {
    /// In the order of the pack.
    pub(crate) criteria: Vec<CriterionIndex>,
    /// What sheets can make of them together, each with a sheet of the fewest answers that does.
    pub(crate) classes: Vec<Class>,
    /// Which criteria each fact can change while the other answers stay.
    pub(crate) changes: BTreeMap<FactId, BTreeSet<CriterionIndex>>,
    /// Whether the classes are exact; otherwise there were too many ways of answering, and any values are assumed.
    pub(crate) exact: bool,
}

/// What each criterion of a component may be, in their order, and answers that make it so.
#[derive(Clone)]
pub(crate) struct Class {
    pub(crate) possible: Vec<ValueSet>,
    pub(crate) answers: Record,
}

/// What holds of every choice of classes within some bounds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Judged {
    Never,
    Perhaps,
    Always,
}

/// What a search came to.
pub(crate) enum Found {
    /// Answers that do it.
    Sheet(Record),
    /// No sheet does it.
    None,
    /// The search took too many steps.
    GaveUp,
}

impl Space {
    pub(crate) fn new(pack: &Pack, day: Date, budget: &Budget) -> Self {
        let mut components = Vec::new();
        for criteria in together(pack) {
            match Component::exact(pack, day, &criteria, &budget.share()) {
                Ok(component) => components.push(component),
                Err(GaveUp) => components.extend(criteria.iter().map(|index| Component::any(pack, *index))),
            }
        }
        let mut places = vec![(0, 0); pack.criteria.len()];
        for (index, component) in components.iter().enumerate() {
            for (place, criterion) in component.criteria.iter().enumerate() {
                places[*criterion] = (index, place);
            }
        }
        Self { components, places }
    }

    /// The component of a criterion and its place there.
    pub(crate) fn at(&self, criterion: CriterionIndex) -> (usize, &Component, usize) {
        let (component, place) = self.places[criterion];
        (component, &self.components[component], place)
    }

    /// The classes to choose from, those that leave least open among what a filter lets through: what settles a
    /// verdict with one that leaves more open settles it with them too.
    pub(crate) fn choose(&self, budget: &Budget, keep: &dyn Fn(&Component, &Class) -> bool) -> Choice<'_> {
        let share = budget.share();
        let pool = |component: &'_ Component| -> Vec<usize> {
            let classes = &component.classes;
            let kept: Vec<usize> =
                (0..classes.len()).filter(|index| keep(component, &classes[*index])).collect();
            // All of them do as well, only more slowly.
            smallest(classes, &kept, &share).unwrap_or(kept)
        };
        let pools: Vec<Vec<usize>> = self.components.iter().map(pool).collect();
        let mut bounds = vec![ValueSet::NONE; self.places.len()];
        for (component, pool) in self.components.iter().zip(&pools) {
            for class in pool {
                for (criterion, possible) in
                    component.criteria.iter().zip(&component.classes[*class].possible)
                {
                    bounds[*criterion] |= *possible;
                }
            }
        }
        Choice { space: self, pools, bounds }
    }
}

/// The classes of each component that a search chooses from.
pub(crate) struct Choice<'a> {
    space: &'a Space,
    pools: Vec<Vec<usize>>,
    /// For each criterion the values that some class to choose from leaves open.
    pub(crate) bounds: Vec<ValueSet>,
}

/// A component, and the one of its classes that it has.
pub(crate) type Fixed = (usize, usize);

impl Choice<'_> {
    /// The classes a component has to choose from.
    fn pool<'b>(&'b self, component: usize, fixed: Option<&'b Fixed>) -> &'b [usize] {
        match fixed {
            Some((index, class)) if *index == component => std::slice::from_ref(class),
            _ => &self.pools[component],
        }
    }

    /// Finds a class for each component that makes `judge` say always. It is asked what holds within bounds: for each
    /// criterion the values that some class still to choose from leaves open; and whether every class is chosen. Being
    /// asked takes so many steps. One component may have its class already.
    pub(crate) fn find(
        &self,
        fixed: Option<Fixed>,
        share: &Share<'_>,
        steps: usize,
        judge: &mut dyn FnMut(&[ValueSet], bool) -> Judged,
    ) -> Found {
        let fixed = fixed.as_ref();
        if (0..self.pools.len()).any(|index| self.pool(index, fixed).is_empty()) {
            return Found::None;
        }
        match self.search(fixed, share, steps, judge) {
            Ok(Some(chosen)) => {
                let mut sheet = Record::new();
                for (component, class) in self.space.components.iter().zip(chosen) {
                    for (fact, answer) in &component.classes[class].answers {
                        sheet.insert(fact.clone(), answer.clone());
                    }
                }
                Found::Sheet(sheet)
            }
            Ok(None) => Found::None,
            Err(GaveUp) => Found::GaveUp,
        }
    }

    /// The class chosen of each component, or nothing if no choice will do. One component is settled after another, and
    /// the search goes back where nothing can come of it; not by calling itself, as there may be thousands of them.
    fn search(
        &self,
        fixed: Option<&Fixed>,
        share: &Share<'_>,
        steps: usize,
        judge: &mut dyn FnMut(&[ValueSet], bool) -> Judged,
    ) -> Result<Option<Vec<usize>>, GaveUp> {
        let components = &self.space.components;
        let mut bounds = self.bounds.clone();
        if let Some((component, class)) = fixed {
            components[*component].put(*class, &mut bounds);
        }
        let mut chosen: Vec<usize> = (0..components.len()).map(|index| self.pool(index, fixed)[0]).collect();
        let open: Vec<usize> =
            (0..components.len()).filter(|index| self.pool(*index, fixed).len() > 1).collect();
        // Which class of its pool each component chosen so far has.
        let mut taken: Vec<usize> = Vec::new();
        let mut choices = MOST_CHOICES;
        loop {
            choices = choices.checked_sub(1).ok_or(GaveUp)?;
            share.spend(steps + 1)?;
            let last = taken.len() == open.len();
            match judge(&bounds, last) {
                Judged::Always => return Ok(Some(chosen)),
                Judged::Perhaps if !last => taken.push(0),
                Judged::Perhaps | Judged::Never => loop {
                    let Some(class) = taken.pop() else { return Ok(None) };
                    let component = open[taken.len()];
                    if class + 1 < self.pools[component].len() {
                        taken.push(class + 1);
                        break;
                    }
                    chosen[component] = self.pools[component][0];
                    for criterion in &components[component].criteria {
                        bounds[*criterion] = self.bounds[*criterion];
                    }
                },
            }
            if let Some(class) = taken.last() {
                let index = open[taken.len() - 1];
                chosen[index] = self.pools[index][*class];
                components[index].put(chosen[index], &mut bounds);
            }
        }
    }

    /// Whether some class of each component makes criteria what they are wished to be; nothing is wished of the rest.
    ///
    /// # Errors
    /// If there are too many classes to go through.
    pub(crate) fn has(&self, wished: &[Option<ValueSet>], share: &Share<'_>) -> Result<bool, GaveUp> {
        for (component, pool) in self.space.components.iter().zip(&self.pools) {
            share.spend(component.criteria.len())?;
            if component.criteria.iter().all(|criterion| wished[*criterion].is_none()) {
                continue;
            }
            share.spend(pool.len() * component.criteria.len())?;
            let is_so = |class: &usize| {
                let values = component.criteria.iter().zip(&component.classes[*class].possible);
                values
                    .into_iter()
                    .all(|(criterion, possible)| wished[*criterion].is_none_or(|wish| wish == *possible))
            };
            if !pool.iter().any(is_so) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Those classes that leave least open.
fn smallest(classes: &[Class], pool: &[usize], share: &Share<'_>) -> Result<Vec<usize>, GaveUp> {
    let within = |small: &Class, large: &Class| {
        small.possible != large.possible
            && small.possible.iter().zip(&large.possible).all(|(small, large)| small.is_within(*large))
    };
    let mut least = Vec::new();
    for index in pool {
        let class = &classes[*index];
        // Nothing leaves less open than what leaves nothing.
        if class.possible.iter().all(|possible| possible.is_settled()) {
            least.push(*index);
            continue;
        }
        share.spend(pool.len() * class.possible.len())?;
        if !pool.iter().any(|other| within(&classes[*other], class)) {
            least.push(*index);
        }
    }
    Ok(least)
}

impl Component {
    /// Puts what a class makes of the criteria among what all may be.
    pub(crate) fn put(&self, class: usize, all: &mut [ValueSet]) {
        for (criterion, possible) in self.criteria.iter().zip(&self.classes[class].possible) {
            all[*criterion] = *possible;
        }
    }

    fn exact(pack: &Pack, day: Date, criteria: &[CriterionIndex], share: &Share<'_>) -> Result<Self, GaveUp> {
        let field = Field::new(pack, day, criteria, &[], share)?;
        let mut classes: BTreeMap<Vec<ValueSet>, ((usize, usize), Record)> = BTreeMap::new();
        // What it takes to find out what a way of answering costs, and to keep it.
        let (keeping, mut spent) = (LOOK_UP * (4 + 2 * field.facts.len()), Ok(()));
        let mut ways: Vec<(Vec<usize>, Vec<ValueSet>)> = Vec::new();
        let mut room = MOST_KEPT;
        field.each(share, &mut |answers: &Answers, taken| {
            room = room.saturating_sub(size_of_val(taken) + criteria.len());
            spent = spent.and_then(|()| share.spend(keeping));
            if room == 0 || spent.is_err() {
                return;
            }
            let facts = Evaluator::new(pack, answers, &[]);
            let possible: Vec<ValueSet> =
                criteria.iter().map(|index| facts.possible(&pack.criteria[*index])).collect();
            let cost = cost(pack, &answers.facts);
            if classes.get(&possible).is_none_or(|(known, _)| cost < *known) {
                room = room.saturating_sub(ANSWER * answers.facts.len() + criteria.len());
                classes.insert(possible.clone(), (cost, answers.facts.clone()));
            }
            ways.push((taken.to_vec(), possible));
        })?;
        spent?;
        if room == 0 {
            return Err(GaveUp);
        }
        let mut changes = BTreeMap::new();
        for (at, fact) in field.facts.iter().enumerate() {
            share.spend(ways.len() * (4 * LOOK_UP + field.facts.len() + criteria.len()))?;
            changes.insert(fact.clone(), changed(&ways, at, criteria));
        }
        let mut classes: Vec<Class> =
            classes.into_iter().map(|(possible, (_, answers))| Class { possible, answers }).collect();
        sort_by_key(&mut classes, |class| cost(pack, &class.answers));
        Ok(Self { criteria: criteria.to_vec(), classes, changes, exact: true })
    }

    /// Any value at all, without answers that make it so.
    fn any(pack: &Pack, criterion: CriterionIndex) -> Self {
        let value = |value| Class { possible: vec![ValueSet::only(value)], answers: Record::new() };
        let classes = (0..pack.criteria[criterion].test.arity()).map(value).collect();
        Self { criteria: vec![criterion], classes, changes: BTreeMap::new(), exact: false }
    }
}

/// Which criteria differ between two ways that differ in one fact alone.
fn changed(
    ways: &[(Vec<usize>, Vec<ValueSet>)],
    at: usize,
    criteria: &[CriterionIndex],
) -> BTreeSet<CriterionIndex> {
    let mut first: BTreeMap<Vec<usize>, &Vec<ValueSet>> = BTreeMap::new();
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

/// The facts that criteria read, and those that these hang on.
pub(crate) fn facts(pack: &Pack, criteria: &[CriterionIndex]) -> BTreeSet<FactId> {
    let mut all = BTreeSet::new();
    for criterion in criteria {
        let mut wanted = pack.criteria[*criterion].reads(&pack.instruments);
        while let Some(fact) = wanted.pop() {
            if all.insert(fact.clone())
                && let Some(rule) = asked_when(pack, &fact)
            {
                wanted.extend(facts_of(rule, &pack.instruments));
            }
        }
    }
    all
}

/// The criteria, those with a fact in common together, also by facts on which what they read hangs.
fn together(pack: &Pack) -> Vec<Vec<CriterionIndex>> {
    // Each criterion points to another of its group, and the last of them to itself.
    let mut group: Vec<CriterionIndex> = CriterionIndex::all(&pack.criteria).collect();
    let mut first: BTreeMap<FactId, CriterionIndex> = BTreeMap::new();
    for (index, criterion) in pack.indexed_criteria() {
        let mut wanted = criterion.reads(&pack.instruments);
        while let Some(fact) = wanted.pop() {
            if let Some(other) = first.get(&fact) {
                // What that one hangs on was gone through already.
                let (one, other) = (last(&mut group, index), last(&mut group, *other));
                group[one.max(other)] = one.min(other);
                continue;
            }
            wanted.extend(asked_when(pack, &fact).iter().flat_map(|rule| facts_of(rule, &pack.instruments)));
            first.insert(fact, index);
        }
    }
    let mut groups: BTreeMap<CriterionIndex, Vec<CriterionIndex>> = BTreeMap::new();
    for criterion in CriterionIndex::all(&pack.criteria) {
        groups.entry(last(&mut group, criterion)).or_default().push(criterion);
    }
    let mut groups: Vec<Vec<CriterionIndex>> = groups.into_values().collect();
    sort_by_key(&mut groups, |group| group.last().copied());
    groups
}

/// Where a criterion's group points to in the end, with a shorter way there from now on.
fn last(group: &mut [CriterionIndex], mut at: CriterionIndex) -> CriterionIndex {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}

fn asked_when<'a>(pack: &'a Pack, fact: &FactId) -> Option<&'a Rule> {
    pack.question(fact.as_str())?.asked_when.as_ref()
}
