//! What a sealed file holds.

use drive_screening_core::base::json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::protocol::OPENED_MAX_BYTES;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most files of one sealed file: a referral has three parts.
const MOST_FILES: usize = 8;

/// The longest name of a file, in bytes.
const LONGEST_NAME: usize = 100;

/// A document that came sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// The name of its file.
    pub name: String,
    /// The file itself.
    pub bytes: Vec<u8>,
}

impl OpenedFile {
    /// It as text, as "Open a file" reads it. Bytes of a PDF that are no text are replaced: the data attached are text and stay as they
    /// are.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        if is_pdf(&self.bytes) { "application/pdf" } else { "application/json" }
    }
}

/// The documents in what was sealed as a file of this name: a PDF, a record as JSON, or a zip of them.
///
/// # Errors
/// `desk-draft` if it is work that somebody saved; `desk-damaged` if it is a zip that cannot be read; `desk-contents` if it is
/// anything else, or holds more than a referral does.
///
/// # Examples
/// ```
/// let pdf = drive_screening_panel_desk::contents("K7Q2-M9XD-panel.pdf.age", b"%PDF-2.0")?;
/// assert_eq!(pdf[0].name, "K7Q2-M9XD-panel.pdf");
/// assert_eq!(drive_screening_panel_desk::contents("a.age", b"hello").unwrap_err().code, "desk-contents");
/// # Ok::<(), drive_screening_core::base::problem::Problem>(())
/// ```
pub fn contents(name: &str, content: &[u8]) -> Result<Vec<OpenedFile>, Problem> {
    if content.starts_with(b"PK") {
        return unzipped(content);
    }
    let name = name.strip_suffix(".age").filter(|name| is_plain(name)).unwrap_or("referral").to_owned();
    document(name, content.to_vec()).map(|file| vec![file])
}

fn document(name: String, bytes: Vec<u8>) -> Result<OpenedFile, Problem> {
    if bytes.len() > OPENED_MAX_BYTES {
        return Err(no_referral());
    }
    if !is_pdf(&bytes) {
        let format = std::str::from_utf8(&bytes).ok().and_then(|text| json::parse(text).ok());
        let format = format.as_ref().and_then(|json| json.get("format")?.as_str());
        match format {
            Some(format) if format.starts_with("referral/") => {}
            Some(format) if ["draft/", "details/", "answers/"].iter().any(|one| format.starts_with(one)) => {
                return Err(draft());
            }
            _ => return Err(no_referral()),
        }
    }
    Ok(OpenedFile { name, bytes })
}

fn unzipped(content: &[u8]) -> Result<Vec<OpenedFile>, Problem> {
    let mut zip = ZipArchive::new(Cursor::new(content)).map_err(|_| damaged())?;
    if zip.is_empty() || zip.len() > MOST_FILES {
        return Err(no_referral());
    }
    let mut files: Vec<OpenedFile> = Vec::with_capacity(zip.len());
    // Of all of them together: packed small, eight of the largest would be more memory than a page has.
    let mut left = OPENED_MAX_BYTES;
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).map_err(|_| damaged())?;
        let name = entry.name().map_err(|_| damaged())?.into_owned();
        if !is_plain(&name) || files.iter().any(|file| file.name == name) {
            return Err(no_referral());
        }
        let mut bytes = Vec::new();
        entry.by_ref().take(left as u64 + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        left = left.checked_sub(bytes.len()).ok_or_else(no_referral)?;
        files.push(document(name, bytes)?);
    }
    Ok(files)
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// Whether a file can be saved under this name and none else is meant by it.
fn is_plain(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    !name.is_empty() && name.len() <= LONGEST_NAME && !name.starts_with('.') && name.bytes().all(allowed)
}

fn no_referral() -> Problem {
    Problem::filled(
        "desk-contents",
        "",
        Phrase::of(
            "the file opened, but what is in it is no referral",
            "agorodd y ffeil, ond nid atgyfeiriad sydd ynddi",
        ),
        Phrase::of(
            "ask whoever sent it what it is; do not open it elsewhere",
            "gofynnwch i bwy bynnag a'i hanfonodd beth ydyw; peidiwch â'i hagor yn rhywle arall",
        ),
        &[],
    )
}

fn draft() -> Problem {
    Problem::filled(
        "desk-draft",
        "",
        Phrase::of(
            "this is work that somebody saved to go on with, and no referral",
            "gwaith a gadwodd rhywun i fynd ymlaen ag ef yw hwn, ac nid atgyfeiriad",
        ),
        Phrase::of(
            "ask whoever sent it to make the documents and seal those",
            "gofynnwch i bwy bynnag a'i hanfonodd lunio'r dogfennau a selio'r rheini",
        ),
        &[],
    )
}

fn damaged() -> Problem {
    Problem::filled(
        "desk-damaged",
        "",
        Phrase::of(
            "the file opened, but the documents in it cannot be taken out",
            "agorodd y ffeil, ond ni ellir tynnu'r dogfennau sydd ynddi",
        ),
        Phrase::of("ask for it to be sent again", "gofynnwch am gael ei hanfon eto"),
        &[],
    )
}
