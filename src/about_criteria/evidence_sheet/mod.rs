//! The evidence sheet of a copy, for whoever writes a data protection impact assessment: which files and policies it has, what
//! its self-test found, where data go, what is kept, and what all that does not show.
//!
//! ```text
//! what self_test.js found -> Found -> evidence_sheet -> Document -> HTML, PDF
//! ```
//!
//! It says nothing of any case: the page that asks for it has none.

mod files;
mod found;
mod plain;
mod standing;
mod test_results;
mod ways;
mod words;

pub use ways::WAYS;

use drive_screening_core::base::date::Date;
use drive_screening_core::base::json;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_document::block::{Block, Line, Row};
use drive_screening_document::{Criteria, Document, TOOL};
use found::{Compared, Found, Outcome, browser};
use plain::{heading, paragraph};
use serde_json::{Value, json};

/// Composes the sheet; `found` is what `self_test.js` wrote.
pub fn evidence_sheet(criteria: &Criteria, found: &str, made_on: Date, language: Language) -> Document {
    let data = json::parse_value(found).unwrap_or_default();
    let found = Found::read(found);
    let marking = words::MARKING.say(language).to_owned();
    let mut blocks = vec![
        Block::Marking(marking.clone()),
        heading(1, words::TITLE, language),
        paragraph(words::ABOUT, language),
        Block::Rows(identity(criteria, &found, made_on, language)),
    ];
    blocks.extend(summary(&found, language));
    blocks.extend(test_results::blocks(&found, language));
    blocks.extend(standing::policies(&found, language));
    blocks.extend(standing::rest(language));
    blocks.extend(files::blocks(&found, language));
    Document {
        part: None,
        language,
        other: None,
        marking,
        reference: ["drive-screening-", &made_on.to_string()].concat(),
        made_on,
        title: words::TITLE.say(language).to_owned(),
        blocks,
        essentials: Vec::new(),
        data: as_data(criteria, &data, made_on, language),
    }
}

/// Which copy it is, of what, and who looked.
fn identity(criteria: &Criteria, found: &Found, made_on: Date, language: Language) -> Vec<Row> {
    let pack = &criteria.pack;
    let plain = |words: Phrase, value: &str| Row::new(words.say(language), Line::words(value));
    let mut rows = vec![plain(words::MADE_ON, &made_on.in_words(language))];
    if let Some(name) = &criteria.site.name {
        rows.push(plain(words::SITE, name.say(language)));
    }
    rows.push(Row::new(words::ADDRESS.say(language), Line::typed(found.address.as_str())));
    rows.push(plain(words::PROGRAM, TOOL));
    let named = [pack.title.say(language), ", ", pack.id.as_str(), " ", &pack.version].concat();
    rows.push(plain(words::CRITERIA, &named));
    rows.push(plain(words::DIGEST, pack.digest()));
    let agent = Line::typed(found.browser.as_str());
    let value = browser(&found.browser).map(Line::words).into_iter().chain([agent]).collect();
    rows.push(Row { label: Line::words(words::BROWSER.say(language)), value });
    rows
}

/// The sentences that a reader must not miss.
fn summary(found: &Found, language: Language) -> Vec<Block> {
    let verdict = |text: &str| Block::Verdict(Line::words(text));
    let count = |is: fn(Outcome) -> bool| found.that(is).len().to_string();
    let test = if found.tried.is_empty() {
        words::NOT_RUN.text()
    } else {
        let stopped = count(|outcome| matches!(outcome, Outcome::Stopped(_)));
        let [arrived, unseen] =
            [count(|outcome| outcome == Outcome::Arrived), count(|outcome| outcome == Outcome::Unseen)];
        words::SUMMARY.fill(&[&stopped, &arrived, &unseen])
    };
    let [same, all] = [found.count(Compared::Same), found.files.len()].map(|count| count.to_string());
    let mut blocks = vec![verdict(test.say(language))];
    blocks.push(verdict(words::FILES_SUMMARY.fill(&[&same, &all]).say(language)));
    if !found.shut {
        blocks.push(verdict(words::NOT_SHUT.say(language)));
    }
    blocks
}

/// The same as data: what was found, as it was found, and of which copy.
fn as_data(criteria: &Criteria, found: &Value, made_on: Date, language: Language) -> Value {
    let pack = &criteria.pack;
    let name = criteria.site.name.as_ref().map(|name| name.say(language));
    json!({
        "format": "evidence/1",
        "tool": TOOL,
        "made_on": made_on.to_string(),
        "language": language.tag(),
        "site": name,
        "criteria": {"id": pack.id.as_str(), "version": pack.version, "digest": pack.digest()},
        "found": found,
    })
}
