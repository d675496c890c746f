//! Opening a sealed referral: the file and the team's key are chosen, and what is in it is shown, checked and printed.

use super::effects::{self, DeskHandle};
use super::passphrase::{PassphraseField, typed};
use super::ways::Ways;
use crate::browser::host;
use crate::components::button::{Button, Heading, PRIMARY, SECONDARY, Submit, WARNING};
use crate::components::error_summary::Summary;
use crate::components::file_field::FileField;
use crate::components::form::Form;
use crate::components::redrawn::{Redrawn, Shown};
use crate::components::text::{Paragraph, live};
use crate::pages::documents::{Making, SavedFile};
use crate::pages::statement::SidePanel;
use crate::session::Session;
use drive_screening_core::base::words::Language;
use drive_screening_panel_desk::state::{DeskChange, MOST_KEYS};
use drive_screening_panel_desk::words;
use leptos::prelude::*;

#[component]
pub(super) fn OpenPage(session: Session, language: Language) -> impl IntoView {
    let desk = effects::of(session);
    let open = move || desk.apply(DeskChange::OpenAsked(typed(session)));
    let sealed = move |event: leptos::ev::Event| {
        desk.read(&event, 1, |mut files| match files.pop() {
            Some(file) => DeskChange::SealedChosen(file),
            None => DeskChange::KeysChosen(files),
        });
    };
    let keys = move |event: leptos::ev::Event| desk.read(&event, MOST_KEYS, DeskChange::KeysChosen);
    view! {
        <Problem desk language />
        <Heading text=words::OPEN_TITLE.say(language) />
        <Forgotten desk language />
        <div class="ds-screen-only">
        <Paragraph text=words::OPEN_TEXT.say(language) />
        <Form act=open>
            <FileField id="sealed-file" label=words::SEALED_FILE.say(language) accept=".age" chosen=sealed />
            <Chosen names=move || desk.get().sealed.iter().map(|file| file.name.clone()).collect() language />
            <FileField id="key-files" label=words::KEY_FILES.say(language) accept=".age,.txt" multiple=true chosen=keys />
            <Chosen names=move || desk.get().keys.iter().map(|key| key.name.clone()).collect() language />
            <Redrawn key=move || desk.get().tried>
                <PassphraseField label=words::PASSPHRASE language />
            </Redrawn>
            <Submit words=words::OPEN language />
        </Form>
        </div>
        <Working desk language />
        <Redrawn key=move || desk.get().opened.len()>
            <Opened desk language />
        </Redrawn>
        <SavedFile session language />
        <Making session making=words::WORKING language />
        <SidePanel session />
        <Ways here=words::OPEN_TITLE language />
    }
}

/// What is wrong, and what to do.
#[component]
pub(super) fn Problem(desk: DeskHandle, language: Language) -> impl IntoView {
    let key = move || {
        let desk = desk.get();
        if desk.problem.is_some() { desk.refusals } else { 0 }
    };
    let problem = move || {
        let why = desk.get().problem.clone();
        why.map(|why| {
            view! {
                <Summary language>
                    <p>{why.say(language).to_owned()}</p>
                </Summary>
            }
        })
    };
    view! { <Redrawn key>{problem()}</Redrawn> }
}

/// While the sealer works.
#[component]
pub(super) fn Working(desk: DeskHandle, language: Language) -> impl IntoView {
    let text =
        live(
            move || {
                if desk.get().is_busy() { words::WORKING.say(language).to_owned() } else { String::new() }
            },
        );
    view! { <p class="govuk-body" role="status" prop:textContent=text></p> }
}

/// That everything was forgotten, as nobody was there.
#[component]
pub(super) fn Forgotten(desk: DeskHandle, language: Language) -> impl IntoView {
    view! {
        <Shown when=move || desk.was_forgotten.get()>
            <Paragraph text=words::FORGOTTEN.say(language) class="govuk-inset-text" />
        </Shown>
    }
}

/// Which files are chosen.
#[component]
fn Chosen(
    /// Their names.
    #[prop(into)]
    names: Signal<Vec<String>>,
    language: Language,
) -> impl IntoView {
    let text = live(move || {
        let names = names.get();
        if names.is_empty() {
            return String::new();
        }
        words::CHOSEN.fill(&[&names.join(", ")]).say(language).to_owned()
    });
    view! { <p class="govuk-hint" role="status" prop:textContent=text></p> }
}

/// The documents of a file that was opened.
#[component]
fn Opened(desk: DeskHandle, language: Language) -> impl IntoView {
    let (names, with) = {
        let desk = desk.get();
        let names: Vec<String> = desk.opened.iter().map(|file| file.name.clone()).collect();
        (names, desk.opened_with.clone()?)
    };
    let is_test = names.iter().any(|name| name.starts_with(words::TEST_REFERENCE));
    let test =
        is_test.then(|| view! { <Paragraph text=words::IS_TEST.say(language) class="govuk-inset-text" /> });
    let document = |(at, name): (usize, &String)| {
        let read = move || desk.carry_out(untrack(|| desk.get().show(at)));
        let save = move || desk.carry_out(untrack(|| desk.get().save(at)));
        view! {
            <div class="govuk-button-group">
                <Button text=words::READ.fill(&[name]).say(language) class=SECONDARY act=read />
                <Button text=words::SAVE.fill(&[name]).say(language) class=SECONDARY act=save />
            </div>
        }
    };
    let documents = names.iter().enumerate().map(document).collect_view();
    Some(view! {
        {test}
        <div class="ds-screen-only">
        <Paragraph text=words::OPENED.fill(&[&with]).say(language) />
        {documents}
        <Paragraph text=words::SAVE_TEXT.say(language) class="govuk-hint" />
        <Paragraph text=words::RECEIPT.say(language) />
        <div class="govuk-button-group">
            <Button text=words::PRINT.say(language) class=PRIMARY act=host::print />
            <Button text=words::FORGET.say(language) class=WARNING act=move || desk.apply(DeskChange::Forgotten) />
        </div>
        <Paragraph text=words::CHECKED_BELOW.say(language) />
        </div>
    })
}
