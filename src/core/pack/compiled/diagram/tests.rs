//! What is compiled into a diagram, walked by hand.

use super::*;

const YES_OR_NO: ValueSet = ValueSet::every(2);

fn builder(criteria: usize) -> Builder {
    Builder { arity: vec![2; criteria], settled: vec![None; criteria], ..Builder::default() }
}

fn yes(criterion: usize) -> Formula {
    Formula::Takes(CriterionIndex::new(criterion), 1)
}

const fn leaf(verdict: Ref) -> Ref {
    Diagram::TRUE + 1 + verdict
}

/// Of yes-or-no criteria: the first verdict where the formula holds, else the second.
fn decided_by(criteria: usize, formula: &Formula) -> Diagram {
    let mut builder = builder(criteria);
    let condition = builder.formula(formula).unwrap();
    let root = builder.choose(condition, leaf(0), leaf(1)).unwrap();
    builder.finish(root)
}

#[test]
fn at_least_so_many_hold_or_not() {
    let all: Vec<Formula> = (0..3).map(yes).collect();
    for count in [0, 1, 2, 3, 4, usize::MAX] {
        let diagram = decided_by(3, &Formula::AtLeast(count, all.clone()));
        for answers in 0..8_u32 {
            let settled: Vec<ValueSet> =
                (0..3).map(|at| if answers >> at & 1 == 1 { ValueSet::YES } else { ValueSet::NO }).collect();
            let verdict = usize::from((answers.count_ones() as usize) < count);
            let expected = Reach { verdicts: VerdictSet::only(verdict), open: Vec::new() };
            assert_eq!(diagram.reach(&settled), expected, "at least {count} of {answers:03b}");
        }
    }
}

/// A node for each criterion that is asked, and for each count that is reached on the way; none asks in vain.
#[test]
fn a_diagram_has_no_more_nodes_than_it_asks() {
    let all: Vec<Formula> = (0..3).map(yes).collect();
    for (formula, size) in [
        (Formula::Always(true), 0),
        (yes(2), 1),
        (Formula::Not(Box::new(yes(2))), 1),
        (Formula::Any(vec![yes(1), yes(1)]), 1),
        (Formula::Any(vec![yes(1), Formula::Not(Box::new(yes(1)))]), 0),
        (Formula::All(all.clone()), 3),
        // None or one so far: the second is asked after either, the third where it is one.
        (Formula::AtLeast(2, all), 4),
    ] {
        let diagram = decided_by(3, &formula);
        assert_eq!(diagram.size(), size, "{formula:?}");
        assert_eq!(diagram.variables().count(), size);
    }
}

#[test]
fn each_of_four_values_leads_on() {
    for taken in 0..4 {
        let mut builder = Builder { arity: vec![4], settled: vec![None], ..Builder::default() };
        let takes = Formula::Takes(CriterionIndex::new(0), taken);
        let condition = builder.formula(&takes).unwrap();
        let root = builder.choose(condition, leaf(0), leaf(1)).unwrap();
        let diagram = builder.finish(root);
        for value in 0..4 {
            let reached = diagram.verdicts(&[ValueSet::only(value)], &mut Vec::new());
            assert_eq!(
                reached,
                VerdictSet::only(usize::from(value != taken)),
                "{value} where {taken} counts"
            );
        }
        let open = diagram.reach(&[ValueSet::every(4)]).open;
        assert_eq!(open, [CriterionIndex::new(0)]);
    }
}

#[test]
fn what_no_answers_can_settle_reaches_nothing() {
    let diagram = decided_by(2, &Formula::All(vec![yes(0), yes(1)]));
    let nothing = Reach { verdicts: VerdictSet::default(), open: Vec::new() };
    assert_eq!(diagram.reach(&[ValueSet::NONE, YES_OR_NO]), nothing);
    // Below a criterion that is open, the branch that goes no further is left.
    let reach = diagram.reach(&[YES_OR_NO, ValueSet::NONE]);
    assert_eq!(reach, Reach { verdicts: VerdictSet::only(1), open: vec![CriterionIndex::new(0)] });
}

/// The limits themselves are reached, and not passed.
#[test]
fn compiling_stops_at_its_limits() {
    let condition = |builder: &mut Builder| builder.formula(&yes(0)).unwrap();
    let mut last = builder(1);
    let is = condition(&mut last);
    // One step for the question itself, and one for each of its two answers.
    last.steps = MAX_STEPS - 3;
    assert!(last.choose(is, leaf(0), leaf(1)).is_ok());
    assert_eq!(last.choose(is, leaf(2), leaf(3)), Err(TooComplex));
    let mut remembers = builder(1);
    let is = condition(&mut remembers);
    for number in 1..8 * MAX_NODES {
        let variable = u32::try_from(number).unwrap();
        remembers.memo.get_or_insert(Node { variable, children: [Ref::MAX; ARITY] }, 0);
    }
    assert!(remembers.choose(is, leaf(0), leaf(1)).is_ok(), "the last that it has room for");
    assert_eq!(remembers.choose(is, leaf(2), leaf(3)), Err(TooComplex));
}

#[test]
fn what_an_aim_costs() {
    for (aim, at_leaves, both, none) in
        [(Aim::Only(1), [NEVER, 0, NEVER], 7, 0), (Aim::Other(1), [0, NEVER, 0], 2, NEVER)]
    {
        assert_eq!([0, 1, 2].map(|verdict| aim.of_leaf(leaf(verdict))), at_leaves, "{aim:?}");
        assert_eq!((aim.both(2, 7), aim.both(7, 2), aim.none()), (both, both, none), "{aim:?}");
    }
}

/// Of two criteria that must both be yes, the second of which costs 5 to change and the first 3.
#[test]
fn what_a_change_costs_at_least() {
    const NO: ValueSet = ValueSet::NO;
    const YES: ValueSet = ValueSet::YES;
    let diagram = decided_by(2, &Formula::All(vec![yes(0), yes(1)]));
    for (aim, possible, offered, least) in [
        // Where it stands already.
        (Aim::Only(1), [NO, NO], [YES, YES], [0, 0]),
        (Aim::Only(0), [YES, YES], [YES, YES], [0, 0]),
        (Aim::Only(0), [NO, NO], [YES, YES], [5, 8]),
        (Aim::Other(1), [NO, NO], [YES, YES], [5, 8]),
        (Aim::Only(0), [YES, NO], [YES, YES], [5, 5]),
        (Aim::Only(0), [NO, NO], [YES, ValueSet::NONE], [NEVER, NEVER]),
        // Open: every settlement is to reach it, or only some.
        (Aim::Only(0), [YES, YES_OR_NO], [ValueSet::NONE, YES], [5, 5]),
        (Aim::Only(0), [YES, YES_OR_NO], [ValueSet::NONE; 2], [NEVER, NEVER]),
        (Aim::Other(1), [YES, YES_OR_NO], [ValueSet::NONE; 2], [0, 0]),
        (Aim::Only(0), [YES_OR_NO, NO], [ValueSet::NONE, YES], [5, NEVER]),
        (Aim::Other(1), [YES_OR_NO, NO], [ValueSet::NONE, YES], [5, 5]),
    ] {
        // The node of the second criterion stands before that of the first.
        let found = diagram.least(aim, &possible, &offered, &[3, 5]);
        assert_eq!(found, least, "{aim:?} {possible:?} {offered:?}");
    }
}
