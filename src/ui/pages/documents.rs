//! The documents: three cards, each with what it is, who it is for and its formats; and one on screen.

use crate::answers::AnswerSheet;
use crate::browser::{download, page};
use crate::document::Format;
use crate::document::job::Output;
use crate::pack::Part;
use crate::ui::components::banner::result_changed;
use crate::ui::components::button::{PRIMARY, SECONDARY, WARNING, button, go, heading};
use crate::ui::components::question::part_label;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session, Writer};
use crate::ui::words;
use crate::words::{Language, Words};

pub(crate) fn view(session: Session, language: Language) -> El {
    let status =
        el("p", "govuk-body").attr("role", "status").text_live(move || match &session.state().saved {
            Some(Ok(name)) => [words::SAVED.say(language), ": ", name].concat(),
            Some(Err(())) => words::SAVE_FAILED.say(language).to_owned(),
            None => String::new(),
        });
    let save_sheet = move |_: &_| {
        let reference = session.reference();
        let sheet = session.pages(|at| AnswerSheet::write(at.pack, at.answers, Some(&reference)));
        let name = [&reference, "-answers.json"].concat();
        let saved = download::save(&name, Format::Json.media_type(), &AnswerSheet::to_text(&sheet).into());
        session.apply(Change::Saved(if saved { Ok(name) } else { Err(()) }));
    };
    let reference = said("p", "govuk-body", words::REFERENCE.say(language)).text(": ");
    several()
        .child(heading(words::DOCUMENTS_TITLE.say(language)))
        .children(result_changed(session, language))
        .child(said("p", "govuk-body", words::DOCUMENTS_TEXT.say(language)))
        .child(reference.child(said("strong", "", &session.reference())))
        .child(making(session, words::MAKING, language))
        .child(status)
        .child(el("div", "ds-cards").children(Part::ALL.map(|part| card(session, part, language))))
        .child(said("h2", "govuk-heading-m", words::SAVE_SHEET.say(language)))
        .child(said("p", "govuk-body", words::SAVE_SHEET_TEXT.say(language)))
        .child(button(words::SAVE_SHEET.say(language), SECONDARY, save_sheet))
        .child(said("h2", "govuk-heading-m", words::AFTER_TITLE.say(language)))
        .child(said("p", "govuk-body", words::AFTER_TEXT.say(language)))
        .child(go(session, Page::Clear, words::CLEAR, language, WARNING))
}

fn card(session: Session, part: Part, language: Language) -> El {
    let about = session.pack().part_words(part);
    let save = |format: Format, words: Words| {
        button(words.say(language), SECONDARY, move |_| {
            session.apply(Change::Wanted(part, Output::File(format)));
        })
    };
    let readers = said("strong", "", words::FOR_WHOM.say(language)).text(": ");
    let actions = el("div", "ds-card__actions")
        .child(go(session, Page::Preview(part), words::LOOK_PRINT, language, PRIMARY))
        .child(save(Format::Html, words::SAVE_HTML))
        .child(save(Format::Json, words::SAVE_JSON))
        .child(save(Format::Text, words::SAVE_TXT));
    el("section", "ds-card")
        .child(part_label(said("h2", "ds-card__title", about.title.say(language)), part, language))
        .child(said("p", "govuk-body", about.holds.say(language)))
        .child(el("p", "govuk-body").child(readers).text(about.readers.say(language)))
        .child(said("p", "govuk-inset-text", about.care.say(language)))
        .child(actions)
}

/// A document on screen, from which it is printed.
pub(crate) fn preview(session: Session, language: Language) -> El {
    let buttons = el("div", "govuk-button-group")
        .child(button(words::PRINT.say(language), PRIMARY, |_| page::print()))
        .child(go(session, Page::Documents, words::DOCUMENTS_TITLE, language, SECONDARY));
    several()
        .child(buttons)
        .child(said("p", "govuk-hint", words::PRINT_NOTE.say(language)))
        .child(making(session, words::MAKING, language))
        .children(session.state().drawn.as_deref().map(|preview| el("div", "").html(preview)))
}

/// What is going on while a document is made, or why none can be made and what to do about it.
pub(crate) fn making(session: Session, making: Words, language: Language) -> El {
    let state = move || {
        let state = session.state();
        match state.writer {
            Writer::Failed => 1,
            Writer::Stale => 2,
            _ if state.wanted.is_some() => 3,
            _ => 0,
        }
    };
    let again = move |keep: bool, words: Words| {
        button(words.say(language), SECONDARY, move |_| session.apply(Change::StartWriter { keep }))
    };
    let view = move || match state() {
        1 => several().child(problem(words::WRITER_FAILED, language)).child(again(true, words::TRY_AGAIN)),
        2 => several().child(problem(words::WRITER_STALE, language)),
        3 => el("div", "ds-making")
            .child(said("p", "govuk-body", making.say(language)))
            .child(again(false, words::STOP_MAKING)),
        _ => several(),
    };
    el("div", "").attr("role", "status").redrawn(state, view)
}

fn problem(words: Words, language: Language) -> El {
    said("p", "govuk-inset-text", words.say(language))
}
