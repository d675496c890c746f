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
        blocks.extend(by_cause(&stopped, language));
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

/// What stopped them: each policy, with the ways that each of its directives stopped; then what this browser does not have.
fn by_cause(stopped: &[&Tried], language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (by, cause) in
        [(By::Own, words::BY_OWN), (By::Both, words::BY_BOTH), (By::Headers, words::BY_HEADERS)]
    {
        let rows = by_directive(stopped, by, language);
        if !rows.is_empty() {
            blocks.extend([paragraph(cause, language), Block::Rows(rows)]);
        }
    }
    let absent = names(stopped, |tried| tried.outcome == Outcome::Stopped(By::Absence), language);
    if !absent.is_empty() {
        let row = Row::new(words::BY_ABSENCE.say(language), Line::words(absent));
        blocks.push(Block::Rows(vec![row]));
    }
    blocks
}

/// The directives of a policy, in the order in which they come up, each with what it stopped.
fn by_directive(stopped: &[&Tried], by: By, language: Language) -> Vec<Row> {
    let is_by = |tried: &&&Tried| tried.outcome == Outcome::Stopped(by);
    let mut directives: Vec<&str> = Vec::new();
    for tried in stopped.iter().filter(is_by) {
        if !directives.contains(&tried.directive.as_str()) {
            directives.push(&tried.directive);
        }
    }
    let row = |directive: &str| {
        let is_here = |tried: &Tried| tried.outcome == Outcome::Stopped(by) && tried.directive == directive;
        Row::new(directive, Line::words(names(stopped, is_here, language)))
    };
    directives.into_iter().map(row).collect()
}

/// What some of them are called, in one line.
fn names(stopped: &[&Tried], is: impl Fn(&Tried) -> bool, language: Language) -> String {
    let those = stopped.iter().filter(|tried| is(tried));
    those.map(|tried| ways::name(&tried.way, language)).collect::<Vec<_>>().join("; ")
}
