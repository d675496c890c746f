//! One entry of a group: its questions, and removing it.

use crate::components::button::{Button, Go, Heading, LINK, PRIMARY, Submit, WARNING};
use crate::components::details::Details;
use crate::components::error_summary::ErrorSummary;
use crate::components::form::Form;
use crate::components::part::SectionName;
use crate::components::question::QuestionView;
use crate::components::redrawn::Shown;
use crate::components::text::Paragraph;
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Field, asked_in_item, item_name};
use drive_screening_core::pack::{Group, Kind, PageRef, Question, Speed};
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
    /// The page of the group.
    page: PageRef,
    /// The entry.
    key: u32,
) -> impl IntoView {
    let Some(entry) = find(session, page, key) else {
        return view! { <Gone session page language /> }.into_any();
    };
    let title = [entry.group.item.say(language), " ", &entry.number.to_string()].concat();
    let of = move |speed| {
        let questions = entry.group.questions.iter().filter(move |inner| inner.speed == speed);
        questions.map(|inner| view! { <WhileAsked session entry inner language /> }).collect_view()
    };
    // What an entry may hold besides stands open once it holds some of it.
    let more = entry.group.questions.iter().filter(|inner| inner.speed == Speed::Full);
    let filled = more.clone().any(|inner| !session.entry(&field_of(entry, inner)).is_blank());
    let more = more.count() > 0;
    let more = more.then(|| {
        let open = Signal::stored(filled);
        view! { <Details summary=words::ADD_MORE.say(language) open>{of(Speed::Full)}</Details> }
    });
    view! {
        <ErrorSummary session language />
        <SectionName session page language />
        <Heading text=title />
        <Form act=move || session.apply(Change::EntrySubmitted { page, key: entry.key })>
            {of(Speed::Core)}
            {more}
            <Submit language />
        </Form>
        {(session.program().below)(session, language)}
    }
    .into_any()
}

fn field_of(entry: Entry, inner: &Question) -> Field {
    Field { item: Some((entry.question.id.clone(), entry.key)), fact: inner.id.clone() }
}

/// A question of the entry that comes and goes with the answer it hangs on.
#[component]
fn WhileAsked(session: Session, entry: Entry, inner: &'static Question, language: Language) -> impl IntoView {
    let field = field_of(entry, inner);
    let is_asked = move || {
        let record = session.state().visit.form.item_answers(&entry.question.id, entry.group, entry.key);
        asked_in_item(session.pack(), &record, inner)
    };
    view! {
        <Shown when=is_asked>
            <QuestionView session question=inner field=field.clone() language />
        </Shown>
    }
}

/// Asks before an entry is removed.
#[component]
pub(crate) fn RemovePage(
    session: Session,
    language: Language,
    /// The page of the group.
    page: PageRef,
    /// The entry.
    key: u32,
) -> impl IntoView {
    let Some(Entry { question, group, number, .. }) = find(session, page, key) else {
        return view! { <Gone session page language /> }.into_any();
    };
    let record = session.state().visit.form.item_answers(&question.id, group, key).facts;
    let remove = move || {
        session.apply(Change::EntryRemoved(question.id.clone(), key));
        back(session, page);
    };
    view! {
        <Heading text=words::REMOVE_TITLE.say(language) />
        <Paragraph text={item_name(group, number, &record, language)} />
        <div class="govuk-button-group">
            <Button text=words::REMOVE_YES.say(language) class=WARNING act=remove />
            <Button text=words::KEEP.say(language) class=LINK act=move || back(session, page) />
        </div>
    }
    .into_any()
}

/// To where the entry was opened from.
fn back(session: Session, page: PageRef) {
    session.apply(Change::EntryClosed(page));
}

/// The entry was removed: the browser's "back" may still lead here.
#[component]
fn Gone(session: Session, page: PageRef, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::NONE_ADDED.say(language) />
        <Go session to=Page::Questions(page) words=words::GO_ON language class=PRIMARY />
    }
}

fn find(session: Session, page: PageRef, key: u32) -> Option<Entry> {
    let question = session.pack().sections.get(page.section)?.pages.get(page.page)?.questions.first()?;
    let Kind::Group(group) = &question.kind else {
        return None;
    };
    let number = session.state().visit.form.items(question.id.as_str()).find(|item| item.key == key)?.number;
    Some(Entry { question, group, key, number })
}
