//! Writes documents as text: HTML, plain text, Markdown and JSON. PDF and Word are written by `drive_screening_export`.
//!
//! Each writer is a walk over the [blocks](super::block) and decides only how they look. `html` also writes the pieces of
//! pages that the composer makes, through `fragment`; `pdf_characters` knows without the fonts what a PDF can show, so
//! that the page can say so before one is made.

mod fragment;
mod html;
mod html_text;
pub mod json;
mod markdown;
pub mod pdf_characters;
mod text;
mod timeline;

pub use fragment::Fragment;
pub use html::{article, page, problems_html};
pub(crate) use html_text::escape;

use crate::composed::Document;
use drive_screening_core::protocol::Format;

/// The sheet of every HTML document: light, small and with nothing from elsewhere. The page's own sheet can include
/// it too, so that a preview looks as the file does.
pub const STYLE: &str = include_str!("document.css");

/// Writes a document as text, whole. `None` for the formats that are not text: those are made by
/// `drive_screening_export`.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_document::{Format, Stamp, compose, write_text};
/// # use drive_screening_core::pack::{Pack, Part};
/// # use drive_screening_core::screening::screen;
/// # use drive_screening_core::base::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// # let stamp =
/// #     Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: answers.screened_on, language: Language::En };
/// let document = compose(&pack, &answers, &screen(&pack, &answers), Part::Panel, &stamp);
/// assert!(write_text(&document, Format::Text).is_some_and(|text| text.contains("K7Q2-M9XD")));
/// assert_eq!(write_text(&document, Format::Pdf), None);
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn write_text(document: &Document, format: Format) -> Option<String> {
    match format {
        Format::Markdown => Some(markdown::write(document)),
        _ => page_text(document, format),
    }
}

/// The same for what a page can ask for: of Markdown, which is for the command line, its program carries no writer.
pub(crate) fn page_text(document: &Document, format: Format) -> Option<String> {
    match format {
        Format::Html => Some(html::page(document, STYLE)),
        Format::Json => Some(json::write(document)),
        Format::Text => Some(text::write(document)),
        Format::Docx | Format::Pdf | Format::Markdown => None,
    }
}
