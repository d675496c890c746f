//! Opening a file: an answer sheet goes on where it stopped, a record of a referral is shown. What is wrong with a file is
//! said; what was typed stays. The composer reads it.

use super::about::drawn;
use super::documents::making;
use crate::browser::file::{self, Refused};
use crate::protocol::{OPENED_MAX_BYTES, OPENED_MAX_MB};
use crate::ui::components::button::heading;
use crate::ui::components::error_summary::summary;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Output, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    let refused = move || {
        let state = session.state();
        several().children(state.visit.open_error.as_deref().map(|why| {
            let kept = said("p", "", words::OPEN_KEPT.say(language));
            summary(language, several().child(kept).child(el("div", "").html(&session.host(), why)))
        }))
    };
    let label = said("label", "govuk-label", words::OPEN_FILE.say(language)).attr("for", "answer-sheet");
    let input = el("input", "govuk-file-upload")
        .attr("type", "file")
        .id("answer-sheet")
        .attr("accept", ".json,.pdf,application/json,application/pdf")
        .attr("autocomplete", "off")
        .on("change", move |event| {
            file::read(event, OPENED_MAX_BYTES as u64, move |text| {
                let why = match text {
                    Ok(text) => return session.apply(Change::FilesChosen(Output::Open, vec![text])),
                    Err(Refused::TooLarge) => words::OPEN_TOO_LARGE.fill(&[&OPENED_MAX_MB.to_string()]),
                    Err(Refused::Unreadable) => words::OPEN_UNREADABLE.fill(&[]),
                };
                let list = ["<ul class=\"govuk-list\"><li>", why.say(language), "</li></ul>"].concat();
                session.apply(Change::FileRefused(list));
            });
        });
    several()
        .redrawn(
            move || {
                let state = session.state();
                if state.visit.open_error.is_some() { state.navigation.refusals } else { 0 }
            },
            refused,
        )
        .child(heading(words::OPEN_TITLE.say(language)))
        .child(said("p", "govuk-body", words::OPEN_TEXT.say(language)))
        .child(el("div", "govuk-form-group").child(label).child(input))
        .child(making(session, words::WORKING, language))
        .child(drawn(session, "ds-beside", |session| session.state().jobs.side_panel.clone()))
}
