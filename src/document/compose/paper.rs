//! How much room text takes on paper: an estimate on the safe side, as only the writer of a PDF file has fonts.
//!
//! A letter is counted as the fonts of documents have it on average, and wider ones as more. `tests/suite/page_one.rs` holds
//! the estimate against the pages of the files themselves.

use crate::block::{Block, Line, Row};
use crate::words;
use drive_screening_core::base::words::Language;

/// What a side has room for, in points.
const ROOM: f32 = 730.0;
/// From one line to the next.
const LINE: f32 = 12.0;
/// How much a line holds, in sizes of its letters: of text; of a verdict; of a value beside its label; of such a label.
const TEXT: f32 = 48.8;
const VERDICT: f32 = 32.0;
const VALUE: f32 = 41.4;
const LABEL: f32 = 9.0;
/// The usual letter.
const USUAL: f32 = 0.5;

/// Whether blocks stand on so many sides. Only those that a first page has are measured.
pub(super) fn fits(blocks: &[Block], sides: f32) -> bool {
    height(blocks) <= ROOM * sides
}

fn height(blocks: &[Block]) -> f32 {
    blocks.iter().map(of_block).sum()
}

fn of_block(block: &Block) -> f32 {
    match block {
        Block::Heading(1, _) => 28.0,
        Block::Heading(..) => 26.0,
        Block::Paragraph(line) => lines(line, TEXT) * LINE + 4.0,
        Block::Verdict(line) => lines(line, VERDICT) * 17.0 + 34.0,
        Block::Summary(rows) => rows.iter().map(of_row).sum::<f32>() + 11.0,
        Block::Actions(actions) => {
            let each = |line: &Line| lines(line, TEXT - 1.0) * LINE;
            actions.iter().map(|action| each(&action.act) + each(&action.why) + 12.0).sum::<f32>() + 14.0
        }
        Block::Note(title, inner) => height(inner) + if title.is_some() { 33.0 } else { 18.0 },
        // Marked in the margin, or not of a first page.
        _ => 0.0,
    }
}

fn of_row(row: &Row) -> f32 {
    let (first, other) = row.label.both();
    let label = count(&first.text(), LABEL) + other.map_or(0.0, |(_, other)| count(&other.text(), LABEL));
    label.max(row.value.iter().map(|line| lines(line, VALUE)).sum()) * LINE + 3.6
}

/// How many lines a line takes, the two languages of it side by side.
fn lines(line: &Line, room: f32) -> f32 {
    let (first, other) = line.both();
    match other {
        None => count(&first.text(), room),
        Some((_, other)) => count(&first.text(), room / 2.1).max(count(&other.text(), room / 2.1)),
    }
}

fn count(text: &str, room: f32) -> f32 {
    let paragraph = |text: &str| {
        let (mut full, mut at) = (1.0, 0.0);
        for word in text.split_inclusive(char::is_whitespace) {
            let width: f32 = word.chars().map(width).sum();
            if at > 0.0 && at + width > room {
                full += 1.0;
                at = 0.0;
            }
            at += width;
            // What is longer than a line is broken.
            while at > room {
                full += 1.0;
                at -= room;
            }
        }
        full
    };
    text.split('\n').map(paragraph).sum::<f32>()
}

/// How wide a letter is, against the size it is set in: as most fonts for documents have it.
fn width(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | ' ' | '.' | ',' | ';' | ':' | '\'' => 0.27,
        'f' | 't' | 'r' | 'I' | 'J' | '(' | ')' | '-' | '/' => 0.37,
        'c' | 's' | 'z' | 'v' | 'x' | 'y' | 'k' => 0.5,
        'a' | 'e' | '0'..='9' => 0.57,
        'w' => 0.79,
        'm' | 'M' | 'W' | '@' | '%' => 0.94,
        'a'..='z' => 0.615,
        'A'..='Z' => 0.68,
        ' '..='~' => 0.6,
        '\u{a1}'..='\u{2af}' => 0.7,
        _ => 1.1,
    }
}

/// Whether a text is longer than `most` letters of the usual width; a new line counts as one that is full.
pub(super) fn is_longer(text: &str, most: usize) -> bool {
    end(text, most).is_some()
}

/// The start of a text, cut between words where it is longer than that.
pub(super) fn cut(text: &str, most: usize, language: Language) -> Line {
    let Some(end) = end(text, most) else { return Line::typed(text) };
    let end = text[..end].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
    Line::typed([text[..end].trim_end(), "\u{2026}"].concat()).then([" ", words::CUT.say(language)].concat())
}

/// Where a text is as long as it may be, if it goes on.
fn end(text: &str, most: usize) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let most = most as f32 * USUAL;
    let mut taken = 0.0;
    let over = text.char_indices().find(|(_, c)| {
        taken += if *c == '\n' { VALUE } else { width(*c) };
        taken > most
    });
    over.map(|(at, _)| at)
}
