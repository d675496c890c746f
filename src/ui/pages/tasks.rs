//! The task list: every section and how far it is.

use crate::interview::{
    Pages, SectionState, can_see_result, next_page, page_is_answered, page_is_asked, section_state, sections_left,
};
use crate::pack::{Section, Stage};
use crate::ui::components::button::{PRIMARY, SECONDARY, go, heading};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    session.pages(|at| {
        let left = words::sections_left(sections_left(at, at.stage));
        let referral = (at.stage == Stage::Referral).then(|| {
            view! {
                <h2 class="govuk-heading-m">{words::REFERRAL.say(language)}</h2>
                {list(session, at, Stage::Referral, language)}
            }
        });
        let screening = view! {
            <h2 class="govuk-heading-m">{words::SCREENING.say(language)}</h2>
            {list(session, at, Stage::Screening, language)}
        };
        let next = match at.stage {
            Stage::Referral => view! {
                <div class="govuk-button-group">
                    {go(session, Page::Check, words::CHECK, language, PRIMARY)}
                    {go(session, Page::Result, words::SEE_RESULT, language, SECONDARY)}
                </div>
            }
            .into_any(),
            Stage::Screening if can_see_result(at) => go(session, Page::Result, words::SEE_RESULT, language, PRIMARY).into_any(),
            Stage::Screening => {
                let (section, page) = next_page(at, Stage::Screening, None, true).unwrap_or((0, 0));
                view! {
                    <p class="govuk-hint">{words::RESULT_LATER.say(language)}</p>
                    {go(session, Page::Questions(section, page), words::GO_ON, language, PRIMARY)}
                }
                .into_any()
            }
        };
        view! {
            {heading(words::TASKS_TITLE.say(language).to_owned())}
            <p class="ds-progress">{left.say(language).to_owned()}</p>
            {referral}
            {screening}
            {next}
        }
    })
}

fn list(session: Session, at: Pages<'_>, stage: Stage, language: Language) -> impl IntoView + use<> {
    let sections = at.pack.sections.iter().enumerate().filter(|(_, section)| section.stage == stage);
    let rows = sections.map(|(index, section)| row(session, at, index, section, language)).collect_view();
    view! { <ul class="govuk-task-list">{rows}</ul> }
}

fn row(session: Session, at: Pages<'_>, index: usize, section: &Section, language: Language) -> impl IntoView + use<> {
    let state = section_state(at, section);
    let title = section.title.say(language).to_owned();
    let hint_id = format!("section-{}-hint", section.id);
    let status_id = format!("section-{}-status", section.id);
    let (words, class) = match state {
        SectionState::NotStarted => (words::NOT_STARTED, "govuk-tag"),
        SectionState::InProgress => (words::IN_PROGRESS, "govuk-tag"),
        SectionState::Done => (words::DONE, "govuk-task-list__status--plain"),
        SectionState::NotNeeded => (words::NOT_NEEDED, "govuk-task-list__status--plain"),
    };
    let hint = match state {
        SectionState::NotNeeded => words::NOT_NEEDED_WHY.say(language).to_owned(),
        _ => section.purpose.say(language).to_owned(),
    };
    let name = match first_page(at, section) {
        None => view! { <div>{title}</div> }.into_any(),
        Some(page) => {
            let open = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                session.apply(Change::Went(Page::Questions(index, page)));
            };
            view! {
                <a class="govuk-link govuk-task-list__link" href="#" aria-describedby=format!("{hint_id} {status_id}") on:click=open>{title}</a>
            }
            .into_any()
        }
    };
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                {name}
                <div class="govuk-task-list__hint" id=hint_id>{hint}</div>
            </div>
            <div class="govuk-task-list__status" id=status_id><span class=class>{words.say(language)}</span></div>
        </li>
    }
}

/// Where a section opens: its first page with something to answer, else its first page that is asked.
fn first_page(at: Pages<'_>, section: &Section) -> Option<usize> {
    let asked = |unanswered: bool| {
        section.pages.iter().position(|page| page_is_asked(at, page) && !(unanswered && page_is_answered(at, page)))
    };
    asked(true).or_else(|| asked(false))
}
