//! Any text as a pack: refused with problems that can be read, or loaded; and what loads is checked, screens the empty
//! sheet and differs from itself in nothing.

#![no_main]

use drive_screening_core::answers::Answers;
use drive_screening_core::base::date::Date;
use drive_screening_authoring::edit::Editor;
use drive_screening_core::pack::Pack;
use drive_screening_authoring::check;
use drive_screening_authoring::diff;
use drive_screening_core::screening::screen;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    let day = Date::from_ymd(2026, 11, 21).expect("a day");
    match Pack::load(source) {
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
        Ok(pack) => {
            assert!(!screen(&pack, &Answers::none(day)).possible.is_empty());
            let (_, report) = check::check(source, day).expect("it loaded");
            for finding in &report.findings {
                let words = &finding.problem.message;
                assert!(!words.en.trim().is_empty() && !words.cy.trim().is_empty(), "{finding:?}");
            }
            let editor = Editor::open(source).expect("it loaded");
            assert!(editor.form().is_some());
            let edited = editor.edited(&editor.answers());
            assert!(edited.errors.iter().all(|error| error.place.is_some()), "{:?}", edited.errors);
            if let Ok(difference) = diff::diff(source, source, day) {
                assert!(difference.groups.is_empty() && difference.share == 0.0, "{difference:?}");
            }
        }
    }
});
