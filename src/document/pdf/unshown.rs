//! What the fonts do not have: said beforehand, and in the document itself where it begins.

use super::face::REPLACEMENT;
use crate::document::block::{Block, Line};
use crate::document::covered::uncovered;
use crate::document::{Document, bilingual, file_words};
use crate::words::Language;
use std::fmt::Write;

/// How many characters the document names.
const NAMED: usize = 12;

/// The blocks, with a note on what cannot be shown after those that say which case it is.
pub(super) fn explained(document: &Document) -> Vec<Block> {
    let mut blocks = document.blocks.clone();
    let characters = uncovered(document);
    if !characters.is_empty() {
        let at = blocks.iter().position(|block| matches!(block, Block::Rows(_))).map_or(0, |at| at + 1);
        let note = |language| vec![note(language, &characters)];
        let notes = match document.other {
            Some(other) => bilingual::both(other, note(document.language), note(other)),
            None => note(document.language),
        };
        blocks.splice(at..at, notes);
    }
    blocks
}

fn note(language: Language, characters: &[char]) -> Block {
    let mut codes = String::new();
    for c in characters.iter().take(NAMED) {
        let _ = write!(codes, "{}U+{:04X}", if codes.is_empty() { "" } else { ", " }, u32::from(*c));
    }
    if characters.len() > NAMED {
        let _ = write!(codes, ", {} {}", file_words::AND_MORE.say(language), characters.len() - NAMED);
    }
    let text = format!(
        "{} {REPLACEMENT}. {} {codes}.",
        file_words::NOT_SHOWN.say(language),
        file_words::NOT_SHOWN_WHERE.say(language)
    );
    Block::Note(None, vec![Block::Paragraph(Line::words(text))])
}
