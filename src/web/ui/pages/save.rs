//! Saving what was typed, to come back to it, and locking the page. The composer draws the form; without it what was typed can
//! still be saved as it is.

use super::statement::StatementPage;
use crate::components::button::{Button, SECONDARY};
use crate::components::redrawn::Shown;
use crate::session::{Change, ComposerState, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn SavePage(session: Session, language: Language) -> impl IntoView {
    let is_gone =
        move || matches!(session.state().jobs.composer, ComposerState::Failed | ComposerState::Stale);
    let save = move || session.apply(Change::SaveDraft);
    view! {
        <StatementPage session title=words::SAVE_TITLE language />
        <Shown when=is_gone>
            <Button text=words::SAVE_DRAFT.say(language) class=SECONDARY act=save />
        </Shown>
    }
}
