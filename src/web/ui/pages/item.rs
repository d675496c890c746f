//! One entry of a group: a page of its questions.

use crate::components::button::{Go, Heading, PRIMARY, Submit};
use crate::components::details::Details;
use crate::components::error_summary::ErrorSummary;
use crate::components::form::Form;
use crate::components::part::SectionName;
use crate::components::question::QuestionView;
use crate::components::redrawn::Shown;
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::{Language, Localized};
use drive_screening_core::interview::{Field, asked_in_item};
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
    /// Which page of it, from 0.
    part: usize,
) -> impl IntoView {
    let Some(entry) = find(session, page, key) else {
        return view! { <Gone session page language /> }.into_any();
    };
    let on_page = entry.group.entry_page(part);
    let mut title = [entry.group.item.say(language), " ", &entry.number.to_string()].concat();
    if let Some(name) = entry_page_name(session, page, key, part) {
        title.extend([": ", name.say(language)]);
    }
    let of = move |speed| {
        let questions = on_page.iter().filter(move |inner| inner.speed == speed);
        questions.map(|inner| view! { <WhileAsked session entry inner language /> }).collect_view()
    };
    // What an entry may hold besides stands open once it holds some of it.
    let more = on_page.iter().filter(|inner| inner.speed == Speed::Full);
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
        <Form act=move || session.apply(Change::EntrySubmitted { page, key, part })>
            {of(Speed::Core)}
            {more}
            <Submit language />
        </Form>
        {(session.program().below)(session, language)}
    }
    .into_any()
}

/// What a page of an entry is called, where an entry has several.
pub(crate) fn entry_page_name(
    session: Session,
    page: PageRef,
    key: u32,
    part: usize,
) -> Option<&'static Localized> {
    find(session, page, key)?.group.entry_page(part).first()?.entry_page.as_ref()
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
