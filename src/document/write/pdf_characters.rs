//! Characters that a PDF cannot show, known without the fonts, so that the page can say so before one is made.

use crate::block::{Block, Line, Row, turns_direction};
use crate::composed::{Document, Essential};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The characters of the document that a PDF cannot show, each once: letters and digits before other signs, those that
/// stand most often first. Tell people before it is made: HTML and Word hold them.
pub fn missing(document: &Document) -> Vec<char> {
    let mut seen: BTreeMap<char, usize> = BTreeMap::new();
    let mut see = |text: &str| {
        for c in text.chars().filter(|c| !is_shown(*c)) {
            *seen.entry(c).or_default() += 1;
        }
    };
    see(&document.marking);
    see(&document.title);
    document.blocks.iter().for_each(|block| texts(block, &mut see));
    let mut seen: Vec<(char, usize)> = seen.into_iter().collect();
    sort_by_key(&mut seen, |(c, count)| (!c.is_alphanumeric(), Reverse(*count)));
    seen.into_iter().map(|(c, _)| c).collect()
}

/// Checks that every [essential](Essential) of the document would stand in a PDF whole: no PDF is made otherwise.
///
/// # Errors
/// `pdf-cannot-show`, with the fields.
pub fn check_essentials(document: &Document) -> Result<(), Problem> {
    let is_cut = |essential: &&Essential| {
        essential.text.chars().any(|c| !is_shown(c) && (!essential.account || c.is_alphanumeric()))
    };
    let cut: Vec<&Localized> =
        document.essentials.iter().filter(is_cut).map(|essential| &essential.label).collect();
    if cut.is_empty() {
        return Ok(());
    }
    let named = |language: Language| {
        let mut named: Vec<&str> = cut.iter().take(NAMED).map(|label| label.say(language)).collect();
        named.dedup();
        let more = cut.len().saturating_sub(NAMED);
        let more = if more == 0 { String::new() } else { format!(" (+ {more})") };
        [named.join("; "), more].concat()
    };
    let [en, cy] = [Language::En, Language::Cy].map(named);
    Err(Problem::filled(
        "pdf-cannot-show",
        document.kind(),
        CANNOT_SHOW,
        OTHER_FORMAT,
        &[&document.title, &en, &cy],
    ))
}

/// How many fields are named.
const NAMED: usize = 5;

const CANNOT_SHOW: Phrase = Phrase::of(
    "no PDF of {0} is made, as a PDF cannot hold every letter of: {1}",
    "ni lunnir PDF ar gyfer {0}, gan na all PDF ddal pob llythyren o: {2}",
);
const OTHER_FORMAT: Phrase = Phrase::of(
    "save this part as Word, a web page, plain text or data, which hold all of it",
    "cadwch y rhan hon fel Word, tudalen we, testun plaen neu ddata, sy'n dal y cyfan",
);

/// Whether a PDF shows the character, or there is nothing of it to show.
fn is_shown(c: char) -> bool {
    turns_direction(c) || (!is_unfit(c) && (has(c) || is_space(c)))
}

/// Whether both fonts have the character, or it shows nothing anyway.
pub fn has(c: char) -> bool {
    is_silent(c) || c == '\n' || in_fonts(c)
}

/// Whether both fonts have the character.
fn in_fonts(c: char) -> bool {
    let code = u32::from(c);
    let at = IN_FONTS.partition_point(|(_, last)| *last < code);
    IN_FONTS.get(at).is_some_and(|(first, _)| *first <= code)
}

/// The white space that is set as a space or a line end.
fn is_space(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether an archival PDF cannot hold the character even as the text behind its replacement.
pub fn is_unfit(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}'))
        || turns_direction(c)
        || matches!(code, 0xe000..=0xf8ff | 0xf_0000..)
        || matches!(code, 0xfdd0..=0xfdef)
        || code & 0xfffe == 0xfffe
}

/// Whether a character shows nothing and only tells how its neighbours join, break or run.
pub fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Every text of a block.
fn texts(block: &Block, see: &mut impl FnMut(&str)) {
    let mut lines = |lines: &[Line]| lines.iter().for_each(|line| see(&line.text()));
    match block {
        Block::Heading(_, line) | Block::Paragraph(line) | Block::Verdict(line) => {
            lines(std::slice::from_ref(line));
        }
        Block::Rows(rows) | Block::Summary(rows) | Block::Reasons(rows) => {
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
        // Words of a timeline stand in the table after it.
        Block::Timeline(_) | Block::Code(_) | Block::NewPage => {}
    }
}

/// The characters that both fonts have, as first and last of each run. `tests/suite/writers.rs` holds them against the fonts.
#[rustfmt::skip]
const IN_FONTS: &[(u32, u32)] = &[
    (0x20, 0x7e), (0xa0, 0x377), (0x37a, 0x37f), (0x384, 0x38a), (0x38c, 0x38c), (0x38e, 0x3a1),
    (0x3a3, 0x3e1), (0x3f0, 0x52f), (0x1c80, 0x1c88), (0x1d00, 0x1df9), (0x1dfb, 0x1f15), (0x1f18, 0x1f1d),
    (0x1f20, 0x1f45), (0x1f48, 0x1f4d), (0x1f50, 0x1f57), (0x1f59, 0x1f59), (0x1f5b, 0x1f5b),
    (0x1f5d, 0x1f5d), (0x1f5f, 0x1f7d), (0x1f80, 0x1fb4), (0x1fb6, 0x1fc4), (0x1fc6, 0x1fd3),
    (0x1fd6, 0x1fdb), (0x1fdd, 0x1fef), (0x1ff2, 0x1ff4), (0x1ff6, 0x1ffe), (0x2000, 0x2064),
    (0x2066, 0x2071), (0x2074, 0x208e), (0x2090, 0x209c), (0x20a0, 0x20bf), (0x2100, 0x215f),
    (0x2184, 0x2184), (0x2189, 0x2189), (0x25cc, 0x25cc), (0x2c60, 0x2c7f), (0x2de0, 0x2e52),
    (0xa640, 0xa69f), (0xa700, 0xa7bf), (0xa7c2, 0xa7ca), (0xa7f5, 0xa7ff), (0xab30, 0xab6b),
    (0xfb00, 0xfb06), (0xfe20, 0xfe2f), (0xfffd, 0xfffd),
];
