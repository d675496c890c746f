//! Why a verdict is settled: a smallest set of settled criteria that settles it whatever the others are.

use super::search::Search;
use crate::answers::Answers;
use crate::pack::compiled::{Aim, ValueSet};
use crate::pack::{Criterion, CriterionIndex, Pack, Rule, Test};

/// What one criterion costs, and what it costs besides if it is somebody's judgement, if its evidence bears no date, or
/// if nothing says that it comes from somewhere that can be asked again. So the fewest criteria come first, then the
/// least judgement, then the most evidence with a date, then the most with a source, for packs of up to 32,767
/// criteria: more than fit in a file.
const EACH: u64 = 1 << 45;
const JUDGEMENT: u64 = 1 << 30;
const UNDATED: u64 = 1 << 15;
const UNSOURCED: u64 = 1;

/// A smallest set of settled criteria that settles the verdict whatever the others are, in pack order. Of the smallest,
/// one with the least judgement; of these, one with the most evidence whose age the pack asks for; of these, one with
/// the most [strong](crate::answers::Evidence::is_strong) evidence; of these, the one with the earliest criteria. So what
/// is said of sources can only choose between sets that would do equally well.
pub(super) fn sufficient_set(
    pack: &Pack,
    answers: &Answers,
    criteria: &[ValueSet],
    verdict: usize,
) -> Vec<CriterionIndex> {
    let mut order = Vec::new();
    let mut offered = vec![ValueSet::NONE; criteria.len()];
    let mut prices = vec![EACH; criteria.len()];
    let mut any = Vec::with_capacity(criteria.len());
    for (index, criterion) in pack.indexed_criteria() {
        any.push(ValueSet::every(criterion.test.arity()));
        if !criterion.used || !criteria[index].is_settled() {
            continue;
        }
        order.push(index);
        offered[index] = criteria[index];
        if criterion.judgement {
            prices[index] += JUDGEMENT;
        }
        let dated = is_dated(criterion, answers);
        if !dated {
            prices[index] += UNDATED;
        }
        if !is_sourced(pack, criterion, answers, dated) {
            prices[index] += UNSOURCED;
        }
    }
    let search = Search {
        diagram: &pack.diagram,
        aim: Aim::Only(verdict),
        possible: &any,
        offered: &offered,
        prices: &prices,
        most: u64::MAX,
        wanted: 1,
    };
    match search.run().sets.pop() {
        Some(set) => set.into_iter().map(|(index, _)| index).collect(),
        None => irreducible(pack, criteria, &any, &order),
    }
}

/// Lets go of one settled criterion after another, later ones first, as long as the verdict stays settled: none of
/// those kept can be spared. For packs whose smallest set is too hard to find.
fn irreducible(
    pack: &Pack,
    criteria: &[ValueSet],
    any: &[ValueSet],
    order: &[CriterionIndex],
) -> Vec<CriterionIndex> {
    let mut scratch = Vec::new();
    let mut kept = any.to_vec();
    for index in order {
        kept[*index] = criteria[*index];
    }
    let verdict = pack.diagram.verdicts(&kept, &mut scratch);
    for index in order.iter().rev() {
        kept[*index] = any[*index];
        if pack.diagram.verdicts(&kept, &mut scratch) != verdict {
            kept[*index] = criteria[*index];
        }
    }
    order.iter().copied().filter(|index| kept[*index] != any[*index]).collect()
}

/// Whether the criterion asks how old its evidence is, or how far ahead, and that date is known.
pub fn is_dated(criterion: &Criterion, answers: &Answers) -> bool {
    let rule = match &criterion.test {
        Test::Rule(rule) => rule,
        Test::Graded { date, .. } => return answers.known(date.as_str()).is_some(),
    };
    let mut dated = false;
    rule.walk(&mut |part| {
        if let Rule::WithinMonths(fact, _) | Rule::FreshWithinDays(fact, _) = part {
            dated |= answers.known(fact.as_str()).is_some();
        }
    });
    dated
}

/// Whether an answer it reads is said to come from somewhere that can be asked again. Most sheets say nothing of sources,
/// so those are gone through first.
fn is_sourced(pack: &Pack, criterion: &Criterion, answers: &Answers, dated: bool) -> bool {
    let mut sourced = false;
    for (fact, evidence) in &answers.evidence {
        sourced |= evidence.is_strong(dated, answers.screened_on)
            && answers.known(fact.as_str()).is_some()
            && criterion.reads(&pack.instruments).contains(fact);
    }
    sourced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::AnswerSheet;
    use crate::screening::{criteria, screen};
    use serde_json::{Value, json};

    /// Where no smallest set is found in time, the set is still one that settles the verdict and can spare nothing.
    #[test]
    fn what_stands_in_for_a_smallest_set_can_spare_nothing() {
        let cases: Vec<Value> =
            serde_json::from_str(crate::pack::builtin::cases("default").unwrap()).unwrap();
        let pack = Pack::builtin("default").unwrap();
        let any: Vec<ValueSet> = pack.criteria.iter().map(|one| ValueSet::every(one.test.arity())).collect();
        let mut settled = 0;
        for case in cases {
            let sheet = json!({
                "format": "answers/1", "pack": "default", "screened_on": case["screened_on"], "answers": case["answers"],
            });
            let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
            let outcome = screen(&pack, &answers);
            if !outcome.is_settled() {
                continue;
            }
            settled += 1;
            let known = criteria(&pack, &answers);
            let mut order: Vec<CriterionIndex> = CriterionIndex::all(&known).collect();
            order.retain(|index| pack.criteria[*index].used && known[*index].is_settled());
            let kept = irreducible(&pack, &known, &any, &order);
            let reached = |kept: &[CriterionIndex]| {
                let mut possible = any.clone();
                for index in kept {
                    possible[*index] = known[*index];
                }
                pack.diagram.verdicts(&possible, &mut Vec::new())
            };
            let verdict = reached(&order);
            assert_eq!(reached(&kept), verdict, "{}", case["id"]);
            for index in &kept {
                let fewer: Vec<CriterionIndex> =
                    kept.iter().copied().filter(|other| other != index).collect();
                assert_ne!(reached(&fewer), verdict, "{}: {index:?} can be spared", case["id"]);
            }
            assert!(kept.len() >= outcome.sufficient_set.len() && kept.is_sorted(), "{}", case["id"]);
        }
        assert!(settled >= 5);
    }
}
