//! The values of a pack's settings, in words.

use super::{Kind, Pack, SettingValue};
use crate::base::words::{Language, Phrase};

const NO_LIMIT: Phrase = Phrase::of("no limit", "dim terfyn");
const ON: Phrase = Phrase::of("on", "ymlaen");
const OFF: Phrase = Phrase::of("off", "i ffwrdd");
const NOTHING: Phrase = Phrase::of("none", "dim");

impl Pack {
    /// A value in words: what a list names, by its label.
    pub fn say_setting(&self, value: &SettingValue, language: Language) -> String {
        match value {
            SettingValue::Number(Some(number)) => number.to_string(),
            SettingValue::Number(None) => NO_LIMIT.say(language).to_owned(),
            SettingValue::Switch(on) => if *on { ON } else { OFF }.say(language).to_owned(),
            SettingValue::List(names) if names.is_empty() => NOTHING.say(language).to_owned(),
            SettingValue::List(names) => {
                let names: Vec<&str> = names.iter().map(|name| self.label(name, language)).collect();
                names.join("; ")
            }
        }
    }

    /// What a criterion, or a value of a question, is called.
    fn label<'a>(&'a self, name: &'a str, language: Language) -> &'a str {
        if let Some(index) = self.criterion(name) {
            return self.criteria[index].label.say(language);
        }
        for (_, question) in self.questions() {
            if let Kind::Choice(choices) | Kind::Set(choices) = &question.kind
                && let Some(choice) = choices.iter().find(|choice| choice.value == name)
            {
                return choice.label.say(language);
            }
        }
        name
    }
}
