//! The keys of a team: making one, its line of `site.json`, the sheet for the safe, and what to do when a key changes.

use super::effects::{self, DeskHandle};
use super::open::{Forgotten, Problem, Working};
use super::passphrase::{PassphraseField, typed};
use super::ways::Ways;
use crate::browser::{clock, host};
use crate::components::button::{Button, Heading, PRIMARY, Submit};
use crate::components::form::Form;
use crate::components::redrawn::Redrawn;
use crate::components::text::{BulletList, Paragraph, Subheading};
use crate::pages::documents::SavedFile;
use crate::session::{Change, Session};
use drive_screening_core::base::secret::Secret;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_panel_desk::state::DeskChange;
use drive_screening_panel_desk::words;
use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

#[component]
pub(super) fn KeysPage(session: Session, language: Language) -> impl IntoView {
    let desk = effects::of(session);
    let make = move || {
        desk.apply(DeskChange::KeyAsked(typed(session), clock::today()));
        // The field is blank again, and nothing is said of it.
        session.apply(Change::PassphraseTyped(Secret::default()));
    };
    let rotate = [words::ROTATE_ADD, words::ROTATE_WAIT, words::ROTATE_KEEP, words::ROTATE_LOST];
    let rotate = rotate.map(|line| line.say(language).to_owned()).to_vec();
    view! {
        <Problem desk language />
        <Heading text=words::KEYS_TITLE.say(language) />
        <Paragraph text=words::KEYS_TEXT.say(language) />
        <Forgotten desk language />
        <div class="ds-screen-only">
        <Form act=make>
            <Redrawn key=move || desk.get().tried>
                <PassphraseField label=words::NEW_PASSPHRASE hint=words::NEW_HINT language />
            </Redrawn>
            <Submit words=words::MAKE language />
        </Form>
        </div>
        <Working desk language />
        <SavedFile session language />
        <Redrawn key=move || if desk.get().made.is_some() { desk.get().made_count } else { 0 }>
            <Made desk language />
        </Redrawn>
        <Subheading text=words::ROTATE_TITLE.say(language) />
        <BulletList lines=rotate />
        <Ways here=words::KEYS_TITLE language />
    }
}

/// A key that was made: the sheet.
#[component]
fn Made(desk: DeskHandle, language: Language) -> impl IntoView {
    let made = desk.get().made.clone()?;
    let next = [
        words::NEXT_FILE.fill(&[&made.name]).say(language).to_owned(),
        words::NEXT_SHEET.say(language).to_owned(),
        words::NEXT_SITE.say(language).to_owned(),
    ];
    let day = made.made_on.in_words(language);
    // All of it has to be on the sheet, also where each line takes two.
    let rows = 2 * made.file.lines().count();
    Some(view! {
        <Subheading text=words::MADE_TITLE.fill(&[&day]).say(language) />
        <Paragraph text=words::MADE_WORDS.say(language) />
        <p class="govuk-inset-text" lang="en" translate="no">
            {made.fingerprint.clone()}
        </p>
        <div class="ds-screen-only">
        <CopyField id="key-line" label=words::MADE_LINE rows=6 text=made.line() language />
        </div>
        <CopyField id="key-file" label=words::MADE_FILE rows=rows text=made.file language />
        <Subheading text=words::MADE_NEXT.say(language) />
        <BulletList lines=next.to_vec() />
        <Button text=words::PRINT_SHEET.say(language) class=PRIMARY act=host::print />
    })
}

/// A field to copy from.
#[component]
fn CopyField(
    /// The id of its control.
    id: &'static str,
    /// Its label.
    label: Phrase,
    /// How many lines of it are seen.
    rows: usize,
    /// What is copied.
    text: String,
    language: Language,
) -> impl IntoView {
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=id>
                {label.say(language)}
            </label>
            <textarea
                class="govuk-textarea"
                id=id
                rows=rows
                readonly=true
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                translate="no"
                {..custom_attribute("writingsuggestions", "false")}
            >
                {text}
            </textarea>
        </div>
    }
}
