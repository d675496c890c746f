//! One entry of a group: its questions, and removing it.

use super::edit::Draft;
use crate::interview::{Field, asked_in_item, item_name};
use crate::pack::{Group, Kind, Question};
use crate::ui::components::button::{Button, Go, Heading, LINK, PRIMARY, Submit, WARNING};
use crate::ui::components::error_summary::ErrorSummary;
use crate::ui::components::form::Form;
use crate::ui::components::question::QuestionView;
use crate::ui::components::redrawn::Shown;
use crate::ui::components::text::Paragraph;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

/// An entry: the question it answers, its group, its key and its number.
#[derive(Clone, Copy)]
struct Entry {
    question: &'static Question,
    group: &'static Group,
    key: u32,
    number: usize,
}

#[component]
pub(crate) fn ItemPage(
    session: Session,
    language: Language,
    /// The section and the page of the group.
    place: (usize, usize),
    /// The entry.
    key: u32,
) -> impl IntoView {
    let Some(entry) = find(session, place, key) else {
        return view! { <Gone session place language /> }.into_any();
    };
    let title = [entry.group.item.say(language), " ", &entry.number.to_string()].concat();
    let questions = entry.group.questions.iter();
    let questions =
        questions.map(|inner| view! { <WhileAsked session entry inner language /> }).collect_view();
    view! {
        <ErrorSummary session language />
        <Paragraph text=session.pack().sections[place.0].title.say(language) class="ds-section-name" />
        <Heading text=title />
        <Form act=move || submitted(session, place, entry)>
            {questions}
            <Submit language />
        </Form>
        {session.is_editing().then(|| view! { <Draft session language /> })}
    }
    .into_any()
}

/// A question of the entry that comes and goes with the answer it hangs on.
#[component]
fn WhileAsked(session: Session, entry: Entry, inner: &'static Question, language: Language) -> impl IntoView {
    let field = Field { item: Some((entry.question.id.clone(), entry.key)), fact: inner.id.clone() };
    let is_asked = move || {
        let record = session.state().form.item_answers(&entry.question.id, entry.group, entry.key);
        asked_in_item(session.pack(), &record, inner)
    };
    view! {
        <Shown when=is_asked>
            <QuestionView session question=inner field=field.clone() language />
        </Shown>
    }
}

fn submitted(session: Session, place: (usize, usize), Entry { question, group, key, .. }: Entry) {
    let pack = session.pack();
    let wrongs = {
        let form = &session.state().form;
        let record = form.item_answers(&question.id, group, key);
        let shown = group.questions.iter().filter(|inner| asked_in_item(pack, &record, inner));
        form.wrongs(pack, shown, Some(&(question.id.clone(), key)))
    };
    if wrongs.is_empty() {
        back(session, place);
    } else {
        session.apply(Change::Refused(wrongs));
    }
}

/// Asks before an entry is removed.
#[component]
pub(crate) fn RemovePage(
    session: Session,
    language: Language,
    /// The section and the page of the group.
    place: (usize, usize),
    /// The entry.
    key: u32,
) -> impl IntoView {
    let Some(Entry { question, group, number, .. }) = find(session, place, key) else {
        return view! { <Gone session place language /> }.into_any();
    };
    let record = session.state().form.item_answers(&question.id, group, key).facts;
    let remove = move || {
        session.apply(Change::Removed(question.id.clone(), key));
        back(session, place);
    };
    view! {
        <Heading text=words::REMOVE_TITLE.say(language) />
        <Paragraph text={item_name(group, number, &record, language)} />
        <div class="govuk-button-group">
            <Button text=words::REMOVE_YES.say(language) class=WARNING act=remove />
            <Button text=words::KEEP.say(language) class=LINK act=move || back(session, place) />
        </div>
    }
    .into_any()
}

/// To where the entry was opened from.
fn back(session: Session, (section, page): (usize, usize)) {
    let to = session.state().return_to.unwrap_or(Page::Questions(section, page));
    session.apply(Change::Went(to));
}

/// The entry was removed: the browser's "back" may still lead here.
#[component]
fn Gone(session: Session, place: (usize, usize), language: Language) -> impl IntoView {
    view! {
        <Heading text=words::NONE_ADDED.say(language) />
        <Go session to=Page::Questions(place.0, place.1) words=words::GO_ON language class=PRIMARY />
    }
}

fn find(session: Session, (section, page): (usize, usize), key: u32) -> Option<Entry> {
    let question = session.pack().sections.get(section)?.pages.get(page)?.questions.first()?;
    let Kind::Group(group) = &question.kind else {
        return None;
    };
    let number = session.state().form.items(question.id.as_str()).find(|item| item.key == key)?.number;
    Some(Entry { question, group, key, number })
}
