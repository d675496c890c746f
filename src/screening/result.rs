//! The public result, `result/1`.

use super::evaluate::truth;
use super::explanation::would_change;
use super::outcome::Outcome;
use crate::pack::order::sorted;
use crate::pack::{Pack, Test};
use serde_json::{Map, Value, json};

/// The result as JSON: outcome, possible verdicts, open criteria, flags, every criterion used, the criteria that
/// settled it, and what would change it. Sets are sorted.
pub fn result_json(pack: &Pack, outcome: &Outcome) -> Value {
    let name = |index: &usize| pack.criteria[*index].id.as_str();
    let names = |indices: &[usize]| sorted(indices.iter().map(name).collect());
    // Put in one by one: a collected map brings a sort of its own.
    let mut criteria = Map::new();
    for (criterion, possible) in pack.criteria.iter().zip(&outcome.criteria) {
        if criterion.used {
            criteria.insert(criterion.id.as_str().to_owned(), json!(value_name(&criterion.test, *possible)));
        }
    }
    json!({
        "format": "result/1",
        "pack": { "id": pack.id.as_str(), "version": pack.version, "digest": pack.digest() },
        "outcome": outcome.name,
        "possible": outcome.possible.iter().map(crate::pack::VerdictId::as_str).collect::<Vec<_>>(),
        "open": names(&outcome.open),
        "flags": outcome.flags.iter().map(|flag| flag.name.as_str()).collect::<Vec<_>>(),
        "criteria": criteria,
        "because": names(&outcome.because),
        "would_change": leads_json(pack, outcome),
    })
}

/// For each outcome that could still come about, the smallest sets of criteria that would have to turn out so.
fn leads_json(pack: &Pack, outcome: &Outcome) -> Value {
    let mut all = Vec::new();
    for leads in would_change(pack, outcome) {
        let mut sets = Vec::new();
        for set in &leads.sets {
            let mut criteria = Map::new();
            for change in set {
                let criterion = &pack.criteria[change.criterion];
                criteria
                    .insert(criterion.id.as_str().to_owned(), json!(criterion.test.value_name(change.value)));
            }
            sets.push(Value::Object(criteria));
        }
        all.push(json!({ "outcome": leads.outcome, "sets": sets, "more": leads.more }));
    }
    Value::Array(all)
}

/// `yes`, `no`, a level, or `unknown`.
pub(crate) fn value_name(test: &Test, possible: u8) -> &str {
    match test {
        Test::Rule(_) => truth(possible).name(),
        Test::Graded { .. } if possible.is_power_of_two() => {
            test.value_name(u8::try_from(possible.trailing_zeros()).unwrap_or(0))
        }
        Test::Graded { .. } => "unknown",
    }
}
