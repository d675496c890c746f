//! The files as the server gives them out, against what the build made.

use super::found::{Compared, File, Found};
use super::plain::{counted, heading, paragraph};
use super::words;
use drive_screening_core::base::shown::{MOST_ROWS, more, shown};
use drive_screening_core::base::words::Language;
use drive_screening_document::block::{Block, Line, Row};

pub(super) fn blocks(found: &Found, language: Language) -> Vec<Block> {
    let mut blocks = vec![heading(2, words::FILES, language), paragraph(words::FILES_HOW, language)];
    let hash = |file: &File| Line::words(file.sha256.clone().unwrap_or_else(|| answer(file, language)));
    let line = |file: &File| hash(file).then("  ").join(Line::typed(file.name.as_str()));
    if found.files.is_empty() {
        let answer = answer(&found.list, language);
        blocks.push(Block::Paragraph(Line::words(words::NO_LIST.fill(&[&answer]).say(language))));
    } else {
        blocks.push(Block::List(vec![hash(&found.list).then("  ").then(words::LIST.say(language))]));
    }
    for (title, compared, after) in [
        (words::DIFFERENT, Compared::Different, Some(words::DIFFERENT_NEXT)),
        (words::MISSING, Compared::Missing, None),
        (words::NOT_HASHED, Compared::NotHashed, Some(words::NOT_HASHED_WHY)),
        (words::SAME, Compared::Same, None),
    ] {
        let those: Vec<&File> = found.files.iter().filter(|file| file.compared() == compared).collect();
        if those.is_empty() {
            continue;
        }
        blocks.push(counted(title, those.len(), language));
        blocks.extend(after.map(|words| paragraph(words, language)));
        let (first, rest) = shown(&those, MOST_ROWS);
        blocks.push(if compared == Compared::Same {
            // As sha256sum writes and checks them.
            Block::List(first.iter().map(|file| line(file)).collect())
        } else {
            let row =
                |file: &&File| Row { label: Line::typed(file.name.as_str()), value: value(file, language) };
            Block::Rows(first.iter().map(row).collect())
        });
        blocks.extend(more(rest).map(|more| Block::Paragraph(Line::words(more.say(language)))));
    }
    if !found.site.is_empty() {
        blocks.push(heading(3, words::OWN_FILES, language));
        blocks.push(Block::List(found.site.iter().map(line).collect()));
    }
    blocks
}

/// What is to be said of a file.
fn value(file: &File, language: Language) -> Vec<Line> {
    let given = file.sha256.as_deref().unwrap_or_default();
    let built = file.built.as_deref().unwrap_or_default();
    match file.compared() {
        Compared::Same => vec![Line::words(given)],
        Compared::Different => [words::BUILT.fill(&[built]), words::GIVEN.fill(&[given])]
            .map(|said| Line::words(said.say(language)))
            .into(),
        Compared::Missing => {
            vec![Line::words(words::ANSWERED.fill(&[&answer(file, language)]).say(language))]
        }
        Compared::NotHashed => vec![Line::words(words::BUILT.fill(&[built]).say(language))],
    }
}

/// The status that came, or that nothing did.
fn answer(file: &File, language: Language) -> String {
    if file.status == 0 { words::NO_ANSWER.say(language).to_owned() } else { file.status.to_string() }
}
