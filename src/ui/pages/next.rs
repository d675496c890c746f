//! Sending a page of questions on: what is wrong with it, or which page comes next.

use crate::interview::{Field, Interview, Wrong};
use crate::pack::{FactId, Kind, PageRef, Question, Stage};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Text;

/// Sends a page on.
pub(crate) fn submit(session: Session, section: usize, page: usize) {
    let change = session.interview(|at| {
        let wrongs = wrongs(session, at, section, page);
        if !wrongs.is_empty() {
            return Change::Refused(wrongs);
        }
        // Sent on as they are: seen, and right.
        let seen = at.pack.sections[section].pages[page].questions.iter();
        let claimed = seen.filter(|question| at.answers.is_claimed(question.id.as_str()));
        let claimed: Vec<FactId> = claimed.map(|question| question.id.clone()).collect();
        if !claimed.is_empty() {
            return Change::ConfirmedClaims(claimed);
        }
        // Once for each time it is raised, also by a sheet that was opened.
        let seen = session.state().urgent_seen.clone();
        let urgent = at.urgent_now();
        if urgent.iter().any(|flag| !seen.contains(flag)) {
            return Change::StoppedToAct(section, page, urgent);
        }
        if urgent != seen {
            return Change::SawUrgent(urgent);
        }
        // Back to where the change was asked for.
        let back = session.state().return_to;
        let editing = session.is_editing().then_some(Page::Tasks);
        Change::Went(
            back.or(editing).unwrap_or_else(|| next(at, section, page, session.state().stop_offered)),
        )
    });
    let again = matches!(change, Change::ConfirmedClaims(_) | Change::SawUrgent(_));
    session.apply(change);
    if again {
        submit(session, section, page);
    }
}

fn wrongs(session: Session, at: Interview<'_>, section: usize, page: usize) -> Vec<Wrong> {
    let section = &at.pack.sections[section];
    let here: Vec<&Question> =
        section.pages[page].questions.iter().filter(|question| at.is_asked(question)).collect();
    let form = &session.state().form;
    let found = form.wrongs(at.pack, here.iter().copied(), None);
    let all_wanted = section.stage == Stage::Screening && at.stage == Stage::Screening;
    let mut wrongs = Vec::new();
    // In the order of the page.
    for question in here {
        wrongs.extend(found.iter().filter(|wrong| wrong.field.fact == question.id).cloned());
        if all_wanted && form.get(&Field::of(&question.id)).is_blank() {
            wrongs.push(unanswered(question));
        }
        wrongs.extend(form.wrongs_beside(at.pack, question));
    }
    wrongs
}

/// Every screening question takes "not known", so leaving one blank is only an oversight.
fn unanswered(question: &Question) -> Wrong {
    let words = match question.kind {
        Kind::YesNo | Kind::Choice(_) | Kind::Set(_) => words::PICK,
        _ => words::FILL,
    };
    let message = Text::new(
        [&question.label.en, ": ", words.en].concat(),
        [&question.label.cy, ": ", words.cy].concat(),
    );
    Wrong { field: Field::of(&question.id), message }
}

/// The next page, the early stop, the result or the task list.
fn next(at: Interview<'_>, section: usize, page: usize, stop_offered: bool) -> Page {
    if at.pack.sections[section].stage == Stage::Screening && at.stage == Stage::Screening {
        let open = at.next_page(Stage::Screening, None, true);
        if at.outcome.is_settled() && at.owed_before_result().is_none() && !stop_offered {
            return if open.is_some() { Page::Stop } else { Page::Result };
        }
        return match at.next_page(Stage::Screening, Some(PageRef { section, page }), true).or(open) {
            Some(PageRef { section, page }) => Page::Questions(section, page),
            None if at.can_see_result() => Page::Result,
            None => Page::Tasks,
        };
    }
    let mut pages = at.pack.sections[section].pages.iter().enumerate().skip(page + 1);
    let next = pages.find(|(_, page)| at.page_is_asked(page));
    next.map_or(Page::Tasks, |(page, _)| Page::Questions(section, page))
}
