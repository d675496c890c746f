//! From the values of the criteria to the verdict, exactly.

use super::evaluate::criteria;
use super::flags::{RaisedFlag, raised};
use super::sufficient_set::sufficient_set;
use crate::answers::Answers;
use crate::pack::compiled::{ValueSet, VerdictSet};
use crate::pack::order::sorted;
use crate::pack::well_known::NEED_INFORMATION;
use crate::pack::{CriterionIndex, Pack, VerdictId};

/// What the screening came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The public name: a verdict, a finer one, or [`NEED_INFORMATION`].
    pub name: String,
    /// The verdicts that some settlement of the unknown criteria reaches, by name.
    pub possible: Vec<VerdictId>,
    /// The unknown criteria that the verdict still depends on, indices in pack order.
    pub open: Vec<CriterionIndex>,
    /// What each criterion may be, in pack order.
    pub criteria: Vec<ValueSet>,
    /// A smallest set of settled criteria that settles the verdict whatever the others are, indices in pack order.
    /// Of several, one with the least judgement, then the most dated evidence, then the earliest criteria. Empty while
    /// several verdicts are possible.
    pub sufficient_set: Vec<CriterionIndex>,
    /// What stands beside the verdict, by name.
    pub flags: Vec<RaisedFlag>,
}

impl Outcome {
    /// Whether no further answer can change the verdict.
    pub fn is_settled(&self) -> bool {
        self.possible.len() == 1
    }
}

/// Screens the answers by the pack.
///
/// # Examples
/// ```
/// use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_core::pack::Pack;
/// use drive_screening_core::screening::screen;
///
/// let pack = Pack::builtin("default")?;
/// let sheet = AnswerSheet::parse(
///     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// )?;
/// let answers = sheet.read(&pack)?;
///
/// let outcome = screen(&pack, &answers);
/// assert_eq!(outcome.name, "not_eligible");
/// assert!(outcome.is_settled(), "whatever else is learned");
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn screen(pack: &Pack, answers: &Answers) -> Outcome {
    let criteria = criteria(pack, answers);
    let reach = pack.diagram.reach(&criteria);
    let (name, possible) = named(pack, &criteria, reach.verdicts);
    let sufficient_set = match reach.verdicts.settled() {
        Some(verdict) => sufficient_set(pack, answers, &criteria, verdict),
        None => Vec::new(),
    };
    let flags = raised(pack, answers, &criteria);
    Outcome { name, possible, open: reach.open, criteria, sufficient_set, flags }
}

/// The public name of what is reached, and the verdicts by name.
pub(super) fn named(pack: &Pack, criteria: &[ValueSet], reached: VerdictSet) -> (String, Vec<VerdictId>) {
    let name = match reached.settled() {
        Some(verdict) => settled_name(pack, verdict, criteria),
        None => NEED_INFORMATION.to_owned(),
    };
    let mut possible = Vec::new();
    for (index, verdict) in pack.verdicts.iter().enumerate() {
        if reached.contains(index) {
            possible.push(verdict.id.clone());
        }
    }
    (name, sorted(possible))
}

/// The verdict's own name, or the finer one when only the criterion it names is yes.
pub fn settled_name(pack: &Pack, verdict: usize, criteria: &[ValueSet]) -> String {
    let verdict = &pack.verdicts[verdict];
    let yes = |index: &CriterionIndex| criteria[*index] == ValueSet::YES;
    match &verdict.refined {
        Some(refined)
            if yes(&refined.only)
                && refined.among.contains(&refined.only)
                && refined.among.iter().filter(|index| yes(index)).count() == 1 =>
        {
            refined.id.as_str().to_owned()
        }
        _ => verdict.id.as_str().to_owned(),
    }
}
