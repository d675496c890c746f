//! In place of a page that takes something of a case, until the network is shut.

use crate::components::button::{Button, Heading, SECONDARY};
use crate::components::redrawn::Redrawn;
use crate::components::text::{BulletList, Paragraph};
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::NetworkState;
use leptos::prelude::*;

#[component]
pub(crate) fn NetworkPage(session: Session, language: Language) -> impl IntoView {
    if session.state().network.state == NetworkState::Refused {
        return view! {
            <Heading text=words::NETWORK_REFUSED_TITLE.say(language) />
            <Paragraph text=words::NETWORK_REFUSED_TEXT.say(language) />
            <Button
                text=words::NETWORK_REFUSED_GO.say(language)
                class=SECONDARY
                act=move || session.apply(Change::NetworkAccepted)
            />
        }
        .into_any();
    }
    let awaited = move || {
        let awaited = session.state().network.awaited.clone();
        let lines = awaited.iter().map(|program| words::program(*program).say(language).to_owned()).collect();
        view! { <BulletList lines /> }
    };
    view! {
        <Heading text=words::NETWORK_WAIT_TITLE.say(language) />
        <Paragraph text=words::NETWORK_WAIT_TEXT.say(language) />
        <div role="status">
            <Redrawn key=move || session.state().network.awaited.len()>{awaited()}</Redrawn>
        </div>
    }
    .into_any()
}
