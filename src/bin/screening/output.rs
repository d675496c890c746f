//! Results to standard output, problems to standard error. Output that nobody took was not written, and the exit code says
//! so; a reader that has gone away needs no message as well.

use crate::Ended;
use drive_screening::check::{Finding, Severity};
use drive_screening::problem::Problem;
use drive_screening::words::{Language, Localized};
use serde_json::Value;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Where everything goes that the program says.
#[derive(Debug, Default)]
pub(crate) struct Output {
    /// The language of messages.
    pub language: Language,
    closed: bool,
    failed: bool,
}

impl Output {
    /// Writes a line to standard output.
    pub(crate) fn line(&mut self, line: &str) {
        if self.closed {
            return;
        }
        let mut out = std::io::stdout().lock();
        if let Err(error) = writeln!(out, "{line}").and_then(|()| out.flush()) {
            (self.closed, self.failed) = (true, true);
            if error.kind() != ErrorKind::BrokenPipe {
                self.problems(&[not_written(&error)], None, None);
            }
        }
    }

    /// Nobody reads any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Writes problems to standard error, each a line of JSON, with the file and the line of input they are about.
    pub(crate) fn problems(&self, problems: &[Problem], file: Option<&Path>, line: Option<u64>) {
        let mut err = std::io::stderr().lock();
        for problem in problems {
            let mut json = Value::from(problem.to_json(self.language));
            if let Some(file) = file {
                json["file"] = file.to_string_lossy().into();
            }
            if let Some(line) = line {
                json["line"] = line.into();
            }
            // Without anywhere to complain, the exit code has to do.
            let _ = writeln!(err, "{json}");
        }
    }

    /// Writes what was found in a pack, each a line of JSON: problems to standard error, notes to standard output.
    pub(crate) fn findings(&mut self, findings: &[Finding], file: &Path) {
        for finding in findings {
            let mut json = finding.to_json(self.language);
            json["file"] = file.to_string_lossy().into();
            match finding.severity {
                Severity::Problem => {
                    // Without anywhere to complain, the exit code has to do.
                    let _ = writeln!(std::io::stderr().lock(), "{json}");
                }
                Severity::Note => self.line(&json.to_string()),
            }
        }
    }

    /// How the program ended, once it is known whether its output was written.
    pub(crate) fn ended(&self, ended: Ended) -> Ended {
        if self.failed { Ended::BadInput } else { ended }
    }
}

/// The problem of something that could not be written.
pub(crate) fn not_written(error: &std::io::Error) -> Problem {
    Problem::new(
        "not-written",
        "",
        Localized::new(
            format!("it could not be written: {error}"),
            format!("nid oedd modd ei ysgrifennu: {error}"),
        ),
        Localized::new(
            "check the folder, the space left and your rights",
            "gwiriwch y ffolder, y lle sydd ar ôl a'ch hawliau",
        ),
    )
}
