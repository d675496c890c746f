//! What stands around every page: the bar, the way out, and the foot.

use super::element::{El, el, said, several};
use super::session::{Change, Page, Session};
use super::words;
use crate::words::{Language, Phrase};

/// Adds words that follow the language: the frame is not redrawn, so that its controls keep focus.
pub(crate) fn live_words(session: Session, inside: El, words: Phrase) -> El {
    inside.text_live(move || words.say(session.language()).to_owned())
}

/// The bar at the top.
pub(crate) fn bar(session: Session) -> El {
    let other = move || session.language().other();
    let network = el("span", "ds-bar__network").text_live(move || {
        let words = if session.state().network_shut { words::NETWORK_SHUT } else { words::NETWORK_OPEN };
        words.say(session.language()).to_owned()
    });
    let language = el("button", "ds-bar__lang")
        .attr("type", "button")
        .attr_live("lang", move || Some(other().tag().to_owned()))
        .on("click", move |_| session.apply(Change::LanguageChosen(other())))
        .text_live(move || Phrase { en: "Cymraeg", cy: "English" }.say(session.language()).to_owned());
    let name = el("span", "ds-bar__name").text_live(move || {
        let (product, language) = (words::PRODUCT.say(session.language()), session.language());
        match &session.site().name {
            Some(name) => [product, ": ", name.say(language)].concat(),
            None => product.to_owned(),
        }
    });
    let inner = el("div", "ds-bar__inner")
        .child(name)
        .child(network)
        .children((session.site().languages.len() > 1).then_some(language))
        .child(exit_link(session));
    el("header", "ds-bar").child(inner)
}

/// The link that leaves.
fn exit_link(session: Session) -> El {
    let hint = if session.site().exit_keys { words::LEAVE_HINT_KEYS } else { words::LEAVE_HINT };
    let link = el("a", "ds-exit")
        .attr("href", &session.site().exit)
        .attr("rel", "nofollow noreferrer")
        .attr_live("title", move || Some(hint.say(session.language()).to_owned()))
        .on("click", move |event| {
            event.prevent_default();
            session.leave();
        });
    live_words(session, link, words::LEAVE)
}

/// Says before the last press of a key that it leaves.
pub(crate) fn exit_warning(session: Session) -> El {
    el("p", "ds-exit-warning").attr("role", "status").text_live(move || {
        let near = session.state().exit_is_near;
        if near { words::LEAVE_NEAR.say(session.language()).to_owned() } else { String::new() }
    })
}

/// Covers everything while the browser leaves.
pub(crate) fn exit_overlay(session: Session) -> El {
    several().shown(
        move || session.state().left,
        move || live_words(session, el("div", "ds-exit-overlay").attr("role", "alert"), words::LEAVING),
    )
}

/// The foot of every page.
pub(crate) fn foot(session: Session) -> El {
    let pack = session.pack();
    let criteria = el("li", "").text_live(move || {
        let language = session.language();
        let criteria = words::CRITERIA_VERSION.say(language);
        [criteria, ": ", pack.title.say(language), ", ", pack.id.as_str(), " ", &pack.version].concat()
    });
    let link = |to: Page, words: Phrase| {
        let button = el("button", "ds-link")
            .attr("type", "button")
            .on("click", move |_| session.apply(Change::Navigated(to)));
        el("li", "").child(live_words(session, button, words))
    };
    let list = el("ul", "ds-foot__list")
        .child(criteria)
        .child(link(Page::About, words::ABOUT_TITLE))
        .child(link(Page::Privacy, words::PRIVACY))
        .child(link(Page::Accessibility, words::ACCESSIBILITY))
        .child(link(Page::Clear, words::CLEAR))
        .child(live_words(session, el("li", ""), words::INDEPENDENT))
        .shown(move || session.language() == Language::Cy, || said("li", "", words::TRANSLATION.cy));
    el("footer", "ds-foot").child(list)
}
