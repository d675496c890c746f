//! A number, a line of text, or many lines.

use super::field_view::{FieldView, Group, Label, Notes};
use super::text::live;
use super::tick_box::NotKnownBox;
use crate::browser::dom::shows;
use drive_screening_core::interview::{FieldInput, RawValue};
use drive_screening_core::pack::Kind;
use leptos::prelude::*;

/// A field to type in. Typing takes "not known" away.
#[component]
pub(crate) fn TextField(field: FieldView) -> impl IntoView {
    let control = match field.question.kind {
        Kind::LongText => view! { <Lines field=field.clone() /> }.into_any(),
        _ => view! { <Line field=field.clone() /> }.into_any(),
    };
    view! {
        <Group field=field.clone()>
            <Label field=field.clone() />
            <Notes field=field.clone() />
            {control}
            <NotKnownBox field />
        </Group>
    }
}

/// Many lines.
#[component]
fn Lines(field: FieldView) -> impl IntoView {
    let (described, wrong, marked, aside) = (field.clone(), field.clone(), field.clone(), field.clone());
    let (id, name, text, value, input) = text_control(field);
    view! {
        <textarea
            class="govuk-textarea"
            class:govuk-textarea--error=move || marked.is_wrong()
            rows="5"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            translate="no"
            aria-describedby=move || described.described_by()
            aria-invalid=move || wrong.is_wrong().then_some("true")
            disabled=move || aside.entry().is_set_aside()
            id=id
            name=name
            use:shows=value
            on:input=input
        >
            {text}
        </textarea>
    }
}

/// One line, or a number.
#[component]
fn Line(field: FieldView) -> impl IntoView {
    let (described, wrong, marked, aside) = (field.clone(), field.clone(), field.clone(), field.clone());
    let count = matches!(field.question.kind, Kind::Count(..));
    let (id, name, _, value, input) = text_control(field);
    view! {
        <input
            class=if count { "govuk-input govuk-input--width-4" } else { "govuk-input" }
            class:govuk-input--error=move || marked.is_wrong()
            type="text"
            inputmode=count.then_some("numeric")
            dir=(!count).then_some("auto")
            autocomplete="off"
            spellcheck="false"
            translate="no"
            aria-describedby=move || described.described_by()
            aria-invalid=move || wrong.is_wrong().then_some("true")
            disabled=move || aside.entry().is_set_aside()
            id=id
            name=name
            use:shows=value
            on:input=input
        />
    }
}

/// The id and name of a control, what it holds at first and from then on, and what typing in it does.
fn text_control(field: FieldView) -> (String, String, String, Memo<String>, impl Fn(leptos::ev::Event)) {
    let (id, name, text, shown) = (field.id(), field.name(), text_of(field.entry()), field.clone());
    let value = live(move || text_of(shown.entry()));
    let input = move |event| field.put(FieldInput::typed(RawValue::Text(event_target_value(&event))));
    (id, name, text, value, input)
}

fn text_of(entry: FieldInput) -> String {
    match entry.typed {
        RawValue::Text(text) => text,
        _ => String::new(),
    }
}
