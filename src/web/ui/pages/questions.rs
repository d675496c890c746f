//! A page of questions, or the list of a group's entries.

use super::entries::Entries;
use crate::components::button::{Go, Heading, LINK, Submit};
use crate::components::error_summary::ErrorSummary;
use crate::components::form::Form;
use crate::components::part::SectionName;
use crate::components::question::QuestionView;
use crate::components::redrawn::Shown;
use crate::components::text::Paragraph;
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Asked, Field};
use drive_screening_core::pack::{Kind, PageRef, Question, Stage};
use leptos::prelude::*;

#[component]
pub(crate) fn QuestionsPage(
    session: Session,
    language: Language,
    /// The page.
    page: PageRef,
) -> impl IntoView {
    let section = session.pack().sections.get(page.section);
    let Some(shown) = section.and_then(|section| section.pages.get(page.page)) else {
        return view! { <Paragraph text=words::NOT_ASKED_PAGE.say(language) /> }.into_any();
    };
    let title = || Some(view! { <Heading text=shown.title.say(language) /> });
    let (title, questions) = match shown.questions.as_slice() {
        [question] => match &question.kind {
            Kind::Group(group) => {
                (title(), view! { <Entries session question group page language /> }.into_any())
            }
            // A question on its own is the heading of its page.
            _ => {
                let field = Field::of(&question.id);
                (None, view! { <QuestionView session question field language heads=true /> }.into_any())
            }
        },
        questions => {
            let questions = questions.iter();
            let questions =
                questions.map(|question| view! { <WhileAsked session question language /> }).collect_view();
            (title(), questions.into_any())
        }
    };
    view! {
        <ErrorSummary session language />
        <SectionName session page language />
        {title}
        <Form act=move || session.apply(Change::PageSubmitted(page))>
            {questions}
            <div class="govuk-button-group">
                <Submit language />
                <Go session to=Page::Tasks words=words::ALL_SECTIONS language class=LINK />
            </div>
            {(!session.is_editing()).then(|| view! { <SectionsLeft session language /> })}
        </Form>
        {(session.program().below)(session, language)}
    }
    .into_any()
}

/// How many sections are left.
#[component]
fn SectionsLeft(session: Session, language: Language) -> impl IntoView {
    let left = session.interview(words::sections_left);
    view! { <Paragraph text=left.say(language) class="ds-progress" /> }
}

/// A question that comes and goes with the answer it hangs on. Whether it can still matter is settled when the page
/// opens, so that nothing moves under the person's hands.
#[component]
fn WhileAsked(session: Session, question: &'static Question, language: Language) -> impl IntoView {
    let matters = session.interview(|interview| interview.asked(question) != Asked::NoLonger);
    let is_asked =
        move || session.interview(|interview| interview.at_stage(Stage::Referral).is_asked(question));
    matters.then(|| {
        view! {
            <Shown when=is_asked>
                <QuestionView session question field=Field::of(&question.id) language />
            </Shown>
        }
    })
}
