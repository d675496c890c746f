//! The explanation of an outcome: its reasons, and the changes that would lead to another. Worked out on demand: deciding
//! does without.

use super::evaluate::{self, Evaluator};
use super::outcome::{Outcome, settled_name};
use super::search::{Assignment, Search};
use super::truth::Truth;
use crate::answers::{Answer, Answers};
use crate::pack::compiled::{Aim, ValueSet, VerdictSet};
use crate::pack::well_known::NEED_INFORMATION;
use crate::pack::{Criterion, CriterionIndex, FactId, Pack, Stage};

/// Most sets of changes that are named in all.
pub const MAX_SETS: usize = 5;

/// Most changes in a set that is named. What takes more to come about is no next step for anybody.
pub const MAX_CHANGES: usize = 6;

/// What it costs to learn something, and to find something otherwise than it is known: sets of the same size differ by
/// how much of what is known they overturn.
const LEARNED: u64 = 1 << 8;
const FOUND: u64 = LEARNED + 1;

/// A reason: a criterion that settles the outcome together with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// What it came to, in the order of its [`Test`](crate::pack::Test).
    pub value: u8,
    /// The answers that make it so, none of which can be spared, in the order its test names them.
    pub facts: Vec<FactId>,
}

/// Why a criterion is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownCause {
    /// A question it hangs on was not answered yet.
    NotAsked,
    /// Every question it hangs on now was asked, and the answers do not tell.
    NotKnown,
}

/// An unknown criterion that the outcome still depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCriterion {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// Whether it was asked.
    pub missing: UnknownCause,
    /// For each value that answers can give it: the outcomes then possible, by the order of the pack. Empty for what is
    /// not changeable (see [`Pack::is_changeable`]).
    pub settles: Vec<(u8, Vec<String>)>,
}

/// One criterion that would have to turn out differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionChange {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// What it would be.
    pub value: u8,
    /// It is unknown now: this would be learned. Otherwise what is known now would have to be found to be wrong.
    pub learned: bool,
}

/// An outcome and the smallest sets of changes that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactual {
    /// The outcome: a verdict, a finer one, or [`NEED_INFORMATION`].
    pub outcome: String,
    /// Smallest sets, none empty, and of these those that overturn least of what is known.
    pub sets: Vec<Vec<CriterionChange>>,
    /// There are others like them, or may be.
    pub more: bool,
}

/// Everything that stands behind an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// One verdict is certain.
    pub settled: bool,
    /// What settled it; see [`reasons`].
    pub because: Vec<Reason>,
    /// What is unknown and still matters; see [`open_criteria`].
    pub open: Vec<OpenCriterion>,
    /// What would lead to another outcome; see [`counterfactuals`].
    pub would_change: Vec<Counterfactual>,
}

