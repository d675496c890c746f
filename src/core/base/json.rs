//! JSON in which no name is given twice, and its canonical form.
//!
//! [`Json`] is what the page reads and writes: a flat type, in a fraction of the code of the library's, whose maps alone
//! come to nine kilobytes. Everything else goes by [`Value`], into which and from which it turns.

use litemap::LiteMap;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::{Number, Value};
use std::fmt;

/// The entries of an object, in order of their names.
pub type Map = LiteMap<String, Json>;

/// A piece of JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A whole number above those. No sheet or pack may hold one.
    Above(u64),
    /// Any other number, also one with an exponent, `-0`, and a whole one of more than 19 digits or so. Nor this.
    Fraction(Fraction),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// An object.
    Object(Map),
}

/// A number in 64 bits, and how it is written. What gives one writes it down too, so that a program which is only given
/// whole numbers does not carry what writes others.
#[derive(Clone, Debug, PartialEq)]
pub struct Fraction {
    number: f64,
    written: String,
}

impl Fraction {
    /// A number as it is written by who gave it.
    pub fn written(number: f64, written: String) -> Self {
        Self { number, written }
    }
}

/// Written as shortly as it can be told from every other.
impl From<f64> for Fraction {
    fn from(number: f64) -> Self {
        // Read as a fraction because no whole number has a sign at nought.
        let minus_nought = number == 0.0 && number.is_sign_negative();
        // By what writes JSON: what writes numbers for people weighs more than all else here.
        let written = || {
            let written = Number::from_f64(number).map_or_else(String::new, |number| number.to_string());
            match written.split_once('+') {
                Some((before, after)) => [before, after].concat(),
                None => written,
            }
        };
        Self { number, written: if minus_nought { "-0".to_owned() } else { written() } }
    }
}

impl Json {
    /// The text it is.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number it is; for one that is beyond all there can be, the last that can.
    pub fn as_whole(&self) -> Option<i64> {
        match self {
            Self::Whole(number) => Some(*number),
            Self::Above(_) => Some(i64::MAX),
            Self::Fraction(fraction) if fraction.number >= BEYOND => Some(i64::MAX),
            Self::Fraction(fraction) if fraction.number <= -BEYOND => Some(i64::MIN),
            _ => None,
        }
    }

    /// The list it is.
    pub fn as_array(&self) -> Option<&[Json]> {
        match self {
            Self::Array(list) => Some(list),
            _ => None,
        }
    }

    /// The object it is.
    pub fn as_object(&self) -> Option<&Map> {
        match self {
            Self::Object(map) => Some(map),
            _ => None,
        }
    }

    /// What an object has under a name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.as_object()?.get(name)
    }
}

/// From here on there are no fractions in 64 bits, and no whole number stands for itself alone.
const BEYOND: f64 = 9_007_199_254_740_992.0;

impl PartialEq<str> for Json {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(truth) => Self::Bool(truth),
            Value::Number(number) => match number.as_i64() {
                Some(number) => Self::Whole(number),
                None => match number.as_u64() {
                    Some(number) => Self::Above(number),
                    None => Self::Fraction(number.as_f64().unwrap_or_default().into()),
                },
            },
            Value::String(text) => Self::String(text),
            Value::Array(list) => Self::Array(list.into_iter().map(Self::from).collect()),
            Value::Object(map) => {
                let mut entries = Map::new();
                for (name, value) in map {
                    entries.insert(name, value.into());
                }
                Self::Object(entries)
            }
        }
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(truth) => truth.into(),
            Json::Whole(number) => match u64::try_from(number) {
                Ok(number) => number.into(),
                Err(_) => number.into(),
            },
            Json::Above(number) => number.into(),
            Json::Fraction(fraction) => fraction.number.into(),
            Json::String(text) => text.into(),
            Json::Array(list) => list.into_iter().map(Self::from).collect(),
            Json::Object(entries) => {
                let mut map = serde_json::Map::new();
                for (name, json) in entries {
                    map.insert(name, json.into());
                }
                Self::Object(map)
            }
        }
    }
}

/// Reads JSON. A name given twice is refused: which of the two was meant nobody can tell.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse(source: &str) -> Result<Json, serde_json::Error> {
    serde_json::from_str(source)
}

/// [`parse`], as the library's type.
///
/// # Errors
/// Those of [`parse`].
pub fn parse_value(source: &str) -> Result<Value, serde_json::Error> {
    parse(source).map(Value::from)
}

/// An object of these names and values.
pub fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    let mut map = Map::new();
    for (name, json) in entries {
        map.insert(name.to_owned(), json);
    }
    Json::Object(map)
}

/// Writes JSON in canonical form: names sorted, no spaces.
pub fn write(json: &Json) -> String {
    let mut out = Vec::new();
    write_json(json, &mut out);
    // Made of texts alone.
    String::from_utf8(out).unwrap_or_default()
}

fn write_json(json: &Json, out: &mut Vec<u8>) {
    match json {
        Json::Null => out.extend(b"null"),
        Json::Bool(true) => out.extend(b"true"),
        Json::Bool(false) => out.extend(b"false"),
        Json::Whole(number) => out.extend(number.to_string().as_bytes()),
        Json::Above(number) => out.extend(number.to_string().as_bytes()),
        Json::Fraction(fraction) => out.extend(fraction.written.as_bytes()),
        Json::String(text) => write_text(text, out),
        Json::Array(list) => {
            for (index, json) in list.iter().enumerate() {
                out.push(if index == 0 { b'[' } else { b',' });
                write_json(json, out);
            }
            out.extend(if list.is_empty() { &b"[]"[..] } else { b"]" });
        }
        Json::Object(map) => {
            for (index, (name, json)) in map.iter().enumerate() {
                out.push(if index == 0 { b'{' } else { b',' });
                write_text(name, out);
                out.push(b':');
                write_json(json, out);
            }
            out.extend(if map.is_empty() { &b"{}"[..] } else { b"}" });
        }
    }
}

