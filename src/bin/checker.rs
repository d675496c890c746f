//! What reads and checks criteria for the engine. All that JavaScript may call of it is in the library.

extern crate drive_screening as _;

/// Nothing starts by itself.
fn main() {}
