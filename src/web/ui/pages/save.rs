//! Saving what was typed, to come back to it, and locking the page with the same passphrase.

use crate::components::button::{Button, Heading, LINK, SECONDARY, Submit};
use crate::components::details::Details;
use crate::components::form::Form;
use crate::components::passphrase::{PassphraseField, PassphraseProblem, PassphraseWork, typed};
use crate::components::redrawn::Shown;
use crate::components::text::{Paragraph, Subheading, live};
use crate::pages::documents::SavedFile;
use crate::pages::statement::Made;
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::state::Sealed;
use leptos::prelude::*;

#[component]
pub(crate) fn SavePage(session: Session, language: Language) -> impl IntoView {
    let save = move |what| move || session.apply(Change::SaveSealed(what, typed(session)));
    let says = live(move || {
        let step = session.state().sealing.strength;
        let words = step.and_then(|step| words::STRENGTHS.get(usize::from(step)));
        words.map_or("", |words| words.say(language)).to_owned()
    });
    let typing = move |passphrase| session.apply(Change::PassphraseTyped(passphrase));
    let details = session.state().has_details().then(|| {
        view! { <Button text=words::SAVE_DETAILS.say(language) class=SECONDARY act=save(Sealed::Details) /> }
    });
    view! {
        <PassphraseProblem session language />
        <Heading text=words::SAVE_TITLE.say(language) />
        <Paragraph text=words::SAVE_TEXT.say(language) />
        <Form act=save(Sealed::Draft)>
            <PassphraseField label=words::PASSPHRASE.say(language) language typing says />
            <div class="govuk-button-group">
                <Submit words=words::SAVE_FILE language />
                <Button text=words::LOCK_ONLY.say(language) class=SECONDARY act=save(Sealed::LockOnly) />
                {details}
            </div>
        </Form>
        <PassphraseWork session language />
        <SavedFile session language />
        <Shown when=move || session.state().sealing.lock_key.is_some()>
            <LockNow session language />
        </Shown>
        <ForOthers session language />
        <Made session class="" made=|session| session.state().panel().map(ToOwned::to_owned) />
        <Details summary=words::SAVE_PLAIN.say(language)>
            <Paragraph text=words::SAVE_DRAFT_TEXT.say(language) />
            <Button text=words::SAVE_DRAFT.say(language) class=SECONDARY act=move || session.apply(Change::SaveDraft) />
        </Details>
    }
}

/// That a passphrase locks the page, and the way to have it locked at once.
#[component]
fn LockNow(session: Session, language: Language) -> impl IntoView {
    view! {
        <p class="govuk-inset-text">
            {words::LOCK_SET.say(language)} " "
            <Button text=words::LOCK_NOW.say(language) class=LINK act=move || session.apply(Change::Locked) />
        </p>
    }
}

/// Who else can go on with it, where the site names somebody.
#[component]
fn ForOthers(session: Session, language: Language) -> impl IntoView {
    let others = &session.site().draft_recipients;
    (!others.is_empty()).then(|| {
        let names: Vec<&str> = others.iter().map(|other| other.name.as_str()).collect();
        let text = words::SAVE_FOR.fill(&[&names.join(", ")]).say(language).to_owned();
        let save = move || {
            let keys = session.site().draft_recipients.iter().map(|other| other.key.clone()).collect();
            session.apply(Change::SaveForOthers(keys));
        };
        view! {
            <Subheading text=words::SAVE_FOR_TITLE.say(language) />
            <Paragraph text=words::SAVE_FOR_TEXT.say(language) />
            <Button text class=SECONDARY act=save />
        }
    })
}
