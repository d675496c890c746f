//! Starting the page.

use super::frame::{Bar, ExitOverlay, Foot};
use super::session::{Page, Session};
use super::{effects, pages, words};
use crate::browser::{page, settings};
use crate::pack::Pack;
use crate::problem::Problem;
use crate::words::Language;
use leptos::prelude::*;

/// Loads the criteria and draws the page, or draws why there is none.
pub fn start() {
    let id = settings::meta("drive-pack").unwrap_or_else(|| "default".to_owned());
    match Pack::builtin(&id) {
        Ok(pack) => leptos::mount::mount_to_body(move || view! { <App pack/> }),
        Err(problems) => leptos::mount::mount_to_body(move || view! { <NoPack problems/> }),
    }
}

#[component]
fn App(
    /// The criteria this copy screens by.
    pack: Pack,
) -> impl IntoView {
    let session = Session::new(pack, Language::En);
    effects::install(session);
    let language = session.language();
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus("h1");
    };
    view! {
        <a class="govuk-skip-link" href="#main" on:click=skip>{move || words::SKIP.say(language.get())}</a>
        <Bar session/>
        <div class="ds-frame">
            <BackLink session/>
            <main id="main" class="govuk-main-wrapper">
                {move || pages::view(session, session.page().get(), language.get())}
            </main>
        </div>
        <Foot session/>
        <ExitOverlay session/>
    }
}

#[component]
fn BackLink(
    /// The visit.
    session: Session,
) -> impl IntoView {
    let shown = Memo::new(move |_| session.can_go_back() && session.page().get() != Page::Ended);
    let language = session.language();
    let back = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        crate::browser::history::back();
    };
    view! {
        <Show when=move || shown.get()>
            <nav aria-label=move || words::BACK_NAV.say(language.get())>
                <a class="govuk-back-link" href="#" on:click=back>{move || words::BACK.say(language.get())}</a>
            </nav>
        </Show>
    }
}

/// Screening with the wrong criteria is worse than none.
#[component]
fn NoPack(
    /// What is wrong with the criteria.
    problems: Vec<Problem>,
) -> impl IntoView {
    let in_language = move |language: Language| {
        let rows = problems.clone().into_iter().map(move |problem| {
            view! { <li><code>{problem.at}</code>" "{problem.message.say(language).to_owned()}"; "{problem.next_step.say(language).to_owned()}</li> }
        });
        view! {
            <div lang=language.tag()>
                <h1 class="govuk-heading-l">{words::NO_PACK_TITLE.say(language)}</h1>
                <p class="govuk-body">{words::NO_PACK_TEXT.say(language)}</p>
                <ul class="govuk-list govuk-list--bullet">{rows.collect_view()}</ul>
            </div>
        }
    };
    view! {
        <div class="ds-frame"><main class="govuk-main-wrapper">{in_language(Language::En)}{in_language(Language::Cy)}</main></div>
    }
}
