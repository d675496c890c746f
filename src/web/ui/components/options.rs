//! Radios and checkboxes. "Not known" is an option like the others. A digit picks its option.

use super::field_view::{FieldView, Fieldset, Group};
use crate::browser::dom::{Event, key};
use crate::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::FieldInput;
use drive_screening_core::pack::Need;
use leptos::prelude::*;

/// One option to pick.
pub(crate) struct OptionRow {
    value: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
}

/// The classes of a list of options and of its parts, each written out: what the sheet has for others is left out of it.
struct Classes {
    list: &'static str,
    item: &'static str,
    input: &'static str,
    label: &'static str,
    hint: &'static str,
}

const RADIOS: Classes = Classes {
    list: "govuk-radios",
    item: "govuk-radios__item",
    input: "govuk-radios__input",
    label: "govuk-label govuk-radios__label",
    hint: "govuk-hint govuk-radios__hint",
};
const CHECKBOXES: Classes = Classes {
    list: "govuk-checkboxes",
    item: "govuk-checkboxes__item",
    input: "govuk-checkboxes__input",
    label: "govuk-label govuk-checkboxes__label",
    hint: "govuk-hint govuk-checkboxes__hint",
};

/// No choice of any question, so that it comes to no answer; radios cannot be let go of otherwise.
const LEFT_OUT: &str = "";

/// "Yes" and "no", as the question calls them.
pub(crate) fn yes_no(field: &FieldView) -> Vec<OptionRow> {
    let row = |value: &'static str, yes: bool| OptionRow {
        value,
        label: field.question.kind.say_yes_no(yes, field.language),
        hint: None,
    };
    vec![row("yes", true), row("no", false)]
}

/// The choices of a question.
pub(crate) fn choices(field: &FieldView) -> Vec<OptionRow> {
    let language = field.language;
    let row = |choice: &'static drive_screening_core::pack::Choice| OptionRow {
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
        rows.push(own(FieldInput::NOT_KNOWN, words::NOT_KNOWN, field.language));
    } else if field.question.need == Need::Beside && !field.session.is_editing() {
        rows.push(own(LEFT_OUT, words::LEAVE_OUT, field.language));
    }
    view! {
        <Group field=field.clone()>
            <Options field radio=true rows />
        </Group>
    }
}

/// Any number of several, or none of them, or not known.
#[component]
pub(crate) fn Checkboxes(
    field: FieldView,
    /// What can be ticked; "none of these" and "not known" come after.
    mut rows: Vec<OptionRow>,
) -> impl IntoView {
    rows.push(own(FieldInput::NONE, words::NONE_OF_THESE, field.language));
    if field.question.offers_not_known() {
        rows.push(own(FieldInput::NOT_KNOWN, words::NOT_KNOWN, field.language));
    }
    view! {
        <Group field=field.clone()>
            <Options field radio=false rows />
        </Group>
    }
}

#[component]
fn Options(
    field: FieldView,
    /// One of them can be picked, or several ticked.
    radio: bool,
    rows: Vec<OptionRow>,
) -> impl IntoView {
    let values: Vec<&'static str> = rows.iter().map(|row| row.value).collect();
    let by_digit = field.clone();
    let pick_by_digit = move |event: leptos::ev::KeyboardEvent| {
        if let Some(value) = digit(&event).and_then(|digit| values.get(digit.checked_sub(1)?)) {
            event.prevent_default();
            let before = by_digit.entry();
            let on = !before.is_picked(value);
            by_digit.put(if radio { before.pick(value) } else { before.tick(value, on) });
            // The keyboard goes on from what is picked, as it does after an arrow key.
            let first = values.first() == Some(value);
            let id = if first { by_digit.id() } else { [&by_digit.id(), "-", *value].concat() };
            by_digit.session.host().focus_id(&id);
        }
    };
    let options = rows
        .into_iter()
        .enumerate()
        .map(|(index, row)| view! { <OptionItem field=field.clone() index row radio /> })
        .collect_view();
    let list = if radio { RADIOS.list } else { CHECKBOXES.list };
    view! {
        // The heading of a page with one question stands in the fieldset, and has the focus first.
        <div on:keydown=pick_by_digit>
            <Fieldset field>
                <div class=list>{options}</div>
            </Fieldset>
        </div>
    }
}

#[component]
fn OptionItem(field: FieldView, index: usize, row: OptionRow, radio: bool) -> impl IntoView {
    let value = row.value;
    let (kind, classes) = if radio { ("radio", RADIOS) } else { ("checkbox", CHECKBOXES) };
    let id = if index == 0 { field.id() } else { [&field.id(), "-", value].concat() };
    let name = field.name();
    let hint_id = row.hint.map(|_| [&id, "-item-hint"].concat());
    let hint =
        row.hint.map(|hint| view! { <div class=classes.hint id=hint_id.clone()>{hint}</div> }.into_any());
    let key = (index < 9)
        .then(|| view! { <kbd class="ds-key" aria-hidden="true">{(index + 1).to_string()}</kbd> }.into_any());
    let shown = field.clone();
    let change = move |event| {
        let before = field.entry();
        field.put(if radio { before.pick(value) } else { before.tick(value, event_target_checked(&event)) });
    };
    view! {
        <div class=classes.item>
            <input
                class=classes.input
                type=kind
                id=id.clone()
                name=name
                value=value
                autocomplete="off"
                aria-describedby=hint_id
                prop:checked=move || shown.entry().is_picked(value)
                on:change=change
            />
            <label class=classes.label for=id>
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
