//! The documents as files, in every format. Large: a program of its own links this, or the command line.

pub use super::pdf::Fonts;

use super::{Document, Format, docx, file_name, pdf, write_text, zipped};
use crate::problem::Problem;
use crate::words::Words;

/// Writes a document, whole: the bytes of its file. The same document and fonts make the same bytes. Only PDF needs fonts.
///
/// # Errors
/// `fonts-missing`; `pdf-cannot-show`; `pdf-not-made` or `zip-not-made`, when a library refuses what it was given.
///
/// # Examples
/// ```
/// # use drive_screening::answers::AnswerSheet;
/// use drive_screening::document::files::write;
/// use drive_screening::document::{Format, Stamp, compose};
/// # use drive_screening::pack::{Pack, Part};
/// # use drive_screening::screening::screen;
/// # use drive_screening::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// # let stamp =
/// #     Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: answers.screened_on, language: Language::En };
/// let document = compose(&pack, &answers, &screen(&pack, &answers), Part::Panel, &stamp);
/// let word = write(&document, Format::Docx, None).map_err(|problem| vec![problem])?;
/// assert!(word.starts_with(b"PK"));
///
/// let problem = write(&document, Format::Pdf, None).unwrap_err();
/// assert_eq!(problem.code, "fonts-missing");
/// # Ok::<(), Vec<drive_screening::problem::Problem>>(())
/// ```
pub fn write(document: &Document, format: Format, fonts: Option<&Fonts>) -> Result<Vec<u8>, Problem> {
    write_watched(document, format, fonts, &|_| {})
}

/// Writes a document as [`write()`] does. `watch` is told now and then how far it is, in percent.
///
/// # Errors
/// Those of [`write()`].
pub fn write_watched(
    document: &Document,
    format: Format,
    fonts: Option<&Fonts>,
    watch: &dyn Fn(usize),
) -> Result<Vec<u8>, Problem> {
    match format {
        Format::Pdf => pdf::write(document, fonts.ok_or_else(no_fonts)?, watch),
        Format::Docx => docx::write(document),
        Format::Html | Format::Json | Format::Text => {
            Ok(write_text(document, format).unwrap_or_default().into_bytes())
        }
    }
}

/// Writes several documents into one zip, each under its [`file_name`]. The parts stay files of their own, so that each
/// can be sent to its own readers. `watch` is told now and then how far it is, in percent.
///
/// # Errors
/// Those of [`write()`].
pub fn write_zip(
    documents: &[Document],
    format: Format,
    fonts: Option<&Fonts>,
    watch: &dyn Fn(usize),
) -> Result<Vec<u8>, Problem> {
    let mut files = Vec::with_capacity(documents.len());
    for (index, document) in documents.iter().enumerate() {
        let part = |percent| watch((100 * index + percent) / documents.len());
        files.push((file_name(document, format), write_watched(document, format, fonts, &part)?));
    }
    zipped::zip(files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])))
}

fn no_fonts() -> Problem {
    Problem::filled(
        "fonts-missing",
        "",
        Words::of(
            "the letters that PDF files are written in did not load",
            "ni lwythwyd y llythrennau y caiff ffeiliau PDF eu hysgrifennu ynddynt",
        ),
        Words::of(
            "save it as a web page or as plain text instead",
            "cadwch hi fel tudalen we neu fel testun plaen yn lle hynny",
        ),
        &[],
    )
}