/// Explains an outcome. It must be that of the same pack and answers.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// # use drive_screening_core::pack::Pack;
/// use drive_screening_core::screening::{explanation, screen};
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// let explanation = explanation(&pack, &answers, &screen(&pack, &answers));
/// let because: Vec<&str> =
///     explanation.because.iter().map(|reason| pack.criteria[reason.criterion].id.as_str()).collect();
/// assert_eq!(because, ["area"]);
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn explanation(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Explanation {
    Explanation {
        settled: outcome.is_settled(),
        because: reasons(pack, answers, outcome),
        open: open_criteria(pack, answers, outcome),
        would_change: counterfactuals(pack, outcome),
    }
}

/// What settled the outcome: for each criterion of [`Outcome::sufficient_set`] the answers that make it so. Take any answer
/// away and another verdict becomes possible.
pub fn reasons(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for index in &outcome.sufficient_set {
        let criterion = &pack.criteria[*index];
        let Some(value) = outcome.criteria[*index].settled() else { continue };
        let facts = deciding(pack, answers, criterion, outcome.criteria[*index]);
        reasons.push(Reason { criterion: *index, value, facts });
    }
    reasons
}

/// The answers that make a criterion what it is, without those that can be spared, the last named first.
fn deciding(pack: &Pack, answers: &Answers, criterion: &Criterion, possible: ValueSet) -> Vec<FactId> {
    let mut kept = Answers::none(answers.screened_on);
    let mut facts = criterion.reads(&pack.instruments);
    facts.retain(|fact| match answers.get(fact.as_str()) {
        Some(answer @ Answer::Known(_)) => {
            kept.facts.insert(fact.clone(), answer.clone());
            true
        }
        _ => false,
    });
    for at in (0..facts.len()).rev() {
        let Some(answer) = kept.facts.remove(&facts[at]) else { continue };
        if evaluate::criterion(pack, &kept, criterion) == possible {
            facts.remove(at);
        } else {
            kept.facts.insert(facts[at].clone(), answer);
        }
    }
    facts
}

/// What is unknown and still matters, in pack order.
pub fn open_criteria(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<OpenCriterion> {
    let mut possible = outcome.criteria.clone();
    let mut scratch = Vec::new();
    let mut open = Vec::new();
    for index in &outcome.open {
        let criterion = &pack.criteria[*index];
        let mut settles = Vec::new();
        let can_be = if pack.is_changeable(criterion) { criterion.test.can_be() } else { ValueSet::NONE };
        for value in can_be.iter() {
            possible[*index] = ValueSet::only(value);
            let reached = pack.diagram.verdicts(&possible, &mut scratch);
            settles.push((value, names(pack, reached, &possible)));
        }
        possible[*index] = outcome.criteria[*index];
        open.push(OpenCriterion {
            criterion: *index,
            missing: missing(pack, answers, outcome, criterion),
            settles,
        });
    }
    open
}

/// The verdicts reached, by name; the only one by the finest name it has.
fn names(pack: &Pack, reached: VerdictSet, possible: &[ValueSet]) -> Vec<String> {
    let mut names = Vec::new();
    for (index, verdict) in pack.verdicts.iter().enumerate() {
        if reached == VerdictSet::only(index) {
            names.push(settled_name(pack, index, possible));
        } else if reached.contains(index) {
            names.push(verdict.id.as_str().to_owned());
        }
    }
    names
}

/// Not asked yet while a question it reads, and that is asked now, has no answer. A question of the referral counts
/// only if the criterion reads no other.
fn missing(pack: &Pack, answers: &Answers, outcome: &Outcome, criterion: &Criterion) -> UnknownCause {
    let facts = Evaluator::new(pack, answers, &outcome.criteria);
    let mut asked = false;
    let mut unanswered_later = false;
    for fact in criterion.reads(&pack.instruments) {
        let (Some(question), Some(place)) = (pack.question(fact.as_str()), pack.place(fact.as_str())) else {
            continue;
        };
        if question.asked_when.as_ref().is_some_and(|rule| facts.truth(rule) != Truth::Yes) {
            continue;
        }
        let unanswered = answers.get(fact.as_str()).is_none();
        if pack.section(place.page).stage == Stage::Screening {
            if unanswered {
                return UnknownCause::NotAsked;
            }
            asked = true;
        } else {
            unanswered_later |= unanswered;
        }
    }
    if unanswered_later && !asked { UnknownCause::NotAsked } else { UnknownCause::NotKnown }
}

/// What would lead to another outcome, at most [`MAX_SETS`] sets in all.
///
/// While several verdicts are possible: what would have to be learned for each to be certain. Once one is certain: what
/// would have to be learned, or to be found otherwise than it is known now, for each other verdict to be certain, and
/// for more to be needed again. For each outcome the sets are smallest, of at most [`MAX_CHANGES`] changes, and of these
/// they overturn least of what is known; those with earlier criteria are named. Judgement and markers are in none (see
/// [`Pack::is_changeable`]). The outcomes that take the fewest changes come first.
pub fn counterfactuals(pack: &Pack, outcome: &Outcome) -> Vec<Counterfactual> {
    let settled = outcome.is_settled();
    let possible = &outcome.criteria;
    let mut offered = vec![ValueSet::NONE; possible.len()];
    let mut prices = vec![LEARNED; possible.len()];
    let mut something_unknown = false;
    for (index, criterion) in pack.indexed_criteria().filter(|(_, criterion)| criterion.used) {
        let now = possible[index];
        let learned = !now.is_settled();
        something_unknown |= learned;
        if !learned {
            prices[index] = FOUND;
        }
        if (learned || settled) && pack.is_changeable(criterion) {
            let can_be = criterion.test.can_be();
            offered[index] = if learned { can_be } else { can_be & !now };
        }
    }
    let find = |aim: Aim, wanted: usize| {
        let (diagram, offered, prices, most) =
            (&pack.diagram, &offered[..], &prices[..], MAX_CHANGES as u64 * FOUND);
        Search { diagram, aim, possible, offered, prices, most, wanted }.run()
    };
    let mut all = Vec::new();
    for index in 0..pack.verdicts.len() {
        let possible = outcome.possible.contains(&pack.verdicts[index].id);
        if possible != settled {
            let found = find(Aim::Only(index), MAX_SETS + 1);
            add(pack, outcome, &mut all, found.sets, found.stopped);
        } else if settled && something_unknown {
            // The least that must turn out differently for this verdict to be no longer certain. Where that makes
            // another certain, the search for that one finds it.
            let found = find(Aim::Other(index), 8 * MAX_SETS);
            let stopped = found.stopped;
            let undecided = found.sets.into_iter().filter(|set| name(pack, outcome, set) == NEED_INFORMATION);
            add(pack, outcome, &mut all, undecided.take(MAX_SETS + 1).collect(), stopped);
        }
    }
    // What asks for more comes after what is certain.
    if let Some(at) = all.iter().position(|leads| leads.outcome == NEED_INFORMATION) {
        let last = all.remove(at);
        all.push(last);
    }
    share(all)
}

/// Adds the sets found, each under the outcome it leads to.
fn add(
    pack: &Pack,
    outcome: &Outcome,
    all: &mut Vec<Counterfactual>,
    sets: Vec<Vec<Assignment>>,
    stopped: bool,
) {
    for set in sets {
        let name = name(pack, outcome, &set);
        let mut changes = Vec::new();
        for (criterion, value) in set {
            let learned = !outcome.criteria[criterion].is_settled();
            changes.push(CriterionChange { criterion, value, learned });
        }
        match all.iter_mut().find(|leads| leads.outcome == name) {
            Some(leads) => leads.sets.push(changes),
            None => all.push(Counterfactual { outcome: name, sets: vec![changes], more: stopped }),
        }
    }
}

/// The outcome with these changes.
fn name(pack: &Pack, outcome: &Outcome, set: &[Assignment]) -> String {
    let mut possible = outcome.criteria.clone();
    for (criterion, value) in set {
        possible[*criterion] = ValueSet::only(*value);
    }
    let reached = pack.diagram.verdicts(&possible, &mut Vec::new());
    match names(pack, reached, &possible).pop() {
        Some(name) if reached.len() == 1 => name,
        _ => NEED_INFORMATION.to_owned(),
    }
}

/// Puts the nearest outcomes first and leaves [`MAX_SETS`] sets in all. Each outcome in turn gives its next one; one that
/// takes more changes than the nearest gives a single example.
fn share(mut all: Vec<Counterfactual>) -> Vec<Counterfactual> {
    let size = |leads: &Counterfactual| leads.sets.first().map_or(0, Vec::len);
    let mut sorted = Vec::new();
    for wanted in 1..=MAX_CHANGES {
        let mut at = 0;
        while at < all.len() {
            if size(&all[at]) == wanted {
                sorted.push(all.remove(at));
            } else {
                at += 1;
            }
        }
    }
    let nearest = sorted.first().map_or(0, size);
    let mut kept = vec![0; sorted.len()];
    let mut left = MAX_SETS;
    for round in 0..MAX_SETS {
        for (kept, leads) in kept.iter_mut().zip(&sorted) {
            let gives = round < leads.sets.len() && (round == 0 || size(leads) == nearest);
            if left > 0 && gives {
                *kept += 1;
                left -= 1;
            }
        }
    }
    for (kept, leads) in kept.into_iter().zip(&mut sorted) {
        leads.more |= kept < leads.sets.len();
        leads.sets.truncate(kept);
    }
    sorted.retain(|leads| !leads.sets.is_empty());
    sorted
}
