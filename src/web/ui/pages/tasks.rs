//! The task list: every section and how far it is.

use crate::components::banner::Carried;
use crate::components::button::{Go, Heading, LINK, PRIMARY, SECONDARY};
use crate::components::text::{Paragraph, Subheading};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::SectionState;
use drive_screening_core::pack::{PageRef, Section, Speed, Stage};
use leptos::prelude::*;

#[component]
pub(crate) fn TasksPage(session: Session, language: Language) -> impl IntoView {
    let left = session.interview(words::sections_left);
    let referral = (session.stage() == Stage::Referral)
        .then(|| view! { <SectionList session stage=Stage::Referral language /> });
    let offers = session.stage() == Stage::Referral
        && !session.is_editing()
        && session.state().sealing.lock_key.is_none();
    let offer = offers.then(|| {
        view! {
            <p class="govuk-inset-text">
                {words::LOCK_OFFER.say(language)} " "
                <Go session to=Page::Save words=words::SAVE_TITLE language class=LINK />
            </p>
        }
    });
    view! {
        <Heading text=words::TASKS_TITLE.say(language) />
        <Carried session language />
        <Paragraph text=left.say(language) class="ds-progress" />
        <NextStep session language />
        {offer}
        {referral}
        <SectionList session stage=Stage::Screening language />
    }
}

/// On to the first page that is open, to the answers as a whole, or to the result.
#[component]
fn NextStep(session: Session, language: Language) -> impl IntoView {
    let result = move |class| view! { <Go session to=Page::Result words=words::SEE_RESULT language class /> };
    match session.stage() {
        Stage::Referral => {
            let open = session.interview(|interview| interview.first_open());
            let check = if open.is_some() { SECONDARY } else { PRIMARY };
            let on = open.map(|open| {
                view! { <Go session to=Page::Questions(open) words=words::GO_ON language class=PRIMARY /> }
            });
            view! {
                <div class="govuk-button-group">
                    {on}
                    <Go session to=Page::Check words=words::CHECK language class=check />
                    {result(SECONDARY)}
                </div>
            }
            .into_any()
        }
        Stage::Screening if session.can_see_result() => result(PRIMARY).into_any(),
        Stage::Screening => {
            let first = session.interview(|interview| interview.first_open()).unwrap_or_default();
            view! {
                <Paragraph text=words::RESULT_LATER.say(language) class="govuk-hint" />
                <Go session to=Page::Questions(first) words=words::GO_ON language class=PRIMARY />
            }
            .into_any()
        }
    }
}

/// The sections of a stage under its heading.
#[component]
fn SectionList(session: Session, stage: Stage, language: Language) -> impl IntoView {
    let title = match stage {
        Stage::Referral => words::REFERRAL,
        Stage::Screening => words::SCREENING,
    };
    // What asks for nothing now is not listed, but for the screening, where a person should see that it is not forgotten.
    let is_listed = |section: &Section| {
        section.stage == stage
            && (stage == Stage::Screening
                || session.interview(|interview| interview.first_page(section, Speed::Core)).is_some())
    };
    let sections = session.pack().sections.iter().enumerate().filter(|(_, section)| is_listed(section));
    let rows = sections
        .map(|(index, section)| view! { <SectionRow session index section language /> })
        .collect_view();
    view! {
        <Subheading text=title.say(language) />
        <ul class="govuk-task-list">{rows}</ul>
    }
}

#[component]
fn SectionRow(
    session: Session,
    /// Which section it is.
    index: usize,
    section: &'static Section,
    language: Language,
) -> impl IntoView {
    let (state, first) = session.interview(|interview| {
        (interview.section_state(section, Speed::Core), interview.first_page(section, Speed::Core))
    });
    let title = section.title.say(language);
    let hint_id = ["section-", section.id.as_str(), "-hint"].concat();
    let status_id = ["section-", section.id.as_str(), "-status"].concat();
    let (words, class) = match state {
        SectionState::NotStarted => (words::NOT_STARTED, "govuk-tag"),
        SectionState::InProgress => (words::IN_PROGRESS, "govuk-tag"),
        SectionState::Done => (words::DONE, "govuk-task-list__status--plain"),
        SectionState::NotNeeded => (words::NOT_NEEDED, "govuk-task-list__status--plain"),
    };
    let hint = match state {
        SectionState::NotNeeded => words::NOT_NEEDED_WHY.say(language),
        _ => section.purpose.say(language),
    };
    let name = match first {
        None => view! { <div>{title}</div> }.into_any(),
        Some(page) => {
            let to = Page::Questions(PageRef { section: index, page });
            let described_by = [&hint_id, " ", &status_id].concat();
            view! { <SectionLink session to title described_by /> }.into_any()
        }
    };
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                {name}
                <div class="govuk-task-list__hint" id=hint_id>{hint}</div>
            </div>
            <div class="govuk-task-list__status" id=status_id>
                <span class=class>{words.say(language)}</span>
            </div>
        </li>
    }
}

#[component]
fn SectionLink(
    session: Session,
    /// The first page to open.
    to: Page,
    title: &'static str,
    /// The ids of the section's hint and status.
    described_by: String,
) -> impl IntoView {
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.apply(Change::Navigated(to));
    };
    view! {
        <a class="govuk-link govuk-task-list__link" href="#" aria-describedby=described_by on:click=go>
            {title}
        </a>
    }
}
