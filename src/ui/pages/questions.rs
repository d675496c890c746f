//! A page of questions, or the list of a group's entries.

use crate::interview::{Asked, Field, Wrong, asked, can_see_result, item_name, next_page, owed_before_result, page_is_asked};
use crate::pack::{Group, Kind, Pack, Question, Stage};
use crate::ui::components::button::{heading, LINK};
use crate::ui::components::error_summary::ErrorSummary;
use crate::ui::components::question::{FieldView, heading_question, not_known_box, part_label, question_view};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::{Language, Text};
use leptos::prelude::*;
use std::sync::Arc;

pub(crate) fn view(session: Session, language: Language, section: usize, page: usize) -> AnyView {
    let pack = session.pack();
    let Some(shown) = pack.sections.get(section).and_then(|s| s.pages.get(page)) else {
        return view! { <p class="govuk-body">{words::NOT_ASKED_PAGE.say(language)}</p> }.into_any();
    };
    let body = match shown.questions.as_slice() {
        [Question { kind: Kind::Group(group), .. }] => {
            entries(session, &shown.questions[0], group, (section, page), language).into_any()
        }
        // A question on its own is the heading of its page.
        [question] => heading_question(session, question, Field::of(&question.id), language),
        questions => questions.iter().map(|question| while_asked(session, question, language)).collect_view().into_any(),
    };
    let alone = matches!(shown.questions.as_slice(), [question] if !matches!(question.kind, Kind::Group(_)));
    let title = (!alone).then(|| heading(shown.title.say(language).to_owned()));
    let progress = session.pages(|at| words::sections_left(crate::interview::sections_left(at, at.stage)));
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        submit(session, section, page);
    };
    view! {
        <ErrorSummary session language/>
        <p class="ds-section-name">{pack.sections[section].title.say(language).to_owned()}</p>
        {title}
        <form novalidate autocomplete="off" on:submit=go_on>
            {body}
            <div class="govuk-button-group">
                <button class="govuk-button" type="submit">{words::GO_ON.say(language)}</button>
                <button class=LINK type="button" on:click=move |_| session.apply(Change::Went(Page::Tasks))>{words::ALL_SECTIONS.say(language)}</button>
            </div>
            <p class="ds-progress">{progress.say(language).to_owned()}</p>
        </form>
    }
    .into_any()
}

/// A question that comes and goes with the answer it hangs on. Whether it can still matter is settled when the page
/// opens, so that nothing moves under the person's hands.
fn while_asked(session: Session, question: &Question, language: Language) -> impl IntoView + use<> {
    let open = StoredValue::new(session.pages(|at| asked(at.pack, at.answers, at.outcome, question, at.stage) != Asked::NoLonger));
    let (pack, kept) = (session.pack(), question.clone());
    let shown = Memo::new(move |_| open.get_value() && is_asked(session, &pack, &kept));
    let question = Arc::new(question.clone());
    view! {
        <Show when=move || shown.get()>{question_view(session, &question, Field::of(&question.id), language)}</Show>
    }
}

/// Whether what the question hangs on is answered so.
fn is_asked(session: Session, pack: &Pack, question: &Question) -> bool {
    let (answers, outcome) = (session.answers(), session.outcome());
    answers.with(|answers| outcome.with(|outcome| asked(pack, answers, outcome, question, Stage::Referral) == Asked::Yes))
}

fn submit(session: Session, section: usize, page: usize) {
    let pack = session.pack();
    let Some(shown) = pack.sections.get(section).and_then(|s| s.pages.get(page)) else { return };
    let screening = pack.sections[section].stage == Stage::Screening;
    let wrongs = session.pages(|at| {
        let here: Vec<&Question> = shown
            .questions
            .iter()
            .filter(|question| asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes)
            .collect();
        session.form().with_untracked(|form| {
            let mut wrongs = form.wrongs(at.pack, here.iter().copied(), None);
            let screening_now = screening && at.stage == Stage::Screening;
            let blank = |question: &&&Question| screening_now && form.get(&Field::of(&question.id)).is_blank();
            wrongs.extend(here.iter().filter(blank).map(|question| unanswered(question)));
            wrongs
        })
    });
    if wrongs.is_empty() {
        move_on(session, section, page);
    } else {
        session.apply(Change::Refused(wrongs));
    }
}

/// Every screening question takes "not known", so leaving one blank is only an oversight.
fn unanswered(question: &Question) -> Wrong {
    let words = match question.kind {
        Kind::YesNo | Kind::Choice(_) | Kind::Set(_) => words::PICK,
        _ => words::FILL,
    };
    let message = Text::new(format!("{}: {}", question.label.en, words.en), format!("{}: {}", question.label.cy, words.cy));
    Wrong { field: Field::of(&question.id), message }
}

