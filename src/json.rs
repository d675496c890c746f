//! JSON in which no name is given twice, and its canonical form.

use crate::pack::order::sorted;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Reads JSON. A name given twice is refused: which of the two was meant nobody can tell.
pub(crate) fn parse(source: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(source).map(|Once(value)| value)
}

/// An object of these names and values. The library's `json!` writes values that are there already over again, with a
/// serializer of its own for it.
pub(crate) fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in entries {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

/// Writes JSON in canonical form: names sorted, no spaces. Shorter in code than the library's writer, which carries
/// tables for every fraction there is; a fraction, which no sheet or pack may hold, is written to three decimals.
pub(crate) fn write(value: &Value) -> String {
    let mut out = Vec::new();
    write_value(value, &mut out);
    // Made of texts alone.
    String::from_utf8(out).unwrap_or_default()
}

fn write_value(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend(b"null"),
        Value::Bool(true) => out.extend(b"true"),
        Value::Bool(false) => out.extend(b"false"),
        Value::Number(number) => write_number(number, out),
        Value::String(text) => write_text(text, out),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                out.push(if index == 0 { b'[' } else { b',' });
                write_value(value, out);
            }
            out.extend(if values.is_empty() { &b"[]"[..] } else { b"]" });
        }
        Value::Object(map) => {
            // Sorted here, because the map keeps the order of the file if another crate asks serde_json for that.
            let mut names: Vec<&str> = map.keys().map(String::as_str).collect();
            if !names.is_sorted() {
                names = sorted(names);
            }
            for (index, name) in names.into_iter().enumerate() {
                out.push(if index == 0 { b'{' } else { b',' });
                write_text(name, out);
                out.push(b':');
                write_value(&map[name], out);
            }
            out.extend(if map.is_empty() { &b"{}"[..] } else { b"}" });
        }
    }
}

/// Writing a text to memory cannot fail.
fn write_text(text: &str, out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, text);
}

#[allow(clippy::cast_possible_truncation, reason = "what is too large for it is shown as the largest number")]
fn write_number(number: &Number, out: &mut Vec<u8>) {
    let whole = |whole: i64| whole.to_string();
    let text = match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(number), ..) => number.to_string(),
        (None, Some(number), _) => whole(number),
        (None, None, Some(number)) => {
            let thousandths = ((number.abs() * 1000.0) as i64 % 1000 + 1000).to_string();
            let sign = if number < 0.0 { "-" } else { "" };
            [sign, &whole(number.abs() as i64), ".", thousandths.get(1..).unwrap_or_default()].concat()
        }
        (None, None, None) => String::new(),
    };
    out.extend(text.as_bytes());
}

struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OnceVisitor).map(Self)
    }
}

struct OnceVisitor;

impl<'de> Visitor<'de> for OnceVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Once(value)) = entries.next_element()? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some((name, Once(value))) = entries.next_entry::<String, Once>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format_args!(
                    "{} is given twice",
                    crate::problem::quoted(&name)
                )));
            }
            map.insert(name, value);
        }
        Ok(map.into())
    }
}
