//! The documents: three cards, each with what it is, who it is for and its formats; and one on screen.

use super::check::mend;
use crate::browser::host;
use crate::interview::{Field, Gap, Missing};
use crate::json::Json;
use crate::pack::Part;
use crate::protocol::{Finding, Format};
use crate::shown::{MOST_SHOWN, shown};
use crate::ui::components::banner::result_changed;
use crate::ui::components::button::{LINK, PRIMARY, SECONDARY, button, go, heading};
use crate::ui::components::error_summary::summary;
use crate::ui::components::field_view::part_label;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, ComposerState, Output, Page, Saved, Session};
use crate::ui::words;
use crate::words::{Language, Localized, Phrase};

pub(crate) fn view(session: Session, language: Language) -> El {
    let save_draft = move |_: &_| {
        session.apply(Change::SaveDraft);
    };
    let reference = said("p", "govuk-body", words::REFERENCE.say(language)).text(": ");
    several()
        .child(heading(words::DOCUMENTS_TITLE.say(language)))
        .children(result_changed(session, language))
        .child(said("p", "govuk-body", words::DOCUMENTS_TEXT.say(language)))
        .child(reference.child(said("strong", "", &session.reference())))
        .child(making(session, words::MAKING, language))
        .child(saved(session, language))
        .child(
            el("div", "").redrawn(move || session.state().visit.reviews, move || looked(session, language)),
        )
        .child(said("h2", "govuk-heading-m", words::SAVE_DRAFT.say(language)))
        .child(said("p", "govuk-body", words::SAVE_DRAFT_TEXT.say(language)))
        .child(button(words::SAVE_DRAFT.say(language), SECONDARY, save_draft))
        .child(said("h2", "govuk-heading-m", words::AFTER_TITLE.say(language)))
        .child(said("p", "govuk-body", words::AFTER_TEXT.say(language)))
        .child(go(session, Page::Clear, words::CLEAR, language, LINK))
}

/// The three parts. Part A waits until everything that was found in it is moved or confirmed, and so does the zip.
fn looked(session: Session, language: Language) -> El {
    let Some(note) = session.state().visit.review.as_ref().map(|looked| looked.note.clone()) else {
        return several();
    };
    let left = session.state().findings_left();
    let parts = Part::ALL.iter().filter(|part| **part != Part::Panel || left.is_empty());
    let all = left.is_empty().then(|| {
        button(words::SAVE_ALL.say(language), SECONDARY, move |_| {
            session.apply(Change::Requested(Output::Zip));
        })
    });
    several()
        .children((!left.is_empty()).then(|| gate(session, &left, language)))
        .children((!note.is_empty()).then(|| said("p", "govuk-inset-text", &note)))
        .child(el("div", "ds-cards").children(parts.map(|part| card(session, *part, language))))
        .children(all)
}

/// What was found in Part A, each with its sentence and what can be done about it.
fn gate(session: Session, left: &[(Field, Finding)], language: Language) -> El {
    let mut list = el("ol", "govuk-list");
    let (first, rest) = shown(left, MOST_SHOWN);
    for (field, seen) in first {
        list = list.child(hit(session, field, seen, language));
    }
    let more = (rest > 0)
        .then(|| said("p", "govuk-body", words::LOOK_MORE.fill(&[&rest.to_string()]).say(language)));
    let inside = several().child(said("p", "", words::LOOK_TEXT.say(language))).child(list).children(more);
    summary(language, inside)
}

fn hit(session: Session, field: &Field, seen: &Finding, language: Language) -> El {
    let typed = |tag: &str, text: &str| said(tag, "", text).attr("translate", "no");
    let sentence = el("blockquote", "govuk-inset-text")
        .attr("dir", "auto")
        .child(typed("span", &seen.before))
        .child(typed("mark", &seen.found))
        .child(typed("span", &seen.after));
    let times = (seen.times > 1).then(|| {
        said("span", "", " ").text(words::LOOK_TIMES.fill(&[&seen.times.to_string()]).say(language))
    });
    let about = |text: El| text.child(said("span", "govuk-visually-hidden", ": ").text(&seen.found));
    let to_keep = (field.clone(), seen.piece.clone(), seen.label.clone());
    let moves = seen.piece.is_some().then(|| {
        about(button(words::LOOK_MOVE.say(language), SECONDARY, move |_| {
            if let (field, Some(piece), label) = &to_keep {
                session.apply(Change::FindingMoved {
                    from: field.clone(),
                    piece: piece.clone(),
                    label: label.clone(),
                });
            }
        }))
    });
    let right = (field.clone(), seen.found.clone());
    let right = about(button(words::LOOK_RIGHT.say(language), SECONDARY, move |_| {
        let (field, found) = right.clone();
        session.apply(Change::FindingConfirmed(field, found));
    }));
    let text = [&seen.label, ": ", &seen.says].map(|text: &str| text).concat();
    let place = session.pack().place(field.item.as_ref().map_or(&field.fact, |(of, _)| of).as_str());
    let change = place.map(|place| {
        let gap = Gap {
            field: field.clone(),
            page: place.page,
            missing: Missing::Mend(Localized::new(text.as_str(), text.as_str())),
            label: Localized::default(),
        };
        mend(session, &gap, language)
    });
    el("li", "")
        .children(change)
        .children(times)
        .child(sentence)
        .child(el("div", "govuk-button-group").children(moves).child(right))
}

