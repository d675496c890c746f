//! The effect of the changes that somebody is making to a pack, as data for the page that shows them while they are typed.

use crate::changes::changes;
use crate::{compare, report, words};
use drive_screening_authoring::check::{self, Report};
use drive_screening_authoring::diff::{self, Change, Difference};
use drive_screening_authoring::edit::{EditError, Edited, Editor};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use drive_screening_document::write::Fragment;
use serde_json::{Value, json};

/// `{"says", "hits": [{"fact", "list", "index", "says"}], "html"}`: one sentence; everything wrong, with the question that
/// mends it (`list` and `index`, from 0, where that is in an entry; no `fact` where none does); and the changes, what
/// they decide differently and the findings of the check, safe for `innerHTML`.
pub fn draft_json(editor: &Editor, answers: &Json, day: Date, language: Language) -> String {
    let edited = editor.edited(answers);
    let hits: Vec<Value> = edited.errors.iter().map(|wrong| hit(wrong, language)).collect();
    let (says, html) = match proved(editor, &edited, day) {
        _ if !hits.is_empty() => {
            let says = words::DRAFT_PROBLEMS.fill(&[&hits.len().to_string()]);
            (says.say(language).to_owned(), String::new())
        }
        Ok(proved) => (proved.says(language), proved.html(editor, language)),
        Err(problems) => {
            let mut page = Fragment::new(language);
            page.problems(&problems);
            (words::NOT_COMPARED.say(language).to_owned(), page.end())
        }
    };
    json!({ "says": says, "hits": hits, "html": html }).to_string()
}

fn hit(wrong: &EditError, language: Language) -> Value {
    let problem = &wrong.problem;
    let label = wrong.label.as_ref().map(|label| [label.say(language), ": "].concat()).unwrap_or_default();
    let says = [&label, problem.message.say(language), "; ", problem.next_step.say(language)].concat();
    match &wrong.place {
        Some(place) => json!({
            "fact": place.fact,
            "list": place.entry.map(|(list, _)| list),
            "index": place.entry.map(|(_, index)| index),
            "says": says,
        }),
        None => json!({ "says": format!("{}: {says}", problem.at) }),
    }
}

/// The proof of a draft without problems.
struct Proved {
    pack: Pack,
    changes: Vec<Change>,
    difference: Difference,
    report: Report,
}

fn proved(editor: &Editor, edited: &Edited, day: Date) -> Result<Proved, Vec<Problem>> {
    let (old, new) = (editor.source(), edited.source.as_str());
    let changes = diff::changes(old, new)?;
    let difference = diff::diff(old, new, day)?;
    let (pack, report) = check::check(new, day)?;
    Ok(Proved { pack, changes, difference, report })
}

impl Proved {
    fn says(&self, language: Language) -> String {
        if self.changes.is_empty() {
            return words::DRAFT_NOTHING.say(language).to_owned();
        }
        let share = if self.difference.groups.is_empty() {
            words::DRAFT_NONE.say(language).to_owned()
        } else {
            compare::percent(self.difference.share)
        };
        let check = if self.report.passes() { words::PASSES } else { words::FAILS };
        let arguments = [&self.changes.len().to_string(), &share, check.say(language)];
        words::DRAFT_READY.fill(&arguments).say(language).to_owned()
    }

    fn html(&self, editor: &Editor, language: Language) -> String {
        let mut page = Fragment::new(language);
        let opened = editor.pack();
        page.heading(words::DRAFT_CHANGED);
        changes(&mut page, &self.changes);
        if !self.changes.is_empty() && !editor.is_builtin() && self.pack.version == opened.version {
            page.say(words::DRAFT_SAME_VERSION, std::slice::from_ref(&opened.version));
        }
        page.heading(words::DRAFT_DECIDES);
        compare::differences(&mut page, [opened, &self.pack], &self.difference, true);
        page.heading(words::REPORT);
        report::findings(&mut page, &self.pack, &self.report);
        page.end()
    }
}
