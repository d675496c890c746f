//! Check your answers: gaps on top, then every answer with a way to change it.

use crate::components::banner::ResultChanged;
use crate::components::button::{Go, GoChange, Heading, PRIMARY};
use crate::components::details::Details;
use crate::components::field_view::QuestionPart;
use crate::components::mend::Mend;
use crate::components::text::{Paragraph, Subheading};
use crate::session::{Page, Session};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Gap, Missing};
use drive_screening_core::pack::{PageRef, Question, Section, Stage};
use leptos::prelude::*;

/// Gaps of a section that are shown without being asked for.
const FEW_GAPS: usize = 4;

#[component]
pub(crate) fn CheckPage(session: Session, language: Language) -> impl IntoView {
    let gaps = session.gaps();
    let sections = session.pack().sections.iter().enumerate();
    let sections = sections
        .map(|(index, section)| view! { <SectionSummary session index section language /> })
        .collect_view();
    view! {
        <Heading text=words::CHECK_TITLE.say(language) />
        <ResultChanged session language />
        <GapLists session gaps language />
        <Go session to=Page::Documents words=words::MAKE_DOCUMENTS language class=PRIMARY />
        {sections}
        <Go session to=Page::Documents words=words::MAKE_DOCUMENTS language class=PRIMARY />
    }
}

/// What may not be right, and then what is missing.
#[component]
fn GapLists(session: Session, gaps: Vec<Gap>, language: Language) -> impl IntoView {
    let (unsure, missing): (Vec<Gap>, Vec<Gap>) =
        gaps.into_iter().partition(|gap| matches!(gap.missing, Missing::Sure(_)));
    let text = if missing.is_empty() { words::GAPS_NONE } else { words::GAPS_TEXT };
    let unsure = (!unsure.is_empty()).then(|| {
        view! { <GapList session title=words::UNSURE_TITLE text=words::UNSURE_TEXT gaps=unsure language /> }
    });
    view! {
        {unsure}
        <GapList session title=words::GAPS_TITLE text gaps=missing language />
    }
}

/// Gaps under a heading, section by section.
#[component]
fn GapList(
    session: Session,
    title: Phrase,
    text: Phrase,
    gaps: Vec<Gap>,
    language: Language,
) -> impl IntoView {
    let sections = gaps
        .chunk_by(|one, next| one.page.section == next.page.section)
        .map(|gaps| view! { <SectionGaps session gaps=gaps.to_vec() language /> })
        .collect_view();
    view! {
        <Subheading text=title.say(language) />
        <Paragraph text=text.say(language) />
        {sections}
    }
}

/// The gaps of one section. Many are folded away, so that the sections can be seen at a glance.
#[component]
fn SectionGaps(session: Session, gaps: Vec<Gap>, language: Language) -> impl IntoView {
    let title = gaps.first().map_or("", |gap| session.pack().sections[gap.page.section].title.say(language));
    let (title, many) = ([title, " (", &gaps.len().to_string(), ")"].concat(), gaps.len() > FEW_GAPS);
    let rows = gaps
        .into_iter()
        .map(|gap| {
            view! {
                <li>
                    <Mend session gap language />
                </li>
            }
            .into_any()
        })
        .collect_view();
    let links = view! { <ul class="govuk-list govuk-list--bullet">{rows}</ul> };
    if many {
        view! { <Details summary=title>{links}</Details> }.into_any()
    } else {
        view! {
            <h3 class="govuk-heading-s">{title}</h3>
            {links}
        }
        .into_any()
    }
}

/// The answers of a section, if any of its questions is asked.
#[component]
fn SectionSummary(
    session: Session,
    index: usize,
    section: &'static Section,
    language: Language,
) -> impl IntoView {
    let rows = session.interview(|interview| {
        let mut rows = Vec::new();
        for (page, shown) in section.pages.iter().enumerate() {
            for question in &shown.questions {
                if interview.at_stage(Stage::Referral).is_asked(question) {
                    let page = Page::Questions(PageRef { section: index, page });
                    let lines = interview.answer_lines(question, language);
                    rows.push(view! { <SummaryRow session page question lines language /> });
                }
            }
        }
        rows
    });
    (!rows.is_empty()).then(|| {
        view! {
            <Subheading text=section.title.say(language) />
            <dl class="govuk-summary-list">{rows}</dl>
        }
        .into_any()
    })
}

#[component]
fn SummaryRow(
    session: Session,
    /// Where it is changed.
    page: Page,
    question: &'static Question,
    /// What was answered.
    lines: Vec<String>,
    language: Language,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="govuk-body" dir="auto" translate="no">{line}</p> }.into_any())
        .collect_view();
    let label = question.label.say(language);
    view! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label} <QuestionPart question language /></dt>
            <dd class="govuk-summary-list__value">{lines}</dd>
            <dd class="govuk-summary-list__actions">
                <GoChange session to=page words=words::CHANGE language what=label />
            </dd>
        </div>
    }
}
