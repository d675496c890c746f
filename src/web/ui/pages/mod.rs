//! One file a page. A page reads the session and shows it; it is drawn afresh when the page or language changes.

mod about;
mod check;
mod clear;
mod disagree;
mod documents;
pub(crate) mod edit;
mod entries;
mod item;
mod open;
mod questions;
mod result;
mod start;
mod stop;
mod tasks;
mod urgent;

use super::components::question::provide_doubts;
use super::session::{Page, Session};
use super::words;
use about::{AboutPage, StatementPage};
use check::CheckPage;
use clear::{ClearPage, EndedPage};
use disagree::DisagreePage;
use documents::{DocumentsPage, PreviewPage};
use drive_screening_core::base::words::Language;
use edit::EditPage;
use item::{ItemPage, RemovePage};
use leptos::prelude::*;
use open::OpenPage;
use questions::QuestionsPage;
use result::ResultPage;
use start::StartPage;
use stop::StopPage;
use tasks::TasksPage;
use urgent::UrgentPage;

/// The page the person is on.
#[component]
pub(crate) fn CurrentPage(session: Session, page: Page, language: Language) -> impl IntoView {
    provide_doubts(session);
    match page {
        Page::Start => view! { <StartPage session language /> }.into_any(),
        Page::Tasks if session.is_editing() => view! { <EditPage session language /> }.into_any(),
        Page::Tasks => view! { <TasksPage session language /> }.into_any(),
        Page::Questions(section, page) => {
            view! { <QuestionsPage session language place=(section, page) /> }.into_any()
        }
        Page::Item(section, page, key) => {
            view! { <ItemPage session language place=(section, page) key /> }.into_any()
        }
        Page::Remove(section, page, key) => {
            view! { <RemovePage session language place=(section, page) key /> }.into_any()
        }
        Page::Urgent(section, page) => {
            view! { <UrgentPage session language place=(section, page) /> }.into_any()
        }
        Page::Stop => view! { <StopPage session language /> }.into_any(),
        Page::Result => view! { <ResultPage session language /> }.into_any(),
        Page::Disagree => view! { <DisagreePage session language /> }.into_any(),
        Page::Check => view! { <CheckPage session language /> }.into_any(),
        Page::Documents => view! { <DocumentsPage session language /> }.into_any(),
        Page::Preview(_) => view! { <PreviewPage session language /> }.into_any(),
        Page::Clear => view! { <ClearPage session language /> }.into_any(),
        Page::Ended => view! { <EndedPage session language /> }.into_any(),
        Page::Open => view! { <OpenPage session language /> }.into_any(),
        Page::Accessibility => {
            view! { <StatementPage session title=words::ACCESSIBILITY_TITLE language /> }.into_any()
        }
        Page::About => view! { <AboutPage session language /> }.into_any(),
        Page::Privacy => view! { <StatementPage session title=words::PRIVACY_TITLE language /> }.into_any(),
    }
}
