//! What a pack was read from, and its identity: SHA-256 over its canonical JSON (keys sorted, no spaces).

use super::{builtin, whole};
use crate::json::{self, Json};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

/// The JSON of a pack, with what it extends laid under it. Of a built-in pack it is read when it is first asked for. So
/// is its digest worked out: that takes a fifth of the time of loading, and only documents and results show it.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    builtin: String,
    json: OnceLock<Json>,
    digest: OnceLock<String>,
}

impl Original {
    pub(crate) fn new(json: Json) -> Self {
        Self { builtin: String::new(), json: json.into(), digest: OnceLock::new() }
    }

    /// The one of a built-in pack.
    pub(crate) fn of_builtin(name: &str) -> Self {
        Self { builtin: name.to_owned(), json: OnceLock::new(), digest: OnceLock::new() }
    }

    pub(crate) fn json(&self) -> &Json {
        self.json.get_or_init(|| {
            let source = builtin::source(&self.builtin);
            source.and_then(|source| whole(source).ok()).unwrap_or_default()
        })
    }

    pub(crate) fn digest(&self) -> &str {
        self.digest.get_or_init(|| digest(self.json()))
    }
}

/// The digest of a JSON value in canonical form, 64 hexadecimal digits.
pub(crate) fn digest(value: &Json) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(json::write(value)) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_order_of_keys_does_not_matter_and_everything_else_does() {
        let one = json::parse(r#"{"a":1,"b":[true,"x"]}"#).unwrap();
        let two = json::parse(r#"{ "b":[true,"x"], "a":1 }"#).unwrap();
        assert_eq!(digest(&one), digest(&two));
        assert_ne!(digest(&one), digest(&json!({"a": 1, "b": ["x", true]}).into()));
        assert_eq!(
            digest(&json!({}).into()),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }
}
