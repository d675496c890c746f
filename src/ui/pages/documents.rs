//! The documents: three cards, each with what it is, who it is for and its formats; and one on screen.

use crate::answers::AnswerSheet;
use crate::browser::{download, page};
use crate::document::{Document, Format, Stamp, compose, file_name, html, write};
use crate::pack::Part;
use crate::ui::components::banner::ResultChanged;
use crate::ui::components::button::{PRIMARY, SECONDARY, WARNING, go, heading};
use crate::ui::components::question::part_label;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::{Language, Words};
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let cards = Part::ALL.map(|part| card(session, part, language)).into_iter().collect_view();
    let said = move || {
        session.saved().get().map(|saved| match saved {
            Ok(name) => format!("{}: {name}", words::SAVED.say(language)),
            Err(()) => words::SAVE_FAILED.say(language).to_owned(),
        })
    };
    let save_sheet = move |_| {
        let sheet = session.answers().with_untracked(|answers| AnswerSheet::write(&session.pack(), answers));
        let name = format!("{}-answers.json", session.reference());
        report(session, &name, "application/json", &sheet.to_string());
    };
    view! {
        {heading(words::DOCUMENTS_TITLE.say(language).to_owned())}
        <ResultChanged session language/>
        <p class="govuk-body">{words::DOCUMENTS_TEXT.say(language)}</p>
        <p class="govuk-body">{words::REFERENCE.say(language)}": "<strong>{session.reference()}</strong></p>
        <p class="govuk-body" role="status">{said}</p>
        <div class="ds-cards">{cards}</div>
        <h2 class="govuk-heading-m">{words::SAVE_SHEET.say(language)}</h2>
        <p class="govuk-body">{words::SAVE_SHEET_TEXT.say(language)}</p>
        <button class=SECONDARY type="button" on:click=save_sheet>{words::SAVE_SHEET.say(language)}</button>
        <h2 class="govuk-heading-m">{words::AFTER_TITLE.say(language)}</h2>
        <p class="govuk-body">{words::AFTER_TEXT.say(language)}</p>
        {go(session, Page::Clear, words::CLEAR, language, WARNING)}
    }
}

fn card(session: Session, part: Part, language: Language) -> impl IntoView {
    let pack = session.pack();
    let about = pack.part_words(part);
    let save = move |format: Format, words: Words| {
        let save = move |_| {
            let document = document(session, part, language);
            report(session, &file_name(&document, format), format.media_type(), &write(&document, format));
        };
        view! { <button class=SECONDARY type="button" on:click=save>{words.say(language)}</button> }
    };
    view! {
        <section class="ds-card">
            <h2 class="ds-card__title">{about.title.say(language).to_owned()}{part_label(part, language)}</h2>
            <p class="govuk-body">{about.holds.say(language).to_owned()}</p>
            <p class="govuk-body"><strong>{words::FOR_WHOM.say(language)}": "</strong>{about.readers.say(language).to_owned()}</p>
            <p class="govuk-inset-text">{about.care.say(language).to_owned()}</p>
            <div class="ds-card__actions">
                {go(session, Page::Preview(part), words::LOOK_PRINT, language, PRIMARY)}
                {save(Format::Html, words::SAVE_HTML)}
                {save(Format::Json, words::SAVE_JSON)}
                {save(Format::Text, words::SAVE_TXT)}
            </div>
        </section>
    }
}

/// A document on screen, from which it is printed.
pub(crate) fn preview(session: Session, language: Language, part: Part) -> impl IntoView {
    let fragment = html::fragment(&document(session, part, language));
    view! {
        <div class="govuk-button-group">
            <button class=PRIMARY type="button" on:click=|_| page::print()>{words::PRINT.say(language)}</button>
            {go(session, Page::Documents, words::DOCUMENTS_TITLE, language, SECONDARY)}
        </div>
        <p class="govuk-hint">{words::PRINT_NOTE.say(language)}</p>
        <div inner_html=fragment></div>
    }
}

fn document(session: Session, part: Part, language: Language) -> Document {
    let stamp = Stamp { reference: session.reference(), made_on: crate::browser::clock::today(), language };
    session.pages(|at| compose(at.pack, at.answers, at.outcome, part, &stamp))
}

/// Saves a file and says so, or says that it could not.
fn report(session: Session, name: &str, kind: &str, content: &str) {
    let saved = download::save(name, kind, content);
    session.apply(Change::Saved(if saved { Ok(name.to_owned()) } else { Err(()) }));
}
