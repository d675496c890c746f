//! What the criteria are and where they come from.

use crate::changes::changes;
use crate::figures::{self, sourced};
use crate::words;
use drive_screening_authoring::diff;
use drive_screening_core::base::json;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{Criterion, Pack, Source, builtin};
use drive_screening_document::Criteria;
use drive_screening_document::block::{Line, Row};
use drive_screening_document::write::Fragment;

/// The criteria: identity, the pack they extend and their changes to it, every criterion and every setting.
pub fn about_html(criteria: &Criteria, language: Language) -> String {
    let Criteria { pack, source, .. } = criteria;
    let mut page = Fragment::new(language);
    page.paragraph(pack.about.say(language));
    page.heading(words::IDENTITY);
    let plain = |words: Phrase, value: &str| Row::new(words.say(language), Line::words(value));
    page.rows(vec![
        plain(words::NAME, pack.title.say(language)),
        plain(words::ID, pack.id.as_str()),
        plain(words::VERSION, &pack.version),
        plain(words::DIGEST, pack.digest()),
    ]);
    let mut below = source.clone();
    while let Some(base) = base_of(&below) {
        page.heading_of(words::EXTENDS, &[base_title(base, language)]);
        changes(&mut page, &diff::changes(base, &below).unwrap_or_default());
        base.clone_into(&mut below);
    }
    let own = diff::changes(source, &pack.to_json()).unwrap_or_default();
    if !own.is_empty() {
        page.heading(words::SITE_CHANGED);
        changes(&mut page, &own);
    }
    page.heading(words::CRITERIA);
    page.rows(pack.criteria.iter().map(|one| criterion(pack, one, language)).collect());
    page.heading(words::SETTINGS);
    page.rows(pack.settings.iter().map(|one| figures::setting(pack, one, language)).collect());
    let worded = worded(pack, language);
    if !worded.is_empty() {
        page.heading(words::WORDED);
        page.rows(worded);
    }
    page.end()
}

/// The pack that a pack extends, if it names one.
fn base_of(source: &str) -> Option<&'static str> {
    builtin::source(json::parse(source).ok()?.get("extends")?.as_str()?)
}

fn base_title(source: &str, language: Language) -> String {
    Pack::load(source).map_or_else(|_| String::new(), |pack| pack.title.say(language).to_owned())
}

/// The sources of the law, figures and numbers in the words of questions and flags, each with what cites it.
fn worded(pack: &Pack, language: Language) -> Vec<Row> {
    let questions = pack.every_question();
    let row = |source: &Source| {
        let asked = questions.iter().filter(|question| question.sources.contains(&source.id));
        let flags = pack.flags.iter().filter(|flag| flag.sources.contains(&source.id));
        let mut value: Vec<Line> = asked.map(|question| Line::words(question.ask.say(language))).collect();
        value.extend(flags.map(|flag| Line::words(flag.text.say(language))));
        if value.is_empty() {
            return None;
        }
        let checked = words::CHECKED.fill(&[&source.checked.in_words(language)]);
        value.push(Line::words(checked.say(language)));
        Some(Row { label: Line::words(source.title.say(language)), value })
    };
    pack.sources.iter().filter_map(row).collect()
}

fn criterion(pack: &Pack, criterion: &Criterion, language: Language) -> Row {
    let mut value: Vec<Line> =
        criterion.says.iter().skip(1).map(|says| Line::words(says.say(language))).collect();
    for index in &criterion.settings {
        let setting = &pack.settings[*index];
        let figure = pack.say_setting(&setting.value, language);
        value.push(Line::words(format!("{}: {figure}", setting.label.say(language))));
    }
    if !criterion.used {
        value.push(Line::words(words::NOT_USED.say(language)));
    }
    value.push(sourced(pack, &criterion.source, language));
    Row { label: Line::words(criterion.label.say(language)), value }
}
