//! Everything that is wrong with a page, at its top, each a link to the field.
//!
//! Takes focus when it appears; each link moves focus to its field and changes no address.

use crate::interview::FieldError;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::Session;
use crate::ui::words;
use crate::words::Language;

/// The summary of a page of questions, while something is wrong with it.
pub(crate) fn error_summary(session: Session, language: Language) -> El {
    let list = move || {
        el("ul", "govuk-list govuk-error-summary__list").redrawn(
            move || session.state().navigation.refusals,
            move || {
                several()
                    .children(session.state().visit.errors.iter().map(|wrong| link(session, wrong, language)))
            },
        )
    };
    several().shown(move || !session.state().visit.errors.is_empty(), move || summary(language, list()))
}

/// The box itself.
pub(crate) fn summary(language: Language, inside: El) -> El {
    el("div", "govuk-error-summary")
        .attr("tabindex", "-1")
        .attr("role", "alert")
        .child(said("h2", "govuk-error-summary__title", words::ERROR_TITLE.say(language)))
        .child(el("div", "govuk-error-summary__body").child(inside))
}

fn link(session: Session, wrong: &FieldError, language: Language) -> El {
    let id = wrong.field.control();
    let link = said("a", "", wrong.message.say(language)).attr("href", &["#", &id].concat()).on(
        "click",
        move |event| {
            event.prevent_default();
            session.host().focus_id(&id);
        },
    );
    el("li", "").child(link)
}
