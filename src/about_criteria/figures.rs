//! The settings of a pack in words.

use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Pack, Setting, SourceId};
use drive_screening_document::block::{Line, Row};

/// A setting: its value, where that comes from, and whether somebody has still to sign it off.
pub(super) fn setting(pack: &Pack, setting: &Setting, language: Language) -> Row {
    let mut value = vec![Line::words(pack.say_setting(&setting.value, language))];
    value.push(sourced(pack, &setting.source, language));
    if setting.proposed {
        value.push(Line::words(words::PROPOSED.say(language)));
    }
    Row { label: Line::words(setting.label.say(language)), value }
}

/// Where something comes from, and when somebody last looked.
pub(super) fn sourced(pack: &Pack, id: &SourceId, language: Language) -> Line {
    let Some(source) = pack.source(id) else { return Line::default() };
    let checked = source.checked.in_words(language);
    Line::words(words::SOURCED.fill(&[source.title.say(language), &checked]).say(language))
}
