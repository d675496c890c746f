//! The values that were chosen from a list.

use crate::pack::Choice;

/// Values chosen from a list, each once, in order. A flat list: a set of the library costs the page several KB of code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(Vec<String>);

impl Chosen {
    /// Whether a value was chosen.
    pub fn contains(&self, value: &str) -> bool {
        self.at(value).is_ok()
    }

    /// Chooses a value.
    pub fn insert(&mut self, value: &str) {
        if let Err(at) = self.at(value) {
            self.0.insert(at, value.to_owned());
        }
    }

    /// Lets go of a value.
    pub fn remove(&mut self, value: &str) {
        if let Ok(at) = self.at(value) {
            self.0.remove(at);
        }
    }

    /// Whether nothing was chosen, which is an answer too: none of these.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Two of these choices that contradict each other, if both were chosen.
    pub fn contradiction<'a>(&self, choices: &'a [Choice]) -> Option<(&'a Choice, &'a Choice)> {
        let chosen = || choices.iter().filter(|choice| self.contains(&choice.value));
        chosen().find_map(|one| {
            chosen().find(|other| one.excludes.contains(&other.value)).map(|other| (one, other))
        })
    }

    /// The values, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, String> {
        self.0.iter()
    }

    fn at(&self, value: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|one| one.as_str().cmp(value))
    }
}

impl<'a> IntoIterator for &'a Chosen {
    type Item = &'a String;
    type IntoIter = std::slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> FromIterator<&'a str> for Chosen {
    fn from_iter<I: IntoIterator<Item = &'a str>>(values: I) -> Self {
        let mut chosen = Self::default();
        values.into_iter().for_each(|value| chosen.insert(value));
        chosen
    }
}
