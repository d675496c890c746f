//! Buttons that move on.

use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use leptos::prelude::*;

/// The page's heading, which takes focus when the page is shown.
#[component]
pub(crate) fn Heading(
    /// The heading.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <h1 class="govuk-heading-l" tabindex="-1">{text}</h1> }
}

/// A button that does something.
#[component]
pub(crate) fn Button(
    /// What it says it does.
    #[prop(into)]
    text: String,
    /// One of the classes of this file.
    class: &'static str,
    /// What it does.
    #[prop(into)]
    act: Callback<()>,
    /// What it does that to, where that is only read aloud.
    #[prop(optional, into)]
    to_what: Option<String>,
) -> impl IntoView {
    let to_what = to_what.map(|what| view! { <span class="govuk-visually-hidden">{what}</span> }.into_any());
    view! {
        <button class=class type="button" on:click=move |_| act.run(())>
            {text}
            {to_what}
        </button>
    }
}

/// A button that goes to a page.
#[component]
pub(crate) fn Go(
    session: Session,
    /// The page.
    to: Page,
    /// What the button says.
    words: Phrase,
    language: Language,
    /// One of the classes of this file.
    class: &'static str,
) -> impl IntoView {
    view! { <Button text=words.say(language) class act=move || session.apply(Change::Navigated(to)) /> }
}

/// A quiet button that goes to change something, after which the person comes back to this page.
#[component]
pub(crate) fn GoChange(
    session: Session,
    /// The page where it is changed.
    to: Page,
    /// What the button says.
    words: Phrase,
    language: Language,
    /// What is changed; only read aloud.
    #[prop(into)]
    what: String,
) -> impl IntoView {
    let act = move || session.apply(Change::NavigatedToCorrect(to));
    view! { <Button text=words.say(language) class=LINK act to_what=[" ", &what].concat() /> }
}

/// The button that sends a page's form on.
#[component]
pub(crate) fn Submit(
    /// What the button says.
    #[prop(default = words::GO_ON)]
    words: Phrase,
    language: Language,
) -> impl IntoView {
    view! { <button class=PRIMARY type="submit">{words.say(language)}</button> }
}

/// The page's one next step.
pub(crate) const PRIMARY: &str = "govuk-button";
/// A step beside it.
pub(crate) const SECONDARY: &str = "govuk-button govuk-button--secondary";
/// A step that loses something.
pub(crate) const WARNING: &str = "govuk-button govuk-button--warning";
/// A quiet step in a line of text.
pub(crate) const LINK: &str = "ds-link";
