//! The worked cases of a pack, run.

use crate::{report, words};
use drive_screening_authoring::check;
use drive_screening_core::base::words::Language;
use drive_screening_document::Criteria;
use drive_screening_document::block::{Line, Row};
use drive_screening_document::write::Fragment;

/// Every worked case with how it came out.
pub fn cases_html(criteria: &Criteria, language: Language) -> String {
    let mut page = Fragment::new(language);
    page.heading(words::CASES);
    match check::run_cases(&criteria.pack.to_json()) {
        Ok(cases) if cases.is_empty() => page.say(words::NO_CASES, &[]),
        Ok(cases) => {
            let well = cases.iter().filter(|case| case.findings.is_empty()).count();
            page.say(words::CASES_RUN, &[well.to_string(), cases.len().to_string()]);
            let mut rows = Vec::new();
            for case in &cases {
                let title = case.title.say(language);
                let label = Line::words(if title.is_empty() { &case.id } else { title });
                let mut value = Vec::new();
                for finding in &case.findings {
                    let found = report::row(&criteria.pack, finding, language);
                    value.push(found.label);
                    value.extend(found.value);
                }
                if value.is_empty() {
                    value.push(Line::words(words::AS_EXPECTED.say(language)));
                }
                rows.push(Row { label, value });
            }
            page.rows(rows);
        }
        Err(problems) => page.problems(&problems),
    }
    page.end()
}
