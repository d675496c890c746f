//! The ten packs, loaded once, and the short ways the tests ask for a result.

use drive_screening::answers::{AnswerSheet, Answers};
use drive_screening::pack::{Pack, builtin};
use drive_screening::problem::Problem;
use drive_screening::screening::{result_json, screen};
use serde_json::Value;
use std::sync::OnceLock;

/// The ten packs in the order of the specification.
pub fn all() -> &'static [Pack] {
    static PACKS: OnceLock<Vec<Pack>> = OnceLock::new();
    PACKS.get_or_init(|| builtin::names().map(|name| Pack::builtin(name).unwrap()).collect())
}

/// One of the ten.
pub fn named(name: &str) -> &'static Pack {
    all().iter().find(|pack| pack.id.as_str() == name).unwrap()
}

/// The whole source of one of the ten: the default pack with the variant's settings.
pub fn whole(variant: &str) -> Value {
    let mut pack: Value = serde_json::from_str(builtin::source("default").unwrap()).unwrap();
    let over: Value = serde_json::from_str(builtin::source(variant).unwrap()).unwrap();
    for (name, value) in over.get("settings").and_then(Value::as_object).into_iter().flatten() {
        pack["settings"][name]["value"] = value.get("value").unwrap_or(value).clone();
    }
    pack
}

/// The answers of a sheet, which must be sound.
pub fn answers(pack: &Pack, sheet: &Value) -> Answers {
    match AnswerSheet::from_json(sheet.clone()).and_then(|read| read.read(pack)) {
        Ok(answers) => answers,
        Err(problems) => panic!("{sheet}\n{problems:#?}"),
    }
}

/// The result of a sheet, which must be sound.
pub fn result(pack: &Pack, sheet: &Value) -> Value {
    result_json(pack, &screen(pack, &answers(pack, sheet))).into()
}

/// Every problem's code and place.
pub fn places(problems: &[Problem]) -> Vec<(&'static str, String)> {
    problems.iter().map(|problem| (problem.code, problem.at.clone())).collect()
}

/// Every problem must say what is wrong and what to do, in both languages, on one line.
pub fn assert_said_well(problems: &[Problem]) {
    for problem in problems {
        for text in [&problem.message, &problem.next_step] {
            for words in [&text.en, &text.cy] {
                assert!(!words.trim().is_empty(), "{problem:?}");
                assert!(!words.chars().any(char::is_control), "{problem:?}");
                assert!(words.chars().count() < 2_000, "{problem:?}");
            }
        }
        assert!(
            problem.at.chars().count() <= 400 && !problem.at.chars().any(char::is_control),
            "{problem:?}"
        );
    }
}
