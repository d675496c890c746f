//! Writes documents as text: HTML, plain text and JSON. PDF and Word are written by `crate::export`.
//!
//! Each writer is a walk over the [blocks](super::block) and decides only how they look. `html` also writes the pieces of
//! pages that the composer makes, through `fragment`; `pdf_characters` knows without the fonts what a PDF can show, so
//! that the page can say so before one is made.

pub(in crate::document) mod fragment;
mod html;
pub(crate) mod json;
#[cfg(feature = "compose")]
pub mod pdf_characters;
mod text;

pub use html::{article, page, problems_html};

use crate::document::composed::Document;
use crate::document::format::Format;

/// The sheet of every HTML document: light, small and with nothing from elsewhere. The page's own sheet can include
/// it too, so that a preview looks as the file does.
pub const STYLE: &str = include_str!("document.css");

/// Writes a document as text, whole. `None` for the formats that are not text: those need fonts and the feature
/// `export`.
pub fn write_text(document: &Document, format: Format) -> Option<String> {
    match format {
        Format::Html => Some(html::page(document, STYLE)),
        Format::Json => Some(json::write(document)),
        Format::Text => Some(text::write(document)),
        Format::Docx | Format::Pdf => None,
    }
}
