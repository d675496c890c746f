//! The documents, as the composer offers them; and one on screen.

use crate::browser::host;
use crate::components::banner::ResultChanged;
use crate::components::button::{Button, Go, Heading, PRIMARY, SECONDARY};
use crate::components::error_summary::Summary;
use crate::components::html::Html;
use crate::components::redrawn::Redrawn;
use crate::components::text::{Paragraph, live};
use crate::session::{Change, ComposerState, Page, Saved, Session};
use crate::words;
use drive_screening_core::base::shown::{MOST_SHOWN, shown};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::Part;
use leptos::prelude::*;

#[component]
pub(crate) fn DocumentsPage(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=words::DOCUMENTS_TITLE.say(language) />
        <ResultChanged session language />
        <div>
            <Redrawn key=move || session.state().visit.reviews>
                <Offered session language />
            </Redrawn>
        </div>
        // It stays in sight of whichever button was pressed.
        <div class="ds-happened">
            <Making session making=words::MAKING language />
            <SavedFile session language />
        </div>
    }
}

/// The documents that can be made. Part A waits until everything that was found in it is moved or confirmed, and so does the zip.
#[component]
fn Offered(session: Session, language: Language) -> impl IntoView {
    let html = {
        let state = session.state();
        let ready = state.findings_left().is_empty();
        state.visit.review.as_ref()?.documents[usize::from(ready)].clone()
    };
    Some(view! {
        <Gate session language />
        <Html session html />
    })
}

/// What was found in Part A and is neither moved nor confirmed, if there is any.
#[component]
fn Gate(session: Session, language: Language) -> impl IntoView {
    let (html, rest) = {
        let state = session.state();
        let left = state.findings_left();
        let (first, rest) = shown(&left, MOST_SHOWN);
        let review = state.visit.review.as_ref().filter(|_| !first.is_empty())?;
        let mut html = [&review.lead, "<ol class=\"govuk-list\">"].map(|text: &str| text).concat();
        html.extend(first.iter().filter_map(|(at, ..)| review.entries.get(*at)).map(String::as_str));
        html.push_str("</ol>");
        (html, rest)
    };
    let more = (rest > 0).then(|| {
        let more = words::LOOK_MORE.fill(&[&rest.to_string()]);
        view! { <Paragraph text=more.say(language) /> }
    });
    Some(view! {
        <Summary language>
            <Html session html />
            {more}
        </Summary>
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
        Some(Saved::Failed(Some(why))) => why.say(language).to_owned(),
        Some(Saved::Failed(None)) => words::SAVE_FAILED.say(language).to_owned(),
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
