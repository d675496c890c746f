//! The named fields of the head of a message.

use super::{BUILD, Format, Stale, VERSION};
use crate::base::date::Date;
use crate::base::json::{self, Json, Map};
use crate::base::words::{Language, Localized};
use crate::pack::Part;

/// The fields of a head that are still to be read, or that are to be written.
pub(super) struct Fields(Map);

impl Fields {
    /// The head of a message of a kind, such as the event `ready`.
    pub(super) fn new(kind: &str, name: &str) -> Self {
        let fields = Self(Map::new()).with("version", Json::Whole(VERSION.into()));
        fields.with("build", BUILD.into()).with(kind, name.into())
    }

    /// Adds a field.
    pub(super) fn with(mut self, name: &str, value: Json) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// Adds a field that may be left out.
    pub(super) fn with_if(self, name: &str, value: Option<Json>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds words in both languages.
    pub(super) fn with_words(self, words: &Localized) -> Self {
        self.with("en", words.en.as_str().into()).with("cy", words.cy.as_str().into())
    }

    /// The head as text.
    pub(super) fn write(self) -> String {
        json::write(&Json::Object(self.0))
    }

    /// The fields of a head, if it is of this build and version.
    pub(super) fn read(head: Json) -> Result<Self, Stale> {
        let Json::Object(map) = head else { return Err(Stale) };
        let mut fields = Self(map);
        let is_ours =
            fields.number("version") == Some(VERSION) && fields.text("build").as_deref() == Some(BUILD);
        if is_ours { Ok(fields) } else { Err(Stale) }
    }

    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<Json> {
        self.0.remove(name)
    }

    /// Takes a text out.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            Some(Json::String(text)) => Some(text),
            _ => None,
        }
    }

    /// Takes words in both languages out.
    pub(super) fn words(&mut self) -> Option<Localized> {
        Some(Localized { en: self.text("en")?, cy: self.text("cy")? })
    }

    /// Takes a list of texts out.
    pub(super) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let Some(Json::Array(texts)) = self.take(name) else { return None };
        texts.iter().map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// Takes a number out.
    pub(super) fn number(&mut self, name: &str) -> Option<u32> {
        u32::try_from(self.take(name)?.as_whole()?).ok()
    }

    /// Takes a truth out.
    pub(super) fn truth(&mut self, name: &str) -> Option<bool> {
        match self.take(name) {
            Some(Json::Bool(truth)) => Some(truth),
            _ => None,
        }
    }

    /// Takes a part of the referral out.
    pub(super) fn part(&mut self) -> Option<Part> {
        Part::from_name(&self.text("part")?)
    }

    /// Takes a format out.
    pub(super) fn format(&mut self) -> Option<Format> {
        Format::from_name(&self.text("format")?)
    }

    /// Takes a language out.
    pub(super) fn language(&mut self) -> Option<Language> {
        Language::from_tag(&self.text("language")?)
    }

    /// Takes a day out.
    pub(super) fn day(&mut self, name: &str) -> Option<Date> {
        Date::parse(&self.text(name)?)
    }
}
