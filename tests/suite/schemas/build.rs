//! Builds the schemas from the shapes.

use super::{messages, shapes, site};
use drive_screening::pack::{Kind, Pack, Question, RULES, builtin};
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

/// Every schema by the name of its file.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("pack", pack()),
        ("answers", plain::<shapes::AnswerSheet>("An answer sheet")),
        ("answers-default", answers(&Pack::builtin("default").unwrap())),
        ("site", plain::<site::Site>("What a site sets for its copy")),
        ("result", plain::<shapes::Outcome>("What a screening came to")),
    ]
}

/// The schemas of what is said to whoever embeds the page.
pub fn messages() -> Vec<(&'static str, Value)> {
    vec![
        ("Ready", plain::<messages::Ready>("")),
        ("Progress", plain::<messages::Progress>("")),
        ("Outcome", plain::<messages::Outcome>("")),
        ("Document", plain::<messages::Document>("")),
        // Where to may be nowhere.
        ("Closed", SchemaGenerator::default().into_root_schema_for::<messages::Closed>().to_value()),
        ("Prefilled", plain::<messages::Prefilled>("")),
        ("Report", plain::<messages::Report>("")),
    ]
}

/// The schemas of everything that goes through one of the doors.
pub fn public() -> Vec<(&'static str, Value)> {
    let mut all = messages();
    all.push(("AnswerSheet", plain::<shapes::AnswerSheet>("")));
    all.push(("Result", plain::<shapes::Outcome>("")));
    all
}

fn plain<T: schemars::JsonSchema>(title: &str) -> Value {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<T>().to_value();
    schema["title"] = json!(title);
    never_null(&mut schema);
    schema
}

/// What may be left out is left out, never `null`.
fn never_null(schema: &mut Value) {
    let is_null = |schema: &Value| *schema == json!({"type": "null"});
    match schema {
        Value::Object(map) => {
            for property in map.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
                let property = property.1;
                if let Some(Value::Array(types)) = property.get_mut("type") {
                    types.retain(|word| word != "null");
                    let only = types[0].clone();
                    property["type"] = only;
                }
                if let Some(Value::Array(parts)) = property.get_mut("anyOf")
                    && parts.iter().any(is_null)
                {
                    parts.retain(|part| !is_null(part));
                    let only = parts[0].clone();
                    let map = property.as_object_mut().unwrap();
                    map.remove("anyOf");
                    map.extend(only.as_object().unwrap().clone());
                }
            }
            map.values_mut().for_each(never_null);
        }
        Value::Array(values) => values.iter_mut().for_each(never_null),
        _ => {}
    }
}

/// Whether the value of a key is one whole, so that an extending pack gives it whole too.
fn is_whole(key: &str) -> bool {
    RULES.contains(&key) || ["choices", "cases"].contains(&key)
}

/// A pack that stands alone, or one that extends a built-in pack and gives only what differs.
fn pack() -> Value {
    let mut whole = plain::<shapes::Pack>("");
    let mut defs = whole["$defs"].take().as_object().unwrap().clone();
    let map = whole.as_object_mut().unwrap();
    for key in ["$schema", "$defs", "title"] {
        map.remove(key);
    }
    let partial: Map<String, Value> =
        defs.iter().map(|(name, def)| (format!("Partial{name}"), loosened(def))).collect();
    let mut extending = loosened(&whole);
    extending["description"] =
        json!("A pack that extends a built-in one: lists of things with an `id` are laid over its lists.");
    extending["properties"]["extends"] = json!({"enum": builtin::names().collect::<Vec<_>>()});
    extending["required"] = json!(["extends"]);
    extending["properties"]["settings"]["additionalProperties"] =
        json!({"anyOf": [{"$ref": "#/$defs/PartialSetting"}, {"$ref": "#/$defs/SettingValue"}]});
    defs.extend(partial);
    defs.insert("Pack".to_owned(), whole);
    defs.insert("ExtendingPack".to_owned(), extending);
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A criteria pack",
        "if": {"required": ["extends"]},
        "then": {"$ref": "#/$defs/ExtendingPack"},
        "else": {"$ref": "#/$defs/Pack"},
    });
    schema["$defs"] = Value::Object(used(&schema, defs));
    schema
}

/// The schema with nothing required but an id, in everything that is merged key by key.
fn loosened(schema: &Value) -> Value {
    match schema {
        Value::Object(map) => {
            let mut loose = Map::new();
            for (key, value) in map {
                let value = match (key.as_str(), value) {
                    ("required", Value::Array(keys)) => {
                        let kept: Vec<&Value> = keys.iter().filter(|key| *key == "id").collect();
                        if kept.is_empty() {
                            continue;
                        }
                        json!(kept)
                    }
                    // One of two keys is needed, or is already in what is extended.
                    ("anyOf", Value::Array(parts))
                        if parts.iter().all(|part| part.get("required").is_some()) =>
                    {
                        continue;
                    }
                    // The other of the two may be in what is extended.
                    ("dependentRequired", _) => continue,
                    ("$ref", Value::String(path)) => {
                        json!(path.replace("#/$defs/", "#/$defs/Partial"))
                    }
                    ("properties", Value::Object(properties)) => {
                        let loose = properties.iter().map(|(name, property)| {
                            let whole = is_whole(name);
                            let property = if whole { property.clone() } else { loosened(property) };
                            (name.clone(), property)
                        });
                        Value::Object(loose.collect())
                    }
                    (_, value) => loosened(value),
                };
                loose.insert(key.clone(), value);
            }
            Value::Object(loose)
        }
        Value::Array(values) => Value::Array(values.iter().map(loosened).collect()),
        other => other.clone(),
    }
}

