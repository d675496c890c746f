//! Changing a pack in a form: everything that can be changed, what the changes come to, and the file to save. What can be
//! changed, and what comes of it, the composer works out; the questions are shown as any others.

use crate::browser::{file, json};
use crate::components::button::{Button, Heading, PRIMARY};
use crate::components::details::Details;
use crate::components::error_summary::Summary;
use crate::components::file_field::{FileField, PACKS};
use crate::components::html::Html;
use crate::components::mend::Mend;
use crate::components::redrawn::Redrawn;
use crate::components::text::{Paragraph, live};
use crate::pages::documents::{Making, SavedFile};
use crate::session::{Change, Output, Page, Session};
use crate::words;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::shown::{MOST_SHOWN, more, shown};
use drive_screening_core::base::words::{Language, Localized};
use drive_screening_core::interview::{Field, Gap, Missing};
use drive_screening_core::pack::{PageRef, Section};
use drive_screening_core::protocol::OPENED_MAX_BYTES;
use leptos::prelude::*;

#[component]
pub(crate) fn EditPage(session: Session, language: Language) -> impl IntoView {
    // Not before somebody tried to save: nobody begins with everything written. The box itself stays, and so does focus
    // in it, while what is in it follows the changes, until all of it is mended.
    let refusal = move || if is_refused(session) { session.state().navigation.refusals } else { 0 };
    let summary = move || is_refused(session).then(|| view! { <Refusal session language /> });
    let formed = session.state().editing.as_ref().is_some_and(|editing| editing.form_loaded);
    let rest = formed.then(|| {
        view! {
            <Draft session language />
            <OpenPack session language />
        }
        .into_any()
    });
    view! {
        <Redrawn key=refusal>{summary()}</Redrawn>
        <Heading text=words::EDIT.say(language) />
        <Making session making=words::WORKING language />
        {formed.then(|| view! { <Sections session language /> })}
        <SavedFile session language />
        {rest}
    }
}

/// What cannot be saved yet.
#[component]
fn Refusal(session: Session, language: Language) -> impl IntoView {
    view! {
        <Summary language>
            <ProblemList session language />
        </Summary>
    }
}

/// Everything that can be changed, and the button that saves it.
#[component]
fn Sections(session: Session, language: Language) -> impl IntoView {
    let form = session.pack();
    let sections = form.sections.iter().enumerate();
    let sections =
        sections.map(|(at, section)| view! { <FoldedSection session at section language /> }).collect_view();
    let save = move || {
        session.apply(if problems(session).is_empty() {
            Change::Requested(Output::EditedPack)
        } else {
            Change::PageRefused
        });
    };
    view! {
        <Paragraph text=form.about.say(language) />
        {sections}
        <Button text=words::EDIT_SAVE.say(language) class=PRIMARY act=save />
    }
}

