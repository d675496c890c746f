//! One question: the controls for its kind, the doubts about its answer, and the fields on where that comes from.

use super::date_field::DateField;
use super::details::Details;
use super::field_view::FieldView;
use super::options::{Checkboxes, Radios, choices, yes_no};
use super::redrawn::Shown;
use super::text::live;
use super::text_field::TextField;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Doubt, Field};
use drive_screening_core::pack::{Kind, Question};
use leptos::prelude::*;

/// A question, with everything that belongs to it.
#[component]
pub(crate) fn QuestionView(
    session: Session,
    question: &'static Question,
    /// Where the answer goes: outside groups, in an entry of one, or beside an answer.
    field: Field,
    language: Language,
    /// The question is the page's heading.
    #[prop(optional)]
    heads: bool,
    /// The page wants it, whether or not a referral may leave it out.
    #[prop(optional)]
    wanted: bool,
) -> impl IntoView {
    let field = FieldView { session, language, question, field, heads, wanted };
    view! {
        <Controls field=field.clone() />
        <Doubted field=field.clone() />
        <EvidenceFields field />
    }
}

/// The controls for the question's kind.
#[component]
fn Controls(field: FieldView) -> impl IntoView {
    match &field.question.kind {
        Kind::YesNo(_) => view! { <Radios rows=yes_no(&field) field /> }.into_any(),
        Kind::Choice(_) => view! { <Radios rows=choices(&field) field /> }.into_any(),
        Kind::Set(_) => view! { <Checkboxes rows=choices(&field) field /> }.into_any(),
        Kind::Date { .. } => view! { <DateField field /> }.into_any(),
        Kind::Count(..) | Kind::Text | Kind::LongText => view! { <TextField field /> }.into_any(),
        // A group has pages of its own.
        Kind::Group(_) => ().into_any(),
    }
}

/// Every doubt about the answers, worked out once for all questions of a page.
#[derive(Clone, Copy)]
struct Doubts(Memo<Vec<Doubt>>);

/// Has the questions of a page know what may not be right.
pub(crate) fn provide_doubts(session: Session) {
    let all = move |_: Option<&_>| session.doubts();
    provide_context(Doubts(Memo::new(all)));
}

/// What is asked about the answer while it may not be right: said as soon as it is typed, and no hindrance to going on.
#[component]
fn Doubted(field: FieldView) -> impl IntoView {
    let doubts = use_context::<Doubts>();
    let text = live(move || {
        let asked = |doubts: &Vec<Doubt>| {
            let here = doubts.iter().filter(|doubt| doubt.is_about(&field.field));
            let asked: Vec<&str> = here.map(|doubt| doubt.message.say(field.language)).collect();
            asked.join(" ")
        };
        doubts.map(|doubts| doubts.0.with(asked)).unwrap_or_default()
    });
    view! {
        <div role="status">
            <Shown when=move || text.with(|text| !text.is_empty())>
                <p class="ds-claim ds-doubt" prop:textContent=text></p>
            </Shown>
        </div>
    }
}

/// The fields on where the answer comes from, if its page asks for it or something is noted: like any other, folded away below
/// it. They stand open once they hold something, and while something is wrong with them, so that the error can be reached.
#[component]
fn EvidenceFields(field: FieldView) -> impl IntoView {
    let FieldView { session, language, question, .. } = field;
    let group = &session.pack().evidence;
    let fields: Vec<Field> =
        group.questions.iter().map(|inner| Field::evidence(&question.id, &inner.id)).collect();
    let filled = fields.iter().any(|field| !session.entry(field).is_blank());
    (question.asks_evidence || filled).then(|| {
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
