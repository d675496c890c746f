//! Answering a question that somebody sent about a case: their message is pasted in, and a line to send back comes of it. No case
//! is open here, and the message names none.

use super::edit::Draft;
use crate::browser::acts;
use crate::components::button::{Heading, Submit};
use crate::components::form::Form;
use crate::components::question::QuestionView;
use crate::components::text::Paragraph;
use crate::pages::documents::{Making, SavedFile};
use crate::session::{Change, Output, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::Field;
use drive_screening_core::pack::PageRef;
use drive_screening_core::protocol::MESSAGE_BEGINS;
use leptos::prelude::*;

/// The id of the field that a message is pasted into.
const MESSAGE: &str = "message";

#[component]
pub(crate) fn ReplyPage(session: Session, language: Language) -> impl IntoView {
    let is_formed = session.state().editing.as_ref().is_some_and(|editing| editing.form_loaded);
    let body = if is_formed {
        view! { <Answering session language /> }.into_any()
    } else {
        view! { <Message session language /> }.into_any()
    };
    view! {
        <Heading text=words::REPLY_TITLE.say(language) />
        <Making session making=words::WORKING language />
        <SavedFile session language />
        {body}
    }
}

/// Where the message is pasted.
#[component]
fn Message(session: Session, language: Language) -> impl IntoView {
    let read = move || {
        let message = [MESSAGE_BEGINS, &acts::typed(&session.host(), MESSAGE)].concat();
        session.apply(Change::FilesChosen(Output::EditForm, vec![message]));
    };
    view! {
        <Paragraph text=words::REPLY_TEXT.say(language) />
        <Form act=read>
            <div class="govuk-form-group">
                <label class="govuk-label" for=MESSAGE>
                    {words::REPLY_MESSAGE.say(language)}
                </label>
                <textarea
                    class="govuk-textarea"
                    id=MESSAGE
                    data-unsent=""
                    rows="8"
                    autocomplete="off"
                    spellcheck="false"
                    translate="no"
                ></textarea>
            </div>
            <Submit language />
        </Form>
    }
}

/// The questions of the message, and the line that comes of the answers as they are given: there is nothing to send on.
#[component]
fn Answering(session: Session, language: Language) -> impl IntoView {
    let page = PageRef::default();
    let questions = session.pack().page(page).questions.iter();
    let questions = questions
        .map(|question| view! { <QuestionView session question field=Field::of(&question.id) language /> })
        .collect_view();
    view! {
        <Form act=|| ()>{questions}</Form>
        <Draft session language />
    }
}
