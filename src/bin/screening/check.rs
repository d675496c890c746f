//! `screening check`: everything that is wrong with a pack, and what its owner should know.

use crate::Ended;
use crate::arguments::Arguments;
use crate::input;
use crate::output::Output;
use crate::today::today;
use drive_screening::check;
use drive_screening::problem::Problem;

/// Checks every pack.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    let day = arguments.made_on.unwrap_or_else(today);
    let mut ended = Ended::Well;
    for path in &arguments.files {
        match input::file(path).and_then(|source| check::check(&source, day)) {
            Ok((pack, report)) => {
                output.line(&report.summary(&pack).to_string());
                output.findings(&report.findings, path);
                if !report.passes() {
                    ended = ended.max(Ended::FailsCheck);
                }
            }
            Err(problems) => {
                output.problems(&problems, Some(path), None);
                ended = ended.max(if problems.iter().any(is_unreadable) {
                    Ended::BadInput
                } else {
                    Ended::FailsCheck
                });
            }
        }
    }
    ended
}

/// Whether there is no pack to check at all, rather than one with mistakes.
fn is_unreadable(problem: &Problem) -> bool {
    let codes = ["not-read", "too-large", "not-utf-8", "pack-not-json", "pack-too-large", "pack-format"];
    codes.contains(&problem.code) || (problem.code == "pack-wrong-kind" && problem.at.is_empty())
}
