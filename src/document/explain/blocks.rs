//! An explanation as blocks of a document.

use crate::block::{Block, Line, Row};
use crate::explain::text::{ExplanationText, PathText, UnknownText};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};

/// The reasons, the unknowns and the ways to another outcome; each under a heading, where there are any.
pub(crate) fn explanation_blocks(text: &ExplanationText, language: Language) -> Vec<Block> {
    let labelled = |label: Phrase, text: &str| Line::words([label.say(language), ": ", text].concat());
    let mut because = Vec::new();
    for reason in &text.because {
        let mut value = reason.facts.clone();
        value.push(labelled(words::SOURCE, &reason.sources.join("; ")));
        because.push(Row { label: Line::words(&reason.says), value });
    }
    let unknown = |unknowns: &[UnknownText]| {
        let mut rows = Vec::new();
        for unknown in unknowns {
            let mut value = vec![labelled(words::WHO, &unknown.who)];
            value.extend(unknown.settles.iter().map(Line::words));
            rows.push(Row { label: Line::words(&unknown.says), value });
        }
        rows
    };
    let mut blocks = Vec::new();
    for (title, rows) in [
        (words::DECIDED_BY.say(language), because),
        (words::NOT_ASKED_YET.say(language), unknown(&text.not_asked)),
        (words::ASKED_NOT_KNOWN.say(language), unknown(&text.not_known)),
        (text.would_change_title, path_rows(&text.would_change, language)),
    ] {
        if !rows.is_empty() {
            blocks.push(Block::Heading(3, Line::words(title)));
            blocks.push(Block::Rows(rows));
        }
    }
    blocks
}

/// Outcomes, each with the conditions that would lead to it.
pub(crate) fn path_rows(paths: &[PathText], language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    for path in paths {
        let mut value: Vec<Line> = path.ifs.iter().map(Line::words).collect();
        if path.more {
            value.push(Line::words(words::AND_OTHERS.say(language)));
        }
        rows.push(Row { label: Line::words(&path.sentence), value });
    }
    rows
}

/// The heading of the ways to another outcome.
pub(crate) fn would_change_title(settled: bool, language: Language) -> &'static str {
    if settled { words::WOULD_CHANGE } else { words::WOULD_SETTLE }.say(language)
}
