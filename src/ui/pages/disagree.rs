//! "Disagree and refer anyway": people decide, with written reasons.

use crate::interview::{Field, Wrong};
use crate::ui::components::button::{LINK, go, heading};
use crate::ui::components::error_summary::ErrorSummary;
use crate::ui::components::question::question_view;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

/// The fact that holds the reasons.
const REASONS: &str = "override_reasons";

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let question = pack.question(REASONS).cloned();
    let field = question.as_ref().map(|question| Field::of(&question.id));
    let control = question.as_ref().zip(field.clone()).map(|(question, field)| question_view(session, question, field, language));
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let given = session.answers().with_untracked(|answers| answers.known(REASONS).is_some());
        if given {
            session.apply(Change::Refers);
            session.apply(Change::Went(Page::Tasks));
        } else if let Some(field) = field.clone() {
            session.apply(Change::Refused(vec![Wrong { field, message: words::DISAGREE_MISSING.text() }]));
        }
    };
    view! {
        <ErrorSummary session language/>
        {heading(words::DISAGREE_TITLE.say(language).to_owned())}
        <p class="govuk-body">{words::DISAGREE_TEXT.say(language)}</p>
        <form novalidate autocomplete="off" on:submit=go_on>
            {control}
            <div class="govuk-button-group">
                <button class="govuk-button" type="submit">{words::WRITE_REFERRAL.say(language)}</button>
                {go(session, Page::Result, words::SEE_RESULT, language, LINK)}
            </div>
        </form>
    }
}
