//! A date as three fields, which keep what was typed.

use super::field_view::{FieldView, unaided};
use super::tick_box::not_known_box;
use crate::interview::{FieldInput, RawValue};
use crate::ui::element::{El, el, said};
use crate::ui::words;
use crate::words::Phrase;
use leptos::prelude::event_target_value;

/// Day, month and year.
pub(crate) fn date_field(field: &FieldView) -> El {
    let parts = el("div", "govuk-date-input")
        .child(part(field, 0, words::DAY, "", "2"))
        .child(part(field, 1, words::MONTH, "-month", "2"))
        .child(part(field, 2, words::YEAR, "-year", "4"));
    let (read, language) = (field.clone(), field.language);
    let read_as = said("p", "govuk-hint", "").attr("role", "status").text_live(move || {
        let today = read.session.state().visit.form.screened_on;
        let day = read.entry().read_as(read.question, today);
        day.map_or_else(String::new, |day| {
            [words::READ_AS.say(language), " ", &day.in_words(language)].concat()
        })
    });
    let fields = field.fieldset().attr("role", "group").child(parts).child(read_as);
    field.group().child(fields.children(not_known_box(field)))
}

fn part(field: &FieldView, index: usize, words: Phrase, suffix: &str, width: &str) -> El {
    let id = [&field.id(), suffix].concat();
    let class = ["govuk-input govuk-date-input__input govuk-input--width-", width].concat();
    let (wrong, shown, typed) = (field.clone(), field.clone(), field.clone());
    let aside = field.clone();
    let input = unaided(el("input", "").attr("type", "text").attr("inputmode", "numeric"))
        .id(&id)
        .attr("name", &field.name())
        .attr_live("class", move || {
            Some([class.as_str(), if wrong.is_wrong() { " govuk-input--error" } else { "" }].concat())
        })
        .attr_live("disabled", move || aside.entry().is_set_aside().then(String::new))
        .value_live(move || std::mem::take(&mut parts_of(shown.entry())[index]))
        .on("input", move |event| {
            let mut parts = parts_of(typed.entry());
            parts[index] = event_target_value(event);
            typed.put(FieldInput::typed(RawValue::Date(parts)));
        });
    let label =
        said("label", "govuk-label govuk-date-input__label", words.say(field.language)).attr("for", &id);
    el("div", "govuk-date-input__item").child(el("div", "govuk-form-group").child(label).child(input))
}

fn parts_of(entry: FieldInput) -> [String; 3] {
    match entry.typed {
        RawValue::Date(parts) => parts,
        _ => Default::default(),
    }
}
