//! Buttons that move on.

use crate::browser::dom::Event;
use crate::ui::element::{El, said};
use crate::ui::session::{Change, Page, Session};
use crate::words::{Language, Phrase};

/// The page's heading, which takes focus when the page is shown.
pub(crate) fn heading(text: &str) -> El {
    said("h1", "govuk-heading-l", text).attr("tabindex", "-1")
}

/// A button that does something.
pub(crate) fn button(text: &str, class: &str, act: impl Fn(&Event) + 'static) -> El {
    said("button", class, text).attr("type", "button").on("click", act)
}

/// A button that goes to a page.
pub(crate) fn go(session: Session, to: Page, words: Phrase, language: Language, class: &str) -> El {
    button(words.say(language), class, move |_| {
        session.apply(Change::Navigated(to));
    })
}

/// A button that goes to change something and comes back; `what` is only read aloud.
pub(crate) fn go_change(session: Session, to: Page, words: Phrase, language: Language, what: &str) -> El {
    let more = said("span", "govuk-visually-hidden", " ").text(what);
    button(words.say(language), LINK, move |_| {
        session.apply(Change::NavigatedToCorrect(to));
    })
    .child(more)
}

/// The button that sends a page's form on.
pub(crate) fn submit(words: Phrase, language: Language) -> El {
    // The form does what there is to do; listening keeps a click that is not meant for it from sending it.
    said("button", PRIMARY, words.say(language)).attr("type", "submit").on("click", |_| {})
}

/// The page's one next step.
pub(crate) const PRIMARY: &str = "govuk-button";
/// A step beside it.
pub(crate) const SECONDARY: &str = "govuk-button govuk-button--secondary";
/// A step that loses something.
pub(crate) const WARNING: &str = "govuk-button govuk-button--warning";
/// A quiet step in a line of text.
pub(crate) const LINK: &str = "ds-link";
