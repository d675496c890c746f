//! The drill before a site begins: a TEST referral, sealed as a real one is, and a check list. The documents say TEST on each page.

use super::ways::Ways;
use crate::browser::host;
use crate::components::button::{Button, Heading, PRIMARY, SECONDARY};
use crate::components::redrawn::Shown;
use crate::components::text::{Paragraph, Subheading};
use crate::pages::documents::{Making, SavedFile};
use crate::pages::seal_problem::SealProblem;
use crate::pages::statement::MadePage;
use crate::session::{Change, Page, Session};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Field, FieldInput, RawValue};
use drive_screening_core::pack::{FactId, Stage, well_known};
use drive_screening_panel_desk::words;
use leptos::prelude::*;

/// What is to be ticked off, in order.
const STEPS: [Phrase; 7] = [
    words::DRILL_WORDS,
    words::DRILL_SEND,
    words::DRILL_OPEN,
    words::DRILL_RECEIPT,
    words::DRILL_RECOVERY,
    words::DRILL_WRONG,
    words::DRILL_DELETE,
];

/// Writes the referral, about nobody, and goes to where it is sealed.
pub(super) fn begin(session: Session) {
    session.set_up(|state| state.visit.stage = Stage::Referral);
    let name = well_known::PERPETRATOR_NAME;
    if let (Some(_), Some(fact)) = (session.pack().question(name), FactId::parse(name)) {
        let text = words::TEST_NAME.say(session.language()).to_owned();
        session.apply(Change::Typed(Field::of(&fact), FieldInput::typed(RawValue::Text(text))));
    }
    to_drill(session);
}

#[component]
pub(super) fn DrillPage(session: Session, language: Language) -> impl IntoView {
    let steps = STEPS.iter().map(|step| view! { <li>{step.say(language)}</li> }).collect_view();
    view! {
        <SealProblem session language />
        <Heading text=words::DRILL_TITLE.say(language) />
        <Paragraph text=words::DRILL_TEXT.say(language) />
        <Subheading text=words::DRILL_STEPS.say(language) />
        <ol class="govuk-body">{steps}</ol>
        <Paragraph text=[words::DRILL_SIGNED.say(language), ":"].concat() />
        <Button text=words::PRINT_SHEET.say(language) class=SECONDARY act=host::print />
        <Making session making=words::WORKING language />
        <SavedFile session language />
        <Shown when=move || session.page() == Page::Start>
            <Button text=words::DRILL_TITLE.say(language) class=PRIMARY act=move || to_drill(session) />
        </Shown>
        <MadePage session />
        <Ways here=words::DRILL_TITLE language />
    }
}

/// Goes where the drill is, from wherever its program begins.
fn to_drill(session: Session) {
    session.apply(Change::Navigated(Page::Seal));
}
