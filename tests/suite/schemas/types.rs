//! The schemas as types of TypeScript.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The declarations of these schemas and everything they lead to, each by its name.
pub fn declarations(schemas: Vec<(&str, Value)>) -> String {
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    for (name, mut schema) in schemas {
        for (inner, def) in schema["$defs"].take().as_object().into_iter().flatten() {
            add(&mut all, inner, def.clone());
        }
        add(&mut all, name, schema);
    }
    let mut out = String::from(
        "// Made from the types of the program by its tests (tests/schemas): not to be changed here.\n",
    );
    for (name, schema) in &all {
        out.push('\n');
        comment(&mut out, "", schema);
        match schema.get("properties") {
            Some(_) => writeln!(out, "export interface {name} {}", of(schema, "")),
            None => writeln!(out, "export type {name} = {};", of(schema, "")),
        }
        .unwrap();
    }
    out
}

fn add(all: &mut BTreeMap<String, Value>, name: &str, mut schema: Value) {
    for key in ["$schema", "title", "$defs"] {
        schema.as_object_mut().unwrap().remove(key);
    }
    if let Some(before) = all.insert(name.to_owned(), schema.clone()) {
        assert_eq!(before, schema, "two types are called {name}");
    }
}

fn of(schema: &Value, indent: &str) -> String {
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    if let Some(path) = text("$ref") {
        return path.replace("#/$defs/", "");
    }
    if let Some(one) = schema.get("const") {
        return one.to_string();
    }
    if let Some(Value::Array(values)) = schema.get("enum") {
        return join(values.iter().map(Value::to_string));
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(Value::Array(parts)) = schema.get(key) {
            return join(parts.iter().map(|part| of(part, indent)));
        }
    }
    if let Some(Value::Array(types)) = schema.get("type") {
        let mut single = schema.clone();
        return join(types.iter().map(|word| {
            single["type"] = word.clone();
            of(&single, indent)
        }));
    }
    match text("type") {
        Some("string") => "string".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "boolean".to_owned(),
        Some("null") => "null".to_owned(),
        Some("array") => format!("Array<{}>", of(&schema["items"], indent)),
        Some("object") => match schema.get("properties") {
            Some(Value::Object(properties)) => object(schema, properties, indent),
            _ => format!("{{ [name: string]: {} }}", of(&schema["additionalProperties"], indent)),
        },
        _ => panic!("no type for {schema}"),
    }
}

fn object(schema: &Value, properties: &Map<String, Value>, indent: &str) -> String {
    let inner = format!("{indent}  ");
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let mut out = String::from("{\n");
    for (name, property) in properties {
        comment(&mut out, &inner, property);
        let optional = if required.contains(&Value::from(name.as_str())) { "" } else { "?" };
        writeln!(out, "{inner}{name}{optional}: {};", of(property, &inner)).unwrap();
    }
    out + indent + "}"
}

fn comment(out: &mut String, indent: &str, schema: &Value) {
    if let Some(words) = schema.get("description").and_then(Value::as_str) {
        writeln!(out, "{indent}/** {} */", words.replace('\n', " ")).unwrap();
    }
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" | ")
}
