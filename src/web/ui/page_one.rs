//! Page one of the panel pack, beside the questions or one press away from them. It stays while pages turn.

use super::components::text::live;
use super::frame::follow;
use super::mount::effect;
use super::session::{Change, Session};
use super::words;
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

#[component]
pub(crate) fn PageOneBeside(session: Session) -> impl IntoView {
    let is_open = move || session.state().page_one.is_open;
    // Said aloud as a section is done or opened again, and not at each answer.
    let left = live(move || session.interview(words::sections_left).say(session.language()).to_owned());
    view! {
        <aside class="ds-page-one" hidden=move || !session.state().offers_page_one()>
            <button
                class="ds-link"
                type="button"
                aria-expanded=move || is_open().to_string()
                on:click=move |_| session.apply(Change::PageOneOpened(!untrack(is_open)))
                prop:textContent=follow(session, words::PAGE_ONE)
            ></button>
            <p class="govuk-visually-hidden" role="status" prop:textContent=left></p>
            <div class="ds-page-one__sheet" tabindex="0" use:follows=session></div>
        </aside>
    }
}

/// `use:follows=session`: an element that holds page one as it came last. It is filled and not drawn anew, so that it stays
/// scrolled to where it was.
fn follows(element: Element, session: Session) {
    effect(Box::new(move || {
        let html = session.state().jobs.page_one.clone().unwrap_or_default();
        session.host().fill(&element, &html);
    }));
}
