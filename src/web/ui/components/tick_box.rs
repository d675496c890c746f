//! Ticking instead of typing: "not known", and "there are none".

use super::field_view::FieldView;
use super::redrawn::Shown;
use super::text::Paragraph;
use crate::words;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::interview::{FieldInput, RawValue};
use leptos::prelude::*;

/// "Not known" beside a field to type in, where it is an answer. What was typed stays.
#[component]
pub(crate) fn NotKnownBox(field: FieldView) -> impl IntoView {
    let takes_it = field.question.offers_not_known();
    takes_it.then(|| {
        let (aside, language) = (field.clone(), field.language);
        view! {
            <TickBox
                field
                value="not_known"
                suffix="-not-known"
                words=words::NOT_KNOWN
                picked=|entry| entry.not_known
                ticked=|not_known, before| FieldInput { not_known, ..before }
            />
            // Ticking it is what makes the sentence appear: it is read out then.
            <div role="status">
                <Shown when=move || aside.entry().is_set_aside()>
                    <Paragraph text=words::SET_ASIDE.say(language) class="govuk-hint" />
                </Shown>
            </div>
        }
        .into_any()
    })
}

/// "There are none", which is not the same as not answering.
#[component]
pub(crate) fn NoneBox(field: FieldView) -> impl IntoView {
    view! {
        <TickBox
            field
            value="none"
            suffix="-none"
            words=words::NONE_TO_ADD
            picked=|entry| entry.typed == RawValue::NoneOfThese && !entry.not_known
            ticked=|on, _| FieldInput::typed(if on { RawValue::NoneOfThese } else { RawValue::Nothing })
        />
    }
}

#[component]
fn TickBox(
    field: FieldView,
    /// The value of the input.
    value: &'static str,
    /// What its id ends in.
    suffix: &'static str,
    /// Its label.
    words: Phrase,
    /// Whether what the field holds ticks it.
    picked: fn(&FieldInput) -> bool,
    /// What the field holds after a tick, from what it held before.
    ticked: fn(bool, FieldInput) -> FieldInput,
) -> impl IntoView {
    let id = [&field.id(), suffix].concat();
    let (name, label, shown) = (field.name(), words.say(field.language), field.clone());
    let change = move |event| field.put(ticked(event_target_checked(&event), field.entry()));
    view! {
        <div class="ds-notknown govuk-checkboxes">
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id=id.clone()
                    name=name
                    value=value
                    autocomplete="off"
                    prop:checked=move || picked(&shown.entry())
                    on:change=change
                />
                <label class="govuk-label govuk-checkboxes__label" for=id>{label}</label>
            </div>
        </div>
    }
}