/// Those definitions that the schema leads to, by name.
fn used(schema: &Value, defs: Map<String, Value>) -> Map<String, Value> {
    fn names(schema: &Value, found: &mut Vec<String>) {
        match schema {
            Value::Object(map) => {
                for (key, value) in map {
                    match (key.as_str(), value) {
                        ("$ref", Value::String(path)) => found.push(path.replace("#/$defs/", "")),
                        (_, value) => names(value, found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| names(value, found)),
            _ => {}
        }
    }
    let mut wanted = Vec::new();
    names(schema, &mut wanted);
    let mut kept: std::collections::BTreeMap<String, Value> = std::collections::BTreeMap::new();
    while let Some(name) = wanted.pop() {
        if !kept.contains_key(&name) {
            names(&defs[&name], &mut wanted);
            kept.insert(name.clone(), defs[&name].clone());
        }
    }
    kept.into_iter().collect()
}

/// The schema of the sheets of a pack: every question with the answers it takes.
fn answers(pack: &Pack) -> Value {
    let facts: Map<String, Value> =
        pack.questions().map(|(_, question)| (question.id.as_str().to_owned(), answer(question))).collect();
    let mut names: Vec<&str> = facts.keys().map(String::as_str).collect();
    for (_, question) in pack.questions() {
        if let Kind::Group(group) = &question.kind {
            names.extend(group.questions.iter().map(|inner| inner.id.as_str()));
        }
    }
    names.sort_unstable();
    let names = json!(names);
    let beside: Map<String, Value> = pack
        .questions()
        .filter(|(_, question)| question.takes_evidence())
        .map(|(_, question)| (question.id.as_str().to_owned(), json!({"$ref": "#/$defs/Evidence"})))
        .collect();
    let evidence: Map<String, Value> = pack
        .evidence
        .questions
        .iter()
        .map(|question| (question.id.as_str().to_owned(), answer(question)))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("An answer sheet of the pack `{}`", pack.id),
        "type": "object",
        "required": ["format", "pack", "screened_on", "answers"],
        "additionalProperties": false,
        "properties": {
            "format": {"const": "answers/1"},
            "pack": {"type": "string"},
            "screened_on": {"$ref": "#/$defs/Day"},
            "reference": {"type": "string", "pattern": shapes::REFERENCE},
            "answers": {"type": "object", "additionalProperties": false, "properties": facts},
            "evidence": {"type": "object", "additionalProperties": false, "properties": beside},
            "not_confirmed": {"anyOf": [
                {"$ref": "#/$defs/NotConfirmed"},
                {"type": "array", "items": {"$ref": "#/$defs/NotConfirmed"}},
            ]},
        },
        "$defs": {
            "Day": {"type": "string", "pattern": DAY},
            "NotKnown": {"const": "not_known"},
            "NotConfirmed": {
                "type": "object",
                "required": ["system", "facts"],
                "additionalProperties": false,
                "properties": {
                    "system": {"type": "string", "minLength": 1, "maxLength": 80},
                    "facts": {"type": "array", "items": {"enum": names}},
                },
            },
            "Evidence": {"type": "object", "additionalProperties": false, "properties": evidence},
        },
    })
}

const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

fn answer(question: &Question) -> Value {
    let values: Vec<&str> = question.kind.choices().iter().map(|choice| choice.value.as_str()).collect();
    let known = match &question.kind {
        Kind::YesNo(_) => json!({"enum": ["yes", "no"]}),
        Kind::Choice(_) => json!({"enum": values}),
        Kind::Set(_) => json!({"type": "array", "items": {"enum": values}}),
        Kind::Count(min, max) => json!({"type": "integer", "minimum": min, "maximum": max}),
        Kind::Date { .. } => json!({"$ref": "#/$defs/Day"}),
        Kind::Text => json!({"type": "string", "maxLength": Kind::TEXT_MAX}),
        Kind::LongText => json!({"type": "string", "maxLength": Kind::LONG_TEXT_MAX}),
        Kind::Group(group) => {
            let inner: Map<String, Value> = group
                .questions
                .iter()
                .map(|question| (question.id.as_str().to_owned(), answer(question)))
                .collect();
            json!({
                "type": "array",
                "maxItems": Kind::ENTRIES_MAX,
                "items": {"type": "object", "additionalProperties": false, "properties": inner},
            })
        }
    };
    if question.takes_not_known() {
        json!({"title": question.label.en, "anyOf": [known, {"$ref": "#/$defs/NotKnown"}]})
    } else {
        json!({"title": question.label.en, "allOf": [known]})
    }
}
