//! "Disagree and refer anyway": people decide, with written reasons.

use crate::components::button::{Go, Heading, LINK, Submit};
use crate::components::error_summary::ErrorSummary;
use crate::components::form::Form;
use crate::components::question::QuestionView;
use crate::components::text::Paragraph;
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::Field;
use drive_screening_core::pack::well_known::OVERRIDE_REASONS;
use leptos::prelude::*;

#[component]
pub(crate) fn DisagreePage(session: Session, language: Language) -> impl IntoView {
    let question = session.pack().question(OVERRIDE_REASONS);
    let field = question.map(|question| Field::of(&question.id));
    let control = question
        .zip(field)
        .map(|(question, field)| view! { <QuestionView session question field language wanted=true /> });
    let go_on = move || session.apply(Change::DisagreementSubmitted);
    view! {
        <ErrorSummary session language />
        <Heading text=words::DISAGREE_TITLE.say(language) />
        <Paragraph text=words::DISAGREE_TEXT.say(language) />
        <Form act=go_on>
            {control}
            <div class="govuk-button-group">
                <Submit words=words::WRITE_REFERRAL language />
                <Go session to=Page::Result words=words::SEE_RESULT language class=LINK />
            </div>
        </Form>
    }
}
