//! The note at the head of a document on the characters that the fonts do not have.

use super::font::REPLACEMENT;
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_document::Document;
use drive_screening_document::block::{Block, Line};
use drive_screening_document::compose::bilingual;
use drive_screening_document::write::pdf_characters;
use std::fmt::Write;

/// How many characters the document names.
const NAMED: usize = 12;

/// The blocks, with the note after those that say which case it is, where anything cannot be shown.
pub(super) fn with_note(document: &Document) -> Vec<Block> {
    let mut blocks = document.blocks.clone();
    let characters = pdf_characters::missing(document);
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
        let _ = write!(codes, ", {} {}", words::AND_MORE.say(language), characters.len() - NAMED);
    }
    let text = format!(
        "{} {REPLACEMENT}. {} {codes}.",
        words::NOT_SHOWN.say(language),
        words::NOT_SHOWN_WHERE.say(language)
    );
    Block::Note(None, vec![Block::Paragraph(Line::words(text))])
}
