//! New key pairs.

use super::hybrid::HybridIdentity;
use drive_screening_core::base::secret::Secret;

/// A key pair: whoever has the secret half opens what was sealed for the public one.
#[derive(Debug)]
pub struct KeyPair {
    /// `AGE-SECRET-KEY-PQ-1..`.
    pub secret: Secret,
    /// `age1pq1..`, which may be told to anybody.
    pub public: String,
}

impl KeyPair {
    /// The text of a file of the key, as age reads one. The public half, which follows from it, is left out: on a sheet for the safe it
    /// would be forty lines to type.
    pub fn identity(&self) -> Secret {
        Secret::from([self.secret.bytes(), b"\n"].concat())
    }
}

/// A new key pair, of the hybrid kind: what is sealed for it today is not to be read in ten years either.
///
/// ```
/// use drive_screening_seal::{new_key, open, seal_to};
///
/// let key = new_key();
/// let file = seal_to(b"{}", &[key.public]).unwrap();
/// assert_eq!(open(&file, &key.secret).unwrap().bytes(), b"{}");
/// ```
pub fn new_key() -> KeyPair {
    let key = HybridIdentity::generate();
    KeyPair { secret: key.text(), public: key.to_public().text() }
}
