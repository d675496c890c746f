//! The settings of a pack in words.

use super::{sourced, words};
use crate::document::block::{Line, Row};
use crate::pack::{Kind, Pack, Setting, SettingValue};
use crate::words::Language;

/// A setting: its value, where that comes from, and whether somebody has still to sign it off.
pub(super) fn setting(pack: &Pack, setting: &Setting, language: Language) -> Row {
    let mut value = vec![Line::words(said(pack, &setting.value, language))];
    value.push(sourced(pack, &setting.source, language));
    if setting.proposed {
        value.push(Line::words(words::PROPOSED.say(language)));
    }
    Row { label: Line::words(setting.label.say(language)), value }
}

/// A value in words: what a list names, by its label.
pub(super) fn said(pack: &Pack, value: &SettingValue, language: Language) -> String {
    match value {
        SettingValue::Number(Some(number)) => number.to_string(),
        SettingValue::Number(None) => words::NO_LIMIT.say(language).to_owned(),
        SettingValue::Switch(true) => words::ON.say(language).to_owned(),
        SettingValue::Switch(false) => words::OFF.say(language).to_owned(),
        SettingValue::List(names) => {
            let names: Vec<&str> = names.iter().map(|name| label(pack, name, language)).collect();
            names.join("; ")
        }
    }
}

/// What a criterion, or a value of a question, is called.
fn label<'a>(pack: &'a Pack, name: &'a str, language: Language) -> &'a str {
    if let Some(index) = pack.criterion(name) {
        return pack.criteria[index].label.say(language);
    }
    for (_, question) in pack.questions() {
        if let Kind::Choice(choices) | Kind::Set(choices) = &question.kind
            && let Some(choice) = choices.iter().find(|choice| choice.value == name)
        {
            return choice.label.say(language);
        }
    }
    name
}
