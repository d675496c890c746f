//! What of an outcome follows from some of the answers and from the outcome's own name: what a reader of those answers
//! alone could have worked out. Whatever is said of that tells nothing of the other answers but what the verdict does.

use super::explanation::{Counterfactual, counterfactuals};
use super::outcome::{Outcome, named, screen};
use super::sufficient_set::sufficient_set;
use crate::answers::Answers;
use crate::pack::compiled::ValueSet;
use crate::pack::{Criterion, CriterionIndex, FactId, Pack};

/// Most settlements of the other criteria that are tried.
const MOST_TRIES: usize = 4_096;

/// What follows from some of the answers and from the name of the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// The outcome by one settlement of the other criteria that comes to it: the first in an order that does not depend on
    /// what they are. Its flags are those of the answers alone.
    pub outcome: Outcome,
    /// Criteria that those answers leave unknown and that read others; nothing may be said of them. By index.
    pub hidden: Vec<bool>,
    /// The outcome follows from those answers alone.
    pub follows: bool,
    /// The outcome of those answers alone.
    alone: Outcome,
}

impl Implied {
    /// An outcome all of which may be told.
    pub fn whole(pack: &Pack, outcome: &Outcome) -> Self {
        Self {
            outcome: outcome.clone(),
            hidden: vec![false; pack.criteria.len()],
            follows: true,
            alone: outcome.clone(),
        }
    }

    /// What would lead to other outcomes however the hidden criteria turn out, by changes of the others alone.
    pub fn would_change(&self, pack: &Pack) -> Vec<Counterfactual> {
        let mut all = counterfactuals(pack, &self.alone);
        all.retain(|leads| leads.outcome != self.outcome.name);
        for leads in &mut all {
            let before = leads.sets.len();
            leads.sets.retain(|set| set.iter().all(|change| !self.hidden[change.criterion]));
            leads.more |= leads.sets.len() < before;
        }
        all.retain(|leads| !leads.sets.is_empty());
        all
    }
}

/// What follows of an outcome from `some` of its answers: those to the questions that `is_told` names, and no others.
pub fn implied(pack: &Pack, some: &Answers, is_told: &dyn Fn(&FactId) -> bool, outcome: &Outcome) -> Implied {
    let alone = screen(pack, some);
    let is_hidden = |(index, criterion): (CriterionIndex, &Criterion)| {
        !alone.criteria[index].is_settled() && !criterion.reads(&pack.instruments).iter().all(is_told)
    };
    let hidden: Vec<bool> = pack.indexed_criteria().map(is_hidden).collect();
    let follows = (&alone.name, &alone.possible) == (&outcome.name, &outcome.possible);
    let mut told = alone.clone();
    if !follows {
        told.name.clone_from(&outcome.name);
        told.possible.clone_from(&outcome.possible);
        (told.open, told.sufficient_set) = (Vec::new(), Vec::new());
        if let Some(criteria) = settlement(pack, &alone.criteria, &hidden, outcome) {
            let reach = pack.diagram.reach(&criteria);
            if let Some(verdict) = reach.verdicts.settled() {
                told.sufficient_set = sufficient_set(pack, some, &criteria, verdict);
            }
            told.open = reach.open;
        }
    }
    told.open.retain(|index| !hidden[*index]);
    told.sufficient_set.retain(|index| !hidden[*index]);
    Implied { outcome: told, hidden, follows, alone }
}

/// The first settlement of the hidden criteria that comes to the outcome, those that settle least first. The answers
/// that are not told come to one of them, so there is one, where it is among those that are tried.
fn settlement(pack: &Pack, alone: &[ValueSet], hidden: &[bool], outcome: &Outcome) -> Option<Vec<ValueSet>> {
    let open: Vec<CriterionIndex> =
        CriterionIndex::all(alone).filter(|index| hidden[*index] && pack.criteria[*index].used).collect();
    // Itself first, then less and less of it.
    let choices: Vec<Vec<ValueSet>> = open.iter().map(|index| alone[*index].subsets()).collect();
    let mut at = vec![0; open.len()];
    let mut criteria = alone.to_vec();
    for _ in 0..MOST_TRIES {
        for ((index, choices), at) in open.iter().zip(&choices).zip(&at) {
            criteria[*index] = choices[*at];
        }
        if comes_to(pack, &criteria, outcome) {
            return Some(criteria);
        }
        // The next, as a counter with a wheel for each criterion turns.
        let mut wheel = 0;
        loop {
            let turned = at.get_mut(wheel)?;
            *turned += 1;
            if *turned < choices[wheel].len() {
                break;
            }
            *turned = 0;
            wheel += 1;
        }
    }
    None
}

fn comes_to(pack: &Pack, criteria: &[ValueSet], outcome: &Outcome) -> bool {
    let reached = pack.diagram.verdicts(criteria, &mut Vec::new());
    named(pack, criteria, reached) == (outcome.name.clone(), outcome.possible.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::AnswerSheet;
    use serde_json::{Value, json};

    /// Where all may be told, what would change the result is what would change it anyway, and no more is hinted at.
    #[test]
    fn nothing_hidden_takes_nothing_away() {
        let cases: Vec<Value> =
            serde_json::from_str(crate::pack::builtin::cases("default").unwrap()).unwrap();
        let pack = Pack::builtin("default").unwrap();
        let mut all_said = 0;
        for case in cases {
            let sheet = json!({
                "format": "answers/1", "pack": "default", "screened_on": case["screened_on"], "answers": case["answers"],
            });
            let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
            let outcome = screen(&pack, &answers);
            let mut leads = counterfactuals(&pack, &outcome);
            leads.retain(|leads| leads.outcome != outcome.name);
            assert_eq!(Implied::whole(&pack, &outcome).would_change(&pack), leads, "{}", case["id"]);
            all_said += leads.iter().filter(|leads| !leads.more).count();
        }
        assert!(all_said > 0, "of some outcome every set is said");
    }
}
