//! "Disagree and refer anyway": people decide, with written reasons.

use crate::interview::{Field, OVERRIDE, Wrong};
use crate::ui::components::button::{Go, Heading, LINK, Submit};
use crate::ui::components::error_summary::ErrorSummary;
use crate::ui::components::form::Form;
use crate::ui::components::question::QuestionView;
use crate::ui::components::text::Paragraph;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn DisagreePage(session: Session, language: Language) -> impl IntoView {
    let question = session.pack().question(OVERRIDE);
    let field = question.map(|question| Field::of(&question.id));
    let control = question
        .zip(field.clone())
        .map(|(question, field)| view! { <QuestionView session question field language wanted=true /> });
    let go_on = move || {
        if session.pages(|at| at.answers.known(OVERRIDE).is_some()) {
            session.apply(Change::Refers);
            session.apply(Change::Went(Page::Tasks));
        } else if let Some(field) = field.clone() {
            session.apply(Change::Refused(vec![Wrong { field, message: words::DISAGREE_MISSING.text() }]));
        }
    };
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
