//! Reading in bounded memory: whole files, and lines of standard input.

use drive_screening::problem::Problem;
use drive_screening::words::Localized;
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

/// The most that is read of one sheet, line or pack, in bytes: as much as the library takes.
pub(crate) const MAX_BYTES: usize = drive_screening::answers::MAX_BYTES;

/// Reads a file, but never more than one byte beyond the limit.
///
/// # Errors
/// It cannot be read, is too large, or is not UTF-8.
pub(crate) fn file(path: &Path) -> Result<String, Vec<Problem>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| not_read(&error))?;
    text(bytes)
}

/// One line of input.
pub(crate) enum LineRead {
    /// A line, without its end.
    Line(Result<String, Vec<Problem>>),
    /// There is no more.
    End,
    /// There may be more, but it cannot be read.
    Broken(Vec<Problem>),
}

/// Reads the next line, keeping no more than one byte beyond the limit. What is longer is passed over.
pub(crate) fn line(input: &mut impl BufRead) -> LineRead {
    let mut kept = Vec::new();
    let mut any = false;
    loop {
        let chunk = match input.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return LineRead::Broken(not_read(&error)),
        };
        if chunk.is_empty() {
            return if any { LineRead::Line(text(kept)) } else { LineRead::End };
        }
        any = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let piece = &chunk[..end.unwrap_or(chunk.len())];
        let room = (MAX_BYTES + 1).saturating_sub(kept.len());
        kept.extend_from_slice(&piece[..piece.len().min(room)]);
        let used = end.map_or(chunk.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return LineRead::Line(text(kept));
        }
    }
}

/// The text of the bytes, without the mark that some editors put first.
fn text(bytes: Vec<u8>) -> Result<String, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        return Err(vec![Problem::new(
            "too-large",
            "",
            Localized::new("the input is larger than 4 MB", "mae'r mewnbwn yn fwy na 4 MB"),
            Localized::new("check that this is the right file", "gwiriwch mai dyma'r ffeil gywir"),
        )]);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        vec![Problem::new(
            "not-utf-8",
            format!("byte {place}"),
            Localized::new("the input is not UTF-8 text", "nid testun UTF-8 yw'r mewnbwn"),
            Localized::new("save it as UTF-8", "cadwch ef fel UTF-8"),
        )]
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

fn not_read(error: &io::Error) -> Vec<Problem> {
    vec![Problem::new(
        "not-read",
        "",
        Localized::new(
            format!("it could not be read: {error}"),
            format!("nid oedd modd ei ddarllen: {error}"),
        ),
        Localized::new("check the name and your rights", "gwiriwch yr enw a'ch hawliau"),
    )]
}
