//! A file that comes back: a draft to go on with, or the record of a referral, as HTML for the page "Open a file".
//!
//! ```text
//! file -> draft or answer sheet -> the answers, for the page
//!      -> record -> whole or altered -> its screening run again -> its contents -> HTML
//! ```
//!
//! The HTML is safe for `innerHTML`, with headings from the second level. It is made in the composer, so that the page does
//! not carry it.

mod contents;
mod criteria;
mod names;
mod record;
mod screening_again;
mod words;

pub use record::{Difference, Record, ScreeningAgain, verify};

use crate::block::{Line, Row};
use crate::compose::record_digest::grouped;
use crate::criteria::Criteria;
use crate::words as common;
use crate::write::Fragment;
use crate::write::problems_html;
use criteria::NamedCriteria;
use drive_screening_core::answers::AnswerSheet;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::Draft;

/// The contents of a file.
#[derive(Clone, Debug)]
pub enum OpenedFile {
    /// A draft or an answer sheet for these criteria.
    Draft(Box<Draft>),
    /// A record of a referral, as HTML.
    Record(String),
    /// Neither, or one with something wrong: all of it, as HTML.
    Refused(Localized),
}

/// Opens a file, given as text: a draft, an answer sheet, our JSON, or a PDF with it attached.
pub fn open(criteria: &Criteria, file: &str, today: Date, language: Language) -> OpenedFile {
    // A mark that some editors put first.
    let file = file.trim_start_matches('\u{feff}');
    let record = || OpenedFile::Record(record_html(criteria, file, language));
    if file.starts_with("%PDF-") {
        return record();
    }
    let json = match AnswerSheet::json(file) {
        Ok(json) if is_record(&json) => return record(),
        json => json,
    };
    let pack = &criteria.pack;
    let read = json.and_then(|json| {
        if Draft::is_draft(&json) {
            return Draft::read(pack, json, today);
        }
        let sheet = AnswerSheet::from_json_tree(json)?;
        let renewed = sheet.renewed(pack);
        Ok(Draft { renewed, ..Draft::of_answers(pack, sheet.read_by(pack, today)?, sheet.reference) })
    });
    match read {
        Ok(draft) => OpenedFile::Draft(Box::new(draft)),
        Err(problems) => OpenedFile::Refused(Localized::each(|language| refused(&problems, language))),
    }
}

/// Whether JSON is to be read as a record, and not as an answer sheet: it says itself that it is a referral, of whatever
/// version. [`record_html`] says what is wrong with it if it is none.
fn is_record(json: &Json) -> bool {
    json.get("format").and_then(Json::as_str).is_some_and(|format| format.starts_with("referral/"))
}

/// The problems of a file that is no sheet for these criteria. Those that only its maker can use are folded away.
fn refused(problems: &[Problem], language: Language) -> String {
    let list = ["<ul class=\"govuk-list govuk-list--bullet\">", &problems_html(problems, language), "</ul>"]
        .concat();
    if !problems.iter().any(is_no_sheet) {
        return list;
    }
    let said = |words: Phrase| words.say(language);
    [
        "<p>",
        said(words::NO_SHEET),
        "</p><details class=\"govuk-details\"><summary class=\"govuk-details__summary\">",
        said(words::WHAT_IS_WRONG),
        "</summary><div class=\"govuk-details__text\">",
        &list,
        "</div></details>",
    ]
    .concat()
}

/// Whether the file is something else altogether.
fn is_no_sheet(problem: &Problem) -> bool {
    matches!(problem.code, "sheet-not-json" | "sheet-wrong-kind" | "sheet-missing" | "sheet-format")
}

/// The record in a file given as text: our JSON, or a PDF with it attached. Bytes of a PDF that are no text may have been
/// replaced, as a browser does when it reads a file as text: the data attached are text and stay as they are.
fn record_html(criteria: &Criteria, file: &str, language: Language) -> String {
    let mut page = Fragment::new(language);
    match verify(file.as_bytes()) {
        Ok(record) => {
            let named = NamedCriteria::find(criteria, &record);
            whole(&mut page, &record, file.starts_with("%PDF-"));
            identity(&mut page, &record, named.as_ref());
            screening_again::screening_again(&mut page, &record, named.as_ref());
            contents::contents(&mut page, &record, named.as_ref());
        }
        Err(problem) => {
            page.heading(words::NOT_OPENED);
            page.problems(&[problem]);
        }
    }
    page.end()
}

/// Whether nothing was changed, and the worth of that.
fn whole(page: &mut Fragment, record: &Record, from_pdf: bool) {
    if record.whole {
        page.heading(words::WHOLE);
        page.say(words::WHOLE_MEANS, &[]);
    } else {
        page.heading(words::ALTERED);
        page.say(words::ALTERED_MEANS, &[]);
    }
    if from_pdf {
        page.say(words::FROM_PDF, &[]);
    }
}

/// Which record it is, and by which criteria it was made.
fn identity(page: &mut Fragment, record: &Record, named: Option<&NamedCriteria>) {
    let language = page.language();
    let title = match named {
        Some(named) => named.pack.part_words(record.part).title.say(language),
        None => common::PARTS[record.part as usize].say(language),
    };
    let pack = format!(
        "{}, {} {}",
        record.text("/pack/id"),
        common::VERSION.say(language),
        record.text("/pack/version")
    );
    let made = [common::MADE_ON.say(language), " ", &day(record.text("/made_on"), language)].concat();
    let mut rows = vec![
        Row::new(words::PART.say(language), Line::words(title)),
        Row::new(
            common::REFERENCE.say(language),
            Line::typed(record.text("/reference")).then(", ").then(made),
        ),
        Row::new(common::SCREENED_ON.say(language), Line::typed(day(record.text("/screened_on"), language))),
        Row::new(common::PACK.say(language), Line::typed(pack)),
        Row::new(common::DIGEST.say(language), Line::typed(grouped(record.text("/pack/digest")))),
        Row::new(common::TOOL.say(language), Line::typed(record.text("/tool"))),
        Row::new(common::RECORD_DIGEST.say(language), Line::typed(grouped(&record.digest))),
    ];
    if !record.whole {
        rows.push(Row::new(words::DIGEST_NOW.say(language), Line::words(grouped(&record.now))));
    }
    page.rows(rows);
}

/// A day in words; a text that is no day as it stands.
fn day(text: &str, language: Language) -> String {
    Date::parse(text).map_or_else(|| text.to_owned(), |date| date.in_words(language))
}
