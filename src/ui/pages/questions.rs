//! A page of questions, or the list of a group's entries.

use super::edit;
use super::entries::entries;
use crate::interview::{Asked, Field};
use crate::pack::{Kind, Question, Stage};
use crate::ui::components::button::{LINK, go, heading, submit};
use crate::ui::components::error_summary::error_summary;
use crate::ui::components::form::form;
use crate::ui::components::question::{heading_question, question_view};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language, section: usize, page: usize) -> El {
    let pack = session.pack();
    let Some(shown) = pack.sections.get(section).and_then(|section| section.pages.get(page)) else {
        return said("p", "govuk-body", words::NOT_ASKED_PAGE.say(language));
    };
    let title = || Some(heading(shown.title.say(language)));
    let form = form(move || session.apply(Change::PageSubmitted { section, page }));
    let (title, form) = match shown.questions.as_slice() {
        [question] => match &question.kind {
            Kind::Group(group) => {
                (title(), entries(form, session, question, group, (section, page), language))
            }
            // A question on its own is the heading of its page.
            _ => (None, form.child(heading_question(session, question, Field::of(&question.id), language))),
        },
        questions => (
            title(),
            questions.iter().fold(form, |form, question| while_asked(form, session, question, language)),
        ),
    };
    let editing = session.is_editing();
    let progress = || {
        let left = session.interview(|at| words::sections_left(at.sections_left(at.stage)));
        said("p", "ds-progress", left.say(language))
    };
    let buttons = el("div", "govuk-button-group").child(submit(words::GO_ON, language)).child(go(
        session,
        Page::Tasks,
        words::ALL_SECTIONS,
        language,
        LINK,
    ));
    several()
        .child(error_summary(session, language))
        .child(said("p", "ds-section-name", pack.sections[section].title.say(language)))
        .children(title)
        .child(form.child(buttons).children((!editing).then(progress)))
        .children(editing.then(|| edit::draft(session, language)))
}

/// Adds a question that comes and goes with the answer it hangs on. Whether it can still matter is settled when the
/// page opens, so that nothing moves under the person's hands.
fn while_asked(form: El, session: Session, question: &'static Question, language: Language) -> El {
    let matters = session.interview(|at| at.asked(question) != Asked::NoLonger);
    if !matters {
        return form;
    }
    form.shown(
        move || session.interview(|at| at.at_stage(Stage::Referral).is_asked(question)),
        move || question_view(session, question, Field::of(&question.id), language),
    )
}
