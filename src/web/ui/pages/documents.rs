//! The documents: three cards, each with what it is, who it is for and its formats; and one on screen.

use crate::browser::host;
use crate::components::banner::ResultChanged;
use crate::components::button::{Button, Go, Heading, LINK, PRIMARY, SECONDARY};
use crate::components::error_summary::Summary;
use crate::components::html::Html;
use crate::components::mend::Mend;
use crate::components::redrawn::Redrawn;
use crate::components::text::{Paragraph, Subheading, live};
use crate::session::{Change, ComposerState, Page, Saved, Session};
use crate::words;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::shown::{MOST_SHOWN, shown};
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::{Field, Gap, Missing};
use drive_screening_core::pack::Part;
use drive_screening_core::protocol::Finding;
use leptos::prelude::*;

#[component]
pub(crate) fn DocumentsPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::DOCUMENTS_TITLE.say(language) />
        <ResultChanged session language />
        <Paragraph text=words::DOCUMENTS_TEXT.say(language) />
        <p class="govuk-body">
            {words::REFERENCE.say(language)} ": " <strong>{session.reference()}</strong>
        </p>
        <Making session making=words::MAKING language />
        <SavedFile session language />
        <div>
            <Redrawn key=move || session.state().visit.reviews>
                <Parts session language />
            </Redrawn>
        </div>
        <Subheading text=words::SAVE_TITLE.say(language) />
        <Go session to=Page::Save words=words::SAVE_DRAFT language class=SECONDARY />
        <Subheading text=words::AFTER_TITLE.say(language) />
        <Paragraph text=words::AFTER_TEXT.say(language) />
        <Go session to=Page::Clear words=words::CLEAR language class=LINK />
    }
}

/// The parts that can be made. Part A waits until everything that was found in it is moved or confirmed, and so does the zip.
#[component]
fn Parts(session: Session, language: Language) -> impl IntoView {
    let (note, cards) = {
        let state = session.state();
        let review = state.visit.review.as_ref()?;
        let ready = state.findings_left().is_empty();
        (review.note.clone(), review.cards[usize::from(ready)].clone())
    };
    let note = (!note.is_empty()).then(|| view! { <Paragraph text=note class="govuk-inset-text" /> });
    Some(view! {
        <Gate session language />
        {note}
        <Html session html=cards />
    })
}

/// What was found in Part A and is neither moved nor confirmed, if there is any.
#[component]
fn Gate(session: Session, language: Language) -> impl IntoView {
    let left = session.state().findings_left();
    (!left.is_empty()).then(|| {
        let (first, rest) = shown(&left, MOST_SHOWN);
        let hits = first
            .iter()
            .cloned()
            .map(|(at, field, finding)| view! { <FindingView session at field finding language /> })
            .collect_view();
        let more = (rest > 0).then(|| {
            let more = words::LOOK_MORE.fill(&[&rest.to_string()]);
            view! { <Paragraph text=more.say(language) /> }
        });
        view! {
            <Summary language>
                <p>{words::LOOK_TEXT.say(language)}</p>
                <ol class="govuk-list">{hits}</ol>
                {more}
            </Summary>
        }
    })
}

/// One of them: a link to the answer, and the passage with what can be done about it.
#[component]
fn FindingView(
    session: Session,
    at: usize,
    field: Field,
    finding: Finding,
    language: Language,
) -> impl IntoView {
    let says = [&finding.label, ": ", &finding.says].map(|text: &str| text).concat();
    let html = {
        let state = session.state();
        let review = state.visit.review.as_ref();
        review.and_then(|review| review.passages.get(at).cloned()).unwrap_or_default()
    };
    let place = session.pack().place(field.item.as_ref().map_or(&field.fact, |(of, _)| of).as_str());
    let change = place.map(|place| {
        let missing = Missing::Mend(Localized::new(says.as_str(), says.as_str()));
        let gap = Gap { field, page: place.page, missing, label: Localized::default() };
        view! { <Mend session gap language /> }
    });
    view! { <li>{change} <Html session html /></li> }
}

