//! `screening diff`: which situations two packs decide differently, and what was changed, a line of JSON each.

use crate::Ended;
use crate::arguments::Arguments;
use crate::input;
use crate::output::Output;
use crate::today::today;
use drive_screening::diff;
use drive_screening::problem::Problem;
use serde_json::{Value, json};
use std::path::Path;

/// Compares two packs.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    let [old, new] = &arguments.files[..] else { return Ended::BadInput };
    let day = arguments.made_on.unwrap_or_else(today);
    let mut sources = Vec::new();
    for path in [old, new] {
        match input::file(path).and_then(|source| {
            drive_screening::pack::Pack::load(&source)?;
            Ok(source)
        }) {
            Ok(source) => sources.push(source),
            Err(problems) => output.problems(&problems, Some(path), None),
        }
    }
    let [old_source, new_source] = &sources[..] else { return Ended::BadInput };
    let compared = diff::diff(old_source, new_source, day)
        .and_then(|difference| Ok((difference, diff::changes(old_source, new_source)?)));
    match compared {
        Ok((difference, changes)) => {
            for line in lines(old, new, &difference, &changes, output) {
                output.line(&line.to_string());
            }
            Ended::Well
        }
        Err(problems) => {
            output.problems(&problems, None::<&Path>, None);
            problems_ended(&problems)
        }
    }
}

fn problems_ended(problems: &[Problem]) -> Ended {
    if problems.is_empty() { Ended::Well } else { Ended::BadInput }
}

fn lines(
    old: &Path,
    new: &Path,
    difference: &diff::Difference,
    changes: &[diff::Change],
    output: &Output,
) -> Vec<Value> {
    let language = output.language;
    let mut lines = vec![json!({
        "old": old.to_string_lossy(),
        "new": new.to_string_lossy(),
        "situations": difference.situations.map(|number| number.to_string()),
        "share_decided_differently": difference.share,
    })];
    lines.extend(difference.groups.iter().map(|group| group.to_json(language)));
    for case in &difference.cases {
        lines.push(json!({
            "case": case.id, "pack": case.pack, "title": case.title.say(language), "from": case.from, "to": case.to,
        }));
    }
    for change in changes {
        lines.push(json!({
            "at": change.at, "message": change.message.say(language), "from": change.from, "to": change.to,
        }));
    }
    lines
}
