//! A document as its data, `referral/1`.

use crate::document::composed::Document;
use crate::json::write_indented;

/// Writes the data, indented, keys in order, with a line end.
pub(crate) fn write(document: &Document) -> String {
    let mut out = write_indented(&document.data);
    out.push('\n');
    out
}
