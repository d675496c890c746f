//! What a pack was read from, and its identity: SHA-256 over its canonical JSON (keys sorted, no spaces).

use super::order::sorted;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

/// The JSON of a pack, with what it extends laid under it. Its digest is worked out when it is first asked for: that
/// takes a fifth of the time of loading, and only documents and results show it.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    json: Value,
    digest: OnceLock<String>,
}

impl Original {
    pub(crate) fn new(json: Value) -> Self {
        Self { json, digest: OnceLock::new() }
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }

    pub(crate) fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest(&self.json))
    }
}

/// The digest of a JSON value in canonical form, 64 hexadecimal digits.
fn digest(value: &Value) -> String {
    let mut canonical = Vec::new();
    write_canonical(value, &mut canonical);
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(&canonical) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn write_canonical(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(map) => {
            // Sorted here, because the map keeps the order of the file if another crate asks serde_json for that.
            let mut keys: Vec<&str> = map.keys().map(String::as_str).collect();
            if !keys.is_sorted() {
                keys = sorted(keys);
            }
            out.push(b'{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_scalar(key, out);
                out.push(b':');
                write_canonical(&map[key], out);
            }
            out.push(b'}');
        }
        Value::Array(values) => {
            out.push(b'[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                write_canonical(value, out);
            }
            out.push(b']');
        }
        scalar => write_scalar(scalar, out),
    }
}

/// Writing a name, a text or a number to memory cannot fail.
fn write_scalar(scalar: &(impl serde::Serialize + ?Sized), out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, scalar);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_order_of_keys_does_not_matter_and_everything_else_does() {
        let one: Value = serde_json::from_str(r#"{"a":1,"b":[true,"x"]}"#).unwrap();
        let two: Value = serde_json::from_str(r#"{ "b":[true,"x"], "a":1 }"#).unwrap();
        assert_eq!(digest(&one), digest(&two));
        assert_ne!(digest(&one), digest(&json!({"a": 1, "b": ["x", true]})));
        assert_eq!(digest(&json!({})), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
