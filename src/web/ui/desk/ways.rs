//! The ways to the other pages of the desk.

use crate::browser::host::{DRILL, KEYS};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_panel_desk::words;
use leptos::prelude::*;

/// The ways to the other pages of the desk.
#[component]
pub(super) fn Ways(
    /// The page that this is.
    here: Phrase,
    language: Language,
) -> impl IntoView {
    let ways = [("#open", words::OPEN_TITLE), (KEYS, words::KEYS_TITLE), (DRILL, words::DRILL_TITLE)];
    let link = |(fragment, title): (&str, Phrase)| {
        let address = [fragment, "/", language.tag()].concat();
        view! {
            <li>
                <a class="ds-link" href=address>
                    {title.say(language)}
                </a>
            </li>
        }
    };
    let links = ways.into_iter().filter(|(_, title)| *title != here).map(link).collect_view();
    view! { <ul class="govuk-list ds-screen-only">{links}</ul> }
}
