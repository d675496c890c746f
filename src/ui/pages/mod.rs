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

use super::element::El;
use super::session::{Page, Session};
use super::words;
use crate::words::Language;

/// The page the person is on.
pub(crate) fn view(session: Session, page: Page, language: Language) -> El {
    match page {
        Page::Start => start::view(session, language),
        Page::Tasks if session.is_editing() => edit::view(session, language),
        Page::Tasks => tasks::view(session, language),
        Page::Questions(section, page) => questions::view(session, language, section, page),
        Page::Item(section, page, key) => item::view(session, language, (section, page), key),
        Page::Remove(section, page, key) => item::remove(session, language, (section, page), key),
        Page::Urgent(section, page) => urgent::view(session, language, section, page),
        Page::Stop => stop::view(session, language),
        Page::Result => result::view(session, language),
        Page::Disagree => disagree::view(session, language),
        Page::Check => check::view(session, language),
        Page::Documents => documents::view(session, language),
        Page::Preview(_) => documents::preview(session, language),
        Page::Clear => clear::view(session, language),
        Page::Ended => clear::ended(session, language),
        Page::Open => open::view(session, language),
        Page::Accessibility => about::statement(session, words::ACCESSIBILITY_TITLE, language),
        Page::About => about::view(session, language),
        Page::Privacy => about::statement(session, words::PRIVACY_TITLE, language),
    }
}
