//! The pages of a referral, one file each. A page reads the session and shows it; it is drawn afresh when the page or language changes.

pub(crate) mod check;
pub(crate) mod clear;
mod disagree;
pub(crate) mod documents;
mod entries;
pub(crate) mod item;
pub(crate) mod lock;
pub(crate) mod network;
mod open;
pub(crate) mod questions;
mod result;
mod save;
pub(crate) mod seal_problem;
mod start;
pub(crate) mod statement;
mod stop;
mod tasks;
mod urgent;
mod words_coming;

use super::session::{Page, Program, Session};
use super::{effects, words};
use check::CheckPage;
use clear::{ClearPage, EndedPage};
use disagree::DisagreePage;
use documents::{DocumentsPage, PreviewPage};
use drive_screening_core::base::words::Language;
use drive_screening_core::state::State;
use item::ItemPage;
use leptos::prelude::*;
use network::NetworkPage;
use open::OpenPage;
use questions::QuestionsPage;
use result::ResultPage;
use save::SavePage;
use start::StartPage;
use statement::StatementPage;
use stop::StopPage;
use tasks::TasksPage;
use urgent::UrgentPage;
use words_coming::WordsComingPage;

/// The program for a referral.
pub static REFERRAL: Program = Program {
    state: State::new,
    begin: |_| (),
    draw,
    start: words::START_TITLE,
    tasks: words::TASKS_TITLE,
    below: |_, _| None,
    is_refused: |_| false,
    effects: effects::EFFECTS,
};

/// The page the person is on.
fn draw(session: Session, page: Page, language: Language) -> AnyView {
    let (for_network, waits) = {
        let state = session.state();
        (state.waits_for_network(), state.waits_for_words() && !state.pack.is_whole())
    };
    match page {
        _ if for_network => view! { <NetworkPage session language /> }.into_any(),
        _ if waits => view! { <WordsComingPage session language /> }.into_any(),
        Page::Start => view! { <StartPage session language /> }.into_any(),
        Page::Tasks => view! { <TasksPage session language /> }.into_any(),
        Page::Urgent(page) => view! { <UrgentPage session language page /> }.into_any(),
        Page::Stop => view! { <StopPage session language /> }.into_any(),
        Page::Result => view! { <ResultPage session language /> }.into_any(),
        Page::Disagree => view! { <DisagreePage session language /> }.into_any(),
        Page::Check => view! { <CheckPage session language /> }.into_any(),
        Page::Documents => view! { <DocumentsPage session language /> }.into_any(),
        Page::Preview(_) => view! { <PreviewPage session language /> }.into_any(),
        Page::Open => view! { <OpenPage session language /> }.into_any(),
        Page::Ask => view! { <StatementPage session title=words::ASK_TITLE language /> }.into_any(),
        Page::Seal => view! { <StatementPage session title=words::SEAL_TITLE language /> }.into_any(),
        Page::Save => view! { <SavePage session language /> }.into_any(),
        page => common(session, page, language),
    }
}

/// A page that every program has: questions, clearing, the statements and the glossary.
pub(crate) fn common(session: Session, page: Page, language: Language) -> AnyView {
    match page {
        Page::Questions(page) => view! { <QuestionsPage session language page /> }.into_any(),
        Page::Item(page, key, part) => view! { <ItemPage session language page key part /> }.into_any(),
        Page::Clear => view! { <ClearPage session language /> }.into_any(),
        Page::Accessibility => {
            view! { <StatementPage session title=words::ACCESSIBILITY_TITLE language /> }.into_any()
        }
        Page::Privacy => view! { <StatementPage session title=words::PRIVACY_TITLE language /> }.into_any(),
        Page::Glossary => view! { <StatementPage session title=words::GLOSSARY language /> }.into_any(),
        Page::Report => view! { <StatementPage session title=words::REPORT language /> }.into_any(),
        // The rest belongs to one program or the other, which draws it before it comes here.
        _ => view! { <EndedPage session language /> }.into_any(),
    }
}
