//! The command line: screens answer sheets, writes documents and checks packs.
fn main() {}
