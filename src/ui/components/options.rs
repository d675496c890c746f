//! Radios and checkboxes. "Not known" is an option like the others. In radios a digit picks its option.

use super::field_view::{FieldView, Fieldset, Group};
use crate::answers::Chosen;
use crate::browser::dom::{Event, key};
use crate::interview::{FieldInput, RawValue};
use crate::pack::Need;
use crate::ui::words;
use crate::words::{Language, Phrase};
use leptos::prelude::*;

/// One option to pick.
pub(crate) struct OptionRow {
    value: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
}

const NOT_KNOWN: &str = "not_known";
const NONE: &str = "none_of_these";
/// No choice of any question, so that it comes to no answer; radios cannot be let go of otherwise.
const LEFT_OUT: &str = "";

/// "Yes" and "no".
pub(crate) fn yes_no(language: Language) -> Vec<OptionRow> {
    vec![own("yes", words::YES, language), own("no", words::NO, language)]
}

/// The choices of a question.
pub(crate) fn choices(field: &FieldView) -> Vec<OptionRow> {
    let language = field.language;
    let row = |choice: &'static crate::pack::Choice| OptionRow {
        value: &choice.value,
        label: choice.label.say(language),
        hint: choice.hint.as_ref().map(|hint| hint.say(language)),
    };
    field.question.kind.choices().iter().map(row).collect()
}

fn own(value: &'static str, words: Phrase, language: Language) -> OptionRow {
    OptionRow { value, label: words.say(language), hint: None }
}

/// One answer of several.
#[component]
pub(crate) fn Radios(
    field: FieldView,
    /// The answers; "not known" comes after them where it is one.
    mut rows: Vec<OptionRow>,
) -> impl IntoView {
    if field.question.offers_not_known() {
        rows.push(own(NOT_KNOWN, words::NOT_KNOWN, field.language));
    } else if field.question.need == Need::Beside && !field.session.is_editing() {
        rows.push(own(LEFT_OUT, words::LEAVE_OUT, field.language));
    }
    let values: Vec<&'static str> = rows.iter().map(|row| row.value).collect();
    let (wrong, by_digit) = (field.clone(), field.clone());
    let pick_by_digit = move |event: leptos::ev::KeyboardEvent| {
        if let Some(value) = digit(&event).and_then(|digit| values.get(digit.checked_sub(1)?)) {
            event.prevent_default();
            pick(&by_digit, value);
            // The keyboard goes on from what is picked, as it does after an arrow key.
            let first = values.first() == Some(value);
            let id = if first { by_digit.id() } else { [&by_digit.id(), "-", *value].concat() };
            by_digit.session.host().focus_id(&id);
        }
    };
    view! {
        <div
            class="govuk-form-group"
            class:govuk-form-group--error=move || wrong.is_wrong()
            on:keydown=pick_by_digit
        >
            <Options field kind="radio" class="govuk-radios" rows />
        </div>
    }
}

/// Any number of several, or none of them, or not known.
#[component]
pub(crate) fn Checkboxes(
    field: FieldView,
    /// What can be ticked; "none of these" and "not known" come after.
    mut rows: Vec<OptionRow>,
) -> impl IntoView {
    rows.push(own(NONE, words::NONE_OF_THESE, field.language));
    if field.question.offers_not_known() {
        rows.push(own(NOT_KNOWN, words::NOT_KNOWN, field.language));
    }
    view! {
        <Group field=field.clone()>
            <Options field kind="checkbox" class="govuk-checkboxes" rows />
        </Group>
    }
}

#[component]
fn Options(
    field: FieldView,
    /// The type of the inputs.
    kind: &'static str,
    /// The class of the list, from which those of its parts are made.
    class: &'static str,
    rows: Vec<OptionRow>,
) -> impl IntoView {
    let options = rows
        .into_iter()
        .enumerate()
        .map(|(index, row)| view! { <OptionItem field=field.clone() index row kind class /> })
        .collect_view();
    view! {
        <Fieldset field>
            <div class=class>{options}</div>
        </Fieldset>
    }
}

#[component]
fn OptionItem(
    field: FieldView,
    index: usize,
    row: OptionRow,
    kind: &'static str,
    class: &'static str,
) -> impl IntoView {
    let value = row.value;
    let id = if index == 0 { field.id() } else { [&field.id(), "-", value].concat() };
    let name = field.name();
    let hint_id = row.hint.map(|_| [&id, "-item-hint"].concat());
    let hint = row.hint.map(|hint| {
        let class = ["govuk-hint ", class, "__hint"].concat();
        view! { <div class=class id=hint_id.clone()>{hint}</div> }.into_any()
    });
    let radio = kind == "radio";
    let key = (radio && index < 9)
        .then(|| view! { <kbd class="ds-key" aria-hidden="true">{(index + 1).to_string()}</kbd> }.into_any());
    let shown = field.clone();
    let change = move |event| {
        if radio {
            pick(&field, value);
        } else {
            field.put(ticked(field.entry(), value, event_target_checked(&event)));
        }
    };
    view! {
        <div class=[class, "__item"].concat()>
            <input
                class=[class, "__input"].concat()
                type=kind
                id=id.clone()
                name=name
                value=value
                autocomplete="off"
                aria-describedby=hint_id
                prop:checked=move || picked(&shown.entry(), value)
                on:change=change
            />
            <label class=["govuk-label ", class, "__label"].concat() for=id>
                {row.label}
                {key}
            </label>
            {hint}
        </div>
    }
}

fn digit(event: &Event) -> Option<usize> {
    let pressed = key(event)?;
    if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() {
        return None;
    }
    pressed.key().parse().ok()
}

fn pick(field: &FieldView, value: &str) {
    field.put(match value {
        NOT_KNOWN => FieldInput { not_known: true, ..field.entry() },
        value => FieldInput::typed(RawValue::Choice(value.to_owned())),
    });
}

fn picked(entry: &FieldInput, value: &str) -> bool {
    match (value, &entry.typed) {
        (NOT_KNOWN, _) => entry.not_known,
        _ if entry.not_known => false,
        (NONE, typed) => *typed == RawValue::NoneOfThese,
        (value, RawValue::Choice(choice)) => choice == value,
        (value, RawValue::Set(values)) => values.contains(value),
        _ => false,
    }
}

/// What a set holds after a tick. "None" and "not known" stand alone; ticks put aside by them come back.
fn ticked(before: FieldInput, value: &str, on: bool) -> FieldInput {
    match value {
        NOT_KNOWN => FieldInput { not_known: on, ..before },
        NONE => FieldInput::typed(if on { RawValue::NoneOfThese } else { RawValue::Nothing }),
        value => {
            let mut values = match before.typed {
                RawValue::Set(values) => values,
                _ => Chosen::default(),
            };
            if on {
                values.insert(value);
            } else {
                values.remove(value);
            }
            FieldInput::typed(if values.is_empty() { RawValue::Nothing } else { RawValue::Set(values) })
        }
    }
}
