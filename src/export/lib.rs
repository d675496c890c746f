//! Documents as files: PDF, Word and zip. Pure, and large: a program of its own links this, or the command line.
//!
//! ```text
//! Document -> write -> pdf  -> bytes
//!                   -> docx -> bytes
//! several  -> write_zip -> write of each -> zip
//! ```
//!
//! | module | holds |
//! |---|---|
//! | `pdf` | the blocks set in strips, the strips put on pages, the pages drawn, with the structure that screen readers follow |
//! | `docx` | the blocks as Office Open XML |
//! | `zip` | files put together, the same bytes for the same files |
//! | `words` | the words that stand in such files alone |
//! | `fonts/` | the letters of PDF files, which the caller reads and gives as [`Fonts`] |
//!
//! The content of a document is decided in [`drive_screening_document`]; nothing here reads a pack or an answer.

mod docx;
mod pdf;
mod words;
mod zip;

pub use pdf::Fonts;

use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::protocol::OPENED_MAX_BYTES;
use drive_screening_document::{
    Document, ExportFormat, ExportRequest, Format, OutputFile, file_name, opens, write_text, zip_name,
};

/// Writes a document, whole: the bytes of its file. The same document and fonts make the same bytes. Only PDF needs fonts.
///
/// # Errors
/// `fonts-missing`; `pdf-cannot-show`; `pdf-not-made` or `zip-not-made`, when a library refuses what it was given.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_export::write;
/// use drive_screening_document::{Format, Stamp, compose};
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
/// let word = write(&document, Format::Docx, None).map_err(|problem| vec![problem])?;
/// assert!(word.starts_with(b"PK"));
///
/// let problem = write(&document, Format::Pdf, None).unwrap_err();
/// assert_eq!(problem.code, "fonts-missing");
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn write(document: &Document, format: Format, fonts: Option<&Fonts>) -> Result<Vec<u8>, Problem> {
    write_watched(document, format, fonts, &|_| {})
}

/// Writes a document as [`write()`] does. `watch` hears now and then how far it is, in percent.
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
        Format::Html | Format::Json | Format::Text | Format::Markdown => {
            Ok(write_text(document, format).unwrap_or_default().into_bytes())
        }
    }
}

/// Writes several documents into one zip, each under its [`file_name`]. The parts stay files of their own, so that each
/// can be sent to its own readers. `watch` hears now and then how far it is, in percent.
///
/// # Errors
/// Those of [`write()`].
pub fn write_zip(
    documents: &[Document],
    format: Format,
    fonts: Option<&Fonts>,
    watch: &dyn Fn(usize),
) -> Result<Vec<u8>, Problem> {
    let write = |document: &Document, watch: &dyn Fn(usize)| write_watched(document, format, fonts, watch);
    archive(documents, format, write, watch)
}

/// Writes each document and puts it in a zip.
fn archive(
    documents: &[Document],
    format: Format,
    write: impl Fn(&Document, &dyn Fn(usize)) -> Result<Vec<u8>, Problem>,
    watch: &dyn Fn(usize),
) -> Result<Vec<u8>, Problem> {
    let mut files = Vec::with_capacity(documents.len());
    for (index, document) in documents.iter().enumerate() {
        let part = |percent| watch((100 * index + percent) / documents.len());
        files.push((file_name(document, format), write(document, &part)?));
    }
    zip::archive(files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])))
}

/// Writes what a job asks for. `watch` hears now and then how far that is, in percent.
///
/// # Errors
/// Those of [`write()`].
pub fn write_request(
    request: &ExportRequest,
    fonts: Option<&Fonts>,
    watch: &dyn Fn(usize),
) -> Result<OutputFile, Problem> {
    let documents = &request.documents;
    let pdf =
        |document: &Document, watch: &dyn Fn(usize)| pdf::write(document, fonts.ok_or_else(no_fonts)?, watch);
    let format = match request.format {
        ExportFormat::PdfZip => {
            let bytes = archive(documents, Format::Pdf, pdf, watch)?;
            return Ok(OutputFile { name: zip_name(documents), media_type: "application/zip", bytes });
        }
        ExportFormat::Pdf => Format::Pdf,
        ExportFormat::Docx => Format::Docx,
    };
    let mut made = OutputFile { name: String::new(), media_type: format.media_type(), bytes: Vec::new() };
    for document in documents {
        made.name = file_name(document, format);
        made.bytes = if format == Format::Pdf { pdf(document, watch)? } else { docx::write(document)? };
    }
    opens(made, OPENED_MAX_BYTES)
}

fn no_fonts() -> Problem {
    Problem::filled(
        "fonts-missing",
        "",
        Phrase::of(
            "the letters that PDF files are written in did not load",
            "ni lwythwyd y llythrennau y caiff ffeiliau PDF eu hysgrifennu ynddynt",
        ),
        Phrase::of(
            "save it as a web page or as plain text instead",
            "cadwch hi fel tudalen we neu fel testun plaen yn lle hynny",
        ),
        &[],
    )
}
