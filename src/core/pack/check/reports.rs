//! Problems that several checks report.

use crate::base::words::Phrase;
use crate::pack::read_rules::unknown_at;
use crate::pack::reader::Problems;
use crate::pack::{Pack, SourceId};

/// Reports a fact that a rule names and nothing asks.
pub(super) fn unknown_fact(problems: &Problems<'_>, at: &str, fact: &str, pack: &Pack) {
    unknown_at(problems, at, fact, &mut pack.places.facts());
}

pub(super) fn twice(problems: &Problems<'_>, at: &str, name: &str) {
    problems.add(
        "pack-twice",
        at,
        Phrase::of("`{0}` is defined twice", "mae `{0}` wedi'i ddiffinio ddwywaith"),
        Phrase::of("rename one of them", "ailenwch un ohonynt"),
        &[name],
    );
}

pub(super) fn misplaced(
    problems: &Problems<'_>,
    at: &str,
    message: Phrase,
    next_step: Phrase,
    arguments: &[&str],
) {
    problems.add("pack-misplaced", at, message, next_step, arguments);
}

pub(super) fn unknown_source(problems: &Problems<'_>, at: &str, source: &SourceId) {
    misplaced(
        problems,
        at,
        Phrase::of("no source is called `{0}`", "nid oes ffynhonnell o'r enw `{0}`"),
        Phrase::of("add it to `sources`", "ychwanegwch hi at `sources`"),
        &[source.as_str()],
    );
}
