//! The names of the files that documents are written to.

use crate::composed::Document;
use drive_screening_core::pack::Part;
use drive_screening_core::protocol::Format;

/// The name of a document's file: the reference and the part, such as `K7Q2-M9XD-panel.html`, and nothing that was
/// answered. Anything in the reference but ASCII letters, digits and `-` is left out.
pub fn file_name(document: &Document, format: Format) -> String {
    format!("{}-{}.{}", safe(&document.reference), document.kind(), format.name())
}

/// The name of a file that holds several documents of a referral: `K7Q2-M9XD.zip` of all three parts, `K7Q2-M9XD-panel-handling.zip` of
/// two.
pub fn zip_name(documents: &[Document]) -> String {
    let reference = documents.first().map_or("", |document| &document.reference);
    let mut name = safe(reference);
    if documents.len() < Part::ALL.len() {
        for document in documents {
            name.extend(["-", document.kind()]);
        }
    }
    name + ".zip"
}

pub(crate) fn safe(reference: &str) -> String {
    reference.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}
