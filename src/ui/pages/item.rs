//! One entry of a group: its questions, and removing it.

use crate::interview::{Field, asked_in_item, item_name};
use crate::pack::{Group, Kind, Question};
use crate::ui::components::button::{LINK, WARNING, heading};
use crate::ui::components::error_summary::ErrorSummary;
use crate::ui::components::question::question_view;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn view(session: Session, language: Language, place: (usize, usize), key: u32) -> AnyView {
    let Some((question, group)) = find(session, place) else { return gone(session, place, language) };
    let number = session.form().with_untracked(|form| form.items(question.id.as_str()).find(|item| item.key == key).map(|item| item.number));
    let Some(number) = number else { return gone(session, place, language) };
    let questions: Vec<_> = group.questions.iter().map(|inner| while_asked(session, &question, &group, inner, key, language)).collect();
    let pack = session.pack();
    let go_on = {
        let (question, group) = (question.clone(), group.clone());
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let pack = session.pack();
            let wrongs = session.form().with_untracked(|form| {
                let record = form.item_answers(&question.id, &group, key);
                let shown = group.questions.iter().filter(|inner| asked_in_item(&pack, &record, inner));
                form.wrongs(&pack, shown, Some(&(question.id.clone(), key)))
            });
            if wrongs.is_empty() {
                let back = session.return_to().unwrap_or(Page::Questions(place.0, place.1));
                session.apply(Change::Went(back));
            } else {
                session.apply(Change::Refused(wrongs));
            }
        }
    };
    view! {
        <ErrorSummary session language/>
        <p class="ds-section-name">{pack.sections[place.0].title.say(language).to_owned()}</p>
        {heading(format!("{} {number}", group.item.say(language)))}
        <form novalidate autocomplete="off" on:submit=go_on>
            {questions}
            <button class="govuk-button" type="submit">{words::GO_ON.say(language)}</button>
        </form>
    }
    .into_any()
}

fn while_asked(session: Session, question: &Question, group: &Group, inner: &Question, key: u32, language: Language) -> impl IntoView + use<> {
    let field = Field { item: Some((question.id.clone(), key)), fact: inner.id.clone() };
    let (pack, id, group, inner) = (session.pack(), question.id.clone(), group.clone(), Arc::new(inner.clone()));
    let kept = inner.clone();
    let shown = Memo::new(move |_| session.form().with(|form| asked_in_item(&pack, &form.item_answers(&id, &group, key), &kept)));
    view! {
        <Show when=move || shown.get()>{question_view(session, &inner, field.clone(), language)}</Show>
    }
}

/// Asks before an entry is removed.
pub(crate) fn remove(session: Session, language: Language, place: (usize, usize), key: u32) -> AnyView {
    let Some((question, group)) = find(session, place) else { return gone(session, place, language) };
    let name = session.form().with_untracked(|form| {
        let item = form.items(question.id.as_str()).find(|item| item.key == key)?;
        let record = form.item_answers(&question.id, &group, key).facts;
        Some(item_name(&group, item.number, &record, language))
    });
    let Some(name) = name else { return gone(session, place, language) };
    let back = move || session.apply(Change::Went(session.return_to().unwrap_or(Page::Questions(place.0, place.1))));
    let remove = move |_| {
        session.apply(Change::Removed(question.id.clone(), key));
        back();
    };
    view! {
        {heading(words::REMOVE_TITLE.say(language).to_owned())}
        <p class="govuk-body">{name}</p>
        <div class="govuk-button-group">
            <button class=WARNING type="button" on:click=remove>{words::REMOVE_YES.say(language)}</button>
            <button class=LINK type="button" on:click=move |_| back()>{words::KEEP.say(language)}</button>
        </div>
    }
    .into_any()
}

/// The entry was removed: the browser's "back" may still lead here.
fn gone(session: Session, place: (usize, usize), language: Language) -> AnyView {
    view! {
        {heading(words::NONE_ADDED.say(language).to_owned())}
        <button class="govuk-button" type="button" on:click=move |_| session.apply(Change::Went(Page::Questions(place.0, place.1)))>
            {words::GO_ON.say(language)}
        </button>
    }
    .into_any()
}

fn find(session: Session, (section, page): (usize, usize)) -> Option<(Question, Group)> {
    let pack = session.pack();
    let question = pack.sections.get(section)?.pages.get(page)?.questions.first()?;
    match &question.kind {
        Kind::Group(group) => Some((question.clone(), group.clone())),
        _ => None,
    }
}
