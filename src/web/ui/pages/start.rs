//! Before you start: what it is and is not, what to have ready, urgent help, privacy.

use crate::browser::clock;
use crate::components::button::{Button, Go, Heading, LINK, PRIMARY, SECONDARY};
use crate::components::redrawn::Redrawn;
use crate::components::routes::Routes;
use crate::components::text::{BulletList, Paragraph, Subheading};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::Route;
use leptos::prelude::*;

#[component]
pub(crate) fn StartPage(session: Session, language: Language) -> impl IntoView {
    let leaves = match session.host().name() {
        Some(name) => words::PRIVACY_4_HOST.fill(&[&name]),
        None => words::PRIVACY_4.text(),
    };
    let lines = |words: &[Phrase]| words.iter().map(|words| words.say(language).to_owned()).collect();
    let ready: Vec<String> = lines(&[words::READY_1, words::READY_2, words::READY_3, words::READY_4]);
    let mut privacy: Vec<String> = lines(&[words::PRIVACY_1, words::PRIVACY_2, words::PRIVACY_3]);
    privacy.push(leaves.say(language).to_owned());
    view! {
        <Heading text=words::START_TITLE.say(language) />
        <UrgentLine session language />
        <Paragraph text=words::START_WHAT.say(language) class="govuk-body-l" />
        <Paragraph text=words::START_NOT.say(language) />
        {session.host().name().map(|name| view! { <MayTell session name language /> })}
        <Go session to=Page::Tasks words=words::START_BUTTON language class=PRIMARY />
        <Subheading text=words::URGENT_TITLE.say(language) />
        <Routes session outcome="urgent" today=clock::today() language />
        <Subheading text=words::HAVE_READY.say(language) />
        <BulletList lines=ready />
        <Subheading text=words::START_PRIVACY.say(language) />
        <BulletList lines=privacy />
        <p class="govuk-body">
            <Go session to=Page::Open words=words::START_OPEN language class=LINK />
        </p>
    }
}

/// Asks once whether whoever embeds this copy may be told how it goes, and says what it is told.
#[component]
fn MayTell(
    session: Session,
    /// Who embeds it.
    name: String,
    language: Language,
) -> impl IntoView {
    let key = move || session.state().visit.may_tell.map_or(0, |may| 1 + usize::from(may));
    let view = move || match session.state().visit.may_tell {
        None => view! { <AskToTell session name=name.clone() language /> }.into_any(),
        Some(told) => view! { <Told session name=name.clone() told language /> }.into_any(),
    };
    view! {
        <div role="status">
            <Redrawn key>{view()}</Redrawn>
        </div>
    }
}

#[component]
fn AskToTell(session: Session, name: String, language: Language) -> impl IntoView {
    let say = |words: Phrase| words.fill(&[&name]).say(language).to_owned();
    let may = move |may| move || session.apply(Change::SharingDecided(may));
    view! {
        <section class="govuk-inset-text">
            <h2 class="govuk-heading-s">{say(words::TELL_TITLE)}</h2>
            <p>{say(words::TELL_TEXT)}</p>
            <Button text=words::TELL_YES.say(language) class=SECONDARY act=may(true) />
            <Button text=words::TELL_NO.say(language) class=SECONDARY act=may(false) />
        </section>
    }
}

/// What was agreed, and the way to change it.
#[component]
fn Told(session: Session, name: String, told: bool, language: Language) -> impl IntoView {
    let (says, other) =
        if told { (words::TELLS, words::TELL_NO) } else { (words::TELLS_NOTHING, words::TELL_YES) };
    let says = says.fill(&[&name]).say(language).to_owned();
    let change = move || session.apply(Change::SharingDecided(!told));
    view! {
        <p class="govuk-inset-text">
            {says} " " <Button text=other.say(language) class=LINK act=change />
        </p>
    }
}

/// Whom to call first, in one line, before anything else is read.
#[component]
fn UrgentLine(session: Session, language: Language) -> impl IntoView {
    let urgent = |route: &&'static Route| route.for_outcomes.iter().any(|outcome| outcome == "urgent");
    let route = session.pack().routes.iter().find(urgent);
    let contact = route.and_then(|route| Some((route.contact.as_deref()?, route.title.say(language))));
    contact.map(|(contact, title)| {
        view! {
            <p class="govuk-body">
                {words::URGENT_TITLE.say(language)} ": " <strong>{contact}</strong> ", " {title}
            </p>
        }
        .into_any()
    })
}
