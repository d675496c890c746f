//! A number, a line of text, or many lines.

use super::question::{FieldView, not_known_box, typed_text};
use crate::interview::{Entry, Typed};
use crate::pack::Kind;
use leptos::ev;
use leptos::prelude::*;

/// A field to type in. Typing takes "not known" away.
pub(crate) fn text_field(field: &FieldView) -> AnyView {
    let (view, entry) = (field.clone(), field.entry);
    let type_in = move |event: ev::Event| view.put(Entry::typed(Typed::Text(event_target_value(&event))));
    let value = move || entry.with(typed_text);
    let first = entry.with_untracked(typed_text);
    let invalid = { let error = field.error; move || error.read().is_some().then_some("true") };
    let id = field.id();
    let control = match field.question.kind {
        Kind::LongText => view! {
            <textarea class="govuk-textarea" rows="5" id=id.clone() name=field.name() autocomplete="off" spellcheck="false" translate="no"
                dir="auto" aria-describedby=field.described_by() aria-invalid=invalid prop:value=value on:input=type_in>{first}</textarea>
        }.into_any(),
        Kind::Count(..) => view! {
            <input class="govuk-input govuk-input--width-4" type="text" inputmode="numeric" id=id.clone() name=field.name() autocomplete="off"
                spellcheck="false" translate="no" aria-describedby=field.described_by() aria-invalid=invalid prop:value=value on:input=type_in/>
        }.into_any(),
        _ => view! {
            <input class="govuk-input" type="text" id=id.clone() name=field.name() autocomplete="off" spellcheck="false" translate="no" dir="auto"
                aria-describedby=field.described_by() aria-invalid=invalid prop:value=value on:input=type_in/>
        }.into_any(),
    };
    view! {
        <div class=field.group_class()>
            {field.label()}
            {field.notes()}
            {control}
            {not_known_box(field)}
        </div>
    }
    .into_any()
}
