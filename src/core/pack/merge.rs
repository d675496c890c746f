//! How a pack that `extends` another changes it.

use super::order::sorted;
use crate::base::json::{self, Json};

/// The members of a pack that hold a rule, or levels of rules.
pub const RULES: [&str; 8] =
    ["rule", "when", "unless", "asked_when", "asked_unless", "panel_when", "panel_unless", "graded"];

/// Whether the value of a key is one whole, so a variant's replaces the base's.
fn is_whole(key: &str) -> bool {
    RULES.contains(&key) || key == "choices"
}

/// Lays `over` on `base`: objects key by key, lists of things with an `id` by that id, anything else replaced.
/// A setting may be given as its bare value.
pub(crate) fn merge(base: &mut Json, over: &Json) {
    match (base, over) {
        (Json::Object(base), Json::Object(over)) => {
            for (key, value) in over.iter() {
                match base.get_mut(key) {
                    Some(slot) if key == "settings" => merge_settings(slot, value),
                    Some(slot) if !is_whole(key) => merge(slot, value),
                    _ => {
                        base.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Json::Array(base), Json::Array(over)) if has_ids(base) && has_ids(over) => {
            // A variant may add thousands: each is looked up and not searched for.
            let mut places = Vec::with_capacity(base.len() + over.len());
            for (place, slot) in base.iter().enumerate() {
                places.push((id(slot), place));
            }
            let mut places = sorted(places);
            for value in over {
                let at = places.partition_point(|(other, _)| *other < id(value));
                match places.get(at).filter(|(other, _)| *other == id(value)) {
                    Some((_, place)) => merge(&mut base[*place], value),
                    None => {
                        places.insert(at, (id(value), base.len()));
                        base.push(value.clone());
                    }
                }
            }
        }
        (base, over) => *base = over.clone(),
    }
}

fn merge_settings(base: &mut Json, over: &Json) {
    let (Json::Object(base), Json::Object(over)) = (&mut *base, over) else {
        *base = over.clone();
        return;
    };
    for (key, value) in over.iter() {
        match base.get_mut(key) {
            Some(Json::Object(setting)) if value.as_object().is_none() => {
                setting.insert("value".to_owned(), value.clone());
            }
            Some(slot) => merge(slot, value),
            None => {
                base.insert(key.clone(), value.clone());
            }
        }
    }
}

/// What tells one thing of a list from another: its id as JSON, which is mostly a name.
fn id(value: &Json) -> String {
    value.get("id").map(json::write).unwrap_or_default()
}

fn has_ids(values: &[Json]) -> bool {
    !values.is_empty() && values.iter().all(|value| value.get("id").is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Things are laid over one another by their ids; a list that has none, or nothing, takes the other's place.
    #[test]
    fn lists_without_ids_are_replaced() {
        let merged = |base: serde_json::Value, over: serde_json::Value| {
            let mut base = Json::from(json!({"list": base, "rule": {"a": 1}}));
            merge(&mut base, &json!({"list": over, "rule": {"b": 2}}).into());
            assert_eq!(base.get("rule"), Some(&json!({"b": 2}).into()), "a rule is one whole");
            serde_json::Value::from(base)["list"].clone()
        };
        let ids = json!([{"id": "a", "n": 1}]);
        assert_eq!(merged(ids.clone(), json!([{"id": "a", "m": 2}])), json!([{"id": "a", "n": 1, "m": 2}]));
        for (base, over) in [
            (ids.clone(), json!([{"n": 2}])),
            (ids.clone(), json!([{"id": "a"}, {"n": 2}])),
            (json!([{"n": 2}]), ids.clone()),
            (json!(["x"]), ids.clone()),
            (ids.clone(), json!([])),
            (json!([]), ids.clone()),
            (ids.clone(), json!("x")),
        ] {
            assert_eq!(merged(base, over.clone()), over);
        }
    }

    #[test]
    fn settings_by_value_and_lists_by_id() {
        let mut base = Json::from(json!({
            "settings": {"age": {"label": "Age", "value": 18}},
            "criteria": [{"id": "a", "rule": {"is_yes": "x"}}, {"id": "b", "rule": {"is_yes": "y"}}],
        }));
        merge(
            &mut base,
            &Json::from(json!({
                "settings": {"age": 16},
                "criteria": [{"id": "b", "rule": {"not": {"is_yes": "y"}}}, {"id": "c", "rule": {"is_yes": "z"}}],
            })),
        );
        assert_eq!(
            base,
            Json::from(json!({
                "settings": {"age": {"label": "Age", "value": 16}},
                "criteria": [
                    {"id": "a", "rule": {"is_yes": "x"}},
                    {"id": "b", "rule": {"not": {"is_yes": "y"}}},
                    {"id": "c", "rule": {"is_yes": "z"}},
                ],
            }))
        );
    }
}
