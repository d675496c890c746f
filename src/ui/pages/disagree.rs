//! "Disagree and refer anyway": people decide, with written reasons.

use crate::interview::Field;
use crate::pack::well_known::OVERRIDE_REASONS;
use crate::ui::components::button::{LINK, go, heading, submit};
use crate::ui::components::error_summary::error_summary;
use crate::ui::components::form::form;
use crate::ui::components::question::wanted_question;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    let question = session.pack().question(OVERRIDE_REASONS);
    let field = question.map(|question| Field::of(&question.id));
    let control =
        question.zip(field).map(|(question, field)| wanted_question(session, question, field, language));
    let go_on = move || session.apply(Change::DisagreementSubmitted);
    let buttons = el("div", "govuk-button-group").child(submit(words::WRITE_REFERRAL, language)).child(go(
        session,
        Page::Result,
        words::SEE_RESULT,
        language,
        LINK,
    ));
    several()
        .child(error_summary(session, language))
        .child(heading(words::DISAGREE_TITLE.say(language)))
        .child(said("p", "govuk-body", words::DISAGREE_TEXT.say(language)))
        .child(form(go_on).children(control).child(buttons))
}
