//! How another pack differs from the criteria of this copy.

use crate::changes::changes;
use crate::{sheet, words};
use drive_screening_authoring::diff::{self, Difference, Example, Group};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::Pack;
use drive_screening_document::Criteria;
use drive_screening_document::block::{Line, Row};
use drive_screening_document::write::Fragment;

/// How another pack differs from the criteria of this copy, or the second of two from the first: what it decides
/// differently, and what it changes; or why that cannot be told.
pub fn compare_html(criteria: &Criteria, others: &[&str], day: Date, language: Language) -> String {
    let mut page = Fragment::new(language);
    let own = criteria.pack.to_json();
    let (old, new) = match others {
        [old, new, ..] => (*old, *new),
        [new] => (own.as_str(), *new),
        [] => (own.as_str(), ""),
    };
    let compared =
        both(old, new).and_then(|packs| Ok((packs, diff::diff(old, new, day)?, diff::changes(old, new)?)));
    match compared {
        Ok((packs, difference, changes)) => {
            let [old, new] = [&packs[0], &packs[1]];
            let named = |pack: &Pack| [pack.title.say(language).to_owned(), identity(pack)];
            if others.len() > 1 {
                page.heading_of(words::COMPARED_TWO, &[named(old), named(new)].concat());
            } else {
                page.heading_of(words::COMPARED, &named(new));
            }
            differences(&mut page, [old, new], &difference, others.len() > 1);
            page.heading(words::CHANGED);
            self::changes(&mut page, &changes);
        }
        Err(problems) => {
            page.heading(words::NOT_COMPARED);
            page.problems(&problems);
        }
    }
    page.end()
}

/// Both packs, or everything that is wrong with the first that does not load.
fn both(old: &str, new: &str) -> Result<[Pack; 2], Vec<Problem>> {
    Ok([Pack::load(old)?, Pack::load(new)?])
}

fn identity(pack: &Pack) -> String {
    format!("{} {}", pack.id.as_str(), pack.version)
}

/// The decisions in which two packs differ: as before and after where neither is this copy's.
pub(super) fn differences(page: &mut Fragment, packs: [&Pack; 2], difference: &Difference, in_time: bool) {
    let language = page.language();
    let words = if in_time { words::CHANGES_TO } else { words::BECAME };
    if difference.groups.is_empty() {
        page.say(words::SAME, &[]);
    } else {
        page.say(words::SHARE, &[percent(difference.share)]);
        page.rows(difference.groups.iter().map(|group| row(packs, group, words, language)).collect());
    }
    if difference.cases.is_empty() {
        return;
    }
    page.heading(words::CASES_TOUCHED);
    let outcome = |pack: &Pack, name: &str| pack.outcome_text(name).sentence.say(language).to_owned();
    let cases = difference.cases.iter().map(|case| {
        let [from, to] = [outcome(packs[0], &case.from), outcome(packs[1], &case.to)];
        Row::new(case.title.say(language), became(words, &from, &to, language))
    });
    page.rows(cases.collect());
}

fn row(packs: [&Pack; 2], group: &Group, words: Phrase, language: Language) -> Row {
    let [from, to] = group.sentences.each_ref().map(|sentence| sentence.say(language));
    let share = words::SHARE_OF.fill(&[&percent(group.share)]);
    let example = match &group.example {
        Example::Sheet(sheet) => told(words::EXAMPLE, sheet, packs, language),
        Example::Open(sheet) => told(words::EXAMPLE_OPEN, sheet, packs, language),
        Example::NoSheet => Line::words(words::NO_SHEET.say(language)),
        Example::NotFound => Line::words(words::NOT_FOUND.say(language)),
    };
    let value = vec![Line::words(share.say(language)), example];
    Row { label: became(words, from, to, language), value }
}

fn told(words: Phrase, sheet: &serde_json::Value, packs: [&Pack; 2], language: Language) -> Line {
    Line::words(words.say(language)).then(" ").join(sheet::in_words(&packs, sheet, language))
}

fn became(words: Phrase, from: &str, to: &str, language: Language) -> Line {
    Line::words(words.fill(&[from, to]).say(language))
}

/// A share, 0 to 1, as a percentage with two figures where it is small, and never 0 for what is there.
pub(super) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent >= 10.0 {
        format!("{percent:.0} %")
    } else if percent >= 0.01 {
        format!("{percent:.2} %")
    } else {
        "< 0.01 %".to_owned()
    }
}
