//! Opening an answer sheet. What is wrong with a file is said; what was typed stays.

use crate::answers::{AnswerSheet, MAX_BYTES, too_large};
use crate::browser::file;
use crate::interview::stage_of;
use crate::problem::{Problem, quoted};
use crate::ui::app::problem_list;
use crate::ui::components::button::heading;
use crate::ui::components::details::details;
use crate::ui::components::error_summary::summary;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Session};
use crate::ui::words;
use crate::words::{Language, Text};

pub(crate) fn view(session: Session, language: Language) -> El {
    let problems = move || {
        let state = session.state();
        let list = (!state.problems.is_empty()).then(|| {
            let kept = said("p", "", words::OPEN_KEPT.say(language));
            let list = || problem_list(&state.problems, language);
            let details = if state.problems.iter().any(is_no_sheet) {
                // For whoever made the file, not for the person who opened it.
                several()
                    .child(said("p", "", words::OPEN_NO_SHEET.say(language)))
                    .child(details(words::OPEN_DETAILS.say(language), |inside| inside.child(list())))
            } else {
                list()
            };
            summary(language, several().child(kept).child(details))
        });
        several().children(list)
    };
    let label = said("label", "govuk-label", words::OPEN_FILE.say(language)).attr("for", "answer-sheet");
    let input = el("input", "govuk-file-upload")
        .attr("type", "file")
        .id("answer-sheet")
        .attr("accept", ".json,application/json")
        .attr("autocomplete", "off")
        .on("change", move |event| {
            file::read(event, 1, MAX_BYTES, move |mut all| {
                if let Some(text) = all.pop() {
                    session.apply(opened(session, text));
                }
            });
        });
    several()
        .redrawn(
            move || {
                if session.state().problems.is_empty() { 0 } else { session.state().refusals }
            },
            problems,
        )
        .child(heading(words::OPEN_TITLE.say(language)))
        .child(said("p", "govuk-body", words::OPEN_TEXT.say(language)))
        .child(el("div", "govuk-form-group").child(label).child(input))
}

fn opened(session: Session, text: file::Read) -> Change {
    let pack = session.pack();
    let read = match text {
        Ok(text) => AnswerSheet::parse(&text).and_then(|sheet| {
            if sheet.pack != pack.id.as_str() {
                return Err(vec![other_pack(&sheet.pack)]);
            }
            Ok((sheet.read(pack)?, sheet.reference))
        }),
        Err(file::Refused::TooLarge) => Err(vec![too_large()]),
        Err(file::Refused::Unreadable) => Err(vec![unreadable()]),
    };
    match read {
        Ok((answers, reference)) => Change::Opened(stage_of(pack, &answers), Box::new(answers), reference),
        Err(problems) => Change::NotOpened(problems),
    }
}

/// Whether the file is something else altogether.
fn is_no_sheet(problem: &Problem) -> bool {
    matches!(problem.code, "sheet-not-json" | "sheet-wrong-kind" | "sheet-missing" | "sheet-format")
}

fn unreadable() -> Problem {
    Problem::new("file-unreadable", "", words::OPEN_UNREADABLE.text(), Text::default())
}

fn other_pack(id: &str) -> Problem {
    let id = quoted(id);
    let next_step = Text::new(
        [words::OPEN_OTHER_PACK.en, " ", &id].concat(),
        [words::OPEN_OTHER_PACK.cy, " ", &id].concat(),
    );
    Problem::new("sheet-other-pack", "pack", Text::new(id.clone(), id), next_step)
}
