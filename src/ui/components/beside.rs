//! Where an answer comes from: three fields like any other, folded away below the question.

use super::details::Details;
use super::question::{FieldView, QuestionView};
use crate::interview::Field;
use crate::ui::words;
use leptos::prelude::*;

/// The fields beside the answer, if the question takes them. They stand open once they hold something, and while
/// something is wrong with them, so that the error can be reached.
#[component]
pub(crate) fn Beside(
    /// The question that they stand beside.
    field: FieldView,
) -> impl IntoView {
    let FieldView { session, language, question, .. } = field;
    question.takes_evidence.then(|| {
        let group = &session.pack().evidence;
        let fields: Vec<Field> =
            group.questions.iter().map(|inner| Field::evidence(&question.id, &inner.id)).collect();
        let filled = fields.iter().any(|field| !session.entry(field).is_blank());
        let views = group
            .questions
            .iter()
            .zip(fields.clone())
            .map(|(question, field)| view! { <QuestionView session question field language /> })
            .collect_view();
        let title = group.item.say(language);
        let summary = [title, " (", words::OPTIONAL.say(language), ")"].concat();
        let name = [title, ": ", question.label.say(language)].concat();
        let open =
            Signal::derive(move || filled || fields.iter().any(|field| session.error(field).is_some()));
        view! { <Details summary open name>{views}</Details> }
    })
}
