//! Check your answers: gaps on top, then every answer with a way to change it.

use crate::answers::{Answer, Value};
use crate::browser::dom::before_paint;
use crate::interview::{Field, Gap, Interview, Missing, evidence_text, item_name, may_be_left_out, say};
use crate::pack::{Kind, PageRef, Question, Section, Stage};
use crate::ui::components::banner::result_changed;
use crate::ui::components::button::{PRIMARY, go, go_change, heading};
use crate::ui::components::details::details;
use crate::ui::components::field_view::part_label;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::{Language, Phrase};

/// Gaps of a section that are shown without being asked for.
const FEW_GAPS: usize = 4;

pub(crate) fn view(session: Session, language: Language) -> El {
    let missing = session.gaps();
    let on = || go(session, Page::Documents, words::MAKE_DOCUMENTS, language, PRIMARY);
    let page = several()
        .child(heading(words::CHECK_TITLE.say(language)))
        .children(result_changed(session, language))
        .child(missing_list(session, missing, language))
        .child(on());
    session.interview(|at| {
        let sections = at.pack.sections.iter().enumerate();
        page.children(sections.map(|(index, section)| summary(session, at, index, section, language)))
            .child(on())
    })
}

/// What is there but may not be right, which a moment mends, and then what is missing.
fn missing_list(session: Session, gaps: Vec<Gap>, language: Language) -> El {
    let (unsure, missing): (Vec<Gap>, Vec<Gap>) =
        gaps.into_iter().partition(|gap| matches!(gap.missing, Missing::Sure(_)));
    let text = if missing.is_empty() { words::GAPS_NONE } else { words::GAPS_TEXT };
    let list = gap_list(session, words::GAPS_TITLE, text, &missing, language);
    let unsure = (!unsure.is_empty())
        .then(|| gap_list(session, words::UNSURE_TITLE, words::UNSURE_TEXT, &unsure, language));
    several().children(unsure).child(list)
}

/// Gaps under a heading, section by section. Many are folded away, so that the sections can be seen at a glance.
fn gap_list(session: Session, title: Phrase, text: Phrase, gaps: &[Gap], language: Language) -> El {
    let mut list = several().child(said("h2", "govuk-heading-m", title.say(language))).child(said(
        "p",
        "govuk-body",
        text.say(language),
    ));
    for gaps in gaps.chunk_by(|one, next| one.page.section == next.page.section) {
        let title = session.pack().section(gaps[0].page).title.say(language);
        let title = [title, " (", &gaps.len().to_string(), ")"].concat();
        let rows = || gaps.iter().map(|gap| el("li", "").child(mend(session, gap, language)));
        let links = || el("ul", "govuk-list govuk-list--bullet").children(rows());
        list = if gaps.len() > FEW_GAPS {
            list.child(details(&title, |inside| inside.child(links())))
        } else {
            list.child(said("h3", "govuk-heading-s", &title)).child(links())
        };
    }
    list
}

/// A link to where something is missing.
pub(super) fn mend(session: Session, gap: &Gap, language: Language) -> El {
    let lacks = |what: &str| [gap.label.say(language), ": ", what].concat();
    let what = match &gap.missing {
        Missing::Answer => lacks(words::GAP_ANSWER.say(language)),
        Missing::Known => lacks(words::GAP_KNOWN.say(language)),
        Missing::Entries => lacks(words::GAP_ENTRIES.say(language)),
        Missing::Mend(message) | Missing::Sure(message) => message.say(language).to_owned(),
    };
    let id = gap.field.control();
    let PageRef { section, page } = gap.page;
    let to = match &gap.field.item {
        Some((_, key)) if *key != Field::EVIDENCE => Page::Item(section, page, *key),
        _ => Page::Questions(section, page),
    };
    said("a", "govuk-link", &what).attr("href", "#").on("click", move |event| {
        event.prevent_default();
        session.apply(Change::NavigatedToCorrect(to));
        // After the page has drawn and moved focus to its heading, on to the field itself.
        let id = id.clone();
        let host = session.host();
        before_paint(move || before_paint(move || host.focus_id(&id)));
    })
}

/// The answers of a section, if any of its questions is asked.
fn summary(session: Session, at: Interview<'_>, index: usize, section: &Section, language: Language) -> El {
    let mut list = None;
    for (page, shown) in section.pages.iter().enumerate() {
        for question in &shown.questions {
            if at.at_stage(Stage::Referral).is_asked(question) {
                let row = row(session, at, Page::Questions(index, page), question, language);
                list = Some(list.unwrap_or_else(|| el("dl", "govuk-summary-list")).child(row));
            }
        }
    }
    let title = list.is_some().then(|| said("h2", "govuk-heading-m", section.title.say(language)));
    several().children(title).children(list)
}

fn row(session: Session, at: Interview<'_>, page: Page, question: &Question, language: Language) -> El {
    let answers = at.answers;
    let mut value = match (answers.get(question.id.as_str()), &question.kind) {
        (Some(Answer::Known(Value::Group(records))), Kind::Group(group)) if !records.is_empty() => records
            .iter()
            .enumerate()
            .map(|(index, record)| item_name(group, index + 1, record, language))
            .collect(),
        (Some(answer), _) => vec![say(question, answer, language)],
        (None, _) if may_be_left_out(at.pack, question) => {
            vec![[words::NOT_ANSWERED.say(language), " (", words::OPTIONAL.say(language), ")"].concat()]
        }
        (None, _) => vec![words::NOT_ANSWERED.say(language).to_owned()],
    };
    value.extend(answers.evidence(question.id.as_str()).map(|said| evidence_text(at.pack, said, language)));
    let lines =
        value.iter().map(|line| said("p", "govuk-body", line).attr("dir", "auto").attr("translate", "no"));
    let label = question.label.say(language);
    let key = part_label(said("dt", "govuk-summary-list__key", label), question.part, language);
    let change = go_change(session, page, words::CHANGE, language, label);
    el("div", "govuk-summary-list__row")
        .child(key)
        .child(el("dd", "govuk-summary-list__value").children(lines))
        .child(el("dd", "govuk-summary-list__actions").child(change))
}
