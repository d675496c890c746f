//! What stands around every page: the bar, the way out, and the foot. It is not redrawn with the language, so that its
//! controls keep focus.

use super::components::redrawn::Shown;
use super::components::text::live;
use super::session::{Change, Page, Session};
use super::words;
use crate::browser::host;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::state::NetworkState;
use leptos::prelude::*;

/// Words that follow the language.
pub(crate) fn follow(session: Session, words: Phrase) -> Memo<String> {
    live(move || words.say(session.language()).to_owned())
}

/// The bar at the top.
#[component]
pub(crate) fn Bar(session: Session) -> impl IntoView {
    let name = live(move || {
        let (product, language) = (words::PRODUCT.say(session.language()), session.language());
        match &session.site().name {
            Some(name) => [product, ": ", name.say(language)].concat(),
            None => product.to_owned(),
        }
    });
    let languages = session.site().languages.len();
    view! {
        <header class="ds-bar">
            <div class="ds-bar__inner">
                <span class="ds-bar__name" prop:textContent=name></span>
                <NetworkNotice session />
                <SaveButton session />
                {(languages > 1).then(|| view! { <LanguageButton session /> })}
                <ExitLink session />
            </div>
        </header>
    }
}

/// Whether the network is shut, and what that means, for whoever opens it.
#[component]
fn NetworkNotice(session: Session) -> impl IntoView {
    let shut = move || session.state().network.state == NetworkState::Shut;
    let title = live(move || {
        let words = if shut() { words::NETWORK_TITLE } else { words::NETWORK_OPEN };
        words.say(session.language()).to_owned()
    });
    let text =
        live(
            move || {
                if shut() { words::NETWORK_SHUT.say(session.language()).to_owned() } else { String::new() }
            },
        );
    let missing = live(move || {
        let (state, language) = (session.state(), session.language());
        let missing = words::programs(&state.network.missing, language);
        if missing.is_empty() {
            missing
        } else {
            [words::NETWORK_MISSING.say(language), ": ", &missing].concat()
        }
    });
    view! {
        <details class="ds-bar__network">
            <summary prop:textContent=title></summary>
            <div class="ds-bar__more">
                <p prop:textContent=text></p>
                <p prop:textContent=missing></p>
                <CriteriaLink session fragment=host::SELF_TEST words=words::SELF_TEST />
            </div>
        </details>
    }
}

/// The button that goes to where what was typed is saved.
#[component]
fn SaveButton(session: Session) -> impl IntoView {
    let can_save = move || {
        let state = session.state();
        state.case_reference().is_some()
            && !state.sealing.is_covered()
            && !matches!(state.page(), Page::Save | Page::Ended)
    };
    let go = move |_| session.apply(Change::Navigated(Page::Save));
    view! {
        <Shown when=can_save>
            <button class="ds-bar__lang" type="button" on:click=go prop:textContent=follow(session, words::SAVE)></button>
        </Shown>
    }
}

/// The button that goes on in the other language.
#[component]
fn LanguageButton(session: Session) -> impl IntoView {
    let other = move || session.language().other();
    let text = follow(session, Phrase { en: "Cymraeg", cy: "English" });
    view! {
        <button
            class="ds-bar__lang"
            type="button"
            lang=move || other().tag()
            on:click=move |_| session.apply(Change::LanguageChosen(other()))
            prop:textContent=text
        ></button>
    }
}

/// The link that leaves.
#[component]
fn ExitLink(session: Session) -> impl IntoView {
    let hint = if session.site().exit_keys { words::LEAVE_HINT_KEYS } else { words::LEAVE_HINT };
    let leave = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        session.leave();
    };
    view! {
        <a
            class="ds-exit"
            href=session.site().exit.as_str()
            rel="nofollow noreferrer"
            title=move || hint.say(session.language())
            on:click=leave
            prop:textContent=follow(session, words::LEAVE)
        ></a>
    }
}

/// Says before the last press of a key that it leaves.
#[component]
pub(crate) fn ExitWarning(session: Session) -> impl IntoView {
    let text = live(move || {
        let near = session.state().exit_is_near;
        if near { words::LEAVE_NEAR.say(session.language()).to_owned() } else { String::new() }
    });
    view! { <p class="ds-exit-warning" role="status" prop:textContent=text></p> }
}

/// Covers everything while the browser leaves.
#[component]
pub(crate) fn ExitOverlay(session: Session) -> impl IntoView {
    let text = follow(session, words::LEAVING);
    view! {
        <Shown when=move || session.state().left>
            <div class="ds-exit-overlay" role="alert" prop:textContent=text></div>
        </Shown>
    }
}

/// The foot of every page.
#[component]
pub(crate) fn Foot(session: Session) -> impl IntoView {
    let pack = session.pack();
    let criteria = live(move || {
        let language = session.language();
        let criteria = words::CRITERIA_VERSION.say(language);
        [criteria, ": ", pack.title.say(language), ", ", pack.id.as_str(), " ", &pack.version].concat()
    });
    view! {
        <footer class="ds-foot">
            <ul class="ds-foot__list">
                <li prop:textContent=criteria></li>
                <AboutLink session />
                <FootLink session to=Page::Glossary words=words::GLOSSARY />
                <FootLink session to=Page::Privacy words=words::PRIVACY />
                <FootLink session to=Page::Accessibility words=words::ACCESSIBILITY />
                <FootLink session to=Page::Report words=words::REPORT />
                <FootLink session to=Page::Clear words=words::CLEAR />
                <li prop:textContent=follow(session, words::INDEPENDENT)></li>
                <Shown when=move || session.language() == Language::Cy>
                    <li>{words::TRANSLATION.cy}</li>
                </Shown>
            </ul>
        </footer>
    }
}

/// Where the criteria are looked at.
#[component]
fn AboutLink(session: Session) -> impl IntoView {
    view! {
        <Shown when=move || session.host().address(host::ABOUT, Language::En).is_some()>
            <li>
                <CriteriaLink session fragment=host::ABOUT words=words::ABOUT_TITLE />
            </li>
        </Shown>
    }
}

/// A link to a page about the criteria and this copy: from a referral in a tab of its own, so that nothing typed is lost.
#[component]
fn CriteriaLink(session: Session, fragment: &'static str, words: Phrase) -> impl IntoView {
    let apart = !session.is_editing();
    let text = live(move || {
        let language = session.language();
        let tab = if apart { words::NEW_TAB.say(language) } else { "" };
        [words.say(language), tab].concat()
    });
    let address = move || session.host().address(fragment, session.language());
    session.host().address(fragment, Language::En).map(|_| {
        view! {
            <a
                class="ds-link"
                href=address
                target=apart.then_some("_blank")
                rel="noopener noreferrer"
                prop:textContent=text
            ></a>
        }
    })
}

#[component]
fn FootLink(session: Session, to: Page, words: Phrase) -> impl IntoView {
    let go = move |_| session.apply(Change::Navigated(to));
    view! {
        <li>
            <button class="ds-link" type="button" on:click=go prop:textContent=follow(session, words)></button>
        </li>
    }
}
