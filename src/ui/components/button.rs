//! Buttons that move on.

use crate::ui::session::{Change, Page, Session};
use crate::words::{Language, Words};
use leptos::prelude::*;

/// The page's heading, which takes focus when the page is shown.
pub(crate) fn heading(text: String) -> impl IntoView {
    view! { <h1 class="govuk-heading-l" tabindex="-1">{text}</h1> }
}

/// A button that goes to a page.
pub(crate) fn go(session: Session, to: Page, words: Words, language: Language, class: &'static str) -> impl IntoView {
    view! {
        <button type="button" class=class on:click=move |_| session.apply(Change::Went(to.clone()))>{words.say(language)}</button>
    }
}

/// The page's one next step.
pub(crate) const PRIMARY: &str = "govuk-button";
/// A step beside it.
pub(crate) const SECONDARY: &str = "govuk-button govuk-button--secondary";
/// A step that loses something.
pub(crate) const WARNING: &str = "govuk-button govuk-button--warning";
/// A quiet step in a line of text.
pub(crate) const LINK: &str = "ds-link";
