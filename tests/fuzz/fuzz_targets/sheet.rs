//! Any text as an answer sheet of the default pack: refused with problems that can be read, or read; and what was read
//! is written and read again as the same.

#![no_main]

use drive_screening_core::answers::AnswerSheet;
use drive_screening_core::pack::Pack;
use drive_screening_core::screening::{result_json, screen};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::builtin("default").expect("the default pack is sound"));

fuzz_target!(|source: &str| {
    match AnswerSheet::parse(source).and_then(|sheet| sheet.read(&PACK)) {
        Err(problems) => {
            assert!(!problems.is_empty() && problems.len() <= 1_000);
            for problem in problems {
                for text in [&problem.message, &problem.next_step] {
                    for words in [&text.en, &text.cy] {
                        assert!(!words.trim().is_empty() && !words.chars().any(char::is_control), "{problem:?}");
                    }
                }
            }
        }
        Ok(answers) => {
            let written = AnswerSheet::write(&PACK, &answers, None);
            let again = AnswerSheet::from_json(written).and_then(|sheet| sheet.read(&PACK));
            assert_eq!(again.as_ref(), Ok(&answers));
            let outcome = screen(&PACK, &answers);
            assert!(!outcome.possible.is_empty());
            assert_eq!(outcome.is_settled(), outcome.open.is_empty());
            let _ = result_json(&PACK, &outcome);
        }
    }
});
