//! A number, a line of text, or many lines.

use super::question::{FieldView, unaided};
use super::tick_box::not_known_box;
use crate::interview::{Entry, Typed};
use crate::pack::Kind;
use crate::ui::element::{El, el, said};
use leptos::prelude::event_target_value;

/// A field to type in. Typing takes "not known" away.
pub(crate) fn text_field(field: &FieldView) -> El {
    let control = match field.question.kind {
        Kind::LongText => {
            said("textarea", "govuk-textarea", &text_of(field.entry())).attr("rows", "5").attr("dir", "auto")
        }
        Kind::Count(..) => {
            el("input", "govuk-input govuk-input--width-4").attr("type", "text").attr("inputmode", "numeric")
        }
        _ => el("input", "govuk-input").attr("type", "text").attr("dir", "auto"),
    };
    let (wrong, shown, typed) = (field.clone(), field.clone(), field.clone());
    let control = field
        .described(unaided(control))
        .id(&field.id())
        .attr("name", &field.name())
        .attr_live("aria-invalid", move || wrong.is_wrong().then(|| "true".to_owned()))
        .value_live(move || text_of(shown.entry()))
        .on("input", move |event| {
            typed.put(Entry::typed(Typed::Text(event_target_value(event))));
        });
    field.group().child(field.label()).child(field.notes()).child(control).children(not_known_box(field))
}

fn text_of(entry: Entry) -> String {
    match entry.typed {
        Typed::Text(text) => text,
        _ => String::new(),
    }
}
