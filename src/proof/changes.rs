//! What one pack changes of another, in words: the settings by their labels, and whatever was added, removed or changed.

use crate::pack::whole;
use crate::problem::{Problem, one_line};
use crate::words::{Text, Words};
use serde_json::{Map, Value};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where, as problems name places: `settings/minimum_age`, `criteria/area`.
    pub at: String,
    /// What changed, a sentence without a full stop.
    pub message: Text,
    /// What it was, if it was there.
    pub from: Option<Value>,
    /// What it is now, if it is.
    pub to: Option<Value>,
}

/// What the new pack changes of the old one, both with all they extend. The order is that of the file: settings first.
///
/// # Errors
/// A source that is no JSON, or extends what is not there.
pub fn changes(old: &str, new: &str) -> Result<Vec<Change>, Vec<Problem>> {
    let read = |source| whole(source).map_err(|problem| vec![problem]);
    let (old, new) = (read(old)?, read(new)?);
    let mut changes = Vec::new();
    settings(&old, &new, &mut changes);
    for key in ["sources", "instruments", "criteria", "verdicts", "flags", "routes", "cases"] {
        lists(key, &by_id(&old[key]), &by_id(&new[key]), &mut changes);
    }
    lists("sections", &questions(&old), &questions(&new), &mut changes);
    for key in ["title", "about", "undecided", "document"] {
        if old[key] != new[key] {
            changes.push(changed(key, key, &[], old.get(key), new.get(key)));
        }
    }
    Ok(changes)
}

fn settings(old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let empty = Map::new();
    let map = |json: &'_ Value| json["settings"].as_object().cloned().unwrap_or(empty.clone());
    let (old, new) = (map(old), map(new));
    for name in old.keys().chain(new.keys().filter(|name| !old.contains_key(*name))) {
        let (before, after) = (old.get(name), new.get(name));
        if before == after {
            continue;
        }
        let at = format!("settings/{}", one_line(name, 64));
        let value = |json: Option<&Value>| json.map(|json| json["value"].clone());
        let (from, to) = (value(before), value(after));
        if from == to {
            changes.push(changed(&at, name, &keys_changed(before, after), before, after));
            continue;
        }
        let label = |language: &str| {
            let json = after.or(before).map(|json| &json["label"][language]);
            one_line(json.and_then(Value::as_str).unwrap_or(name), 200)
        };
        let said = |value: &Option<Value>| value.as_ref().map_or(["–"; 2].map(str::to_owned), say);
        let ([from_en, from_cy], [to_en, to_cy]) = (said(&from), said(&to));
        let message = Words::of("{0}: {2} becomes {4}", "{1}: {3} gynt, {5} bellach");
        let message = message.fill(&[&label("en"), &label("cy"), &from_en, &from_cy, &to_en, &to_cy]);
        changes.push(Change { at, message, from, to });
    }
}

/// A setting's value in words of both languages.
fn say(value: &Value) -> [String; 2] {
    match value {
        Value::Null => ["no limit", "dim terfyn"].map(str::to_owned),
        Value::Bool(true) => ["on", "ymlaen"].map(str::to_owned),
        Value::Bool(false) => ["off", "i ffwrdd"].map(str::to_owned),
        Value::Array(values) => {
            let names: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            let names = one_line(&names.join(", "), 300);
            [names.clone(), names]
        }
        other => [other.to_string(), other.to_string()],
    }
}

/// Things by id, in their order.
fn by_id(list: &Value) -> Vec<(String, &Value)> {
    let name = |json: &Value| json["id"].as_str().unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().map(|json| (name(json), json)).collect()
}

/// Every question by `section/page/question`.
fn questions(pack: &Value) -> Vec<(String, &Value)> {
    let mut questions = Vec::new();
    for (section, json) in by_id(&pack["sections"]) {
        for (page, json) in by_id(&json["pages"]) {
            for (question, json) in by_id(&json["questions"]) {
                questions.push((format!("{section}/{page}/{question}"), json));
            }
        }
    }
    questions
}

fn lists(key: &str, old: &[(String, &Value)], new: &[(String, &Value)], changes: &mut Vec<Change>) {
    let find = |list: &[(String, &'_ Value)], name: &str| list.iter().position(|(other, _)| other == name);
    for (name, before) in old {
        let at = format!("{key}/{}", one_line(name, 200));
        match find(new, name).map(|index| new[index].1) {
            None => changes.push(Change {
                at,
                message: Words::of("`{0}` is gone", "mae `{0}` wedi mynd").fill(&[&one_line(name, 200)]),
                from: Some((*before).clone()),
                to: None,
            }),
            Some(after) if after != *before => {
                let keys = keys_changed(Some(before), Some(after));
                changes.push(changed(&at, name, &keys, Some(before), Some(after)));
            }
            Some(_) => {}
        }
    }
    for (name, after) in new.iter().filter(|(name, _)| find(old, name).is_none()) {
        changes.push(Change {
            at: format!("{key}/{}", one_line(name, 200)),
            message: Words::of("`{0}` is new", "mae `{0}` yn newydd").fill(&[&one_line(name, 200)]),
            from: None,
            to: Some((*after).clone()),
        });
    }
    let shared = |one: &[(String, &Value)], other: &[(String, &Value)]| -> Vec<String> {
        one.iter().map(|(name, _)| name.clone()).filter(|name| find(other, name).is_some()).collect()
    };
    if shared(old, new) != shared(new, old) {
        let message = Words::of("the order is another", "mae'r drefn yn wahanol").fill(&[]);
        changes.push(Change { at: key.to_owned(), message, from: None, to: None });
    }
}

/// The keys whose values differ.
fn keys_changed(before: Option<&Value>, after: Option<&Value>) -> Vec<String> {
    let map = |json: Option<&Value>| json.and_then(Value::as_object).cloned().unwrap_or_default();
    let (before, after) = (map(before), map(after));
    let all = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
    all.filter(|key| before.get(*key) != after.get(*key)).map(|key| one_line(key, 64)).collect()
}

fn changed(at: &str, name: &str, keys: &[String], from: Option<&Value>, to: Option<&Value>) -> Change {
    let message = if keys.is_empty() {
        Words::of("`{0}` is changed", "newidiwyd `{0}`")
    } else {
        Words::of("`{0}` is changed: {1}", "newidiwyd `{0}`: {1}")
    };
    let message = message.fill(&[&one_line(name, 200), &keys.join(", ")]);
    Change { at: at.to_owned(), message, from: from.cloned(), to: to.cloned() }
}
