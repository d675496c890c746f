//! What came out of a sealed file: whatever somebody seals for a team is taken apart, or refused in words.
#![no_main]

use drive_screening_panel_desk::contents;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    if let Ok(files) = contents("referral.age", content) {
        assert!(!files.is_empty());
        for file in files {
            assert!(!file.name.contains(['/', '\\']) && !file.name.starts_with('.'));
        }
    }
});
