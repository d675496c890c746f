//! Changing a pack in a form: its editable fields, and the pack that comes of their values.
//!
//! ```text
//! pack file -> what can be changed -> a form's questions -> answers -> pack file, with what is wrong with it
//! ```
//!
//! The form's questions are questions like any other: [`Editor::form`] is a [`Pack`] that asks them and decides nothing,
//! so whatever shows a pack's questions shows these too. What comes of the answers is the file as its owner wrote it, with
//! only what was changed laid over it: a file that extends a built-in pack still does, and rules, questions and criteria
//! stay as they are. A built-in pack is never changed; what comes of one is a small file that extends it.
//!
//! Settings, their sources and sign-off, every wording outside lists of choices and levels, and contacts can be changed.
//! Rules, conditions and new questions are written in the file itself, as `src/core/pack/guide.md` tells.

mod contacts;
mod field;
mod fields;
mod form;
mod json_path;
mod words;

pub use field::Place;

use contacts::Contacts;
use drive_screening_core::base::json::{self, Json};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::{Pack, builtin, resolve_extends};
use field::{Field, Section};
use serde_json::{Value, json};

/// A pack whose parts are laid out to be changed.
#[derive(Clone, Debug)]
pub struct Editor {
    /// The file, as its owner wrote it; for a built-in pack a file that only extends it.
    file: Value,
    /// The pack as it was opened, to compare with.
    source: String,
    /// It is one of the built-in packs, which stay as they are.
    builtin: bool,
    pack: Pack,
    contacts: Contacts,
    sections: Vec<Section>,
}

/// What came of a form.
#[derive(Clone, Debug)]
pub struct Edited {
    /// The pack, as a file to save: indented JSON.
    pub source: String,
    /// The name in it, for the name of the file.
    pub id: String,
    /// Everything wrong with it, each with the field that mends it, if the form has it.
    pub errors: Vec<EditError>,
}

/// Something wrong, and where it is mended.
#[derive(Clone, Debug, PartialEq)]
pub struct EditError {
    /// The question that mends it, if the form has one.
    pub place: Option<Place>,
    /// What that question is called.
    pub label: Option<Localized>,
    /// What is wrong.
    pub problem: Problem,
}

impl Editor {
    /// Lays a pack out. `source` is a file, or the source of a built-in pack.
    ///
    /// # Errors
    /// Every problem that keeps it from loading: a form cannot show a pack that does not hang together.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_authoring::edit::Editor;
    ///
    /// let editor = Editor::open(r#"{"extends": "default"}"#)?;
    /// assert!(!editor.is_builtin());
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn open(source: &str) -> Result<Self, Vec<Problem>> {
        let pack = Pack::load(source)?;
        let one = |problem| vec![problem];
        let whole = resolve_extends(source)?.into();
        let built_in = builtin::source(pack.id.as_str()) == Some(source);
        let file = if built_in {
            json!({"format": "pack/1", "extends": pack.id.as_str(), "settings": {}})
        } else {
            drive_screening_core::pack::parse(source).map_err(one)?.into()
        };
        let contacts = Contacts::of(&file, &whole, &pack);
        let sections = fields::all(&file, &whole, &pack, built_in, &contacts);
        Ok(Self { file, source: source.to_owned(), builtin: built_in, pack, contacts, sections })
    }

    /// The pack as it was opened.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Its source as it was opened.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether nothing of the pack itself can be kept: it is built in.
    pub fn is_builtin(&self) -> bool {
        self.builtin
    }

    /// The pack that comes of the answers of a sheet of [`Editor::form`]. What cannot be read counts as left blank.
    pub fn edited(&self, answers: &Json) -> Edited {
        let answers = Value::from(answers.clone());
        let answers = answers.as_object().cloned().unwrap_or_default();
        let mut file = self.file.clone();
        for field in self.fields() {
            if let Some(value) = field.changed(&answers) {
                json_path::lay(&mut file, &field.at, value);
            }
        }
        let own = self.contacts.own(answers.get(contacts::GROUP));
        contacts::put(&mut file, &self.contacts, &own);
        let id = file["id"].as_str().unwrap_or_default().to_owned();
        let errors = self.errors(&mut file, &id, &own);
        let source = json::write_indented(&file) + "\n";
        Edited { source, id, errors }
    }

    /// Everything wrong with a file, one a field: what the form itself wants, then what loading finds.
    fn errors(&self, file: &mut Value, id: &str, own: &[Value]) -> Vec<EditError> {
        let mut errors = Vec::new();
        let mut want = |fact: &str, message: Phrase, next_step: Phrase| {
            let problem = Problem::filled("edit-wanted", fact, message, next_step, &[]);
            errors.push(self.error(Some(Place { fact: fact.to_owned(), entry: None }), problem));
        };
        if id.is_empty() {
            want("id", words::NO_ID, words::NO_ID_NEXT);
        } else if builtin::names().any(|name| name == id) {
            want("id", words::TAKEN, words::NO_ID_NEXT);
        }
        for language in ["en", "cy"] {
            if self.builtin && file["title"][language].is_null() {
                want(&format!("title_{language}"), words::NO_TITLE, words::NO_TITLE_NEXT);
            }
        }
        if self.builtin && file["version"].is_null() {
            want("version", words::NO_VERSION, words::NO_VERSION_NEXT);
        }
        // With a name to go by the rest can be looked at all the same.
        let mut named = file.clone();
        if id.is_empty() {
            named["id"] = json!("unnamed");
        }
        for problem in Pack::load(&named.to_string()).err().into_iter().flatten() {
            let place = self.place(&problem.at, own);
            let known = |other: &EditError| place.is_some() && other.place == place;
            if !errors.iter().any(known) {
                errors.push(self.error(place, problem));
            }
        }
        errors
    }

    fn error(&self, place: Option<Place>, problem: Problem) -> EditError {
        let label = place.as_ref().and_then(|place| match place.entry {
            Some(_) => Some(contacts::label(&place.fact)),
            None => self.fields().find(|field| field.id == place.fact).map(|field| field.label.clone()),
        });
        EditError { place, label, problem }
    }

    /// The question that mends what is wrong at a place of the file: the one for that place, or for something in it.
    fn place(&self, at: &str, own: &[Value]) -> Option<Place> {
        if let Some(place) = contacts::place(at, own) {
            return Some(place);
        }
        let within = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let field = self
            .fields()
            .find(|field| {
                let place = json_path::place(&field.at);
                within(at, &place) || within(&place, at)
            })
            .or_else(|| self.setting_behind(at))?;
        Some(Place { fact: field.id.clone(), entry: None })
    }

    /// The first setting that a criterion uses, where what is wrong is its rule: rules are not in the form, and their
    /// figures are.
    fn setting_behind(&self, at: &str) -> Option<&Field> {
        let id = at.strip_prefix("criteria/")?.split('/').next()?;
        let criterion = &self.pack.criteria[self.pack.criterion(id)?];
        let setting = &self.pack.settings[*criterion.settings.first()?];
        let at = json_path::keys(&["settings", setting.id.as_str(), "value"]);
        self.fields().find(|field| field.at == at)
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.pages).flat_map(|page| &page.fields)
    }
}
