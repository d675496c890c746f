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
    let is_referral = session.stage() == Stage::Referral;
    let (left, to_send) = session.interview(|interview| {
        let left = interview.sections_left(interview.stage);
        (words::sections_left(left), is_referral && left == 0)
    });
    let left = if to_send { words::READY_TO_SEND.text() } else { left };
    let referral = is_referral.then(|| {
        view! {
            <SectionList session stage=Stage::Referral speed=Speed::Core language />
            <SectionList session stage=Stage::Referral speed=Speed::Full language />
        }
    });
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
        <SectionList session stage=Stage::Screening speed=Speed::Core language />
    }
}

/// On to the answers as a whole, to the result, or to the first page that is open.
#[component]
fn NextStep(session: Session, language: Language) -> impl IntoView {
    let go = move |to, words, class| view! { <Go session to words language class /> };
    let stage = session.stage();
    let next = session.interview(|interview| interview.next_page(stage, None, true));
    let on = (stage == Stage::Referral || !session.can_see_result())
        .then(|| next.map(|next| go(Page::Questions(next), words::GO_ON, PRIMARY)))
        .flatten();
    let beside = if on.is_some() { SECONDARY } else { PRIMARY };
    let whole = (stage == Stage::Referral).then(|| go(Page::Check, words::CHECK, beside));
    let result = (stage == Stage::Referral || session.can_see_result())
        .then(|| go(Page::Result, words::SEE_RESULT, if whole.is_some() { SECONDARY } else { PRIMARY }));
    let later = (whole.is_none() && result.is_none())
        .then(|| view! { <Paragraph text=words::RESULT_LATER.say(language) class="govuk-hint" /> });
    view! {
        <div class="govuk-button-group">{on} {whole} {result}</div>
        {later}
    }
}

/// The sections of a stage that have pages of a speed, under its heading.
#[component]
fn SectionList(session: Session, stage: Stage, speed: Speed, language: Language) -> impl IntoView {
    let title = match (stage, speed) {
        (Stage::Screening, _) => words::SCREENING,
        (Stage::Referral, Speed::Core) => words::REFERRAL,
        (Stage::Referral, Speed::Full) => words::ADDITIONS,
    };
    let is_listed = |section: &Section| {
        section.stage == stage
            && (stage == Stage::Screening
                || session.interview(|interview| interview.first_page(section, speed).is_some()))
    };
    let sections = session.pack().sections.iter().enumerate().filter(|(_, section)| is_listed(section));
    let rows = sections
        .map(|(index, section)| view! { <SectionRow session index section speed language /> })
        .collect_view();
    let note = (speed == Speed::Full)
        .then(|| view! { <Paragraph text=words::ADDITIONS_TEXT.say(language) class="govuk-hint" /> });
    view! {
        <Subheading text=title.say(language) />
        {note}
        <ul class="govuk-task-list">{rows}</ul>
    }
}

#[component]
fn SectionRow(
    session: Session,
    /// Which section it is.
    index: usize,
    section: &'static Section,
    speed: Speed,
    language: Language,
) -> impl IntoView {
    let (state, first, added) = session.interview(|interview| {
        let pages = interview.asked_pages(section, speed).map(|(_, page)| page.title.say(language));
        let added = (speed == Speed::Full).then(|| pages.collect::<Vec<_>>().join("; "));
        (interview.section_state(section, speed), interview.first_page(section, speed), added)
    });
    let is_more = added.is_some()
        && session.interview(|interview| interview.first_page(section, Speed::Core).is_some());
    let more = is_more.then(|| words::MORE_OF.fill_in(&[&section.title]));
    let title = more.as_ref().unwrap_or(&section.title).say(language).to_owned();
    let id =
        |end| ["section-", section.id.as_str(), if added.is_some() { "-more" } else { "" }, end].concat();
    let (hint_id, status_id) = (id("-hint"), id("-status"));
    let (words, class) = match state {
        SectionState::NotStarted if added.is_some() => {
            (words::OPTIONAL_STATUS, "govuk-task-list__status--plain")
        }
        SectionState::NotStarted => (words::NOT_STARTED, "govuk-tag"),
        SectionState::InProgress => (words::IN_PROGRESS, "govuk-tag"),
        SectionState::Done => (words::DONE, "govuk-task-list__status--plain"),
        SectionState::NotNeeded => (words::NOT_NEEDED, "govuk-task-list__status--plain"),
    };
    let hint = match state {
        SectionState::NotNeeded => words::NOT_NEEDED_WHY.say(language),
        _ => added.as_deref().unwrap_or(section.purpose.say(language)),
    }
    .to_owned();
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
    title: String,
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
