//! The command line: screens answer sheets, writes documents and checks packs. Nothing is sent anywhere.

mod arguments;
mod check;
mod diff;
mod document;
mod help;
mod input;
mod output;
mod reference;
mod replace;
mod screen;
mod today;

use arguments::Arguments;
use output::Output;
use std::process::ExitCode;

/// What the program came to. The worst that happened is the exit code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Ended {
    /// All of it was done.
    #[default]
    Well,
    /// A pack fails its check.
    FailsCheck,
    /// Some input could not be used, or some output not be written.
    BadInput,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        Self::from(match ended {
            Ended::Well => 0,
            Ended::FailsCheck => 1,
            Ended::BadInput => 2,
        })
    }
}

fn main() -> ExitCode {
    let mut output = Output::default();
    let ended = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => {
            output.language = arguments.language;
            run(&arguments, &mut output)
        }
        Err((problems, language)) => {
            output.language = language;
            output.problems(&problems, None, None);
            Ended::BadInput
        }
    };
    output.ended(ended).into()
}

fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    match arguments.command {
        arguments::Command::Help => output.line(help::HELP),
        arguments::Command::Version => output.line(drive_screening::document::TOOL),
        arguments::Command::Screen => return screen::run(arguments, output),
        arguments::Command::Document => return document::run(arguments, output),
        arguments::Command::Check => return check::run(arguments, output),
        arguments::Command::Diff => return diff::run(arguments, output),
    }
    Ended::Well
}
