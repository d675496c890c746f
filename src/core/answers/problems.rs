//! Problems that several readers of answers report.

use crate::base::problem::Problem;
use crate::base::text::{one_line, quoted};
use crate::base::words::Phrase;

/// That what was found is no date.
pub(super) fn no_such_date(at: &str, found: &str) -> Problem {
    Problem::filled(
        "sheet-no-such-date",
        at,
        Phrase::of("{0} is not a date", "nid yw {0} yn ddyddiad"),
        Phrase::of(
            "write a real date, like \"2026-11-21\"",
            "ysgrifennwch ddyddiad go iawn, fel \"2026-11-21\"",
        ),
        &[&quoted(found)],
    )
}

/// A name as a place shows it: one line of at most 64 characters.
pub(super) fn short(name: &str) -> String {
    one_line(name, 64)
}
