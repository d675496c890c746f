//! Files in one zip, the same bytes for the same files: no clock, no rights, no names of a machine.

use ::zip::result::ZipError;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use std::io::{Cursor, Write};

const NOT_MADE: Phrase = Phrase::of(
    "the files could not be put together ({0})",
    "nid oedd modd rhoi'r ffeiliau at ei gilydd ({0})",
);
const ONE_BY_ONE: Phrase = Phrase::of(
    "make each document by itself, as PDF, HTML, plain text or JSON",
    "lluniwch y dogfennau fesul un, fel PDF, HTML, testun plaen neu JSON",
);

/// The files, by name, in their order.
///
/// # Errors
/// `zip-not-made`, when the library refuses a name or a size.
pub(super) fn archive<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, Problem> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let made = || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(name, options)?;
            zip.write_all(bytes)?;
        }
        zip.finish().map(Cursor::into_inner)
    };
    made().map_err(|error: ZipError| {
        Problem::filled("zip-not-made", "", NOT_MADE, ONE_BY_ONE, &[&error.to_string()])
    })
}
