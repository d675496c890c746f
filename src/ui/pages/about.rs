//! About these criteria: what they are, what their check finds, how their cases come out, how another pack differs. The
//! program that writes documents makes all of it.

use super::documents::making;
use crate::browser::file;
use crate::protocol::OPENED_MAX_BYTES;
use crate::ui::app::EDITOR;
use crate::ui::components::button::{SECONDARY, button, heading};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Output, Session};
use crate::ui::words;
use crate::words::{Language, Phrase};

pub(crate) fn view(session: Session, language: Language) -> El {
    let ask = move |words: Phrase, output: Output| {
        button(words.say(language), SECONDARY, move |_| {
            session.apply(Change::Requested(output));
        })
    };
    let asking = move || {
        let label =
            said("label", "govuk-label", words::ABOUT_COMPARE.say(language)).attr("for", "other-pack");
        let input = el("input", "govuk-file-upload")
            .attr("type", "file")
            .id("other-pack")
            .attr("accept", ".json,application/json")
            .attr("autocomplete", "off")
            .attr("multiple", "")
            .on("change", move |event| {
                file::read_all(event, 2, OPENED_MAX_BYTES as u64, move |texts| {
                    session.apply(Change::FilesChosen(Output::Compare, texts));
                });
            });
        let buttons = el("div", "govuk-button-group")
            .child(ask(words::ABOUT_CHECK, Output::Report))
            .child(ask(words::ABOUT_CASES, Output::Cases));
        // A tab of its own, so that nothing typed here is lost.
        let edit = said("a", "govuk-link", words::EDIT.say(language))
            .attr("href", EDITOR)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .text(words::NEW_TAB.say(language));
        several()
            .child(buttons)
            .child(el("div", "govuk-form-group").child(label).child(input))
            .child(el("p", "govuk-body").child(edit))
    };
    several()
        .child(heading(words::ABOUT_TITLE.say(language)))
        .child(said("p", "govuk-body", words::ABOUT_TEXT.say(language)))
        // Not before the rest is there, which would otherwise give way to what is asked for.
        .child(el("div", "").shown(move || session.state().panel().is_some(), asking))
        .child(making(session, words::WORKING, language))
        .child(drawn(session, "ds-beside", |session| session.state().jobs.side_panel.clone()))
        .child(drawn(session, "", |session| session.state().panel().map(ToOwned::to_owned)))
}

/// A statement of the page itself, which comes from the same program.
pub(crate) fn statement(session: Session, title: Phrase, language: Language) -> El {
    several()
        .child(heading(title.say(language)))
        .child(making(session, words::WORKING, language))
        .child(drawn(session, "", |session| session.state().panel().map(ToOwned::to_owned)))
}

/// What was made, as soon as it is there.
pub(crate) fn drawn(session: Session, class: &str, made: fn(Session) -> Option<String>) -> El {
    let view =
        move || several().children(made(session).map(|html| el("div", "").html(&session.host(), &html)));
    el("div", class)
        .redrawn(move || session.state().navigation.refusals * 2 + usize::from(made(session).is_some()), view)
}
