//! Two packs laid over one another: their criteria in one list, both decided by diagrams in one order, and every
//! combination of their values counted by what each pack makes of it.

use crate::answer_space::budget::{Budget, GaveUp};
use crate::answer_space::components::facts;
use crate::answer_space::field::Field;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::pack::compiled::Diagram;
use drive_screening_core::pack::{
    Criterion, CriterionIndex, FactPlace, Formula, Kind, Level, Pack, PageId, PageRef, QuestionPage, Refined,
    Rule, Stage, Test, Verdict,
};
use drive_screening_core::screening::Evaluator;
use std::collections::BTreeSet;

/// Two packs laid over one another.
pub(super) struct Joint {
    /// The new pack with the old one's criteria and questions besides, for judging answers; its own verdicts do not count.
    pub(super) pack: Pack,
    /// The old pack's outcomes and the new one's, over the criteria of `pack`.
    pub(super) sides: [Side; 2],
    /// The criteria that decide in either pack, one or two of them each, with the values they take together.
    pub(super) variables: Vec<Variable>,
}

/// What one pack decides.
pub(super) struct Side {
    pub(super) diagram: Diagram,
    /// The public name of each verdict of the diagram; finer outcomes are verdicts of their own.
    pub(super) outcomes: Vec<String>,
}

/// A criterion: the same in both packs, of one pack alone, or changed and so one of each.
pub(super) struct Variable {
    pub(super) old: Option<CriterionIndex>,
    pub(super) new: Option<CriterionIndex>,
    pub(super) values: Vec<(u8, u8)>,
}

/// The conditions need too many nodes, or the two packs too many pairs of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooComplex;

impl Joint {
    pub(super) fn new(old: &Pack, new: &Pack, day: Date, budget: &Budget) -> Result<Self, TooComplex> {
        let mut pack = new.clone();
        let offset = add_instruments(&mut pack, old);
        add_questions(&mut pack, old);
        let mut criteria: Vec<Criterion> = Vec::new();
        let (mut of_old, mut of_new) = (Vec::new(), vec![None; new.criteria.len()]);
        let mut pairs = Vec::new();
        for criterion in &old.criteria {
            let mut criterion = criterion.clone();
            shift_test(&mut criterion.test, offset);
            let twin = new.criterion(criterion.id.as_str());
            let same = twin.is_some_and(|twin| same(&criterion.test, &new.criteria[twin].test));
            let here = CriterionIndex::new(criteria.len());
            of_old.push(here);
            criteria.push(criterion);
            if let Some(twin) = twin {
                if !same {
                    criteria.push(new.criteria[twin].clone());
                }
                of_new[twin] = Some(CriterionIndex::new(criteria.len() - 1));
            }
            pairs.push((Some(here), twin.and_then(|twin| of_new[twin])));
        }
        for (index, criterion) in new.indexed_criteria() {
            if of_new[index].is_none() {
                let here = Some(CriterionIndex::new(criteria.len()));
                of_new[index] = here;
                pairs.push((None, here));
                criteria.push(criterion.clone());
            }
        }
        let of_new: Vec<CriterionIndex> = of_new.into_iter().flatten().collect();
        pack.criteria = criteria;
        let sides = [side(old, &pack.criteria, &of_old)?, side(new, &pack.criteria, &of_new)?];
        let used: BTreeSet<CriterionIndex> = gathered(sides.iter().flat_map(|side| side.diagram.variables()));
        let mut variables = Vec::new();
        // Whether a criterion reads only facts that both packs ask in the same way.
        let kept = |criterion: CriterionIndex| {
            facts(&pack, &[criterion]).iter().all(|fact| {
                let kind = |pack: &Pack| pack.question(fact.as_str()).map(|question| question.kind.name());
                kind(old).is_none_or(|kind_of_old| kind(&pack) == Some(kind_of_old))
            })
        };
        for (old, new) in pairs {
            let (old, new) = (old.filter(|at| used.contains(at)), new.filter(|at| used.contains(at)));
            if old.is_some() || new.is_some() {
                variables.push(Variable { old, new, values: values(&pack, day, [old, new], &kept, budget) });
            }
        }
        Ok(Self { pack, sides, variables })
    }
}

/// The pack's outcomes over the criteria of both packs.
fn side(pack: &Pack, criteria: &[Criterion], places: &[CriterionIndex]) -> Result<Side, TooComplex> {
    let mut verdicts = Vec::new();
    for verdict in &pack.verdicts {
        let when = verdict.when.as_ref().map(|when| moved(when, places));
        if let Some(Refined { id, only, among, words }) = &verdict.refined
            && among.contains(only)
        {
            let others = among.iter().filter(|other| *other != only);
            let others = others.map(|other| Formula::Takes(places[*other], 1)).collect();
            let mut parts =
                vec![Formula::Takes(places[*only], 1), Formula::Not(Box::new(Formula::Any(others)))];
            parts.extend(when.clone());
            verdicts.push(Verdict {
                id: id.clone(),
                when: Some(Formula::All(parts)),
                words: words.clone(),
                refined: None,
            });
        }
        verdicts.push(Verdict { when, refined: None, ..verdict.clone() });
    }
    if verdicts.len() > 32 {
        return Err(TooComplex);
    }
    let diagram = Diagram::compile(criteria, &verdicts).map_err(|_| TooComplex)?;
    Ok(Side {
        diagram,
        outcomes: verdicts.into_iter().map(|verdict| verdict.id.as_str().to_owned()).collect(),
    })
}

