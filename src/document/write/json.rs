//! A document as its data, `referral/1`.

use crate::composed::Document;
use drive_screening_core::base::json::write_indented;

/// Writes the data, indented, keys in order, with a line end.
pub fn write(document: &Document) -> String {
    let mut out = write_indented(&document.data);
    out.push('\n');
    out
}
