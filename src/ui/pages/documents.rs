//! The documents: three cards, each with what it is, who it is for and its formats; and one on screen.

use super::check::mend;
use crate::answers::AnswerSheet;
use crate::browser::{download, host, json};
use crate::document::Format;
use crate::document::job::Output;
use crate::interview::{Field, Gap, Missing, left_out};
use crate::json::Json;
use crate::pack::Part;
use crate::ui::components::banner::result_changed;
use crate::ui::components::button::{PRIMARY, SECONDARY, WARNING, button, go, heading};
use crate::ui::components::error_summary::summary;
use crate::ui::components::question::part_label;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Saved, Session, Writer};
use crate::ui::words;
use crate::words::{Language, Text, Words};

pub(crate) fn view(session: Session, language: Language) -> El {
    let save_sheet = move |_: &_| {
        let reference = session.reference();
        let sheet = session.pages(|at| AnswerSheet::to_json(at.pack, at.answers, Some(&reference)));
        let name = [&reference, "-answers.json"].concat();
        let saved = download::save(&name, Format::Json.media_type(), &AnswerSheet::to_text(&sheet).into());
        session.apply(Change::Saved(Saved::of(name, saved)));
    };
    let reference = said("p", "govuk-body", words::REFERENCE.say(language)).text(": ");
    several()
        .child(heading(words::DOCUMENTS_TITLE.say(language)))
        .children(result_changed(session, language))
        .child(said("p", "govuk-body", words::DOCUMENTS_TEXT.say(language)))
        .child(reference.child(said("strong", "", &session.reference())))
        .child(making(session, words::MAKING, language))
        .child(saved(session, language))
        .child(el("div", "").redrawn(
            move || {
                let state = session.state();
                2 * usize::from(state.looked.is_some()) + usize::from(state.confirmed == state.looked)
            },
            move || looked(session, language),
        ))
        .child(said("h2", "govuk-heading-m", words::SAVE_SHEET.say(language)))
        .child(said("p", "govuk-body", words::SAVE_SHEET_TEXT.say(language)))
        .children(not_in_sheet(session, language))
        .child(button(words::SAVE_SHEET.say(language), SECONDARY, save_sheet))
        .child(said("h2", "govuk-heading-m", words::AFTER_TITLE.say(language)))
        .child(said("p", "govuk-body", words::AFTER_TEXT.say(language)))
        .child(go(session, Page::Clear, words::CLEAR, language, WARNING))
}

/// What the file of answers leaves out, with a link to each; before it is made, as afterwards it may be too late.
fn not_in_sheet(session: Session, language: Language) -> Option<El> {
    let gaps = left_out(session.pack(), &session.state().form);
    let says = match gaps.len() {
        0 => return None,
        1 => words::LEFT_OUT_ONE.fill(&[]),
        many => words::LEFT_OUT.fill(&[&many.to_string()]),
    };
    let links = gaps.iter().map(|gap| el("li", "").child(mend(session, gap, language)));
    let list = el("ul", "govuk-list govuk-list--bullet").children(links);
    Some(el("div", "govuk-inset-text").child(said("p", "", says.say(language))).child(list))
}

/// The three parts; before them what should be looked at first, if anything is.
fn looked(session: Session, language: Language) -> El {
    let look = session.state().looked.as_deref().and_then(json::parse);
    let Some(look) = look else { return several() };
    let gaps = hits(session, &look);
    let confirmed = session.state().confirmed == session.state().looked;
    if !gaps.is_empty() && !confirmed {
        let links = gaps.iter().map(|gap| el("li", "").child(mend(session, gap, language)));
        let list = several()
            .child(said("p", "", words::LOOK_TEXT.say(language)))
            .child(el("ul", "govuk-list govuk-error-summary__list").children(links));
        return several().child(summary(language, list)).child(button(
            words::LOOK_RIGHT.say(language),
            SECONDARY,
            move |_| session.apply(Change::Confirmed),
        ));
    }
    let note = look.get("note").and_then(Json::as_str).filter(|note| !note.is_empty());
    several()
        .children(note.map(|note| said("p", "govuk-inset-text", note)))
        .child(el("div", "ds-cards").children(Part::ALL.map(|part| card(session, part, language))))
        .child(button(words::SAVE_ALL.say(language), SECONDARY, move |_| {
            session.apply(Change::Wanted(Part::Panel, Output::Zip));
        }))
}

/// What was found in Part A, each with the field it stands in.
fn hits(session: Session, look: &Json) -> Vec<Gap> {
    let hits = look.get("hits").and_then(Json::as_array).unwrap_or_default();
    hits.iter().filter_map(|hit| gap(session, hit)).collect()
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
        let item = state.form.items(list).nth(usize::try_from(index).ok()?)?;
        Some((pack.question(list)?.id.clone(), item.key))
    });
    let says = text("says").unwrap_or_default();
    Some(Gap {
        field: Field { item, fact: question.id.clone() },
        page: (place.section, place.page),
        missing: Missing::Mend(Text::new(says, says)),
        label: Text::default(),
    })
}

fn card(session: Session, part: Part, language: Language) -> El {
    let about = session.pack().part_words(part);
    let save = |format: Format, words: Words| {
        button(words.say(language), SECONDARY, move |_| {
            session.apply(Change::Wanted(part, Output::File(format)));
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
                session.apply(Change::Gives(part));
            })
        }));
    el("section", "ds-card")
        .child(part_label(said("h2", "ds-card__title", about.title.say(language)), part, language))
        .child(said("p", "govuk-body", about.holds.say(language)))
        .child(el("p", "govuk-body").child(readers).text(about.readers.say(language)))
        .child(said("p", "govuk-inset-text", about.care.say(language)))
        .child(actions)
}

/// A document on screen, from which it is printed.
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
        .children(
            session.state().drawn.as_deref().map(|preview| el("div", "").html(&session.host(), preview)),
        )
}

/// What came of the last file.
pub(super) fn saved(session: Session, language: Language) -> El {
    let named = |words: &str, name: &str| [words, ": ", name].concat();
    el("p", "govuk-body").attr("role", "status").text_live(move || match &session.state().saved {
        Some(Saved::File(name)) => words::GIVEN_TO_BROWSER.fill(&[name]).say(language).to_owned(),
        Some(Saved::Given(name)) => {
            let host = session.host().name().unwrap_or_default();
            named(words::GIVEN.fill(&[&host]).say(language), name)
        }
        Some(Saved::Failed(why)) => why.as_deref().unwrap_or(words::SAVE_FAILED.say(language)).to_owned(),
        None => String::new(),
    })
}

/// What is going on while a document is made, or why none can be made and what to do about it.
pub(crate) fn making(session: Session, making: Words, language: Language) -> El {
    let state = move || {
        let state = session.state();
        match state.writer {
            Writer::Failed => 1,
            Writer::Stale => 2,
            // Changes to a pack are looked at all the while.
            _ if state.wanted.is_some_and(|wanted| wanted.output != Output::Draft) => 3,
            _ => 0,
        }
    };
    let again = move |keep: bool, words: Words| {
        button(words.say(language), SECONDARY, move |_| session.apply(Change::StartWriter { keep }))
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
                    .attr_live("value", move || session.state().progress.map(|percent| percent.to_string())),
            )
            .child(again(false, words::STOP_MAKING)),
        _ => several(),
    };
    el("div", "").attr("role", "status").redrawn(state, view)
}

fn problem(words: Words, language: Language) -> El {
    said("p", "govuk-inset-text", words.say(language))
}
