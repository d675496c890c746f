//! How another pack differs from the criteria of this copy.

use super::{Criteria, Fragment, sheet, words};
use crate::date::Date;
use crate::document::block::{Line, Row};
use crate::pack::Pack;
use crate::proof::{self, Difference, Example, Group};
use crate::words::Language;

/// What the other pack decides differently, and what it changes; or why it cannot be compared.
pub fn compare_html(criteria: &Criteria, other: &str, day: Date, language: Language) -> String {
    let mut page = Fragment::new(language);
    let own = criteria.pack.to_json();
    let compared = Pack::load(other).and_then(|other_pack| {
        Ok((other_pack, proof::diff(&own, other, day)?, proof::changes(&own, other)?))
    });
    match compared {
        Ok((other, difference, changes)) => {
            page.heading_of(words::COMPARED, &[other.title.say(language).to_owned(), identity(&other)]);
            differences(&mut page, [&criteria.pack, &other], &difference);
            page.heading(words::CHANGED);
            page.changes(&changes);
        }
        Err(problems) => {
            page.heading(words::NOT_COMPARED);
            page.problems(&problems);
        }
    }
    page.end()
}

fn identity(pack: &Pack) -> String {
    format!("{} {}", pack.id.as_str(), pack.version)
}

fn differences(page: &mut Fragment, packs: [&Pack; 2], difference: &Difference) {
    let language = page.language;
    if difference.groups.is_empty() {
        page.say(words::SAME, &[]);
    } else {
        page.say(words::SHARE, &[percent(difference.share)]);
        page.rows(difference.groups.iter().map(|group| row(packs, group, language)).collect());
    }
    if difference.cases.is_empty() {
        return;
    }
    page.heading(words::CASES_TOUCHED);
    let outcome = |pack: &Pack, name: &str| pack.words(name).sentence.say(language).to_owned();
    let cases = difference.cases.iter().map(|case| {
        let [from, to] = [outcome(packs[0], &case.from), outcome(packs[1], &case.to)];
        Row::new(case.title.say(language), became(&from, &to, language))
    });
    page.rows(cases.collect());
}

fn row(packs: [&Pack; 2], group: &Group, language: Language) -> Row {
    let [from, to] = group.sentences.each_ref().map(|sentence| sentence.say(language));
    let share = words::SHARE_OF.fill(&[&percent(group.share)]);
    let example = match &group.example {
        Example::Sheet(sheet) => told(words::EXAMPLE, sheet, packs, language),
        Example::Open(sheet) => told(words::EXAMPLE_OPEN, sheet, packs, language),
        Example::NoSheet => Line::words(words::NO_SHEET.say(language)),
        Example::NotFound => Line::words(words::NOT_FOUND.say(language)),
    };
    let value = vec![Line::words(share.say(language)), example];
    Row { label: became(from, to, language), value }
}

fn told(
    words: crate::words::Words,
    sheet: &serde_json::Value,
    packs: [&Pack; 2],
    language: Language,
) -> Line {
    Line::words(words.say(language)).then(" ").join(sheet::said(&packs, sheet, language))
}

fn became(from: &str, to: &str, language: Language) -> Line {
    Line::words(words::BECAME.fill(&[from, to]).say(language))
}

/// A share, 0 to 1, as a percentage with two figures where it is small, and never 0 for what is there.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent >= 10.0 {
        format!("{percent:.0} %")
    } else if percent >= 0.01 {
        format!("{percent:.2} %")
    } else {
        "< 0.01 %".to_owned()
    }
}
