//! Changing a pack in a form: everything that can be changed, what the changes come to, and the file to save. What can be
//! changed, and what comes of it, the composer works out; the questions are shown as any others.

use super::check::mend;
use super::documents::{gap, making, saved};
use crate::browser::{file, json};
use crate::interview::{Gap, Missing};
use crate::json::Json;
use crate::pack::Section;
use crate::protocol::OPENED_MAX_BYTES;
use crate::shown::{MOST_SHOWN, more, shown};
use crate::ui::components::button::{PRIMARY, button, heading};
use crate::ui::components::details::details;
use crate::ui::components::error_summary::summary;
use crate::ui::element::{El, changes, el, said, several};
use crate::ui::session::{Change, Output, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    let status = saved(session, language);
    let page = several()
        .child(several().redrawn(
            // Not before somebody tried to save: nobody begins with everything written. The box itself stays, and so
            // does focus in it, while what is in it follows the changes.
            move || if is_refused(session) { session.state().navigation.refusals } else { 0 },
            move || {
                let summary = || summary(language, problem_list(session, language));
                several().children((session.state().navigation.refusals > 0).then(summary))
            },
        ))
        .child(heading(words::EDIT.say(language)))
        .child(making(session, words::WORKING, language));
    let form = session.pack();
    if !session.state().editing.as_ref().is_some_and(|editing| editing.form_loaded) {
        return page.child(status);
    }
    page.child(said("p", "govuk-body", form.about.say(language)))
        .children(form.sections.iter().enumerate().map(|(at, one)| section(session, at, one, language)))
        .child(button(words::EDIT_SAVE.say(language), PRIMARY, move |_| {
            session.apply(if problems(session).is_empty() {
                Change::Requested(Output::EditedPack)
            } else {
                Change::PageRefused
            });
        }))
        .child(status)
        .child(draft(session, language))
        .child(opening(session, language))
}

/// A section, folded, with a link to each of its pages.
fn section(session: Session, at: usize, section: &Section, language: Language) -> El {
    let links = section.pages.iter().enumerate().map(|(page, shown)| {
        let link = said("a", "govuk-link", shown.title.say(language)).attr("href", "#main").on(
            "click",
            move |event| {
                event.prevent_default();
                session.apply(Change::NavigatedToCorrect(Page::Questions(at, page)));
            },
        );
        el("li", "").child(link)
    });
    details(section.title.say(language), |inside| {
        inside
            .child(said("p", "", section.purpose.say(language)))
            .child(el("ul", "govuk-list").children(links))
    })
}

/// What the changes come to so far, as it is worked out.
pub(super) fn draft(session: Session, language: Language) -> El {
    let says = el("p", "govuk-inset-text").attr("role", "status").text_live(move || {
        drafted(session).and_then(|draft| Some(draft.get("says")?.as_str()?.to_owned())).unwrap_or_default()
    });
    let html = move || drafted(session).and_then(|draft| Some(draft.get("html")?.as_str()?.to_owned()));
    let compared = several().redrawn(changes(html), move || {
        several().children(html().map(|html| el("div", "").html(&session.host(), &html)))
    });
    let problems = problem_list(session, language).attr("lang", language.tag());
    several().child(says).child(problems).child(el("div", "").attr("lang", language.tag()).child(compared))
}

/// Everything wrong. It is drawn anew only when it says something else: most drafts change none of it, and focus may be in it.
fn problem_list(session: Session, language: Language) -> El {
    let list = move || several().children(wrong(session, language));
    el("div", "").redrawn(changes(move || problems(session)), list)
}

/// The file field that opens another pack.
fn opening(session: Session, language: Language) -> El {
    let label = said("label", "govuk-label", words::EDIT_OPEN.say(language)).attr("for", "pack-file");
    let input = el("input", "govuk-file-upload")
        .attr("type", "file")
        .id("pack-file")
        .attr("accept", ".json,application/json")
        .attr("autocomplete", "off")
        .on("change", move |event| {
            file::read_all(event, 1, OPENED_MAX_BYTES as u64, move |mut texts| {
                session.apply(Change::PackOpened(texts.pop().unwrap_or_default()));
            });
        });
    el("div", "govuk-form-group").child(label).child(input)
}

/// Everything wrong, each with a link to the field that mends it.
fn wrong(session: Session, language: Language) -> Option<El> {
    let problems = problems(session);
    let (first, rest) = shown(&problems, MOST_SHOWN);
    let rows = first.iter().map(|(gap, says)| {
        el("li", "").child(match gap {
            Some(gap) => mend(session, gap, language),
            None => said("span", "", says),
        })
    });
    let more = more(rest).map(|more| said("li", "", more.say(language)));
    (!problems.is_empty()).then(|| el("ul", "govuk-list govuk-list--bullet").children(rows).children(more))
}

/// Whether somebody tried to save what cannot be saved yet.
pub(crate) fn is_refused(session: Session) -> bool {
    session.is_editing() && session.state().navigation.refusals > 0 && !problems(session).is_empty()
}

/// What cannot be read, and then what is wrong with the pack that the rest comes to.
fn problems(session: Session) -> Vec<(Option<Gap>, String)> {
    let unread = session.gaps();
    let mut problems = Vec::new();
    for gap in unread {
        if matches!(gap.missing, Missing::Mend(_)) {
            problems.push((Some(gap), String::new()));
        }
    }
    let draft = drafted(session);
    let hits = draft.as_ref().and_then(|draft| draft.get("hits")?.as_array());
    for hit in hits.unwrap_or_default() {
        let says = hit.get("says").and_then(Json::as_str).unwrap_or_default();
        problems.push((gap(session, hit), says.to_owned()));
    }
    problems
}

fn drafted(session: Session) -> Option<Json> {
    json::parse(session.state().editing.as_ref()?.summary.as_ref()?)
}
