//! Ticking instead of typing: "not known", and "there are none".

use super::field_view::FieldView;
use crate::interview::{FieldInput, RawValue};
use crate::ui::element::{El, el, said, several};
use crate::ui::words;
use crate::words::Phrase;
use leptos::prelude::event_target_checked;

/// "Not known" beside a field to type in, where it is an answer. What was typed stays.
pub(crate) fn not_known_box(field: &FieldView) -> Option<El> {
    let takes_it = field.question.offers_not_known();
    takes_it.then(|| {
        let (aside, language) = (field.clone(), field.language);
        // Ticking it is what makes the sentence appear: it is read out then.
        let set_aside = el("div", "").attr("role", "status").shown(
            move || aside.entry().is_set_aside(),
            move || said("p", "govuk-hint", words::SET_ASIDE.say(language)),
        );
        let tick = tick_box(
            field,
            "not_known",
            "-not-known",
            words::NOT_KNOWN,
            |entry| entry.not_known,
            |not_known, before| FieldInput { not_known, ..before },
        );
        several().child(tick).child(set_aside)
    })
}

/// "There are none", which is not the same as not answering.
pub(crate) fn none_box(field: &FieldView) -> El {
    let picked = |entry: &FieldInput| entry.typed == RawValue::NoneOfThese && !entry.not_known;
    let ticked = |on, _| FieldInput::typed(if on { RawValue::NoneOfThese } else { RawValue::Nothing });
    tick_box(field, "none", "-none", words::NONE_TO_ADD, picked, ticked)
}

fn tick_box(
    field: &FieldView,
    value: &str,
    suffix: &str,
    words: Phrase,
    picked: fn(&FieldInput) -> bool,
    ticked: fn(bool, FieldInput) -> FieldInput,
) -> El {
    let id = [&field.id(), suffix].concat();
    let (shown, tick) = (field.clone(), field.clone());
    let input = el("input", "govuk-checkboxes__input")
        .attr("type", "checkbox")
        .id(&id)
        .attr("name", &field.name())
        .attr("value", value)
        .attr("autocomplete", "off")
        .checked_live(move || picked(&shown.entry()))
        .on("change", move |event| {
            tick.put(ticked(event_target_checked(event), tick.entry()));
        });
    let label =
        said("label", "govuk-label govuk-checkboxes__label", words.say(field.language)).attr("for", &id);
    el("div", "ds-notknown govuk-checkboxes")
        .child(el("div", "govuk-checkboxes__item").child(input).child(label))
}
