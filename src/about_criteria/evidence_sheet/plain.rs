//! The plain blocks that the sheet is made of.

use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_document::block::{Block, Line};

/// A heading.
pub(super) fn heading(level: u8, words: Phrase, language: Language) -> Block {
    Block::Heading(level, Line::words(words.say(language)))
}

/// A heading of the third level with a number in it.
pub(super) fn counted(words: Phrase, count: usize, language: Language) -> Block {
    Block::Heading(3, Line::words(words.fill(&[&count.to_string()]).say(language)))
}

/// A paragraph.
pub(super) fn paragraph(words: Phrase, language: Language) -> Block {
    Block::Paragraph(Line::words(words.say(language)))
}
