//! Radios and checkboxes. "Not known" is an option like the others. In radios a digit picks its option.

use super::question::FieldView;
use crate::interview::{Entry, Typed};
use crate::ui::words;
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One option to pick.
#[derive(Clone)]
pub(crate) struct OptionRow {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
}

const NOT_KNOWN: &str = "not_known";
const NONE: &str = "none_of_these";

/// One answer of several.
pub(crate) fn radios(field: &FieldView, mut rows: Vec<OptionRow>) -> AnyView {
    rows.push(OptionRow { value: NOT_KNOWN.to_owned(), label: words::NOT_KNOWN.say(field.language).to_owned(), hint: None });
    let pick = {
        let field = field.clone();
        move |value: &str| {
            let before = field.entry.get_untracked();
            field.put(match value {
                NOT_KNOWN => Entry { not_known: true, ..before },
                value => Entry::typed(Typed::Choice(value.to_owned())),
            });
        }
    };
    let values: Vec<String> = rows.iter().map(|row| row.value.clone()).collect();
    let by_digit = {
        let pick = pick.clone();
        move |event: ev::KeyboardEvent| {
            let digit = event.key().parse::<usize>().ok().filter(|_| !event.ctrl_key() && !event.alt_key() && !event.meta_key());
            if let Some(value) = digit.and_then(|digit| values.get(digit.checked_sub(1)?)) {
                event.prevent_default();
                pick(value);
            }
        }
    };
    let options = rows.into_iter().enumerate().map(|(index, row)| {
        let (entry, value, pick) = (field.entry, row.value.clone(), pick.clone());
        let checked = move || entry.with(|entry| picked(entry, &value));
        let value = row.value.clone();
        option_row(field, index, row, "radio", checked, move |_| pick(&value))
    });
    view! {
        <div class=field.group_class() on:keydown=by_digit>
            <fieldset class="govuk-fieldset" aria-describedby=field.described_by()>
                {field.legend()}
                {field.notes()}
                <div class="govuk-radios">{options.collect_view()}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

/// Any number of several, or none of them, or not known.
pub(crate) fn checkboxes(field: &FieldView, mut rows: Vec<OptionRow>) -> AnyView {
    let words = [(NONE, words::NONE_OF_THESE), (NOT_KNOWN, words::NOT_KNOWN)];
    rows.extend(words.map(|(value, words)| OptionRow { value: value.to_owned(), label: words.say(field.language).to_owned(), hint: None }));
    let options = rows.into_iter().enumerate().map(|(index, row)| {
        let (entry, value) = (field.entry, row.value.clone());
        let checked = move || entry.with(|entry| picked(entry, &value));
        let (field_here, value) = (field.clone(), row.value.clone());
        let tick = move |event: ev::Event| field_here.put(ticked(field_here.entry.get_untracked(), &value, event_target_checked(&event)));
        option_row(field, index, row, "checkbox", checked, tick)
    });
    view! {
        <div class=field.group_class()>
            <fieldset class="govuk-fieldset" aria-describedby=field.described_by()>
                {field.legend()}
                {field.notes()}
                <div class="govuk-checkboxes">{options.collect_view()}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn option_row(
    field: &FieldView,
    index: usize,
    row: OptionRow,
    kind: &'static str,
    checked: impl Fn() -> bool + Send + 'static,
    change: impl Fn(ev::Event) + 'static,
) -> AnyView {
    let id = if index == 0 { field.id() } else { format!("{}-{}", field.id(), row.value) };
    let (item, input, label, hint) = match kind {
        "radio" => ("govuk-radios__item", "govuk-radios__input", "govuk-label govuk-radios__label", "govuk-hint govuk-radios__hint"),
        _ => ("govuk-checkboxes__item", "govuk-checkboxes__input", "govuk-label govuk-checkboxes__label", "govuk-hint govuk-checkboxes__hint"),
    };
    let hint_id = format!("{id}-item-hint");
    let described = row.hint.is_some().then(|| hint_id.clone());
    let key = (kind == "radio" && index < 9).then(|| view! { <kbd class="ds-key" aria-hidden="true">{index + 1}</kbd> });
    view! {
        <div class=item>
            <input class=input type=kind id=id.clone() name=field.name() value=row.value aria-describedby=described autocomplete="off"
                prop:checked=checked on:change=change/>
            <label class=label for=id>{row.label}{key}</label>
            {row.hint.map(|text| view! { <div class=hint id=hint_id>{text}</div> })}
        </div>
    }
    .into_any()
}

fn picked(entry: &Entry, value: &str) -> bool {
    match (value, &entry.typed) {
        (NOT_KNOWN, _) => entry.not_known,
        _ if entry.not_known => false,
        (NONE, typed) => *typed == Typed::NoneOfThese,
        (value, Typed::Choice(choice)) => choice == value,
        (value, Typed::Set(values)) => values.contains(value),
        _ => false,
    }
}

/// What a set holds after a tick. "None" and "not known" stand alone; ticks put aside by them come back.
fn ticked(before: Entry, value: &str, on: bool) -> Entry {
    match value {
        NOT_KNOWN => Entry { not_known: on, ..before },
        NONE => Entry::typed(if on { Typed::NoneOfThese } else { Typed::Nothing }),
        value => {
            let mut values = match before.typed {
                Typed::Set(values) => values,
                _ => BTreeSet::new(),
            };
            if on {
                values.insert(value.to_owned());
            } else {
                values.remove(value);
            }
            Entry::typed(if values.is_empty() { Typed::Nothing } else { Typed::Set(values) })
        }
    }
}