/// Back to where the change was asked for; else the next page, the early stop, the result or the task list.
fn move_on(session: Session, section: usize, page: usize) {
    if let Some(back) = session.return_to() {
        return session.apply(Change::Went(back));
    }
    let to = session.pages(|at| {
        let screening = at.pack.sections[section].stage == Stage::Screening && at.stage == Stage::Screening;
        if screening {
            if at.outcome.is_settled() && owed_before_result(at).is_none() && !session.stop_offered() {
                return if next_page(at, Stage::Screening, None, true).is_some() { Page::Stop } else { Page::Result };
            }
            let next = next_page(at, Stage::Screening, Some((section, page)), true)
                .or_else(|| next_page(at, Stage::Screening, None, true));
            match next {
                Some((section, page)) => Page::Questions(section, page),
                None if can_see_result(at) => Page::Result,
                None => Page::Tasks,
            }
        } else {
            let pages = at.pack.sections[section].pages.iter().enumerate().skip(page + 1);
            let next = pages.into_iter().find(|(_, page)| page_is_asked(at, page));
            next.map_or(Page::Tasks, |(page, _)| Page::Questions(section, page))
        }
    });
    session.apply(Change::Went(to));
}

/// The entries of a group, each with change and remove; and adding one.
fn entries(session: Session, question: &Question, group: &Group, place: (usize, usize), language: Language) -> impl IntoView + use<> {
    let (section, page) = place;
    let cards = {
        let (question, group) = (question.clone(), group.clone());
        move || {
            let go = move |to: Page| move |_| session.apply(Change::WentToChange(to.clone()));
            let form = session.form().read();
            let cards = form.items(question.id.as_str()).map(|item| {
                let record = form.item_answers(&question.id, &group, item.key).facts;
                let name = item_name(&group, item.number, &record, language);
                let (change, remove) = (Page::Item(section, page, item.key), Page::Remove(section, page, item.key));
                view! {
                    <section class="ds-card">
                        <h2 class="ds-card__title">{name.clone()}</h2>
                        <div class="ds-card__actions">
                            <button class=LINK type="button" on:click=go(change)>{words::CHANGE.say(language)}<span class="govuk-visually-hidden">" "{name.clone()}</span></button>
                            <button class=LINK type="button" on:click=go(remove)>{words::REMOVE.say(language)}<span class="govuk-visually-hidden">" "{name}</span></button>
                        </div>
                    </section>
                }
            });
            cards.collect_view()
        }
    };
    let id = question.id.clone();
    let count = { let id = id.clone(); Memo::new(move |_| session.form().with(|form| form.items(id.as_str()).count())) };
    let add = move |_| {
        let key = session.form().with_untracked(crate::interview::Form::next_key);
        session.apply(Change::Added(id.clone()));
        session.apply(Change::WentToChange(Page::Item(section, page, key)));
    };
    let item = group.item.say(language).to_owned();
    let field = FieldView::new(session, question, Field::of(&question.id), language);
    let notes = field.notes();
    let none = none_box(&field);
    let unknown = not_known_box(&field);
    let part = part_label(question.part, language);
    view! {
        <p class="govuk-body">{question.ask.say(language).to_owned()}{part}</p>
        {notes}
        <div class="ds-cards">{cards}</div>
        <p><button class="govuk-button govuk-button--secondary" type="button" id=field.id() on:click=add>
            {move || if count.get() == 0 { words::ADD_FIRST } else { words::ADD }.say(language)}": "{item}
        </button></p>
        <div hidden=move || { count.get() > 0 }>{none}{unknown}</div>
    }
}

/// "There are none", which is not the same as not answering.
fn none_box(field: &FieldView) -> impl IntoView + use<> {
    use crate::interview::{Entry, Typed};
    let id = format!("{}-none", field.id());
    let (label_for, view, entry) = (id.clone(), field.clone(), field.entry);
    let tick = move |event: leptos::ev::Event| {
        let typed = if event_target_checked(&event) { Typed::NoneOfThese } else { Typed::Nothing };
        view.put(Entry::typed(typed));
    };
    view! {
        <div class="ds-notknown govuk-checkboxes">
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" id=id name=field.name() value="none" autocomplete="off"
                    prop:checked=move || entry.with(|entry| entry.typed == Typed::NoneOfThese && !entry.not_known) on:change=tick/>
                <label class="govuk-label govuk-checkboxes__label" for=label_for>{words::NONE_TO_ADD.say(field.language)}</label>
            </div>
        </div>
    }
}
