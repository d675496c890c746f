//! A number, a line of text, or many lines.

use super::field_view::{FieldView, unaided};
use super::tick_box::not_known_box;
use crate::interview::{FieldInput, RawValue};
use crate::pack::Kind;
use crate::ui::element::{El, el, said};
use leptos::prelude::event_target_value;

/// A field to type in. Typing takes "not known" away.
pub(crate) fn text_field(field: &FieldView) -> El {
    let (class, control) = match field.question.kind {
        Kind::LongText => (
            "govuk-textarea",
            said("textarea", "", &text_of(field.entry())).attr("rows", "5").attr("dir", "auto"),
        ),
        Kind::Count(..) => (
            "govuk-input govuk-input--width-4",
            el("input", "").attr("type", "text").attr("inputmode", "numeric"),
        ),
        _ => ("govuk-input", el("input", "").attr("type", "text").attr("dir", "auto")),
    };
    let error = match field.question.kind {
        Kind::LongText => " govuk-textarea--error",
        _ => " govuk-input--error",
    };
    let (wrong, shown, typed) = (field.clone(), field.clone(), field.clone());
    let (marked, aside) = (field.clone(), field.clone());
    let control = field
        .described(unaided(control))
        .attr_live("class", move || Some([class, if marked.is_wrong() { error } else { "" }].concat()))
        .attr_live("disabled", move || aside.entry().is_set_aside().then(String::new))
        .id(&field.id())
        .attr("name", &field.name())
        .attr_live("aria-invalid", move || wrong.is_wrong().then(|| "true".to_owned()))
        .value_live(move || text_of(shown.entry()))
        .on("input", move |event| {
            typed.put(FieldInput::typed(RawValue::Text(event_target_value(event))));
        });
    field.group().child(field.label()).child(field.notes()).child(control).children(not_known_box(field))
}

fn text_of(entry: FieldInput) -> String {
    match entry.typed {
        RawValue::Text(text) => text,
        _ => String::new(),
    }
}