/// Writes JSON to be read: names sorted, a line for each entry, set in by two spaces. The library keeps names sorted or in
/// the order they came, by a feature that another crate may switch on: a file may not depend on that.
pub fn write_indented(value: &Value) -> String {
    let mut out = Vec::new();
    write_entries(&value.clone().into(), 0, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

fn write_entries(json: &Json, depth: usize, out: &mut Vec<u8>) {
    let new_line = |depth: usize, out: &mut Vec<u8>| {
        out.push(b'\n');
        out.resize(out.len() + 2 * depth, b' ');
    };
    match json {
        Json::Array(list) if !list.is_empty() => {
            for (index, json) in list.iter().enumerate() {
                out.push(if index == 0 { b'[' } else { b',' });
                new_line(depth + 1, out);
                write_entries(json, depth + 1, out);
            }
            new_line(depth, out);
            out.push(b']');
        }
        Json::Object(map) if !map.is_empty() => {
            for (index, (name, json)) in map.iter().enumerate() {
                out.push(if index == 0 { b'{' } else { b',' });
                new_line(depth + 1, out);
                write_text(name, out);
                out.extend(b": ");
                write_entries(json, depth + 1, out);
            }
            new_line(depth, out);
            out.push(b'}');
        }
        json => write_json(json, out),
    }
}

/// Writing a text to memory cannot fail.
fn write_text(text: &str, out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, text);
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Above(number) => serializer.serialize_u64(*number),
            Self::Fraction(fraction) => serializer.serialize_f64(fraction.number),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(list) => serializer.collect_seq(list),
            Self::Object(map) => serializer.collect_map(map),
        }
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(i64::try_from(value).map_or(Json::Above(value), Json::Whole))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Fraction(value.into()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(json) = entries.next_element()? {
            list.push(json);
        }
        Ok(Json::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut map = Map::new();
        while let Some((name, json)) = entries.next_entry::<String, Json>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format_args!(
                    "{} is given twice",
                    crate::base::text::quoted(&name)
                )));
            }
            map.insert(name, json);
        }
        Ok(Json::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_kind_of_value_is_read_and_written_in_canonical_form() {
        let source = r#" { "b": [null, true, false, -7, 18446744073709551615, "x\"\n"], "a": {}, "c": [] } "#;
        let read = parse(source).unwrap();
        let list = [
            Json::Null,
            Json::Bool(true),
            Json::Bool(false),
            Json::Whole(-7),
            Json::Above(u64::MAX),
            "x\"\n".into(),
        ];
        assert_eq!(read.get("b").and_then(Json::as_array), Some(&list[..]));
        assert_eq!(write(&read), r#"{"a":{},"b":[null,true,false,-7,18446744073709551615,"x\"\n"],"c":[]}"#);
        assert_eq!(parse(&write(&read)).unwrap(), read);
        assert_eq!(Json::from(Value::from(read.clone())), read);
        assert_eq!(parse_value(r#"{"a":[1,null]}"#).unwrap(), json!({"a": [1, null]}));
        assert!(parse(r#"{"a":1,"a":1}"#).unwrap_err().to_string().starts_with("`a` is given twice"));
    }

    /// A number that is wrong is quoted as it stood, or as the same number in another way of writing.
    #[test]
    fn a_number_is_written_as_it_stood() {
        for number in [
            "0",
            "-7",
            "-0",
            "0.25",
            "-0.5",
            "-1234.5678",
            "1.0005",
            "12.034",
            "2.0",
            "1e300",
            "5e-324",
            "9223372036854775807",
            "9223372036854775808",
            "12345678901234567890",
            "-9223372036854775808",
        ] {
            assert_eq!(write(&parse(number).unwrap()), number);
            assert_eq!(write(&parse_value(number).unwrap().into()), number);
        }
        for (source, written) in
            [("2e0", "2.0"), ("-0.0", "-0"), ("1E2", "100.0"), ("100000000000000000000", "1e20")]
        {
            assert_eq!(write(&parse(source).unwrap()), written, "{source}");
        }
    }

    #[test]
    fn a_number_beyond_all_is_whole_and_out_of_every_range() {
        for (source, whole) in [
            ("12345678901234567890", Some(i64::MAX)),
            ("123456789012345678901234567890", Some(i64::MAX)),
            ("-123456789012345678901234567890", Some(i64::MIN)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("-0", None),
            ("1.5", None),
            ("-1.5", None),
        ] {
            assert_eq!(parse(source).unwrap().as_whole(), whole, "{source}");
        }
    }

    #[test]
    fn what_is_to_be_read_has_a_line_for_each_entry() {
        let value = json!({"b": [1, [], {"c": {}}], "a": "x"});
        let lines = "{\n  \"a\": \"x\",\n  \"b\": [\n    1,\n    [],\n    {\n      \"c\": {}\n    }\n  ]\n}";
        assert_eq!(write_indented(&value), lines);
    }

    #[test]
    fn what_a_value_is_it_says_and_nothing_else() {
        let [text, whole] = [Json::from("x"), Json::Whole(3)];
        assert_eq!((text.as_str(), text.as_whole(), text.as_array()), (Some("x"), None, None));
        assert_eq!((whole.as_str(), whole.as_whole(), whole.get("x")), (None, Some(3), None));
        assert!(text == *"x" && text != *"y" && whole != *"3");
    }
}
