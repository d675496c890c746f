//! What stands of every copy: its policies, where data go, what is kept, what is not shown, and how to do it again.

use super::found::{Found, Headers};
use super::plain::heading;
use super::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_document::block::{Block, Line, Row};

/// The headers that matter; what is not sent of them is said.
const HEADERS: [&str; 6] = [
    "content-security-policy",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "x-content-type-options",
    "cache-control",
];

/// The page's own policy, and what the server sends with both pages.
pub(super) fn policies(found: &Found, language: Language) -> Vec<Block> {
    let own = Row::new(words::OWN_POLICY.say(language), Line::words(found.policy.as_str()));
    let mut blocks = vec![heading(2, words::POLICIES, language), Block::Rows(vec![own])];
    let mut before: Option<&Headers> = None;
    for (page, headers) in &found.headers {
        let same = before == Some(headers);
        let title = if same { words::HEADERS_SAME } else { words::HEADERS_OF };
        let line = Line::words(title.fill(&[page]).say(language));
        if same {
            blocks.push(Block::Paragraph(line));
        } else {
            blocks.push(Block::Heading(3, line));
            blocks.push(Block::Rows(HEADERS.map(|name| header(headers, name, language)).into()));
        }
        before = Some(headers);
    }
    blocks
}

fn header(headers: &Headers, name: &str, language: Language) -> Row {
    let sent = headers.iter().find(|(sent, _)| sent == name).map(|(_, value)| value.as_str());
    Row::new(name, Line::words(sent.unwrap_or(words::NOT_SENT.say(language))))
}

/// What is the same of every copy.
pub(super) fn rest(language: Language) -> Vec<Block> {
    let lines =
        |all: &[Phrase]| -> Vec<Line> { all.iter().map(|words| Line::words(words.say(language))).collect() };
    let row = |label: Phrase, value: &[Phrase]| Row {
        label: Line::words(label.say(language)),
        value: lines(value),
    };
    vec![
        heading(2, words::FLOWS, language),
        Block::Rows(vec![
            row(words::ENTERS, &[words::ENTERS_TYPED, words::ENTERS_FILE, words::ENTERS_HOST]),
            row(words::STAYS, &[words::STAYS_MEMORY]),
            row(words::LEAVES, &[words::LEAVES_FILE, words::LEAVES_HOST]),
            row(words::SERVER, &[words::SERVER_FILES]),
        ]),
        heading(2, words::KEPT, language),
        Block::List(lines(&[words::KEPT_NOTHING, words::KEPT_PAGE, words::KEPT_FILES, words::KEPT_LOG])),
        heading(2, words::LIMITS, language),
        Block::List(lines(&[
            words::LIMIT_EXTENSIONS,
            words::LIMIT_DEVICE,
            words::LIMIT_MEMORY,
            words::LIMIT_PEOPLE,
            words::LIMIT_OPERATOR,
            words::LIMIT_POLICY,
            words::LIMIT_TRANSLATOR,
            words::LIMIT_ONE,
        ])),
        heading(2, words::AGAIN, language),
        Block::List(lines(&[words::AGAIN_BROWSERS, words::AGAIN_LOG, words::AGAIN_HASH, words::AGAIN_TESTS])),
    ]
}
