//! Check your answers: gaps on top, then every answer with a way to change it.

use crate::answers::{Answer, Value};
use crate::browser::page::focus_id;
use crate::interview::{Asked, Gap, Missing, asked, gaps, item_name, say};
use crate::pack::{Kind, Pack, Question, Section, Stage};
use crate::ui::components::banner::ResultChanged;
use crate::ui::components::button::{LINK, PRIMARY, go, heading};
use crate::ui::components::question::part_label;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let missing = session.pages(|at| session.form().with_untracked(|form| gaps(at.pack, form, at.answers, at.outcome)));
    let sections = pack.sections.iter().enumerate().map(|(index, section)| summary(session, &pack, index, section, language)).collect_view();
    view! {
        {heading(words::CHECK_TITLE.say(language).to_owned())}
        <ResultChanged session language/>
        {missing_list(session, missing, language)}
        {go(session, Page::Documents, words::MAKE_DOCUMENTS, language, PRIMARY)}
        {sections}
        {go(session, Page::Documents, words::MAKE_DOCUMENTS, language, PRIMARY)}
    }
}

fn missing_list(session: Session, gaps: Vec<Gap>, language: Language) -> impl IntoView {
    let text = if gaps.is_empty() { words::GAPS_NONE } else { words::GAPS_TEXT };
    let rows = gaps.into_iter().map(|gap| {
        let what = match &gap.missing {
            Missing::Answer => format!("{}: {}", gap.label.say(language), words::GAP_ANSWER.say(language)),
            Missing::Known => format!("{}: {}", gap.label.say(language), words::GAP_KNOWN.say(language)),
            Missing::Entries => format!("{}: {}", gap.label.say(language), words::GAP_ENTRIES.say(language)),
            Missing::Mend(message) => message.say(language).to_owned(),
        };
        let id = gap.field.control();
        let (section, page) = gap.page;
        let to = match &gap.field.item {
            Some((_, key)) => Page::Item(section, page, *key),
            None => Page::Questions(section, page),
        };
        let mend = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            session.apply(Change::WentToChange(to.clone()));
            // After the page has drawn and moved focus to its heading, on to the field itself.
            let id = id.clone();
            request_animation_frame(move || request_animation_frame(move || { focus_id(&id); }));
        };
        view! { <li><a class="govuk-link" href="#" on:click=mend>{what}</a></li> }
    });
    view! {
        <h2 class="govuk-heading-m">{words::GAPS_TITLE.say(language)}</h2>
        <p class="govuk-body">{text.say(language)}</p>
        <ul class="govuk-list govuk-list--bullet">{rows.collect_view()}</ul>
    }
}

fn summary(session: Session, pack: &Pack, index: usize, section: &Section, language: Language) -> impl IntoView + use<> {
    let rows: Vec<AnyView> = section
        .pages
        .iter()
        .enumerate()
        .flat_map(|(page, shown)| shown.questions.iter().map(move |question| (page, question)))
        .filter(|(_, question)| {
            session.pages(|at| asked(pack, at.answers, at.outcome, question, Stage::Referral) == Asked::Yes)
        })
        .map(|(page, question)| row(session, (index, page), question, language))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{section.title.say(language).to_owned()}</h2>
            <dl class="govuk-summary-list">{rows}</dl>
        }
    })
}

fn row(session: Session, (section, page): (usize, usize), question: &Question, language: Language) -> AnyView {
    let value = session.answers().with_untracked(|answers| match (answers.get(question.id.as_str()), &question.kind) {
        (Some(Answer::Known(Value::Group(records))), Kind::Group(group)) if !records.is_empty() => {
            records.iter().enumerate().map(|(index, record)| item_name(group, index + 1, record, language)).collect()
        }
        (Some(answer), _) => vec![say(question, answer, language)],
        (None, _) => vec![words::NOT_ANSWERED.say(language).to_owned()],
    });
    let lines = value.into_iter().map(|line| view! { <p class="govuk-body" dir="auto" translate="no">{line}</p> }).collect_view();
    let change = move |_| session.apply(Change::WentToChange(Page::Questions(section, page)));
    let label = question.label.say(language).to_owned();
    view! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label.clone()}{part_label(question.part, language)}</dt>
            <dd class="govuk-summary-list__value">{lines}</dd>
            <dd class="govuk-summary-list__actions">
                <button class=LINK type="button" on:click=change>{words::CHANGE.say(language)}<span class="govuk-visually-hidden">" "{label}</span></button>
            </dd>
        </div>
    }
    .into_any()
}
