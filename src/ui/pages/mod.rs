//! One file a page. A page reads the session and shows it; it is drawn afresh when the page or language changes.

mod check;
mod clear;
mod disagree;
mod documents;
mod item;
mod open;
mod questions;
mod result;
mod start;
mod statements;
mod stop;
mod tasks;

use super::session::{Page, Session};
use crate::words::Language;
use leptos::prelude::*;

/// The page the person is on.
pub(crate) fn view(session: Session, page: Page, language: Language) -> AnyView {
    match page {
        Page::Start => start::view(session, language).into_any(),
        Page::Tasks => tasks::view(session, language).into_any(),
        Page::Questions(section, page) => questions::view(session, language, section, page),
        Page::Item(section, page, key) => item::view(session, language, (section, page), key),
        Page::Remove(section, page, key) => item::remove(session, language, (section, page), key),
        Page::Stop => stop::view(session, language).into_any(),
        Page::Result => result::view(session, language).into_any(),
        Page::Disagree => disagree::view(session, language).into_any(),
        Page::Check => check::view(session, language).into_any(),
        Page::Documents => documents::view(session, language).into_any(),
        Page::Preview(part) => documents::preview(session, language, part).into_any(),
        Page::Clear => clear::view(session, language).into_any(),
        Page::Ended => clear::ended(session, language).into_any(),
        Page::Open => open::view(session, language).into_any(),
        Page::Accessibility => statements::accessibility(language).into_any(),
        Page::Privacy => statements::privacy(language).into_any(),
    }
}
