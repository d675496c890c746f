//! The public result, `result/1`.

use super::evaluate::truth;
use super::outcome::Outcome;
use crate::pack::{Pack, Test};
use serde_json::{Map, Value, json};

/// The result as JSON: outcome, possible verdicts, open criteria, flags, every criterion used, and the criteria that
/// settled it. Sets are sorted.
pub fn result_json(pack: &Pack, outcome: &Outcome) -> Value {
    let name = |index: &usize| pack.criteria[*index].id.as_str();
    let sorted = |indices: &[usize]| {
        let mut names: Vec<&str> = indices.iter().map(name).collect();
        names.sort_unstable();
        names
    };
    let criteria: Map<String, Value> = pack
        .criteria
        .iter()
        .zip(&outcome.criteria)
        .filter(|(criterion, _)| criterion.used)
        .map(|(criterion, possible)| (criterion.id.as_str().to_owned(), json!(value_name(&criterion.test, *possible))))
        .collect();
    json!({
        "format": "result/1",
        "pack": { "id": pack.id.as_str(), "version": pack.version, "digest": pack.digest },
        "outcome": outcome.name,
        "possible": outcome.possible.iter().map(|verdict| verdict.as_str()).collect::<Vec<_>>(),
        "open": sorted(&outcome.open),
        "flags": outcome.flags.iter().map(|flag| flag.name.as_str()).collect::<Vec<_>>(),
        "criteria": criteria,
        "because": sorted(&outcome.because),
    })
}

/// `yes`, `no`, a level, or `unknown`.
pub(crate) fn value_name(test: &Test, possible: u8) -> &str {
    match test {
        Test::Rule(_) => truth(possible).name(),
        Test::Graded { .. } if possible.count_ones() == 1 => test.value_name(u8::try_from(possible.trailing_zeros()).unwrap_or(0)),
        Test::Graded { .. } => "unknown",
    }
}
