//! Opening a file: an answer sheet goes on where it stopped, a record of a referral is shown. What is wrong with a file is
//! said; what was typed stays. The composer reads it.

use super::documents::Making;
use super::seal_problem::SealProblem;
use super::statement::SidePanel;
use crate::browser::file::{self, Contents};
use crate::components::button::Heading;
use crate::components::error_summary::Summary;
use crate::components::file_field::FileField;
use crate::components::html::Html;
use crate::components::redrawn::Redrawn;
use crate::components::text::Paragraph;
use crate::session::{Change, Output, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::protocol::OPENED_MAX_BYTES;
use leptos::prelude::*;

#[component]
pub(crate) fn OpenPage(session: Session, language: Language) -> impl IntoView {
    let refusal = move || {
        let state = session.state();
        if state.visit.open_error.is_some() { state.navigation.refusals } else { 0 }
    };
    view! {
        <Redrawn key=refusal>
            <Refusal session language />
        </Redrawn>
        <SealProblem session language />
        <Heading text=words::OPEN_TITLE.say(language) />
        <Paragraph text=words::OPEN_TEXT.say(language) />
        <AnswerSheet session language />
        <Making session making=words::WORKING language />
        <SidePanel session />
    }
}

/// Why the last file was not opened.
#[component]
fn Refusal(session: Session, language: Language) -> impl IntoView {
    let why = session.state().visit.open_error.clone();
    why.map(|why| {
        let html = why.say(language).to_owned();
        view! {
            <Summary language>
                <p>{words::OPEN_KEPT.say(language)}</p>
                <Html session html />
            </Summary>
        }
    })
}

/// The file field.
#[component]
fn AnswerSheet(session: Session, language: Language) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        file::read(&event, 1, OPENED_MAX_BYTES as u64, move |read| {
            for file in read.map_or_else(|fault| vec![Change::FileNotRead(fault)], changes) {
                session.apply(file);
            }
        });
    };
    let accept = ".age,.json,.pdf,application/json,application/pdf";
    view! { <FileField id="answer-sheet" label=words::OPEN_FILE.say(language) accept chosen /> }
}

/// What comes of the chosen file.
fn changes(files: Vec<Contents>) -> Vec<Change> {
    let change = |file| match file {
        Contents::Text(text) => Change::FilesChosen(Output::Open, vec![text]),
        Contents::Sealed(file) => Change::SealedFileChosen(file),
    };
    files.into_iter().map(change).collect()
}
