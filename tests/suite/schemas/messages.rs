//! The shapes of what a copy says to whoever embeds it, and of what the engine's check gives: `src/web/js/types.d.ts` comes
//! of them.

#![allow(dead_code, reason = "only the shapes are used")]

use super::shapes::{AnswerSheet, Name, PackNamed};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// One thing that is wrong, where, and what to do about it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Problem {
    /// A stable public name, such as `sheet-unknown-fact`.
    code: String,
    /// A fact, or a place in a pack or sheet; empty for the whole of it.
    at: String,
    /// What is wrong, on one line.
    message: String,
    /// What to do about it.
    next_step: String,
}

/// `ready`: the page is drawn.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Ready {
    /// The version of the program.
    version: String,
    pack: PackOf,
    /// The languages it offers, the one it begins in first.
    languages: Vec<Tag>,
}

/// Which criteria it screens by.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PackOf {
    id: Name,
    version: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Tag {
    En,
    Cy,
}

/// `progress`, once the person has agreed: how far each section is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Progress {
    sections: Vec<SectionState>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SectionState {
    id: Name,
    state: State,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum State {
    NotStarted,
    InProgress,
    Done,
    NotNeeded,
}

/// `outcome`, once the person has agreed and sees the result.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outcome {
    pack: PackOf,
    /// A verdict, a finer outcome of one, or `need_information`.
    outcome: Name,
    /// The verdicts that some settlement of the unknown criteria reaches.
    possible: Vec<Name>,
    /// What stands beside the verdict.
    flags: Vec<String>,
}

/// `document`: the person pressed the button that names the system around. Its file comes with it, as `bytes`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document {
    part: Part,
    /// The name of the file: nothing of the case but its reference.
    name: String,
    /// Its media type.
    kind: String,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Part {
    Panel,
    Restricted,
    Handling,
}

/// `closed`: everything was cleared.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Closed {
    /// Where to, if the person left quickly.
    exit: Option<String>,
}

/// What came of answers of another system: what was left out of them, or read under another name.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Prefilled {
    left_out: Vec<Problem>,
}

/// What the check of a pack finds.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Report {
    pack: PackNamed,
    verdict: ReportVerdict,
    questions: u32,
    criteria: u32,
    /// How many of the criteria decide.
    decide: u32,
    verdicts: u32,
    flags: u32,
    settings: u32,
    /// How many worked cases were run.
    cases: u32,
    problems: u32,
    notes: u32,
    /// For every outcome that some sheet comes to, a smallest such sheet.
    reached: BTreeMap<String, AnswerSheet>,
    findings: Vec<Finding>,
}

#[derive(JsonSchema)]
pub enum ReportVerdict {
    #[schemars(rename = "sound")]
    Sound,
    #[schemars(rename = "fails its check")]
    Fails,
}

/// One thing that the check found.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Finding {
    severity: Severity,
    code: String,
    at: String,
    message: String,
    next_step: String,
    /// Smallest answer sheets that show it: none, one, or two that differ in what matters.
    #[schemars(default)]
    examples: Vec<AnswerSheet>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Severity {
    Problem,
    Note,
}