/// What was found, with the field it stands in, if it stands in one.
pub(crate) fn gap(session: Session, hit: &Json) -> Option<Gap> {
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

/// A document on screen, from which it is printed. Part A is not before what was found in it is moved or confirmed.
#[component]
pub(crate) fn PreviewPage(session: Session, language: Language) -> impl IntoView {
    // The page around a guest would be printed with it; a file can be printed.
    let prints = !session.host().is_guest();
    let print =
        prints.then(|| view! { <Button text=words::PRINT.say(language) class=PRIMARY act=host::print /> });
    let note =
        prints.then(|| view! { <Paragraph text=words::PRINT_NOTE.say(language) class="govuk-hint" /> });
    let gate = move || {
        let waits = session.page() == Page::Preview(Part::Panel);
        waits.then(|| view! { <Gate session language /> })
    };
    let preview = session.state().panel().map(ToOwned::to_owned);
    view! {
        <div class="govuk-button-group">
            {print}
            <Go session to=Page::Documents words=words::DOCUMENTS_TITLE language class=SECONDARY />
        </div>
        {note}
        <Making session making=words::MAKING language />
        <div>
            <Redrawn key=move || session.state().visit.reviews>{gate()}</Redrawn>
        </div>
        {preview.map(|html| view! { <Html session html /> })}
    }
}

/// What came of the last file.
#[component]
pub(crate) fn SavedFile(session: Session, language: Language) -> impl IntoView {
    let named = |words: &str, name: &str| [words, ": ", name].concat();
    let text = live(move || match &session.state().jobs.saved {
        Some(Saved::File(name)) => words::GIVEN_TO_BROWSER.fill(&[name]).say(language).to_owned(),
        Some(Saved::ToHost(name)) => {
            let host = session.host().name().unwrap_or_default();
            named(words::GIVEN.fill(&[&host]).say(language), name)
        }
        Some(Saved::Failed(why)) => why.as_deref().unwrap_or(words::SAVE_FAILED.say(language)).to_owned(),
        None => String::new(),
    });
    view! { <p class="govuk-body" role="status" prop:textContent=text></p> }
}

/// How it goes with what the composer makes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Idle,
    Failed,
    Stale,
    Working,
}

impl Progress {
    fn of(session: Session) -> Self {
        let state = session.state();
        match state.jobs.composer {
            ComposerState::Failed => Self::Failed,
            ComposerState::Stale => Self::Stale,
            // Changes to a pack are looked at all the while.
            _ if state.jobs.is_busy() || state.sealing.is_busy() => Self::Working,
            _ => Self::Idle,
        }
    }
}

/// What is going on while a document is made, or why none can be made and what to do about it.
#[component]
pub(crate) fn Making(
    session: Session,
    /// What is said meanwhile.
    making: Phrase,
    language: Language,
) -> impl IntoView {
    let again = move |keep: bool, words: Phrase| {
        let start = move || session.apply(Change::RestartComposer { keep_job: keep });
        view! { <Button text=words.say(language) class=SECONDARY act=start /> }
    };
    let problem =
        move |words: Phrase| view! { <Paragraph text=words.say(language) class="govuk-inset-text" /> };
    let view = move || match Progress::of(session) {
        Progress::Idle => ().into_any(),
        Progress::Failed => view! {
            {problem(words::WRITER_FAILED)}
            {again(true, words::TRY_AGAIN)}
        }
        .into_any(),
        Progress::Stale => problem(words::WRITER_STALE).into_any(),
        Progress::Working => view! {
            <div class="ds-making">
                <Paragraph text=making.say(language) />
                <progress
                    class="ds-progress"
                    max="100"
                    aria-label=making.say(language)
                    value=move || session.state().jobs.progress.map(|percent| percent.to_string())
                ></progress>
                {again(false, words::STOP_MAKING)}
            </div>
        }
        .into_any(),
    };
    view! {
        <div role="status">
            <Redrawn key=move || Progress::of(session) as usize>{view()}</Redrawn>
        </div>
    }
}
