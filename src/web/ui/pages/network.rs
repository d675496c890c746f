//! In place of a page that takes something of a case, until the network is shut.

use crate::components::button::{Button, Heading, SECONDARY};
use crate::components::text::{Paragraph, live};
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::NetworkState;
use leptos::prelude::*;

#[component]
pub(crate) fn NetworkPage(session: Session, language: Language) -> impl IntoView {
    let refused = session.state().network.state == NetworkState::Refused;
    let (title, text) = if refused {
        (words::NETWORK_REFUSED_TITLE, words::NETWORK_REFUSED_TEXT)
    } else {
        (words::NETWORK_WAIT_TITLE, words::NETWORK_WAIT_TEXT)
    };
    let awaited = live(move || words::programs(&session.state().network.awaited, language));
    let go_on = refused.then(|| {
        let go_on = move || session.apply(Change::NetworkAccepted);
        view! { <Button text=words::NETWORK_REFUSED_GO.say(language) class=SECONDARY act=go_on /> }
    });
    view! {
        <Heading text=title.say(language) />
        <Paragraph text=text.say(language) />
        <p class="govuk-body" role="status" prop:textContent=awaited></p>
        {go_on}
    }
}
