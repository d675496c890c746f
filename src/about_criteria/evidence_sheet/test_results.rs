//! What the self-test found: what was stopped, by what; what was not, and why that matters; what cannot be seen.

use super::found::{By, Found, Outcome, Tried};
use super::plain::{counted, heading, paragraph};
use super::{ways, words};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_document::block::{Block, Line, Row};

/// The ways that need a window, which are tried apart from the rest.
const WINDOWS: [&str; 3] = ["window_open", "post_message", "navigation"];

pub(super) fn blocks(found: &Found, language: Language) -> Vec<Block> {
    let mut blocks = vec![heading(2, words::TEST, language)];
    if found.tried.is_empty() {
        blocks.push(paragraph(words::NOT_RUN, language));
        return blocks;
    }
    blocks.push(paragraph(words::TEST_HOW, language));
    let is_window = |tried: &Tried| WINDOWS.contains(&tried.way.as_str());
    if !found.tried.iter().any(is_window) {
        blocks.push(paragraph(words::NO_WINDOWS, language));
    } else if found.tried.iter().all(is_window) {
        blocks.push(paragraph(words::NO_WAYS, language));
    }
    let arrived = found.that(|outcome| outcome == Outcome::Arrived);
    if !arrived.is_empty() {
        blocks.push(counted(words::ARRIVED, arrived.len(), language));
        let row = |tried: &&Tried| Row {
            label: Line::words(ways::name(&tried.way, language)),
            value: vec![Line::words(why(&tried.way).say(language))],
        };
        blocks.push(Block::Reasons(arrived.iter().map(row).collect()));
        blocks.push(paragraph(words::ITSELF, language));
    }
    let stopped = found.that(|outcome| matches!(outcome, Outcome::Stopped(_)));
    if !stopped.is_empty() {
        blocks.push(counted(words::STOPPED, stopped.len(), language));
        blocks.push(Block::Rows(by_cause(&stopped, language)));
    }
    for (title, outcome, why) in [
        (words::UNSEEN, Outcome::Unseen, words::UNSEEN_WHY),
        (words::UNTRIED, Outcome::Untried, words::BY_GUARD),
    ] {
        let those = found.that(|other| other == outcome);
        if !those.is_empty() {
            blocks.push(counted(title, those.len(), language));
            blocks.push(paragraph(why, language));
            let name = |tried: &&Tried| Line::words(ways::name(&tried.way, language));
            blocks.push(Block::List(those.iter().map(name).collect()));
        }
    }
    blocks
}

/// Why it matters that a way is not stopped.
fn why(way: &str) -> Phrase {
    match way {
        "window_open" | "navigation" => words::WHY_WINDOW,
        "post_message" => words::WHY_MESSAGE,
        "webrtc" => words::WHY_WEBRTC,
        _ => words::WHY_NOT,
    }
}

/// What stopped ways, each with those that it stopped, in the order in which they come up.
fn by_cause(stopped: &[&Tried], language: Language) -> Vec<Row> {
    let mut causes: Vec<(String, Vec<String>)> = Vec::new();
    for tried in stopped {
        let Outcome::Stopped(by) = tried.outcome else { continue };
        let cause = match by {
            By::Own => words::BY_OWN,
            By::Headers => words::BY_HEADERS,
            By::Both => words::BY_BOTH,
            By::Absence => words::BY_ABSENCE,
        };
        let cause = cause.fill(&[&tried.directive]).say(language).to_owned();
        let name = ways::name(&tried.way, language);
        match causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, names)) => names.push(name),
            None => causes.push((cause, vec![name])),
        }
    }
    causes.into_iter().map(|(cause, names)| Row::new(cause, Line::words(names.join("; ")))).collect()
}
