//! One entry of a group: its questions, and removing it.

use super::edit;
use crate::interview::{Field, asked_in_item, item_name};
use crate::pack::{Group, Kind, Question};
use crate::ui::components::button::{LINK, PRIMARY, WARNING, button, go, heading, submit};
use crate::ui::components::error_summary::error_summary;
use crate::ui::components::form::form;
use crate::ui::components::question::question_view;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

/// An entry: the question it answers, its group, its key and its number.
#[derive(Clone, Copy)]
struct Entry {
    question: &'static Question,
    group: &'static Group,
    key: u32,
    number: usize,
}

pub(crate) fn view(session: Session, language: Language, place: (usize, usize), key: u32) -> El {
    let Some(entry) = find(session, place, key) else {
        return gone(session, place, language);
    };
    let title = [entry.group.item.say(language), " ", &entry.number.to_string()].concat();
    let questions = form(move || {
        session.apply(Change::EntrySubmitted { section: place.0, page: place.1, key: entry.key });
    });
    let questions = entry.group.questions.iter().fold(questions, |form, inner| {
        let field = Field { item: Some((entry.question.id.clone(), key)), fact: inner.id.clone() };
        form.shown(
            move || {
                let record = session.state().visit.form.item_answers(&entry.question.id, entry.group, key);
                asked_in_item(session.pack(), &record, inner)
            },
            move || question_view(session, inner, field.clone(), language),
        )
    });
    several()
        .child(error_summary(session, language))
        .child(said("p", "ds-section-name", session.pack().sections[place.0].title.say(language)))
        .child(heading(&title))
        .child(questions.child(submit(words::GO_ON, language)))
        .children(session.is_editing().then(|| edit::draft(session, language)))
}

/// Asks before an entry is removed.
pub(crate) fn remove(session: Session, language: Language, place: (usize, usize), key: u32) -> El {
    let Some(Entry { question, group, number, .. }) = find(session, place, key) else {
        return gone(session, place, language);
    };
    let record = session.state().visit.form.item_answers(&question.id, group, key).facts;
    let removed = move |_: &_| {
        session.apply(Change::EntryRemoved(question.id.clone(), key));
        back(session, place);
    };
    let buttons = el("div", "govuk-button-group")
        .child(button(words::REMOVE_YES.say(language), WARNING, removed))
        .child(button(words::KEEP.say(language), LINK, move |_| {
            back(session, place);
        }));
    several()
        .child(heading(words::REMOVE_TITLE.say(language)))
        .child(said("p", "govuk-body", &item_name(group, number, &record, language)))
        .child(buttons)
}

/// To where the entry was opened from.
fn back(session: Session, (section, page): (usize, usize)) {
    session.apply(Change::EntryClosed { section, page });
}

/// The entry was removed: the browser's "back" may still lead here.
fn gone(session: Session, (section, page): (usize, usize), language: Language) -> El {
    several().child(heading(words::NONE_ADDED.say(language))).child(go(
        session,
        Page::Questions(section, page),
        words::GO_ON,
        language,
        PRIMARY,
    ))
}

fn find(session: Session, (section, page): (usize, usize), key: u32) -> Option<Entry> {
    let question = session.pack().sections.get(section)?.pages.get(page)?.questions.first()?;
    let Kind::Group(group) = &question.kind else {
        return None;
    };
    let number = session.state().visit.form.items(question.id.as_str()).find(|item| item.key == key)?.number;
    Some(Entry { question, group, key, number })
}