/// What was found, with the field it stands in, if it stands in one.
pub(super) fn gap(session: Session, hit: &Json) -> Option<Gap> {
    let (pack, state) = (session.pack(), session.state());
    let text = |key: &str| hit.get(key).and_then(Json::as_str);
    let fact = text("fact")?;
    let list = text("list");
    let (place, question) = (pack.place(list.unwrap_or(fact))?, pack.question(fact)?);
    let index = hit.get("index").and_then(Json::as_whole).unwrap_or(0);
    let item = list.and_then(|list| {
        let item = state.visit.form.items(list).nth(usize::try_from(index).ok()?)?;
        Some((pack.question(list)?.id.clone(), item.key))
    });
    let says = text("says").unwrap_or_default();
    Some(Gap {
        field: Field { item, fact: question.id.clone() },
        page: place.page,
        missing: Missing::Mend(Localized::new(says, says)),
        label: Localized::default(),
    })
}

fn card(session: Session, part: Part, language: Language) -> El {
    let about = session.pack().part_words(part);
    let save = |format: Format, words: Phrase| {
        button(words.say(language), SECONDARY, move |_| {
            session.apply(Change::Requested(Output::File(part, format)));
        })
    };
    let readers = said("strong", "", words::FOR_WHOM.say(language)).text(": ");
    let look = if session.host().is_guest() { words::LOOK } else { words::LOOK_PRINT };
    let actions = el("div", "ds-card__actions")
        .child(go(session, Page::Preview(part), look, language, PRIMARY))
        .child(save(Format::Pdf, words::SAVE_PDF))
        .child(save(Format::Docx, words::SAVE_DOCX))
        .child(save(Format::Html, words::SAVE_HTML))
        .child(save(Format::Json, words::SAVE_JSON))
        .child(save(Format::Text, words::SAVE_TXT))
        .children(session.host().name().map(|name| {
            button(words::GIVE.fill(&[&name]).say(language), SECONDARY, move |_| {
                session.apply(Change::SendToHost(part));
            })
        }));
    el("section", "ds-card")
        .child(part_label(said("h2", "ds-card__title", about.title.say(language)), part, language))
        .child(said("p", "govuk-body", about.holds.say(language)))
        .child(el("p", "govuk-body").child(readers).text(about.readers.say(language)))
        .child(said("p", "govuk-inset-text", about.care.say(language)))
        .child(actions)
}

/// A document on screen, from which it is printed. Part A is not before what was found in it is moved or confirmed.
pub(crate) fn preview(session: Session, language: Language) -> El {
    // The page around a guest would be printed with it; a file can be printed.
    let prints = !session.host().is_guest();
    let buttons = el("div", "govuk-button-group")
        .children(prints.then(|| button(words::PRINT.say(language), PRIMARY, |_| host::print())))
        .child(go(session, Page::Documents, words::DOCUMENTS_TITLE, language, SECONDARY));
    several()
        .child(buttons)
        .children(prints.then(|| said("p", "govuk-hint", words::PRINT_NOTE.say(language))))
        .child(making(session, words::MAKING, language))
        .child(el("div", "").redrawn(
            move || session.state().visit.reviews,
            move || {
                let left = session.state().findings_left();
                let waits = session.page() == Page::Preview(Part::Panel) && !left.is_empty();
                several().children(waits.then(|| gate(session, &left, language)))
            },
        ))
        .children(session.state().panel().map(|preview| el("div", "").html(&session.host(), preview)))
}

/// What came of the last file.
pub(super) fn saved(session: Session, language: Language) -> El {
    let named = |words: &str, name: &str| [words, ": ", name].concat();
    el("p", "govuk-body").attr("role", "status").text_live(move || match &session.state().jobs.saved {
        Some(Saved::File(name)) => words::GIVEN_TO_BROWSER.fill(&[name]).say(language).to_owned(),
        Some(Saved::ToHost(name)) => {
            let host = session.host().name().unwrap_or_default();
            named(words::GIVEN.fill(&[&host]).say(language), name)
        }
        Some(Saved::Failed(why)) => why.as_deref().unwrap_or(words::SAVE_FAILED.say(language)).to_owned(),
        None => String::new(),
    })
}

/// What is going on while a document is made, or why none can be made and what to do about it.
pub(crate) fn making(session: Session, making: Phrase, language: Language) -> El {
    let state = move || {
        let state = session.state();
        match state.jobs.composer {
            ComposerState::Failed => 1,
            ComposerState::Stale => 2,
            // Changes to a pack are looked at all the while.
            _ if state.jobs.is_busy() => 3,
            _ => 0,
        }
    };
    let again = move |keep: bool, words: Phrase| {
        button(words.say(language), SECONDARY, move |_| {
            session.apply(Change::RestartComposer { keep_job: keep });
        })
    };
    let view = move || match state() {
        1 => several().child(problem(words::WRITER_FAILED, language)).child(again(true, words::TRY_AGAIN)),
        2 => several().child(problem(words::WRITER_STALE, language)),
        3 => el("div", "ds-making")
            .child(said("p", "govuk-body", making.say(language)))
            .child(
                el("progress", "ds-progress")
                    .attr("max", "100")
                    .attr("aria-label", making.say(language))
                    .attr_live("value", move || {
                        session.state().jobs.progress.map(|percent| percent.to_string())
                    }),
            )
            .child(again(false, words::STOP_MAKING)),
        _ => several(),
    };
    el("div", "").attr("role", "status").redrawn(state, view)
}

fn problem(words: Phrase, language: Language) -> El {
    said("p", "govuk-inset-text", words.say(language))
}
