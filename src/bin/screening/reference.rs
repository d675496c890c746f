//! Randomness for a document's reference.

use drive_screening::answers::reference_from;
use std::fs::File;
use std::hash::{BuildHasher, RandomState};
use std::io::Read;

/// A random reference. Where there is no `/dev/urandom`, the standard library's random keys do.
pub(crate) fn random() -> String {
    let mut bytes = [0_u8; 8];
    if File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes)).is_err() {
        bytes = RandomState::new().hash_one(0_u8).to_le_bytes();
    }
    reference_from(bytes)
}
