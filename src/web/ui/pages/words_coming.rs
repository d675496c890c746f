//! In place of a page whose questions have no words yet: they come with the program that writes documents, a moment after the
//! page.

use crate::components::button::{Go, Heading, SECONDARY};
use crate::components::text::Paragraph;
use crate::pages::documents::Making;
use crate::session::{Page, Session};
use crate::titles;
use crate::words;
use drive_screening_core::base::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn WordsComingPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=titles::page_title(session, language) />
        <Paragraph text=words::WORDS_COMING.say(language) />
        <Making session making=words::WORKING language />
        // There the answers can be saved, should the words never come.
        <Go session to=Page::Documents words=words::MAKE_DOCUMENTS language class=SECONDARY />
    }
}
