//! What a pack was read from, and its identity: SHA-256 over its canonical JSON (keys sorted, no spaces).

use crate::base::json::{self, Json};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

/// The JSON of a pack, with what it extends laid under it. Its digest is worked out when it is first asked for: that takes a
/// fifth of the time of loading, and only documents and results show it.
#[derive(Clone, Debug)]
pub(crate) struct Original {
    json: Json,
    digest: OnceLock<String>,
    /// Works it out: a program whose packs come without their files carries no way to.
    work_out: fn(&Json) -> String,
}

impl Original {
    pub(crate) fn new(json: Json) -> Self {
        Self { json, digest: OnceLock::new(), work_out: digest }
    }

    /// The one of a pack that comes without its file, and perhaps with its digest.
    pub(crate) fn unknown(digest: Option<String>) -> Self {
        let digest = digest.map_or_else(OnceLock::new, OnceLock::from);
        Self { json: Json::Null, digest, work_out: |_| String::new() }
    }

    pub(crate) fn json(&self) -> &Json {
        &self.json
    }

    pub(crate) fn digest(&self) -> &str {
        self.digest.get_or_init(|| (self.work_out)(&self.json))
    }
}

/// The digest of a JSON value in canonical form, 64 hexadecimal digits.
pub fn digest(value: &Json) -> String {
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
