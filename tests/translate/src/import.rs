//! What comes back from a translator: what is wrong with it, and the files with it in them.

use crate::find::{File, Sentence, said};
use crate::reviewed::entry;
use crate::xliff::{self, Unit};
use std::collections::{BTreeMap, BTreeSet};

pub struct Imported {
    /// The files that change, by name, and what is in them then.
    pub files: BTreeMap<String, String>,
    /// How many sentences change.
    pub changed: usize,
    /// The lines of all that is reviewed.
    pub reviewed: BTreeSet<String>,
}

/// Reads a translator's file.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub fn import(files: &[File], text: &str, reviewed: &BTreeSet<String>) -> Result<Imported, Vec<String>> {
    let units = xliff::read(text).map_err(|problem| vec![problem])?;
    let mut known: BTreeMap<(&str, &str), &Sentence> = BTreeMap::new();
    for file in files {
        known.extend(file.sentences.iter().map(|one| ((file.name.as_str(), one.id.as_str()), one)));
    }
    let mut problems = Vec::new();
    let mut given: BTreeMap<(&str, &str), &Unit> = BTreeMap::new();
    for unit in &units {
        let at = (unit.file.as_str(), unit.id.as_str());
        let problem = match known.get(&at) {
            None => Some("there is no such sentence: it went, or its name changed; export again".to_owned()),
            Some(_) if given.insert(at, unit).is_some() => Some("it is there twice".to_owned()),
            Some(sentence) => wrong(sentence, unit),
        };
        problems.extend(problem.map(|problem| format!("{}#{}: {problem}", unit.file, unit.id)));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut imported = Imported { files: BTreeMap::new(), changed: 0, reviewed: BTreeSet::new() };
    for file in files {
        let mut text = file.text.clone();
        // From the end, so that the places before stay.
        let mut sentences: Vec<&Sentence> = file.sentences.iter().collect();
        sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.place.start));
        for sentence in sentences {
            let unit = given.get(&(file.name.as_str(), sentence.id.as_str()));
            let cy = unit.map_or(&sentence.cy, |unit| &unit.cy);
            let entry = entry(sentence, cy);
            if unit.is_some_and(|unit| unit.approved) || reviewed.contains(&entry) {
                imported.reviewed.insert(entry);
            }
            if *cy != sentence.cy {
                text.replace_range(sentence.place.clone(), &literal(cy));
                imported.changed += 1;
            }
        }
        if text != file.text {
            imported.files.insert(file.name.clone(), text);
        }
    }
    Ok(imported)
}

/// What is wrong with a sentence that comes back.
fn wrong(now: &Sentence, unit: &Unit) -> Option<String> {
    if unit.en != now.en {
        return Some(format!("the English has changed since: it is now \"{}\"; export again", now.en));
    }
    if unit.cy == now.cy && unit.elements.is_empty() {
        return None;
    }
    if unit.cy.trim().is_empty() {
        return Some("there is no Welsh".to_owned());
    }
    let filled = |text: &str| {
        let mut filled: Vec<String> =
            xliff::places(text).into_iter().map(|place| text[place].to_owned()).collect();
        filled.sort();
        filled
    };
    // The Welsh may name its places in its own way.
    let (have, need) = (filled(&unit.cy), filled(&now.cy));
    if have != need {
        return Some(format!("it needs the places {need:?} and has {have:?}"));
    }
    let odd = |c: &char| "<>{}".contains(*c) || (c.is_control() && *c != '\n');
    let marks = |text: &str| text.chars().filter(odd).count();
    if !unit.elements.is_empty() || marks(&unit.cy) != marks(&now.cy) {
        return Some(format!("it has markup that the sentence has not {:?}", unit.elements));
    }
    let edges = |text: &str| {
        let (first, last) = (text.chars().next(), text.chars().last());
        [first, last].map(|edge| edge.is_some_and(char::is_whitespace))
    };
    (edges(&unit.cy) != edges(&now.cy))
        .then(|| "it is put together with others: keep the space at its beginning or end".to_owned())
}

/// A text in quotes, as Rust and JSON both have it.
fn literal(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    let literal = format!("\"{text}\"");
    debug_assert!(literal.parse().ok().and_then(|literal| said(&literal)).is_some());
    literal
}
