//! Where an answer comes from: three fields like any other, folded away below the question.

use super::details::details;
use super::question::{FieldView, question_view};
use crate::interview::Field;
use crate::ui::element::El;
use crate::ui::words;

/// The fields beside the answer, if the question takes them. They stand open once they hold something, and while
/// something is wrong with them, so that the error can be reached.
pub(crate) fn beside(field: &FieldView) -> Option<El> {
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
