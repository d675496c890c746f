//! A date as three fields, which keep what was typed.

use super::field_view::{FieldView, Fieldset, Group};
use super::text::live;
use super::tick_box::NotKnownBox;
use crate::browser::dom::shows;
use crate::words;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::interview::{FieldInput, RawValue};
use leptos::prelude::*;

/// Day, month and year.
#[component]
pub(crate) fn DateField(field: FieldView) -> impl IntoView {
    let parts = [
        ("", words::DAY, "govuk-input govuk-date-input__input govuk-input--width-2"),
        ("-month", words::MONTH, "govuk-input govuk-date-input__input govuk-input--width-2"),
        ("-year", words::YEAR, "govuk-input govuk-date-input__input govuk-input--width-4"),
    ];
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(index, (suffix, words, class))| {
            view! { <DatePart field=field.clone() index suffix words class /> }
        })
        .collect_view();
    view! {
        <Group field=field.clone()>
            <Fieldset field=field.clone() role="group">
                <div class="govuk-date-input">{parts}</div>
                <ReadAs field=field.clone() />
                <NotKnownBox field />
            </Fieldset>
        </Group>
    }
}

/// How a date is read that is not typed as figures alone.
#[component]
fn ReadAs(field: FieldView) -> impl IntoView {
    let language = field.language;
    let text = live(move || {
        let today = field.session.state().visit.form.screened_on;
        let day = field.entry().read_as(field.question, today);
        day.map_or_else(String::new, |day| {
            [words::READ_AS.say(language), " ", &day.in_words(language)].concat()
        })
    });
    view! { <p class="govuk-hint" role="status" prop:textContent=text></p> }
}

#[component]
fn DatePart(
    field: FieldView,
    /// Which of the three it is.
    index: usize,
    /// What its id ends in. The first has the id of the question.
    suffix: &'static str,
    /// Its label.
    words: Phrase,
    /// The classes of its field, as wide as its figures.
    class: &'static str,
) -> impl IntoView {
    let id = [&field.id(), suffix].concat();
    let (name, label) = (field.name(), words.say(field.language));
    let (wrong, aside, typed) = (field.clone(), field.clone(), field.clone());
    let value = live(move || std::mem::take(&mut parts_of(field.entry())[index]));
    let input = move |event| {
        let mut parts = parts_of(typed.entry());
        parts[index] = event_target_value(&event);
        typed.put(FieldInput::typed(RawValue::Date(parts)));
    };
    view! {
        <div class="govuk-date-input__item">
            <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for=id.clone()>{label}</label>
                <input
                    class=class
                    class:govuk-input--error=move || wrong.is_wrong()
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    translate="no"
                    id=id
                    name=name
                    disabled=move || aside.entry().is_set_aside()
                    use:shows=value
                    on:input=input
                />
            </div>
        </div>
    }
}

fn parts_of(entry: FieldInput) -> [String; 3] {
    match entry.typed {
        RawValue::Date(parts) => parts,
        _ => Default::default(),
    }
}
