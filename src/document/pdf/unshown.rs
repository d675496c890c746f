//! What the fonts do not have: said beforehand, and in the document itself where it begins.

use super::face::{Fonts, REPLACEMENT};
use super::set::is_unfit;
use crate::document::block::{Block, Line, Row};
use crate::document::{Document, bilingual, file_words};
use crate::words::Language;
use std::fmt::Write;

/// How many characters the document names.
const NAMED: usize = 12;

/// The characters of the document that the PDF cannot show, each once, in order of their codes. Tell people before it
/// is made: HTML and Word hold them.
pub fn uncovered(document: &Document, fonts: &Fonts) -> Vec<char> {
    let mut seen = Vec::new();
    let mut see = |text: &str| {
        seen.extend(text.chars().filter(|c| is_unfit(*c) || !(fonts.has(*c) || is_space(*c))));
    };
    see(&document.marking);
    see(&document.title);
    document.blocks.iter().for_each(|block| texts(block, &mut see));
    seen.sort_unstable();
    seen.dedup();
    seen
}

/// The white space that is set as a space or a line end.
fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The blocks, with a note on what cannot be shown after those that say which case it is.
pub(super) fn explained(document: &Document, fonts: &Fonts) -> Vec<Block> {
    let mut blocks = document.blocks.clone();
    let characters = uncovered(document, fonts);
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

/// Every text of a block.
fn texts(block: &Block, see: &mut impl FnMut(&str)) {
    let mut lines = |lines: &[Line]| lines.iter().for_each(|line| see(&line.text()));
    match block {
        Block::Heading(_, line) | Block::Paragraph(line) | Block::Verdict(line) => {
            lines(std::slice::from_ref(line));
        }
        Block::Rows(rows) | Block::Reasons(rows) => {
            for Row { label, value } in rows {
                lines(std::slice::from_ref(label));
                lines(value);
            }
        }
        Block::List(items) => lines(items),
        Block::Table(table) => {
            table.rows.iter().for_each(|row| lines(row));
            lines(&table.heads);
            lines(table.caption.as_slice());
        }
        Block::Marking(text) => see(text),
        Block::Tags(tags) => lines(tags),
        Block::Actions(actions) => {
            for action in actions {
                see(&action.act.text());
                see(&action.why.text());
            }
        }
        Block::Note(title, blocks) => {
            if let Some(title) = title {
                see(&title.text());
            }
            for block in blocks {
                texts(block, see);
            }
        }
        Block::Code(_) | Block::NewPage => {}
    }
}
