//! Where answers go: to the panel, to Part B, or to Part C.

use crate::components::text::Paragraph;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::Field;
use drive_screening_core::pack::{PageRef, Part, Question, Stage};
use leptos::prelude::*;

/// The section of a page, with where its answers go: nothing of the screening or of a pack is of one part of a referral.
#[component]
pub(crate) fn SectionName(session: Session, page: PageRef, language: Language) -> impl IntoView {
    let title = session.pack().section(page).title.say(language);
    let first = session.pack().page(page).questions.first().filter(|_| is_referral(session, page));
    let goes = first.map(|first| [" · ", goes_to(first).say(language)].concat());
    view! { <Paragraph text=[title, &goes.unwrap_or_default()].concat() class="ds-section-name" /> }
}

fn is_referral(session: Session, page: PageRef) -> bool {
    !session.is_editing() && session.pack().section(page).stage == Stage::Referral
}

/// Where an answer goes, which may be one of two parts.
fn goes_to(question: &Question) -> Phrase {
    match question.part {
        _ if question.in_panel.is_some() => words::GOES_PANEL_OR,
        Part::Panel => words::GOES_PANEL,
        Part::Restricted => words::GOES_RESTRICTED,
        Part::Handling => words::GOES_HANDLING,
    }
}

/// Where the answer to a question goes, if that is elsewhere than its page says at its top.
pub(crate) fn goes_apart(session: Session, question: &Question, field: &Field) -> Option<Phrase> {
    let page = session.pack().place(field.question().as_str())?.page;
    let first = session.pack().page(page).questions.first().map(goes_to);
    Some(goes_to(question)).filter(|goes| is_referral(session, page) && first.as_ref() != Some(goes))
}
