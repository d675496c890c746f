//! Whatever a file holds that comes back to the page, it is a draft, a record as HTML or a refusal in words, and nothing panics.

#![no_main]

use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Pack, builtin};
use drive_screening_core::site::Site;
use drive_screening_document::Criteria;
use drive_screening_document::record_file::{OpenedFile, open};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

fuzz_target!(|file: &str| {
    static CRITERIA: OnceLock<Criteria> = OnceLock::new();
    let criteria = CRITERIA.get_or_init(|| Criteria {
        site: Site::default(),
        pack: Pack::builtin("default").expect("a pack that ships"),
        source: builtin::source("default").unwrap_or_default().to_owned(),
    });
    let today = Date::parse("2026-11-29").expect("a day");
    match open(criteria, file, today, Language::En) {
        OpenedFile::Draft(draft) => {
            let _ = draft.form();
        }
        OpenedFile::Record(html) => assert!(!html.contains("<script")),
        OpenedFile::Refused(html) => assert!(!html.en.contains("<script") && !html.cy.contains("<script")),
    }
});
