//! Whatever a sealed file holds, it is opened whole or a problem with words, and nothing panics. The work on a passphrase would
//! take all the time there is, so the files are for a key.

#![no_main]

use drive_screening_core::base::secret::Secret;
use drive_screening_seal::open;
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// A key that no case is for, and the file that it opens is in the corpus.
const KEY: &str = "AGE-SECRET-KEY-1YCNELC4V546X8W3W34KE6ZYEVQJ5QDHS9ZT9RYDF4LYN53PDFRGSPXYKP2";

fuzz_target!(|file: &[u8]| {
    static SECRET: OnceLock<Secret> = OnceLock::new();
    if file.windows(6).any(|window| window == b"scrypt") {
        return;
    }
    match open(file, SECRET.get_or_init(|| KEY.to_owned().into())) {
        Ok(content) => assert!(content.bytes().len() < file.len()),
        Err(problem) => assert!(problem.code.starts_with("sealed-") && !problem.next_step.en.is_empty()),
    }
});
