//! A date as three fields, which keep what was typed.

use super::question::{FieldView, not_known_box};
use crate::interview::{Entry, Typed};
use crate::ui::words;
use leptos::ev;
use leptos::prelude::*;

/// Day, month and year.
pub(crate) fn date_field(field: &FieldView) -> AnyView {
    let parts = [(0, words::DAY, "", "2"), (1, words::MONTH, "-month", "2"), (2, words::YEAR, "-year", "4")];
    let inputs = parts.map(|(index, words, suffix, width)| {
        let (view, entry) = (field.clone(), field.entry);
        let type_in = move |event: ev::Event| {
            let mut parts = date_parts(&view.entry.get_untracked());
            parts[index] = event_target_value(&event);
            view.put(Entry::typed(Typed::Date(parts)));
        };
        let error = field.error;
        let class = move || {
            let wrong = if error.read().is_some() { " govuk-input--error" } else { "" };
            format!("govuk-input govuk-date-input__input govuk-input--width-{width}{wrong}")
        };
        let id = format!("{}{suffix}", field.id());
        view! {
            <div class="govuk-date-input__item"><div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for=id.clone()>{words.say(field.language)}</label>
                <input class=class type="text" inputmode="numeric" id=id name=field.name() autocomplete="off" spellcheck="false" translate="no"
                    prop:value=move || entry.with(|entry| date_parts(entry)[index].clone()) on:input=type_in/>
            </div></div>
        }
    });
    view! {
        <div class=field.group_class()>
            <fieldset class="govuk-fieldset" role="group" aria-describedby=field.described_by()>
                {field.legend()}
                {field.notes()}
                <div class="govuk-date-input">{inputs.into_iter().collect_view()}</div>
                {not_known_box(field)}
            </fieldset>
        </div>
    }
    .into_any()
}

fn date_parts(entry: &Entry) -> [String; 3] {
    match &entry.typed {
        Typed::Date(parts) => parts.clone(),
        _ => Default::default(),
    }
}
