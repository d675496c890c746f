//! One question: the controls for its kind, the doubts about its answer, and the fields on where that comes from.

use super::date_field::date_field;
use super::details::details;
use super::field_view::FieldView;
use super::options::{checkboxes, choices, radios, yes_no};
use super::text_field::text_field;
use crate::interview::Field;
use crate::pack::{Kind, Question};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::Session;
use crate::ui::words;
use crate::words::Language;

/// A question outside groups, or in an entry of one.
pub(crate) fn question_view(
    session: Session,
    question: &'static Question,
    field: Field,
    language: Language,
) -> El {
    controls(&FieldView { session, language, question, field, heads: false, wanted: false })
}

/// A question that its page wants answered, whether or not a referral may leave it out.
pub(crate) fn wanted_question(
    session: Session,
    question: &'static Question,
    field: Field,
    language: Language,
) -> El {
    controls(&FieldView { session, language, question, field, heads: false, wanted: true })
}

/// A question that is its page's heading.
pub(crate) fn heading_question(
    session: Session,
    question: &'static Question,
    field: Field,
    language: Language,
) -> El {
    controls(&FieldView { session, language, question, field, heads: true, wanted: false })
}

fn controls(field: &FieldView) -> El {
    let controls = match &field.question.kind {
        Kind::YesNo => radios(field, yes_no(field.language)),
        Kind::Choice(_) => radios(field, choices(field)),
        Kind::Set(_) => checkboxes(field, choices(field)),
        Kind::Date { .. } => date_field(field),
        Kind::Count(..) | Kind::Text | Kind::LongText => text_field(field),
        // A group has pages of its own.
        Kind::Group(_) => several(),
    };
    several().child(controls).child(doubted(field)).children(evidence_fields(field))
}

/// What is asked about the answer while it may not be right: said as soon as it is typed, and no hindrance to going on.
fn doubted(field: &FieldView) -> El {
    let (asked, language) = (field.clone(), field.language);
    let doubts = move || {
        let (session, field) = (asked.session, &asked.field);
        let doubts = session.interview(|at| at.doubts_at(field));
        let said: Vec<&str> = doubts.iter().map(|doubt| doubt.say(language)).collect();
        said.join(" ")
    };
    let there = doubts.clone();
    el("div", "").attr("role", "status").shown(
        move || !there().is_empty(),
        move || said("p", "ds-claim ds-doubt", "").text_live(doubts.clone()),
    )
}

/// The fields on where the answer comes from, if the question takes them: like any other, folded away below it. They stand open once they hold something, and while
/// something is wrong with them, so that the error can be reached.
fn evidence_fields(field: &FieldView) -> Option<El> {
    let FieldView { session, language, question, .. } = *field;
    if !question.takes_evidence {
        return None;
    }
    let group = &session.pack().evidence;
    let fields: Vec<Field> =
        group.questions.iter().map(|inner| Field::evidence(&question.id, &inner.id)).collect();
    let filled = fields.iter().any(|field| !session.entry(field).is_blank());
    let views: Vec<El> = group
        .questions
        .iter()
        .zip(&fields)
        .map(|(inner, field)| question_view(session, inner, field.clone(), language))
        .collect();
    let title = group.item.say(language);
    let summary = [title, " (", words::OPTIONAL.say(language), ")"].concat();
    let name = [title, ": ", question.label.say(language)].concat();
    let folded =
        details(&summary, |inside| inside.attr("role", "group").attr("aria-label", &name).children(views));
    Some(folded.attr_live("open", move || {
        let open = filled || fields.iter().any(|field| session.error(field).is_some());
        open.then(String::new)
    }))
}
