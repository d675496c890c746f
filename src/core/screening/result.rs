//! The public result, `result/1`.

use super::explanation::{Counterfactual, counterfactuals};
use super::implied::Implied;
use super::outcome::Outcome;
use crate::answers::Renewed;
use crate::base::json::{Json, Map, object};
use crate::base::words::Language;
use crate::pack::compiled::ValueSet;
use crate::pack::order::sorted;
use crate::pack::{CriterionIndex, Pack, Test};

/// The result as JSON: outcome, possible verdicts, open criteria, flags, every criterion used, the criteria that
/// settled it, and what would change it. Sets are sorted.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// # use drive_screening_core::pack::Pack;
/// use drive_screening_core::screening::{result_json, screen};
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// let result = result_json(&pack, &screen(&pack, &answers));
/// assert_eq!(result.get("outcome").and_then(|outcome| outcome.as_str()), Some("not_eligible"));
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn result_json(pack: &Pack, outcome: &Outcome) -> Json {
    write(pack, outcome, &counterfactuals(pack, outcome), &|_| true)
}

/// [`result_json`] of what is implied: no criterion that is hidden is in it.
pub fn implied_json(pack: &Pack, implied: &Implied) -> Json {
    write(pack, &implied.outcome, &implied.would_change(pack), &|index| !implied.hidden[index])
}

/// A result with what its sheet calls otherwise than the pack of today, where it does so.
pub fn with_renewed(mut result: Json, renewed: &[Renewed], language: Language) -> Json {
    if let Json::Object(members) = &mut result
        && !renewed.is_empty()
    {
        let list = renewed.iter().map(|renewed| renewed.problem().to_json(language)).collect();
        members.insert("renewed".to_owned(), Json::Array(list));
    }
    result
}

fn write(
    pack: &Pack,
    outcome: &Outcome,
    leads: &[Counterfactual],
    is_told: &dyn Fn(CriterionIndex) -> bool,
) -> Json {
    let name = |index: &CriterionIndex| pack.criteria[*index].id.as_str();
    let names = |indices: &[CriterionIndex]| list(sorted(indices.iter().map(name).collect()));
    // Put in one by one: a collected map brings a sort of its own.
    let mut criteria = Map::new();
    for ((index, criterion), possible) in pack.indexed_criteria().zip(&outcome.criteria) {
        if criterion.used && is_told(index) {
            criteria.insert(criterion.id.as_str().to_owned(), value_name(&criterion.test, *possible).into());
        }
    }
    object([
        ("format", "result/1".into()),
        (
            "pack",
            object([
                ("id", pack.id.as_str().into()),
                ("version", pack.version.as_str().into()),
                ("digest", pack.digest().into()),
            ]),
        ),
        ("outcome", outcome.name.as_str().into()),
        ("possible", list(outcome.possible.iter().map(crate::pack::VerdictId::as_str).collect())),
        ("open", names(&outcome.open)),
        ("flags", list(outcome.flags.iter().map(|flag| flag.name.as_str()).collect())),
        ("criteria", Json::Object(criteria)),
        ("because", names(&outcome.sufficient_set)),
        ("would_change", leads_json(pack, leads)),
    ])
}

fn list(names: Vec<&str>) -> Json {
    Json::Array(names.into_iter().map(Json::from).collect())
}

/// For each outcome that could still come about, the smallest sets of criteria that would have to turn out so.
fn leads_json(pack: &Pack, would_change: &[Counterfactual]) -> Json {
    let mut all = Vec::new();
    for leads in would_change {
        let mut sets = Vec::new();
        for set in &leads.sets {
            let mut criteria = Map::new();
            for change in set {
                let criterion = &pack.criteria[change.criterion];
                criteria
                    .insert(criterion.id.as_str().to_owned(), criterion.test.value_name(change.value).into());
            }
            sets.push(Json::Object(criteria));
        }
        all.push(object([
            ("outcome", leads.outcome.as_str().into()),
            ("sets", Json::Array(sets)),
            ("more", Json::Bool(leads.more)),
        ]));
    }
    Json::Array(all)
}

/// `yes`, `no`, a level, or `unknown`.
pub(crate) fn value_name(test: &Test, possible: ValueSet) -> &str {
    match possible.settled() {
        Some(value) => test.value_name(value),
        None => "unknown",
    }
}