/// A section, folded, with a link to each of its pages.
#[component]
fn FoldedSection(
    session: Session,
    /// Which section it is.
    at: usize,
    section: &'static Section,
    language: Language,
) -> impl IntoView {
    let links = section
        .pages
        .iter()
        .enumerate()
        .map(|(page, shown)| {
            let open = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                session.apply(Change::NavigatedToCorrect(Page::Questions(PageRef { section: at, page })));
            };
            let title = shown.title.say(language);
            view! {
                <li>
                    <a class="govuk-link" href="#main" on:click=open>{title}</a>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Details summary=section.title.say(language)>
            <p>{section.purpose.say(language)}</p>
            <ul class="govuk-list">{links}</ul>
        </Details>
    }
}

/// What the changes come to so far, as it is worked out.
#[component]
pub(super) fn Draft(session: Session, language: Language) -> impl IntoView {
    let part = move |key: &str| {
        drafted(session).and_then(|draft| Some(draft.get(key)?.as_str()?.to_owned())).unwrap_or_default()
    };
    let (says, html) = (live(move || part("says")), live(move || part("html")));
    let compared = move || {
        let html = html.get();
        (!html.is_empty()).then(|| view! { <Html session html /> })
    };
    view! {
        <p class="govuk-inset-text" role="status" prop:textContent=says></p>
        <div lang=language.tag()>
            <ProblemList session language />
        </div>
        <div lang=language.tag()>{compared}</div>
    }
}

/// Everything wrong. It is drawn anew only when it says something else: most drafts change none of it, and focus may be in it.
#[component]
fn ProblemList(session: Session, language: Language) -> impl IntoView {
    let found = Memo::new(move |_| problems(session));
    let list = move || {
        let problems = found.get();
        (!problems.is_empty()).then(|| view! { <Problems session problems language /> })
    };
    view! { <div>{list}</div> }
}

/// Each with a link to the field that mends it.
#[component]
fn Problems(session: Session, problems: Vec<Problem>, language: Language) -> impl IntoView {
    let (first, rest) = shown(&problems, MOST_SHOWN);
    let rows = first
        .iter()
        .cloned()
        .map(|(gap, says)| {
            let row = match gap {
                Some(gap) => view! { <Mend session gap language /> }.into_any(),
                None => view! { <span>{says}</span> }.into_any(),
            };
            view! { <li>{row}</li> }.into_any()
        })
        .collect_view();
    let more = more(rest).map(|more| view! { <li>{more.say(language).to_owned()}</li> }.into_any());
    view! { <ul class="govuk-list govuk-list--bullet">{rows} {more}</ul> }
}

/// The file field that opens another pack.
#[component]
fn OpenPack(session: Session, language: Language) -> impl IntoView {
    let chosen = move |event: leptos::ev::Event| {
        file::read(&event, 1, OPENED_MAX_BYTES as u64, move |read| {
            let read = read.and_then(file::texts);
            session.apply(match read {
                Ok(mut texts) => Change::PackOpened(texts.pop().unwrap_or_default()),
                Err(fault) => Change::FileNotRead(fault),
            });
        });
    };
    view! { <FileField id="pack-file" label=words::EDIT_OPEN.say(language) accept=PACKS chosen /> }
}

/// Something wrong: the field that mends it, if one does, or what there is to say.
type Problem = (Option<Gap>, String);

/// Whether somebody tried to save what cannot be saved yet.
pub(crate) fn is_refused(session: Session) -> bool {
    session.is_editing() && session.state().navigation.refusals > 0 && !problems(session).is_empty()
}

/// What cannot be read, and then what is wrong with the pack that the rest comes to.
fn problems(session: Session) -> Vec<Problem> {
    let unread = session.gaps();
    let mut problems = Vec::new();
    for gap in unread {
        if matches!(gap.missing, Missing::Mend(_)) {
            problems.push((Some(gap), String::new()));
        }
    }
    let draft = drafted(session);
    let hits = draft.as_ref().and_then(|draft| draft.get("hits")?.as_array());
    for hit in hits.unwrap_or_default() {
        let says = hit.get("says").and_then(Json::as_str).unwrap_or_default();
        problems.push((gap(session, hit), says.to_owned()));
    }
    problems
}

fn drafted(session: Session) -> Option<Json> {
    json::parse(session.state().editing.as_ref()?.summary.as_ref()?)
}

/// What was found, with the field it stands in, if it stands in one.
fn gap(session: Session, hit: &Json) -> Option<Gap> {
    let (pack, state) = (session.pack(), session.state());
    let text = |key: &str| hit.get(key).and_then(Json::as_str);
    let fact = text("fact")?;
    let list = text("list");
    let (place, question) = (pack.place(list.unwrap_or(fact))?, pack.question(fact)?);
    let index = hit.get("index").and_then(Json::as_whole).unwrap_or(0);
    let item = list.and_then(|list| {
        let item = state.visit.form.items(list).nth(usize::try_from(index).ok()?)?;
        Some((pack.question(list)?.id.clone(), item.key))
    });
    let says = text("says").unwrap_or_default();
    Some(Gap {
        field: Field { item, fact: question.id.clone() },
        page: place.page,
        missing: Missing::Mend(Localized::new(says, says)),
        label: Localized::default(),
    })
}
