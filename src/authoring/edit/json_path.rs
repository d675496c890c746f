//! Putting a value where it stands in a pack's file, without touching what stands beside it.

use serde_json::{Map, Value, json};

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A key of an object.
    Key(String),
    /// The thing of this id in a list.
    Id(String),
}

/// The way as problems name it: `settings/minimum_age/value`.
pub(super) fn place(steps: &[Step]) -> String {
    let steps: Vec<&str> = steps
        .iter()
        .map(|step| match step {
            Step::Key(step) | Step::Id(step) => step.as_str(),
        })
        .collect();
    steps.join("/")
}

/// Steps of keys alone.
pub(super) fn keys(keys: &[&str]) -> Vec<Step> {
    keys.iter().map(|key| Step::Key((*key).to_owned())).collect()
}

/// A way, and on to a key.
pub(super) fn to(steps: &[Step], key: &str) -> Vec<Step> {
    let mut steps = steps.to_vec();
    steps.push(Step::Key(key.to_owned()));
    steps
}

/// A way, and on to a thing of a list.
pub(super) fn to_id(steps: &[Step], list: &str, id: &str) -> Vec<Step> {
    let mut steps = to(steps, list);
    steps.push(Step::Id(id.to_owned()));
    steps
}

/// What stands there; null where nothing does.
pub(super) fn get<'a>(value: &'a Value, steps: &[Step]) -> &'a Value {
    let mut at = value;
    for step in steps {
        let next = match step {
            Step::Key(key) => at.get(key),
            Step::Id(id) => at
                .as_array()
                .into_iter()
                .flatten()
                .find(|one| one.get("id").and_then(Value::as_str) == Some(id)),
        };
        let Some(next) = next else { return &Value::Null };
        at = next;
    }
    at
}

/// Puts a value there, with what is lacking on the way. A setting that the file gives by its bare value stays bare as
/// long as nothing else of it is changed.
pub(super) fn lay(file: &mut Value, steps: &[Step], new: Value) {
    if let [Step::Key(settings), Step::Key(name), Step::Key(key)] = steps
        && settings == "settings"
    {
        let given = file["settings"].get(name).cloned();
        let bare = given.filter(|given| !given.is_object());
        if key == "value" && file["settings"].get(name).is_none_or(|given| !given.is_object()) {
            *slot(file, &steps[..2]) = new;
            return;
        }
        if let Some(bare) = bare {
            *slot(file, &steps[..2]) = json!({ "value": bare });
        }
    }
    *slot(file, steps) = new;
}

/// The slot at a place, made where it is not there.
fn slot<'a>(file: &'a mut Value, steps: &[Step]) -> &'a mut Value {
    let mut slot = file;
    for step in steps {
        slot = match step {
            Step::Key(key) => &mut object(slot)[key.as_str()],
            Step::Id(id) => thing(slot, id),
        };
    }
    slot
}

fn object(slot: &mut Value) -> &mut Value {
    if !slot.is_object() {
        *slot = Value::Object(Map::new());
    }
    slot
}

/// The thing of an id in a list, added where it is not there.
fn thing<'a>(list: &'a mut Value, id: &str) -> &'a mut Value {
    if !list.is_array() {
        *list = Value::Array(Vec::new());
    }
    let known = list.as_array().and_then(|list| list.iter().position(|one| one["id"] == id));
    let index = known.unwrap_or_else(|| {
        let count = list.as_array().map_or(0, Vec::len);
        if let Value::Array(list) = list {
            list.push(json!({ "id": id }));
        }
        count
    });
    &mut list[index]
}
