//! What stands around every page: the bar, the way out, and the foot.

use super::session::{Change, Page, Session};
use super::words;
use crate::browser::{leave, settings};
use crate::words::Language;
use leptos::prelude::*;

/// Where "Leave quickly" goes when the copy names nowhere.
const EXIT: &str = "https://www.bbc.co.uk/weather";

/// The address "Leave quickly" goes to.
pub(crate) fn exit_address() -> String {
    settings::meta("drive-exit").unwrap_or_else(|| EXIT.to_owned())
}

/// Forgets everything, covers the page and goes elsewhere.
pub(crate) fn leave_quickly(session: Session) {
    session.apply(Change::Left);
    leave::leave_for(&exit_address());
}

#[component]
pub(crate) fn Bar(
    /// The visit.
    session: Session,
) -> impl IntoView {
    let language = session.language();
    let other = move || language.get().other();
    let network = move || if session.network_shut().get() { words::NETWORK_SHUT } else { words::NETWORK_OPEN };
    let speak = move |_| session.apply(Change::Spoke(language.get_untracked().other()));
    view! {
        <ExitLink session class="govuk-skip-link"/>
        <header class="ds-bar">
            <div class="ds-bar__inner">
                <span class="ds-bar__name">{move || words::PRODUCT.say(language.get())}</span>
                <span class="ds-bar__network">{move || network().say(language.get())}</span>
                <button class="ds-bar__lang" type="button" lang=move || other().tag() on:click=speak>
                    {move || match other() { Language::En => "English", Language::Cy => "Cymraeg" }}
                </button>
                <ExitLink session class="ds-exit"/>
            </div>
        </header>
    }
}

/// The link that leaves: in the bar, and again as the first stop of the Tab key.
#[component]
fn ExitLink(
    /// The visit.
    session: Session,
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let language = session.language();
    let leave = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        leave_quickly(session);
    };
    view! {
        <a class=class href=exit_address() rel="nofollow noreferrer" title=move || words::LEAVE_HINT.say(language.get()) on:click=leave>
            {move || words::LEAVE.say(language.get())}
        </a>
    }
}

/// Covers everything while the browser leaves.
#[component]
pub(crate) fn ExitOverlay(
    /// The visit.
    session: Session,
) -> impl IntoView {
    let language = session.language();
    view! {
        <Show when=move || session.left().get()>
            <div class="ds-exit-overlay" role="alert">{move || words::LEAVING.say(language.get())}</div>
        </Show>
    }
}

#[component]
pub(crate) fn Foot(
    /// The visit.
    session: Session,
) -> impl IntoView {
    let language = session.language();
    let pack = session.pack();
    let criteria = move || {
        let language = language.get();
        format!("{}: {}, {} {}", words::CRITERIA_VERSION.say(language), pack.title.say(language), pack.id, pack.version)
    };
    let link = move |to: Page, text: crate::words::Words| {
        view! {
            <li><button class="ds-link" type="button" on:click=move |_| session.apply(Change::Went(to.clone()))>
                {move || text.say(language.get())}
            </button></li>
        }
    };
    view! {
        <footer class="ds-foot">
            <ul class="ds-foot__list">
                <li>{criteria}</li>
                {link(Page::Privacy, words::PRIVACY)}
                {link(Page::Accessibility, words::ACCESSIBILITY)}
                {link(Page::Clear, words::CLEAR)}
                <li>{move || words::INDEPENDENT.say(language.get())}</li>
                <Show when=move || language.get() == Language::Cy><li>{words::TRANSLATION.cy}</li></Show>
            </ul>
        </footer>
    }
}
