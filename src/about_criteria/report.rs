//! The findings of the check of a pack, for the people who answer for the criteria.

use crate::{sheet, words};
use drive_screening_authoring::check::{self, Finding, Report, Severity};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use drive_screening_document::Criteria;
use drive_screening_document::block::{Line, Row};
use drive_screening_document::write::Fragment;

/// The check of the criteria as of a day: whether they pass, every finding with its example, and a smallest sheet for
/// each outcome.
pub fn report_html(criteria: &Criteria, day: Date, language: Language) -> String {
    let mut page = Fragment::new(language);
    page.heading(words::REPORT);
    match check::check(&criteria.pack.to_json(), day) {
        Ok((pack, report)) => {
            findings(&mut page, &pack, &report);
            page.heading(words::REACHED);
            let reached = report.reached.iter().map(|reached| {
                let sentence = pack.outcome_text(&reached.outcome).sentence.say(language);
                Row::new(sentence, sheet::in_words(&[&pack], &reached.sheet, language))
            });
            page.rows(reached.collect());
        }
        Err(problems) => page.problems(&problems),
    }
    page.end()
}

/// Whether the criteria pass, and every finding.
pub(super) fn findings(page: &mut Fragment, pack: &Pack, report: &Report) {
    let language = page.language();
    page.say(if report.passes() { words::PASSES } else { words::FAILS }, &[]);
    let (problems, notes): (Vec<_>, Vec<_>) =
        report.findings.iter().partition(|finding| finding.severity == Severity::Problem);
    for (title, found) in [(words::PROBLEMS, problems), (words::NOTES, notes)] {
        page.heading_of(title, &[found.len().to_string()]);
        page.rows(found.into_iter().map(|finding| row(pack, finding, language)).collect());
    }
}

/// A finding: its message, its place, the next step, and the sheets that show it.
pub(super) fn row(pack: &Pack, finding: &Finding, language: Language) -> Row {
    let problem = &finding.problem;
    let mut value = vec![Line::words(problem.at.as_str()), Line::words(problem.next_step.say(language))];
    for example in &finding.examples {
        let line = Line::words(words::EXAMPLE.say(language)).then(" ");
        value.push(line.join(sheet::in_words(&[pack], example, language)));
    }
    Row { label: Line::words(problem.message.say(language)), value }
}
