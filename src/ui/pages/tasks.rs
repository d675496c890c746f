//! The task list: every section and how far it is.

use crate::interview::{Interview, SectionState};
use crate::pack::{PageRef, Section, Stage};
use crate::ui::components::banner::carried;
use crate::ui::components::button::{PRIMARY, SECONDARY, go, heading};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    session.interview(|at| {
        let left = words::sections_left(at.sections_left(at.stage));
        let page = several()
            .child(heading(words::TASKS_TITLE.say(language)))
            .children(carried(session, language))
            .child(said("p", "ds-progress", left.say(language)));
        let page = match at.stage {
            Stage::Referral => list(page, session, at, Stage::Referral, language),
            Stage::Screening => page,
        };
        let page = list(page, session, at, Stage::Screening, language);
        let result = |class| go(session, Page::Result, words::SEE_RESULT, language, class);
        match at.stage {
            Stage::Referral => page.child(
                el("div", "govuk-button-group")
                    .child(go(session, Page::Check, words::CHECK, language, PRIMARY))
                    .child(result(SECONDARY)),
            ),
            Stage::Screening if at.can_see_result() => page.child(result(PRIMARY)),
            Stage::Screening => {
                let PageRef { section, page: first } =
                    at.next_page(Stage::Screening, None, true).unwrap_or_default();
                page.child(said("p", "govuk-hint", words::RESULT_LATER.say(language))).child(go(
                    session,
                    Page::Questions(section, first),
                    words::GO_ON,
                    language,
                    PRIMARY,
                ))
            }
        }
    })
}

/// Adds the sections of a stage under its heading.
fn list(page: El, session: Session, at: Interview<'_>, stage: Stage, language: Language) -> El {
    let title = match stage {
        Stage::Referral => words::REFERRAL,
        Stage::Screening => words::SCREENING,
    };
    let sections = at.pack.sections.iter().enumerate().filter(|(_, section)| section.stage == stage);
    let rows = sections.map(|(index, section)| row(session, at, index, section, language));
    page.child(said("h2", "govuk-heading-m", title.say(language)))
        .child(el("ul", "govuk-task-list").children(rows))
}

fn row(session: Session, at: Interview<'_>, index: usize, section: &Section, language: Language) -> El {
    let state = at.section_state(section);
    let title = section.title.say(language);
    let hint_id = ["section-", section.id.as_str(), "-hint"].concat();
    let status_id = ["section-", section.id.as_str(), "-status"].concat();
    let (words, class) = match state {
        SectionState::NotStarted => (words::NOT_STARTED, "govuk-tag"),
        SectionState::InProgress => (words::IN_PROGRESS, "govuk-tag"),
        SectionState::Done => (words::DONE, "govuk-task-list__status--plain"),
        SectionState::NotNeeded => (words::NOT_NEEDED, "govuk-task-list__status--plain"),
    };
    let hint = match state {
        SectionState::NotNeeded => words::NOT_NEEDED_WHY.say(language),
        _ => section.purpose.say(language),
    };
    let name = match first_page(at, section) {
        None => said("div", "", title),
        Some(page) => said("a", "govuk-link govuk-task-list__link", title)
            .attr("href", "#")
            .attr("aria-describedby", &[&hint_id, " ", &status_id].concat())
            .on("click", move |event| {
                event.prevent_default();
                session.apply(Change::Navigated(Page::Questions(index, page)));
            }),
    };
    let name = el("div", "govuk-task-list__name-and-hint")
        .child(name)
        .child(said("div", "govuk-task-list__hint", hint).id(&hint_id));
    let status =
        el("div", "govuk-task-list__status").id(&status_id).child(said("span", class, words.say(language)));
    el("li", "govuk-task-list__item govuk-task-list__item--with-link").child(name).child(status)
}

/// Where a section opens: its first page with something to answer, else its first page that is asked.
fn first_page(at: Interview<'_>, section: &Section) -> Option<usize> {
    let asked = |unanswered: bool| {
        section
            .pages
            .iter()
            .position(|page| at.page_is_asked(page) && !(unanswered && at.page_is_answered(page)))
    };
    asked(true).or_else(|| asked(false))
}