fn moved(formula: &Formula, places: &[CriterionIndex]) -> Formula {
    let all = |parts: &[Formula]| parts.iter().map(|part| moved(part, places)).collect();
    match formula {
        Formula::All(parts) => Formula::All(all(parts)),
        Formula::Any(parts) => Formula::Any(all(parts)),
        Formula::Not(part) => Formula::Not(Box::new(moved(part, places))),
        Formula::AtLeast(count, parts) => Formula::AtLeast(*count, all(parts)),
        Formula::Always(holds) => Formula::Always(*holds),
        Formula::Takes(criterion, value) => Formula::Takes(places[*criterion], *value),
    }
}

/// The values that a criterion takes, or that its old and its new rule take together on some sheet.
fn values(
    pack: &Pack,
    day: Date,
    [old, new]: [Option<CriterionIndex>; 2],
    kept: &dyn Fn(CriterionIndex) -> bool,
    budget: &Budget,
) -> Vec<(u8, u8)> {
    let arity = |at: Option<CriterionIndex>| at.map_or(1, |at| pack.criteria[at].test.arity());
    let (Some(a), Some(b)) = (old, new) else {
        return (0..arity(old)).flat_map(|a| (0..arity(new)).map(move |b| (a, b))).collect();
    };
    if a == b {
        return (0..arity(old)).map(|value| (value, value)).collect();
    }
    let mut together = BTreeSet::new();
    let share = budget.share();
    let visited: Result<(), GaveUp> = Field::new(pack, day, &[a, b], &[], &share).and_then(|field| {
        field.each(&share, &mut |answers, _| {
            let facts = Evaluator::new(pack, answers, &[]);
            let value = |at: CriterionIndex| facts.possible(&pack.criteria[at]).settled();
            together.extend(value(a).zip(value(b)));
        })
    });
    if visited.is_err() || together.is_empty() || !kept(a) {
        return (0..arity(old)).flat_map(|a| (0..arity(new)).map(move |b| (a, b))).collect();
    }
    together.into_iter().collect()
}

fn same(one: &Test, other: &Test) -> bool {
    match (one, other) {
        (Test::Rule(one), Test::Rule(other)) => one == other,
        (
            Test::Graded { applies, date, levels },
            Test::Graded { applies: other_applies, date: other_date, levels: other_levels },
        ) => {
            let same = |(one, other): (&Level, &Level)| {
                one.after_months == other.after_months && one.or_when == other.or_when
            };
            applies == other_applies
                && date == other_date
                && levels.len() == other_levels.len()
                && levels.iter().zip(other_levels).all(same)
        }
        _ => false,
    }
}

/// Adds the old pack's instruments if they differ, and tells how far theirs moved.
fn add_instruments(pack: &mut Pack, old: &Pack) -> usize {
    let plain = |pack: &Pack| -> Vec<String> { pack.instruments.iter().map(|i| format!("{i:?}")).collect() };
    if plain(pack) == plain(old) {
        return 0;
    }
    let offset = pack.instruments.len();
    pack.instruments.extend(old.instruments.iter().cloned());
    offset
}

fn shift_test(test: &mut Test, offset: usize) {
    match test {
        Test::Rule(rule) => shift(rule, offset),
        Test::Graded { applies, levels, .. } => {
            shift(applies, offset);
            levels.iter_mut().filter_map(|level| level.or_when.as_mut()).for_each(|rule| shift(rule, offset));
        }
    }
}

fn shift(rule: &mut Rule, offset: usize) {
    match rule {
        Rule::CountReaches { instrument, .. } => *instrument += offset,
        Rule::All(parts) | Rule::Any(parts) => parts.iter_mut().for_each(|part| shift(part, offset)),
        Rule::Not(part) | Rule::YesOrNotYet(part) | Rule::SomeEntry { rule: part, .. } => shift(part, offset),
        Rule::Given(given, then) => {
            shift(given, offset);
            shift(then, offset);
        }
        _ => {}
    }
}

/// Adds the questions that only the old pack asks, after all others.
fn add_questions(pack: &mut Pack, old: &Pack) {
    for section in &old.sections {
        let questions = section.pages.iter().flat_map(|page| &page.questions);
        let questions: Vec<_> = questions
            .filter(|q| pack.place(q.id.as_str()).is_none() && !matches!(q.kind, Kind::Group(_)))
            .cloned()
            .collect();
        let (Some(page), Some(id)) = (section.pages.first(), PageId::parse("old")) else { continue };
        if questions.is_empty() {
            continue;
        }
        for (question, asked) in questions.iter().enumerate() {
            let place = FactPlace {
                page: PageRef { section: pack.sections.len(), page: 0 },
                question,
                in_group: None,
            };
            pack.places.add(&asked.id, place);
        }
        let page = QuestionPage { id, title: page.title.clone(), questions };
        let section = drive_screening_core::pack::Section {
            stage: Stage::Screening,
            pages: vec![page],
            ..section.clone()
        };
        pack.sections.push(section);
    }
}
