//! The list of a group's entries, each with change and remove; and adding one.

use crate::browser::dom::before_paint;
use crate::components::button::{Button, GoChange, LINK, SECONDARY};
use crate::components::field_view::{FieldView, Notes};
use crate::components::redrawn::Redrawn;
use crate::components::text::{Paragraph, live};
use crate::components::tick_box::{NoneBox, NotKnownBox};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Field, item_name};
use drive_screening_core::pack::{Group, Kind, PageRef, Question};
use leptos::prelude::*;

/// The list, with a way to add to it.
#[component]
pub(crate) fn Entries(
    session: Session,
    question: &'static Question,
    group: &'static Group,
    /// The page of the question.
    page: PageRef,
    language: Language,
) -> impl IntoView {
    let count = move || session.state().visit.form.items(question.id.as_str()).count();
    let has_room = move || session.state().visit.form.has_room(question.id.as_str());
    let cards = move || {
        let keys: Vec<u32> =
            session.state().visit.form.items(question.id.as_str()).map(|item| item.key).collect();
        let card = |key| view! { <EntryCard session question group page key language /> };
        keys.into_iter().map(card).collect_view()
    };
    let removed = move || session.state().visit.form.removed_from(question.id.as_str()).unwrap_or_default();
    let put_back = move || {
        let number = untrack(removed);
        let text = [words::PUT_BACK.say(language), ": ", group.item.say(language), " ", &number.to_string()]
            .concat();
        let act = move || session.apply(Change::EntryPutBack);
        (number > 0)
            .then(|| view! { <p class="ds-put-back"><Button text class=SECONDARY act /></p> }.into_any())
    };
    let full = words::NO_MORE.fill(&[&Kind::ENTRIES_MAX.to_string()]).say(language).to_owned();
    let field = Field::of(&question.id);
    let field = FieldView { session, language, question, field, heads: false, wanted: false };
    view! {
        <Paragraph text=question.ask.say(language) />
        <Notes field=field.clone() />
        // No entry changes while this page is shown, but one may come or go.
        <div class="ds-cards">
            <Redrawn key=count>{cards()}</Redrawn>
        </div>
        <Redrawn key=removed>{put_back()}</Redrawn>
        <p>
            <AddButton session question group page language />
        </p>
        <p class="govuk-body" hidden=has_room>{full}</p>
        <div hidden=move || { count() > 0 }>
            <NoneBox field=field.clone() />
            <NotKnownBox field />
        </div>
    }
}

#[component]
fn EntryCard(
    session: Session,
    question: &'static Question,
    group: &'static Group,
    page: PageRef,
    /// The entry.
    key: u32,
    language: Language,
) -> impl IntoView {
    let name = {
        let state = session.state();
        let record = state.visit.form.item_answers(&question.id, group, key).facts;
        let item = state.visit.form.items(question.id.as_str()).find(|item| item.key == key);
        item_name(group, item.map_or(0, |item| item.number), &record, language)
    };
    let remove = move || {
        session.apply(Change::EntryRemoved(question.id.clone(), key));
        // The button is gone with its card: focus moves to what takes it back.
        before_paint(move || session.host().focus(".ds-put-back button"));
    };
    view! {
        <section class="ds-card">
            <h2 class="ds-card__title">{name.clone()}</h2>
            <div class="ds-card__actions">
                <GoChange session to=Page::Item(page, key, 0) words=words::CHANGE language what=name.clone() />
                <Button text=words::REMOVE.say(language) class=LINK act=remove to_what=[" ", &name].concat() />
            </div>
        </section>
    }
}

#[component]
fn AddButton(
    session: Session,
    question: &'static Question,
    group: &'static Group,
    page: PageRef,
    language: Language,
) -> impl IntoView {
    let text = live(move || {
        let first = session.state().visit.form.items(question.id.as_str()).next().is_none();
        let words = if first { words::ADD_FIRST } else { words::ADD };
        [words.say(language), ": ", group.item.say(language)].concat()
    });
    let add = move |_| {
        let key = session.state().visit.form.next_key();
        session.apply(Change::EntryAdded(question.id.clone()));
        session.apply(Change::NavigatedToCorrect(Page::Item(page, key, 0)));
    };
    view! {
        <button
            class=SECONDARY
            type="button"
            id=Field::of(&question.id).control()
            hidden=move || !session.state().visit.form.has_room(question.id.as_str())
            on:click=add
            prop:textContent=text
        ></button>
    }
}
