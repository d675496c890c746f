//! The mutants there are.

use serde_json::Value;
use std::env;
use std::path::Path;
use std::process::Command;

/// The folders and files that decide, and those that keep what is restricted out of Part A.
const FILES: [&str; 18] = [
    "src/core/screening/**",
    "src/core/answers/**",
    "src/core/interview/**",
    "src/core/pack/**",
    "src/authoring/edit/**",
    "src/authoring/answer_space/**",
    "src/authoring/check/**",
    "src/authoring/diff/**",
    "src/core/embed.rs",
    "src/core/base/date.rs",
    "src/core/base/json.rs",
    "src/core/base/wire.rs",
    "src/core/base/problem.rs",
    "src/core/site.rs",
    "src/core/base/words.rs",
    "src/document/compose/record.rs",
    "src/document/scan/measures.rs",
    "src/document/panels/export_review.rs",
];

/// One change of the program.
pub struct Mutant {
    pub file: String,
    /// What it is, with its place.
    pub name: String,
    pub genre: Genre,
    /// What stands there instead.
    pub replacement: String,
    /// Line and column of the start and of the end, both from 1.
    pub span: [(usize, usize); 2],
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Genre {
    /// A function returns something at once.
    FnValue,
    /// Another operator.
    Binary,
    /// No operator.
    Unary,
    /// A guard that is always true, or never.
    Guard,
    /// An arm that never matches.
    Arm,
    /// A field that is not given.
    Field,
}

/// Every mutant, as cargo-mutants lists them: of all those files, or of those that the variable `FILES` names.
pub fn all(root: &Path) -> Vec<Mutant> {
    let named = env::var("FILES").unwrap_or_default();
    let named: Vec<&str> = named.split_whitespace().collect();
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["mutants", "--workspace", "--list", "--json"]);
    for files in if named.is_empty() { &FILES[..] } else { &named } {
        command.args(["-f", files]);
    }
    let output = command.output().expect("cargo mutants runs");
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a list of mutants");
    list.iter().map(mutant).collect()
}

fn mutant(json: &Value) -> Mutant {
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(1)).unwrap_or(1);
    let place = |end: &str| (number(&json["span"][end]["line"]), number(&json["span"][end]["column"]));
    let genre = match json["genre"].as_str() {
        Some("FnValue") => Genre::FnValue,
        Some("BinaryOperator") => Genre::Binary,
        Some("UnaryOperator") => Genre::Unary,
        Some("MatchArmGuard") => Genre::Guard,
        Some("MatchArm") => Genre::Arm,
        _ => Genre::Field,
    };
    let span = [place("start"), place("end")];
    Mutant { file: text("file"), name: text("name"), genre, replacement: text("replacement"), span }
}
