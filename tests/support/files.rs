//! Files as they are written, taken apart again.

use super::pdf;
use drive_screening::document::{Document, Format};
use drive_screening::export::{Fonts, write};
use std::io::Read;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The fonts of the repository.
pub fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    let file = |name: &str| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/export/fonts");
        std::fs::read(folder.join(name)).unwrap()
    };
    Some(FONTS.get_or_init(|| Fonts::new(file("NotoSans-Regular.ttf"), file("NotoSans-Bold.ttf")).unwrap()))
}

/// The files of a zip, by name.
pub fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// All that a PDF and a Word file of a document say, drawn, attached, as metadata or as the name of a part.
pub fn everything_said(document: &Document) -> Vec<String> {
    let bytes = write(document, Format::Pdf, fonts()).unwrap();
    let mut said = pdf::readings(&bytes);
    for piece in pdf::unpacked(&bytes) {
        said.push(String::from_utf8_lossy(&piece).into_owned());
        // Names and titles may be in sixteen bits.
        said.push(piece.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect());
    }
    for (name, bytes) in unzipped(&write(document, Format::Docx, fonts()).unwrap()) {
        said.push(name);
        said.push(String::from_utf8(bytes).unwrap());
    }
    said
}
