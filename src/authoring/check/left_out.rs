//! Questions that the program knows by name and the pack does not ask.

use super::findings::{Finding, Findings, Severity};
use super::subject::Subject;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::well_known::WELL_KNOWN;

/// Notes each: such a pack loads, and some of the program's work is left out of its referrals.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let pack = subject.pack;
    for known in &WELL_KNOWN {
        let in_group = pack.group_of(known.fact).is_some();
        if pack.question(known.fact).is_some_and(|question| known.sought.finds(question, in_group)) {
            continue;
        }
        let [sought, loss] = [known.sought.words(), known.loss];
        findings.push(Finding::new(
            Severity::Note,
            "question-left-out",
            "sections",
            Phrase::of("nothing called `{0}` is asked as {1}, so {2}", "ni ofynnir dim o'r enw `{0}` fel hyn: {3}; felly {4}"),
            Phrase::of(
                "leave it if referrals do without; otherwise ask it so, under this name",
                "gadewch ef os yw atgyfeiriadau'n gwneud hebddo; fel arall gofynnwch ef felly, o dan yr enw hwn",
            ),
            &[known.fact, sought.en, loss.en, sought.cy, loss.cy],
        ));
    }
}
