//! The changes from one pack to another.

use crate::words;
use drive_screening_authoring::diff::Change;
use drive_screening_document::block::Line;
use drive_screening_document::write::Fragment;

/// Every change, each with its place in the pack; that there is none, where there is none.
pub(super) fn changes(page: &mut Fragment, changes: &[Change]) {
    if changes.is_empty() {
        return page.say(words::NOTHING_CHANGED, &[]);
    }
    let line =
        |change: &Change| Line::words(change.message.say(page.language())).then(format!(" ({})", change.at));
    let lines = changes.iter().map(line).collect();
    page.list(lines);
}
