//! Radios and checkboxes. "Not known" is an option like the others. In radios a digit picks its option.

use super::field_view::FieldView;
use crate::answers::Chosen;
use crate::browser::dom::{Event, key};
use crate::interview::{FieldInput, RawValue};
use crate::pack::Need;
use crate::ui::element::{El, el, said};
use crate::ui::words;
use crate::words::{Language, Phrase};
use leptos::prelude::event_target_checked;

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
pub(crate) fn radios(field: &FieldView, mut rows: Vec<OptionRow>) -> El {
    if field.question.offers_not_known() {
        rows.push(own(NOT_KNOWN, words::NOT_KNOWN, field.language));
    } else if field.question.need == Need::Beside && !field.session.is_editing() {
        rows.push(own(LEFT_OUT, words::LEAVE_OUT, field.language));
    }
    let values: Vec<&'static str> = rows.iter().map(|row| row.value).collect();
    let by_digit = field.clone();
    field
        .group()
        .on("keydown", move |event| {
            if let Some(value) = digit(event).and_then(|digit| values.get(digit.checked_sub(1)?)) {
                event.prevent_default();
                pick(&by_digit, value);
                // The keyboard goes on from what is picked, as it does after an arrow key.
                let first = values.first() == Some(value);
                let id = if first { by_digit.id() } else { [&by_digit.id(), "-", *value].concat() };
                by_digit.session.host().focus_id(&id);
            }
        })
        .child(options(field, "radio", "govuk-radios", &rows))
}

/// Any number of several, or none of them, or not known.
pub(crate) fn checkboxes(field: &FieldView, mut rows: Vec<OptionRow>) -> El {
    rows.push(own(NONE, words::NONE_OF_THESE, field.language));
    if field.question.offers_not_known() {
        rows.push(own(NOT_KNOWN, words::NOT_KNOWN, field.language));
    }
    field.group().child(options(field, "checkbox", "govuk-checkboxes", &rows))
}

fn options(field: &FieldView, kind: &str, class: &str, rows: &[OptionRow]) -> El {
    let rows = rows.iter().enumerate().map(|(index, row)| option_row(field, index, row, kind, class));
    field.fieldset().child(el("div", class).children(rows))
}

fn option_row(field: &FieldView, index: usize, row: &OptionRow, kind: &str, class: &str) -> El {
    let value = row.value;
    let id = if index == 0 { field.id() } else { [&field.id(), "-", value].concat() };
    let hint_id = [&id, "-item-hint"].concat();
    let radio = kind == "radio";
    let (shown, changed) = (field.clone(), field.clone());
    let input = el("input", &[class, "__input"].concat())
        .attr("type", kind)
        .id(&id)
        .attr("name", &field.name())
        .attr("value", value)
        .attr("autocomplete", "off")
        .attr_if("aria-describedby", row.hint.map(|_| hint_id.as_str()))
        .checked_live(move || picked(&shown.entry(), value))
        .on("change", move |event| {
            if radio {
                pick(&changed, value);
            } else {
                changed.put(ticked(changed.entry(), value, event_target_checked(event)));
            }
        });
    let key = (radio && index < 9)
        .then(|| said("kbd", "ds-key", &(index + 1).to_string()).attr("aria-hidden", "true"));
    let label =
        said("label", &["govuk-label ", class, "__label"].concat(), row.label).attr("for", &id).children(key);
    let hint =
        row.hint.map(|hint| said("div", &["govuk-hint ", class, "__hint"].concat(), hint).id(&hint_id));
    el("div", &[class, "__item"].concat()).child(input).child(label).children(hint)
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
