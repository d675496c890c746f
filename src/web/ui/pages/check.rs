//! Check your answers. The composer draws them, as no document can be made without it either.

use super::documents::{Making, SavedFile};
use super::statement::MadePage;
use crate::components::banner::ResultChanged;
use crate::components::button::Heading;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn CheckPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::CHECK_TITLE.say(language) />
        <ResultChanged session language />
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <MadePage session />
    }
}
