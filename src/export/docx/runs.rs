//! A line of a document as runs of a Word file, each in its language.

use super::xml::{self, run};
use drive_screening_document::block::{BETWEEN, Line, Run};

/// As many letters of two languages stand in one line.
const SHORT: usize = 60;

fn length(run: &Run) -> usize {
    match run {
        Run::Words(text) | Run::Typed(text) => text.chars().count(),
        Run::Other(_, runs) => runs.iter().map(length).sum(),
    }
}

/// The runs of a line. Typed text is not checked for spelling: it may be in any language.
pub(super) fn line(out: &mut String, letters: &str, text: &Line) {
    runs(out, letters, &text.0);
}

fn runs(out: &mut String, letters: &str, runs: &[Run]) {
    for (index, piece) in runs.iter().enumerate() {
        match piece {
            Run::Words(words) => run(out, letters, words),
            Run::Typed(typed) => {
                // The order of the schema: the style, then weight, then proofing.
                let (letters, language) = xml::before_language(letters);
                run(out, &format!("{letters}<w:noProof/>{language}"), typed);
            }
            // A longer text starts a line, in its own language.
            Run::Other(language, other) => {
                let long = runs.iter().map(length).sum::<usize>() > SHORT;
                if index > 0 {
                    run(out, letters, if long { "\n" } else { BETWEEN });
                }
                self::runs(
                    out,
                    &format!("{letters}<w:lang w:val=\"{}\"/>", xml::language_tag(*language)),
                    other,
                );
            }
        }
    }
}
