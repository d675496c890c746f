//! `screening check`: everything that is wrong with a pack.

use crate::Ended;
use crate::arguments::Arguments;
use crate::input;
use crate::output::Output;
use drive_screening::pack::{Kind, Pack};
use drive_screening::problem::Problem;

/// Checks every pack.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    let mut ended = Ended::Well;
    for path in &arguments.files {
        let checked = input::file(path).and_then(|source| Pack::load(&source));
        match checked {
            Ok(pack) => output.line(&summary(&pack)),
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

fn summary(pack: &Pack) -> String {
    let questions: usize = pack
        .questions()
        .map(|(_, question)| match &question.kind {
            Kind::Group(group) => 1 + group.questions.len(),
            _ => 1,
        })
        .sum();
    let proposed = pack.settings.iter().filter(|setting| setting.proposed).count();
    format!(
        "{} {}: sound. {questions} questions, {} criteria ({} decide), {} verdicts, {} flags, {} settings ({proposed} \
         proposed and not signed off), both languages. Digest {}",
        pack.id,
        pack.version,
        pack.criteria.len(),
        pack.criteria.iter().filter(|criterion| criterion.used).count(),
        pack.verdicts.len(),
        pack.flags.len(),
        pack.settings.len(),
        pack.digest(),
    )
}
